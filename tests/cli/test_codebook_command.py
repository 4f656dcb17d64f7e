"""The actions of `labels` on keys, rules, label sets as files and the guideline; merging told beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

WORDS = ("labels", "--corpus", "Kho")


def test_keys_are_given_and_swapped(annotator: Any, labelled: str) -> None:
    assert annotator(*WORDS, "rekey", "person", "p").status == 0
    refused = annotator(*WORDS, "rekey", "person", "2")
    assert refused.status == 1
    assert "position" in refused.err
    rows = annotator(*WORDS, "rekey", "person", "2", "--swap", "--json").json
    assert [row["key"] for row in rows[:2]] == ["2", "p"]
    assert annotator(*WORDS, "rekey", "person", "[").status == 1


def test_a_label_is_defined_in_one_step(annotator: Any, labelled: str) -> None:
    rows = annotator(
        *WORDS, "define", "person", "--definition", "Tên người", "--use-when", "a", "--group", "Ai", "--json"
    ).json
    assert rows[0]["definition"] == "Tên người"
    annotator("undo")
    assert annotator(*WORDS, "--json").json[0]["definition"] == ""


def test_a_merge_is_told_beforehand(annotator: Any, labelled: str) -> None:
    told = annotator(*WORDS, "merge", "person", "position", "--dry-run", "--json").json
    assert told == {"spans": 1, "documents": 1, "others": 1, "equal": 0}
    assert len(annotator(*WORDS, "--json").json) == 5
    assert annotator(*WORDS, "merge", "person", "person", "--dry-run").status == 1


def test_label_sets_are_listed_loaded_and_saved(annotator: Any, labelled: str, tmp_path: Path) -> None:
    sets = annotator("labels", "sets", "--json").json
    assert len(sets) >= 4
    told = annotator(*WORDS, "load", "1-commendation", "--dry-run", "--json").json
    assert "definition" in told[0]["changed"]
    assert annotator(*WORDS, "--json").json[0]["definition"] == ""
    assert annotator(*WORDS, "load", sets[0]["name"]).status == 0
    assert annotator(*WORDS, "--json").json[0]["definition"]
    target = str(tmp_path / "mine.json")
    assert annotator(*WORDS, "save", "--output", target).status == 0
    assert annotator(*WORDS, "save", "--output", target).status == 1
    assert annotator(*WORDS, "load", target).status == 0
    assert annotator(*WORDS, "load", "nowhere").status == 1


def test_the_guideline_is_written_in_the_persons_language(
    annotator: Any, labelled: str, tmp_path: Path
) -> None:
    annotator(*WORDS, "load", "1-commendation")
    target = tmp_path / "g.html"
    answer = annotator("labels", "--corpus", "Kho", "guideline", "--output", str(target), "--language", "vi")
    assert answer.json["labels"] == 5
    page = target.read_text(encoding="utf-8")
    assert "Hướng dẫn gán nhãn" in page
    assert annotator(*WORDS, "guideline", "--output", str(target)).status == 1
    assert annotator(*WORDS, "guideline", "--output", str(target), "--force").status == 0


def test_these_actions_need_a_corpus_too(annotator: Any, labelled: str) -> None:
    assert annotator("labels", "guideline", "--output", "x.html").status == 2
