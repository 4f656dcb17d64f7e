"""The page Compare: a document of three people opened and painted, ruled on, gone through."""

from __future__ import annotations

import time
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QApplication

from annotator.services.library import open_library
from annotator.ui import fonts
from annotator.ui.desk import InlineDesk
from annotator.ui.review.compare.page import ComparePage
from annotator.ui.review.shared import Shared
from annotator.ui.theme import Scheme, theme
from benchmarks.child import Result, run_child
from benchmarks.review import reviewed_library
from benchmarks.rows import Row
from benchmarks.workshop import CORPUS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_SPANS: Final = 60
_DOCUMENTS: Final = 25
_ACTS: Final = 30


class _LateDesk(InlineDesk):
    """Writes are kept until asked for, as the worker thread makes them beside the window."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._kept: list[Callable[[], None]] = []

    def write(self, *arguments: Any) -> None:
        """Keep it."""
        self._kept.append(partial(super().write, *arguments))

    def flush(self) -> None:
        """Do what was kept, and what comes of it."""
        while self._kept:
            self._kept.pop(0)()


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    documents = 8 if quick else _DOCUMENTS
    library = reviewed_library(folder, documents, spans=_SPANS)
    result = run_child("compare_page:measure", folder, library=str(library))
    what = f"Compare, 3 layers x {_SPANS} spans"
    yield Row(f"{what}: opened and painted", result["open_ms"], "ms", 150)
    yield Row(f"{what}: opened and painted, CPU", result["open_cpu"], "ms", 120)
    yield Row(f"{what}: next difference, painted", result["next_ms"], "ms", 33)
    yield Row(f"{what}: a ruling, and the next difference painted", result["rule_ms"], "ms", 50)
    yield Row(f"{what}: names hidden, painted", result["names_ms"], "ms", 100)


def measure(library: str) -> Result:
    """Ms from an act to the end of painting."""
    application = QApplication([])
    fonts.install()
    theme().install(Scheme.LIGHT)
    with open_library(library) as opened:
        corpus = opened.corpora.named(CORPUS).uid
        desk = _LateDesk(opened)
        shared = Shared(desk)
        shared.corpus = corpus
        page = ComparePage(shared)
        page.resize(1440, 800)
        page.show()
        application.processEvents()
        uids = [row.document for row in opened.review.overview(corpus).rows]
        page.open(uids[0])
        opening = []
        for uid in uids[1:]:
            opening.append(_timed(page, partial(page.open, uid)))
            desk.flush()  # what all agree on
        page.open(uids[1])
        going = [_timed(page, page.acting.next_open) for _ in range(_ACTS // 2)]
        ruling = []
        for _ in range(_ACTS // 2):
            ruling.append(_timed(page, partial(page.acting.take, 0)))
            desk.flush()
            application.processEvents()
        names = [_timed(page, partial(shared.show_names, shown)) for shown in (False, True) * 4]
        return {
            "open_ms": median(wall for wall, _ in opening),
            "open_cpu": median(cpu for _, cpu in opening),
            "next_ms": median(wall for wall, _ in going),
            "rule_ms": median(wall for wall, _ in ruling),
            "names_ms": median(wall for wall, _ in names),
        }


def _timed(page: ComparePage, act: Callable[[], object]) -> tuple[float, float]:
    """Wall ms and ms of CPU until what was done is painted."""
    began, cpu = time.perf_counter(), time.thread_time()
    act()
    QApplication.sendPostedEvents()
    page.repaint()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000, (time.thread_time() - cpu) * 1000
