"""Four symmetric F1 views on pairs of spans: strict, boundary, partial, type.

The F1 of two annotators does not depend on which of them is taken for the truth: it is twice what they share
over all that they marked, which is positive specific agreement (Hripcsak & Rothschild 2005, page 297), and
the limit of kappa as the words that nobody marked grow without end. Over several documents and pairs the
counts are added up, not the figures (micro average).

The four views are those of SemEval-2013 task 9.1 (Segura-Bedmar et al. 2013, section 4): "strict" and "type"
as there; "boundary" is its "exact", counted over distinct boundaries, so that two labels on the same words
are one; "partial" gives a pair that overlaps half of what the same boundaries give.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from annotator.agreement.undefined import ratio
from annotator.model.review import Difference

if TYPE_CHECKING:
    from annotator.agreement.pairing import Bounds, Pairing
    from annotator.agreement.undefined import Figure
    from annotator.model.span import Span


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pairs of each class; of several documents or pairs of annotators they are added up.

    Attributes:
        agree: pairs with the same boundaries and label; `label`, `boundary`, `both`: of the other classes.
        only_a: spans of the first without counterpart; `only_b`: of the second.
        duplicates: repeats of either that were left out.
        bounds: boundaries that both have; `bounds_a`, `bounds_b`: distinct boundaries of each.
    """

    agree: int = 0
    label: int = 0
    boundary: int = 0
    both: int = 0
    only_a: int = 0
    only_b: int = 0
    duplicates: int = 0
    bounds: int = 0
    bounds_a: int = 0
    bounds_b: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, name) + getattr(other, name) for name in _NAMES))

    @property
    def spans_a(self) -> int:
        """Distinct spans of the first annotator."""
        return self.paired + self.only_a

    @property
    def spans_b(self) -> int:
        """Distinct spans of the second annotator."""
        return self.paired + self.only_b

    @property
    def spans(self) -> int:
        """Distinct spans of the one and of the other."""
        return self.spans_a + self.spans_b

    @property
    def paired(self) -> int:
        """Pairs of any class."""
        return self.agree + self.label + self.boundary + self.both

    @property
    def missing(self) -> int:
        """Spans of either without counterpart."""
        return self.only_a + self.only_b

    @property
    def differing(self) -> int:
        """Pairs that differ, and spans without counterpart."""
        return self.paired - self.agree + self.missing

    def by_difference(self) -> dict[Difference, int]:
        """How many of each class, in the order from the least to the worst."""
        numbers = (self.agree, self.label, self.boundary, self.both, self.missing)
        return dict(zip(Difference, numbers, strict=True))


_NAMES = tuple(each.name for each in fields(Counts))


@dataclass(frozen=True, slots=True)
class Shared:
    """What two annotators have in common of one label: `both` of it, and all that each marked."""

    both: int = 0
    spans_a: int = 0
    spans_b: int = 0

    def __add__(self, other: Shared) -> Shared:
        return Shared(self.both + other.both, self.spans_a + other.spans_a, self.spans_b + other.spans_b)

    @property
    def strict_f1(self) -> Figure:
        """2 both / (a + b)."""
        return ratio(2 * self.both, self.spans_a + self.spans_b)


def tally(pairing: Pairing) -> Counts:
    """The counts of one text."""
    kinds = Counter(difference for _, _, difference in pairing.pairs)
    of_a = {_bounds(one) for one, _, _ in pairing.pairs} | set(map(_bounds, pairing.only_a))
    of_b = {_bounds(other) for _, other, _ in pairing.pairs} | set(map(_bounds, pairing.only_b))
    return Counts(
        agree=kinds[Difference.AGREE],
        label=kinds[Difference.LABEL],
        boundary=kinds[Difference.BOUNDARY],
        both=kinds[Difference.BOTH],
        only_a=len(pairing.only_a),
        only_b=len(pairing.only_b),
        duplicates=len(pairing.duplicates_a) + len(pairing.duplicates_b),
        bounds=len(of_a & of_b),
        bounds_a=len(of_a),
        bounds_b=len(of_b),
    )


def tally_labels(pairing: Pairing) -> dict[str, Shared]:
    """Label's uid -> what the two have in common of it; labels that neither used are absent."""
    both = Counter(one.label for one, _, kind in pairing.pairs if kind is Difference.AGREE)
    of_a = Counter(one.label for one, _, _ in pairing.pairs)
    of_a.update(span.label for span in pairing.only_a)
    of_b = Counter(other.label for _, other, _ in pairing.pairs)
    of_b.update(span.label for span in pairing.only_b)
    return {label: Shared(both[label], of_a[label], of_b[label]) for label in of_a | of_b}


def strict_f1(counts: Counts) -> Figure:
    """Same boundaries and same label: 2 |A and B| / (|A| + |B|)."""
    return ratio(2 * counts.agree, counts.spans)


def boundary_f1(counts: Counts) -> Figure:
    """As strict over distinct boundaries, whatever the labels."""
    return ratio(2 * counts.bounds, counts.bounds_a + counts.bounds_b)


def partial_f1(counts: Counts) -> Figure:
    """2 (agree + label + half of those that only overlap) / (|A| + |B|)."""
    return ratio(2 * (counts.agree + counts.label) + counts.boundary + counts.both, counts.spans)


def type_f1(counts: Counts) -> Figure:
    """Some overlap and the same label: 2 (agree + boundary) / (|A| + |B|)."""
    return ratio(2 * (counts.agree + counts.boundary), counts.spans)


def _bounds(span: Span) -> Bounds:
    return (span.start, span.end, span.parts)
