"""The page while the library opens: the program's name, and after a moment what it waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout

from annotator.ui import fonts
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

_PATIENCE: Final = 400
"""Milliseconds before anything is said: most libraries are open by then."""


class OpeningPage(Surface):
    """Nothing that is not known yet: no list, no counts, no state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._title = PlainLabel("Annotator", size=28, weight=fonts.SEMIBOLD)
        self._words = PlainLabel(size=15, ink="muted")
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(lambda: self._say(True))
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addStretch(2)
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._say(False)

    @property
    def is_talking(self) -> bool:
        """Whether the wait was long enough to be explained."""
        return self._is_talking

    def _say(self, talking: bool) -> None:
        self._is_talking = talking
        self._title.setVisible(talking)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Begin to wait."""
        super().showEvent(event)
        self._patience.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """It is open, or refused."""
        super().hideEvent(event)
        self._patience.stop()
        self._say(False)

    def retranslate(self) -> None:
        """Take the text of the language in force."""
        self._words.setText(self.tr("Opening the library…") if self._is_talking else "")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
