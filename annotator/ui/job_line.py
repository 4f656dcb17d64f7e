"""Long works of a window in its status line, where there is room for one: which of them is told of.

A work under way comes before one that has ended, and among those the one that began first; what only
waits for the person comes last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.status_line import StatusLine


@dataclass(frozen=True, slots=True)
class JobWords:
    """What is told of one work.

    Attributes:
        words: gives the sentence and the word on the button, in the language in force.
        act: what the button does.
        is_over: whether the work has ended, and only what it brought is told.
        is_idle: whether it only waits for the person; all else comes before it.
    """

    words: Callable[[], tuple[str, str]]
    act: Callable[[], None]
    is_over: bool = False
    is_idle: bool = False


class JobLine(QObject):
    """Shows one of the works that tell of themselves."""

    def __init__(self, line: StatusLine) -> None:
        super().__init__(line)
        self._line = line
        self._works: dict[str, JobWords] = {}
        line.job_button.clicked.connect(self._do)

    def show_job(self, name: str, job: JobWords) -> None:
        """Tell of the work of that name, as soon as no other comes before it."""
        self._works[name] = job
        self.retranslate()

    def clear(self, name: str) -> None:
        """Tell no longer of that work."""
        if self._works.pop(name, None) is not None:
            self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        first = self._first()
        self._line.show_job(*(first.words() if first else ("", "")))

    def _first(self) -> JobWords | None:
        return min(self._works.values(), key=lambda job: (job.is_idle, job.is_over), default=None)

    def _do(self) -> None:
        first = self._first()
        if first is not None:
            first.act()
