"""Counts of a corpus: by label, annotator and status, lengths and nesting."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.services.lookup import corpus_key
from annotator.storage.tables import COUNTED_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.storage.store import Store


@dataclass(slots=True)
class _Tally:
    """Spans of people's layers, counted while they stream by."""

    by_label: Counter[int] = field(default_factory=Counter)
    by_annotator: Counter[int] = field(default_factory=Counter)
    lengths: Counter[int] = field(default_factory=Counter)
    nested: int = 0
    crossing: int = 0
    deepest: int = 0

    def add_layer(self, spans: Iterable[tuple[int, int]]) -> None:
        """Count how the spans of one layer, in reading order, lie in each other.

        The stack holds the spans that began and have not ended: each holds the next one or crosses it.
        """
        open_ends: list[int] = []
        for start, end in spans:
            open_ends = [other for other in open_ends if other > start]
            inside = sum(other >= end for other in open_ends)
            self.nested += inside > 0
            self.crossing += inside < len(open_ends)
            self.deepest = max(self.deepest, inside + 1)
            open_ends.append(end)


class Measuring:
    """Figures of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def stats(self, corpus: str) -> dict[str, Any]:
        """What `stats --json` shows: counts by label, annotator and status, lengths and nesting.

        Spans are those of people and sources. Lengths are code points; `nested` counts spans inside another
        of their layer, `crossing` those that cross one, `depth` is the deepest nesting (1 = nothing nested).

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            names = view.labels.all_names(home)
            people = view.people.all()
            counted = [key for key, person in people.items() if person.kind.value in COUNTED_KINDS]
            tally, characters, layers = _Tally(), 0, 0
            for held in view.stream.documents(home, counted):
                characters += len(held.document.text)
                layers += len(held.layers)
                by_owner: dict[int, list[tuple[int, int]]] = {}
                for row in held.spans:
                    tally.by_label[row.label] += 1
                    tally.by_annotator[row.annotator] += 1
                    tally.lengths[row.end - row.start] += 1
                    by_owner.setdefault(row.annotator, []).append((row.start, row.end))
                for spans in by_owner.values():
                    tally.add_layer(spans)
            counts = view.lists.counts(home)
            labels = {label.name: 0 for label in view.labels.active(home).values()}
            for key, number in tally.by_label.items():
                labels[names[key]] += number
        return {
            "documents": counts.total,
            "spans": tally.by_label.total(),
            "by_label": labels,
            "by_annotator": {
                _shown(people, key): number for key, number in sorted(tally.by_annotator.items())
            },
            "by_status": {"new": counts.new, "in-progress": counts.in_progress, "done": counts.done},
            "characters": characters,
            "layers": layers,
            "lengths": _lengths(tally.lengths),
            "nesting": {"nested": tally.nested, "crossing": tally.crossing, "depth": tally.deepest},
        }


def _shown(people: dict[int, Any], key: int) -> str:
    """The annotator's name, with the uid where two share it."""
    person = people[key]
    shared = sum(other.name == person.name for other in people.values()) > 1
    return f"{person.name} ({person.uid})" if shared else person.name


def _lengths(lengths: Counter[int]) -> dict[str, int | float | None]:
    """Shortest, median, mean and longest; the median is the lower one of two."""
    total = lengths.total()
    if not total:
        return {"shortest": None, "median": None, "mean": None, "longest": None}
    middle, seen, median = (total - 1) // 2, 0, 0
    for length in sorted(lengths):
        seen += lengths[length]
        if seen > middle:
            median = length
            break
    mean = sum(length * number for length, number in lengths.items()) / total
    return {"shortest": min(lengths), "median": median, "mean": mean, "longest": max(lengths)}
