"""From the start of the process to a painted window that takes input, against the least any program needs.

The floor is a bare Qt window of the same size, painted, and SQLAlchemy imported after it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.child import private_environment
from benchmarks.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

_ROOT = Path(__file__).resolve().parent.parent
_WINDOW = (1440, 900)


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table; both programs take turns, so that a busy machine is busy for both."""
    from benchmarks.workshop import ARTICLE, filled_library

    library = filled_library(folder, 1000 if quick else 10_000, ARTICLE)
    runs = 3 if quick else 9
    _start("bare", folder)
    _start("ours", folder, str(library))
    bare, ours = [], []
    for _ in range(runs):
        bare.append(_start("bare", folder))
        ours.append(_start("ours", folder, str(library)))
    least = median(one["done"] for one in bare)
    count = "1,000" if quick else "10,000"
    what = f"start on a library of {count} documents"
    painted = median(one["painted"] for one in ours)
    yield Row(f"{what}: window painted, takes input", painted, "ms", 1.5, least, "bare window + SQLAlchemy")
    yield Row(f"{what}: CPU until then", median(one["cpu"] for one in ours), "ms")
    yield Row(f"{what}: documents listed", median(one["done"] for one in ours), "ms")


def _start(which: str, folder: Path, *words: str) -> dict[str, float]:
    """Wall ms from the start of a process to each thing it tells."""
    began = time.perf_counter()
    told = {}
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.start", which, *words],
        cwd=_ROOT,
        env=private_environment(folder),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        if process.stdout is None:
            raise RuntimeError("the process has no output")
        for line in process.stdout:
            name, value = json.loads(line)
            told[name] = (time.perf_counter() - began) * 1000 if value is None else value
    if "done" not in told:
        raise RuntimeError(f"the {which} window never came to its end: {told}")
    return told


def _tell(name: str, value: float | None = None) -> None:
    print(json.dumps([name, value]), flush=True)


def _leave() -> None:
    _tell("done")
    os._exit(0)


def _when_painted(window: QWidget, then: Callable[[], None]) -> None:
    """Call `then` in the first turn of the event loop after the first paint: input is served there."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
            if event.type() == QEvent.Type.Paint:
                window.removeEventFilter(self)
                QTimer.singleShot(0, then)
            return super().eventFilter(watched, event)

    window.installEventFilter(Watch(window))


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    window = QWidget()
    window.resize(*_WINDOW)

    def load() -> None:
        import sqlalchemy
        import sqlalchemy.dialects.sqlite

        if sqlalchemy.__version__ and sqlalchemy.dialects.sqlite:
            _leave()

    _when_painted(window, load)
    window.show()
    application.exec()


def _ours(library: str) -> None:
    from annotator import app, entry

    open_window = app.open_window

    def open_watched(*words: object) -> object:
        window = open_window(*words)  # type: ignore[arg-type]

        def painted() -> None:
            _tell("painted")
            _tell("cpu", time.process_time() * 1000)

        _when_painted(window, painted)
        window.place.documents.counted.connect(lambda _: _leave())
        return window

    app.open_window = open_watched  # type: ignore[assignment]
    entry.main(["--library", library])


if __name__ == "__main__":
    _bare() if sys.argv[1] == "bare" else _ours(sys.argv[2])
