"""The spans that a figure of a report counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.agreement.edge_words import stretch_of
from annotator.agreement.pairing import hulls, pair
from annotator.agreement.report import Marked, PlacePair
from annotator.model.review import Difference
from annotator.model.span import covered_text
from annotator.text.passages import passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.agreement.compared import Compared
    from annotator.agreement.edge_words import Stretch
    from annotator.agreement.pairing import Pairing
    from annotator.agreement.report import FigureRef
    from annotator.model.span import Span

_REACH: Final = 60
_SAME_WORDS: Final = (Difference.AGREE, Difference.LABEL)


def behind(compared: Compared, title: str, two: tuple[str, str], figure: FigureRef) -> list[PlacePair]:
    """The pairs of spans of two annotators in one text that a figure counts, in reading order."""
    pairing = pair(hulls(compared.layers[two[0]]), hulls(compared.layers[two[1]]))
    found = _repeats(pairing) if figure.duplicates else _met(pairing)
    places = [
        _place(compared, title, two, one, other, difference)
        for one, other, difference in found
        if _counts(one, other, difference, figure)
        and (figure.edge is None or _differ_by(compared.text, one, other, figure.edge))
    ]
    return sorted(places, key=lambda place: place.start)


def _met(pairing: Pairing) -> Iterator[tuple[Span | None, Span | None, Difference | None]]:
    yield from pairing.pairs
    yield from ((span, None, Difference.MISSING) for span in pairing.only_a)
    yield from ((None, span, Difference.MISSING) for span in pairing.only_b)


def _repeats(pairing: Pairing) -> Iterator[tuple[Span | None, Span | None, Difference | None]]:
    yield from ((span, None, None) for span in pairing.duplicates_a)
    yield from ((None, span, None) for span in pairing.duplicates_b)


def _counts(one: Span | None, other: Span | None, difference: Difference | None, figure: FigureRef) -> bool:
    if figure.differing and difference is Difference.AGREE:
        return False
    labels = [span.label for span in (one, other) if span is not None]
    if figure.cell is not None and (difference not in _SAME_WORDS or tuple(labels) != figure.cell):
        return False
    return figure.difference in (None, difference) and (not figure.label or figure.label in labels)


def _differ_by(text: str, one: Span | None, other: Span | None, edge: tuple[bool, Stretch]) -> bool:
    if one is None or other is None:
        return False
    is_before, stretch = edge
    first, last = sorted((one.start, other.start) if is_before else (one.end, other.end))
    return first < last and stretch_of(text[first:last], is_before=is_before) == stretch


def _place(
    compared: Compared,
    title: str,
    two: tuple[str, str],
    one: Span | None,
    other: Span | None,
    difference: Difference | None,
) -> PlacePair:
    text = compared.text
    spans = [span for span in (one, other) if span is not None]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    first, last = passage(text, start, end, _REACH)
    return PlacePair(
        compared.document,
        title,
        two,
        _marked(text, two[0], one),
        _marked(text, two[1], other),
        difference,
        text[first:start],
        text[end:last],
    )


def _marked(text: str, annotator: str, span: Span | None) -> Marked | None:
    if span is None:
        return None
    return Marked(annotator, span.uid, span.start, span.end, span.label, covered_text(text, span))
