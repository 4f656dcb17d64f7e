"""The foot of the right panel: everything about the selected span, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.span import covered_text, reading_order
from annotator.text import spans as stretches
from annotator.ui import fonts
from annotator.ui.density import Size, density
from annotator.ui.keymap import key_of
from annotator.ui.models.span_model import one_line
from annotator.ui.panels.note_field import NoteField
from annotator.ui.panels.span_history import SpanHistory
from annotator.ui.panels.span_summary import SpanSummary
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.key_cap import KeyCap
from annotator.ui.parts.label_key import KeySquare
from annotator.ui.parts.low_scroll import LowScroll
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel, plain_tip
from annotator.ui.parts.surface import Surface
from annotator.ui.past.days import time_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from annotator.model.changes import LayerState
    from annotator.model.label import Label
    from annotator.model.outcome import StepInfo
    from annotator.model.past import SpanVersion
    from annotator.model.span import Span

_PADDING, _FOOT = Size(14, 8), Size(10, 6)
_BETWEEN, _FACTS = Size(10, 6), Size(4, 2)
_WORDS_SHOWN = 200
"""Code points of the span's words that are shown; all of them, up to 2,000, stand in the tool tip."""
_WORDS_IN_TIP = 2000
_CHANGE_PAUSE = 250
"""Milliseconds a span stays selected before it is asked who changed it last."""


