"""The document list: filter and sort a large corpus, to the rows of one screen."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING, Any

from annotator.model.document import Status
from annotator.services.library import open_library
from benchmarks.child import Result, run_child
from benchmarks.rows import Row
from benchmarks.workshop import CORPUS, filled_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SCREEN = 60
_WISHES: dict[str, dict[str, Any]] = {
    "all in import order": {},
    "sorted by title": {"order": "title"},
    "sorted by spans, most first": {"order": "spans", "descending": True},
    "only new ones, sorted by title": {"status": Status.NEW, "order": "title"},
    "title searched, sorted by title": {"search": "hoi dong", "order": "title"},
    "title searched, new, sorted by status": {"search": "thi dua", "status": Status.NEW, "order": "status"},
}


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    count = 10_000 if quick else 100_000
    library = filled_library(folder, count, 300)
    result = run_child("listing:measure", folder, library=str(library))
    for wish in _WISHES:
        yield Row(f"list {count:,} documents: {wish}", result[wish], "ms", 100)


def measure(library: str) -> Result:
    """Wall ms from the wish to the rows of the first screen, the median of seven."""
    found = {}
    with open_library(library, writable=False) as opened:
        corpus = opened.corpora.named(CORPUS)
        for wish, words in _WISHES.items():
            times = []
            for _ in range(7):
                began = time.perf_counter()
                keys = opened.documents.keys(corpus.uid, **words)
                opened.documents.rows(keys[:_SCREEN])
                times.append(time.perf_counter() - began)
            found[wish] = median(times) * 1000
    return found
