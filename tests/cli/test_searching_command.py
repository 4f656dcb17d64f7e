"""`annotator search`: the contract of its output, its options, and what it refuses."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def news(annotator: Any, data: Any) -> str:
    """Two documents; gives the name of their corpus."""
    lines = (
        {
            "uid": "01a20744-9c3c-7ef2-a371-4526c4e9bf37",
            "title": "Một",
            "text": "Tỉnh ủy họp.\r\nBí thư Tỉnh uỷ và bà Lan (đảng bộ tỉnh) 😀 =1+1",
            "spans": [
                {"start": 14, "end": 28, "label": "position"},
                {"start": 21, "end": 28, "label": "organization"},
            ],
        },
        {"title": "Hai", "text": "Ban tỉnh ủy; an ninh", "status": "done"},
    )
    path = data("news.jsonl", *lines)
    assert annotator("import", path, "--corpus", "Báo", "--annotator", "Lan").status == 0
    return "Báo"


def test_hits_come_with_context_and_spans(annotator: Any, news: str) -> None:
    answer = annotator("search", "Tỉnh ủy", "--corpus", news, "--json")
    assert answer.status == 0
    first, second = answer.json
    assert list(first) == ["document", "start", "end", "left", "match", "right", "spans"]
    assert (first["start"], first["end"], first["left"], first["match"]) == (0, 7, "", "Tỉnh ủy")
    assert (second["match"], second["left"]) == ("Tỉnh uỷ", "Tỉnh ủy họp.\r\nBí thư ")
    assert second["right"] == " và bà Lan (đảng bộ tỉnh) 😀 =1+1"
    assert [(span["label"], span["start"], span["end"]) for span in second["spans"]] == [
        ("position", 14, 28),
        ("organization", 21, 28),
    ]
    assert {span["annotator"] for span in second["spans"]} == {"Lan"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("tinh uy", "--fold"), ["Tỉnh ủy", "Tỉnh uỷ", "tỉnh ủy"]),
        (("dang", "--fold"), ["đảng"]),
        (("an",), ["an", "an", "an"]),
        (("an", "--words"), ["an"]),
        ((r"\p{Lu}\w+ [uủ][yỷ]", "--regex"), ["Tỉnh ủy", "Tỉnh uỷ"]),
        (("tỉnh", "--status", "done"), ["tỉnh"]),
        (("Tỉnh", "--label", "organization"), ["Tỉnh"]),
        (("", "--label", "Organization"), ["Tỉnh uỷ"]),
        (("Tỉnh", "--label", "organization", "--annotator", "Lan"), ["Tỉnh"]),
        (("Tỉnh", "--limit", "1"), ["Tỉnh"]),
        (("ở đâu",), []),
    ],
)
def test_options(annotator: Any, news: str, words: tuple[str, ...], found: list[str]) -> None:
    answer = annotator("search", *words, "--corpus", news, "--json")
    assert answer.status == 0
    assert [hit["match"] for hit in answer.json] == found


@pytest.mark.parametrize(
    ("order", "starts"), [("text", [0, 21, 4]), ("left", [0, 4, 21]), ("right", [4, 0, 21])]
)
def test_order(annotator: Any, news: str, order: str, starts: list[int]) -> None:
    hits = annotator("search", "tinh uy", "--fold", "--corpus", news, "--order", order, "--json").json
    assert [hit["start"] for hit in hits] == starts


def test_lines_for_people(annotator: Any, news: str) -> None:
    answer = annotator("search", "Tỉnh ủy", "--corpus", news)
    assert "Tỉnh uỷ" in answer.out
    assert "Tỉnh ủy họp. Bí thư" in answer.out
    assert "2 hits, documents: 1." in answer.err
    assert "Nothing was found." in annotator("search", "ở đâu", "--corpus", news).err


def test_csv_is_new_and_whole(annotator: Any, news: str, tmp_path: Path) -> None:
    target = tmp_path / "hits.csv"
    answer = annotator("search", "Tỉnh ủy", "--corpus", news, "--csv", str(target), "--json")
    assert answer.json == {"output": str(target), "hits": 2}
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["match"] for row in rows] == ["Tỉnh ủy", "Tỉnh uỷ"]
    assert rows[1]["left"] == "Tỉnh ủy họp.\r\nBí thư "
    assert rows[1]["labels"] == "position; organization"
    again = annotator("search", "x", "--corpus", news, "--csv", str(target))
    assert again.status == 1
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) > 2


def test_csv_holds_nothing_a_spreadsheet_computes(annotator: Any, news: str, tmp_path: Path) -> None:
    target = tmp_path / "hits.csv"
    assert annotator("search", "=1+1", "--corpus", news, "--csv", str(target)).status == 0
    assert ",'=1+1," in target.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("",), "nothing to look for"),
        (("\u0301",), "only marks"),
        (("a\ud800",), "half a character"),
        (("(a", "--regex"), "“(a” is not a regular expression"),
        (("a" * 10_001,), "10000"),
        (("a" * 1_001, "--regex"), "1000"),
        (("a", "--label", "nichts"), "nichts"),
        (("a", "--annotator", "niemand"), "niemand"),
    ],
)
def test_what_cannot_be_looked_for_is_said(
    annotator: Any, news: str, words: tuple[str, ...], said: str
) -> None:
    answer = annotator("search", *words, "--corpus", news, "--json")
    assert answer.status == 1
    assert said in answer.json["refused"]


def test_a_number_must_be_one(annotator: Any, news: str) -> None:
    answer = annotator("search", "a", "--corpus", news, "--limit", "0")
    assert answer.status == 2
    assert "'0' is no number from 1 on" in answer.err


def test_a_runaway_pattern_is_stopped(annotator: Any, data: Any) -> None:
    annotator("import", data("slow.jsonl", {"title": "x", "text": "a" * 40 + "!"}), "--corpus", "Báo")
    answer = annotator("search", "(a|aa)+$", "--regex", "--corpus", "Báo", "--json")
    assert answer.status == 1
    assert "“(a|aa)+$” was stopped: it took longer than 0.2 s" in answer.json["refused"]


def test_searching_beside_a_library_that_is_held(annotator: Any, news: str) -> None:
    from annotator.paths import default_library
    from annotator.services.library import open_library

    with open_library(default_library()) as held:
        assert held.searching.fold_some()
        assert not held.searching.fold_some()
        assert len(annotator("search", "Tỉnh ủy", "--corpus", news, "--json").json) == 2
