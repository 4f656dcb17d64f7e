"""A document that is damaged, or that a format cannot write, is left out by name; all others are written."""

from __future__ import annotations

import json
import sqlite3
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from annotator.errors import UserError
from annotator.formats.base import UnwritableError
from annotator.formats.registry import FORMATS, WRITABLE
from annotator.messages import say
from annotator.model.recipe import Recipe, Split
from annotator.services.export import exporting
from annotator.services.library import open_library

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import BinaryIO

    from annotator.formats.base import OutgoingDocument

DAMAGES = {
    "UPDATE document SET text = 'Bài thứ hau.' WHERE length = 12": "not the one that was saved",
    "UPDATE document SET text = '' WHERE length = 12": "not the one that was saved",
    "UPDATE document SET text = CAST(x'42C3' AS TEXT) WHERE length = 12": "cannot be read",
    "UPDATE document_version SET title = CAST(x'42C3' AS TEXT) WHERE title = 'Hai'": "cannot be read",
    "UPDATE document_version SET metadata = '[' WHERE title = 'Hai'": "cannot be read",
    "UPDATE document_version SET metadata = '[]' WHERE title = 'Hai'": "cannot be read",
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Three documents; the second one's text has 12 characters."""
    path = tmp_path / "library.annotator"
    with open_library(str(path)) as made:
        corpus = made.corpora.create("Tin").value
        made.documents.add(corpus.uid, "Một", "Bài thứ nhất.")
        made.documents.add(corpus.uid, "Hai", "Bài thứ hai.")
        made.documents.add(corpus.uid, "Ba", "Và bài thứ ba.")
    return path


def spoil(library: Path, statement: str) -> None:
    """Change the file behind the program's back."""
    with sqlite3.connect(library) as connection:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(("damage", "said"), DAMAGES.items())
@pytest.mark.parametrize("split", [None, Split()])
def test_a_damaged_document_is_left_out_by_name(
    library: Path, tmp_path: Path, damage: str, said: str, split: Split | None
) -> None:
    spoil(library, damage)
    recipe, seen = Recipe(split=split), []
    with open_library(str(library), writable=False, create=False) as opened:
        foreseen = opened.exporting.foresee("Tin", recipe)
        result = opened.exporting.export(
            "Tin", recipe, str(tmp_path / "out"), progress=lambda done, total: seen.append((done, total))
        )
    assert (result.documents, result.documents_recovered, foreseen.documents) == (2, 2, 2)
    assert seen[-1][0] == seen[-1][1]
    [refused] = result.refused
    assert foreseen.refused == (refused,)
    assert refused.title[0] in "HB"
    assert said in str(refused.reason)


def test_manifest_and_card_name_what_is_left_out(library: Path, tmp_path: Path) -> None:
    spoil(library, next(iter(DAMAGES)))
    with open_library(str(library), writable=False, create=False) as opened:
        [refused] = opened.exporting.export("Tin", Recipe(card=True), str(tmp_path / "o")).refused
    told = json.loads((tmp_path / "o.manifest.json").read_text("utf-8"))["refused"]
    assert told == [{"document": refused.document, "title": "Hai", "reason": str(refused.reason)}]
    card = (tmp_path / "o.README.md").read_text("utf-8")
    assert "Documents: 2; 1 left out" in card
    assert f"The document Hai ({refused.document}): Its text is damaged" in card


def test_what_the_recipe_does_not_choose_is_not_named(library: Path, tmp_path: Path) -> None:
    spoil(library, next(iter(DAMAGES)))
    with open_library(str(library), writable=False, create=False) as opened:
        result = opened.exporting.export("Tin", Recipe(search="một"), str(tmp_path / "o"))
        tagged = opened.exporting.foresee("Tin", Recipe(with_tags=("mật",)))
    assert (result.documents, result.refused, tagged.refused) == (1, (), ())


def test_a_text_with_nul_keeps_no_other_back(library: Path, tmp_path: Path) -> None:
    with open_library(str(library)) as opened:
        corpus = opened.corpora.named("Tin").uid
        opened.documents.add(corpus, "Bốn", "Bài\0thứ tư.")
        result = opened.exporting.export("Tin", Recipe("conll"), str(tmp_path / "o"))
    assert (result.documents, result.is_proven) == (3, True)
    assert [(each.title, "NUL" in str(each.reason)) for each in result.refused] == [("Bốn", True)]


@pytest.mark.parametrize("format_name", WRITABLE)
def test_a_text_of_white_space_keeps_no_other_back(library: Path, tmp_path: Path, format_name: str) -> None:
    if FORMATS[format_name].extra:
        pytest.importorskip(FORMATS[format_name].extra)
    with open_library(str(library)) as opened:
        opened.documents.add(opened.corpora.named("Tin").uid, "Trắng", " \n ")
        result = opened.exporting.export("Tin", Recipe(format_name), str(tmp_path / "o"))
    assert (result.documents, result.documents_recovered, result.refused) == (4, 4, ())


def test_nothing_is_written_when_every_document_is_left_out(library: Path, tmp_path: Path) -> None:
    spoil(library, "UPDATE document SET text_sha256 = text_sha256 || '0'")
    with (
        open_library(str(library), writable=False, create=False) as opened,
        pytest.raises(UserError, match=r"nothing was written\. Một \(.*damaged"),
    ):
        opened.exporting.export("Tin", Recipe(), str(tmp_path / "o"))
    assert not (tmp_path / "o").exists()


@pytest.fixture
def picky(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """JSONL that refuses texts with one of its words; how many documents it was given."""
    asked = SimpleNamespace(words=("hai", "ba"), times=0)
    whole = exporting.writer_for("jsonl")

    def checked(documents: Iterable[OutgoingDocument]) -> Iterable[OutgoingDocument]:
        for one in documents:
            asked.times += 1
            if any(word in one.document.text for word in asked.words):
                raise UnwritableError(one.document, say("It is bad."))
            yield one

    def write(
        head: Any, documents: Iterable[OutgoingDocument], stream: BinaryIO, options: Any, losses: Any
    ) -> None:
        whole(head, checked(documents), stream, options, losses)

    monkeypatch.setattr(exporting, "writer_for", lambda _name: write)
    return asked


@pytest.mark.parametrize("split", [None, Split()])
def test_what_a_format_cannot_write_is_left_out(
    library: Path, tmp_path: Path, picky: SimpleNamespace, split: Split | None
) -> None:
    with open_library(str(library)) as opened:
        result = opened.exporting.export("Tin", Recipe(split=split), str(tmp_path / "o"))
        foreseen = opened.exporting.foresee("Tin", Recipe(split=split))
        shown = opened.exporting.preview("Tin", Recipe())
        hidden = opened.exporting.preview("Tin", Recipe(), document=result.refused[0].document)
    assert [(each.title, str(each.reason)) for each in result.refused] == [
        ("Hai", "It is bad."),
        ("Ba", "It is bad."),
    ]
    assert foreseen.refused == result.refused
    assert (result.documents, result.is_proven) == (1, True)
    assert shown is not None
    assert (shown.title, hidden) == ("Một", None)
    assert picky.times < 20


def test_a_format_that_can_write_nothing_says_why(
    library: Path, tmp_path: Path, picky: SimpleNamespace
) -> None:
    picky.words = ("ài",)
    with open_library(str(library)) as opened, pytest.raises(UserError, match=r"Một .*: It is bad\."):
        opened.exporting.export("Tin", Recipe(), str(tmp_path / "o"))
    assert list(tmp_path.glob("*o")) == []
