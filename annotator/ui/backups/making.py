"""Above the list of backups: make one now, and where they go."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel


class Making(QWidget):
    """Three buttons, and a sentence where the folder that was chosen is not there.

    Attributes:
        now_button: makes a backup.
        folder_button: chooses where backups go.
        usual_button: lets them go where they usually do; hidden while they do.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.now_button = Button(icon="plus", small=True)
        self.folder_button = Button(kind="quiet", icon="folder-open", small=True)
        self.usual_button = Button(kind="quiet", icon="rotate-ccw", small=True)
        self._missing = PlainLabel(ink="warn", wraps=True)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(4)
        for row, buttons in ((first, (self.now_button, self.folder_button)), (second, (self.usual_button,))):
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 16, 8)
        column.setSpacing(6)
        column.addWidget(self._missing)
        column.addLayout(first)
        column.addLayout(second)
        self.show_folder(is_usual=True, is_missing=False)
        self.retranslate()

    @property
    def warning(self) -> str:
        """That the folder is not there; "" while it is."""
        return "" if self._missing.isHidden() else self._missing.text()

    def show_folder(self, *, is_usual: bool, is_missing: bool) -> None:
        """Say whether backups go to the usual folder, and whether theirs is not there now."""
        self.usual_button.setHidden(is_usual)
        self._missing.setVisible(is_missing)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.now_button.setText(self.tr("Back up now"))
        self.folder_button.setText(self.tr("Another folder…"))
        self.usual_button.setText(self.tr("Usual folder"))
        self._missing.setText(
            self.tr("This folder is not there now, so no backup is made. Connect its disk or choose another.")
        )
