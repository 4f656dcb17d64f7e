"""The strip of a library that can only be read: why, and the way to write in it again."""

from __future__ import annotations

import os
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal

from annotator.settings import backup_roots
from annotator.ui.check.holder_watch import HolderWatch
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from annotator.ui.parts.strip import Tone
    from annotator.ui.workbench import LibraryFacts


class _Why(Enum):
    """Why nothing can be changed."""

    BESIDE = auto()
    FREE = auto()
    BACKUP = auto()
    FILE = auto()
    DAMAGED = auto()
    MENDED = auto()


_TONES: Final[Mapping[_Why | None, Tone]] = {_Why.DAMAGED: "bad", _Why.FREE: "ok", _Why.MENDED: "ok"}


class ReadingStrip(Strip):
    """Stands as long as the library cannot be written; hidden for any other.

    It watches who writes the library, and says when they have ended.

    Signals:
        writing_wanted: open the library for writing.
        check_wanted: look what is damaged.
        backups_wanted: go to the backups.
    """

    writing_wanted = Signal()
    check_wanted = Signal()
    backups_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent)
        self._why: _Why | None = None
        self._watch = HolderWatch(self)
        self._watch.freed.connect(lambda: self._set_why(_Why.FREE))
        self.write_button = Button(small=True, kind="primary", icon="pencil")
        self.check_button = Button(small=True, kind="primary", icon="list-checks")
        self.backups_button = Button(small=True, icon="archive-restore")
        self.write_button.clicked.connect(self.writing_wanted)
        self.check_button.clicked.connect(self.check_wanted)
        self.backups_button.clicked.connect(self.backups_wanted)
        for button in (self.write_button, self.check_button, self.backups_button):
            self.add_button(button)
        self._set_why(None)

    def begin(self, facts: LibraryFacts) -> None:
        """A library was opened; what is open for reading is watched until it could be written."""
        self._watch.stop()
        why = _why_of(Path(facts.path)) if facts.is_read_only else None
        self._set_why(why)
        if why is _Why.BESIDE:
            self._watch.start(facts.path)
            self._watch.look()

    def freeze(self) -> None:
        """The open library was found damaged."""
        self._watch.stop()
        self._set_why(_Why.DAMAGED)

    def mend(self) -> None:
        """The open library was put right; it is written once it is opened again."""
        if self._why is _Why.DAMAGED:
            self._set_why(_Why.MENDED)

    @property
    def tells_damage(self) -> bool:
        """Whether it says that the open library is damaged."""
        return self._why is _Why.DAMAGED

    def leave(self) -> None:
        """No library is open any more."""
        self._watch.stop()
        self._set_why(None)

    def look_again(self) -> None:
        """Look now whether somebody still writes the library."""
        self._watch.look()

    def _set_why(self, why: _Why | None) -> None:
        self._why = why
        self.write_button.setVisible(why in (_Why.FREE, _Why.MENDED))
        self.check_button.setVisible(why is _Why.DAMAGED)
        self.backups_button.setVisible(why is _Why.DAMAGED)
        self.set_tone(_TONES.get(why, "warn"))
        self.retranslate()

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.write_button.setText(self.tr("Open for writing"))
        self.check_button.setText(self.tr("Check the library…"))
        self.backups_button.setText(self.tr("Backups…"))
        self.say("" if self._why is None else self._words_of(self._why))

    def _words_of(self, why: _Why) -> str:
        return {
            _Why.BESIDE: self.tr(
                "Open for reading: another window of the program writes in this library, so nothing can be "
                "changed here. What is saved there is shown here, and this line says when it has ended."
            ),
            _Why.FREE: self.tr("Open for reading. Nobody else writes in this library any more."),
            _Why.BACKUP: self.tr(
                "This is a backup, open for reading: it stays as it is. File, Open another library… leads "
                "back."
            ),
            _Why.FILE: self.tr(
                "Open for reading: the file or its folder may not be written, so nothing can be changed here."
            ),
            _Why.DAMAGED: self.tr(
                "This library is damaged, so nothing more is written into it. What can still be read is "
                "shown. The check says what is lost and saves the rest; a backup can take its place."
            ),
            _Why.MENDED: self.tr("This library is sound again. Until it is opened again it is only read."),
        }[why]

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _why_of(library: Path) -> _Why:
    """Why a library that is sound was opened for reading, as far as its place tells."""
    real = Path(os.path.realpath(library))
    if any(real.is_relative_to(os.path.realpath(root)) for root in backup_roots()):
        return _Why.BACKUP
    can_write = os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)
    return _Why.BESIDE if can_write else _Why.FILE
