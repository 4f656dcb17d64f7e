"""The spans of one document that differ, each in a line: what it covers, under which label, whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QRectF, Qt

from annotator.model.difference import Change
from annotator.ui import fonts, theme
from annotator.ui.backups.words import SIGNS
from annotator.ui.density import Size
from annotator.ui.models.one_column import OneColumnModel
from annotator.ui.parts.rows import RowDelegate, draw_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from annotator.model.difference import SpanDifference
    from annotator.ui.models.one_column import Index

ROW: Final = Size(28, 24)
SPAN_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_SIGN: Final = 22
_SAID: Final = 0.5


class SpanLines(OneColumnModel):
    """Spans in reading order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spans: Sequence[SpanDifference] = ()

    def set_spans(self, spans: Sequence[SpanDifference]) -> None:
        """Show these."""
        self.beginResetModel()
        self.spans = tuple(spans)
        self.endResetModel()

    def length(self) -> int:
        """The number of spans."""
        return len(self.spans)

    def said(self, span: SpanDifference) -> str:
        """Label and person; of one that differs what it is now."""
        told = f"{span.label} · {span.annotator}"
        if span.change is not Change.CHANGED:
            return told
        if (span.now, span.now_label) == (span.words, span.label):
            beside = self.tr("note or marks differ")
            return f"{told} · {beside}"
        words = span.now_label if span.now == span.words else f"{span.now_label}, “{span.now}”"
        now = self.tr("now: %1").replace("%1", words)
        return f"{told} · {now}"

    def kind(self, span: SpanDifference) -> str:
        """Where it is, for who does not see the sign."""
        return {
            Change.GAINED: self.tr("only in the backup"),
            Change.LOST: self.tr("only in the library"),
            Change.CHANGED: self.tr("different"),
        }[span.change]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The span for the delegate, its words for the reader."""
        if not index.isValid() or not 0 <= index.row() < len(self.spans):
            return None
        span = self.spans[index.row()]
        if role == SPAN_ROLE:
            return span
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"“{span.words}”, {self.said(span)}, {self.kind(span)}"
        return None


class SpanLineDelegate(RowDelegate):
    """Sign, words, then label and person in muted words."""

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint the line."""
        del chosen
        span: SpanDifference = index.data(SPAN_ROLE)
        model = index.model()
        if not isinstance(model, SpanLines):
            return
        tokens = theme.current()
        inner = area.adjusted(10, 0, -14, 0)
        sign = QRectF(inner.left(), inner.top(), _SIGN, inner.height())
        draw_words(painter, sign, SIGNS[span.change], fonts.interface(13, fonts.MEDIUM), tokens.text2)
        line = inner.adjusted(_SIGN, 0, 0, 0)
        said = line.adjusted(line.width() * (1 - _SAID), 0, 0, 0)
        align = Qt.AlignmentFlag.AlignRight
        took = draw_words(painter, said, model.said(span), fonts.interface(12), tokens.muted, align)
        words = " ".join(span.words.split())
        draw_words(painter, line.adjusted(0, 0, -took - 16, 0), words, fonts.interface(13), tokens.text)
