"""A CoNLL file as blocks: the comments and rows between two blank lines, with their line numbers."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from annotator.formats.decoding.decode import decode_bytes, is_utf8
from annotator.formats.whole_file import read_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.formats.base import ReadOptions, Source

_PIECE: Final = 1 << 20
_BLANK_LINE: Final = re.compile(r"\n[ \t]+(?=\n)")
_PIPE: Final = "|"
_MOST_PIPES: Final = 2
_SOURCE_LINE: Final = "#\t"


@dataclass(frozen=True, slots=True)
class Block:
    """One block.

    Attributes:
        comments: without their "# ".
        body: the other lines, the rows; "" if there are none.
        line: number of the block's first line, from 1.
        is_one_line: whether its rows stand on one line of the file.
    """

    comments: list[str]
    body: str
    line: int
    is_one_line: bool = False

    @property
    def rows(self) -> list[str]:
        """The rows, one by one."""
        return self.body.split("\n") if self.body else []

    def line_of_row(self, row: int) -> int:
        """The line number of a row, counted from 0."""
        return self.line + (0 if self.is_one_line else len(self.comments) + row)

    @property
    def is_outside(self) -> bool:
        """Whether surely no token of the block has a tag: all rows are token, tab, "O"."""
        body = self.body
        count = body.count("\n")
        return body.endswith("\tO") and body.count("\tO\n") == count == body.count("\t") - 1

    @property
    def inked(self) -> str:
        """The tokens of a block that `is_outside`, with nothing between them."""
        return self.body.replace("\tO\n", "").removesuffix("\tO")


def blocks_of(source: Source, options: ReadOptions) -> Iterator[Block]:
    """The blocks of a file; one in UTF-8 is read in pieces, any other whole.

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


def are_piped(blocks: Sequence[Block]) -> bool:
    """Whether sentences stand on lines, as `word|tag` or `word|part of speech|tag`, parted by blanks."""
    rows = [row for block in blocks for row in block.rows]
    has_words = any(map(str.split, rows))
    return has_words and all("\t" not in row and all(map(_is_piped, row.split())) for row in rows)


def unfolded(first: Sequence[Block], blocks: Iterable[Block]) -> Iterator[Block]:
    """A block of rows for each line of `blocks`; `first`, some of them, show how many cells a word has."""
    counts = Counter(cell.count(_PIPE) for block in first for cell in block.body.split())
    pipes = min(counts.most_common(1)[0][0], _MOST_PIPES)
    for block in blocks:
        for place, row in enumerate(block.rows):
            body = "\n".join("\t".join(cell.rsplit(_PIPE, pipes)) for cell in row.split())
            yield Block(block.comments if not place else [], body, block.line_of_row(place), is_one_line=True)


def _is_piped(cell: str) -> bool:
    return _PIPE in cell.strip(_PIPE)


def _raw_blocks(source: Source, options: ReadOptions) -> Iterator[str]:
    if not _is_in_utf8(source, options):
        text = decode_bytes(read_whole(source), options.encoding, name=source.name).text
        line_end = "\r\n" if "\n" in text else "\r"
        yield from _blank_lines_emptied(text.replace(line_end, "\n") + "\n").split("\n\n")
        return
    try:
        yield from _raw_blocks_of_utf8(source, options)
    except UnicodeDecodeError:
        decode_bytes(read_whole(source), options.encoding, name=source.name)  # knows the words for it
        raise


def _raw_blocks_of_utf8(source: Source, options: ReadOptions) -> Iterator[str]:
    line_end = _line_end(source)
    decoder = getincrementaldecoder("utf-8-sig")()
    rest = ""
    total = source.path.stat().st_size
    with source.path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            text = (rest + decoder.decode(piece)).replace(line_end, "\n")
            *whole, rest = _blank_lines_emptied(text).split("\n\n")
            yield from whole
            if options.progress:
                options.progress(stream.tell(), total)
    yield from _blank_lines_emptied(rest + decoder.decode(b"", final=True) + "\n").split("\n\n")


def _line_end(source: Source) -> str:
    """What else than a line feed ends a line: one of Windows, or of old Macs in a file without line feeds."""
    with source.path.open("rb") as stream:
        return "\r\n" if any(b"\n" in piece for piece in iter(partial(stream.read, _PIECE), b"")) else "\r"


def _blank_lines_emptied(text: str) -> str:
    return _BLANK_LINE.sub("\n", text) if "\n " in text or "\n\t" in text else text


def _is_in_utf8(source: Source, options: ReadOptions) -> bool:
    """Whether to read the file as UTF-8: that was asked for, or nothing was and the whole file is so."""
    if options.encoding is not None:
        return is_utf8(options.encoding)
    decoder = getincrementaldecoder("utf-8")()
    try:
        with source.path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                decoder.decode(piece)
                if b"\0" in piece:
                    return False
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_wider(rows: str, line: str) -> bool:
    """Whether the first row counts tokens and has more cells than the line before it."""
    row = rows.partition("\n")[0]
    return row.startswith("1\t") and row.count("\t") > line.count("\t")


def _block(raw: str, line: int) -> Block:
    comments = []
    body = raw
    while body.startswith("#"):
        first, _, rest = body.partition("\n")
        if first.startswith(_SOURCE_LINE) and _is_wider(rest, first):
            comments.append(f"source = {first.removeprefix(_SOURCE_LINE)}")  # GermEval 2014
        elif "\t" in first or first == "#":
            break
        else:
            comments.append(first[2:] if first.startswith("# ") else first[1:])
        body = rest
    return Block(comments, body, line)
