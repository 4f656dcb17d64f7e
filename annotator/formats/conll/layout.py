"""Which columns of a CoNLL file hold the token and the tags, and how its rows are cut."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.formats.tagged.tags import OUTSIDE, split_tag
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.formats.base import Problems
    from annotator.formats.conll.blocks import Block
    from annotator.messages import Message

    Rows = Sequence[Sequence[str]]
    Cells = tuple[Sequence[str], Sequence[Sequence[str]]]

_TAG: Final = re.compile(r"O|_|-|[BIESLUM][-_].+")
_SUFFIXED: Final = re.compile(r"O|_|-|.+[-_][BIESLUM]")
_SILENT: Final = frozenset({"O", "_", "-"})
_CHUNKS: Final = frozenset("NP VP PP ADVP ADJP SBAR PRT CONJP INTJ LST UCP".split())  # noqa: SIM905
_CONLL_U: Final = 10
_CONLL_U_NUMBER: Final = re.compile(r"\d+([-.]\d+)?")
DOCSTART: Final = "-DOCSTART-"
"""Token of a row that marks the beginning of a document (CoNLL-2003)."""
_COLUMNS: Final = "global.columns"


@dataclass(frozen=True, slots=True)
class Layout:
    """How rows are made.

    Attributes:
        separator: a tab, or None for any white space.
        width: cells of a row; 0 where rows have as many tags as the token has (Wojood).
        token: which cell is the token.
        tags: which cells are tags, in order; none in CoNLL-U.
        has_marks: whether the file marks where documents begin.
        suffixed: those of `tags` whose letter stands behind the label ("PER-B").
    """

    separator: str | None
    width: int
    token: int
    tags: tuple[int, ...]
    has_marks: bool
    suffixed: frozenset[int] = frozenset()

    @property
    def left_out(self) -> int:
        """How many columns are neither token nor tag, nor count tokens."""
        return max(self.width - len(self.tags) - self.token - 1, 0)

    def cells(self, block: Block, problems: Problems, *, is_checked_later: bool = False) -> Cells | None:
        """(tokens, one sequence of tags a column) of a block; None after its problem was noted.

        Args:
            block: with rows.
            problems: where to note a row of another width.
            is_checked_later: whether the tokens will be held against the text, which shows uneven rows too.
        """
        columns = self._tabbed(block.body, is_checked_later) if self.separator and self.width else None
        if columns is None:
            rows = [row.split(self.separator) for row in block.rows]
            for place, row in enumerate(rows):
                if len(row) != (self.width or len(row)) or not row or not row[self.token]:
                    problems.add(self._uneven(problems.source, block.line_of_row(place), len(row)))
                    return None
            if not self.width:
                return _columns_by_label(rows)
            columns = list(zip(*rows, strict=True))
        tags = [_turned(columns[place]) if place in self.suffixed else columns[place] for place in self.tags]
        return columns[self.token], tags

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

    def _uneven(self, file: str, line: int, found: int) -> Message:
        """What is wrong with a row of so many cells."""
        if found == self.width or not self.width:
            return say(
                "{file}, line {line}: the row has no token before its tag. Nothing was imported.",
                file=file,
                line=line,
            )
        return say(
            "{file}, line {line}: {count} column but the other rows have {width}. Nothing was imported."
            "|{file}, line {line}: {count} columns but the other rows have {width}. Nothing was imported.",
            file=file,
            line=line,
            count=found,
            width=self.width,
        )


def layout_of(blocks: Sequence[Block], problems: Problems) -> Layout:
    """The layout that the first blocks of a file show.

    Raises:
        FormatError: there is no row, or no column of tags.
    """
    rows = [row for block in blocks for row in block.rows if row.strip() and not row.startswith(DOCSTART)]
    comments = [comment for block in blocks for comment in block.comments]
    has_marks = any(one.startswith("newdoc") for one in comments) or any(
        block.body.startswith(DOCSTART) for block in blocks
    )
    if not rows:
        if has_marks:
            return Layout("\t", 2, 0, (1,), has_marks)
        problems.refuse(say("{file} is empty. There is nothing to import.", file=problems.source))
    separator = _separator(rows)
    cells = [row.split(separator) for row in rows]
    if all(map(_is_of_conll_u, cells)):
        return Layout(separator, _CONLL_U, 1, (), has_marks)
    if _are_sets(cells):
        return Layout(separator, 0, 0, (1,), has_marks)
    width = Counter(map(len, cells)).most_common(1)[0][0]
    even = [row for row in cells if len(row) == width]
    named = next((one.partition("=")[2].split() for one in comments if one.startswith(_COLUMNS)), None)
    tags, suffixed = _seen_tags(even, width)
    if named and len(named) == width:
        tags, suffixed = _named_tags(named), frozenset()
    if not tags:
        problems.refuse(
            say(
                "{file}: no column of tags (O, B-person, I-person, ...) was found. Nothing was imported.",
                file=problems.source,
            )
        )
    return Layout(separator, width, _token_column(even, tags), tags, has_marks, suffixed)


def _separator(rows: Sequence[str]) -> str | None:
    """A tab if there is any, but for files that are even only when any white space parts cells."""
    if not any("\t" in row for row in rows):
        return None
    by_tabs = {row.count("\t") for row in rows}
    by_blanks = {len(row.split()) for row in rows}
    return None if len(by_tabs) > 1 and len(by_blanks) == 1 and by_blanks != {1} else "\t"


def _is_of_conll_u(row: Sequence[str]) -> bool:
    return len(row) == _CONLL_U and bool(_CONLL_U_NUMBER.fullmatch(row[0]))


def _are_sets(rows: Rows) -> bool:
    """Whether a token is followed by as many tags as spans it is in."""
    widths = {len(row) for row in rows}
    return (
        len(widths) > 1
        and min(widths) > 1
        and all(_TAG.fullmatch(cell) for row in rows for cell in row[1:])
        and all(row[1] not in _SILENT for row in rows if len(row) > 2)
    )


def _columns_by_label(rows: Rows) -> Cells:
    """Sets of tags as columns, in each the tags of one label; tags of one label on one token need several."""
    columns: dict[tuple[str, int], list[str]] = {}
    for place, row in enumerate(rows):
        taken: set[tuple[str, int]] = set()
        for tag in sorted(row[1:], reverse=True):  # what goes on before what begins
            letter, label = split_tag(tag) or ("", "")
            if letter:
                key = _free_column(columns, taken, letter, label, place)
                columns.setdefault(key, [OUTSIDE] * len(rows))[place] = tag
                taken.add(key)
    return [row[0] for row in rows], list(columns.values())


def _free_column(
    columns: dict[tuple[str, int], list[str]],
    taken: set[tuple[str, int]],
    letter: str,
    label: str,
    place: int,
) -> tuple[str, int]:
    own = [key for key in columns if key[0] == label and key not in taken]
    if letter != "B" and place:
        own.sort(key=lambda key: columns[key][place - 1] == OUTSIDE)
    return own[0] if own else (label, sum(key[0] == label for key in columns))


def _named_tags(names: Sequence[str]) -> tuple[int, ...]:
    return tuple(place for place, name in enumerate(names) if name.startswith("NER"))


def _seen_tags(rows: Rows, width: int) -> tuple[tuple[int, ...], frozenset[int]]:
    """The last columns that hold nothing but tags, columns of chunks left out; which have suffixes."""
    plain = _fitting(rows, width, _TAG)
    fitting = plain or _fitting(rows, width, _SUFFIXED)
    suffixed = frozenset() if plain else frozenset(fitting)
    if not fitting:
        return ((1,), suffixed) if width == 2 and any(map(_may_be_tagged, rows)) else ((), suffixed)
    run = [place for place in fitting if all(later in fitting for later in range(place, fitting[-1]))]
    told = [place for place in run if not _is_chunking(rows, place)]
    return tuple(told or run[-1:]), suffixed


def _fitting(rows: Rows, width: int, pattern: re.Pattern[str]) -> list[int]:
    return [
        place
        for place in range(1, width)
        if all(pattern.fullmatch(row[place]) for row in rows) and any(row[place] not in "_-" for row in rows)
    ]


def _may_be_tagged(row: Sequence[str]) -> bool:
    """Whether the second of two cells is a tag, though others are bare labels or no tags at all."""
    return row[1] in _SILENT or row[1][:2] in {"B-", "I-", "B_", "I_"}


def _turned(tags: Sequence[str]) -> list[str]:
    """Tags with their letter in front; what is no tag is left as it is."""
    return [
        f"{tag[-1]}-{tag[:-2]}" if tag not in _SILENT and _SUFFIXED.fullmatch(tag) else tag for tag in tags
    ]


def _is_chunking(rows: Rows, place: int) -> bool:
    labels = {row[place][2:] for row in rows if row[place] not in _SILENT}
    return bool(labels) and labels <= _CHUNKS


def _token_column(rows: Rows, tags: Sequence[int]) -> int:
    """The first column, or the second if the first counts tokens."""
    if tags[0] > 1 and all(row[0].isdecimal() for row in rows):
        return 1
    return 0
