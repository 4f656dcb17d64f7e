"""Counts of a corpus: by label, annotator and status, lengths and nesting; of all layers.

The window's lists show other counts, kept by storage as labelling goes on: those of people's layers alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.services.lookup import corpus_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.storage.store import Store


@dataclass(slots=True)
class _Tally:
    """Spans, counted while they stream by."""

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

    def spans_by_corpus(self) -> dict[str, int]:
        """Uid of each living corpus -> how many spans all layers on its documents have."""
        with self._store.reading() as view:
            found = {corpus.uid: 0 for corpus in view.corpora.listed()}
            keys = {view.corpora.key_of(uid): uid for uid in found}
            for (key, _), number in view.spans.totals().items():
                if key in keys:
                    found[keys[key]] += number
            return found

    def spans_by_label(self, corpus: str) -> dict[str, int]:
        """Uid of each label of a corpus -> how many spans of all layers carry it.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            totals = view.spans.totals()
            return {label.uid: totals.get((home, key), 0) for key, label in view.labels.active(home).items()}

    def stats(self, corpus: str) -> dict[str, Any]:
        """What `stats --json` shows: counts by label, annotator and status, lengths and nesting.

        Spans are those of all layers, whatever their kind, and annotators all who have a layer, empty ones
        with 0. Lengths are code points; `nested` counts spans inside another of their layer, `crossing` those
        that cross one, `depth` is the deepest nesting (1 = nothing nested).

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            names = view.labels.all_names(home)
            people = view.people.all()
            tally, characters, layers = _Tally(), 0, 0
            for held in view.stream.documents(home):
                characters += len(held.document.text)
                layers += len(held.layers)
                tally.by_annotator.update(dict.fromkeys((owner for owner, _ in held.layers), 0))
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
