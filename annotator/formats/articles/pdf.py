"""PDF files with a text layer: the text of their pages in the order in which the file draws it, by pypdf.

A PDF file says where signs stand on paper, not which of them are words and lines of an article. What comes
out is offered with its doubts said: pages without text, breaks within words, lines that come on every page.
Nothing is run, opened or fetched; pictures are never looked at.
"""

from __future__ import annotations

import logging
import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from annotator.errors import FormatError
from annotator.formats.base import IncomingDocument
from annotator.formats.decoding.legacy_text import settled
from annotator.formats.whole_file import read_whole
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source
    from annotator.messages import Message

_MOST_PAGES: Final = 5_000
_HYPHEN_AT_END: Final = re.compile(r"[^\W\d_][-\u00ad\u2010]\n(?=[^\W\d_])")
_NO_TEXT: Final = re.compile("[\0\ud800-\udfff]")
"""What no text can hold: NUL, and halves of characters."""
_JUNK_TITLE: Final = re.compile(
    r"(?i)^(?:microsoft word\s*-.*|untitled|.*\.(?:docx?|indd|qxd|pdf|rtf)|(?:www\.)\S+)$"
)
_DATE: Final = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_DAMAGES: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)
"""What reading a damaged file ends in besides pypdf's own errors."""


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The one document of a PDF file; title, author and date as metadata where they look meant.

    Raises:
        FormatError: no PDF file, damaged, with a password, or without any text.
        UndecidedEncodingError: its letters are those of an old Vietnamese font.
        OSError: the file cannot be read.
    """
    data = read_whole(source)
    if not data:
        raise FormatError(say("{file} is empty. There is nothing to import.", file=source.name))
    pages, properties = _opened(data, source.name, options)
    whole = "\n".join(filter(None, pages))
    text = _NO_TEXT.sub("", whole)
    if not text.strip():
        raise FormatError(
            say(
                "{file}: has no text layer: its {count} page is a picture. Recognise the text with another "
                "program first. Nothing was imported.|{file}: has no text layer: its {count} pages are "
                "pictures. Recognise the text with another program first. Nothing was imported.",
                file=source.name,
                count=len(pages),
            )
        )
    text = settled(text, options.encoding, source.name, notices)
    _tell(pages, len(_NO_TEXT.findall(whole)), notices)
    title = properties.pop("title", "")
    yield IncomingDocument(text, title, metadata=properties)


def _opened(data: bytes, name: str, options: ReadOptions) -> tuple[list[str], dict[str, str]]:
    """The text of each page, "" for one without, and what the file says of itself."""
    from pypdf import PdfReader  # here, because loading it takes a third of a second
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends by itself is nothing for a person
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FormatError(_has_password(name))
        if len(reader.pages) > _MOST_PAGES:
            raise FormatError(
                say(
                    "{file}: has {count} pages, more than the {most} that are read. Split it and try again. "
                    "Nothing was imported.",
                    file=name,
                    count=len(reader.pages),
                    most=_MOST_PAGES,
                )
            )
        return _texts(reader, options), _properties(reader.metadata)
    except (PyPdfError, *_DAMAGES) as error:
        if "/Encrypt" in data[-4096:].decode("latin-1"):
            raise FormatError(_has_password(name)) from error
        raise FormatError(
            say(
                "{file}: is not a PDF file, or a damaged one. Nothing was imported.",
                file=name,
            )
        ) from error


def _has_password(name: str) -> Message:
    return say(
        "{file}: is protected by a password. Save it without one and try again. Nothing was imported.",
        file=name,
    )


def _texts(reader: Any, options: ReadOptions) -> list[str]:
    texts = []
    for number, page in enumerate(reader.pages, 1):
        lines = (line.rstrip() for line in page.extract_text().split("\n"))
        texts.append("\n".join(lines).strip("\n"))
        if options.progress is not None:
            options.progress(number, len(reader.pages))
    return texts


def _tell(pages: Sequence[str], unreadable: int, notices: Notices) -> None:
    notices.add(
        say(
            "The text of {count} page was taken in as the file draws it: look whether columns, tables and "
            "blanks within words came out right.|The text of {count} pages was taken in as the file draws "
            "it: look whether columns, tables and blanks within words came out right.",
            count=len(pages),
        )
    )
    if empty := [number for number, text in enumerate(pages, 1) if not text.strip()]:
        notices.add(
            say(
                "{count} page has no text and was left out: {pages}.|"
                "{count} pages have no text and were left out: {pages}.",
                count=len(empty),
                pages=", ".join(map(str, empty[:10])) + (" …" if len(empty) > 10 else ""),
            )
        )
    if unreadable:
        notices.add(
            say(
                "{count} sign that is no character was left out.|"
                "{count} signs that are no characters were left out.",
                count=unreadable,
            )
        )
    if broken := len(_HYPHEN_AT_END.findall("\n".join(pages))):
        notices.add(
            say(
                "{count} line ends in a hyphen within a word; it was left so.|"
                "{count} lines end in a hyphen within a word; they were left so.",
                count=broken,
            )
        )


def _properties(held: Any) -> dict[str, str]:
    found = {}
    for key, name in (("title", "/Title"), ("author", "/Author"), ("date", "/CreationDate")):
        value = str((held or {}).get(name) or "").replace("\0", "").strip()
        if key == "date":
            made = _DATE.match(value)
            value = "-".join(filter(None, made.groups())) if made else ""
        if value and not (key == "title" and _JUNK_TITLE.match(value)):
            found[key] = " ".join(value.split())[:500]
    return found
