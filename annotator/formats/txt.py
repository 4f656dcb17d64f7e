"""Plain text: one file, one document, every character as decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.formats.base import IncomingDocument
from annotator.formats.decode import decode_bytes
from annotator.formats.whole_file import read_article
from annotator.messages import say
from annotator.text.encoding_names import encoding_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The one document of a text file; says so when its encoding was recognised and is not UTF-8.

    Raises:
        FormatError: empty, binary, or in an encoding that is not certain.
        OSError: the file cannot be read.
    """
    decoded = decode_bytes(read_article(source), options.encoding, name=source.name)
    if options.encoding is None and decoded.encoding != "utf-8":
        notices.add(say("It was read as {encoding}.", encoding=encoding_name(decoded.encoding)))
    yield IncomingDocument(decoded.text)
