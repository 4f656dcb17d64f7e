"""A passage of the codebook with its spans as bands, rails and names, drawn by the article's own painter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.model.span import Span
from annotator.ui import fonts, theme
from annotator.ui.editor.flow import Flow
from annotator.ui.editor.look import Look
from annotator.ui.editor.metrics import Metrics
from annotator.ui.editor.painter import ArticlePainter, Marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.codebook import Example
    from annotator.model.label import Label

SIZE = 15
_EDGE = 3
_LEAST_WIDTH = 120


class RailsText(QWidget):
    """An example as it would look in the article; as high as its width makes it."""

    def __init__(self, parent: QWidget | None = None, *, family: str = fonts.INTERFACE) -> None:
        super().__init__(parent)
        self._family = family
        self._text = ""
        self._spans: list[Span] = []
        self._labels: Sequence[Label] = ()
        self._flow: Flow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_WIDTH)
        theme.theme().changed.connect(self.update)

    def set_example(self, example: Example, label: Label, labels: Sequence[Label]) -> None:
        """Show an example of `label`; `labels` are those of the corpus, for the spans around."""
        self._text = "".join(" " if sign.isspace() else sign for sign in example.text)
        self._labels = labels
        self._spans = [Span("0", example.start, example.end, label.uid)]
        self._spans += [
            Span(str(place), mark.start, mark.end, mark.label)
            for place, mark in enumerate(example.around, start=1)
        ]
        self.setAccessibleName(f"{self._text}. {label.name}: {example.words}")
        self._lay_out()

    def set_family(self, family: str) -> None:
        """Set the passage in another family."""
        if family != self._family:
            self._family = family
            self._lay_out()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Its height when it is `width` px wide."""
        return round(self._made(width)[1])

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as it is at its width."""
        return QSize(320, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint bands, words, rails and names."""
        if self._flow is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        look = Look(theme.current(), self._labels)
        drawn = ArticlePainter(painter, self._flow, look, Marks(is_caret_shown=False))
        top = 0.0
        for index in range(len(self._flow.paragraphs.starts)):
            paragraph = self._flow.laid(index)
            drawn.paint_paragraph(paragraph, _EDGE, top, 0, self.height())
            top += paragraph.height

    def _lay_out(self) -> None:
        self._flow, height = self._made(self.width())
        if self.minimumHeight() != round(height):
            self.setFixedHeight(round(height))
        self.updateGeometry()
        self.update()

    def _made(self, width: int) -> tuple[Flow, float]:
        metrics = Metrics.of(self._family, SIZE, self.devicePixelRatioF())
        room = max(_LEAST_WIDTH, width) - 2 * _EDGE
        flow = Flow(self._text, self._spans, self._labels, metrics, room)
        height = sum(flow.laid(index).height for index in range(len(flow.paragraphs.starts)))
        return flow, height
