"""The article view: a document with its spans, a caret, a selection; says what a person does in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.changes import LayerState, SpanAdded, SpanRemoved, SpanReplaced
from annotator.ui.editor.accessibility import install_accessibility, speak_of
from annotator.ui.editor.caret import CaretMove, Step, moved
from annotator.ui.editor.gestures import Gestures, drawn_range
from annotator.ui.editor.keys import caret_move
from annotator.ui.editor.page import ArticlePage, ArticlePlace
from annotator.ui.editor.shine import Shine
from annotator.ui.editor.tips import show_span_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from annotator.model.changes import Change
    from annotator.model.label import Label
    from annotator.model.span import Span


class ArticleView(ArticlePage):
    """Shows one document and its spans; lets a person select words and spans. Changes no span itself.

    Signals:
        selection_changed: caret or selection moved.
        span_selected: the selected `Span`, or None.
        selection_finished: a selection was drawn with the mouse and the button let go.
        hovered: the `Span` under the pointer, or None.
        span_resized: a `Span` whose edge was pulled, with its new start and end.
        left: the focus went elsewhere.
    """

    selection_changed = Signal()
    span_selected = Signal(object)
    selection_finished = Signal()
    hovered = Signal(object)
    span_resized = Signal(object, int, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        install_accessibility()
        self.is_exact = False
        self._anchor = 0
        self._goal_x: float | None = None
        self._drawn_exactly = False
        self._pulled: tuple[int, int] | None = None
        self._key_handler: Callable[[QKeyEvent], bool] | None = None
        super().__init__(parent)
        self._gestures = Gestures(self)
        self._shine = Shine(self)
        self._shine.faded.connect(self._repaint_spans)
        self._marks.lit = self._shine.brightness
        speak_of(self)
        self.retranslate()

    def show_document(self, text: str, state: LayerState, labels: Sequence[Label]) -> None:
        """Show a document from its beginning; `state` is watched through `spans_changed`."""
        self._state = state
        self._labels = tuple(labels)
        self._has_document = True
        self._shine.clear()
        self._goal_x = self._pulled = None
        self._marks.selection = self._marks.active = self._marks.hovered = None
        self._marks.ghosts = self._marks.gone = ()
        self._marks.unsaved = frozenset()
        self._marks.preview = self._marks.gap = None
        self._marks.is_caret_shown = True
        self._renew_look()
        self._set_flow(text)
        self._caret = self._anchor = self._flow.paragraphs.clamp(0)
        self.span_selected.emit(None)
        self.selection_changed.emit()

    def clear(self) -> None:
        """Show nothing."""
        self.show_document("", LayerState(0), ())
        self._has_document = False

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels that spans are shown with."""
        return self._labels

    @property
    def has_document(self) -> bool:
        """Whether a document is shown."""
        return self._has_document

    def set_exact(self, exact: bool) -> None:
        """Take exact characters while drawing instead of whole words."""
        self.is_exact = exact

    def set_key_handler(self, handler: Callable[[QKeyEvent], bool] | None) -> None:
        """Who is asked about keys that do not move the caret; it says whether it took one."""
        self._key_handler = handler

    def retranslate(self) -> None:
        """Set the name for screen readers in the language in force."""
        self.setAccessibleName(self.tr("Article"))

    # Spans

    def spans_changed(self, changes: Sequence[Change]) -> None:
        """Repaint what `changes`, already applied to the state, have changed."""
        self._set_hovered(None)
        before = {index: (y, self._flow.heights[index]) for index, y in self._scroller.visible()}
        held = self._scroller.top_line()
        touched = [piece for change in changes for piece in self._take_in(change)]
        for piece in touched:
            self._flow.forget_placing(piece)
        if any(self._scroller.index in piece for piece in touched):
            self._scroller.restore(held)
        self._repaint_changed(before, touched)
        self._sync_bar()
        self._follow_active(changes)

    def _take_in(self, change: Change) -> list[range]:
        touched = []
        if isinstance(change, SpanRemoved | SpanReplaced):
            gone = change.span if isinstance(change, SpanRemoved) else change.before
            self._flow.spans.remove(gone)
            touched.append(self._flow.paragraphs.touched(gone.start, gone.end))
            self._overview.remove(gone)
        if isinstance(change, SpanAdded | SpanReplaced):
            new = change.span if isinstance(change, SpanAdded) else change.after
            self._flow.spans.add(new)
            touched.append(self._flow.paragraphs.touched(new.start, new.end))
            self._overview.add(new)
            self._shine.light([new.uid])
        return touched

    def _repaint_changed(self, before: dict[int, tuple[float, float]], touched: list[range]) -> None:
        """Repaint touched paragraphs; all below the first one that moved."""
        for index, y in self._scroller.visible():
            height = self._flow.heights[index]
            if before.get(index) != (y, height):
                top = min(y, before[index][0]) if index in before else y
                self._repaint_paragraph(top, self.viewport().height() - top)
                return
            if any(index in piece for piece in touched):
                self._repaint_paragraph(y, height)

    def _follow_active(self, changes: Sequence[Change]) -> None:
        for change in changes:
            if isinstance(change, SpanRemoved) and change.span.uid == self._marks.active:
                self.select_span(None)
            elif isinstance(change, SpanReplaced) and change.after.uid == self._marks.active:
                self.span_selected.emit(change.after)

    def selected_span(self) -> Span | None:
        """The selected span."""
        return self._state.get(self._marks.active) if self._marks.active else None

    def select_span(self, uid: str | None, scroll: bool = True) -> None:
        """Select a span (or none), dropping the selection of words; with `scroll` bring it into view."""
        span = self._state.get(uid) if uid else None
        old, self._marks.active = self._marks.active, span.uid if span else None
        self._marks.is_caret_shown = span is None
        if span is not None and self.selection() is not None:
            self._set_caret(self._caret, self._caret, keep_active=True)
        if old != self._marks.active:
            self._repaint_spans([one for one in (old, self._marks.active) if one])
            self.span_selected.emit(span)
        if span is not None and scroll:
            self._set_caret(span.start, span.start, keep_active=True)
            self.reveal(span.start, span.end)

    def spans_at(self, place: QPointF) -> list[Span]:
        """The spans whose words are at a place of the viewport, innermost first."""
        return self._flow.stack_at(*self._to_flow(place))

    def spans_over(self, start: int, end: int) -> list[Span]:
        """The spans that share a position with [start, end), in no order."""
        return self._flow.spans.over(start, end)

    def rail_span_at(self, place: QPointF) -> Span | None:
        """The span whose rail or name is at a place of the viewport."""
        return self._flow.rail_at(*self._to_flow(place))

    def active_edges(self) -> tuple[QRectF, QRectF] | tuple[()]:
        """Start and end edge of the selected span as rectangles without width, in the viewport."""
        span = self.selected_span()
        first, last = self._shown_range()
        if span is None or span.end < first or span.start > last:
            return ()
        start, end = (
            self._flow.caret_rect(span.start),
            self._flow.rect_of(max(span.start, span.end - 1), span.end),
        )
        return self._from_flow(start), self._from_flow(QRectF(end.right(), end.top(), 0, end.height()))

    def pull(self, position: int, *, is_start: bool, exact: bool) -> None:
        """Draw the selected span's edge at `position`, on a word's border unless `exact`."""
        span = self.selected_span()
        if span is None:
            return
        start, end = (position, span.end) if is_start else (span.start, position)
        pulled = drawn_range(self.text, start, end, exact=exact)
        if pulled is not None:
            self._pulled = (pulled[0], span.end) if is_start else (span.start, pulled[1])
            self._show_selection(self._pulled)

    def cancel_pull(self) -> None:
        """The edge stays where it was."""
        self._pulled = None
        self._show_selection(self.selection())

    def escape_gesture(self) -> bool:
        """Break off what the mouse is doing, if it pulls an edge; whether it did."""
        return self._gestures.cancel()

    def finish_pull(self) -> None:
        """The edge was let go: tell where it is now."""
        span, pulled, self._pulled = self.selected_span(), self._pulled, None
        self._show_selection(self.selection())
        if span is not None and pulled is not None and pulled != (span.start, span.end):
            self.span_resized.emit(span, *pulled)

    def set_preview(self, span: Span | None) -> None:
        """Draw a span that is not stored yet (its uid is not looked at), or none."""
        old, self._marks.preview = self._marks.preview, span
        for one in (old, span):
            if one is not None:
                self._repaint(one.start, one.end)
        self._marks.is_caret_shown = span is None and self._marks.active is None
        self._repaint(self._caret, self._caret)

    def set_ghosts(self, ghosts: Sequence[tuple[int, int, str]]) -> None:
        """Outline where spans (start, end, label uid) were before; nothing for none."""
        self._marks.ghosts = tuple(ghosts)
        self.viewport().update()

    def set_unsaved(self, uids: frozenset[str], gone: Sequence[tuple[int, int, str]]) -> None:
        """Mark the spans that are not in the library as they are, and outline those still there that went."""
        self._marks.unsaved, self._marks.gone = uids, tuple(gone)
        self.viewport().update()

    @property
    def gap(self) -> tuple[int, int] | None:
        """The words that are pointed at because nobody marked them."""
        return self._marks.gap

    def set_gap(self, gap: tuple[int, int] | None) -> None:
        """Point at words that nobody marked, or at none."""
        old, self._marks.gap = self._marks.gap, gap
        for one in (old, gap):
            if one is not None:
                self._repaint(*one)

    # Caret and selection

    @property
    def took_word(self) -> bool:
        """Whether the selection is the one word of a double click."""
        return self._gestures.took_word

    @property
    def caret(self) -> int:
        """The caret's position."""
        return self._caret

    @property
    def anchor(self) -> int:
        """The selection's other end; the caret's position when nothing is selected."""
        return self._anchor

    def selection(self) -> tuple[int, int] | None:
        """The selected words, or None."""
        if self._caret == self._anchor:
            return None
        return min(self._anchor, self._caret), max(self._anchor, self._caret)

    def is_selection_exact(self) -> bool:
        """Whether the selection was drawn exactly and is to be kept with its blanks and punctuation."""
        return self._drawn_exactly

    def select(self, start: int, end: int, *, exact: bool = False, reveal: bool = True) -> None:
        """Select [start, end) with the caret at its end; an empty range only sets the caret."""
        self._drawn_exactly = exact
        self._set_caret(end, start, reveal=reveal)

    def draw_selection(self, start: int, end: int, *, is_forward: bool, exact: bool) -> None:
        """Select what a stretch under the mouse is taken to mean; nothing for blanks alone."""
        drawn = drawn_range(self.text, start, end, exact=exact)
        self._drawn_exactly = exact
        if drawn is None:
            self._set_caret(end if is_forward else start, end if is_forward else start, reveal=False)
        elif is_forward:
            self._set_caret(drawn[1], drawn[0], reveal=False)
        else:
            self._set_caret(drawn[0], drawn[1], reveal=False)

    def set_caret_from_click(self, place: QPointF) -> None:
        """Put the caret where somebody clicked."""
        position = self._flow.caret_position_at(*self._to_flow(place))
        self._set_caret(position, position, keep_active=True)

    def move_caret(self, step: Step, *, forward: bool, extend: bool = False) -> None:
        """Move the caret; with `extend` the selection's other end stays."""
        selection = self.selection()
        self._drawn_exactly = False
        if selection and step is Step.CHARACTER and not extend:
            self._set_caret(selection[forward], selection[forward])
            return
        page = self.viewport().height() - 2 * self._metrics.pitch
        goal = moved(self._flow, self._caret, CaretMove(step, forward), self._goal_x, page)
        self._set_caret(goal.position, self._anchor if extend else goal.position)
        self._goal_x = goal.x

    def paragraph_around(self, position: int) -> tuple[int, int]:
        """The whole paragraph around a position."""
        return self._flow.paragraphs.whole(position)

    def copied_text(self) -> str:
        """The selected words, or those of the selected span, exactly as stored."""
        span = self.selected_span()
        start, end = self.selection() or ((span.start, span.end) if span else (0, 0))
        return self.text[start:end]

    def copy(self) -> None:
        """Put the selected words (or those of the selected span) on the clipboard, exactly as stored."""
        words = self.copied_text()
        if words:
            QApplication.clipboard().setText(words)

    def _set_caret(self, caret: int, anchor: int, *, reveal: bool = True, keep_active: bool = False) -> None:
        table = self._flow.paragraphs
        caret, anchor = table.clamp(caret), table.clamp(anchor)
        has_moved = (caret, anchor) != (self._caret, self._anchor)
        self._repaint(self._caret, self._caret)
        self._caret, self._anchor, self._goal_x = caret, anchor, None
        self._repaint(caret, caret)
        self._show_selection(self.selection())
        self._set_hovered(None)
        if not keep_active and self._marks.active is not None:
            self.select_span(None)
        if reveal:
            self.reveal(caret, caret)
        if has_moved:
            self.selection_changed.emit()

    def place(self) -> ArticlePlace:
        """Where somebody is now."""
        return ArticlePlace(self._caret, self._anchor, self._scroller.index, self._scroller.fraction())

    def restore(self, place: ArticlePlace) -> None:
        """Go back to a place; one that does not fit this document is brought inside it."""
        length = len(self.text)
        self._set_caret(min(place.caret, length), min(place.anchor, length), reveal=False)
        self._scroller.go_to(place.paragraph, place.fraction)
        self._sync_bar()
        self.viewport().update()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Moves the caret, copies, selects all; other keys go to the key handler."""
        move = caret_move(event)
        if not self._has_document:
            event.ignore()
        elif move is not None:
            is_extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.move_caret(move.step, forward=move.forward, extend=is_extending)
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select(0, len(self.text))
        elif self._key_handler is not None and self._key_handler(event):
            event.accept()
        else:
            event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802, A002, ARG002  (Qt's signature)
        """Tab walks spans; F6 leaves the article."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The caret appears."""
        super().focusInEvent(event)
        self._frame.focus_came(event.reason())
        self._repaint(self._caret, self._caret)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The caret goes."""
        super().focusOutEvent(event)
        self._frame.focus_went(event.reason())
        self._repaint(self._caret, self._caret)
        self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A gesture begins."""
        self._frame.mouse_used()
        if self._has_document:
            self._gestures.press(event)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A word is taken."""
        if self._has_document:
            self._gestures.double_click(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A gesture goes on, or the pointer hovers."""
        if self._has_document:
            self._gestures.move(event)
            if not self._gestures.is_busy and self.selection() is None:
                self._hover(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A gesture ends."""
        if self._has_document:
            self._gestures.release(event)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Tool tips over spans; nothing is under a pointer that left."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._set_hovered(None)
        return bool(super().viewportEvent(event))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _hover(self, place: QPointF) -> None:
        self.viewport().setCursor(self._gestures.cursor_at(place))
        self._set_hovered(self.rail_span_at(place) or next(iter(self.spans_at(place)), None))

    def _set_hovered(self, span: Span | None) -> None:
        old, new = self._marks.hovered, span.uid if span else None
        if old != new:
            self._marks.hovered = new
            self._repaint_spans([uid for uid in (old, new) if uid])
            self.hovered.emit(span)

    def _show_tip(self, event: QHelpEvent) -> None:
        place = QPointF(event.pos())
        rail = self.rail_span_at(place)
        spans = [rail] if rail else self.spans_at(place)
        if self._gestures.is_on_edge(place):
            spans = []  # a tip would cover the words the edge is about to be pulled over
        show_span_tip(event, self.viewport(), self.text, spans, self._labels)
