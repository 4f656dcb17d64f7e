"""What is labelled here and bare there: counted in one pass over the texts, then found string by string."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, Protocol

from annotator.model.document import Status
from annotator.model.overlaps import Overlaps
from annotator.text.matching import Wanted, matcher
from annotator.text.phrases import Phrases, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.services.figures.counted import Counted
    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.search import TextRow

_SHORTEST, _LONGEST = 2, 1000
"""Code points of a string that is looked for where it is bare."""
_TOLD_EVERY: Final = 50
_TOGETHER: Final = 100
"""Documents whose spans are read together."""


class Progress(Protocol):
    """What is told how far a long look is, and may end it."""

    def __call__(self, done: int, total: int) -> None:
        """So many documents of so many were looked at."""


@dataclass(frozen=True, slots=True)
class BareCounts:
    """How often strings stand in the documents that were begun.

    Attributes:
        met: anywhere, as whole words.
        bare: where no span touches them.
        finished: how often of that in documents that are done.
    """

    met: Counter[str]
    bare: Counter[str]
    finished: Counter[str]


def count_bare(
    view: Repositories, counted: Counted, strings: Iterable[str], progress: Progress | None = None
) -> BareCounts:
    """Count strings, each as `string_key` makes it, in the texts of the documents that were begun.

    Raises:
        Cancelled: `progress` raised it.
    """
    phrases = Phrases(key for key in strings if _SHORTEST <= len(key) <= _LONGEST)
    covers = _covers(view, counted)
    begun, done = _begun(view, counted), counted.finished
    met, bare, finished = Tally(), Tally(), Tally()
    for number, (document, text) in enumerate(view.figures.texts(counted.home, begun)):
        if progress is not None and number % _TOLD_EVERY == 0:
            progress(number, len(begun))
        phrases.look(text, covers.get(document, ()), met, finished if document in done else bare)
    in_done = phrases.counts(finished)
    return BareCounts(phrases.counts(met), phrases.counts(bare) + in_done, in_done)


def _begun(view: Repositories, counted: Counted) -> list[int]:
    """Keys of the documents that somebody has begun: a layer is no longer new, or spans are there."""
    labelled = view.conditions.with_spans(counted.home)
    return sorted(
        {
            document
            for document, _, status in counted.layers.values()
            if status is not Status.NEW or document in labelled
        }
    )


@dataclass(frozen=True, slots=True)
class BareText:
    """A document with places where a string is bare: [start, end) in code points, in order."""

    row: TextRow
    places: list[tuple[int, int]]


def bare_texts(view: Repositories, counted: Counted, key: str) -> Iterator[BareText]:
    """The documents that were begun and hold a string where no span that counts touches it.

    Read as they are asked for, in import order; the string as `string_key` makes it.
    """
    finder = matcher(Wanted(key))
    begun = set(_begun(view, counted))
    texts = (row for row in view.search.texts(counted.home, finder.probe) if row.key in begun)
    hits = ((row, found) for row in texts if (found := finder.find_all(row.text)))
    while together := list(islice(hits, _TOGETHER)):
        spans = view.search.spans([row.key for row, _ in together], counted.owners)
        for row, found in together:
            over = Overlaps(spans.get(row.key, []))
            if places := [place for place in found if not over.over(*place)]:
                yield BareText(row, places)


def _covers(view: Repositories, counted: Counted) -> dict[int, list[tuple[int, int]]]:
    """Document -> the stretches that spans of the layers that count cover, in order, none touching."""
    ranges: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for rows in view.figures.ranges(counted.home, counted.owners):
        for layer, start, end, _ in rows:
            if layer in counted.layers:
                ranges[counted.layers[layer][0]].append((start, end))
    return {document: _united(found) for document, found in ranges.items()}


def _united(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    united: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united
