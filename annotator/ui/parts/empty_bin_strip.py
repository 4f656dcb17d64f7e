"""The question before the bin is emptied: the one act that cannot be undone takes a second act of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts, theme
from annotator.ui.keymap import spoken
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.past.days import clock

if TYPE_CHECKING:
    from annotator.model.soundness import Emptied


class EmptyBinStrip(QWidget):
    """Says what would be deleted for ever; nothing is done before its button is pressed.

    Signals:
        confirmed: the bin is to be emptied.
        kept: it is not.
    """

    confirmed = Signal()
    kept = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_narrow: bool = False) -> None:
        """Make the question; in a narrow panel its buttons stand one below the other."""
        super().__init__(parent)
        self._documents = self._corpora = 0
        self._question = PlainLabel(size=15, weight=fonts.SEMIBOLD, wraps=True)
        self._hint = PlainLabel(ink="text2", wraps=True)
        self._delete = Button()
        self._delete.clicked.connect(self.confirmed)
        self._keep = Button(kind="quiet", key="Esc")
        self._keep.clicked.connect(self.kept)
        acts: QBoxLayout = QVBoxLayout() if is_narrow else QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self._delete)
        if not is_narrow:
            acts.addStretch(1)
        acts.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._question)
        column.addWidget(self._hint)
        column.addLayout(acts)
        self.hide()

    def ask(self, documents: int, corpora: int) -> None:
        """Ask about so many documents and corpora; keeping them is what Enter does."""
        self._documents, self._corpora = documents, corpora
        self.retranslate()
        self.show()
        self._keep.setFocus()

    def done_words(self, emptied: Emptied) -> str:
        """What emptying the bin did, and where what was in it still is; "" when there was nothing in it."""
        if emptied.copy is None:
            return ""
        words = self.tr(
            "{what} deleted for ever. The backup of {when} holds what was in the bin: File > Backups…"
        )
        return words.replace("{what}", self._told(emptied.documents, emptied.corpora)).replace(
            "{when}", clock(emptied.copy.time)
        )

    def _told(self, documents: int, corpora: int) -> str:
        """So many documents and corpora, of which one may be none."""
        told = []
        if documents or not corpora:
            told.append(separated(self.tr("%n document(s)", "", documents), documents))
        if corpora:
            told.append(separated(self.tr("%n corpus(es)", "", corpora), corpora))
        if len(told) == 1:
            return told[0]
        return (
            self.tr("{documents} and {corpora}").replace("{documents}", told[0]).replace("{corpora}", told[1])
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        question = self.tr("Delete {what} for ever?")
        self._question.setText(question.replace("{what}", self._told(self._documents, self._corpora)))
        self._hint.setText(
            spoken(
                self.tr(
                    "The bin of the whole library is emptied, and Ctrl+Z does not bring back what was in it. "
                    "A backup is made first: File > Backups… brings documents back out of it."
                ),
                "edit.undo",
            )
        )
        self._delete.setText(self.tr("Delete for ever"))
        self._keep.setText(self.tr("Keep them"))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the red ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(theme.current().bad_tint))
        painter.drawRoundedRect(self.rect(), 6, 6)
