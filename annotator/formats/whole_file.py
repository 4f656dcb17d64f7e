"""Reading a file as one piece, with a limit: for formats whose unit is the whole file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.errors import FormatError
from annotator.files import no_file
from annotator.messages import say

if TYPE_CHECKING:
    from annotator.formats.base import Source

LARGEST: Final = 200_000_000
"""Bytes of a file that is read as one piece."""

LARGEST_ARTICLE: Final = 64_000_000
"""Bytes of a file that is the text of one article; it is held several times over while it comes in."""

_FIRST: Final = 1 << 18
"""Most files are smaller; to ask for `LARGEST` bytes at once takes four times as long."""


def read_article(source: Source) -> bytes:
    """All bytes of a file that is little but the text of one article.

    Raises:
        FormatError: it is larger than `LARGEST_ARTICLE`, or no file.
        OSError: it cannot be read.
    """
    return _read(source, LARGEST_ARTICLE)


def read_whole(source: Source) -> bytes:
    """All bytes of the file.

    Raises:
        FormatError: it is larger than `LARGEST`, or no file.
        OSError: it cannot be read.
    """
    return _read(source, LARGEST)


def refuse_empty(source: Source) -> None:
    """Raises FormatError if there is nothing in the file, and OSError if it is not there."""
    if not source.path.stat().st_size:
        raise FormatError(say("{file} is empty. There is nothing to import.", file=source.name))


def _read(source: Source, limit: int) -> bytes:
    if problem := no_file(source.path, source.name):  # what is read with a file lies beside it unasked for
        raise FormatError(problem)
    with source.path.open("rb") as stream:
        data = stream.read(_FIRST)
        if len(data) == _FIRST:
            data += stream.read(limit + 1 - _FIRST)
    if len(data) > limit:
        raise FormatError(
            say(
                "{file}: is larger than {limit} MB, the most one article may have. Split it and try again. "
                "Nothing was imported.",
                file=source.name,
                limit=limit // 1_000_000,
            )
        )
    return data
