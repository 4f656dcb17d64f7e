"""From a label key to painted in the whole program, while every label is being saved behind."""

from __future__ import annotations

import random
import time
from statistics import median, quantiles
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import open_window
from annotator.text.segment import word_end_after, word_start_after
from benchmarks import acting
from benchmarks.child import Result, run_child
from benchmarks.paint_watch import PaintWatch, wait
from benchmarks.rows import Row
from benchmarks.workshop import ARTICLE, filled_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.ui.main_window import MainWindow

_KEYS: Final = 200
_PAUSE_MS: Final = (20, 140)
"""Least and most between two labels: quicker than a person, and at every stage of the save before."""


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    library = filled_library(folder, 200 if quick else 10_000, ARTICLE)
    result = run_child("keypress:measure", folder, library=str(library), keys=40 if quick else _KEYS)
    yield Row("label key to painted, saving behind: 95th percentile", result["p95_ms"], "ms", 16)
    yield Row("label key to painted: 95th percentile of CPU, window alone", result["p95_cpu_ms"], "ms")
    bare = result["bare_ms"]
    yield Row("label key to painted: median", result["median_ms"], "ms", None, bare, "repaint of the article")
    yield Row("all labels saved after the last key", result["saved_ms"], "ms")
    yield from acting.run(quick=quick, folder=folder)


def measure(library: str, keys: int) -> Result:
    """Label words one after the other by keys; wall ms from key to the end of painting."""
    application = QApplication([])
    window = open_window(library)
    wait(application, lambda: window.place.session.document is not None)
    chance = random.Random(6)  # noqa: S311  (made-up data)
    times = [_label_one(window, application, number, chance.randint(*_PAUSE_MS)) for number in range(keys)]
    began = time.perf_counter()
    wait(application, lambda: window.library_desk.pending == 0)
    saved = time.perf_counter() - began
    bare = _repaint(window, application)
    QTest.qWait(100)
    window.close()
    wall, cpu = zip(*times, strict=True)
    return {
        "p95_ms": quantiles(wall, n=20)[-1],
        "p95_cpu_ms": quantiles(cpu, n=20)[-1],
        "median_ms": median(wall),
        "saved_ms": saved * 1000,
        "bare_ms": bare,
    }


def _label_one(window: MainWindow, application: QApplication, number: int, pause: int) -> tuple[float, float]:
    """Select the words at `number`, press a label's key; wall and CPU ms until the article is painted."""
    article = window.place.article
    start = word_start_after(article.text, 10 * number)
    article.select(start, word_end_after(article.text, start + 8))
    QTest.qWait(pause)
    watch = PaintWatch(article)
    began = time.perf_counter()
    QTest.keyClick(article, Qt.Key(Qt.Key.Key_1 + number % 5))
    watch.wait(application)
    watch.end()
    return (watch.painted - began) * 1000, watch.cpu * 1000


def _repaint(window: MainWindow, application: QApplication) -> float:
    """Wall ms of painting the article once more, the median."""
    times = []
    for _ in range(20):
        watch = PaintWatch(window.place.article)
        began = time.perf_counter()
        window.place.article.viewport().update()
        watch.wait(application)
        watch.end()
        times.append(watch.painted - began)
    return median(times) * 1000
