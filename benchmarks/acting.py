"""Every key and click of labelling in one article of a million characters, from the event to painted."""

from __future__ import annotations

import random
import time
from statistics import quantiles
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import open_window
from annotator.text.segment import word_end_after, word_start_after
from benchmarks.child import Result, run_child
from benchmarks.paint_watch import PaintWatch, wait
from benchmarks.rows import Row
from benchmarks.workshop import filled_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from annotator.ui.main_window import MainWindow

CHARACTERS: Final = 1_000_000
LIMIT: Final = 16.0
_PAUSE_MS: Final = (30, 140)
"""Least and most between two acts: quicker than a person."""
_SHIFT, _CTRL, _ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_KEYS: Final = {
    "caret by word": (Qt.Key.Key_Right, _CTRL),
    "line down": (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
    "select by word": (Qt.Key.Key_Right, _CTRL | _SHIFT),
    "next name": (Qt.Key.Key_G, _CTRL),
    "guess": (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier),
    "next guess": (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier),
    "guess stored": (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
    "next span": (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
    "edge moved": (Qt.Key.Key_BracketRight, Qt.KeyboardModifier.NoModifier),
    "relabelled": (Qt.Key.Key_5, Qt.KeyboardModifier.NoModifier),
    "removed": (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
}
"""What is pressed one after the other at each place."""


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    library = filled_library(folder, 1, CHARACTERS // 10 if quick else CHARACTERS)
    result = run_child("acting:measure", folder, library=str(library), places=20 if quick else 40)
    size = f"{result['characters']:,.0f} characters, {result['spans']:,.0f} spans"
    yield Row(f"every key and click in {size}: 95th percentile", result["all"], "ms", LIMIT)
    for act in (*_KEYS, "click", "drag"):
        yield Row(f"  {act}: 95th percentile", result[act], "ms", LIMIT)
    yield Row("  the costliest of them: 95th percentile of CPU, window alone", result["cpu"], "ms")


def measure(library: str, places: int) -> Result:
    """Wall ms from event to painted: 95th percentile by act and of all; that of CPU of the costliest act."""
    application = QApplication([])
    window = open_window(library)
    wait(application, lambda: window.place.session.document is not None)
    chance = random.Random(9)  # noqa: S311  (made-up data)
    times: dict[str, list[tuple[float, float]]] = {}
    length = len(window.place.article.text)
    for _ in range(places):
        place = word_start_after(window.place.article.text, chance.randrange(length - 2000))
        for act, taken in _at(window, application, place, chance):
            times.setdefault(act, []).append(taken)
    spans = float(len(window.place.session.state))
    wait(application, lambda: window.library_desk.pending == 0)
    window.close()
    figures = {act: _rare(wall for wall, _ in taken) for act, taken in times.items()}
    figures["all"] = _rare(wall for taken in times.values() for wall, _ in taken)
    figures["cpu"] = max(_rare(cpu for _, cpu in taken) for taken in times.values())
    return {"characters": float(length), "spans": spans, **figures}


def _rare(times: Iterable[float]) -> float:
    """The 95th percentile."""
    return quantiles(times, n=20)[-1]


def _at(
    window: MainWindow, application: QApplication, place: int, chance: random.Random
) -> Iterator[tuple[str, tuple[float, float]]]:
    """Go to a place and do everything there once."""
    article = window.place.article
    article.setFocus()
    article.select(place, place)
    QTest.qWait(_PAUSE_MS[1])
    for act, (key, modifiers) in _KEYS.items():
        span = article.selected_span()
        if act == "guess":
            article.select(article.caret, article.caret)
        elif act == "relabelled" and span is not None and span.label == window.place.session.labels[4].uid:
            key = Qt.Key.Key_4  # the same label once more would change nothing
        yield (
            act,
            _painted(window, application, lambda key=key, held=modifiers: QTest.keyClick(article, key, held)),
        )
        QTest.qWait(chance.randint(*_PAUSE_MS))
    words = article.rect_of(place, word_end_after(article.text, place + 1)).center()
    port = article.viewport()
    button = Qt.MouseButton.LeftButton
    yield "click", _painted(window, application, lambda: QTest.mouseClick(port, button, pos=words))
    QTest.qWait(chance.randint(*_PAUSE_MS))
    QTest.mousePress(port, button, pos=words)
    yield "drag", _painted(window, application, lambda: QTest.mouseMove(port, words + QPoint(120, 0)))
    QTest.mouseRelease(port, button, pos=words + QPoint(120, 0))
    window.place.picker.close_picker()


def _painted(window: MainWindow, application: QApplication, act: Callable[[], None]) -> tuple[float, float]:
    """Wall ms, and CPU ms of the window's thread, until the article has been painted after an act."""
    watch = PaintWatch(window.place.article)
    began = time.perf_counter()
    act()
    watch.wait(application)
    watch.end()
    return (watch.painted - began) * 1000, watch.cpu * 1000
