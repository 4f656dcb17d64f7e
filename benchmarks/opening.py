"""Opening documents of a large corpus in the window: from the key to the article painted."""

from __future__ import annotations

import random
import time
from statistics import median, quantiles
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import open_window
from annotator.ui.models.document_model import ROW_ROLE
from benchmarks.child import Result, run_child
from benchmarks.paint_watch import PaintWatch, wait
from benchmarks.rows import Row
from benchmarks.workshop import filled_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.services.library import Library
    from annotator.ui.main_window import MainWindow

LIMIT: Final = 60.0
_CHARACTERS: Final = 1_500
_PAUSE_MS: Final = (60, 200)


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    count = 5_000 if quick else 100_000
    library = filled_library(folder, count, _CHARACTERS)
    result = run_child("opening:measure", folder, library=str(library), times=20 if quick else 100)
    where = f"of {count:,} documents"
    yield Row(
        f"any one {where} opened from the list, key to painted: 95th percentile", result["any"], "ms", LIMIT
    )
    yield Row(f"next one {where}, key to painted: 95th percentile", result["next"], "ms", LIMIT)
    floor = result["floor"]
    yield Row(
        "opened from the list: median", result["median"], "ms", None, floor, "its read and one painting"
    )


def measure(library: str, times: int) -> Result:
    """Wall ms from key press to painted, for documents anywhere in the list and for the next one."""
    application = QApplication([])
    window = open_window(library)
    view = window.place.documents.view
    wait(application, lambda: window.place.session.document is not None and view.model().rowCount() > 1)
    QTest.qWait(_PAUSE_MS[1])
    chance = random.Random(12)  # noqa: S311  (made-up data)
    anywhere, after, reads = [], [], []
    for _ in range(times):
        _point_at(window, application, chance)
        anywhere.append(_opened(window, application, lambda: _press(window, Qt.Key.Key_Return)))
        reads.append(_read(window, application))
        QTest.qWait(chance.randint(*_PAUSE_MS))
        go_on = window.actions_["go.next_document"]
        after.append(_opened(window, application, go_on.trigger))
        QTest.qWait(chance.randint(*_PAUSE_MS))
    floor = median(reads) + median(_painted(window, application) for _ in range(20))
    window.close()
    return {
        "any": quantiles(anywhere, n=20)[-1],
        "next": quantiles(after, n=20)[-1],
        "median": median(anywhere),
        "floor": floor,
    }


def _point_at(window: MainWindow, application: QApplication, chance: random.Random) -> None:
    """Bring the list's cursor to a document that is not open, and wait until its row is there."""
    view = window.place.documents.view
    view.setFocus()
    here = view.currentIndex().row()
    row = (here + chance.randrange(2, view.model().rowCount() - 2)) % (view.model().rowCount() - 1)
    view.go_to(row)
    index = view.model().index(row, 0)
    wait(application, lambda: index.data(ROW_ROLE) is not None)
    QTest.qWait(_PAUSE_MS[0])


def _press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.place.documents.view, key)


def _opened(window: MainWindow, application: QApplication, act: Callable[[], None]) -> float:
    """Wall ms from the act until the article that comes of it has been painted."""
    watches: list[PaintWatch] = []
    bench = window.flow.workbench

    def shown() -> None:
        watches.append(PaintWatch(window.place.article))

    bench.document_opened.connect(shown)
    began = time.perf_counter()
    act()
    wait(application, lambda: bool(watches) and watches[0].painted > 0)
    bench.document_opened.disconnect(shown)
    for watch in watches:
        watch.end()
    return (watches[0].painted - began) * 1000


def _read(window: MainWindow, application: QApplication) -> float:
    """Wall ms that reading the open document takes in the library's reading thread."""
    uid = window.flow.open_document_uid or ""
    found: list[float] = []

    def timed(library: Library) -> float:
        began = time.perf_counter()
        library.documents.open(uid)
        return (time.perf_counter() - began) * 1000

    window.library_desk.desk.read(timed, found.append)
    wait(application, lambda: bool(found))
    return found[0]


def _painted(window: MainWindow, application: QApplication) -> float:
    """Wall ms of painting the article once more."""
    watch = PaintWatch(window.place.article)
    began = time.perf_counter()
    window.place.article.viewport().update()
    watch.wait(application)
    watch.end()
    return (watch.painted - began) * 1000
