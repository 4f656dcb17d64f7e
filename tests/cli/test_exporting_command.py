from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from annotator.paths import default_library


def test_it_tells_what_was_written_and_found_again(annotator: Any, labelled: str, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    answer = annotator("export", "--corpus", "Kho", "--format", "jsonl", "--output", str(output), "--json")
    assert answer.status == 0
    assert answer.json == {
        "output": str(output),
        "format": "jsonl",
        "documents": 1,
        "spans": 2,
        "spans_written": 2,
        "spans_recovered": 2,
        "lost": [],
        "sha256": hashlib.sha256(output.read_bytes()).hexdigest(),
        "refused": [],
    }
    document = json.loads(output.read_text(encoding="utf-8").splitlines()[-1])
    assert (document["uid"], document["title"], len(document["spans"])) == (labelled, "Một", 2)


def test_losses_are_told_one_by_one_and_counted(
    annotator: Any, labelled: str, tmp_path: Path, data: Any
) -> None:
    line = {"document": labelled, "start": 3, "end": 9, "label": "organization"}
    annotator("spans", "add", "--corpus", "Kho", "--annotator", "Lan", "--from", data("in", line))
    output = str(tmp_path / "kho.conll")
    answer = annotator("export", "--corpus", "Kho", "--format", "conll", "--output", output, "--json")
    (lost,) = answer.json["lost"]
    assert answer.status == 0
    assert (lost["document"], lost["start"], lost["end"], lost["label"]) == (labelled, 3, 9, "organization")
    assert f"Một 3–9 organization “Nguyễn”: {lost['reason']}" in answer.err
    assert "1 span is not in the file" in answer.err


def test_a_damaged_document_is_named_and_the_others_are_written(
    annotator: Any, labelled: str, tmp_path: Path, data: Any
) -> None:
    annotator("import", data("b.jsonl", {"title": "Hai", "text": "Bài hai."}), "--corpus", "Kho")
    with sqlite3.connect(default_library()) as connection:
        connection.execute("UPDATE document SET text = 'Bài hau.' WHERE text = 'Bài hai.'")
    connection.close()
    words = ("export", "--corpus", "Kho", "--format", "jsonl", "--output", str(tmp_path / "o"), "--json")
    for more in (("--dry-run",), ()):
        answer = annotator(*words, *more)
        (refused,) = answer.json["refused"]
        assert (answer.status, answer.json["documents"], refused["title"]) == (1, 1, "Hai")
        assert f"Hai ({refused['document']}): {refused['reason']}" in answer.err
        assert "1 document is left out" in answer.err
    assert len((tmp_path / "o").read_text("utf-8").splitlines()) == 2
    assert annotator(*words, "--search", "label:person", "--force").json["refused"] == []


def test_a_search_chooses_documents(annotator: Any, labelled: str, tmp_path: Path, data: Any) -> None:
    line = {"title": "Tin hai", "text": "Bài hai.", "metadata": {"tags": "mật", "source": "Báo"}}
    annotator("import", data("b.jsonl", line), "--corpus", "Kho")
    words = ("export", "--corpus", "Kho", "--format", "jsonl", "--output", str(tmp_path / "o"), "--json")
    found = {
        search: annotator(*words, "--force", "--search", search).json["documents"]
        for search in ("tin", 'text:"bai hai"', "#mật", "source=Báo", "label:person", "-label:person #mật")
    }
    assert set(found.values()) == {1}
    assert annotator(*words, "--force", "--search", "label:person #mật").json["documents"] == 0
    assert annotator(*words, "--force", "--search", " ").json["documents"] == 2
    both = annotator(*words, "--force", "--search", "tin", "--status", "new").json["documents"]
    assert both == 1
    assert annotator(*words, "--force", "--search", "tin", "--status", "done").json["documents"] == 0


def test_several_layers_ask_which(annotator: Any, labelled: str, tmp_path: Path, data: Any) -> None:
    line = {"document": labelled, "start": 3, "end": 9, "label": "person"}
    annotator("spans", "add", "--corpus", "Kho", "--annotator", "Minh", "--from", data("in", line))
    words = ("export", "--corpus", "Kho", "--format", "jsonl", "--output", str(tmp_path / "x"), "--json")
    assert annotator(*words).status == 1
    assert annotator(*words, "--gold").status == 1
    assert annotator(*words, "--annotator", "Minh").json["spans"] == 1
    assert annotator(*words, "--all-layers", "--force").json["spans"] == 3
    assert annotator(*words, "--annotator", "Lan", "--labels", "person", "--force").json["spans"] == 1
    assert annotator(*words, "--annotator", "Lan", "--status", "done", "--force").json["documents"] == 0


def test_the_library_is_never_the_output(annotator: Any, labelled: str) -> None:
    library = Path(default_library())
    before = library.read_bytes()
    words = ("export", "--corpus", "Kho", "--format", "jsonl", "--output", str(library), "--force")
    assert annotator(*words).status == 1
    assert library.read_bytes() == before


@pytest.mark.parametrize("shares", ["80/10/20", "80/20", "80/10/x", "110/-5/-5"])
def test_shares_that_do_not_make_100_are_wrong_usage(annotator: Any, shares: str) -> None:
    words = ("export", "--corpus", "Kho", "--format", "jsonl", "--output", "x", "--split", shares)
    assert annotator(*words).status == 2


def test_a_split_is_a_folder(annotator: Any, labelled: str, tmp_path: Path) -> None:
    output = tmp_path / "parts"
    words = ("export", "--corpus", "Kho", "--format", "conll", "--output", str(output), "--split", "80/10/10")
    assert annotator(*words, "--seed", "7").status == 0
    assert {"train.conll", "dev.conll", "test.conll"} <= {each.name for each in output.iterdir()}


def test_nesting_that_is_refused_names_the_document(annotator: Any, data: Any, tmp_path: Path) -> None:
    spans = [{"start": 0, "end": 11, "label": "award"}, {"start": 0, "end": 4, "label": "person"}]
    path = data("a.jsonl", {"title": "Bằng khen", "text": "Huân chương.", "spans": spans})
    assert annotator("import", path, "--corpus", "Kho").status == 0
    words = ("--format", "conll", "--nested", "refuse", "--output", str(tmp_path / "o"))
    answer = annotator("export", "--corpus", "Kho", *words)
    assert answer.status == 1
    assert answer.err.startswith("Bằng khen (")
    assert "overlap, and “refuse” was chosen" in answer.err


@pytest.mark.parametrize(
    "more", [("--output", ""), ("--output", "x", "--split", "80/10/10", "--together", "")]
)
def test_words_without_a_character_are_wrong_usage(annotator: Any, more: tuple[str, ...]) -> None:
    answer = annotator("export", "--corpus", "Kho", "--format", "jsonl", *more)
    assert answer.status == 2
    assert more[-2] in answer.err


def test_a_part_that_would_be_empty_is_told_first(annotator: Any, labelled: str) -> None:
    answer = annotator(
        *("export", "--corpus", "Kho", "--format", "jsonl", "--dry-run"),
        *("--split", "80/10/10", "--together", "nothing"),
    )
    assert answer.status == 0
    lines = answer.err.splitlines()
    first = next(number for number, line in enumerate(lines) if "is empty: there are too few" in line)
    assert lines[first].startswith("dev ")
    assert lines[first + 1].startswith("test is empty")
    assert all("Leak check" not in line and "has no span" not in line for line in lines[:first])


def test_a_title_of_two_lines_is_told_on_one(annotator: Any, data: Any, tmp_path: Path) -> None:
    spans = [{"start": 0, "end": 4, "label": "person", "annotator": name} for name in ("Lan", "Minh")]
    path = data("a.jsonl", {"title": "Tin\nhai dòng", "text": "Ông An.", "spans": spans})
    annotator("import", path, "--corpus", "Kho")
    words = ("export", "--corpus", "Kho", "--format", "brat", "--all-layers", "--output", str(tmp_path / "o"))
    answer = annotator(*words, "--json")
    assert (answer.json["spans_written"], answer.json["spans_recovered"], len(answer.json["lost"])) == (
        1,
        1,
        1,
    )
    assert "\nTin hai dòng 0–4 person “Ông”: " in f"\n{answer.err}"
