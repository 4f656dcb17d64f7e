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


@pytest.fixture
def many_kinds(annotator: Any, data: Any, labelled: str, article: str) -> str:
    """Beside Lan's two spans: three of a machine, one of gold, and Minh, who looked and marked nothing."""
    people = [
        {"uid": "m1", "name": "Máy", "kind": "machine"},
        {"uid": "g1", "name": "Vàng", "kind": "gold"},
        {"uid": "p1", "name": "Minh", "kind": "person"},
    ]
    head = {"format": "annotator-jsonl", "version": 1, "corpus": {"name": "Kho"}, "annotators": people}
    spans = [{"start": start, "end": start + 2, "label": "award", "annotator": "m1"} for start in (0, 3, 18)]
    spans.append({"start": 3, "end": 16, "label": "person", "annotator": "g1"})
    layers = [{"annotator": "p1", "status": "done"}]
    path = data("more.jsonl", head, {"text": article, "spans": spans, "layers": layers})
    assert annotator("import", path, "--corpus", "Kho").status == 0
    return labelled


@pytest.mark.parametrize(
    ("name", "count"), [("m1", 3), ("Máy", 3), ("g1", 1), ("vàng", 1), ("p1", 0), ("Lan", 2)]
)
def test_spans_of_every_kind_of_annotator_are_found(
    annotator: Any, many_kinds: str, name: str, count: int
) -> None:
    answer = annotator("spans", "list", "--corpus", "Kho", "--annotator", name, "--json")
    assert (answer.status, len(answer.json)) == (0, count)


def test_all_commands_count_the_same_spans(annotator: Any, many_kinds: str) -> None:
    stats = annotator("stats", "--corpus", "Kho", "--json").json
    by_label = {"person": 2, "position": 1, "organization": 0, "campaign": 0, "award": 3}
    assert (stats["spans"], stats["by_label"]) == (6, by_label)
    assert stats["by_annotator"] == {"Lan": 2, "Máy": 3, "Vàng": 1, "Minh": 0}
    assert stats["layers"] == 4
    labels = annotator("labels", "--corpus", "Kho", "--json").json
    assert {label["name"]: label["spans"] for label in labels} == by_label
    (corpus,) = annotator("corpora", "--json").json
    assert corpus["spans"] == 6
    (document,) = annotator("documents", "--corpus", "Kho", "--json").json
    assert sum(layer["spans"] for layer in document["layers"]) == 6
    assert len(annotator("spans", "list", "--corpus", "Kho", "--json").json) == 6
    refused = annotator("labels", "--corpus", "Kho", "remove", "award")
    assert (refused.status, "is on 3 spans" in refused.err) == (1, True)


def test_a_merged_label_counts_for_its_target_and_the_bin_does_not_count(
    annotator: Any, many_kinds: str
) -> None:
    labels = annotator("labels", "--corpus", "Kho", "merge", "award", "person", "--json").json
    assert {label["name"]: label["spans"] for label in labels}["person"] == 5
    assert annotator("stats", "--corpus", "Kho", "--json").json["by_label"]["person"] == 5
