"""The page for a library that could not be opened: why, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.surface import Surface


class RefusedPage(Surface):
    """One question: what now?

    Signals:
        retry_wanted: try the same library again.
        reading_wanted: open it for reading only.
        another_wanted: choose another library.
        backup_wanted: open one of the verified copies.
    """

    retry_wanted = Signal()
    reading_wanted = Signal()
    another_wanted = Signal()
    backup_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._title = PlainLabel(size=28, weight=fonts.SEMIBOLD, wraps=True)
        self._sentence = PlainLabel(size=15, wraps=True)
        self._where = ElidedLabel(size=12, ink="muted")
        self._buttons = {
            "retry": Button(kind="primary"),
            "reading": Button(icon="eye"),
            "backup": Button(icon="archive-restore"),
            "another": Button(icon="database"),
        }
        self._buttons["retry"].clicked.connect(self.retry_wanted)
        self._buttons["reading"].clicked.connect(self.reading_wanted)
        self._buttons["backup"].clicked.connect(self.backup_wanted)
        self._buttons["another"].clicked.connect(self.another_wanted)
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
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        block.addLayout(row)
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

    def explain(self, sentence: str, where: str, *, can_read: bool, has_backup: bool) -> None:
        """Show why the library at `where` was refused, and offer what can be done."""
        self._sentence.setText(sentence)
        self._where.setText(where)
        self._buttons["reading"].setVisible(can_read)
        self._buttons["backup"].setVisible(has_backup)
        self._buttons["retry"].setFocus()

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self._title.setText(self.tr("This library could not be opened"))
        self._buttons["retry"].setText(self.tr("Try again"))
        self._buttons["reading"].setText(self.tr("Open for reading"))
        self._buttons["backup"].setText(self.tr("Open a backup…"))
        self._buttons["another"].setText(self.tr("Open another library…"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
