"""The page Compare: clusters at the left, the text in the middle, the current one's variants at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from annotator.ui import fonts, theme
from annotator.ui.keymap import caps, key_of
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.surface import Surface
from annotator.ui.review.compare.acting import Acting
from annotator.ui.review.compare.alike import Likeness
from annotator.ui.review.compare.alike_strip import AlikeStrip
from annotator.ui.review.compare.cluster_list import WIDTH as LEFT
from annotator.ui.review.compare.cluster_list import ClusterList
from annotator.ui.review.compare.deciding import Deciding
from annotator.ui.review.compare.drawing import drawn
from annotator.ui.review.compare.ending import Ending
from annotator.ui.review.compare.fields import Fields
from annotator.ui.review.compare.filter_row import fits
from annotator.ui.review.compare.keys import CompareKeys
from annotator.ui.review.compare.offering import Offering
from annotator.ui.review.compare.panel import WIDTH as RIGHT
from annotator.ui.review.compare.panel import DecisionPanel
from annotator.ui.review.compare.panes import TwoPanes
from annotator.ui.review.compare.past import Past
from annotator.ui.review.compare.people import Names
from annotator.ui.review.compare.showing import Showing
from annotator.ui.review.compare.talking import Talking
from annotator.ui.review.compare.text import CompareText
from annotator.ui.review.page import ReviewPage
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.model.outcome import Outcome
    from annotator.model.review import Cluster, ReviewedDocument
    from annotator.settings import Preferences
    from annotator.ui.review.shared import Shared

_BAR: Final = 46
_SOON: Final = 40
"""Milliseconds after which a step that was made elsewhere is looked at: own ones are known by then."""
_NARROW: Final = 1200
_LEFT_NARROW: Final = 220
_RIGHT_NARROW: Final = 288


class ComparePage(ReviewPage):
    """Where the annotators of one document differ, and what is ruled on it."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__(shared, parent)
        self.list = ClusterList()
        self.text = CompareText()
        self.panel = DecisionPanel()
        self.title = ElidedLabel(size=15, weight=fonts.SEMIBOLD)
        self._empty = PlainLabel(size=15, ink="muted", wraps=True)
        self.deciding = Deciding(shared, self)
        self.acting = Acting(self.deciding, self.text)
        self.talking = Talking(shared, self.deciding, self.panel.threads)
        self.strip = AlikeStrip()
        self.likeness = Likeness(shared, self.deciding, self.acting, self.panel, self.strip)
        self.offering = Offering(shared, self.deciding, self.panel, self.strip)
        self._showing = Showing(shared, self.panel, self.deciding, self.acting)
        self.names = Names("", ())
        self.past = Past(shared, self.deciding, self.acting, self.panel, lambda: self.names)
        self._showing.past_wanted.connect(self.past.open)
        self.fields = Fields(self.list, self.panel, self.focus_text, self)
        self.ending = Ending(self.deciding, self.acting, self.list)
        self._shown = ""
        self._seen: Cluster | None = None
        self._corpus: str | None = None
        self._foreign: set[int | None] = set()
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._panes: TwoPanes | None = None
        self._preferences: Preferences | None = None
        self.keys = CompareKeys(self)
        self.panes_button = Button(kind="quiet", small=True)
        self._is_narrow: bool | None = None
        self._lay_out()
        self._connect()
        self._recolour()
        self.retranslate()

    def _lay_out(self) -> None:
        self._bar = QWidget()
        self._bar.setFixedHeight(_BAR)
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(24, 0, 24, 0)
        bar.addWidget(self.title, 1)
        bar.addWidget(self.panes_button)
        middle = Surface("page")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._bar, Hairline(), self._empty):
            column.addWidget(part)
        column.addWidget(self.text, 1)
        column.addWidget(self.strip)
        self._middle = column
        self._empty.setContentsMargins(32, 32, 32, 32)
        self._empty.hide()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget, least in ((self.list, 180), (middle, 320), (self.panel, 240)):
            widget.setMinimumWidth(least)
            self.splitter.addWidget(widget)
        for place, stretch in enumerate((0, 1, 0)):
            self.splitter.setStretchFactor(place, stretch)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _connect(self) -> None:
        shared, deciding, acting = self.shared, self.deciding, self.acting
        deciding.opened.connect(self._opened)
        deciding.changed.connect(self._changed)
        deciding.failed.connect(shared.failed)
        deciding.ruled.connect(self._kept)
        deciding.said.connect(shared.said)
        deciding.finished.connect(self._finished)
        acting.hint.connect(shared.said)
        acting.moved.connect(self._moved)
        acting.mode_changed.connect(self._mode_changed)
        self.list.cluster_chosen.connect(acting.go_to)
        self.list.text_wanted.connect(self.focus_text)
        self.list.reopen_button.clicked.connect(deciding.reopen)
        self.list.filters.changed.connect(shared.choose)
        self.list.filters.undecided_changed.connect(self._list)
        self.text.cluster_chosen.connect(acting.go_to)
        self.text.column_changed.connect(self._align)
        self.strip.opened.connect(shared.acts_changed)
        self.strip.closed.connect(self.focus_text)
        self.strip.closed.connect(shared.acts_changed)
        self.panes_button.clicked.connect(self.turn_panes)
        self.panel.card_chosen.connect(acting.choose)
        self.panel.card_taken.connect(acting.take)
        self.fields.moved.connect(shared.acts_changed)
        self.fields.moved.connect(self.ending.withdraw)
        self.panel.gap.kept.connect(self._explained)
        shared.names_changed.connect(self._names_changed)
        shared.filter_changed.connect(self._filter_changed)
        self._soon.timeout.connect(self._follow)
        theme.theme().changed.connect(self._recolour)

    # What the frame asks

    @property
    def first_focus(self) -> QWidget:
        """The text: all keys work there."""
        if self.text.isHidden() and not self.has_panes:
            return self
        return self._panes.panes[0].text if self._panes is not None and self.has_panes else self.text

    @property
    def document(self) -> str | None:
        """Uid of the document that is compared."""
        return self.deciding.document

    def open(self, document: str, cluster: str = "") -> None:
        """Compare a document, beginning with a cluster of it, or with the first that is open."""
        self.deciding.open(document, cluster)

    def set_corpus(self, uid: str | None, *, is_writable: bool) -> None:  # noqa: ARG002  (shared has it)
        """Show the corpus as it is now: the document compared last, or the first with something open."""
        if uid != self._corpus:
            self._corpus = uid
            self.deciding.close()
            self.offering.forget()
            if uid is not None:
                self.deciding.open_first()
        elif self.document is None:
            self.deciding.open_first()
        else:
            self.deciding.reread()

    def refresh(self, outcome: Outcome[object]) -> None:
        """Follow a step that was not made here."""
        if not outcome.documents or self.document in outcome.documents:
            self._foreign.add(outcome.step)
            self._soon.start()

    def _follow(self) -> None:
        steps, self._foreign = self._foreign, set()
        if steps - self.deciding.own_steps:
            self.deciding.reread()

    def take_preferences(self, now: Preferences) -> None:
        """Set the text as the person reads articles."""
        self.text.take_preferences(now)
        self._preferences = now
        if self._panes is not None:
            self._panes.take_preferences(now)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What can be done now, by act."""
        return self.keys.handlers()

    def hints(self) -> list[Hint]:
        """The keys that work now."""
        return self.keys.hints()

    def field_hints(self) -> list[Hint]:
        """The keys that work in the field with the cursor."""
        return self.fields.hints() if self.fields.is_in_one else []

    def where(self) -> str:
        """What the lines mean."""
        if self.deciding.reviewed is None:
            return ""
        if self.names.is_blind:
            return self.tr("Solid: gold · thin line: still open, with letters for names")
        return self.tr("Solid: gold · thin line: still open, with names")

    # What is shown

    def _opened(self) -> None:
        """A document came, or the same one as it is now."""
        reviewed = self.deciding.reviewed
        is_same = reviewed is not None and self._shown == reviewed.document.uid
        self._name_people()
        is_there = reviewed is not None and bool(reviewed.people)
        if not is_there and self.first_focus.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt looks for a place, and keys rest
        if not is_there and self._panes is not None:
            self._panes.hide()
        self.text.setVisible(is_there and not self.has_panes)
        self._empty.setVisible(not is_there)
        self.panes_button.setVisible(is_there)
        if reviewed is None:
            self._shown = ""
            self.text.clear()
            self.title.setText("")
        else:
            self.title.setText(reviewed.document.title)
            self._draw(reviewed, is_same=is_same)
        self._list()
        if is_there and self.hasFocus():
            self.focus_text()
        if is_same and self.deciding.cluster is not None and self.deciding.cluster == self._seen:
            self.talking.show(self.names)  # what the person is about goes on
        else:
            self.acting.begin()

    def _draw(self, reviewed: ReviewedDocument, *, is_same: bool) -> None:
        shown, labels = drawn(reviewed, self.names), tuple(reviewed.labels.values())
        if not is_same:
            self._shown = reviewed.document.uid
            self.text.show_drawn(reviewed.document.text, shown, labels)
        else:
            if labels != self.text.labels:
                self.text.labels_changed(labels)
            self.text.redraw(shown)
        self._fill_panes()

    def _name_people(self) -> None:
        reviewed = self.deciding.reviewed
        if reviewed is None:
            self.names = Names("", ())
        else:
            is_blind = not self.shared.names_shown
            self.names = Names(reviewed.document.uid, reviewed.people, blind=is_blind)
            people = [person.uid for person in reviewed.people]
            self.list.filters.offer(list(reviewed.labels.values()), people, self.names)
        self._showing.names = self.names

    def _changed(self, _cluster: str) -> None:
        reviewed = self.deciding.reviewed
        if reviewed is not None:
            self.text.redraw(drawn(reviewed, self.names))
            self._list()

    def _kept(self, _document: str, cluster: str) -> None:
        """The library has a ruling: who made it and when is known now."""
        here = self.deciding.cluster
        if here is not None and here.is_called(cluster):
            self._seen = here
            self._showing.show()

    def _moved(self) -> None:
        """Another cluster is the current one."""
        cluster = self._seen = self.deciding.cluster
        self.list.select(cluster.uid if cluster else None)
        if cluster is None:
            self.text.set_frame(None)
        else:
            self.text.show_cluster(cluster.start, cluster.end)
            if self._panes is not None and self.has_panes:
                self._panes.show_cluster(cluster)
        self._showing.show()
        self._showing.announce()
        self.talking.show(self.names)
        self.strip.close_strip()
        self.likeness.follow()
        self.shared.acts_changed.emit()

    def _mode_changed(self) -> None:
        self._showing.show_mode()
        self.shared.acts_changed.emit()

    def _list(self) -> None:
        reviewed, filters = self.deciding.reviewed, self.list.filters
        clusters = [each for each in reviewed.clusters if fits(each, self.shared.chosen)] if reviewed else []
        self.list.show_clusters(
            clusters,
            reviewed.document.text if reviewed else "",
            reviewed.labels if reviewed else {},
            with_settled=not filters.undecided.isChecked(),
            is_filtered=filters.is_narrow,
        )
        may_reopen = self.deciding.is_finished and self.shared.is_writable
        title = reviewed.document.title if reviewed else ""
        could_reopen = not self.list.reopen_button.isHidden()
        self.list.say(self.ending.head(), title, may_reopen=may_reopen)
        self.ending.show()
        if may_reopen is not could_reopen:
            self.shared.acts_changed.emit()
        if self.deciding.current is not None:
            self.list.select(self.deciding.current)

    def _names_changed(self) -> None:
        """Names were shown or hidden: everything that says them is said anew."""
        self._name_people()
        reviewed = self.deciding.reviewed
        if reviewed is not None:
            self.text.redraw(drawn(reviewed, self.names))
            self._fill_panes()
        self.past.say()
        self._showing.show()
        self.talking.show(self.names)
        self.shared.acts_changed.emit()

    def _filter_changed(self) -> None:
        self.list.filters.set_chosen(self.shared.chosen)
        self._say_empty()
        self._list()
        if self.deciding.reviewed is None:
            self.deciding.open_first()
        elif self.deciding.keep_to_filter():
            self.acting.begin()

    def _finished(self, following: str, still_open: int) -> None:
        words = (
            self.tr("Finished, with %n still open.", "", still_open) if still_open else self.tr("Finished.")
        )
        if following:
            self.open(following)
        else:
            self._list()
            words += " " + self.acting.nothing_left()
        self.shared.said.emit(words)

    # Two panes

    @property
    def has_panes(self) -> bool:
        """Whether two annotators are shown side by side."""
        return self._panes is not None and not self._panes.isHidden()

    def turn_panes(self) -> None:
        """Show two annotators side by side, or everybody in one text again."""
        reviewed = self.deciding.reviewed
        if reviewed is None or len(reviewed.people) < 2:
            return
        self._show_panes(shown=not self.has_panes)
        self._moved()
        self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_panes(self, *, shown: bool) -> None:
        if shown and self._panes is None:
            self._panes = TwoPanes()
            self._panes.cluster_chosen.connect(self.acting.go_to)
            self._middle.insertWidget(self._middle.indexOf(self.text), self._panes, 1)
            if self._preferences is not None:
                self._panes.take_preferences(self._preferences)
        if self._panes is not None:
            comes, goes = (self._panes, self.text) if shown else (self.text, self._panes)
            comes.show()
            focus = self._panes.panes[0].text if shown else self.text
            focus.setFocus(
                Qt.FocusReason.OtherFocusReason
            )  # before the other goes, else Qt looks for a place
            goes.hide()
            self._fill_panes()
        self._name_panes_button()

    def _fill_panes(self) -> None:
        if self._panes is not None and self.has_panes and self.deciding.reviewed is not None:
            self._panes.show_document(self.deciding.reviewed, self.names)

    def _name_panes_button(self) -> None:
        words = self.tr("One text") if self.has_panes else self.tr("Side by side")
        self.panes_button.setText(words)
        self.panes_button.set_key(key_of("review.panes"))
        self.panes_button.updateGeometry()

    def edit_edges(self) -> None:
        """Move the edges of the chosen variant, in the one text."""
        if self.has_panes:
            self._show_panes(shown=False)
        self.focus_text()
        self.acting.edit_edges()

    # Fields

    def ask_why(self) -> None:
        """Ask why people differ."""
        self._showing.ask_why()

    def _explained(self, category: object, reason: str) -> None:
        self.focus_text()
        self.acting.explain(category, reason)  # type: ignore[arg-type]  # what the signal carries

    def focus_text(self) -> None:
        """Put the focus where all keys work."""
        self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of a mode or a field from whoever else would take them."""
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self.keys.means(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Edges by arrows, labels by their keys, Escape out of both, and out of whatever else is open."""
        if self.keys.hear(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    # Looks and words

    def _align(self, left: int, width: int) -> None:
        """Let the title stand on the text's edge."""
        layout = self._bar.layout()
        if layout is not None:
            layout.setContentsMargins(left, 0, max(16, self._bar.width() - left - width), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the text what room there is: in a narrow window the panels are narrower."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            left, right = (_LEFT_NARROW, _RIGHT_NARROW) if is_narrow else (LEFT, RIGHT)
            self.splitter.setSizes([left, max(320, self.width() - left - right - 2), right])

    def _recolour(self) -> None:
        self.text.set_theme(theme.current())

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self._say_empty()
        walk = Hint((*caps("review.next"), *caps("review.previous")), self.tr("next, previous"))
        finish = Hint(caps("label.done"), self.tr("finish"))
        self.list.show_keys([walk], [finish])
        self._name_panes_button()
        self._list()
        self.past.say()
        self._showing.show()
        self.offering.show()

    def _say_empty(self) -> None:
        narrowed = self.tr("Nothing is open that the filter lets through. Esc shows everything again.")
        nothing = self.tr(
            "Nothing is open here. Documents are compared when two annotators have spans on them."
        )
        self._empty.setText(narrowed if self.deciding.is_narrowed else nothing)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Look for nothing while nobody looks."""
        self.likeness.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
