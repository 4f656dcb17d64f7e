"""The page for a library that could not be opened: why, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.soundness import BackupInfo


class RefusedPage(Surface):
    """One question: what now?

    Signals:
        retry_wanted: try the same library again.
        reading_wanted: open it for reading only.
        another_wanted: choose another library.
        backup_wanted: path of the verified copy to open.
        other_backup_wanted: choose one of the verified copies.
        place_wanted: path of the verified copy that shall take the place of the damaged library.
    """

    retry_wanted = Signal()
    reading_wanted = Signal()
    another_wanted = Signal()
    backup_wanted = Signal(str)
    other_backup_wanted = Signal()
    place_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._title = PlainLabel(size=28, weight=fonts.SEMIBOLD, wraps=True)
        self._sentence = PlainLabel(size=15, wraps=True)
        self._where = ElidedLabel(size=12, ink="muted")
        self._buttons = {
            "retry": Button(kind="primary"),
            "reading": Button(icon="eye"),
            "backup": Button(icon="archive-restore"),
            "place": Button(icon="archive-restore"),
            "other": Button(),
            "another": Button(icon="database"),
        }
        self._buttons["retry"].clicked.connect(self.retry_wanted)
        self._buttons["reading"].clicked.connect(self.reading_wanted)
        self._buttons["backup"].clicked.connect(lambda: self.backup_wanted.emit(self._backups[0].path))
        self._buttons["place"].clicked.connect(lambda: self.place_wanted.emit(self._backups[0].path))
        self._buttons["other"].clicked.connect(self.other_backup_wanted)
        self._buttons["another"].clicked.connect(self.another_wanted)
        self._backups: Sequence[BackupInfo] = ()
        self._is_damaged = False
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QWidget()
        column.setMaximumWidth(720)
        block = QVBoxLayout(column)
        block.setContentsMargins(0, 0, 0, 0)
        block.setSpacing(0)
        block.addWidget(self._title)
        block.addSpacing(12)
        block.addWidget(self._sentence)
        block.addSpacing(8)
        block.addWidget(self._where)
        block.addSpacing(28)
        for names in (("retry", "reading", "another"), ("place", "backup", "other")):
            row = QHBoxLayout()
            row.setSpacing(8)
            for name in names:
                row.addWidget(self._buttons[name])
            row.addStretch(1)
            block.addLayout(row)
            block.addSpacing(8)
        across = QHBoxLayout()
        across.setContentsMargins(32, 0, 32, 0)
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 100, 0, 0)
        down.addLayout(across)
        down.addStretch(1)

    @property
    def sentence(self) -> str:
        """Why it could not be opened."""
        return self._sentence.text()

    @property
    def backup_button(self) -> Button:
        """Opens the newest verified copy; hidden where none is known."""
        return self._buttons["backup"]

    @property
    def place_button(self) -> Button:
        """Puts the newest verified copy in place of a damaged library; hidden for any other."""
        return self._buttons["place"]

    def set_damaged(self, *, is_damaged: bool) -> None:
        """Whether the library is damaged or lost, so that a copy may take its place."""
        self._is_damaged = is_damaged
        self.offer(self._backups)

    def explain(self, sentence: str, where: str, *, can_read: bool) -> None:
        """Show why the library at `where` was refused, and offer what can be done."""
        self._is_damaged = False
        self.offer(())
        self._sentence.setText(sentence)
        self._where.setText(where)
        self._buttons["reading"].setVisible(can_read)
        self._buttons["retry"].setFocus()

    def offer(self, backups: Sequence[BackupInfo]) -> None:
        """Offer the first of these verified copies, the newest, and the choice of another one."""
        self._backups = backups
        self._buttons["backup"].setVisible(bool(backups))
        self._buttons["place"].setVisible(bool(backups) and self._is_damaged)
        self._buttons["other"].setVisible(len(backups) > 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self._title.setText(self.tr("This library could not be opened"))
        self._buttons["retry"].setText(self.tr("Try again"))
        self._buttons["reading"].setText(self.tr("Open for reading"))
        self._buttons["backup"].setText(self.tr("Open the backup of %1").replace("%1", self._newest()))
        self._buttons["place"].setText(
            self.tr("Put the backup of %1 in its place").replace("%1", self._newest())
        )
        self._buttons["other"].setText(self.tr("Another backup…"))
        self._buttons["another"].setText(self.tr("Open another library…"))

    def _newest(self) -> str:
        """When the newest copy was made, in the time and the words of the place where the person is."""
        made = (
            QDateTime.fromString(self._backups[0].time, Qt.DateFormat.ISODate)
            if self._backups
            else QDateTime()
        )
        return QLocale().toString(made.toLocalTime(), QLocale.FormatType.ShortFormat)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
