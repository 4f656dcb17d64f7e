"""Finding and labelling the same words everywhere, in a long text and in 10,000 articles."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from contextlib import closing
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from annotator.model.search import Sought
from annotator.services.library import open_library
from annotator.text.matching import Wanted, find_all
from benchmarks.child import Result, run_child
from benchmarks.rows import Row
from benchmarks.workshop import ARTICLE, CORPUS, filled_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.services.library import Library

_LONG = 1_000_000
_MANY = 5_000
_LIMITS = (
    ("words in a text of 1 M characters", 50),
    ("how many more of a span, here and elsewhere", 300),
    ("candidates everywhere of such a span", 300),
    ("candidates of words that stand in nearly every article", None),
    ("first page of a common word", 150),
    ("5,000 places labelled in one step", 2000),
    ("the step undone", 2000),
)


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    count = 1000 if quick else 10_000
    library = filled_library(folder, count, ARTICLE, with_spans=False)
    result = run_child("searching:measure", folder, library=str(library))
    for what, limit in _LIMITS:
        yield Row(f"{count:,} articles: {what}", result[what], "ms", limit)
    yield Row(
        f"{count:,} articles: first page against a bare scan",
        result["first page of a common word"],
        "ms",
        None,
        result["scan"],
        "raw sqlite3: instr over all texts",
    )


def measure(library: str) -> Result:
    """Wall ms of each act; reading ones are the median of five."""
    with open_library(library) as opened:
        while opened.searching.fold_some():  # as the window has it done while nobody waits
            pass
        corpus = opened.corpora.named(CORPUS).uid
        words, often = _pair(opened, corpus, _MANY), _pair(opened, corpus, 10**9)
        long = (_text(opened, corpus) * (_LONG // ARTICLE + 1))[:_LONG]
        label = opened.labels.list(corpus)[0].label.uid
        document, start, end = _first(opened, corpus, words)
        found = {
            "words in a text of 1 M characters": _timed(lambda: find_all(long, Wanted(words))),
            "how many more of a span, here and elsewhere": _timed(
                lambda: opened.propagating.nearby(document, (start, end, label))
            ),
            "candidates everywhere of such a span": _timed(
                lambda: opened.propagating.candidates(document, words, label, "label", Sought(words))
            ),
            "candidates of words that stand in nearly every article": _timed(
                lambda: opened.propagating.candidates(document, often, label, "label", Sought(often))
            ),
            "first page of a common word": _timed(lambda: opened.searching.page(corpus, Sought(often))),
            **_labelled(opened, corpus, document, often, label),
        }
    with closing(sqlite3.connect(library)) as connection:
        statement = "SELECT count(*) FROM document WHERE instr(text, ?)"
        found["scan"] = _timed(lambda: connection.execute(statement, (words,)).fetchall())
    return found


def _labelled(opened: Library, corpus: str, document: str, words: str, label: str) -> Result:
    candidates = opened.propagating.candidates(document, words, label, "label", Sought(words, words=False))
    chosen = candidates[:_MANY]
    began = time.perf_counter()
    opened.propagating.apply(corpus, chosen, "label", label)
    done = time.perf_counter()
    opened.history.undo()
    undone = time.perf_counter()
    return {
        "5,000 places labelled in one step": (done - began) * 1000,
        "the step undone": (undone - done) * 1000,
    }


def _text(opened: Library, corpus: str) -> str:
    keys = opened.documents.keys(corpus)
    return opened.documents.open(opened.documents.rows(keys[:1])[0].uid).document.text


def _pair(opened: Library, corpus: str, hits: int) -> str:
    """Two words of the first article that stand together about so often in all."""
    syllables = _text(opened, corpus).split()
    pairs = Counter(
        f"{left} {right}" for left, right in pairwise(syllables) if left.isalpha() and right.isalpha()
    )
    counts = {pair: opened.searching.count(corpus, Sought(pair)).hits for pair, _ in pairs.most_common(20)}
    return min(counts, key=lambda pair: abs(counts[pair] - hits))


def _first(opened: Library, corpus: str, words: str) -> tuple[str, int, int]:
    hit = opened.searching.page(corpus, Sought(words), limit=1).hits[0]
    return hit.document, hit.start, hit.end


def _timed(work: Callable[[], object], runs: int = 5) -> float:
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return median(times) * 1000
