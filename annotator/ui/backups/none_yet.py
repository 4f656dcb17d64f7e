"""The page of backups before there is one: what will be here, when one is made, where they lie."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel

_WIDE: Final = 640
_TOP: Final = 100


class NoneYet(QWidget):
    """A few sentences and one filled button; whoever shows it connects the buttons.

    Attributes:
        now_button: makes a backup.
        folder_button: chooses where backups go.
        close_button: leaves the page.
        hint: what was refused.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(size=28, weight=fonts.SEMIBOLD, wraps=True)
        self._what, self._when = PlainLabel(size=15, wraps=True), PlainLabel(ink="text2", wraps=True)
        self._where, self._folder = PlainLabel(ink="text2", wraps=True), ElidedLabel(size=12, ink="muted")
        self._warning = PlainLabel(ink="warn", wraps=True)
        self.now_button = Button(kind="primary", key="Ctrl+Return")
        self.folder_button = Button(kind="quiet", icon="folder-open")
        self.close_button = Button(kind="quiet", key="Esc")
        self.hint = PlainLabel(size=12, ink="muted", wraps=True)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.now_button, self.folder_button, self.close_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QWidget()
        column.setMaximumWidth(_WIDE)
        block = QVBoxLayout(column)
        block.setContentsMargins(0, 0, 0, 0)
        block.setSpacing(0)
        for part, below in (
            (self._title, 12),
            (self._what, 16),
            (self._when, 8),
            (self._where, 2),
            (self._folder, 4),
            (self._warning, 24),
        ):
            block.addWidget(part)
            block.addSpacing(below)
        block.addLayout(buttons)
        block.addSpacing(10)
        block.addWidget(self.hint)
        across = QHBoxLayout()
        across.setContentsMargins(32, 0, 32, 0)
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, _TOP, 0, 0)
        down.addLayout(across)
        down.addStretch(1)

    @property
    def words(self) -> str:
        """All that it says."""
        return " ".join(label.text() for label in (self._title, self._what, self._when, self._where))

    def set_folder(self, folder: str, warning: str) -> None:
        """Say where new backups go, and what is wrong with that; "" for nothing."""
        self._folder.setText(folder)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title.setText(self.tr("There is no backup yet"))
        self._what.setText(
            self.tr(
                "A backup is a copy of the whole library that was read back and compared: texts, spans, "
                "labels, history. Once there is one, you see here what differs from it, and bring back "
                "single documents or all of it."
            )
        )
        self._when.setText(
            self.tr(
                "One is made by itself when the library is opened or closed and something changed, before an "
                "import, before a package is taken in, and before the bin is emptied."
            )
        )
        self._where.setText(self.tr("They are kept away from the library, in this folder:"))
        self.now_button.setText(self.tr("Back up now"))
        self.folder_button.setText(self.tr("Another folder…"))
        self.close_button.setText(self.tr("Close"))
