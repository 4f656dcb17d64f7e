"""Moving the edges of a variant before it is taken: a small state of its own, drawn as a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from annotator.model.span import Span
from annotator.ui.editor.edges import moved_edge, with_edges

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from annotator.model.review import Variant
    from annotator.ui.editor.edges import Edge, Unit
    from annotator.ui.review.compare.text import CompareText


class EdgeEdit(QObject):
    """Left and right move the end by a syllable, with Shift the start, with Ctrl by a character.

    Signals:
        kept: the `Span` as it is now.
        ended: nothing is edited any more.
    """

    kept = Signal(object)
    ended = Signal()

    def __init__(self, text: CompareText) -> None:
        super().__init__(text)
        self._text = text
        self._span: Span | None = None

    @property
    def span(self) -> Span | None:
        """What is edited, None when nothing is."""
        return self._span

    def begin(self, variant: Variant) -> None:
        """Begin with the edges of a variant."""
        self._show(Span("preview", variant.start, variant.end, variant.label, parts=variant.parts))

    def stop(self) -> None:
        """Keep nothing."""
        if self._span is not None:
            self._show(None)
            self.ended.emit()

    def hear(self, event: QKeyEvent) -> bool:
        """Whether a key press is meant for the edges; if so it is done."""
        if self._span is None:
            return False
        key, modifiers = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self.stop()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers & _HELD:
            span = self._span
            self.stop()
            self.kept.emit(span)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            edge: Edge = "start" if modifiers & Qt.KeyboardModifier.ShiftModifier else "end"
            unit: Unit = "character" if modifiers & Qt.KeyboardModifier.ControlModifier else "word"
            self._move(edge, unit, outwards=(key == Qt.Key.Key_Right) == (edge == "end"))
        else:
            return False
        return True

    def _move(self, edge: Edge, unit: Unit, *, outwards: bool) -> None:
        span = self._span
        if span is not None:
            start, end = moved_edge(self._text.text, span.start, span.end, edge, unit, outwards=outwards)
            self._show(with_edges(span, start, end) or span)

    def _show(self, span: Span | None) -> None:
        self._span = span
        self._text.set_preview(span)
        if span is not None:
            self._text.reveal(span.start, span.end)


_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
)
