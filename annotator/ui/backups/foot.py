"""The two ways back below the list: a new library under a name, or the ticked documents into this one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.ui import choosing
from annotator.ui.pages.recipe_fields import RecipeFields
from annotator.ui.parts.buttons import IconButton
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.past.days import moment

if TYPE_CHECKING:
    from annotator.model.soundness import BackupInfo


class NewFields(RecipeFields):
    """Where the new library goes; a name that is free is proposed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposed = self._folder = self._home = self._library = ""
        self._is_numbered = False
        self.field, self.browse = QLineEdit(), IconButton("folder-open", edge=30)
        self.taken = PlainLabel(size=12, ink="bad", wraps=True)
        self.numbered = PlainLabel(size=12, ink="muted", wraps=True)
        self.place = ElidedLabel(size=12, ink="muted")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.browse)
        line.setFocusProxy(self.field)
        self.heading.hide()
        self.add_row("file", line)
        self.add_below(self.place)
        self.add_below(self.numbered)
        self.add_below(self.taken)
        self.field.textChanged.connect(self._look)
        self.browse.clicked.connect(self._choose)
        self.retranslate()
        self._look()

    @property
    def path(self) -> str:
        """The file, "" for none; a mere name is one in the folder that is named below the field."""
        words = self.field.text().strip()
        return str(Path(self._folder) / words) if words and self._folder else words

    @property
    def is_ready(self) -> bool:
        """Whether it is a file that can be made."""
        path = Path(self.path)
        return bool(self.path) and path.is_absolute() and not os.path.lexists(path)

    def begin_in(self, folder: str, library: str) -> None:
        """Propose names in this folder, with that of the library in them.

        A name that was used meanwhile makes room for a fresh one; a folder that the person chose stays.
        """
        self._library = library
        if folder != self._home:
            self._home = self._folder = folder
        if not self.is_ready:
            self.field.clear()

    def propose(self, copy: BackupInfo | None) -> None:
        """Propose a name for a copy, unless the person wrote one."""
        if copy is None or not self._folder or self.field.text() not in ("", self._proposed):
            return
        words = self.tr("%1 restored %2").replace("%2", f"{moment(copy.time):%Y-%m-%d %H.%M}")
        stem, number = words.replace("%1", self._library).strip(), 1
        name = f"{stem}.annotator"
        while os.path.lexists(Path(self._folder) / name):
            number += 1
            name = f"{stem} ({number}).annotator"
        self._proposed, self._is_numbered = name, number > 1
        self.field.setText(name)
        self.field.setCursorPosition(0)  # the name of the library is what tells the files apart
        self._look()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.caption("file", self.tr("New file"))
        self.field.setAccessibleName(self.tr("New file"))
        self.browse.set_name(self.tr("Choose where it goes…"))
        self._look()

    def _look(self) -> None:
        is_there = bool(self.path) and os.path.lexists(self.path)
        folder = str(Path(self.path).parent) if self.path else ""
        self.place.setText(self.tr("In the folder %1").replace("%1", folder) if folder else "")
        self.numbered.setText(self.tr("A file of that name is there already, so this one has a number."))
        self.numbered.setVisible(self._is_numbered and self.field.text() == self._proposed)
        self.place.setHidden(not folder or is_there)
        self.taken.setText(self.tr("This file is there already and stays as it is. Name another one."))
        self.taken.setVisible(is_there)
        self.changed.emit()

    def _choose(self) -> None:
        chosen = choosing.file_to_save(self.window(), self.tr("The new library"), self.path)
        if chosen:
            self._folder, name = str(Path(chosen).parent), Path(chosen).name
            self.field.setText(name)
            self.field.setCursorPosition(0)


class BackFields(QWidget):
    """What becomes of what was made since."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leave = QCheckBox()
        self.leave.setChecked(True)
        self._told = PlainLabel(size=12, ink="muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.leave)
        column.addWidget(self._told)
        self.leave.toggled.connect(lambda _: self.retranslate())
        self.retranslate()

    @property
    def exactly(self) -> bool:
        """Whether what was made since goes."""
        return not self.leave.isChecked()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.leave.setText(self.tr("Leave what was made since"))
        stays = self.tr("What the backup holds of a document is as it was; newer spans stay beside it.")
        goes = self.tr("The documents are exactly as in the backup; newer spans on them go.")
        self._told.setText(stays if self.leave.isChecked() else goes)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
