"""The overview of a round of review: the matrix at once, what needs clusters document by document."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Final

from annotator.model.document import COUNTED, Status
from annotator.model.figures import ReviewFigures
from annotator.model.overview import LayerCell, OpenDifference, OverviewRow, ReviewOverview, RowFigures
from annotator.model.review import GOLD_UID
from annotator.services.lookup import corpus_key
from annotator.services.review.reading import Reader
from annotator.storage.repositories.layers import STATUSES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotator.model.span import Span
    from annotator.services.review.reading import Examined
    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.reviewed import LayerCount
    from annotator.storage.store import Store

_CACHES: Final = 4
"""Choices of annotators whose figures are kept."""


def overview(store: Store, corpus: str) -> ReviewOverview:
    """The matrix; see `Review.overview`."""
    with store.reading() as view:
        home = corpus_key(view, corpus)
        cells, gold = _cells(view, home)
        rows = tuple(
            OverviewRow(uid, title, cells.get(key, {}), gold.get(key))
            for key, uid, title, *_ in view.figures.documents(home)
        )
        seen = {uid for row in rows for uid in row.cells}
        people = {person.uid: person for person in view.people.all().values() if person.uid in seen}
        labels = tuple(view.labels.usable(home).values())
        return ReviewOverview(tuple(people.values()), rows, labels, view.steps.newest())


def ready_documents(view: Repositories, corpus_key: int) -> frozenset[int]:
    """Keys of the documents on which nobody's spans are still to come, not even of who was given them."""
    cells, gold = _cells(view, corpus_key)
    given = _given(view, corpus_key)
    return frozenset(
        key
        for key, uid, title, *_ in view.figures.documents(corpus_key)
        if not OverviewRow(uid, title, cells.get(key, {}), gold.get(key)).is_waiting(given.get(uid, ()))
    )


def _given(view: Repositories, corpus_key: int) -> dict[str, set[str]]:
    """By uid of a document: uids of the main annotators who were given it."""
    joined = view.aliases.joined()
    given: dict[str, set[str]] = {}
    for handed in (each for round_ in view.rounds.of(corpus_key) for each in round_.handed):
        for document in handed.documents:
            given.setdefault(document, set()).add(joined.get(handed.annotator, handed.annotator))
    return given


def review_figures(view: Repositories, corpus_key: int) -> ReviewFigures:
    """How far the review of a corpus is."""
    cells, gold = _cells(view, corpus_key)
    return ReviewFigures(
        compared=sum(len(people) > 1 for people in cells.values()),
        finished=sum(cell.status is Status.DONE for cell in gold.values()),
        gold=sum(cell.spans for cell in gold.values()),
        decisions=view.decisions.verdicts(corpus_key),
    )


def _cells(view: Repositories, home: int) -> tuple[dict[int, dict[str, LayerCell]], dict[int, LayerCell]]:
    """Cells of people by document and uid of the main annotator, and the gold layers by document."""
    people, united = view.people.all(), view.people.united
    cells: dict[int, dict[str, LayerCell]] = {}
    gold: dict[int, LayerCell] = {}
    order = {key: united.members(key).index(key) for key in people}
    for row in sorted(view.reviewed.counts(home), key=lambda row: order[row.annotator]):
        owner = people[row.annotator]
        if owner.uid == GOLD_UID:
            gold[row.document] = _cell(row)
        elif owner.kind in COUNTED:
            held = cells.setdefault(row.document, {})
            held[owner.uid] = _with(held.get(owner.uid), row)
    return cells, gold


def _cell(row: LayerCount) -> LayerCell:
    return LayerCell(_STATUS[row.status], row.spans)


def _with(cell: LayerCell | None, row: LayerCount) -> LayerCell:
    """A person's cell with another layer of that person: the main one, which came first, says the status."""
    return _cell(row) if cell is None else LayerCell(cell.status, cell.spans + row.spans)


_STATUS: Final = {status.value: status for status in STATUSES}


@dataclass(slots=True)
class _Kept:
    """Figures by document key, all true for the step."""

    step: int = 0
    figures: dict[int, RowFigures] = field(default_factory=dict)


