"""The article view alone: open, wheel, add a span, memory; held against the prototype's table and bare Qt.

The prototype's numbers (technique E of the design's text-view paper) were measured on another day, so a bare
QPlainTextEdit with the same text, without spans, is measured beside them as a floor of this machine and run.
Both open one word first: what PySide sets up at its first widget is the program's start, measured in `start`.
"""

from __future__ import annotations

import random
import time
from statistics import median
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from annotator.model.changes import LayerState, SpanAdded
from annotator.model.identity import new_uid
from annotator.model.label import standard_labels
from annotator.model.span import Span
from annotator.text.segment import word_end_after, word_start_after
from annotator.ui import fonts
from annotator.ui.editor.article_view import ArticleView
from benchmarks.child import Result, medians, resident_mb, run_child
from benchmarks.corpus import SPAN_EVERY, long_text
from benchmarks.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractScrollArea

PROTOTYPE_OPEN_MS: Final = {
    (10_000, False): 19,
    (100_000, False): 21,
    (1_000_000, False): 46,
    (10_000_000, False): 219,
    (100_000, True): 28,
    (1_000_000, True): 50,
    (10_000_000, True): 235,
}
"""(characters, on one line) -> CPU ms of technique E."""

LABEL_UIDS: Final = tuple(label.uid for label in standard_labels())
_STEPS: Final = 60
_ADDS: Final = 20
_WINDOW: Final = (1000, 800)


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    for (size, one_line), prototype in PROTOTYPE_OPEN_MS.items():
        if quick and size > 1_000_000:
            continue
        runs = 1 if quick else 3
        ours = [run_child("article:measure", folder, size=size, one_line=one_line) for _ in range(runs)]
        bare = [run_child("article:measure_bare", folder, size=size, one_line=one_line) for _ in range(runs)]
        yield from _lines(f"article, {_named(size, one_line)}", medians(ours), medians(bare), prototype)


def _lines(what: str, ours: Result, bare: Result, prototype: float) -> Iterator[Row]:
    yield Row(f"{what}: open, CPU", ours["open_ms"], "ms", 1.5, prototype, "prototype E")
    yield Row(f"{what}: open, CPU", ours["open_ms"], "ms", None, bare["open_ms"], "bare QPlainTextEdit")
    yield Row(f"{what}: wheel step", ours["wheel_ms"], "ms", 4)
    yield Row(f"{what}: wheel step", ours["wheel_ms"], "ms", None, bare["wheel_ms"], "bare QPlainTextEdit")
    yield Row(f"{what}: add a span to painted", ours["add_ms"], "ms", 4)
    yield Row(f"{what}: jump anywhere", ours["jump_ms"], "ms")
    yield Row(f"{what}: memory", ours["memory_mb"], "MB", 60)


def _named(size: int, one_line: bool) -> str:
    name = f"{size // 1_000_000} M" if size >= 1_000_000 else f"{size // 1000} k"
    return f"{name} on one line" if one_line else name


def measure(size: int, *, one_line: bool) -> Result:
    """Open our view with a span every hundred characters and work in it; times are CPU."""
    application = QApplication([])
    fonts.install()
    fonts.complete()
    text = long_text(size, one_line=one_line)
    state = LayerState.of(len(text), _spans(text))
    _open(application, "warm", LayerState(4))
    before = resident_mb()
    began = time.process_time()
    view = _open(application, text, state)
    opened = time.process_time() - began
    result = {
        "open_ms": opened * 1000,
        "jump_ms": _jumps(view, application),
        "wheel_ms": _wheel(view, application),
    }

    seen = view.position_at(QPointF(_WINDOW[0] / 2, _WINDOW[1] / 2))

    def add(number: int) -> None:
        change = SpanAdded(Span(new_uid(), *_words(text, seen + 7 * number, 12), LABEL_UIDS[number % 5]))
        state.apply(change)
        view.spans_changed([change])

    result["add_ms"] = _each(add, range(_ADDS), application)
    return {**result, "memory_mb": resident_mb() - before}


def _open(application: QApplication, text: str, state: LayerState) -> ArticleView:
    view = ArticleView()
    view.resize(*_WINDOW)
    view.show_document(text, state, standard_labels())
    view.show()
    application.processEvents()
    return view


def measure_bare(size: int, *, one_line: bool) -> Result:
    """Open a plain text widget of Qt with the same text and no spans, and scroll it; times are CPU."""
    application = QApplication([])
    fonts.install()
    fonts.complete()
    text = long_text(size, one_line=one_line)
    _open_bare(application, "warm")
    began = time.process_time()
    view = _open_bare(application, text)
    opened = time.process_time() - began
    # Laying out one endless line anew at each step would take minutes here; its opening says enough.
    wheel = _wheel(view, application, 3 if one_line else _STEPS)
    return {"open_ms": opened * 1000, "wheel_ms": wheel}


def _open_bare(application: QApplication, text: str) -> QPlainTextEdit:
    view = QPlainTextEdit()
    view.resize(*_WINDOW)
    view.setPlainText(text)
    view.show()
    application.processEvents()
    return view


def _jumps(view: QAbstractScrollArea, application: QApplication) -> float:
    bar = view.verticalScrollBar()
    chance = random.Random(3)  # noqa: S311  (made-up data)
    return _each(bar.setValue, [chance.randint(0, bar.maximum()) for _ in range(_STEPS)], application)


def _wheel(view: QAbstractScrollArea, application: QApplication, steps: int = _STEPS) -> float:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 4)
    application.processEvents()
    middle = QPointF(_WINDOW[0] / 2, _WINDOW[1] / 2)

    def turn(_: int) -> None:
        event = QWheelEvent(
            middle,
            middle,
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        application.sendEvent(view.viewport(), event)

    return _each(turn, range(steps), application)


def _each(act: Callable[[int], object], values: Iterable[int], application: QApplication) -> float:
    """CPU ms from an act until it is painted, the median."""
    times = []
    for value in values:
        began = time.process_time()
        act(value)
        application.processEvents()
        times.append(time.process_time() - began)
    return median(times) * 1000


def _spans(text: str) -> list[Span]:
    """A span about every hundred characters, as hand-made work has them; by rule, quick at any size."""
    found: dict[tuple[int, int, str], Span] = {}
    chance = random.Random(4)  # noqa: S311  (made-up data)
    for place in range(0, len(text) - 2 * SPAN_EVERY, SPAN_EVERY):
        start, end = _words(text, place, chance.randint(5, 30))
        kind, label = chance.random(), chance.choice(LABEL_UIDS)
        if kind < 0.2:
            start, end = _words(text, place - SPAN_EVERY + 8, 4)
        elif kind < 0.25:
            start, end = _words(text, place - SPAN_EVERY + 12, 60)
        found[start, end, label] = Span(new_uid(), start, end, label)
    return list(found.values())


def _words(text: str, place: int, length: int) -> tuple[int, int]:
    start = word_start_after(text, max(0, place))
    return start, word_end_after(text, start + length)
