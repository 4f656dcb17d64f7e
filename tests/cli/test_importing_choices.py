"""What a file leaves open is said on the command line; a trial tells what is odd."""

from __future__ import annotations

from typing import Any

import pytest


def spans(annotator: Any) -> list[tuple[int, int]]:
    found = annotator("spans", "list", "--corpus", "Kho", "--json").json
    return [(each["start"], each["end"]) for each in found]


@pytest.mark.parametrize(
    ("how", "places"),
    [("whole", [(0, 12)]), ("hull", [(0, 12)]), ("fragments", [(0, 6), (10, 12)])],
)
def test_spans_in_parts(annotator: Any, data: Any, how: str, places: list[tuple[int, int]]) -> None:
    data("a.txt", "Ông An và bà Hà")
    path = data("a.ann", "T1\tperson 0 6;10 12\tÔng An bà", "")
    answer = annotator("import", path, "--corpus", "Kho", "--discontinuous", how)
    assert (answer.status, spans(annotator)) == (0, places)


def test_spans_in_parts_refused(annotator: Any, data: Any) -> None:
    data("a.txt", "Ông An và bà Hà")
    path = data("a.ann", "T1\tperson 0 6;10 12\tÔng An bà", "")
    answer = annotator("import", path, "--corpus", "Kho", "--discontinuous", "refuse")
    assert answer.status == 1
    assert "the span at 0–12 is in 2 parts" in answer.err.replace("\n", " ")


def test_the_column_of_the_text(annotator: Any, data: Any) -> None:
    path = data("a.csv", "id,body", "1,Ông An nói.")
    refused = annotator("import", path, "--corpus", "Kho")
    assert refused.status == 1
    assert "there is no column “text”" in refused.err.replace("\n", " ")
    answer = annotator("import", path, "--corpus", "Kho", "--text-column", "body", "--json")
    assert (answer.status, answer.json["documents_added"]) == (0, 1)


def test_website_lines_are_counted_by_a_trial_and_removed_on_demand(annotator: Any, data: Any) -> None:
    path = data("a.txt", "Thân bài.", ">> Xem thêm")
    trial = annotator("import", path, "--corpus", "Kho", "--dry-run", "--json")
    assert "1 line looks like part of a web page" in trial.json["files"][0]["message"]
    answer = annotator("import", path, "--corpus", "Kho", "--boilerplate", "remove", "--json")
    assert "“>> Xem thêm”" in answer.json["files"][0]["message"]
    (document,) = annotator("documents", "--corpus", "Kho", "--json").json
    assert document["characters"] == len("Thân bài.")


def test_another_word_is_wrong_usage(annotator: Any, data: Any) -> None:
    answer = annotator("import", data("a.txt", "Một."), "--corpus", "Kho", "--discontinuous", "half")
    assert answer.status == 2
