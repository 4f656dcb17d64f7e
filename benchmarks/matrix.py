"""The matrix of a review over many documents: how long a step of the wheel keeps the window from the next."""

from __future__ import annotations

import random
import time
from functools import partial
from statistics import median, quantiles
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from annotator.model.document import Annotator, Status
from annotator.model.overview import (
    LayerCell,
    OpenDifference,
    OverviewRow,
    ReviewOverview,
    RowFigures,
)
from annotator.model.review import Difference, ReviewFilter
from annotator.ui import fonts
from annotator.ui.review.overview.handed_out import HandedOut
from annotator.ui.review.overview.matrix import Matrix
from annotator.ui.review.overview.standing import standing_of
from annotator.ui.theme import Scheme, theme
from benchmarks.child import Result, run_child
from benchmarks.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_DOCUMENTS: Final = 10_000
_STEPS: Final = 400
_PIECE: Final = 250
_WORDS: Final = ("Khối thi đua", "các doanh nghiệp", "tỉnh Trà Giang", "ký giao ước", "yêu nước", "năm")


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    steps = 100 if quick else _STEPS
    for people in (3, 12):
        result = run_child("matrix:measure", folder, people=people, steps=steps)
        what = f"matrix of {_DOCUMENTS:,} documents, {people} people"
        yield Row(f"{what}: wheel to painted, 95th percentile", result["p95_ms"], "ms", 16)
        yield Row(f"{what}: wheel to painted, 95th percentile of CPU", result["cpu_ms"], "ms", 12)
        yield Row(f"{what}: another order, painted", result["sorted_ms"], "ms", 100)
        yield Row(f"{what}: {_PIECE} documents compared, shown", result["piece_ms"], "ms", 16)
        yield Row(f"{what}: how it stands, counted anew", result["standing_ms"], "ms", 50)


def measure(people: int, steps: int) -> Result:
    """Ms from an event to the end of painting."""
    application = QApplication([])
    fonts.install()
    theme().install(Scheme.LIGHT)
    matrix = Matrix()
    matrix.resize(1376, 620)
    matrix.show()
    overview, figures = made_up(people)
    matrix.model.take(overview, HandedOut())
    application.processEvents()
    known = list(figures.items())
    pieces = [dict(known[at : at + _PIECE]) for at in range(0, len(known), _PIECE)]
    arriving = [_timed(matrix, partial(matrix.model.take_figures, each, sort=False)) for each in pieces]
    sorting = [_timed(matrix, partial(matrix.model.take_figures, {}, sort=True)) for _ in range(5)]
    viewport = matrix.view.viewport()
    wheel = [_timed(matrix, lambda: application.sendEvent(viewport, _notch())) for _ in range(steps)]
    counting = [_timed(matrix, partial(standing_of, matrix.model, ReviewFilter())) for _ in range(5)]
    return {
        "p95_ms": quantiles((wall for wall, _ in wheel), n=20)[-1],
        "cpu_ms": quantiles((cpu for _, cpu in wheel), n=20)[-1],
        "sorted_ms": median(wall for wall, _ in sorting),
        "piece_ms": quantiles((wall for wall, _ in arriving), n=20)[-1],
        "standing_ms": median(wall for wall, _ in counting),
    }


def _timed(matrix: Matrix, act: Callable[[], object]) -> tuple[float, float]:
    """Wall ms and ms of CPU until what was done is painted."""
    began, cpu = time.perf_counter(), time.thread_time()
    act()
    matrix.view.viewport().repaint()
    return (time.perf_counter() - began) * 1000, (time.thread_time() - cpu) * 1000


def _notch() -> QWheelEvent:
    return QWheelEvent(
        QPointF(400, 300),
        QPointF(400, 300),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def made_up(people: int) -> tuple[ReviewOverview, dict[str, RowFigures]]:
    """Documents with layers of so many people, some of them not done, and what comparing would give."""
    chance = random.Random(11)  # noqa: S311  (made-up data)
    owners = tuple(Annotator(f"person {number}", f"Nguyễn Văn {number}") for number in range(people))
    rows, figures = [], {}
    for number in range(_DOCUMENTS):
        uid = f"document {number}"
        title = f"{' '.join(chance.choices(_WORDS, k=chance.randint(2, 8)))} {number}"
        statuses = chance.choices(list(Status), (1, 1, 30), k=people)
        cells = {
            owner.uid: LayerCell(status, chance.randint(5, 60))
            for owner, status in zip(owners, statuses, strict=True)
            if chance.random() < 0.9
        }
        rows.append(OverviewRow(uid, title, cells))
        differences = chance.choices(list(Difference)[1:], k=chance.choice((0, 0, 1, 3, 12)))
        opened = tuple(OpenDifference(kind, frozenset({"person", "place"})) for kind in differences)
        figures[uid] = RowFigures(60, opened, 5, 20, (chance.randint(40, 60), 60), (55, 60))
    return ReviewOverview(owners, tuple(rows)), figures
