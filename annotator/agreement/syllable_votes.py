r"""What each annotator says of each syllable, one label at a time: has it, has it not, not looked at.

A syllable is `\w+|[^\w\s]` of the stored text; it has the label when a span of it overlaps, a discontinuous
one by its hull. Runs of syllables on which nobody changes their mind are counted at once, so the cost is that
of the spans and not that of the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from annotator.text.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.agreement.compared import Compared
    from annotator.model.span import Span

Answers: TypeAlias = "tuple[int | None, ...]"
"""One answer of each annotator in a fixed order; None: not looked at."""

Votes: TypeAlias = "Counter[Answers]"
"""Answers -> how many syllables got them."""

Run: TypeAlias = "tuple[int, int]"
"""Numbers of the first syllable and of the one after the last."""

_SYLLABLE = Pattern(r"\w+|[^\w\s]")


class Syllables:
    """The syllables of one text.

    Attributes:
        count: how many there are.
    """

    def __init__(self, text: str) -> None:
        places = [found.span() for found in _SYLLABLE.finditer(text)]
        self._starts = [start for start, _ in places]
        self._ends = [end for _, end in places]
        self.count = len(places)

    def run(self, start: int, end: int) -> Run:
        """The syllables that code points `start` to `end` touch; an empty run for a stretch of blanks."""
        return bisect_right(self._ends, start), bisect_left(self._starts, end)

    def runs(self, spans: Iterable[Span]) -> list[Run]:
        """The syllables that any of the spans touches, as runs in order that neither overlap nor touch."""
        merged: list[Run] = []
        for first, after in sorted(self.run(span.start, span.end) for span in spans):
            if merged and first <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(after, merged[-1][1]))
            elif first < after:
                merged.append((first, after))
        return merged


def raters_of(documents: Iterable[Compared]) -> tuple[str, ...]:
    """Uids of all who have looked at any of the documents, sorted: the order of the answers."""
    return tuple(sorted({uid for one in documents for uid in one.layers}))


def label_votes(
    documents: Sequence[Compared], labels: Sequence[str], raters: Sequence[str] = ()
) -> dict[str, Votes]:
    """What was answered about the syllables of all documents, by label.

    Args:
        documents: with the layers that are compared.
        labels: uids of the labels to look at, each a question of its own.
        raters: uids in the order of the answers; () for all who have looked at any.
    """
    raters = raters or raters_of(documents)
    votes: dict[str, Votes] = {label: Counter() for label in labels}
    for one in documents:
        syllables = Syllables(one.text)
        runs = _runs_by_label(one, syllables, raters)
        looked = [0 if rater in one.layers else None for rater in raters]
        for label in labels:
            _count(votes[label], looked, runs.get(label, {}), syllables.count)
    return votes


def _runs_by_label(
    document: Compared, syllables: Syllables, raters: Sequence[str]
) -> dict[str, dict[int, list[Run]]]:
    """Label -> place of the annotator -> runs of syllables."""
    found: defaultdict[str, dict[int, list[Run]]] = defaultdict(dict)
    for place, rater in enumerate(raters):
        by_label: defaultdict[str, list[Span]] = defaultdict(list)
        for span in document.layers.get(rater, ()):
            by_label[span.label].append(span)
        for label, spans in by_label.items():
            found[label][place] = syllables.runs(spans)
    return found


def _count(votes: Votes, looked: Sequence[int | None], runs: dict[int, list[Run]], count: int) -> None:
    """Adds the syllables of one document, a stretch on which all answers stay the same at once."""
    answers = list(looked)
    before = 0
    for place, rater, answer in sorted(_turns(runs)):
        if place > before:
            votes[tuple(answers)] += place - before
            before = place
        answers[rater] = answer
    if count > before:
        votes[tuple(answers)] += count - before


def _turns(runs: dict[int, list[Run]]) -> Iterator[tuple[int, int, int]]:
    """(syllable, annotator, new answer) wherever somebody's answer turns."""
    return chain.from_iterable(
        ((first, rater, 1), (after, rater, 0)) for rater, held in runs.items() for first, after in held
    )
