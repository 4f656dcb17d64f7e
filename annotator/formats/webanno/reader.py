"""WebAnno TSV 3 read: the format of INCEpTION and WebAnno, one document a file.

The text stands in `#Text=` lines; between two sentences it has as many characters as the places of the first
words say, a line feed and blanks, as INCEpTION itself reads it. Places count UTF-16 units; files of other
tools that count code points are told by the words that stand beside each place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from annotator.formats.base import IncomingDocument, IncomingLayer, IncomingSpan, Problems
from annotator.formats.left_out import CHAINED, EMPTY_SPANS, LINKS, RELATIONS, LeftOut
from annotator.formats.offsets import CODE_POINTS, UTF16, Claim, settle
from annotator.formats.uima.layers import ANNOTATOR, chosen_layers, label_of, tell_layers
from annotator.formats.webanno.escapes import numbered, pieces_of, unescape_text, unescape_value
from annotator.formats.webanno.rows import rows_of
from annotator.formats.wording import quoted
from annotator.messages import say
from annotator.model.document import Status
from annotator.model.label import is_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source
    from annotator.formats.offsets import Place
    from annotator.formats.webanno.rows import Layer, Row, Rows, Sentence

_NOTHING: Final = "_"
_NO_VALUE: Final = "*"
_SLOT: Final = "ROLE_"
_WIDEST: Final = 100_000
"""Characters between two sentences, at most."""

_make_claim = partial(tuple.__new__, Claim)


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The document of a WebAnno TSV 3 file.

    Raises:
        FormatError: another version, rows that are none, places that do not fit the text, no layer as asked
        for. OSError: the file cannot be read.
    """
    problems = Problems(source.name)
    rows = rows_of(source, options, problems)
    left_out = LeftOut()
    marks = _marks_of(rows, left_out, problems)
    notices.offer("layer", sorted(layer.name for layer in rows.layers if layer.kind == "span"))
    wanted = _wanted(marks, rows.layers, options.layer, source.name, notices)
    text, places = _settled(rows, problems, notices)
    problems.raise_if_any()
    spans = tuple(_spans(wanted, places, left_out, problems))
    problems.raise_if_any()
    if not text:
        problems.refuse(say("{file}: holds no text. Nothing was imported.", file=source.name))
    left_out.tell(notices)
    people = dict.fromkeys(span.annotator for span in spans if span.annotator)
    layers = tuple(IncomingLayer(person, Status.NEW) for person in people)
    yield IncomingDocument(text, spans=spans, layers=layers)


@dataclass(slots=True)
class _Mark:
    """Something marked in a layer of spans, over one row or, by its number, over several.

    Attributes:
        layer: name.
        line: where it begins in the file.
        begin: in the file's unit.
        end: in the file's unit.
        features: by name; None where nothing was chosen.
    """

    layer: str
    line: int
    begin: int
    end: int
    features: dict[str, str | None] = field(default_factory=dict)


def _marks_of(rows: Rows, left_out: LeftOut, problems: Problems) -> list[_Mark]:
    """All that is marked in layers of spans; relations, links and chains are counted."""
    found: list[_Mark] = []
    open_marks: dict[tuple[str, int], _Mark] = {}
    bare = [_NOTHING] * sum(len(layer.columns) for layer in rows.layers)
    for sentence in rows.sentences:
        for row in sentence.rows:
            if row.cells == bare:
                continue
            for layer in rows.layers:
                cells = row.cells[layer.first : layer.first + len(layer.columns)]
                if all(cell == _NOTHING for cell in cells):
                    continue
                if layer.kind == "span":
                    found += _marked(layer, cells, row, open_marks, left_out, problems)
                else:
                    _count(layer, cells, left_out)
    return found


def _count(layer: Layer, cells: Sequence[str], left_out: LeftOut) -> None:
    pieces = max(len(pieces_of(cell)) for cell in cells if cell != _NOTHING)
    if layer.kind == "chain":
        left_out.add(CHAINED, pieces)
    else:
        left_out.add(RELATIONS, pieces)


def _marked(
    layer: Layer,
    cells: Sequence[str],
    row: Row,
    open_marks: dict[tuple[str, int], _Mark],
    left_out: LeftOut,
    problems: Problems,
) -> Iterator[_Mark]:
    """What begins in this row; what goes on in it becomes longer."""
    numbers: dict[int, int] = {}
    features: dict[int, dict[str, str | None]] = {}
    for column, cell in zip(layer.columns, cells, strict=True):
        if cell == _NOTHING:
            continue
        is_role = column.startswith(_SLOT)
        is_target = "." in column and not is_role  # the spans that the roles lead to, by their rows' numbers
        if is_target:
            left_out.add(LINKS, sum(piece.count(";") + 1 for piece in pieces_of(cell)))
        for place, piece in enumerate(pieces_of(cell)):
            written, number = (piece, 0) if is_target else numbered(piece)
            numbers[place] = number or numbers.get(place, 0)
            values = features.setdefault(place, {})
            if not (is_role or is_target):
                values[column] = None if written in {_NO_VALUE, _NOTHING} else unescape_value(written)
    for place, values in features.items():
        key = layer.name, numbers[place]
        before = open_marks.get(key) if numbers[place] else None
        if before is None:
            mark = _Mark(layer.name, row.line, row.begin, row.end, values)
            if numbers[place]:
                open_marks[key] = mark
            yield mark
        elif before.features == values:
            before.begin, before.end = min(before.begin, row.begin), max(before.end, row.end)
        else:
            problems.add(
                say(
                    "{file}, line {line}: the span [{number}] of the layer {layer} is another one than in "
                    "line {before}. Nothing was imported.",
                    file=problems.source,
                    line=row.line,
                    number=numbers[place],
                    layer=layer.name,
                    before=before.line,
                )
            )


