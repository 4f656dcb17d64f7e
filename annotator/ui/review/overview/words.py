"""What the overview says at its head, in the language in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui.i18n import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.rounds import Standing as Share
    from annotator.ui.review.overview.standing import Standing


class OverviewWords(QObject):
    """The words; made when they are needed, since it keeps nothing."""

    def head(self, standing: Standing, *, is_narrow: bool) -> str:
        """The answer of the screen."""
        if standing.unknown and not standing.to_decide:
            return self.tr("Comparing…")
        if standing.to_decide or is_narrow:
            return self.tr("%n difference(s) to decide", "", standing.to_decide)
        if standing.finished == standing.documents - standing.waiting and standing.finished:
            return self.tr("Everything is decided")
        if standing.waiting == standing.documents:
            return self.tr("Nothing can be decided yet")
        return self.tr("Nothing is left to decide")

    def note(self, standing: Standing, *, is_narrow: bool) -> str:
        """The sentence under it."""
        told = []
        if standing.unknown:
            words = self.tr("%1 of %2 documents are still to be compared.")
            told.append(_filled(words, standing.unknown, standing.documents))
        if is_narrow:
            told.append(_filled(self.tr("of %1, as filtered."), standing.all_open))
        elif standing.to_decide:
            told.append(_filled(self.tr("in %1 of %2 documents."), standing.undecided, standing.documents))
        if standing.settled:
            told.append(self.tr("%n already settled.", "", standing.settled))
        if standing.left:
            told.append(self.tr("%n left open in finished documents.", "", standing.left))
        if standing.waiting:
            told.append(self.tr("%n document(s) wait(s) for somebody's spans.", "", standing.waiting))
        if standing.finished and not standing.to_decide:
            told.append(self.tr("Gold of %n document(s) is finished.", "", standing.finished))
        return " ".join(told)

    def round(self, name: str, shares: Sequence[Share]) -> str:
        """How far each person is with what was handed out."""
        told = [
            _filled(self.tr("%3 %1 of %2").replace("%3", each.name), each.done, each.documents).strip()
            for each in shares
        ]
        return self.tr("Handed out, %1. Done so far: %2").replace("%1", name).replace("%2", ", ".join(told))

    def close(self, count: int) -> str:
        """What the button says that closes documents."""
        return self.tr("Close the %n without differences", "", count)

    def closing(self, done: int, total: int) -> str:
        """How far closing is."""
        share = f"{100 * done // total} %" if total else ""
        return self.tr("Closing what has no differences… %1").replace("%1", share).rstrip()

    def closed(self, count: int) -> str:
        """What was done by it."""
        return self.tr("%n document(s) closed. One step: Ctrl+Z takes all of it back.", "", count)


def _filled(words: str, *values: int) -> str:
    for place, value in enumerate(values, 1):
        words = words.replace(f"%{place}", number(value))
    return words
