"""XML from other people, through defusedxml: no DTD, no entities, nothing external, no bottomless nesting."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]

from annotator.errors import FormatError
from annotator.messages import say

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST: Final = 200
_PIECE: Final = 1 << 22


class _InLargePieces(io.BytesIO):
    """Bytes that are read 4 MiB at a time, whatever is asked for.

    Expat before 2.6 begins a value that is longer than a piece anew with each further one: the text of an
    XMI file, which is one attribute, took a time that grew with the square of its length.
    """

    def read(self, _size: int | None = -1, /) -> bytes:
        """The next piece."""
        return super().read(_PIECE)


def parse_xml(data: bytes, name: str, part: str) -> Element:
    """The root element of a document.

    Args:
        data: the whole document.
        name: of the file, for messages.
        part: which document in it, for messages.

    Raises:
        FormatError: not well-formed, nested deeper than `DEEPEST`, or with a document type declaration.
    """
    depth = 0
    root: Element | None = None
    try:
        for event, element in iterparse(_InLargePieces(data), ("start", "end"), forbid_dtd=True):
            root = element if root is None else root
            depth += 1 if event == "start" else -1
            if depth > DEEPEST:
                raise FormatError(
                    say(
                        "{file}, {part}: elements are nested more than {depth} deep. Nothing was imported.",
                        file=name,
                        part=part,
                        depth=DEEPEST,
                    )
                )
    except DefusedXmlException as error:
        raise FormatError(
            say(
                "{file}, {part}: contains a document type declaration (DTD), which is not accepted. "
                "Nothing was imported.",
                file=name,
                part=part,
            )
        ) from error
    except ParseError as error:
        line, column = error.position
        raise FormatError(
            say(
                "{file}, {part}, line {line}, column {column}: not well-formed XML. Nothing was imported.",
                file=name,
                part=part,
                line=line,
                column=column,
            )
        ) from error
    except (LookupError, ValueError) as error:  # what Expat finds wrong with an encoding
        raise FormatError(
            say(
                "{file}, {part}: names an encoding that is not read. Save it as UTF-8 and try again. Nothing "
                "was imported.",
                file=name,
                part=part,
            )
        ) from error
    if root is None:
        raise FormatError(say("{file}, {part}: is empty. Nothing was imported.", file=name, part=part))
    return root


def local_name(element: Element) -> str:
    """The element's name without its namespace; "" for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
