from __future__ import annotations

import json
from typing import Any

import pytest


def test_corpora_are_listed(annotator: Any, labelled: str) -> None:
    (corpus,) = annotator("corpora", "--json").json
    assert list(corpus) == ["uid", "name", "documents", "spans"]
    assert (corpus["name"], corpus["documents"], corpus["spans"]) == ("Kho", 1, 2)
    assert "Kho" in annotator("corpora").out


def test_documents_are_listed_with_their_layers(annotator: Any, labelled: str) -> None:
    (document,) = annotator("documents", "--corpus", "Kho", "--json").json
    assert list(document) == ["uid", "title", "characters", "status", "layers", "metadata"]
    assert document["layers"] == [{"annotator": "Lan", "spans": 2, "status": "in-progress"}]
    assert document["metadata"] == {"báo": "Nam Định"}
    assert labelled in annotator("documents", "--corpus", "Kho").out


def test_an_empty_list_is_still_one_document(annotator: Any, labelled: str) -> None:
    annotator("undo")
    annotator("import", "nowhere.txt", "--corpus", "Kho")
    assert annotator("corpora", "--json").out == "[]\n"


def test_spans_are_listed_with_their_words(annotator: Any, labelled: str) -> None:
    spans = annotator("spans", "list", "--corpus", "Kho", "--annotator", "Lan", "--json").json
    names = ["uid", "document", "annotator", "start", "end", "label", "text", "origin", "note"]
    assert [list(span) for span in spans] == [names, names]
    assert [(span["text"], span["label"]) for span in spans] == [
        ("Nguyễn Thị Hà", "person"),
        ("Chủ tịch Hội", "position"),
    ]
    assert "Nguyễn Thị Hà" in annotator("spans", "list", "--corpus", "Kho").out


def test_stats_count(annotator: Any, labelled: str) -> None:
    stats = annotator("stats", "--corpus", "Kho", "--json").json
    assert (stats["documents"], stats["spans"], stats["by_annotator"]) == (1, 2, {"Lan": 2})
    assert stats["by_label"]["person"] == 1
    assert stats["by_status"]["in-progress"] == 1
    assert "by_label / person" in annotator("stats", "--corpus", "Kho").out


@pytest.mark.parametrize(
    "words",
    [
        ("documents", "--corpus", "Nirgends"),
        ("spans", "list", "--corpus", "Kho", "--annotator", "Niemand"),
        ("stats", "--corpus", "Nirgends"),
        ("history", "--corpus", "Nirgends"),
        ("labels", "--corpus", "Nirgends"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(
    annotator: Any, labelled: str, words: tuple[str, ...]
) -> None:
    answer = annotator(*words, "--json")
    assert (answer.status, answer.json) == (1, {"refused": answer.err.strip()})
    assert "Kho" in answer.err or "Lan" in answer.err


def test_a_library_that_is_not_there_is_not_made_by_looking(annotator: Any, tmp_path: Any) -> None:
    path = tmp_path / "none.annotator"
    assert annotator("--library", str(path), "corpora").status == 1
    assert not path.exists()


def test_messages_are_vietnamese_on_wish_and_json_stays_the_same(annotator: Any, labelled: str) -> None:
    english = annotator("spans", "list", "--corpus", "Kho", "--json")
    vietnamese = annotator("--language", "vi", "spans", "list", "--corpus", "Kho", "--json")
    assert english.out == vietnamese.out
    assert "người gán nhãn" in annotator("spans", "list", "--corpus", "Kho", "--language=vi").out
    assert "liệt kê" in annotator("--language", "vi", "--help").out


def test_signs_that_steer_a_terminal_are_shown_as_numbers(annotator: Any, data: Any) -> None:
    annotator("import", data("a.jsonl", {"text": "x", "title": "a\x1b[31m\u202eb"}), "--corpus", "Kho")
    shown = annotator("documents", "--corpus", "Kho").out
    assert "a<U+001B>[31m<U+202E>b" in shown
    assert (
        json.loads(annotator("documents", "--corpus", "Kho", "--json").out)[0]["title"] == "a\x1b[31m\u202eb"
    )
