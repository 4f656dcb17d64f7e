"""The line under the article that says how many of the same words there are more; it takes no focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.everywhere.runs import RunsLabel
from annotator.ui.keymap import caps
from annotator.ui.parts.label_key import KeySquare
from annotator.ui.parts.surface import Surface
from annotator.ui.status_line import Hint, Hints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.label import Label
    from annotator.ui.everywhere.runs import Run

HEIGHT: Final = 32


class QuietStrip(Surface):
    """One sentence with two keys; hidden while there is nothing to say.

    Signals:
        list_wanted: it was clicked.
    """

    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.setFixedHeight(HEIGHT)
        self._square = KeySquare()
        self.sentence = RunsLabel()
        self._keys = Hints()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 1, 16, 0)
        row.setSpacing(8)
        row.addWidget(self._square)
        row.addWidget(self.sentence, 1)
        row.addWidget(self._keys)
        self.hide()

    def say(
        self, runs: Sequence[Run], label: Label | None, *, here: bool = False, more: bool = False
    ) -> None:
        """Show a sentence.

        Args:
            runs: the sentence.
            label: whose key square stands before it.
            here: whether a key would change more in this document.
            more: whether there is a list to open.
        """
        self._square.set_label(label)
        self._square.setVisible(label is not None)
        hints = [Hint(caps("label.same_here"), self.tr("all here"))] if here else []
        hints += [Hint(caps("label.same_words"), self.tr("show the list"))] if more else []
        self._keys.show_hints(hints)
        self.sentence.show_runs(runs, announced=True)
        self.show()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click opens the list."""
        if self._keys.hints:
            self.list_wanted.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and hairline."""
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(theme.current().line))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """In another language the sentence is gone: it is about what was just done."""
        if event.type() is QEvent.Type.LanguageChange:
            self.hide()
        super().changeEvent(event)
