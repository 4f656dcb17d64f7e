"""From a label key to painted in the whole program, while every label is being saved behind."""

from __future__ import annotations

import random
import time
from statistics import median, quantiles
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import open_window
from annotator.text.segment import word_end_after, word_start_after
from benchmarks.child import Result, run_child
from benchmarks.rows import Row
from benchmarks.workshop import ARTICLE, filled_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.ui.editor.article_view import ArticleView
    from annotator.ui.main_window import MainWindow

_KEYS: Final = 200
_PAUSE_MS: Final = (20, 140)
"""Least and most between two labels: quicker than a person, and at every stage of the save before."""
_PATIENCE: Final = 60.0


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    library = filled_library(folder, 200 if quick else 10_000, ARTICLE)
    result = run_child("keypress:measure", folder, library=str(library), keys=40 if quick else _KEYS)
    yield Row("label key to painted, saving behind: 95th percentile", result["p95_ms"], "ms", 16)
    yield Row("label key to painted: 95th percentile of CPU, window alone", result["p95_cpu_ms"], "ms")
    bare = result["bare_ms"]
    yield Row("label key to painted: median", result["median_ms"], "ms", None, bare, "repaint of the article")
    yield Row("all labels saved after the last key", result["saved_ms"], "ms")


def measure(library: str, keys: int) -> Result:
    """Label words one after the other by keys; wall ms from key to the end of painting."""
    application = QApplication([])
    window = open_window(library)
    _wait(application, lambda: window.place.session.document is not None)
    chance = random.Random(6)  # noqa: S311  (made-up data)
    times = [_label_one(window, application, number, chance.randint(*_PAUSE_MS)) for number in range(keys)]
    began = time.perf_counter()
    _wait(application, lambda: window.library_desk.pending == 0)
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


class PaintWatch(QObject):
    """Notes when the article has been painted for the first time since it was made."""

    def __init__(self, article: ArticleView) -> None:
        super().__init__()
        self.painted = self.cpu = 0.0
        self._began = time.thread_time()
        self._article = article
        article.viewport().installEventFilter(self)

    def wait(self, application: QApplication) -> None:
        """Run the event loop until it has been painted."""
        _wait(application, lambda: self.painted > 0)

    def end(self) -> None:
        """Watch no longer."""
        self._article.viewport().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Let the article paint, then look at the clock."""
        if event.type() != QEvent.Type.Paint or self.painted:
            return super().eventFilter(watched, event)
        self._article.viewportEvent(event)
        self.painted = time.perf_counter()
        self.cpu = time.thread_time() - self._began
        return True


def _wait(application: QApplication, is_so: Callable[[], bool]) -> None:
    began = time.perf_counter()
    while not is_so():
        application.processEvents()
        if time.perf_counter() - began > _PATIENCE:
            raise RuntimeError("what was waited for never came")
