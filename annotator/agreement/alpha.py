"""Krippendorff's alpha for nominal values: any number of annotators, missing values allowed.

Source: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011, revised 2013), section C, nominal
data, any number of observers, missing data: with coincidences o and their sums n,

    alpha = 1 - (n - 1) * sum over c != k of o[c, k] / sum over c != k of n[c] * n[k]

where a unit of m values adds 1 / (m - 1) for every ordered pair of them. The same as in Krippendorff,
"Content Analysis" (2nd edition 2004), chapter 11, and as alpha in Artstein & Poesio, "Inter-coder agreement
for computational linguistics" (Computational Linguistics 34(4), 2008), section 2.6.

For spans each label is a question of its own about every syllable (`syllable_votes`), which nested spans do
not disturb: alpha then says how far people agree on what the label covers, beyond chance.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from annotator.agreement.syllable_votes import label_votes
from annotator.agreement.undefined import Undefined
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.agreement.compared import Compared
    from annotator.agreement.syllable_votes import Answers
    from annotator.agreement.undefined import Figure

NOT_SHARED: Final = Undefined(
    say("Nothing has been looked at by two annotators, so there is nothing to compare.")
)
CONSTANT: Final = Undefined(
    say("All answers are the same, so chance would agree as well and nothing can be said beyond it.")
)


def nominal_alpha(units: Iterable[Sequence[int | None]]) -> Figure:
    """Alpha over units, each with one value of every annotator; None where somebody gave none.

    >>> nominal_alpha([(1, 1), (2, 2), (1, 2)])
    0.4444444444444444
    """
    return alpha_of(Counter(map(tuple, units)))


def label_alpha(documents: Sequence[Compared], label: str) -> Figure:
    """Alpha of one label over the syllables of all documents; who has no layer on one has not looked."""
    return label_alphas(documents, (label,))[label]


def label_alphas(documents: Sequence[Compared], labels: Sequence[str]) -> dict[str, Figure]:
    """As `label_alpha`, of several labels in one pass over the texts."""
    return {label: alpha_of(votes) for label, votes in label_votes(documents, labels).items()}


def alpha_of(votes: Mapping[Answers, int]) -> Figure:
    """Alpha of units that were counted by their values.

    Whole numbers are added up to the last step, so that the order of units does not matter.
    """
    differing, totals = _coincidences(votes)
    values = totals.total()
    if not values:
        return NOT_SHARED
    expected = values * values - sum(count * count for count in totals.values())
    if not expected:
        return CONSTANT
    observed = sum(count / (others - 1) for others, count in sorted(differing.items()))
    return 1 - (values - 1) * observed / expected


def _coincidences(votes: Mapping[Answers, int]) -> tuple[dict[int, int], Counter[int]]:
    """(values in a unit -> ordered pairs of unlike ones, value -> times); units of one value do not count."""
    differing: defaultdict[int, int] = defaultdict(int)
    totals: Counter[int] = Counter()
    for answers, units in votes.items():
        counts = Counter(answer for answer in answers if answer is not None)
        given = counts.total()
        if given < 2:
            continue
        for value, count in counts.items():
            totals[value] += units * count
            differing[given] += units * count * (given - count)
    return differing, totals
