"""A text that no library can take well is refused with a sentence, whatever the format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from annotator.errors import FormatError
from annotator.formats.base import IncomingDocument
from annotator.services.intake import reading as intake
from annotator.services.library import open_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["a.jsonl", "a.txt", "a.html"])
def test_a_document_longer_than_can_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(intake, "LONGEST_TEXT", 30)
    text = "Bài này dài quá. " * 3
    held = {
        "a.jsonl": "\n".join(json.dumps({"text": each}, ensure_ascii=False) for each in ("Ngắn.", text)),
        "a.txt": text,
        "a.html": f"<html><body><p>{text}</p></body></html>",
    }[name]
    path = tmp_path / name
    path.write_text(held, "utf-8")
    with open_library(str(tmp_path / "l.annotator")) as library:
        [file] = library.importing.import_paths([str(path)], "Kho").files
        assert library.corpora.list() == []
    assert not file.accepted
    [problem] = map(str, file.messages)
    assert problem.startswith(f"{path}: the text that begins “Bài này dài quá.")
    assert "one document may have 30 at most" in problem


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_large_article_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("annotator.formats.whole_file.LARGEST_ARTICLE", 1_000_000)
    path = tmp_path / name
    path.write_bytes(b"<html>" + b"a" * 1_000_000)
    with open_library(str(tmp_path / "l.annotator")) as library:
        [file] = library.importing.import_paths([str(path)], "Kho").files
    [problem] = map(str, file.messages)
    assert problem.startswith(f"{path}: is larger than 1 MB, the most one article may have.")


@pytest.mark.parametrize(
    "document",
    [
        IncomingDocument("a\0b"),
        IncomingDocument("a", title="\0"),
        IncomingDocument("a", metadata={"k\0": "v"}),
        IncomingDocument("a", metadata={"k": "\0"}),
    ],
)
def test_nul_is_refused_whatever_a_reader_let_through(document: IncomingDocument) -> None:
    with pytest.raises(FormatError, match=r"a\.pdf: a text holds U\+0000, which no text can hold"):
        intake._require_text("a.pdf", document)
    intake._require_text("a.pdf", IncomingDocument("a", "b", metadata={"k": "v"}))
