"""Where nothing was found: what would be, if words were compared less strictly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import QObject

from annotator.text.matching import Wanted
from annotator.ui.find.latest import Latest
from annotator.ui.parts.counts import separated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.desk import Desk

W = TypeVar("W", bound=Wanted)
Step = Literal["accents", "case", "words", "both", "all"]


def wider(wanted: W) -> Iterator[tuple[Step, W]]:
    """The same wish with one thing ignored at a time, then with more of them."""
    if wanted.diacritics:
        yield "accents", replace(wanted, diacritics=False)
    if wanted.case:
        yield "case", replace(wanted, case=False)
    if wanted.words:
        yield "words", replace(wanted, words=False)
    if wanted.diacritics and wanted.case:
        yield "both", replace(wanted, diacritics=False, case=False)
    if wanted.diacritics + wanted.case + wanted.words > 1:
        yield "all", replace(wanted, diacritics=False, case=False, words=False)


class Widening(QObject):
    """Looks in the background for the first wider wish that finds anything.

    Attributes:
        offered: that wish; None while there is none.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._asking = Latest(desk, self)
        self.offered: Wanted | None = None

    def stop(self) -> None:
        """Something else is looked for: nothing is offered any more."""
        self._asking.stop()
        self.offered = None

    def look(
        self,
        wanted: W,
        count: Callable[[Library, W, Callable[[], None]], int],
        told: Callable[[str], None],
    ) -> None:
        """Tell in a sentence what would be found; nothing is told when nothing would.

        Args:
            wanted: what found nothing.
            count: how often a wish is found; in a worker thread.
            told: gets the sentence; the wish is `offered` from then on.
        """
        self.stop()

        def task(library: Library, progress: Progress) -> tuple[Step, W, int] | None:
            for step, other in wider(wanted):
                found = count(library, other, progress.check)
                if found:
                    return step, other, found
            return None

        def arrived(found: tuple[Step, W, int] | None) -> None:
            if found is not None:
                step, self.offered, places = found
                told(separated(self._sentence(step, places), places))

        self._asking.ask(task, arrived)

    def _sentence(self, step: Step, count: int) -> str:
        match step:
            case "accents":
                return self.tr("%n place(s) if accents are ignored: Enter shows them.", "", count)
            case "case":
                return self.tr("%n place(s) if case is ignored: Enter shows them.", "", count)
            case "words":
                return self.tr("%n place(s) inside longer words: Enter shows them.", "", count)
            case "both":
                return self.tr("%n place(s) if accents and case are ignored: Enter shows them.", "", count)
            case _:
                return self.tr(
                    "%n place(s) if accents, case and ends of words are ignored: Enter shows them.", "", count
                )