class Figuring:
    """Counts what clusters say of documents, and keeps it until a layer or decision of them changes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[tuple[str, ...], _Kept] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, documents: Sequence[str], annotators: Sequence[str] = ()) -> dict[str, RowFigures]:
        """Figures by document uid; see `Review.figures_of`."""
        with self._store.reading() as view:
            by_corpus: dict[int, dict[int, str]] = {}
            for key, uid, corpus in view.reviewed.named(documents):
                by_corpus.setdefault(corpus, {})[key] = uid
            return {
                wanted[key]: figures
                for corpus, wanted in by_corpus.items()
                for key, figures in self.of_keys(view, corpus, list(wanted), annotators)
            }

    def of_keys(
        self, view: Repositories, corpus: int, keys: Sequence[int], annotators: Sequence[str] = ()
    ) -> Iterator[tuple[int, RowFigures]]:
        """(document key, figures) of living documents; those that are known come first."""
        known = self._known(view, tuple(annotators), keys)
        yield from known.items()
        missing = [key for key in keys if key not in known]
        if not missing:
            return
        step = view.steps.newest()
        for examined in Reader(view, corpus, annotators).each(missing):
            figures = figures_of(examined)
            self._keep(tuple(annotators), step, examined.key, figures)
            yield examined.key, figures

    def known(self, documents: Sequence[str], annotators: Sequence[str]) -> dict[str, RowFigures]:
        """What needs no counting; see `Review.known_figures`."""
        with self._store.reading() as view:
            uids = {key: uid for key, uid, _ in view.reviewed.named(documents)}
            return {uids[key]: found for key, found in self._known(view, tuple(annotators), uids).items()}

    def learn(self, figures: Mapping[str, RowFigures], annotators: Sequence[str], step: int) -> None:
        """Keep what was counted elsewhere; see `Review.learn`."""
        with self._store.reading() as view:
            if view.steps.newest() == step:
                self._known(view, tuple(annotators), ())
                for key, uid, _ in view.reviewed.named(list(figures)):
                    self._keep(tuple(annotators), step, key, figures[uid])

    def _known(
        self, view: Repositories, annotators: tuple[str, ...], keys: Iterable[int]
    ) -> dict[int, RowFigures]:
        with self._lock:
            kept = self._kept.setdefault(annotators, _Kept())
            self._kept.move_to_end(annotators)
            while len(self._kept) > _CACHES:
                self._kept.popitem(last=False)
            newest = view.steps.newest()
            if kept.figures and kept.step < newest:
                changed = view.reviewed.changed_since(kept.step)
                gone = list(kept.figures) if changed is None else changed
                for key in gone:
                    kept.figures.pop(key, None)
            kept.step = max(kept.step, newest)
            return {key: kept.figures[key] for key in keys if key in kept.figures}

    def _keep(self, annotators: tuple[str, ...], step: int, key: int, figures: RowFigures) -> None:
        """Keep figures, unless a later step was looked at meanwhile, by which they may be old."""
        with self._lock:
            kept = self._kept.get(annotators)
            if kept is not None and kept.step == step:
                kept.figures[key] = figures


def figures_of(examined: Examined) -> RowFigures:
    """What the clusters and layers of one document say."""
    clusters = examined.clusters
    differing = [cluster for cluster in clusters if not cluster.is_unanimous]
    waiting = [
        OpenDifference(cluster.difference, frozenset(variant.label for variant in cluster.variants))
        for cluster in differing
        if cluster.is_open
    ]
    return RowFigures(
        total=len(clusters),
        open=tuple(waiting),
        settled=len(differing) - len(waiting),
        unseen=sum(cluster.is_unanimous and cluster.decision is None for cluster in clusters),
        strict=_shared(examined.spans, lambda span: span.place),
        boundary=_shared(examined.spans, lambda span: (span.start, span.end, span.parts)),
    )


def _shared(layers: Mapping[str, Sequence[Span]], what: Callable[[Span], object]) -> tuple[int, int]:
    """(2·both, |A|+|B|) over distinct places, summed over the pairs of layers."""
    sets = [{what(span) for span in spans} for spans in layers.values()]
    pairs = list(combinations(sets, 2))
    return sum(2 * len(one & other) for one, other in pairs), sum(len(a) + len(b) for a, b in pairs)
