"""A reviewer on articles of three people: opening Compare, ruling, and what a large round costs."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING, Any

from annotator.model.review import GoldRange, Ruling, Verdict
from annotator.services.library import open_library
from benchmarks.child import Clock, Result, run_child
from benchmarks.review import reviewed_library
from benchmarks.rows import Row
from benchmarks.workshop import CORPUS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from annotator.model.outcome import Outcome
    from annotator.model.review import Cluster
    from annotator.services.library import Library

_SPANS = 60
_PIECE = 200
_RUNS = 15


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    documents = 60 if quick else 10_000
    library = reviewed_library(folder, documents, spans=_SPANS)
    result = run_child("comparing:measure", folder, library=str(library))
    yield Row(f"data of Compare, 3 layers x {_SPANS} spans, CPU", result["document"], "ms", 20)
    yield Row("a decision, saved", result["decide"], "ms")
    what = f"of {documents:,} documents x 3"
    yield Row(f"matrix {what}", result["overview"], "ms")
    yield Row("figures of 50 documents, cold", result["fifty"], "ms")
    yield Row("the next open difference, cold", result["next"], "ms", 150)
    yield Row(f"figures {what}, cold, in the background", result["all"], "s")
    yield Row(f"the same {what} after one decision", result["again"], "ms")
    yield Row(f"what all agree on {what} into gold, CPU", result["premerge"], "s")
    yield Row(f"closing what agrees {what} beside: the writer's part, CPU", result["writer"], "s")
    yield Row("memory", result["peak_mb"], "MB")


def measure(library: str) -> Result:
    """Times of what a reviewer waits for, ms, and of what runs beside, s."""
    with open_library(library) as opened:
        review, corpus = opened.review, opened.corpora.named(CORPUS).uid
        found = {"overview": _median(lambda: review.overview(corpus), 3)}
        documents = [row.document for row in review.overview(corpus).rows]
        found["fifty"] = _median(lambda: review.figures_of(documents[:50]), 1)
        found["next"] = _median(lambda: review.next_open(corpus, documents[0], None), 1)
        found["document"] = _median(lambda: review.document(documents[1]), _RUNS, time.process_time)
        found["decide"] = _deciding(opened, review.document(documents[1]).clusters)
        found["all"] = _median(lambda: _figures(opened, documents), 1) / 1000
        _rule(opened, review.document(documents[2]).clusters[0])
        found["again"] = _median(lambda: _figures(opened, documents), 1)
        clock = Clock()
        review.premerge(corpus)
        found["premerge"] = clock.result()["cpu"]
        opened.history.undo()
        return {**found, "writer": _beside(opened, corpus)}


def _beside(library: Library, corpus: str) -> float:
    """CPU seconds that the writer spends on what was worked out beside it."""
    spent = []

    def in_writer(write: Callable[[], Outcome[Any]]) -> Outcome[Any]:
        clock = Clock()
        outcome = write()
        spent.append(clock.result()["cpu"])
        return outcome

    library.review.serve_window(in_writer)
    library.review.close_beside(corpus)
    return sum(spent)


def _figures(library: Library, documents: Sequence[str]) -> None:
    for begin in range(0, len(documents), _PIECE):
        library.review.figures_of(documents[begin : begin + _PIECE])


def _deciding(library: Library, clusters: Sequence[Cluster]) -> float:
    open_ones = iter([each for each in clusters if each.is_open_difference][: _RUNS + 1])
    _rule(library, next(open_ones))  # makes gold
    times = []
    for cluster in open_ones:
        begun = time.perf_counter()
        _rule(library, cluster)
        times.append(1000 * (time.perf_counter() - begun))
    return median(times)


def _rule(library: Library, cluster: Cluster) -> None:
    taken = GoldRange(*cluster.variants[0].place[:3])
    library.review.decide(Ruling(cluster.document, cluster.uid, Verdict.TAKE, (taken,)))


def _median(work: Callable[[], object], runs: int, clock: Callable[[], float] = time.perf_counter) -> float:
    times = []
    for _ in range(runs):
        begun = clock()
        work()
        times.append(1000 * (clock() - begun))
    return median(times)
