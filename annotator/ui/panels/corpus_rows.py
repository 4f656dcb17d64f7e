"""How a corpus is painted in a list: name, how far it is, number of spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from annotator.ui import fonts, icons, theme
from annotator.ui.density import Size
from annotator.ui.i18n import number
from annotator.ui.models.corpus_model import CORPUS_ROLE, CURRENT_ROLE
from annotator.ui.parts.counts import separated
from annotator.ui.parts.renaming import RenamingDelegate
from annotator.ui.parts.rows import draw_words, title_font

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from annotator.model.document import Corpus
    from annotator.ui.parts.rows import Index

ROW = Size(48, 36)
_TEXT_LEFT = 40
_NUMBER = 150


class CorpusDelegate(RenamingDelegate):
    """A row of the corpora; the one the window shows has a tick."""

    inset = 0

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint tick, name, documents done, spans."""
        corpus: Corpus = index.data(CORPUS_ROLE)
        tokens = theme.current()
        if index.data(CURRENT_ROLE):
            tick = QRectF(area.left() + 12, area.center().y() - 8, 16, 16)
            icons.paint(painter, "check", tick, tokens.text2)
        figures = fonts.interface(13, tabular=True)
        right = Qt.AlignmentFlag.AlignRight
        inner = area.adjusted(_TEXT_LEFT, 0, -16, 0)
        spans = separated(self.tr("%n span(s)", "", corpus.spans), corpus.spans)
        draw_words(painter, inner, spans, figures, tokens.muted, right)
        done = self.tr("{done} of {total} done")
        done = done.replace("{done}", number(corpus.done)).replace("{total}", number(corpus.documents))
        draw_words(painter, inner.adjusted(0, 0, -_NUMBER, 0), done, figures, tokens.muted, right)
        name = inner.adjusted(0, 0, -2 * _NUMBER, 0)
        draw_words(painter, name, corpus.name, title_font(chosen=chosen), tokens.text)

    # ------------------------------------------------------------------ renaming in place

    def field_words(self) -> str:
        """Told to screen readers."""
        return self.tr("New name")

    def name_of(self, index: Index) -> str:
        """The name as it is."""
        corpus: Corpus = index.data(CORPUS_ROLE)
        return corpus.name

    def name_edges(self, row: QRect) -> tuple[int, int]:
        """Up to the numbers."""
        return row.left() + 31, row.right() - 2 * _NUMBER
