"""A CoNLL file as blocks: the comments and rows between two blank lines, with their line numbers."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.formats.decode import decode_bytes, is_utf8
from annotator.formats.whole_file import read_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.base import ReadOptions, Source

_PIECE: Final = 1 << 20
_BLANK_LINE: Final = re.compile(r"\n[ \t]+(?=\n|\Z)")


@dataclass(frozen=True, slots=True)
class Block:
    """One block.

    Attributes:
        comments: without their "# ".
        body: the other lines, the rows; "" if there are none.
        line: number of the block's first line, from 1.
    """

    comments: list[str]
    body: str
    line: int

    @property
    def rows(self) -> list[str]:
        """The rows, one by one."""
        return self.body.split("\n") if self.body else []

    def line_of_row(self, row: int) -> int:
        """The line number of a row, counted from 0."""
        return self.line + len(self.comments) + row

    @property
    def is_outside(self) -> bool:
        """Whether surely no token of the block has a tag: all rows are token, tab, "O"."""
        body = self.body
        count = body.count("\n")
        return body.endswith("\tO") and body.count("\tO\n") == count == body.count("\t") - 1


def blocks_of(source: Source, options: ReadOptions) -> Iterator[Block]:
    """The blocks of a file; one asked for in UTF-8 is read in pieces, any other whole.

    Raises:
        FormatError: it cannot be decoded.
        OSError: it cannot be read.
    """
    line = 1
    for raw in _raw_blocks(source, options):
        if raw.strip("\n"):
            start = len(raw) - len(raw.lstrip("\n"))
            yield _block(raw.strip("\n"), line + start)
        line += raw.count("\n") + 2


def _raw_blocks(source: Source, options: ReadOptions) -> Iterator[str]:
    if options.encoding is None or not is_utf8(options.encoding):
        text = decode_bytes(read_whole(source), options.encoding, name=source.name).text
        yield from _BLANK_LINE.sub("\n", text.replace("\r\n", "\n")).split("\n\n")
        return
    decoder = getincrementaldecoder("utf-8-sig")()
    rest = ""
    with source.path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            *whole, rest = (rest + decoder.decode(piece)).split("\n\n")
            yield from whole
            if options.progress:
                options.progress(stream.tell(), source.path.stat().st_size)
    yield rest + decoder.decode(b"", final=True)


def _block(raw: str, line: int) -> Block:
    comments = []
    body = raw
    while body.startswith("#"):
        first, _, rest = body.partition("\n")
        if "\t" in first or first == "#":
            break
        comments.append(first[2:] if first.startswith("# ") else first[1:])
        body = rest
    return Block(comments, body, line)
