"""The page of the figures on 10,000 articles with some 290,000 spans, and what it finds uneven."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from statistics import median
from typing import TYPE_CHECKING

from annotator.model.figures import Pick
from annotator.services.library import open_library
from benchmarks.child import Result, run_child
from benchmarks.rows import Row
from benchmarks.workshop import ARTICLE, CORPUS, filled_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_FLOOR = (
    'SELECT label, count(*), count(DISTINCT layer), avg("end" - start) FROM span_version '
    "WHERE to_step IS NULL GROUP BY label"
)


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    library = filled_library(folder, 1000 if quick else 10_000, ARTICLE)
    result = run_child("figures:measure", folder, library=str(library))
    spans = round(result.pop("spans"))
    floor = result.pop("floor")
    yield Row(
        f"figures of {spans:,} spans: first ones", result["first ones"], "ms", 1000 if not quick else None
    )
    yield Row("the same against one bare GROUP BY", result["first ones"], "ms", None, floor, "raw sqlite3")
    for what in ("strings", "places of a label", "several labels and edges"):
        yield Row(f"figures of {spans:,} spans: {what}", result[what], "ms")
    found = run_child("figures:measure_bare", folder, library=str(library))
    limit = None if quick else 15_000
    yield Row("labelled here, bare there, nearly every word being a label's", found["bare"], "ms", limit)
    yield Row("places of one string that is bare", found["places"], "ms")


def measure(library: str) -> Result:
    """Wall ms of each part, the median of three, and of the floor; how many spans there are."""
    with open_library(library, writable=False) as opened:
        corpus = opened.corpora.named(CORPUS).uid
        label = opened.labels.list(corpus)[0].label.uid
        found = {
            "first ones": _timed(lambda: opened.figures.overview(corpus)),
            "strings": _timed(lambda: opened.figures.strings(corpus)),
            "places of a label": _timed(lambda: opened.figures.found(corpus, Pick(label=label), limit=200)),
            "several labels and edges": _timed(lambda: opened.consistency.at_odds(corpus)),
            "spans": float(opened.figures.overview(corpus).spans),
        }
    with closing(sqlite3.connect(library)) as connection:
        found["floor"] = _timed(lambda: connection.execute(_FLOOR).fetchall())
    return found


def measure_bare(library: str) -> Result:
    """Wall ms of looking for what is labelled here and bare there, beside the window and with progress."""
    with open_library(library, writable=False) as opened:
        corpus = opened.corpora.named(CORPUS).uid
        items = opened.consistency.bare(corpus)
        return {
            "bare": _timed(lambda: opened.consistency.bare(corpus), 1),
            "places": _timed(lambda: opened.consistency.lines(corpus, items[0])),
        }


def _timed(work: Callable[[], object], runs: int = 3) -> float:
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return median(times) * 1000