def _wanted(
    marks: Sequence[_Mark], layers: Sequence[Layer], asked: str, file: str, notices: Notices
) -> list[_Mark]:
    """The marks of the layers to read; the others are told by layer."""
    counts = dict.fromkeys((layer.name for layer in layers if layer.kind == "span"), 0)
    for mark in marks:
        counts[mark.layer] += 1
    chosen = chosen_layers(counts, asked, file)
    tell_layers({layer: count for layer, count in counts.items() if layer not in chosen}, notices)
    return [mark for mark in marks if mark.layer in chosen]


def _spans(
    marks: Sequence[_Mark], places: _Places, left_out: LeftOut, problems: Problems
) -> Iterator[IncomingSpan]:
    for mark in marks:
        start, end = places.begins.get(mark.begin), places.ends.get(mark.end)
        if mark.begin == mark.end:
            left_out.add(EMPTY_SPANS)
            continue
        if start is None or end is None or start >= end:
            problems.add(
                say(
                    "{file}, line {line}: {problem}. Nothing was imported.",
                    file=problems.source,
                    line=mark.line,
                    problem=say("{start}–{end} is no stretch of text", start=mark.begin, end=mark.end),
                )
            )
            continue
        label, annotator = label_of(mark.layer, mark.features), mark.features.get(ANNOTATOR)
        for name in (label, annotator):
            if name is not None and not is_name(name):
                problems.add(
                    say(
                        "{file}, line {line}: {name} can be no name of a label or annotator. Nothing was "
                        "imported.",
                        file=problems.source,
                        line=mark.line,
                        name=quoted(name),
                    )
                )
        yield IncomingSpan(start, end, label, annotator)


@dataclass(slots=True)
class _Places:
    """Where rows begin and end: the file's unit -> code points."""

    begins: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)

    def add(self, rows: Sequence[Row], places: Sequence[Place]) -> None:
        """Rows with the places that they turned out to have."""
        for row, place in zip(rows, places, strict=True):
            self.begins[row.begin] = place.start
            self.ends[row.end] = place.end


def _settled(rows: Rows, problems: Problems, notices: Notices) -> tuple[str, _Places]:
    """The text, and where the rows are in it, by the unit in which all rows fit."""
    solid = [row for sentence in rows.sentences for row in sentence.rows if row.begin != row.end]
    claims = [_make_claim((row.begin, row.end, _words(row), None)) for row in solid]
    places = _Places()
    for unit in (UTF16, CODE_POINTS):
        text = _text(rows.sentences, unit)
        if text is None:
            continue
        found = settle(text, claims, (unit,))
        if not found.misfits:
            places.add(solid, found.places)
            if unit == CODE_POINTS:
                notices.add(
                    say("Places count code points, not UTF-16 units as in WebAnno; so they were read.")
                )
            return text, places
    _name_misfits(rows, solid, claims, problems)
    return "", places


def _words(row: Row) -> str:
    """The words of a row; some tools escape them as they do texts, INCEpTION does not."""
    if "\\" not in row.words or row.end - row.begin in {_length(row.words, UTF16), len(row.words)}:
        return row.words
    return unescape_text(row.words)


def _length(text: str, unit: str) -> int:
    return len(text.encode("utf-16-le")) // 2 if unit == UTF16 and not text.isascii() else len(text)


def _text(sentences: Sequence[Sentence], unit: str) -> str | None:
    """The whole text, if sentences are as long as the places of their first words demand."""
    pieces: list[str] = []
    done = 0
    for sentence in sentences:
        gap = sentence.rows[0].begin - done if sentence.rows else min(done, 1)
        if not 0 <= gap <= _WIDEST:
            return None
        pieces += ["\n" * (gap > 0 and done > 0), " " * (gap - (done > 0)), sentence.text]
        done += gap + _length(sentence.text, unit)
    return "".join(pieces)


def _name_misfits(rows: Rows, solid: Sequence[Row], claims: Sequence[Claim], problems: Problems) -> None:
    """Say which rows do not fit, counted in UTF-16 units."""
    done = 0
    for sentence in rows.sentences:
        begin = sentence.rows[0].begin if sentence.rows else done
        if not 0 <= begin - done <= _WIDEST:
            problems.refuse(
                say(
                    "{file}, line {line}: the sentence begins at {begin}, but the one above it ends at "
                    "{end}. Nothing was imported.",
                    file=problems.source,
                    line=sentence.line,
                    begin=begin,
                    end=done,
                )
            )
        done = begin + _length(sentence.text, UTF16)
    for misfit in settle(_text(rows.sentences, UTF16) or "", claims, (UTF16,)).misfits:
        problems.add(
            say(
                "{file}, line {line}: {problem}. Nothing was imported.",
                file=problems.source,
                line=solid[misfit.number].line,
                problem=misfit.reason,
            )
        )
