"""Packages from the command line: made, looked at, taken in, and the answers of the contract."""

from __future__ import annotations

import json
from typing import Any

import pytest
from package_bench import small

from annotator.exchange import package_file

MAKE = ("package", "make", "--corpus", "Kho", "--kind")


@pytest.fixture
def there(annotator: Any, tmp_path: Any) -> Any:
    """Do a command in another library."""
    path = str(tmp_path / "there.annotator")
    return lambda *words: annotator("--library", path, *words)


def test_work_goes_there_and_back(annotator: Any, there: Any, labelled: str, tmp_path: Any) -> None:
    out, back = str(tmp_path / "out.zip"), str(tmp_path / "back.zip")
    made = annotator(*MAKE, "assignment", "--annotator", "Hoa", "--output", out, "--json").json
    assert (made["kind"], made["documents"], made["layers"], made["changes"]) == ("assignment", 1, 0, 0)
    seen = there("package", "merge", out, "--dry-run", "--json").json
    taken = there("package", "merge", out, "--json")
    assert (taken.status, taken.json) == (0, seen)
    assert (seen["documents_new"], seen["changes_new"], seen["conflicts"]) == (1, 0, [])
    line = json.dumps({"document": labelled, "start": 3, "end": 16, "label": "person"})
    (tmp_path / "spans.jsonl").write_text(line)
    there("spans", "add", "--corpus", "Kho", "--annotator", "Hoa", "--from", str(tmp_path / "spans.jsonl"))
    assert there(*MAKE, "return", "--annotator", "Hoa", "--output", back).status == 0
    came = annotator("package", "merge", back, "--json").json
    assert (came["documents_new"], came["documents_known"], came["layers"]) == (0, 1, 1)
    assert came["changes_new"] > 0
    steps = len(annotator("history", "--corpus", "Kho", "--json").json)
    again = annotator("package", "merge", back)
    assert (again.status, "Nothing in it is new" in again.err) == (0, True)
    assert len(annotator("history", "--corpus", "Kho", "--json").json) == steps
    assert annotator("spans", "list", "--corpus", "Kho", "--annotator", "Hoa", "--json").json[0]["start"] == 3


def test_a_package_is_shown_without_a_library(annotator: Any, labelled: str, tmp_path: Any) -> None:
    out = str(tmp_path / "out.zip")
    annotator(*MAKE, "return", "--annotator", "Lan", "--output", out)
    told = annotator("--library", str(tmp_path / "none.annotator"), "package", "show", out, "--json").json
    assert (told["kind"], told["corpus"]["name"], told["for"]["name"]) == ("return", "Kho", "Lan")
    assert [each["uid"] for each in told["documents"]] == [labelled]
    assert told["changes"]["span"] == 2
    shown = annotator("package", "show", out).out
    assert "return" in shown
    assert "person, position, organization, campaign, award" in shown
    assert not (tmp_path / "none.annotator").exists()


def test_how_it_is_to_be_worked_on_is_shown(annotator: Any, tmp_path: Any) -> None:
    package_file.write(tmp_path / "a.zip", small())
    told = annotator("package", "show", str(tmp_path / "a.zip"), "--json").json["settings"]
    assert told == {"round": "round", "round_uid": "", "blind": True, "unaided": ["d2"]}
    rows = [line.split() for line in annotator("package", "show", str(tmp_path / "a.zip")).out.splitlines()]
    assert ["round", "round"] in rows
    assert ["documents", "without", "suggestions", "1"] in rows


def test_what_is_there_is_not_written_over(annotator: Any, labelled: str, tmp_path: Any) -> None:
    out = tmp_path / "out.zip"
    out.write_bytes(b"mine")
    answer = annotator(*MAKE, "assignment", "--output", str(out))
    assert (answer.status, out.read_bytes()) == (1, b"mine")


def test_a_return_says_whose(annotator: Any, labelled: str, tmp_path: Any) -> None:
    assert annotator(*MAKE, "return", "--output", str(tmp_path / "a.zip")).status == 2
    assert (
        annotator(*MAKE, "return", "--annotator", "Nobody", "--output", str(tmp_path / "a.zip")).status == 1
    )
    assert not (tmp_path / "a.zip").exists()


@pytest.mark.parametrize("action", ["show", "merge"])
def test_a_bad_file_is_refused_in_a_sentence(
    annotator: Any, labelled: str, tmp_path: Any, action: str
) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"PK and no more")
    answer = annotator("package", action, str(bad))
    assert answer.status == 1
    assert "bad.zip: is not a ZIP archive, or a damaged one." in answer.err
    assert "Traceback" not in answer.err
