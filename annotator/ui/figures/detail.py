"""The panel beside the figures: what is chosen, its places in the texts, what can be done, the labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.model.consistency import Kind
from annotator.model.plots import Bar, bars
from annotator.ui import fonts, theme
from annotator.ui.density import density
from annotator.ui.figures.lines import PlaceList
from annotator.ui.figures.plot_view import PlotView
from annotator.ui.i18n import number, ratio
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.counts import separated
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.whole_rows import WholeRows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.figures import FoundSpan, Overview
    from annotator.model.label import Label
    from annotator.model.plots import Plot
    from annotator.ui.figures.chosen import Chosen

WIDTH = 376
_PLOT_WIDTH = 336.0
_NAMES = 112.0
_NUMBERS = 52.0


class Detail(Surface):
    """What is chosen.

    Signals:
        place_wanted: the `FoundSpan` to go to.
        fix_wanted: uid of the label to give at all places of the chosen item.
        fix_one_wanted: (uid of the label, the `FoundSpan` alone).
        intend_wanted: the reason why the chosen item is meant so.
        label_wanted: uid of a label whose bar was clicked.
    """

    place_wanted = Signal(object)
    fix_wanted = Signal(str)
    fix_one_wanted = Signal(str, object)
    intend_wanted = Signal(str)
    label_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._chosen: Chosen | None = None
        self._labels: Mapping[str, Label] = {}
        self._overview: Overview | None = None
        self._is_writable = True
        self._heading = PlainLabel(size=12, weight=fonts.SEMIBOLD, ink="text2")
        self._title = PlainLabel(size=20, weight=fonts.SEMIBOLD, wraps=True)
        self._note = PlainLabel(size=12, ink="muted", wraps=True)
        self.places = PlaceList()
        self.places.chosen.connect(self._go)
        self._holder = WholeRows(self.places)
        self.places.rows.modelReset.connect(self._fit)
        density().changed.connect(self._fit)
        self._more = PlainLabel(size=12, ink="muted", wraps=True)
        self._target = Choice()
        self._target.currentIndexChanged.connect(self._say_acts)
        self.done_box = QCheckBox()
        self.done_box.toggled.connect(self._say_acts)
        self.fix_button = Button(kind="primary")
        self.one_button = Button(key="O")
        self.intend_button = Button(key="X")
        self.fix_button.clicked.connect(lambda: self.fix_wanted.emit(self.target()))
        self.one_button.clicked.connect(self._fix_one)
        self.intend_button.clicked.connect(self.ask_reason)
        self._reason = QLineEdit()
        self._reason.returnPressed.connect(self._intend)
        self._labels_heading = SectionHeading()
        self._label_bars = PlotView()
        self._label_bars.chosen.connect(self.label_wanted)
        self._foot = PlainLabel(size=12, ink="muted", wraps=True)
        self._lay_out()
        self.show_chosen(None, "")
        theme.theme().changed.connect(self._draw_labels)
        self.retranslate()

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 20, 24, 20)
        column.setSpacing(4)
        for widget in (self._heading, self._title, self._note):
            column.addWidget(_indented(widget))
        column.addSpacing(8)
        column.addWidget(self._holder, 1000)
        column.addWidget(_indented(self._more))
        acts = QWidget()
        rows = QVBoxLayout(acts)
        rows.setContentsMargins(8, 8, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self._target)
        rows.addWidget(self.done_box)
        first = QHBoxLayout()
        first.setSpacing(8)
        for button in (self.fix_button, self.one_button):
            first.addWidget(button)
        first.addStretch(1)
        rows.addLayout(first)
        second = QHBoxLayout()
        second.addWidget(self.intend_button)
        second.addWidget(self._reason, 1)
        second.addStretch(0)
        rows.addLayout(second)
        self._acts = acts
        column.addWidget(acts)
        column.addSpacing(20)
        column.addWidget(_indented(self._labels_heading))
        framed = QHBoxLayout()
        framed.setContentsMargins(8, 0, 0, 0)
        framed.addWidget(self._label_bars)
        column.addLayout(framed)
        column.addWidget(_indented(self._foot))
        column.addStretch(1)

    # What others call

    def set_labels(self, overview: Overview) -> None:
        """Show the label set's spans at the foot."""
        self._overview = overview
        self._labels = {each.label.uid: each.label for each in overview.labels}
        self._draw_labels()

    def set_writable(self, writable: bool) -> None:
        """Whether fixes can be made."""
        self._is_writable = writable

    def plot(self) -> Plot | None:
        """The label bars, for saving."""
        return self._label_bars.plot

    def target(self) -> str:
        """Uid of the label that a fix gives."""
        return str(self._target.currentData() or "")

    @property
    def also_done(self) -> bool:
        """Whether a fix of all places means those in documents that are done as well."""
        return self.done_box.isChecked()

    def chosen(self) -> Chosen | None:
        """What is shown."""
        return self._chosen

    def show_chosen(self, chosen: Chosen | None, hint: str) -> None:
        """Show what a row stands for; with none, the hint."""
        if self._chosen is not None and (chosen is None or chosen.item != self._chosen.item):
            self.done_box.setChecked(False)
        self._chosen = chosen
        self._title.setText(chosen.title if chosen else "")
        self._title.setVisible(chosen is not None)
        self._note.setText(chosen.note if chosen else hint)
        self._note.setVisible(bool(self._note.text()))
        self._heading.setVisible(chosen is not None)
        self._more.hide()
        self._reason.hide()
        self.places.rows.set_places([], self._labels)
        self._offer_labels(chosen)
        self._say_acts()

    def show_places(self, places: Sequence[FoundSpan], total: int) -> None:
        """Show the places of what is chosen; `total`: how many there are."""
        self.places.rows.set_places(places, self._labels)
        self._more.setVisible(total > len(places))
        self._more.setText(
            self.tr("The first %1 of %2.").replace("%1", number(len(places))).replace("%2", number(total))
        )

    def ask_reason(self) -> None:
        """Let the person say why it is meant so; Enter keeps it."""
        if self._chosen is None or self._chosen.item is None:
            return
        if self._reason.isVisible():
            self._intend()
            return
        self._reason.clear()
        self._reason.show()
        self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Inside

    def _fit(self) -> None:
        """Give the places no more room than they need: what can be done stands right below them."""
        self._holder.setMaximumHeight(self.places.needed)

    def _intend(self) -> None:
        words = self._reason.text()
        self._reason.hide()
        self.intend_wanted.emit(words)

    def _go(self, index: QModelIndex) -> None:
        place = self.places.rows.place_at(index.row())
        if place is not None:
            self.place_wanted.emit(place)

    def _fix_one(self) -> None:
        place = self.places.rows.place_at(max(0, self.places.currentIndex().row()))
        if place is not None:
            self.fix_one_wanted.emit(self.target(), place)

    def fix_one(self) -> None:
        """Fix the current place."""
        if self.one_button.isVisible() and self.one_button.isEnabled():
            self._fix_one()

    def _offer_labels(self, chosen: Chosen | None) -> None:
        item = chosen.item if chosen else None
        self._target.blockSignals(True)
        self._target.clear()
        if item is not None:
            for uid, spans in item.labels:
                label = self._labels.get(uid)
                if label is not None:
                    self._target.addItem(f"{label.name} · {number(spans)}", uid)
        self._target.blockSignals(False)
        self._target.setVisible(self._target.count() > 1)

    def _say_acts(self) -> None:
        item = self._chosen.item if self._chosen else None
        self._acts.setVisible(item is not None)
        if item is None:
            return
        places, done = item.concerned(self.target())
        self.done_box.setVisible(done > 0)
        words = self.tr("Also the %n place(s) in documents that are done", "", done)
        self.done_box.setText(separated(words, done))
        places -= 0 if self.also_done else done
        said = {
            Kind.BARE: self.tr("Label %n place(s)", "", places),
            Kind.LABELS: self.tr("Relabel %n place(s)", "", places),
            Kind.EDGES: self.tr("Even out %n place(s)", "", places),
        }[item.kind]
        self.fix_button.setText(separated(said, places))
        self.fix_button.set_key("Ctrl+Return")
        self.intend_button.setText(
            self.tr("Rightly not labelled") if item.kind is Kind.BARE else self.tr("It is meant so")
        )
        for button in (self.fix_button, self.one_button, self.intend_button):
            button.setEnabled(self._is_writable)
        self.fix_button.setEnabled(self._is_writable and places > 0)

    def _draw_labels(self) -> None:
        overview = self._overview
        if overview is None:
            return
        rows = [
            Bar(
                each.label.name,
                each.spans,
                number(each.spans),
                theme.colours_of(each.label.colour).line,
                each.label.uid,
            )
            for each in overview.labels
        ]
        self._label_bars.show_plot(
            bars(self.tr("Labels in the corpus"), rows, _PLOT_WIDTH, _NAMES, _NUMBERS) if rows else None
        )
        spans = separated(self.tr("%n span(s)", "", overview.spans), overview.spans)
        self._labels_heading.set_text(self.tr("Labels in the corpus"), spans)
        self._foot.setText(self._average(overview))

    def _average(self, overview: Overview) -> str:
        done = overview.documents.total - overview.documents.new
        if not done or not overview.spans:
            return ""
        words = self.tr("%1 spans a document that was begun. %2 % of the spans lie inside others.")
        inside = 100 * overview.nesting.nested / overview.spans
        return words.replace("%1", ratio(overview.spans / done)).replace("%2", ratio(inside))

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self._heading.setText(self.tr("Chosen"))
        self.one_button.setText(self.tr("Only this one"))
        self._reason.setPlaceholderText(self.tr("Why? Enter keeps it"))
        self._reason.setAccessibleName(self.tr("The reason why it is meant so"))
        self.places.setAccessibleName(self.tr("Places"))
        self._target.setAccessibleName(self.tr("The label to give"))
        self._say_acts()
        self._draw_labels()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _indented(widget: QWidget) -> QWidget:
    """The widget on the edge of the words of rows, whose ground reaches 8 px further out."""
    widget.setContentsMargins(8, 0, 0, 0)
    return widget
