"""The question before the bin is emptied: the one act that cannot be undone takes a second act of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts, theme
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.plain_label import PlainLabel


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
        self._hint = PlainLabel(size=12, ink="muted", wraps=True)
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

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        documents = separated(self.tr("%n document(s)", "", self._documents), self._documents)
        corpora = separated(self.tr("%n corpus(es)", "", self._corpora), self._corpora)
        if not self._corpora:
            question = self.tr("Delete {documents} for ever?")
        elif not self._documents:
            question = self.tr("Delete {corpora} for ever?")
        else:
            question = self.tr("Delete {documents} and {corpora} for ever?")
        self._question.setText(question.replace("{documents}", documents).replace("{corpora}", corpora))
        self._hint.setText(
            self.tr(
                "Everything in the bin of the whole library is deleted; this cannot be undone, nor can steps "
                "that would bring it back. A backup is made first: File > Backups… brings documents back "
                "out of it."
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
