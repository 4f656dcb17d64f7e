"""Recipes are kept, listed, run, laid over by options, and removed from the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

WORDS = ("recipes", "--corpus", "Kho")


def test_a_recipe_is_kept_shown_listed_and_removed(annotator: Any, labelled: str) -> None:
    empty = annotator(*WORDS)
    assert (empty.status, empty.out) == (0, "")
    assert "keeps no recipe yet" in empty.err
    save = ("save", "Học máy", "--format", "conll", "--scheme", "bioes", "--labels", "person,position")
    (kept,) = annotator(*WORDS, *save, "--split", "60/20/20", "--seed", "7", "--json").json
    assert kept["name"] == "Học máy"
    assert kept["recipe"] == {
        "format": "conll",
        "labels": ["person", "position"],
        "scheme": "bioes",
        "split": {"shares": [60, 20, 20], "seed": 7, "together": ["text"], "stratified": True},
    }
    assert annotator(*WORDS, "show", "HỌC máy", "--json").json == kept
    shown = annotator(*WORDS, "show", "Học máy").out
    assert "person,position" in shown
    assert "seed 7, shares 60/20/20, stratified, together text" in shown
    listed = annotator(*WORDS, "list").out.splitlines()
    assert listed[1].startswith("Học máy  conll   labels person,position; scheme bioes; split")
    assert annotator(*WORDS, "remove", "Học máy", "--json").json == []
    assert annotator("undo").status == 0
    assert len(annotator(*WORDS, "--json").json) == 1


def test_an_export_runs_a_recipe_and_its_options_go_before_it(
    annotator: Any, labelled: str, tmp_path: Path
) -> None:
    save = (*WORDS, "save", "Người", "--format", "jsonl", "--annotator", "Lan", "--labels", "person")
    annotator(*save, "--people", "pseudonyms")
    output = tmp_path / "o.jsonl"
    words = ("export", "--corpus", "Kho", "--recipe", "người", "--output", str(output), "--force", "--json")
    assert annotator(*words).json["spans"] == 1
    head, document = map(json.loads, output.read_text("utf-8").splitlines())
    assert [each["name"] for each in head["annotators"]] == ["A1"]
    assert document["spans"][0]["annotator"] == "A1"
    assert annotator(*words, "--labels", "person,position", "--all-layers").json["spans"] == 2
    assert annotator(*words, "--people", "names").status == 0
    assert '"name":"Lan"' in output.read_text("utf-8")


def test_what_must_not_leave_stays(annotator: Any, data: Any, tmp_path: Path) -> None:
    unsure = {"start": 0, "end": 3, "label": "person", "flags": ["unsure"]}
    lines = [
        {"title": "Một", "text": "An đi.", "spans": [unsure], "metadata": {"tags": "mật, họp"}},
        {"title": "Hai", "text": "Hà đi.", "spans": [{**unsure, "end": 2}], "metadata": {"tags": "Họp"}},
    ]
    annotator("import", data("in.jsonl", *lines), "--corpus", "Kho", "--annotator", "Lan")
    words = ("export", "--corpus", "Kho", "--format", "jsonl", "--force", "--json")

    def counts(*more: str) -> tuple[int, int]:
        told = annotator(*words, "--output", str(tmp_path / "o.jsonl"), *more).json
        return told["documents"], told["spans"]

    assert counts() == (2, 2)
    assert counts("--without-tags", "MẬT") == (1, 1)
    assert counts("--with-tags", "họp", "--without-tags", "mật") == (1, 1)
    assert counts("--with-tags", "mật,khác") == (1, 1)
    assert counts("--without-flags", "unsure") == (2, 0)
    refused = annotator(*words, "--output", str(tmp_path / "p"), "--without-flags", "odd")
    assert refused.status == 1
    assert "There is no flag odd. There are: question, unsure." in refused.err


@pytest.mark.parametrize(
    "words",
    [
        ("export", "--corpus", "Kho", "--output", "x"),
        ("export", "--corpus", "Kho", "--format", "conll"),
        ("recipes", "list"),
        ("recipes", "save", "A", "--corpus", "Kho"),
        ("recipes", "save", "A", "--corpus", "Kho", "--format", "conll", "--together", "place"),
        ("recipes", "save", "A", "--corpus", "Kho", "--format", "conll", "--split", "90/20/10"),
    ],
)
def test_words_that_miss_something_are_wrong_usage(annotator: Any, words: tuple[str, ...]) -> None:
    assert annotator(*words).status == 2


def test_a_split_tells_its_parts(annotator: Any, labelled: str, tmp_path: Path) -> None:
    words = ("--format", "conll", "--split", "100/0/0", "--together", "nothing")
    told = annotator("export", "--corpus", "Kho", *words, "--output", str(tmp_path / "o"))
    assert told.status == 0
    rows = [line.split() for line in told.out.splitlines()[1:]]
    assert rows[0][:5] == ["part", "documents", "spans", "person", "position"]
    assert [row[:5] for row in rows[1:]] == [
        ["train", "1", "2", "1", "1"],
        ["dev", "0", "0", "0", "0"],
        ["test", "0", "0", "0", "0"],
    ]


def test_what_would_be_lost_is_told_before(annotator: Any, labelled: str, data: Any) -> None:
    line = {"document": labelled, "start": 3, "end": 9, "label": "organization"}
    annotator("spans", "add", "--corpus", "Kho", "--annotator", "Lan", "--from", data("in", line))
    words = ("export", "--corpus", "Kho", "--format", "conll", "--dry-run")
    told = annotator(*words, "--split", "100/0/0")
    assert told.status == 0
    assert "spans that would be written: 2 of 3. Nothing was written." in told.out
    assert "1: It lies inside another span, and the file keeps the outermost." in told.err
    assert annotator(*words, "--json").json == {
        "documents": 1,
        "spans": 3,
        "lost": 1,
        "reasons": [{"reason": "It lies inside another span, and the file keeps the outermost.", "count": 1}],
        "refused": [],
    }


def test_a_recipe_that_is_not_there_is_named(annotator: Any, labelled: str) -> None:
    answer = annotator("export", "--corpus", "Kho", "--recipe", "Không", "--output", "x")
    assert answer.status == 1
    assert "There is no recipe “Không” in this corpus. Its recipes are: –." in answer.err


def test_a_recipe_is_renamed(annotator: Any, labelled: str) -> None:
    annotator(*WORDS, "save", "Người", "--format", "jsonl")
    (kept,) = annotator(*WORDS, "rename", "người", "Nhân vật", "--json").json
    assert kept["name"] == "Nhân vật"
    refused = annotator(*WORDS, "rename", "Người", "x")
    assert (refused.status, "no recipe “Người”" in refused.err) == (1, True)


def test_a_recipe_goes_with_labels_and_says_which_are_gone(
    annotator: Any, labelled: str, tmp_path: Path
) -> None:
    annotator(*WORDS, "save", "Người", "--format", "jsonl", "--labels", "person,award")
    words = ("export", "--corpus", "Kho", "--recipe", "người", "--output", str(tmp_path / "o"), "--force")
    annotator("labels", "rename", "--corpus", "Kho", "person", "nhân vật")
    assert annotator(*words, "--json").json["spans"] == 1
    annotator("labels", "remove", "--corpus", "Kho", "award")
    for more in ((), ("--dry-run",)):
        answer = annotator(*words, *more)
        assert answer.status == 1
        assert "The recipe “Người” asks for labels" in answer.err
    assert annotator(*words, "--labels", "nhân vật").status == 0
