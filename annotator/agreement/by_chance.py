"""The figures that some reports ask for beside F1 and alpha, of a whole corpus at once."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from annotator.agreement.alpha_u import label_alpha_u
from annotator.agreement.gamma import gamma_of
from annotator.agreement.kappa import cohen, fleiss
from annotator.agreement.report import ChanceFigures

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.agreement.compared import Compared
    from annotator.agreement.gathering import Gathering
    from annotator.agreement.syllable_votes import Votes


def chance_figures(
    gathered: Gathering, documents: Sequence[Compared], go_on: Callable[[int, int], None] | None = None
) -> ChanceFigures:
    """Kappa and alpha-U by pair, Fleiss's kappa by label, gamma.

    Args:
        gathered: sums over all documents.
        documents: the same documents.
        go_on: see `gamma_of`.
    """
    people, labels = gathered.people, tuple(gathered.votes)
    return ChanceFigures(
        kappa={
            (people[one], people[other]): {
                label: cohen(_of_pair(votes, one, other)) for label, votes in gathered.votes.items()
            }
            for one, other in combinations(range(len(people)), 2)
        },
        fleiss={label: fleiss(votes) for label, votes in gathered.votes.items()},
        alpha_u={two: label_alpha_u(documents, labels, *two) for two in combinations(people, 2)},
        gamma=gamma_of(documents, go_on=go_on),
    )


def _of_pair(votes: Votes, one: int, other: int) -> Votes:
    """The answers of two alone."""
    found: Votes = Counter()
    for answers, syllables in votes.items():
        found[answers[one], answers[other]] += syllables
    return found
