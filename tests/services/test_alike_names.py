"""Labels whose names look the same are one label, and an import says under which name each came in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from annotator.errors import UserError
from annotator.model.label import name_key
from annotator.services.library import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.services.intake.importing import ImportResult
    from annotator.services.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(str(tmp_path / "l.annotator")) as opened:
        yield opened


def bring(library: Library, path: Path, *labels: str) -> ImportResult:
    spans = [{"start": place, "end": place + 1, "label": label} for place, label in enumerate(labels)]
    path.write_text(json.dumps({"text": f"{path.stem} văn bản dài.", "spans": spans}), "utf-8")
    return library.importing.import_paths([str(path)], "Kho")


def names(library: Library) -> list[str]:
    return [each.label.name for each in library.labels.list(library.corpora.named("Kho").uid)]


@pytest.mark.parametrize(
    "other", [" chức vụ", "chức vụ\u00a0", "chức\u00a0vụ", "chức\u2003 vụ", "CHỨC VỤ", "chức vụ"]
)
def test_names_that_look_the_same_are_the_same(other: str) -> None:
    assert name_key(other) == name_key("chức vụ")
    assert name_key("chứcvụ") != name_key("chức vụ")


def test_spellings_of_one_label_become_one_and_are_told(library: Library, tmp_path: Path) -> None:
    result = bring(library, tmp_path / "a.jsonl", " x ", "x", "x\u00a0", "PERSON", "y\u00a0z", "Y Z")
    assert names(library)[5:] == ["x", "y\u00a0z"]
    assert result.labels_added == ("x", "y\u00a0z")
    [note] = map(str, result.notes)
    assert note == (
        "4 labels came in under the names that they have here: “ x ” → “x”, “x\u00a0” → “x”, "
        "“PERSON” → “person”, “Y Z” → “y\u00a0z”."
    )
    assert bring(library, tmp_path / "b.jsonl", "x", "person").notes == ()
    [note] = map(str, bring(library, tmp_path / "c.jsonl", " X").notes)
    assert note == "1 label came in under the name that it has here: “ X” → “x”."


def test_a_merged_label_is_told_by_the_name_it_came_in_under(library: Library, tmp_path: Path) -> None:
    bring(library, tmp_path / "a.jsonl", "cũ", "mới")
    home = library.corpora.named("Kho").uid
    uids = {each.label.name: each.label.uid for each in library.labels.list(home)}
    library.labels.merge(uids["cũ"], uids["mới"], corpus=home)
    [note] = map(str, bring(library, tmp_path / "b.jsonl", "cũ").notes)
    assert note == "1 label came in under the name that it has here: “cũ” → “mới”."


def test_blanks_at_the_ends_are_no_part_of_a_label(library: Library) -> None:
    home = library.corpora.create("Kho").value.uid
    made = library.labels.add(home, " nơi chốn\u00a0").value
    assert made.name == "nơi chốn"
    assert library.labels.change(made.uid, corpus=home, name="  nơi ").value.name == "nơi"
    with pytest.raises(UserError, match="There is a label named nơi already"):
        library.labels.add(home, "NƠI ")
