"""The offer to look for the words of a search in the texts: the list looks through titles by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.model.wishes import in_texts
from annotator.ui.parts.buttons import Button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit


class TextOffer(QWidget):
    """A line below the filters, shown while words of a title are searched for.

    Signals:
        wanted: the search with its words looked for in the texts.
    """

    wanted = Signal(str)

    def __init__(self, field: QLineEdit) -> None:
        """Offer it for what is typed into `field`, there also by Shift+Enter."""
        super().__init__()
        self._field = field
        self._button = Button(kind="quiet", key="Shift+Return", small=True, icon="search")
        self._button.clicked.connect(self.take)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 4)
        line.addWidget(self._button)
        line.addStretch(1)
        for key in ("Shift+Return", "Shift+Enter"):
            shortcut = QShortcut(QKeySequence(key), field, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.take)
        field.textChanged.connect(self._follow)
        self.retranslate()
        self._follow()

    def _follow(self) -> None:
        self.setVisible(bool(in_texts(self._field.text())))

    def take(self) -> bool:
        """Look in the texts; False when no words are there that are not looked for in the texts already."""
        search = in_texts(self._field.text())
        if search:
            self.wanted.emit(search)
        return bool(search)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self._button.setText(self.tr("Search the texts"))