class Inspector(Surface):
    """The selected span: label, place, words in full, who marked it, what it contains, note, unsure, remove.

    Signals:
        note_changed: uid of the span and its new note.
        unsure_changed: uid of the span and whether it is unsure now.
        question_changed: uid of the span and whether it raises a question now.
        remove_wanted: the span shall go.
        remove_all_wanted: the chosen spans shall go.
        history_wanted: uid of the span whose versions are to be shown.
        change_wanted: uid of the span of which it is to be said who changed it last and when.
        restore_wanted: uid of the span, and of the step whose version shall be again.
        span_chosen: uid of a span it contains, which a person wants to see.
        article_wanted: Escape in the note.
        note_edited: whether the note holds something that was not handed over yet.

    Attributes:
        overlapping: the layer's spans that share a position with [start, end), in any order.
    """

    note_changed = Signal(str, str)
    unsure_changed = Signal(str, bool)
    question_changed = Signal(str, bool)
    remove_wanted = Signal()
    remove_all_wanted = Signal()
    history_wanted = Signal(str)
    change_wanted = Signal(str)
    restore_wanted = Signal(str, str)
    span_chosen = Signal(str)
    article_wanted = Signal()
    note_edited = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._text = ""
        self._state: LayerState | None = None
        self._labels: dict[str, Label] = {}
        self._annotator = ""
        self._is_own = True
        self._span: Span | None = None
        self._chosen: Sequence[Span] = ()
        self._is_fixed = False
        self._pause = QTimer(self, singleShot=True, interval=_CHANGE_PAUSE)
        self._pause.timeout.connect(self._ask_change)
        self.overlapping: Callable[[int, int], Iterable[Span]] = lambda _start, _end: self._all_spans()
        self._build()
        self._lay_out()
        self.retranslate()

    # ------------------------------------------------------------------ what others call

    def set_document(
        self, text: str, state: LayerState | None, labels: Sequence[Label], annotator: str = ""
    ) -> None:
        """Be ready for spans of another document and layer; `annotator` is the shown name of its owner."""
        self.set_span(None)
        self._text, self._state, self._annotator = text, state, annotator
        self._labels = {label.uid: label for label in labels}

    def set_layer(self, *, is_own: bool, is_fixed: bool) -> None:
        """Know whether the layer is of the person at the desk, and whether it is only to be read."""
        self._is_own, self._is_fixed = is_own, is_fixed
        self._note.setReadOnly(is_fixed)
        self._unsure.setEnabled(not is_fixed)
        self._question.setEnabled(not is_fixed)
        self._summary.set_fixed(is_fixed=is_fixed)
        self._remove.setEnabled(not is_fixed)

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Show the labels' new names and colours."""
        self._labels = {label.uid: label for label in labels}
        self._show()

    def set_span(self, span: Span | None) -> None:
        """Show another span; a note typed for the one before is handed over first."""
        if self._span is None or span is None or span.uid != self._span.uid:
            self._note.commit()
            self._forget_past()
        if span != self._span:
            self._pause.start()
        self._span = span
        self._show()

    def set_chosen(self, spans: Sequence[Span]) -> None:
        """Sum up several chosen spans in place of the one; fewer than two: show that one again."""
        self._chosen = spans if len(spans) > 1 else ()
        self._show()

    @property
    def span(self) -> Span | None:
        """The span shown."""
        return self._span

    def show_change(self, uid: str, step: StepInfo | None) -> None:
        """Say who changed a span last and when."""
        if self._span is not None and self._span.uid == uid and step is not None:
            self._changed_value.setText(f"{time_words(step.time)} · {step.actor}")
            self._changed.show()
            self._changed_value.show()

    def show_history(self) -> None:
        """Open the versions of the span, with the focus on the first way back; a second time: close them."""
        if self._span is None or not self._past.isHidden():
            self._forget_past()
            return
        self._past.show_versions(None, is_fixed=self._is_fixed)
        self._past.show()
        self.history_wanted.emit(self._span.uid)

    def follow_history(self) -> None:
        """Ask for the versions again where they are shown: the library has gone on."""
        if self._span is not None and not self._past.isHidden():
            self.history_wanted.emit(self._span.uid)

    def show_versions(self, uid: str, versions: Sequence[SpanVersion]) -> None:
        """Show what a span was, newest first; it is dropped when another span is selected meanwhile."""
        if self._span is not None and self._span.uid == uid and not self._past.isHidden():
            is_first = not self._past.has_versions
            self._past.show_versions(versions, is_fixed=self._is_fixed)
            if is_first:
                self._past.focus_first()

    def _forget_past(self) -> None:
        self._past.hide()
        self._changed.hide()
        self._changed_value.hide()

    def _ask_change(self) -> None:
        if self._span is not None:
            self.change_wanted.emit(self._span.uid)
            self.follow_history()

    def edit_note(self) -> None:
        """Put the cursor into the note."""
        if self._span is not None:
            self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._square = KeySquare()
        self._name = ElidedLabel(weight=fonts.MEDIUM)
        self._place = PlainLabel(size=12, ink="muted", tabular=True)
        self._words = PlainLabel(size=15, wraps=True)
        self._by = PlainLabel(size=12, ink="muted")
        self._by_value = ElidedLabel(size=12)
        self._relations = tuple((PlainLabel(size=12, ink="muted"), ElidedLabel(size=12)) for _ in range(3))
        self._note = NoteField()
        self._note.committed.connect(self._commit_note)
        self._note.left.connect(self.article_wanted)
        self._note.edited.connect(self.note_edited)
        self._unsure = QCheckBox()
        self._unsure.clicked.connect(self._commit_unsure)
        self._question = QCheckBox()
        self._question.clicked.connect(self._commit_question)
        self._changed = PlainLabel(size=12, ink="muted")
        self._changed_value = ElidedLabel(size=12)
        self._caps = {act: KeyCap() for act in ("label.unsure", "label.question")}
        self._history = Button(kind="quiet", icon="history", small=True)
        self._history.clicked.connect(self.show_history)
        self._past = SpanHistory()
        self._past.hide()
        self._past.closed.connect(self._forget_past)
        self._past.restore_wanted.connect(self._want_restored)
        self._summary = SpanSummary()
        self._summary.remove_wanted.connect(self.remove_all_wanted)
        self._remove = Button(kind="quiet", icon="trash-2")
        self._remove.clicked.connect(self.remove_wanted)
        self._empty = PlainLabel(size=12, ink="muted", wraps=True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._square)
        head.addWidget(self._name, 1)
        head.addWidget(self._place)
        facts = QGridLayout()
        facts.setColumnMinimumWidth(0, 76)
        facts.setColumnStretch(1, 1)
        facts.setHorizontalSpacing(8)
        rows = ((self._by, self._by_value), (self._changed, self._changed_value), *self._relations)
        for row, (fact, value) in enumerate(rows):
            facts.addWidget(fact, row, 0)
            facts.addWidget(value, row, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for flag, cap in zip((self._unsure, self._question), self._caps.values(), strict=True):
            foot.addWidget(flag)
            foot.addWidget(cap)
        foot.addStretch(1)
        ways = QHBoxLayout()
        ways.setSpacing(0)
        ways.addWidget(self._history)
        ways.addStretch(1)
        ways.addWidget(self._remove)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addLayout(facts)
        column.addWidget(self._note)
        column.addLayout(foot)
        column.addLayout(ways)
        column.addWidget(self._past)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = LowScroll(self._body)
        whole.addWidget(self._scroll)
        around = QVBoxLayout()
        around.addWidget(self._summary)
        around.addWidget(self._empty)
        whole.addLayout(around)
        self._spaced = column, facts, around
        self._space()
        density().changed.connect(self._space)

    def _space(self) -> None:
        """Set the distances of the density in force."""
        column, facts, around = self._spaced
        column.setContentsMargins(18, _PADDING.now, 18, _FOOT.now)
        column.setSpacing(_BETWEEN.now)
        facts.setVerticalSpacing(_FACTS.now)
        around.setContentsMargins(18, _PADDING.now, 18, _PADDING.now)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def say_keys(self) -> None:
        """Show the keys in force."""
        for act, cap in self._caps.items():
            cap.set_text(key_of(act))
        self._history.set_key(key_of("label.span_history"))
        self._remove.set_key(key_of("edit.remove"))

    def retranslate(self) -> None:
        """Set every word anew."""
        self.say_keys()
        self._by.setText(self.tr("Marked by"))
        names = (self.tr("Contains"), self.tr("Inside"), self.tr("Crosses"))
        for (fact, _), name in zip(self._relations, names, strict=True):
            fact.setText(name)
        self._note.setPlaceholderText(self.tr("Add a note"))
        self._note.setAccessibleName(self.tr("Note"))
        self._unsure.setText(self.tr("Unsure"))
        self._question.setText(self.tr("Question"))
        self._changed.setText(self.tr("Changed"))
        self._history.setText(self.tr("History"))
        self._remove.setText(self.tr("Remove"))
        self._empty.setText(self.tr("No span selected. Tab goes to the next one."))
        self._show()

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        span, is_many = self._span, bool(self._chosen)
        self._scroll.setVisible(span is not None and not is_many)
        self._empty.setVisible(span is None and not is_many)
        self._summary.setVisible(is_many)
        if is_many:
            self._summary.show_spans(self._chosen, self._labels, self._text)
        elif span is not None:
            self._show_span(span)

    def _show_span(self, span: Span) -> None:
        label = self._labels.get(span.label)
        self._square.set_label(label)
        self._name.setText(label.name if label else "")
        self._place.setText(f"{span.start}–{span.end}")
        words = one_line(covered_text(self._text, span)[:_WORDS_IN_TIP])
        cut = len(words) > _WORDS_SHOWN
        self._words.setText(words[:_WORDS_SHOWN].rsplit(" ", 1)[0] + "…" if cut else words)
        self._words.setToolTip(plain_tip(words) if cut else "")
        self._by_value.setText(self._source(span))
        self._show_relations(span)
        self._note.set_text(span.note)
        self._unsure.setChecked("unsure" in span.flags)
        self._question.setChecked("question" in span.flags)

    def _show_relations(self, span: Span) -> None:
        for (fact, value), others in zip(self._relations, self._related(span), strict=True):
            fact.setVisible(bool(others))
            value.setVisible(bool(others))
            words = ", ".join(one_line(covered_text(self._text, one)[:80]) for one in others[:3])
            value.setText(words if len(others) <= 3 else f"{words}, +{len(others) - 3}")

    def _related(self, span: Span) -> tuple[list[Span], list[Span], list[Span]]:
        """The spans that lie in this one, those that hold it (the narrowest first), those that cross it.

        Of two spans over the same words each is said to contain the other.
        """
        held, around, crossing = [], [], []
        for other in sorted(self.overlapping(span.start, span.end), key=reading_order):
            pair = (span.start, span.end, other.start, other.end)
            if other.uid == span.uid:
                continue
            if stretches.contains(*pair):
                held.append(other)
            elif stretches.crosses(*pair):
                crossing.append(other)
            else:
                around.append(other)
        return held, sorted(around, key=lambda one: one.end - one.start), crossing

    def _all_spans(self) -> Iterable[Span]:
        if self._state is None or self._span is None:
            return []
        start, end = self._span.start, self._span.end
        every = self._state.spans()
        return [one for one in every if stretches.overlap(start, end, one.start, one.end)]

    def _source(self, span: Span) -> str:
        """Who marked it, and how; what came with a file was not marked by who took the file in."""
        if not self._is_own:  # who made a span in another's layer is in the history
            return self._annotator
        if span.origin == "import":
            return self.tr("whoever made the file")
        words = {"hand": self.tr("by hand"), "propagate": self.tr("everywhere at once")}
        return ", ".join(filter(None, (self._annotator, words.get(span.origin, span.origin))))

    # ------------------------------------------------------------------ acting

    def _commit_note(self, note: str) -> None:
        if self._span is not None:
            self.note_changed.emit(self._span.uid, note)

    def _commit_unsure(self, unsure: bool) -> None:
        if self._span is not None:
            self.unsure_changed.emit(self._span.uid, unsure)

    def _commit_question(self, question: bool) -> None:
        if self._span is not None:
            self.question_changed.emit(self._span.uid, question)

    def _want_restored(self, step: str) -> None:
        if self._span is not None:
            self.restore_wanted.emit(self._span.uid, step)
