"""The lines of a WebAnno TSV 3 file: its layers, its sentences, and the rows of words and parts of words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.formats.decoding.decode import decode_bytes
from annotator.formats.webanno.escapes import unescape_text
from annotator.formats.whole_file import read_whole
from annotator.formats.wording import quoted
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.formats.base import Problems, ReadOptions, Source

_MARK: Final = re.compile(r"#FORMAT=WebAnno TSV (\d{1,3})(?:\.(\d{1,3}))?\s*")
_TEXT_LINE: Final = "#Text="
_ROW: Final = re.compile(r"\d+-\d+(?:\.\d+)?\t(\d{1,10})-(\d{1,10})\t")
_OF_WORD: Final = r"\d+-\d+(?:\.\d+)?\t(\d{1,10})-(\d{1,10})\t([^\t]*)"
"""How a row begins whose words hold no tab; below it, with what follows for so many columns."""
_NUMBER: Final = re.compile(r"\d+-\d+(\.\d+)?")
_KINDS: Final = {"#T_SP=": "span", "#T_RL=": "relation", "#T_CH=": "chain"}
_IN_NO_TEXT: Final = re.compile("[\0\ud800-\udfff]")


class Layer(NamedTuple):
    """A layer of the file.

    Attributes:
        name: of its type.
        kind: span, relation or chain.
        first: its first column among the rows' cells.
        columns: names of its columns; "" for one that only says that something is marked.
    """

    name: str
    kind: str
    first: int
    columns: tuple[str, ...]


class Row(NamedTuple):
    """A word or a part of one.

    Attributes:
        line: of the file, from 1.
        begin: where it begins, in the file's unit.
        end: where it ends.
        words: as they stand in the file.
        cells: one a column of a layer.
    """

    line: int
    begin: int
    end: int
    words: str
    cells: Sequence[str]


_make_row = partial(tuple.__new__, Row)


@dataclass(slots=True)
class Sentence:
    """A block of the file: its text and its rows; `line` is where it begins."""

    line: int
    text: str
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Rows:
    """All of a file."""

    layers: list[Layer]
    sentences: list[Sentence]


def rows_of(source: Source, options: ReadOptions, problems: Problems) -> Rows:
    """The layers and sentences of a file.

    Raises:
        FormatError: it is none of WebAnno TSV 3, cannot be decoded, or has rows that are none.
        OSError: it cannot be read.
    """
    text = decode_bytes(read_whole(source), options.encoding or "utf-8", name=source.name).text
    lines = text.replace("\r\n", "\n").split("\n")
    is_java = _check_version(lines[0], problems)
    layers, below = _layers(lines, problems)
    sentences = _Sentences(layers[-1].first + len(layers[-1].columns) if layers else 0, is_java, problems)
    sentences.take(lines, below)
    problems.raise_if_any()
    return Rows(layers, sentences.found)


def _check_version(first: str, problems: Problems) -> bool:
    """Whether texts have Java's escapes; other versions than 3 are refused."""
    found = _MARK.fullmatch(first)
    if found is None or found[1] != "3":
        problems.refuse(
            say(
                "{file}, line 1: does not begin with “#FORMAT=WebAnno TSV 3”. Versions 1 and 2 of the format "
                "are not read: export the project as WebAnno TSV 3.3 and try again. Nothing was imported.",
                file=problems.source,
            )
        )
    return int(found[2] or 0) < 2


def _layers(lines: Sequence[str], problems: Problems) -> tuple[list[Layer], int]:
    """The layers, and how many lines stand above the first sentence."""
    layers: list[Layer] = []
    columns = 0
    for number, line in enumerate(lines[1:], 1):
        if line.startswith(("#Text=", "#Sentence.")) or _NUMBER.match(line):
            return layers, number
        kind = _KINDS.get(line[:6])
        if kind is None:
            if line.strip():
                _refuse_line(number + 1, line, problems)
            continue
        name, *features = line[6:].split("|")
        layers.append(Layer(name.strip(), kind, columns, tuple(features or [""])))
        columns += len(layers[-1].columns)
    return layers, len(lines)


class _Sentences:
    """Takes the lines below the head."""

    def __init__(self, columns: int, is_java: bool, problems: Problems) -> None:
        self.found: list[Sentence] = []
        self._columns = columns
        self._is_java = is_java
        self._problems = problems

    def take(self, lines: Sequence[str], below: int) -> None:
        """All lines but so many of the head; what is wrong with them is noted.

        Rows as nearly all are, whole in one look, are taken here; the others line by line.
        """
        usual = re.compile(rf"{_OF_WORD}((?:\t[^\t]*){{{self._columns}}})\t?").fullmatch
        bare = "\t_" * self._columns
        bare_cells = ["_"] * self._columns
        for number, line in enumerate(lines[below:], below + 1):
            if self.found and (row := usual(line)):
                begin, end, words, rest = row.groups()
                cells = bare_cells if rest == bare else rest.split("\t")[1:]
                self.found[-1].rows.append(_make_row((number, int(begin), int(end), words, cells)))
            else:
                self._add(number, line)

    def _add(self, number: int, line: str) -> None:
        if not line.startswith("#") and line and self.found:
            if row := self._row(number, line):
                self.found[-1].rows.append(row)
        elif line.startswith(_TEXT_LINE):
            self._add_text(number, unescape_text(line[len(_TEXT_LINE) :], is_java=self._is_java))
        elif line.startswith("#Sentence.id=") or not line:
            return
        elif line.startswith("#"):
            _refuse_line(number, line, self._problems)
        else:
            self._problems.refuse(
                say(
                    "{file}, line {line}: stands before the first “#Text=”. Nothing was imported.",
                    file=self._problems.source,
                    line=number,
                )
            )

    def _add_text(self, number: int, text: str) -> None:
        if not text.isprintable() and _IN_NO_TEXT.search(text):
            self._problems.add(
                say(
                    "{file}, line {line}: a text holds NUL or half of a surrogate pair, which no text can "
                    "hold. Nothing was imported.",
                    file=self._problems.source,
                    line=number,
                )
            )
        elif self.found and not self.found[-1].rows:
            self.found[-1].text += f"\n{text}"
        else:
            self.found.append(Sentence(number, text))

    def _row(self, number: int, line: str) -> Row | None:
        found = _ROW.match(line)
        cells = line[found.end() :].split("\t") if found else []
        if len(cells) > self._columns + 1 and not cells[-1]:
            cells.pop()  # every row ends in a tab
        if found is None or len(cells) <= self._columns:
            self._problems.add(
                say(
                    "{file}, line {line}: {row} is no row of a number, a place, words and {count} more cell."
                    "|{file}, line {line}: {row} is no row of a number, a place, words and {count} more "
                    "cells.",
                    file=self._problems.source,
                    line=number,
                    row=quoted(line),
                    count=self._columns,
                )
            )
            return None
        last = len(cells) - self._columns
        words = cells[0] if last == 1 else "\t".join(cells[:last])
        return Row(number, int(found[1]), int(found[2]), words, cells[last:])


def _refuse_line(number: int, line: str, problems: Problems) -> None:
    problems.add(
        say(
            "{file}, line {line}: {row} is no line of WebAnno TSV 3. Nothing was imported.",
            file=problems.source,
            line=number,
            row=quoted(line),
        )
    )
