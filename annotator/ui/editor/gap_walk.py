"""From one name that nobody has marked to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.text.gaps import REACH, gap_after, gap_before
from annotator.text.grab import kind_of
from annotator.text.habits import folded
from annotator.ui.i18n import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.label import Label
    from annotator.text.gaps import Marked, Stretch
    from annotator.ui.editor.session import LabellingSession


class GapWalk(QObject):
    """Where one is among the unmarked names of the open document.

    Names that were passed by are not stopped at again until the walk has come round, wherever they stand.

    Signals:
        leaving: the person goes on from where they are; what is stored by that comes after it.
    """

    leaving = Signal()

    def __init__(self, session: LabellingSession) -> None:
        super().__init__(session)
        self._session = session
        self._view = session.view
        self._kinds: dict[str, str] = {}
        self._passed: set[str] = set()
        self._here: Stretch | None = None
        self._looked: tuple[int, int, bool] | None = None

    def begin(self, labels: Sequence[Label]) -> None:
        """Another document, or other labels."""
        self._kinds = {label.uid: kind_of(label.name) for label in labels}
        self._passed.clear()
        self._here = self._looked = None

    def go_on(self) -> None:
        """Put the caret to the next unmarked name, at the end going on from the text's beginning."""
        self.leaving.emit()
        self._session.settle()
        self._note_passing()
        self._look(self._place(), forward=True)

    def go_back(self) -> None:
        """Put the caret to the unmarked name before, at the beginning going on from the text's end."""
        self.leaving.emit()
        self._session.settle()
        span = self._view.selected_span()
        self._look(span.start if span else self._view.caret, forward=False)

    def _look(self, place: int, *, forward: bool) -> None:
        """Look from a place on, then once more from the text's other end; only so far as no pause is felt."""
        if self._looked is not None and self._looked[1:] == (self._view.caret, forward):
            place = self._looked[0]
        found = self._found_from(place, forward=forward)
        if found is None and self._is_more(place, forward=forward):
            self._look_further(place, forward=forward)
            return
        if found is None:
            self._passed.clear()
            place = -1 if forward else len(self._view.text) + 1
            found = self._found_from(place, forward=forward)
            if found is None and self._is_more(place, forward=forward):
                self._look_further(place, forward=forward)
                return
            round_words = self.tr("From the beginning again.") if forward else self.tr("From the end again.")
            self._say_round(found, round_words)
        self._show(found)

    def _found_from(self, place: int, *, forward: bool) -> Stretch | None:
        text = self._view.text
        if forward:
            return gap_after(text, place, self._marked, self._is_passed)
        return gap_before(text, place, self._marked)

    def _is_more(self, place: int, *, forward: bool) -> bool:
        """Whether there is text beyond what one look goes through."""
        return place + REACH < len(self._view.text) if forward else place > REACH

    def _look_further(self, place: int, *, forward: bool) -> None:
        """Nothing is near: say so, and go on from there with the next press."""
        self._looked = (place + (REACH if forward else -REACH), self._view.caret, forward)
        words = self.tr(
            "No name without a label within %n character(s). The key again looks further.", "", REACH
        )
        self._session.hint.emit(words.replace(str(REACH), number(REACH)))

    def _say_round(self, found: Stretch | None, words: str) -> None:
        nothing = self.tr("Nothing that looks like a name is without a label.")
        self._session.hint.emit(nothing if found is None else words)

    def _show(self, found: Stretch | None) -> None:
        self._here, self._looked = found, None
        if found is not None:
            self._view.select(found[0], found[0], reveal=False)
            self._view.reveal(*found)
            self._view.set_gap(found)

    def _place(self) -> int:
        """Where to look from: a name right at the caret counts, unless one came to it by the walk."""
        span = self._view.selected_span()
        if span is not None:
            return span.start
        caret = self._view.caret
        return caret if self._here is not None and self._here[0] == caret else caret - 1

    def _note_passing(self) -> None:
        """The name one stands at was looked at and left alone."""
        here = self._here
        if here is None or self._view.selected_span() is not None or self._view.caret != here[0]:
            return
        if all(span.start != here[0] for span in self._view.spans_over(*here)):
            self._passed.add(folded(self._view.text[slice(*here)]))

    def _is_passed(self, words: str) -> bool:
        return bool(self._passed) and folded(words) in self._passed

    def _marked(self, start: int, end: int) -> list[Marked]:
        return [
            (span.start, span.end, self._kinds.get(span.label, ""))
            for span in self._view.spans_over(start, end)
        ]
