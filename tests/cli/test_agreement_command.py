"""The command `agreement`: its answer, its refusals, and the report as a file."""

from __future__ import annotations

import csv
import re
from typing import Any

import pytest

TEXT = "Ông Lê An, Phó Chủ tịch tỉnh."
OTHER = "Bà Mai, Giám đốc."


@pytest.fixture
def compared(annotator: Any, data: Any) -> str:
    """The corpus Kho with two documents of An and Bình; gives the uid of the first.

    First: the same person, positions of other lengths. Second: a person to An, a position to Bình.
    """
    marks = {
        "An": [[(4, 9, "person"), (11, 28, "position")], [(3, 6, "person")]],
        "Bình": [[(4, 9, "person"), (11, 23, "position")], [(3, 6, "position")]],
    }
    for name, documents in marks.items():
        lines = [
            {
                "title": title,
                "text": text,
                "spans": [{"start": s, "end": e, "label": label} for s, e, label in spans],
            }
            for title, text, spans in zip(("<Một>", "=Hai"), (TEXT, OTHER), documents, strict=True)
        ]
        path = data(f"{name}.jsonl", *lines)
        assert annotator("import", path, "--corpus", "Kho", "--annotator", name).status == 0
    uid: str = annotator("documents", "--corpus", "Kho", "--json").json[0]["uid"]
    return uid


def test_the_answer_is_what_the_contract_says(annotator: Any, compared: str) -> None:
    answer = annotator("agreement", "--corpus", "Kho", "--json")
    assert answer.status == 0
    assert answer.err == ""
    told = answer.json
    assert told["annotators"] == ["An", "Bình"]
    assert told["documents"] == 2
    assert told["pairs"] == [
        {
            "a": "An",
            "b": "Bình",
            "strict_f1": 1 / 3,
            "boundary_f1": 2 / 3,
            "partial_f1": 5 / 6,
            "type_f1": 2 / 3,
            "both": 1,
            "only_a": 2,
            "only_b": 2,
        }
    ]
    assert told["by_label"]["person"]["strict_f1"] == 2 / 3
    assert 0 < told["by_label"]["person"]["alpha"] < 1
    assert told["by_label"]["award"] == {"strict_f1": None, "alpha": None}
    assert set(told["reasons"]) >= {"by_label/award/strict_f1", "by_label/award/alpha"}
    assert told["disagreements"] == {
        "agree": 1,
        "label": 1,
        "boundary": 1,
        "boundary+label": 0,
        "missing": 0,
        "duplicate": 0,
    }
    assert told["confusion"] == {"person": {"person": 1, "position": 1}}


def test_one_document_and_named_people(annotator: Any, compared: str) -> None:
    words = ("agreement", "--corpus", "Kho", "--document", compared, "--annotators", "bình, An", "--json")
    told = annotator(*words).json
    assert told["annotators"] == ["Bình", "An"]
    assert (told["documents"], told["pairs"][0]["strict_f1"]) == (1, 0.5)


def test_advanced_figures_come_on_wish(annotator: Any, compared: str) -> None:
    told = annotator("agreement", "--corpus", "Kho", "--advanced", "--json").json["advanced"]
    assert told["strict_f1"] == 1 / 3
    assert told["intervals"] == [{"a": "An", "b": "Bình", "documents": 2, "strict_f1": [0.0, 0.5]}]
    assert 0 < told["kappa"][0]["by_label"]["person"] < 1
    assert told["fleiss"]["award"] is None
    assert set(told) == {"strict_f1", "intervals", "kappa", "fleiss", "alpha_u", "gamma"}


def test_people_read_tables_and_why_a_dash_stands(annotator: Any, compared: str) -> None:
    answer = annotator("agreement", "--corpus", "Kho")
    assert re.search(r"An +Bình +2 +0\.333 +0\.000 +0\.500 +0\.667 +0\.833 +0\.667 +1 +2 +2", answer.out)
    assert re.search(r"position +tỉnh +1 +1 +1 +Does position take in “tỉnh”", answer.out)
    assert re.search(r"award +0 +– +– +– +–", answer.out)
    assert "Nobody marked anything here" in answer.err
    vietnamese = annotator("agreement", "--corpus", "Kho", "--language", "vi")
    assert "Các cặp người gán nhãn" in vietnamese.out
    assert "chưa ai đánh dấu" in vietnamese.err


def test_one_person_alone_is_no_pair_and_no_error(annotator: Any, labelled: str) -> None:
    answer = annotator("agreement", "--corpus", "Kho", "--json")
    assert answer.status == 0
    assert answer.json["pairs"] == []
    assert "no pair" in answer.json["reasons"]["pairs"]
    assert "no pair" in annotator("agreement", "--corpus", "Kho").err


@pytest.mark.parametrize(
    ("words", "because"),
    [
        (("--annotators", "An,Niemand"), "Niemand"),
        (("--document", "nowhere"), "nowhere"),
        (("--output", "r.txt"), ".html"),
    ],
)
def test_what_cannot_be_is_refused(annotator: Any, compared: str, words: Any, because: str) -> None:
    answer = annotator("agreement", "--corpus", "Kho", *words)
    assert answer.status == 1
    assert because in answer.err
    assert annotator("agreement", "--corpus", "Nirgends").status == 1


def test_the_report_goes_into_a_spreadsheet(annotator: Any, compared: str, tmp_path: Any) -> None:
    path = tmp_path / "r.csv"
    assert annotator("agreement", "--corpus", "Kho", "--output", str(path)).status == 0
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert ["An", "Bình", "2", str(1 / 3), "0.0", "0.5"] == rows[5][:6]
    assert ["award", "0", "", "", "", ""] in rows
    assert any(row[:2] == ["'=Hai", "0.0"] for row in rows)


def test_the_report_is_a_page_that_needs_nothing_else(annotator: Any, compared: str, tmp_path: Any) -> None:
    path = tmp_path / "r.html"
    words = ("agreement", "--corpus", "Kho", "--output", str(path), "--advanced")
    assert annotator(*words).status == 0
    page = path.read_text(encoding="utf-8")
    assert "&lt;Một&gt;" in page
    assert "<Một>" not in page
    assert not re.search(r"<script|https?://|@import|url\(", page)
    assert "0.333" in page
    assert annotator(*words).status == 1
    assert annotator(*words, "--force", "--language", "vi").status == 0
    assert "0,333" in path.read_text(encoding="utf-8")
    inside = annotator("agreement", "--corpus", "Kho", "--output", str(path / "in-it.csv"))
    assert inside.status == 1
    assert "Nothing was saved" in inside.err
