"""Cohen's kappa and Fleiss's kappa, for reports that ask for them; on syllables, one label at a time.

Sources: Cohen, "A coefficient of agreement for nominal scales" (Educational and Psychological Measurement
20(1), 1960), as in Artstein & Poesio 2008 (Computational Linguistics 34(4)), section 2: kappa = (A_o - A_e)
/ (1 - A_e), where A_e is the sum over the values of the product of both annotators' shares. Fleiss,
"Measuring nominal scale agreement among many raters" (Psychological Bulletin 76(5), 1971), pages 378 to
380; the multi-pi of Artstein & Poesio, section 2.5.

Both are offered on syllables only. On spans one would have to say how many places could have been marked
and were not, and nobody can (Hripcsak & Rothschild 2005).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.agreement.alpha import CONSTANT, NOT_SHARED
from annotator.agreement.syllable_votes import label_votes, raters_of
from annotator.agreement.undefined import Undefined
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.agreement.compared import Compared
    from annotator.agreement.syllable_votes import Answers
    from annotator.agreement.undefined import Figure

NOT_BY_ALL = Undefined(
    say(
        "No document has been looked at by all annotators, which this measure needs. Choose fewer annotators."
    )
)


def cohen(votes: Mapping[Answers, int]) -> Figure:
    """Kappa of two annotators; units that only one of them looked at do not count."""
    both = {answers: units for answers, units in votes.items() if None not in answers}
    units = sum(both.values())
    if not units:
        return NOT_SHARED
    first: Counter[int | None] = Counter()
    second: Counter[int | None] = Counter()
    for (one, other), count in both.items():
        first[one] += count
        second[other] += count
    agreed = sum(count for (one, other), count in both.items() if one == other)
    by_chance = sum(count * second[value] for value, count in first.items())
    if by_chance == units * units:
        return CONSTANT
    return (agreed * units - by_chance) / (units * units - by_chance)


def fleiss(votes: Mapping[Answers, int]) -> Figure:
    """Kappa of two or more annotators over the units that all of them looked at."""
    whole = {answers: units for answers, units in votes.items() if None not in answers and len(answers) > 1}
    units = sum(whole.values())
    if not units:
        return NOT_BY_ALL
    raters = len(next(iter(whole)))
    totals: Counter[int | None] = Counter()
    pairs = 0
    for answers, count in whole.items():
        for value, times in Counter(answers).items():
            totals[value] += count * times
            pairs += count * times * (times - 1)
    given = units * raters
    by_chance = sum((count / given) ** 2 for count in totals.values())
    if len(totals) == 1:
        return CONSTANT
    return (pairs / (given * (raters - 1)) - by_chance) / (1 - by_chance)


def label_cohen(documents: Sequence[Compared], labels: Sequence[str], a: str, b: str) -> dict[str, Figure]:
    """Kappa of annotators `a` and `b` by label, over the syllables of the documents that both looked at."""
    return {label: cohen(votes) for label, votes in label_votes(documents, labels, (a, b)).items()}


def label_fleiss(documents: Sequence[Compared], labels: Sequence[str]) -> dict[str, Figure]:
    """Fleiss's kappa of all annotators by label, over the syllables of documents that all looked at."""
    raters = raters_of(documents)
    return {label: fleiss(votes) for label, votes in label_votes(documents, labels, raters).items()}
