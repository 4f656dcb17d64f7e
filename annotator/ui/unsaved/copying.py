"""Saving all that is shown in another file, and going on there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.ui.failures import words_of

if TYPE_CHECKING:
    from annotator.errors import AnnotatorError
    from annotator.services.elsewhere import Elsewhere
    from annotator.ui.library_desk import LibraryDesk
    from annotator.ui.saving import Saving


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that was made of the open library.

    Attributes:
        path: where it is.
        made: how many unsaved changes it holds.
        steps: how many steps of labelling had been made till then.
    """

    path: str
    made: int
    steps: int


class Copying(QObject):
    """Makes copies and knows whether the last one holds everything.

    Signals:
        ended: whether it was made, and the sentence for the person.
    """

    ended = Signal(bool, str)

    def __init__(self, library: LibraryDesk, saving: Saving, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._saving = saving
        self._copied: Copied | None = None
        library.opened.connect(self.forget)

    @property
    def whole(self) -> Copied | None:
        """The copy that holds all that is shown, None when there is none."""
        copied = self._copied
        return copied if copied is not None and copied.steps == self._saving.steps else None

    def forget(self, *_: object) -> None:
        """Another library is open."""
        self._copied = None

    def copy_to(self, path: str) -> None:
        """Write the library with all changes, also those not saved, into a new file."""
        steps = self._saving.steps

        def done(copy: Elsewhere) -> None:
            self._copied = Copied(copy.path, copy.made, steps) if not copy.refused else None
            self.ended.emit(True, self._words(copy))

        def failed(error: AnnotatorError) -> None:
            self.ended.emit(False, words_of(error))

        self._library.save_elsewhere(path, done, failed)

    def _words(self, copy: Elsewhere) -> str:
        words = self.tr("Copied to %1, with %n change(s) that could not be saved.", "", copy.made)
        words = words.replace("%1", copy.path)
        if copy.refused:
            left_out = self.tr("%n change(s) did not fit there and were left out.", "", copy.refused)
            return f"{words} {left_out}"
        return words
