"""Saving all that is shown in another file, and going on there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.ui.failures import words_of
from annotator.ui.past.days import time_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.errors import AnnotatorError
    from annotator.services.saving.elsewhere import Elsewhere
    from annotator.ui.library_desk import LayerShown, LibraryDesk
    from annotator.ui.saving import Saving


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that was made of the open library.

    Attributes:
        path: where it is.
        steps: how many steps of labelling had been made till then.
        backup: time of the backup it was made of, None when it holds all that the library held.
    """

    path: str
    steps: int
    backup: str | None


class Copying(QObject):
    """Makes copies and knows whether the last one holds everything.

    Signals:
        ended: whether it was made, and the sentence for the person.
    """

    ended = Signal(bool, str)

    def __init__(
        self,
        library: LibraryDesk,
        saving: Saving,
        shown: Callable[[], Sequence[LayerShown]],
        parent: QObject | None = None,
    ) -> None:
        """Copy `library` with what waits in `saving`; `shown` tells the layers on the screen."""
        super().__init__(parent)
        self._shown = shown
        self._library = library
        self._saving = saving
        self._copied: Copied | None = None
        library.opened.connect(self.forget)

    @property
    def whole(self) -> Copied | None:
        """The copy that holds all that can be had, None when there is none."""
        copied = self._copied
        return copied if copied is not None and copied.steps == self._saving.steps else None

    def forget(self, *_: object) -> None:
        """Another library is open."""
        self._copied = None

    def proposed_name(self) -> str:
        """What a copy may be called: after the library, with day and minute, so that one takes no other's."""
        words = self.tr("%1 - copy %2").replace("%2", f"{datetime.now().astimezone():%Y-%m-%d %H.%M}")
        return words.replace("%1", Path(self._library.where).stem) + ".annotator"

    def copy_to(self, path: str) -> None:
        """Write the library with all changes, also those not saved, into a new file."""
        steps = self._saving.steps

        def done(copy: Elsewhere) -> None:
            is_best = not copy.refused or copy.backup is not None  # of an older state some cannot fit
            self._copied = Copied(copy.path, steps, copy.backup) if is_best else None
            self.ended.emit(True, self._words(copy))

        def failed(error: AnnotatorError) -> None:
            self.ended.emit(False, words_of(error))

        self._library.save_elsewhere(path, self._shown(), done, failed)

    def held_words(self) -> str:
        """What the last copy holds, "" when it does not hold all that can be had, or there is none."""
        copy = self.whole
        if copy is None:
            return ""
        if copy.backup is None:
            return self.tr("A copy at %1 holds all of it.").replace("%1", copy.path)
        words = self.tr("A copy at %1 holds the backup of %2 and the open documents as you see them.")
        return words.replace("%2", time_words(copy.backup)).replace("%1", copy.path)

    def _words(self, copy: Elsewhere) -> str:
        if copy.backup is not None:
            return self.held_words()
        words = self.tr("Copied to %1, with %n change(s) that could not be saved.", "", copy.made)
        words = words if copy.made else self.tr("Copied to %1.")
        words = words.replace("%1", copy.path)
        if copy.refused:
            left_out = self.tr("%n change(s) did not fit there and were left out.", "", copy.refused)
            return f"{words} {left_out}"
        return words
