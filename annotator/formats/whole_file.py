"""Reading a file as one piece, with a limit: for formats whose unit is the whole file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.errors import FormatError
from annotator.messages import say

if TYPE_CHECKING:
    from annotator.formats.base import Source

LARGEST: Final = 200_000_000
"""Bytes of one article's file."""

_FIRST: Final = 1 << 18
"""Most files are smaller; to ask for `LARGEST` bytes at once takes four times as long."""


def read_whole(source: Source) -> bytes:
    """All bytes of the file.

    Raises:
        FormatError: it is larger than `LARGEST`.
        OSError: it cannot be read.
    """
    with source.path.open("rb") as stream:
        data = stream.read(_FIRST)
        if len(data) == _FIRST:
            data += stream.read(LARGEST + 1 - _FIRST)
    if len(data) > LARGEST:
        raise FormatError(
            say(
                "{file}: is larger than {limit} MB, the most one article may have. Split it and try again. "
                "Nothing was imported.",
                file=source.name,
                limit=LARGEST // 1_000_000,
            )
        )
    return data
