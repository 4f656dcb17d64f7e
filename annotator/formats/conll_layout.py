"""Which columns of a CoNLL file hold the token and the tags."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.formats.base import Problems
    from annotator.formats.conll_blocks import Block

_TAG: Final = re.compile(r"O|_|[BIESLUM][-_].+")
_CHUNKS: Final = frozenset("NP VP PP ADVP ADJP SBAR PRT CONJP INTJ LST UCP".split())  # noqa: SIM905
DOCSTART: Final = "-DOCSTART-"
"""Token of a row that marks the beginning of a document (CoNLL-2003)."""
_COLUMNS: Final = "global.columns"


@dataclass(frozen=True, slots=True)
class Layout:
    """How rows are made.

    Attributes:
        separator: a tab, or None for any white space.
        width: cells of a row.
        token: which cell is the token.
        tags: which cells are tags, in order.
        has_marks: whether the file marks where documents begin.
    """

    separator: str | None
    width: int
    token: int
    tags: tuple[int, ...]
    has_marks: bool

    def cells(
        self, block: Block, problems: Problems, *, is_checked_later: bool = False
    ) -> tuple[Sequence[str], Sequence[Sequence[str]]] | None:
        """(tokens, one sequence of tags a column) of a block; None after its problem was noted.

        Args:
            block: with rows.
            problems: where to note a row of another width.
            is_checked_later: whether the tokens will be held against the text, which shows uneven rows too.
        """
        columns = self._tabbed(block.body, is_checked_later) if self.separator else None
        if columns is None:
            rows = [row.split(self.separator) for row in block.rows]
            for place, row in enumerate(rows):
                if len(row) != self.width or not row[self.token]:
                    self._note(block.line_of_row(place), len(row), problems)
                    return None
            columns = list(zip(*rows, strict=True))
        return columns[self.token], [columns[place] for place in self.tags]

    def _tabbed(self, body: str, is_checked_later: bool) -> list[Sequence[str]] | None:
        """The columns, cut without a look at single rows; None if the proof fails that all rows are alike."""
        cells = body.replace("\n", "\t").split("\t")
        columns: list[Sequence[str]] = [cells[place :: self.width] for place in range(self.width)]
        if len(cells) % self.width or "" in columns[self.token]:
            return None
        if is_checked_later:
            return columns
        again = "\n".join(map("\t".join, zip(*columns, strict=True)))
        return columns if again == body else None

    def _note(self, line: int, width: int, problems: Problems) -> None:
        problems.add(
            say(
                "{file}, line {line}: {found} columns but the first row has {width}, or a token is missing. "
                "Nothing was imported.",
                file=problems.source,
                line=line,
                found=width,
                width=self.width,
            )
        )


def layout_of(blocks: Sequence[Block], problems: Problems) -> Layout:
    """The layout that the first blocks of a file show.

    Raises:
        FormatError: there is no row, or no column of tags.
    """
    rows = [row for block in blocks for row in block.rows if not row.startswith(DOCSTART)]
    comments = [comment for block in blocks for comment in block.comments]
    has_marks = any(one.startswith("newdoc") for one in comments) or any(
        block.body.startswith(DOCSTART) for block in blocks
    )
    if not rows:
        if has_marks:
            return Layout("\t", 2, 0, (1,), has_marks)
        problems.refuse(say("{file} is empty. There is nothing to import.", file=problems.source))
    separator = "\t" if any("\t" in row for row in rows) else None
    cells = [row.split(separator) for row in rows if row.strip()]
    width = Counter(map(len, cells)).most_common(1)[0][0]
    even = [row for row in cells if len(row) == width]
    named = next((one.partition("=")[2].split() for one in comments if one.startswith(_COLUMNS)), None)
    tags = _named_tags(named) if named and len(named) == width else _seen_tags(even, width)
    if not tags:
        problems.refuse(
            say(
                "{file}: no column of tags (O, B-person, I-person, ...) was found. Nothing was imported.",
                file=problems.source,
            )
        )
    return Layout(separator, width, _token_column(even, tags), tags, has_marks)


def _named_tags(names: Sequence[str]) -> tuple[int, ...]:
    return tuple(place for place, name in enumerate(names) if name.startswith("NER"))


def _seen_tags(rows: Sequence[Sequence[str]], width: int) -> tuple[int, ...]:
    """The last columns that hold nothing but tags, columns of syntactic chunks left out."""
    fitting = [
        place
        for place in range(1, width)
        if all(_TAG.fullmatch(row[place]) for row in rows) and any(row[place] not in "_-" for row in rows)
    ]
    if not fitting:
        return (width - 1,) if width == 2 else ()
    run = [place for place in fitting if all(later in fitting for later in range(place, fitting[-1]))]
    told = [place for place in run if not _is_chunking(rows, place)]
    return tuple(told or run[-1:])


def _is_chunking(rows: Sequence[Sequence[str]], place: int) -> bool:
    labels = {row[place][2:] for row in rows if row[place] not in {"O", "_"}}
    return bool(labels) and labels <= _CHUNKS


def _token_column(rows: Sequence[Sequence[str]], tags: Sequence[int]) -> int:
    """The first column, or the second if the first counts tokens."""
    if tags[0] > 1 and all(row[0].isdecimal() for row in rows):
        return 1
    return 0
