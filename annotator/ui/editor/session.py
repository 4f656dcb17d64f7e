"""The open document and what a person can do to its spans; the rules are those of `model.changes`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.changes import Change, LayerState, SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.span import Span, covered_text, reading_order
from annotator.text import snapping
from annotator.ui.editor.edges import Edge, Unit, moved_edge, with_edges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from annotator.messages import Message
    from annotator.model.document import Document
    from annotator.model.label import Label
    from annotator.ui.editor.article_view import ArticleView

_SHOWN_WORDS: Final = 60


class Opened(Protocol):
    """What the library gives when a document is opened."""

    @property
    def document(self) -> Document:
        """The document."""

    @property
    def state(self) -> LayerState:
        """The layer as it is now; the session changes it from here on."""

    @property
    def labels(self) -> Sequence[Label]:
        """The corpus's labels in their order."""


class LabellingSession(QObject):
    """Labels, changes and removes spans of the open document: first in memory and on screen, then by signal.

    A new span stays selected, so that another label key corrects a wrong one; Escape, moving the caret or a
    new selection lets it go. After a removal nothing is selected and the caret stands where the span
    began, so that Tab goes on from there.

    Signals:
        changes_made: changes as a tuple and the `Message` that sums them up; to be saved as one step.
        state_changed: the open document's spans, status or the document itself are others now.
        hint: a sentence on why nothing happened, or what did.

    Attributes:
        state: the open layer.
        is_fixed: whether the layer is only to be read; then nothing changes it, and the hint says why.
    """

    changes_made = Signal(object, object)
    state_changed = Signal()
    hint = Signal(str)

    def __init__(self, view: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._document: Document | None = None
        self._labels: dict[str, Label] = {}
        self.state = LayerState(0)
        self.is_fixed = False
        view.span_resized.connect(self._resize)
        view.set_key_handler(self.press)

    @property
    def view(self) -> ArticleView:
        """The article view of this session."""
        return self._view

    @property
    def document(self) -> Document | None:
        """The open document."""
        return self._document

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels of the open document's corpus in their order."""
        return tuple(self._labels.values())

    def open(self, opened: Opened) -> None:
        """Show a document and work on its layer."""
        self._document = opened.document
        self._labels = {label.uid: label for label in opened.labels}
        self.state = opened.state
        self._view.show_document(opened.document.text, self.state, self.labels)
        self.state_changed.emit()

    def close(self) -> None:
        """Have no document open."""
        self._document = None
        self.state = LayerState(0)
        self._view.clear()
        self.state_changed.emit()

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take labels that were changed elsewhere."""
        self._labels = {label.uid: label for label in labels}
        self._view.labels_changed(self.labels)

    def apply_external(self, changes: Sequence[Change]) -> None:
        """Show changes that the library made by itself (undo, redo, a bulk step).

        Raises:
            UserError: they do not fit what is shown; the document must be opened anew.
        """
        for change in changes:
            self.state.apply(change)
        self._view.spans_changed(changes)
        self.state_changed.emit()

    # Labelling

    def label(self, label_uid: str) -> None:
        """Label the selected words, else give the selected span this label."""
        if self._document is None:
            return
        label = self._labels.get(label_uid)
        if label is None:
            self.hint.emit(self.tr("This label is not in the label set any more."))
        elif self._view.selection() is not None:
            self._label_selection(label)
        elif self._view.selected_span() is not None:
            self.relabel(label_uid)
        else:
            self.hint.emit(self.tr("Select words first: drag over them, or hold Shift and move the caret."))

    def relabel(self, label_uid: str) -> None:
        """Give the selected span another label."""
        span, label = self._chosen(), self._labels.get(label_uid)
        if span is None or label is None:
            return
        after = replace(span, label=label_uid)
        words = self._quoted(span)
        self._replace(span, after, say("{words} is now {label}", words=words, label=label.name))

    def remove(self) -> None:
        """Remove the selected span."""
        span = self._chosen()
        if span is None:
            return
        label = self._labels.get(span.label)
        summary = say(
            "Removed {label} from {words}", words=self._quoted(span), label=label.name if label else ""
        )
        if self._make((SpanRemoved(span),), summary):
            self._view.select(span.start, span.start, reveal=False)

    def widen(self, end: Edge, unit: Unit = "word") -> None:
        """Move an edge of the selected span (or of the selection) outwards."""
        self._move_edge(end, unit, outwards=True)

    def narrow(self, end: Edge, unit: Unit = "word") -> None:
        """Move an edge of the selected span (or of the selection) inwards."""
        self._move_edge(end, unit, outwards=False)

    def set_note(self, note: str) -> None:
        """Write a note to the selected span."""
        span = self._chosen()
        if span is not None and note != span.note:
            self._replace(span, replace(span, note=note), say("Note on {words}", words=self._quoted(span)))

    def set_flags(self, flags: Sequence[str]) -> None:
        """Give the selected span exactly these flags."""
        span = self._chosen()
        wished = tuple(sorted(set(flags)))
        if span is not None and wished != span.flags:
            words = self._quoted(span)
            unsure = say("{words} is marked unsure", words=words)
            sure = say("{words} is no longer marked unsure", words=words)
            self._replace(span, replace(span, flags=wished), unsure if "unsure" in wished else sure)

    def toggle_unsure(self) -> None:
        """Mark the selected span as unsure, or no longer so."""
        span = self._chosen()
        if span is not None:
            self.set_flags(sorted(set(span.flags) ^ {"unsure"}))

    def set_status(self, status: Status) -> None:
        """Say how far the work on this document is."""
        if self._document is None or status is self.state.status:
            return
        self._make((StatusChanged(self.state.status, status),), _status_summary(status, self._document.title))

    # Going through spans

    def next_span(self) -> None:
        """Select the next span in reading order; at the last one it stays."""
        selected = self._view.selected_span()
        key = reading_order(selected) if selected else self._caret_key()
        self._go_to(self.state.next_after(key))

    def previous_span(self) -> None:
        """Select the span before in reading order; at the first one it stays."""
        selected = self._view.selected_span()
        key = reading_order(selected) if selected else self._caret_key()
        self._go_to(self.state.previous_before(key))

    def escape(self) -> None:
        """Let go of the selected span, else of the selection."""
        if self._view.selected_span() is not None:
            self._view.select_span(None)
        elif self._view.selection() is not None:
            self._view.select(self._view.caret, self._view.caret)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means in the article; whether it means anything."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & _WITHOUT_SHIFT
        if key in _EDGE_KEYS and modifiers in (_NONE, _CTRL):
            edge, outwards = _EDGE_KEYS[key]
            self._move_edge(edge, "character" if modifiers else "word", outwards=outwards)
            return True
        if modifiers:
            return False
        if key in _COMMANDS:
            _COMMANDS[key](self)
            return True
        pressed = next((one for one in self._labels.values() if one.key and one.key == event.text()), None)
        if pressed is not None:
            self.label(pressed.uid)
        return pressed is not None

    def _go_to(self, span: Span | None) -> None:
        if span is not None:
            self._view.select_span(span.uid)
        elif not len(self.state):
            self.hint.emit(self.tr("There is no span in this document yet."))
        else:
            self.hint.emit(self.tr("No further span in this direction."))

    def _caret_key(self) -> tuple[int, int, str]:
        """Sorts before every span that starts at the caret."""
        return (self._view.caret, -self.state.length - 1, "")

    def _label_selection(self, label: Label) -> None:
        kept = self.kept_selection()
        if kept is None:
            self.hint.emit(
                self.tr("Only blanks and punctuation are selected; take exact characters to label them.")
            )
            return
        span = Span(new_uid(), *kept, label.uid)
        summary = say("Labelled {words} as {label}", words=self._quoted(span), label=label.name)
        if self._make((SpanAdded(span),), summary):
            self._view.select(span.end, span.end, reveal=False)
            self._view.select_span(span.uid, scroll=False)

    def kept_selection(self) -> tuple[int, int] | None:
        """The selection as it will be labelled: what was not drawn exactly loses outer blanks and marks.

        None when nothing is selected, or nothing but blanks and punctuation.
        """
        start, end = self._view.selection() or (0, 0)
        if self._view.is_exact or self._view.is_selection_exact():
            return snapping.exact(self._view.text, start, end)
        return snapping.trim(self._view.text, start, end)

    def _chosen(self) -> Span | None:
        span = self._view.selected_span()
        if span is None and self._document is not None:
            self.hint.emit(self.tr("No span is selected: click one, or press Tab."))
        return span

    def _move_edge(self, edge: Edge, unit: Unit, *, outwards: bool) -> None:
        text, selection = self._view.text, self._view.selection()
        span = self._view.selected_span()
        if span is None and selection is not None:
            is_exact = unit == "character" or self._view.is_selection_exact()
            self._view.select(*moved_edge(text, *selection, edge, unit, outwards=outwards), exact=is_exact)
            return
        span = self._chosen()
        if span is not None:
            self._resize(span, *moved_edge(text, span.start, span.end, edge, unit, outwards=outwards))

    def _resize(self, span: Span, start: int, end: int) -> None:
        after = with_edges(span, start, end)
        if after is None or after == span:
            self.hint.emit(self.tr("This edge cannot go further."))
        else:
            self._replace(span, after, say("Moved the edge of {words}", words=self._quoted(after)))

    def _replace(self, before: Span, after: Span, summary: Message) -> None:
        if before != after:
            self._make((SpanReplaced(before, after),), summary)
        else:
            self.hint.emit(self.tr("These words already have this label."))

    def _make(self, changes: tuple[Change, ...], summary: Message) -> bool:
        """Make the changes in memory and on screen and have them saved; with a hint when the rules refuse."""
        if self.is_fixed:
            self.hint.emit(self.tr("This layer is only for reading. Choose your own to label the document."))
            return False
        starts_work = self.state.status is Status.NEW and isinstance(changes[0], SpanAdded)
        if starts_work:
            changes = (*changes, StatusChanged(Status.NEW, Status.IN_PROGRESS))
        try:
            for change in changes:
                self.state.apply(change)
        except UserError:
            self.hint.emit(self.tr("These words already have this label."))
            return False
        self._view.spans_changed(changes)
        self.changes_made.emit(changes, summary)
        self.state_changed.emit()
        return True

    def _quoted(self, span: Span) -> str:
        words = " ".join(covered_text(self._view.text, span)[: 4 * _SHOWN_WORDS].split())
        return f"“{words[:_SHOWN_WORDS]}…”" if len(words) > _SHOWN_WORDS else f"“{words}”"


def _status_summary(status: Status, title: str) -> Message:
    match status:
        case Status.NEW:
            return say("Marked “{title}” as new", title=title)
        case Status.IN_PROGRESS:
            return say("Marked “{title}” as in progress", title=title)
        case Status.DONE:
            return say("Marked “{title}” as done", title=title)


_WITHOUT_SHIFT: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_NONE: Final = Qt.KeyboardModifier.NoModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_COMMANDS: Final = {
    Qt.Key.Key_Tab: LabellingSession.next_span,
    Qt.Key.Key_Backtab: LabellingSession.previous_span,
    Qt.Key.Key_Backspace: LabellingSession.remove,
    Qt.Key.Key_Delete: LabellingSession.remove,
    Qt.Key.Key_Escape: LabellingSession.escape,
    Qt.Key.Key_Exclam: LabellingSession.toggle_unsure,
}
_EDGE_KEYS: Final[dict[Qt.Key, tuple[Edge, bool]]] = {
    Qt.Key.Key_BracketLeft: ("end", False),
    Qt.Key.Key_BracketRight: ("end", True),
    Qt.Key.Key_BraceLeft: ("start", True),
    Qt.Key.Key_BraceRight: ("start", False),
}
