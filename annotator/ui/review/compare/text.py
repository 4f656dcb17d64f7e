"""The article with what its annotators made of it: for reading and choosing, nothing is labelled here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal

from annotator.model.changes import LayerState, SpanAdded, SpanRemoved
from annotator.model.span import reading_order
from annotator.ui.editor.article_view import ArticleView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from annotator.model.changes import Change
    from annotator.model.label import Label
    from annotator.model.span import Span
    from annotator.settings import Preferences
    from annotator.ui.review.compare.drawing import Drawn

_LOWEST: Final = 0.7
"""How far down, of the height in sight, a cluster may end: what follows is read with it."""


class CompareText(ArticleView):
    """Shows gold, agreement and open variants of one document, and one cluster in a frame.

    Signals:
        cluster_chosen: uid of the cluster whose words or line were clicked.
    """

    cluster_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._drawn_clusters: dict[str, str] = {}

    def show_drawn(self, text: str, drawn: Drawn, labels: Sequence[Label]) -> None:
        """Show a document from its beginning."""
        self._marks.frame = None
        self._take(drawn)
        self.show_document(text, LayerState.of(len(text), drawn.spans), labels)
        self._marks.is_caret_shown = False

    def redraw(self, drawn: Drawn) -> None:
        """Show the same document as it is now; only what differs is painted anew, nothing scrolls."""
        before = {span.uid: span for span in self._state.spans()}
        now = {span.uid: span for span in drawn.spans}
        gone = [span for uid, span in before.items() if now.get(uid) != span]
        come = [span for uid, span in now.items() if before.get(uid) != span]
        renamed = any(
            self._marks.manners.names.get(uid) != forms
            for uid, forms in drawn.manners.names.items()
            if uid in before
        )
        self._take(drawn)
        self._state = LayerState.of(len(self.text), drawn.spans)
        changes: list[Change] = [SpanRemoved(span) for span in gone]
        changes += [SpanAdded(span) for span in sorted(come, key=reading_order)]
        self.spans_changed(changes)
        if renamed:
            self.labels_changed(self._labels)
        self._marks.is_caret_shown = False

    def show_cluster(self, start: int, end: int, *, scroll: bool = True) -> None:
        """Put the frame around a cluster and bring it into view."""
        self.set_frame((start, end))
        if scroll:
            self._bring_up(start, end)

    def _bring_up(self, start: int, end: int) -> None:
        """Scroll to the upper third what is not in view with a good part of the text after it."""
        if not self.isVisible():
            return
        self._lay_out_way(end)
        top, bottom = (y - self._scroller.y for y in self._flow.band(start, end))
        height = self._scroller.height
        if top >= self._metrics.pitch / 2 and bottom <= height * _LOWEST:
            return
        by = top - height / 3
        if abs(by) > 2 * height:
            self._jump(self._scroller.y + by)
        else:
            self._glide_by(by)

    def scroll_place(self) -> tuple[int, float]:
        """The paragraph at the top, and how much of it is above, 0 to 1."""
        return self._scroller.index, self._scroller.fraction()

    def scroll_to(self, paragraph: int, fraction: float) -> None:
        """Put a place of a paragraph at the top."""
        if (paragraph, fraction) != self.scroll_place():
            self._scroller.go_to(paragraph, fraction)
            self._sync_bar()
            self.viewport().update()

    def take_preferences(self, now: Preferences) -> None:
        """Be set as the person reads articles."""
        self.set_zoom(now.zoom)
        self.set_reading_font(now.reading_font)
        self.set_measure(now.column, now.line_pitch)
        self.set_captions_shown(now.captions_shown)

    def _take(self, drawn: Drawn) -> None:
        self.set_manners(drawn.manners)
        self._drawn_clusters = drawn.clusters

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys scroll; all others belong to the page."""
        page = self.viewport().height() - 2 * self._metrics.pitch
        steps = {
            Qt.Key.Key_Down: self._metrics.pitch,
            Qt.Key.Key_Up: -self._metrics.pitch,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Home: -self._flow.height,
            Qt.Key.Key_End: self._flow.height,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        else:
            self.scroll_by(round(step))
            event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802, A002
        """Tab goes on to the cards: there are no spans to walk here."""
        return bool(super(ArticleView, self).focusNextPrevChild(next))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the cluster under the pointer."""
        self._frame.mouse_used()
        span = self._span_at(event.position())
        cluster = self._drawn_clusters.get(span.uid) if span is not None else None
        if cluster is not None:
            self.cluster_chosen.emit(cluster)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """No word is taken."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """What is under the pointer stands out."""
        span = self._span_at(event.position())
        self._set_hovered(span)
        shape = Qt.CursorShape.PointingHandCursor if span is not None else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """No gesture ends."""
        event.accept()

    def _span_at(self, place: QPointF) -> Span | None:
        return self.rail_span_at(place) or next(iter(self.spans_at(place)), None)
