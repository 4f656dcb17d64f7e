"""Plain text: one file, one document, every character as decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.formats.base import IncomingDocument
from annotator.formats.decoding.decode import decode_bytes
from annotator.formats.foreign import refuse_rich_text
from annotator.formats.whole_file import read_article
from annotator.messages import say
from annotator.text.encoding_names import encoding_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source

_LOOK: Final = 64


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The one document of a text file; says so when its encoding was recognised and is not UTF-8.

    Raises:
        FormatError: empty, binary, Rich Text Format, or in an encoding that is not certain.
        OSError: the file cannot be read.
    """
    data = read_article(source)
    refuse_rich_text(data[:_LOOK], source.name)
    decoded = decode_bytes(data, options.encoding, name=source.name)
    if options.encoding is None and decoded.encoding != "utf-8":
        notices.add(say("It was read as {encoding}.", encoding=encoding_name(decoded.encoding)))
    yield IncomingDocument(decoded.text)
