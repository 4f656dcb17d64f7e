"""Krippendorff's alpha for unitizing, in the form of 1995 and 2004: for two annotators, with its limits.

Source: Krippendorff, "On the reliability of unitizing contiguous data" (Sociological Methodology 25, 1995),
and "Content Analysis" (2nd edition, 2004), chapter 11.6. For one category, with sections g of annotator i
that are units (v = 1) or the gaps between them (v = 0), begin b, length l, and a continuum of length L,

    D_o = sum over i, g, j != i, h of d(g, h) / (m (m - 1) L^2)
    d   = (b_g - b_h)^2 + (b_g + l_g - b_h - l_h)^2   two units that overlap
        = l_g^2                                       a unit within a gap of the other
        = 0                                           else
    D_e = 2/L * sum over units g of [ (N - 1)/3 * (2 l^3 - 3 l^2 + l) + l^2 * sum over gaps not shorter than l
          of (gap - l + 1) ] / (m L (m L - 1) - sum over units of l (l - 1))

and alpha = 1 - sum of D_o / sum of D_e over the categories.

Limits. Krippendorff, Mathet, Bouvry & Widlöcher 2016 (Quality & Quantity 50) changed the definition,
because this one misbehaves with more than two annotators: we take two only. One annotator's spans of one
label may not overlap: where they do there is no figure. The value depends on what lengths are counted in:
ours are syllables. Disagreement over nothing but boundaries weighs by the square of their distance, so one
long span outweighs many short ones.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.agreement.alpha import NOT_SHARED
from annotator.agreement.syllable_votes import Syllables
from annotator.agreement.undefined import NOTHING_MARKED, Undefined
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.agreement.compared import Compared
    from annotator.agreement.syllable_votes import Run
    from annotator.agreement.undefined import Figure

OVERLAPPING: Final = Undefined(
    say("One annotator's spans of one label overlap each other, which this measure does not allow for.")
)


class Section(NamedTuple):
    """A unit, or the gap between two; begin and length in syllables."""

    begin: int
    length: int
    is_unit: bool


def label_alpha_u(documents: Sequence[Compared], labels: Sequence[str], a: str, b: str) -> dict[str, Figure]:
    """Alpha-U of annotators `a` and `b` by label; their common documents are laid end to end."""
    shared = [one for one in documents if a in one.layers and b in one.layers]
    if not shared:
        return dict.fromkeys(labels, NOT_SHARED)
    texts = [Syllables(one.text) for one in shared]
    offsets = list(accumulate((text.count for text in texts), initial=0))
    found: dict[str, Figure] = {}
    for label in labels:
        units = [_units(shared, texts, offsets, who, label) for who in (a, b)]
        found[label] = alpha_u(units[0], units[1], offsets[-1])
    return found


def _units(
    documents: Sequence[Compared], texts: Sequence[Syllables], offsets: Sequence[int], who: str, label: str
) -> list[Run]:
    """The syllables of one annotator's spans, counted from the beginning of the first document."""
    found = []
    for one, syllables, offset in zip(documents, texts, offsets, strict=False):
        places = {(span.start, span.end) for span in one.layers[who] if span.label == label}
        runs = sorted(syllables.run(*place) for place in places)
        found += [(offset + first, offset + after) for first, after in runs if first < after]
    return found


def alpha_u(a: Sequence[Run], b: Sequence[Run], length: int) -> Figure:
    """Alpha-U of the units of two annotators, each in order, on a continuum of that length."""
    if not a and not b:
        return NOTHING_MARKED
    if _overlap(a) or _overlap(b):
        return OVERLAPPING
    first, second = sections(a, length), sections(b, length)
    expected = expected_disagreement(first, second, length)
    if not expected:
        return NOTHING_MARKED
    return 1 - observed_disagreement(first, second, length) / expected


def _overlap(units: Sequence[Run]) -> bool:
    return any(units[place][0] < units[place - 1][1] for place in range(1, len(units)))


def sections(units: Iterable[Run], length: int) -> list[Section]:
    """The units and the gaps between them, in order; no gap where two units touch."""
    found, place = [], 0
    for begin, end in units:
        if begin > place:
            found.append(Section(place, begin - place, is_unit=False))
        found.append(Section(begin, end - begin, is_unit=True))
        place = end
    if place < length:
        found.append(Section(place, length - place, is_unit=False))
    return found


def observed_disagreement(a: Sequence[Section], b: Sequence[Section], length: int) -> float:
    """D_o of two annotators; both orders of each pair count, hence divided by m (m - 1) = 2."""
    total = 0
    at_a = at_b = 0
    while at_a < len(a) and at_b < len(b):
        one, other = a[at_a], b[at_b]
        total += distance(one, other)
        end_a, end_b = one.begin + one.length, other.begin + other.length
        at_a += end_a <= end_b
        at_b += end_b <= end_a
    return total / (length * length)


def distance(one: Section, other: Section) -> int:
    """How unlike two sections are that share a syllable; 0 for those that share none."""
    ahead = one.begin - other.begin
    behind = ahead + one.length - other.length
    if not -one.length < ahead < other.length:
        return 0
    if one.is_unit and other.is_unit:
        return ahead * ahead + behind * behind
    if one.is_unit and ahead >= 0 >= behind:
        return one.length * one.length
    if other.is_unit and ahead <= 0 <= behind:
        return other.length * other.length
    return 0


def expected_disagreement(a: Sequence[Section], b: Sequence[Section], length: int) -> float:
    """D_e of two annotators: what units and gaps of these lengths would give in any order."""
    units = [section.length for section in (*a, *b) if section.is_unit]
    gaps = sorted(section.length for section in (*a, *b) if not section.is_unit)
    sums = [0, *accumulate(gaps)]
    total = 0.0
    for unit in units:
        shorter = bisect_left(gaps, unit)
        room = sums[-1] - sums[shorter] - (len(gaps) - shorter) * (unit - 1)
        total += (len(units) - 1) / 3 * (2 * unit**3 - 3 * unit**2 + unit) + unit * unit * room
    pairs = 2 * length * (2 * length - 1) - sum(unit * (unit - 1) for unit in units)
    return 2 / length * total / pairs if pairs else 0.0
