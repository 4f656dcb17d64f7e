"""Which reader and writer a format has, and which format a file is of: by its suffix, and by its content."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from annotator.errors import FormatError, UserError
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from annotator.formats.base import Reader, Writer

AUTO: Final = "auto"
_READERS: Final = {"jsonl": "jsonl", "txt": "txt", "docx": "docx", "html": "html", "conll": "conll"}
_WRITERS: Final = {"jsonl": "jsonl_writer", "conll": "conll_writer"}
_SUFFIXES: Final[Mapping[str, str]] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".txt": "txt",
    ".text": "txt",
    ".md": "txt",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".conll": "conll",
    ".iob": "conll",
    ".iob2": "conll",
    ".bio": "conll",
    ".bioes": "conll",
}
_EXTENSIONS: Final = {"jsonl": "jsonl", "conll": "conll"}
_LOOK: Final = 4096

READABLE: Final = tuple(_READERS)
"""Formats that can be imported, by the name that `--format` takes."""

WRITABLE: Final = tuple(_WRITERS)
"""Formats that can be exported."""


def reader_for(path: Path, format_name: str = AUTO, *, name: str | None = None) -> tuple[str, Reader]:
    """The format's name and its reader.

    Args:
        path: the file, which is looked into when the format is "auto".
        format_name: "auto" or one of `READABLE`.
        name: the file's name as the person gave it, for messages.

    Raises:
        FormatError: the format is not known, or the file is of none that can be read.
        OSError: the file cannot be read.
    """
    chosen = detect(path, name or str(path)) if format_name == AUTO else format_name
    if chosen not in _READERS:
        raise FormatError(
            say(
                "{file}: this version cannot read the format “{format}”; it reads {known}. Nothing was "
                "imported.",
                file=name or str(path),
                format=chosen,
                known=", ".join(READABLE),
            )
        )
    return chosen, cast("Reader", import_module(f"annotator.formats.{_READERS[chosen]}").read)


def writer_for(format_name: str) -> Writer:
    """The writer of a format; raises UserError when there is none."""
    if format_name not in _WRITERS:
        raise UserError(
            say(
                "This version cannot write the format “{format}”; it writes {known}.",
                format=format_name,
                known=", ".join(WRITABLE),
            )
        )
    return cast("Writer", import_module(f"annotator.formats.{_WRITERS[format_name]}").write)


def extension_of(format_name: str) -> str:
    """What file names of the format end in, without the dot."""
    return _EXTENSIONS[format_name]


def can_be_read(path: Path) -> bool:
    """Whether a file in a folder looks, by its name, like one to import."""
    return path.suffix.lower() in _SUFFIXES and not path.name.startswith((".", "~$"))


def detect(path: Path, name: str) -> str:
    """The format of a file: what it begins with decides where that is unmistakable, else the suffix.

    Raises:
        FormatError: neither says anything.
        OSError: the file cannot be read.
    """
    suffix = path.suffix.lower()
    with path.open("rb") as stream:
        start = stream.read(_LOOK)
    if found := _by_content(start, suffix):
        return found
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    if not suffix:
        return "txt"
    raise FormatError(
        say(
            "{file}: cannot tell what kind of file it is. Choose its format ({known}) and try again. "
            "Nothing was imported.",
            file=name,
            known=", ".join(READABLE),
        )
    )


def _by_content(start: bytes, suffix: str) -> str | None:
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if suffix in {".docx", ".pdf"}:
        return suffix[1:]
    if head.startswith(b"%pdf-"):
        return "pdf"
    if start.startswith(b"PK\x03\x04") and (b"word/" in start or b"[Content_Types].xml" in start):
        return "docx"
    if head.startswith((b"<!doctype html", b"<html")) and suffix not in {".txt", ".text", ".md"}:
        return "html"
    if suffix in {"", ".json"} and head.startswith(b"{") and (b'"text"' in head or b'"corpus"' in head):
        return "jsonl"
    return None
