"""The open document and what a person can do to its spans; the rules are those of `model.changes`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, Signal

from annotator.messages import say
from annotator.model.changes import (
    Change,
    LayerState,
    SpanAdded,
    SpanRemoved,
    SpanReplaced,
    StatusChanged,
    apply_fitting,
)
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.span import Span, covered_text, reading_order
from annotator.text import snapping
from annotator.ui.editor.brush import Brush
from annotator.ui.editor.edges import Edge, Unit, moved_edge, with_edges
from annotator.ui.editor.effort import EffortMeter
from annotator.ui.editor.gap_walk import GapWalk
from annotator.ui.editor.grabbing import Grabbing, Ripe
from annotator.ui.editor.session_keys import SessionKeys
from annotator.ui.editor.shaping import Shaping
from annotator.ui.keymap import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

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

    Without a selection a label's key draws a guess (`grabbing`), which is no change yet: the key again draws
    the next one, Escape takes it back, and whatever else is done stores it first, as one step. Left alone it
    is stored by itself; both keys mean the same until the caret moves or anything else is done.

    Signals:
        changes_made: changes as a tuple and the `Message` that sums them up; to be saved as one step.
        state_changed: the open document's spans, status or the document itself are others now.
        hint: a sentence on why nothing happened, or what did.
        guess_changed: a guess came, went or is another.
        taken_back: a guess that was stored by itself is gone again; what was said of it holds no more.

    Attributes:
        effort: counts keys and clicks.
        grabbing: the guess that is drawn.
        brush: the label that every drag is given, if one is held.
        gaps: the way through unmarked names.
        shaping: spans taken apart, put together, moved in and out.
        state: the open layer.
        is_fixed: whether the layer is only to be read; then nothing changes it, and the hint says why.
        is_guarded: whether it is so only until the person wants to work in it.
        is_reading: whether it is so because the whole library is open for reading.
    """

    changes_made = Signal(object, object)
    state_changed = Signal()
    hint = Signal(str)
    guess_changed = Signal()
    taken_back = Signal()

    def __init__(self, view: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._document: Document | None = None
        self._labels: dict[str, Label] = {}
        self.state = LayerState(0)
        self.is_fixed = False
        self.is_guarded = False
        self.is_reading = False
        self.last_label: str | None = None
        self.effort = EffortMeter(view)
        self.grabbing = Grabbing(view, lambda: self.state)
        self.gaps = GapWalk(self)
        self.brush = Brush(self)
        self.shaping = Shaping(self)
        self._keys = SessionKeys(self)
        self._connect()

    def _connect(self) -> None:
        view = self._view
        view.span_resized.connect(self._resize)
        view.set_key_handler(self._keys.press)
        view.left.connect(self.go_on)
        view.selection_changed.connect(self._caret_moved)
        self.grabbing.changed.connect(self.guess_changed)
        self.grabbing.ripe.connect(self._ripen)

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
        self.grabbing.take()
        self._document = opened.document
        self._labels = {label.uid: label for label in opened.labels}
        self.state = opened.state
        self.gaps.begin(self.labels)
        self.brush.look_after()
        self._view.show_document(opened.document.text, self.state, self.labels)
        self.state_changed.emit()

    def close(self) -> None:
        """Have no document open."""
        self.grabbing.take()
        self._document = None
        self.state = LayerState(0)
        self._view.clear()
        self.state_changed.emit()

    def retitle(self, title: str) -> None:
        """The open document is called so from now on."""
        if self._document is not None:
            self._document = replace(self._document, title=title)

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take labels that were changed elsewhere."""
        self._labels = {label.uid: label for label in labels}
        self.gaps.begin(self.labels)
        self._view.labels_changed(self.labels)
        self.brush.look_after()

    def apply_external(self, changes: Sequence[Change]) -> None:
        """Show changes that the library made by itself (undo, redo, a bulk step).

        Raises:
            UserError: they do not fit what is shown; the document must be opened anew.
        """
        for change in changes:
            self.state.apply(change)
        self._view.spans_changed(changes)
        gap = self._view.gap
        if gap is not None and self._view.spans_over(*gap):
            self._view.set_gap(None)  # it is marked again: what was taken back came here, for example
        self.state_changed.emit()

    # Labelling

    def label(self, label_uid: str) -> None:
        """Label the selected words, else relabel the selected span, else guess at the caret."""
        if self._document is None:
            return
        label = self._labels.get(label_uid)
        if label is None:
            self.hint.emit(self.tr("This label is not in the label set any more."))
            return
        self.last_label = label_uid
        self.brush.follow(label_uid)
        if self._view.selection() is not None:
            self.label_selection(label)
        elif self._view.selected_span() is not None:
            self._label_span(label)
        elif self.brush.label is None:
            self._label_at_caret(label)

    def _label_span(self, label: Label) -> None:
        """Relabel the selected span; the same label again for a guessed one takes the next guess."""
        span, stored = self._view.selected_span(), self.grabbing.stored
        if span is None or stored is None or stored.span != span.uid or span.label != label.uid:
            self.relabel(label.uid)
            return
        guess = stored.guess
        others = [one for one in guess.choices if one != (span.start, span.end)]
        if not others:
            self.hint.emit(self.tr("There is nothing else to take here."))
            return
        after = (guess.choices[guess.at + 1 :] + guess.choices[: guess.at])[0]
        guess.at = guess.choices.index(after)
        self.grabbing.unlearn(span)
        self._resize(span, *after)
        self.grabbing.stored = stored
        self.grabbing.learn(label, replace(span, start=after[0], end=after[1]))

    def _label_at_caret(self, label: Label) -> None:
        """Draw the likeliest words at the caret, or with the same key once more the next ones."""
        if self.is_fixed:
            self.refuse()
            return
        guess = self.grabbing.guess
        if guess is not None and guess.label.uid == label.uid:
            self.grabbing.cycle()
            if len(guess.choices) == 1:
                self.hint.emit(self.tr("There is nothing else to take here."))
            return
        caret = self._view.caret if guess is None else guess.caret
        if guess is not None:
            self.grabbing.drop()
        if not self.grabbing.begin(label, caret):
            self.hint.emit(self.tr("There is no word at the caret that could get this label."))

    def settle(self, *, select: bool = True) -> None:
        """Store the guess that is drawn, if any, as one step, and select the new span."""
        guess = self.grabbing.guess
        if guess is not None:
            self.grabbing.take()
            self._store(Span(new_uid(), *guess.stretch, guess.label.uid), guess.label, select=select)

    def go_on(self) -> None:
        """Something else is done: store the guess, and hold one that stored itself for good."""
        self.settle()
        self.grabbing.let_go()

    def _ripen(self) -> None:
        """Store the guess that was left alone; its keys go on meaning it."""
        guess, status = self.grabbing.guess, self.state.status
        self.settle()
        span = self._view.selected_span()
        if guess is not None and span is not None:
            self.grabbing.stored = Ripe(span.uid, guess, status)

    def withdraw(self) -> bool:
        """Take a guess back, the drawn one or the one that stored itself; whether there was one."""
        if self.grabbing.guess is not None:
            self.grabbing.drop()
            return True
        stored, span = self.grabbing.stored, self._view.selected_span()
        if stored is None or span is None or span.uid != stored.span:
            return False
        removal = self._removal(span)
        status = (StatusChanged(self.state.status, stored.status),)
        is_begun = stored.status is Status.NEW and self.state.status is Status.IN_PROGRESS
        if self.make((SpanRemoved(span), *(status if is_begun else ())), removal):
            self.grabbing.unlearn(span)
            self.grabbing.go_back(stored.guess)
            self.taken_back.emit()
        return True

    def _caret_moved(self) -> None:
        """What was pointed at is let go, and a guess is stored, when the caret goes elsewhere."""
        self._view.set_gap(None)
        self.settle(select=False)
        self.grabbing.let_go()

    def relabel(self, label_uid: str) -> None:
        """Give the selected span another label."""
        span, label = self.chosen(), self._labels.get(label_uid)
        if span is None or label is None:
            return
        after = replace(span, label=label_uid)
        words = self.quoted(span)
        self._replace(span, after, say("{words} is now {label}", words=words, label=label.name))

    def remove(self) -> None:
        """Remove the selected span."""
        if self.grabbing.guess is not None:
            self.grabbing.drop()
            return
        span = self.chosen()
        if span is not None and self.make((SpanRemoved(span),), self._removal(span)):
            self._view.select(span.start, span.start, reveal=False)

    def _removal(self, span: Span) -> Message:
        label = self._labels.get(span.label)
        name = label.name if label else ""
        return say("Removed {label} from {words}", words=self.quoted(span), label=name)

    def widen(self, end: Edge, unit: Unit = "word") -> None:
        """Move an edge of the selected span (or of the selection) outwards."""
        self.move_edge(end, unit, outwards=True)

    def narrow(self, end: Edge, unit: Unit = "word") -> None:
        """Move an edge of the selected span (or of the selection) inwards."""
        self.move_edge(end, unit, outwards=False)

    def set_note(self, note: str) -> None:
        """Write a note to the selected span."""
        span = self.chosen()
        if span is not None and note != span.note:
            self._replace(span, replace(span, note=note), say("Note on {words}", words=self.quoted(span)))

    def set_flags(self, flags: Sequence[str]) -> None:
        """Give the selected span exactly these flags."""
        span = self.chosen()
        wished = tuple(sorted(set(flags)))
        if span is not None and wished != span.flags:
            words = self.quoted(span)
            unsure = say("{words} is marked unsure", words=words)
            sure = say("{words} is no longer marked unsure", words=words)
            self._replace(span, replace(span, flags=wished), unsure if "unsure" in wished else sure)

    def toggle_unsure(self) -> None:
        """Mark the selected span as unsure, or no longer so."""
        span = self.chosen()
        if span is not None:
            self.set_flags(sorted(set(span.flags) ^ {"unsure"}))

    def set_status(self, status: Status) -> None:
        """Say how far the work on this document is."""
        if self._document is None or status is self.state.status:
            return
        self.make((StatusChanged(self.state.status, status),), _status_summary(status, self._document.title))

    # Going through spans

    def next_span(self) -> None:
        """Select the next span in reading order; at the last one it stays."""
        self.settle()
        selected = self._view.selected_span()
        key = reading_order(selected) if selected else self._caret_key()
        self._go_to(self.state.next_after(key))

    def previous_span(self) -> None:
        """Select the span before in reading order; at the first one it stays."""
        self.settle()
        selected = self._view.selected_span()
        key = reading_order(selected) if selected else self._caret_key()
        self._go_to(self.state.previous_before(key))

    def escape(self) -> None:
        """Take a guess back, else end the brush, else let go of the selected span, else of the selection."""
        if self._view.escape_gesture():
            return
        if self.withdraw():
            return
        if self.brush.label is not None:
            self.brush.hold(None)
        elif self._view.selected_span() is not None:
            self._view.select_span(None)
        elif self._view.selection() is not None:
            self._view.select(self._view.caret, self._view.caret)

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

    def label_selection(self, label: Label) -> None:
        """Label the selected words; with a hint when nothing is left of them."""
        kept = self.kept_selection()
        if kept is None:
            self.hint.emit(
                self.tr("Only blanks and punctuation are selected; take exact characters to label them.")
            )
            return
        self._store(Span(new_uid(), *kept, label.uid), label)

    def _store(self, span: Span, label: Label, *, select: bool = True) -> Span | None:
        """Make a span and select it; None when the rules refuse it."""
        summary = say("Labelled {words} as {label}", words=self.quoted(span), label=label.name)
        if not self.make((SpanAdded(span),), summary):
            return None
        self.grabbing.learn(label, span)
        if select:
            self._view.select(span.end, span.end, reveal=False)
            self._view.select_span(span.uid, scroll=False)
        return span

    def kept_selection(self) -> tuple[int, int] | None:
        """The selection as it will be labelled: what was not drawn exactly loses outer blanks and marks.

        None when nothing is selected, or nothing but blanks and punctuation.
        """
        start, end = self._view.selection() or (0, 0)
        if self._view.is_exact or self._view.is_selection_exact():
            return snapping.exact(self._view.text, start, end)
        return snapping.trim(self._view.text, start, end)

    def chosen(self) -> Span | None:
        """The selected span, with a guess stored before; with a hint when there is none."""
        self.settle()
        span = self._view.selected_span()
        if span is None and self._document is not None:
            self.hint.emit(self.tr("No span is selected: click one, or press Tab."))
        return span

    def move_edge(self, edge: Edge, unit: Unit, *, outwards: bool) -> None:
        """Move an edge of the guess, else of the selected span, else of the selection."""
        text, selection, guess = self._view.text, self._view.selection(), self.grabbing.guess
        if guess is not None:
            self.grabbing.set_range(*moved_edge(text, *guess.stretch, edge, unit, outwards=outwards))
            return
        span = self._view.selected_span()
        if span is None and selection is not None:
            is_exact = unit == "character" or self._view.is_selection_exact()
            self._view.select(*moved_edge(text, *selection, edge, unit, outwards=outwards), exact=is_exact)
            return
        span = self.chosen()
        if span is not None:
            self._resize(span, *moved_edge(text, span.start, span.end, edge, unit, outwards=outwards))

    def _resize(self, span: Span, start: int, end: int) -> None:
        after = with_edges(span, start, end)
        if after is None or after == span:
            self.hint.emit(self.tr("This edge cannot go further."))
        else:
            self._replace(span, after, say("Moved the edge of {words}", words=self.quoted(after)))

    def _replace(self, before: Span, after: Span, summary: Message) -> None:
        if before != after:
            self.make((SpanReplaced(before, after),), summary)
        else:
            self.hint.emit(self.tr("These words already have this label."))

    def make(self, changes: tuple[Change, ...], summary: Message) -> bool:
        """Make the changes in memory and on screen and have them saved; with a hint when the rules refuse."""
        if self.is_fixed:
            self.refuse()
            return False
        starts_work = self.state.status is Status.NEW and isinstance(changes[0], SpanAdded)
        if starts_work:
            changes = (*changes, StatusChanged(Status.NEW, Status.IN_PROGRESS))
        if not apply_fitting(self.state, changes):
            self.hint.emit(self.tr("These words already have this label."))
            return False
        self.grabbing.stored = None
        self._view.spans_changed(changes)
        self.changes_made.emit(changes, summary)
        self.state_changed.emit()
        return True

    def refuse(self) -> None:
        """Say that this layer is not to be changed."""
        if self.is_reading:
            self.hint.emit(self.tr("The library is open for reading: nothing can be labelled here."))
        elif self.is_guarded:
            words = self.tr("This layer is somebody else's, for reading. Ctrl+Shift+L lets you work in it.")
            self.hint.emit(spoken(words, "label.work_here"))
        else:
            self.hint.emit(self.tr("This layer is only for reading. Choose your own to label the document."))

    def quoted(self, span: Span) -> str:
        """The words of a span in quotes, shortened, for a sentence."""
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
