"""The page of the figures: sub-tabs, the chosen one's table, and what stands behind its current row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.model.figures import FoundSpan, Pick, Scopes
from annotator.model.outcome import Touched
from annotator.ui.figures.chosen import Chosen
from annotator.ui.figures.consistency_sheet import ConsistencySheet
from annotator.ui.figures.detail import Detail
from annotator.ui.figures.label_sheet import LabelSheet
from annotator.ui.figures.length_sheet import LengthSheet
from annotator.ui.figures.overview_sheet import OverviewSheet
from annotator.ui.figures.places import Places, found_of
from annotator.ui.figures.scope_choice import ScopeChoice
from annotator.ui.figures.string_sheet import StringSheet
from annotator.ui.figures.work_sheet import WorkSheet
from annotator.ui.find.latest import Latest
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import plain_tip
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.tabs import PlaceTab

if TYPE_CHECKING:
    from annotator.model.consistency import Fixed, Item
    from annotator.model.figures import Overview
    from annotator.model.outcome import Outcome
    from annotator.model.plots import Plot
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.desk import Desk
    from annotator.ui.figures.sheet import FigureSheet

_TAB_ROW: Final = 44
_WIDE: Final = 1200
"""From this width on the row of the sub-tabs has room for words on its buttons."""
_PAUSE: Final = 1500
"""Milliseconds without a change after which the work list is looked for anew, which takes long."""
_COUNTED: Final = (
    Touched.SPANS | Touched.LABELS | Touched.DOCUMENTS | Touched.CORPORA | Touched.PEOPLE | Touched.WHOLESALE
)


class FiguresPage(Surface):
    """Counts, strings, work and consistency of the open corpus; every figure leads to its spans.

    Signals:
        failed: an `AnnotatorError` that has no place on the page.
        said: a sentence on what was done.
        left: Escape: the person wants back to labelling.
        place_wanted: the `FoundSpan` to go to.
        table_save_wanted: the table is to be saved.
        plot_save_wanted: the plot is to be saved.
    """

    failed = Signal(object)
    said = Signal(str)
    left = Signal()
    place_wanted = Signal(object)
    table_save_wanted = Signal()
    plot_save_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self._corpus: str | None = None
        self.overview_sheet, self.consistency = OverviewSheet(), ConsistencySheet()
        self.sheets: tuple[FigureSheet, ...] = (
            self.overview_sheet,
            LabelSheet(),
            StringSheet(),
            LengthSheet(),
            WorkSheet(),
            self.consistency,
        )
        self.tabs = [PlaceTab() for _ in self.sheets]
        self.detail = Detail()
        self.scope_choice = ScopeChoice()
        self.table_button = Button(kind="quiet", icon="save", small=True)
        self.plot_button = Button(kind="quiet", icon="chart-no-axes-column", small=True)
        self._stack = QStackedWidget()
        self._figures, self._bare, self._behind = (Latest(desk, self) for _ in range(3))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.reload)
        self._lay_out()
        self._connect()
        self._bind()
        self.retranslate()

    # What others call

    @property
    def sheet(self) -> FigureSheet:
        """The sheet that is shown."""
        return self.sheets[self._stack.currentIndex()]

    @property
    def first_focus(self) -> QWidget:
        """Where the focus begins."""
        return self.sheet.table.view

    def set_corpus(self, uid: str | None, *, is_writable: bool = True) -> None:
        """Show the figures of a corpus as they are now."""
        self.detail.set_writable(is_writable)
        if uid != self._corpus:
            self._corpus = uid
            for sheet in self.sheets:
                sheet.forget()
        self.reload()

    def refresh(self, outcome: Outcome[object]) -> None:
        """Follow a committed write."""
        if not outcome.touched & _COUNTED:
            return
        if self.sheet is self.consistency:
            self._pause.start()
        else:
            self.reload()

    def show_sheet(self, place: int) -> None:
        """Go to a sub-tab."""
        self._stack.setCurrentIndex(place % len(self.sheets))
        self.tabs[self._stack.currentIndex()].setChecked(True)
        self.plot_button.setVisible(self.sheet is not self.consistency)
        self.detail.show_chosen(None, self.sheet.hint())
        self.reload()
        self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Count anew what is shown."""
        corpus, sheet = self._corpus, self.sheet
        if corpus is None:
            return
        sheet.show_busy()
        scope = self.scope_choice.scope

        def count(library: Library, progress: Progress) -> tuple[Scopes, Overview, Any]:
            from annotator.services.find.apart import counting

            with counting(library, progress) as counted:
                overview = counted.figures.overview(corpus, scope)
                asked = overview if sheet.needs_overview_only else sheet.ask(counted, corpus, scope)
            return library.figures.scopes(corpus), overview, asked

        self._figures.ask(count, partial(self._take, sheet), self.failed.emit)
        self._bare.stop()

    def _look_for_bare(self, corpus: str) -> None:
        scope = self.scope_choice.scope

        def look(library: Library, progress: Progress) -> list[Item]:
            from annotator.services.find.apart import counting

            with counting(library, progress) as counted:
                return counted.consistency.bare(corpus, scope, progress)

        self._bare.ask(
            look,
            lambda items: self.consistency.take_bare(items, is_done=True),
            self.failed.emit,
            self.consistency.say_progress,
        )

    def plot(self) -> Plot | None:
        """The plot to save."""
        return self.sheet.plot()

    # Inside

    def _take(self, sheet: FigureSheet, counted: tuple[Scopes, Overview, Any]) -> None:
        scopes, overview, value = counted
        self.scope_choice.offer(scopes)
        for each in self.sheets:
            each.take_overview(overview)
        self.detail.set_labels(overview)
        sheet.take(value)
        if sheet is self.consistency and self._corpus is not None:
            self._look_for_bare(self._corpus)  # not before: both at once would take twice as long to show any

    def _choose(self, chosen: Chosen | None) -> None:
        """Show what stands behind a row, as soon as it is read."""
        self.detail.show_chosen(chosen, self.sheet.hint())
        corpus = self._corpus
        self._behind.stop()
        if chosen is None or corpus is None or not self.isVisible():
            return

        def arrived(places: Places) -> None:
            if self.detail.chosen() is chosen:
                self.detail.show_places(places.shown, places.total)

        scope = self.scope_choice.scope
        self._behind.ask(
            lambda library, _progress: found_of(library, corpus, chosen, scope), arrived, self.failed.emit
        )

    def _choose_label(self, uid: str) -> None:
        """A click on a label's bar: all its spans."""
        overview = self.overview_sheet.overview
        names = {each.label.uid: each.label.name for each in overview.labels} if overview else {}
        if uid in names:
            self._choose(Chosen(names[uid], pick=Pick(label=uid)))

    def _open(self) -> None:
        """Enter on a row: to its first place."""
        place = self.detail.places.rows.place_at(max(0, self.detail.places.currentIndex().row()))
        if place is not None:
            self.place_wanted.emit(place)

    def _fix(self, label: str, only: FoundSpan | None = None) -> None:
        item, corpus = self._item(), self._corpus
        if item is None or corpus is None:
            return
        places = None if only is None else [(only.document, only.start, only.end)]

        def fixed(outcome: Outcome[Fixed]) -> None:
            words = self.tr(
                "%n place(s) evened out. One step: Ctrl+Z takes all of it back.", "", outcome.value.changed
            )
            if outcome.value.left:
                left = outcome.value.left
                words += " " + self.tr(
                    "%n left as they are: in documents that are done, in another layer, or changed since.",
                    "",
                    left,
                )
            self.said.emit(words)
            if only is None and outcome.value.changed:
                self.consistency.drop(item)
            else:
                self._choose(self.detail.chosen())

        scope, also_done = self.scope_choice.scope, self.detail.also_done
        self._desk.write(
            lambda library: library.consistency.fix(
                corpus, item, scope, label=label, only=places, also_done=also_done
            ),
            fixed,
            self.failed.emit,
        )

    def _intend(self, reason: str) -> None:
        item, corpus = self._item(), self._corpus
        if item is not None and corpus is not None:
            self._desk.write(
                lambda library: library.consistency.intend(corpus, item, reason),
                lambda _outcome: self.consistency.drop(item),
                self.failed.emit,
            )
            self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _withdraw(self, uid: str) -> None:
        self._desk.write(
            lambda library: library.consistency.withdraw(uid),
            lambda _outcome: self.reload(),
            self.failed.emit,
        )

    def _item(self) -> Item | None:
        chosen = self.detail.chosen()
        return chosen.item if chosen is not None else None

    # Building

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(18, 0, 24, 0)
        row.setSpacing(0)
        holder = QWidget()
        holder.setFixedHeight(_TAB_ROW)
        holder.setLayout(row)
        for tab, sheet in zip(self.tabs, self.sheets, strict=True):
            row.addWidget(tab)
            self._stack.addWidget(sheet)
        row.addStretch(1)
        row.addWidget(self.scope_choice)
        row.addWidget(self.plot_button)
        row.addWidget(self.table_button)
        self.tabs[0].setChecked(True)
        halves = QHBoxLayout()
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self._stack, 1)
        halves.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(holder)
        column.addWidget(Hairline())
        column.addLayout(halves, 1)

    def _connect(self) -> None:
        for place, (tab, sheet) in enumerate(zip(self.tabs, self.sheets, strict=True)):
            tab.clicked.connect(partial(self.show_sheet, place))
            sheet.picked.connect(self._choose)
            sheet.opened.connect(self._open)
        self.consistency.withdraw_wanted.connect(self._withdraw)
        self.detail.place_wanted.connect(self.place_wanted)
        self.detail.fix_wanted.connect(self._fix)
        self.detail.fix_one_wanted.connect(self._fix)
        self.detail.intend_wanted.connect(self._intend)
        self.detail.label_wanted.connect(self._choose_label)
        self.scope_choice.changed.connect(self.reload)
        self.table_button.clicked.connect(self.table_save_wanted)
        self.plot_button.clicked.connect(self.plot_save_wanted)

    def _bind(self) -> None:
        bound = {
            "Ctrl+Tab": lambda: self.show_sheet(self._stack.currentIndex() + 1),
            "Ctrl+Shift+Tab": lambda: self.show_sheet(self._stack.currentIndex() - 1),
            "Ctrl+Return": self.detail.fix_button.click,
            "O": self.detail.fix_one,
            "X": self.detail.ask_reason,
            "Escape": self.left.emit,
        }
        for keys, act in bound.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        names = (
            self.tr("Progress"),
            self.tr("Labels"),
            self.tr("Strings"),
            self.tr("Lengths and nesting"),
            self.tr("Work"),
            self.tr("Consistency"),
        )
        for tab, name in zip(self.tabs, names, strict=True):
            tab.setText(name)
            tab.updateGeometry()
        self._name_buttons()

    def _name_buttons(self) -> None:
        """Where room is short the buttons are their icons alone."""
        words = (
            (self.table_button, self.tr("Save the table…")),
            (self.plot_button, self.tr("Save the plot…")),
        )
        for button, name in words:
            button.setText(name if self.width() >= _WIDE else "")
            button.setToolTip("" if button.text() else plain_tip(name))
            button.setAccessibleName(name)
            button.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Follow the room there is."""
        if (event.size().width() >= _WIDE) != (event.oldSize().width() >= _WIDE):
            self._name_buttons()
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Want no answers while nobody looks."""
        self._pause.stop()
        for question in (self._figures, self._bare, self._behind):
            question.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
