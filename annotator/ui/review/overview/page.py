"""The overview: how much is to be decided, and the matrix of documents by annotators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from annotator.ui.i18n import number
from annotator.ui.keymap import caps
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.review.overview.apart import Apart
from annotator.ui.review.overview.closing import Closing
from annotator.ui.review.overview.filter_line import FilterLine
from annotator.ui.review.overview.foot import OverviewFoot
from annotator.ui.review.overview.handed_out import HandedOut
from annotator.ui.review.overview.head import OverviewHead
from annotator.ui.review.overview.matrix import Matrix
from annotator.ui.review.overview.matrix_model import Order
from annotator.ui.review.overview.reading import COMPARED, Reading
from annotator.ui.review.overview.standing import Standing, shares_of, standing_of
from annotator.ui.review.overview.teaching import Teaching
from annotator.ui.review.page import ReviewPage
from annotator.ui.situation import short
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QHideEvent, QKeyEvent

    from annotator.model.outcome import Outcome
    from annotator.model.overview import OverallFigures, ReviewOverview, RowFigures
    from annotator.ui.review.shared import Shared

_PAUSE: Final = 1000
"""Milliseconds between two orders of the rows while figures arrive."""
_ORDERS: Final = tuple(Order)
_FEEDBACK: Final = "feedback"


class OverviewPage(ReviewPage):
    """Documents by annotators: who is how far, and where they differ.

    Signals:
        act_wanted: id of an act of the window.
    """

    act_wanted = Signal(str)

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__(shared, parent)
        self._corpus: str | None = None
        self._overview: ReviewOverview | None = None
        self._standing = Standing()
        self._pair: tuple[str, str] | None = None
        self._handed = HandedOut()
        self._is_touched = self._is_writable = self._has_opened = False
        self._led: set[str] = set()
        self.head, self.filter_line = OverviewHead(), FilterLine()
        self.matrix, self.foot = Matrix(), OverviewFoot()
        self.nothing = PlainLabel(ink="muted")
        self.teaching = Teaching()
        self.reading = Reading(shared.desk, self)
        self.closing = Closing(shared, self)
        self.apart = Apart(shared, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._stack, self._body = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.matrix.setContentsMargins(16, 0, 16, 0)
        self.nothing.setContentsMargins(32, 16, 32, 16)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.filter_line)
        column.addWidget(self.matrix, 1)
        column.addWidget(self.nothing)
        column.addWidget(self.foot)
        self._stack.addWidget(whole)
        self._stack.addWidget(self.teaching)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.apart.line)
        outer.addWidget(self._body, 1)
        self._body.addWidget(self._stack)
        self._body.addWidget(self.apart.list)
        self.filter_line.hide()
        self.nothing.hide()

    def _connect(self) -> None:
        shared, line = self.shared, self.filter_line
        reading = self.reading
        reading.arrived.connect(self._take)
        reading.figured.connect(self._take_figures)
        reading.compared.connect(self._compared)
        reading.reckoned.connect(self._show_overall)
        reading.failed.connect(shared.failed)
        self.closing.turned.connect(self._say)
        self.apart.line.wanted.connect(self._open_apart)
        self.apart.list.left.connect(self._leave_apart)
        self.matrix.current.connect(lambda _: self._follow_row())
        self.matrix.opened.connect(self._open)
        self.matrix.touched.connect(self._note_touch)
        self.head.start_wanted.connect(self._start)
        self.head.close_wanted.connect(self._close_agreeing)
        self.teaching.act_wanted.connect(self.act_wanted)
        self.teaching.feedback_wanted.connect(lambda: shared.tab_wanted.emit(_FEEDBACK))
        line.chosen.connect(shared.choose)
        line.narrowed.connect(self._narrow)
        line.left.connect(self._leave_filter)
        line.entered.connect(self._go_to_rows)
        shared.names_changed.connect(self._follow_names)
        shared.filter_changed.connect(self._follow_filter)
        shared.changed.connect(self._note_change)

    # What the frame calls

    @property
    def first_focus(self) -> QWidget:
        """The rows, or the first way to come to some; of what was changed apart the first choice."""
        if self.is_apart_open:
            return self.apart.list.first_focus
        if self._stack.currentWidget() is self.teaching:
            return self.teaching.first_focus
        return self.matrix.view

    def set_corpus(self, uid: str | None, *, is_writable: bool) -> None:
        """Show a corpus as it is now."""
        # Who comes back from the document they opened here finds it chosen.
        self._is_touched = self._has_opened and uid == self._corpus
        if uid != self._corpus:
            self._corpus, self._overview, self._has_opened = uid, None, False
            self.reading.turn_to(uid)
            self.matrix.model.forget_figures()
            self.foot.show_overall(None)
        self._is_writable = is_writable
        self._load()

    def refresh(self, outcome: Outcome[object]) -> None:
        """Follow a committed write."""
        if outcome.touched & COMPARED:
            self._load()

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Open, close what agrees, sort, filter."""
        if self.is_apart_open:
            return {}
        if self._stack.currentWidget() is self.teaching:
            return {"review.take": self.teaching.press}
        if self._overview is None:
            return {}
        found: dict[str, Callable[[], None]] = {
            "review.sort": self._sort_on,
            "review.filter": self._open_filter,
        }
        if self.matrix.row() is not None:
            found["review.take"] = self._open_current
        if self._may_close:
            found["review.accept"] = self._close_agreeing
        return found

    def hints(self) -> list[Hint]:
        """Open, move, sort, filter."""
        if self.is_apart_open or self._overview is None or self._stack.currentWidget() is self.teaching:
            return []
        return [
            Hint(caps("review.take"), self.tr("open")),
            Hint(("↑", "↓"), self.tr("document")),
            Hint(caps("review.sort"), self.tr("sort")),
            Hint(caps("review.filter"), self.tr("filter")),
        ]

    def where(self) -> str:
        """The current document and what is to decide in it."""
        row = self.matrix.row()
        if row is None or self._stack.currentWidget() is self.teaching:
            return ""
        told = [short(row.row.title)]
        if row.open:
            told.append(self.tr("%1 to decide").replace("%1", number(row.open)))
        elif row.is_waiting:
            told.append(self.tr("waits for somebody's spans"))
        return " · ".join(told)

    # Reading

    def _note_change(self, outcome: Outcome[object]) -> None:
        self.reading.note(outcome, (row.document for row in self.matrix.model.all_rows))

    def _load(self) -> None:
        self.apart.load(self._corpus, is_writable=self._is_writable)
        if self._corpus is None:
            self._teach(has_documents=False, people=0)
        else:
            self.reading.load()

    def _take(self, overview: ReviewOverview, given: HandedOut) -> None:
        self._overview = overview
        people = [person for person in overview.people if _has_work(overview, person.uid)]
        if len(people) < 2 and not given.shares:
            has_gold = bool(people) and any(row.gold is not None for row in overview.rows)
            self._teach(has_documents=bool(overview.rows), people=len(people), has_gold=has_gold)
            return
        self._stack.setCurrentIndex(0)
        self._offer_filter()
        before = self._current_document
        self.matrix.model.set_blind(not self.shared.names_shown)
        self.matrix.model.take(overview, given)
        self._handed = given
        self._show_round()
        self.matrix.go_to(before)
        self._compare()
        self._say()

    def _teach(self, *, has_documents: bool, people: int, has_gold: bool = False) -> None:
        had_focus = self.matrix.view.hasFocus()
        self.reading.stop()
        self.teaching.explain(has_documents=has_documents, people=people, has_gold=has_gold)
        self._stack.setCurrentWidget(self.teaching)
        if had_focus:
            self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shared.acts_changed.emit()
        if has_gold and self._corpus is not None and self._corpus not in self._led and self.isVisible():
            self._led.add(self._corpus)  # once: whoever comes back to the overview shall see it
            self.shared.tab_wanted.emit(_FEEDBACK)

    @property
    def _current_document(self) -> str | None:
        row = self.matrix.row()
        return row.row.document if row is not None and self._is_touched else None

    def _compare(self, *, anew: bool = False) -> None:
        """Compare what is not known, or not any more; what is in sight comes first."""
        model, reading = self.matrix.model, self.reading
        order = dict.fromkeys(row.document for row in (*model.rows, *model.all_rows) if not model.waits(row))
        wanted = [uid for uid in order if reading.is_stale(uid) or model.figures_of(uid) is None]
        reading.compare(wanted, self.shared.chosen.pair or (), anew=anew)

    def _take_figures(self, figures: Mapping[str, RowFigures]) -> None:
        """Show figures where their rows are; in order they come, and are added up, now and then only."""
        self.matrix.model.take_figures(figures, sort=False)
        if not self._pause.isActive():
            self._put_in_order()
            self._pause.start()

    def _put_in_order(self) -> None:
        """Sort by what is known so far, unless the person moved in the rows; say how it stands."""
        if not self._is_touched:
            self.matrix.model.take_figures({}, sort=True)
            self.matrix.go_to(None)
        self._say()

    def _compared(self) -> None:
        """All is known: put the rows in their order at last, and reckon the line at the foot."""
        self._pause.stop()
        before = self.matrix.row()
        if self.matrix.model.order is not Order.TITLE:
            self.matrix.model.take_figures({}, sort=True)
        self.matrix.go_to(before.row.document if before is not None and self._is_touched else None)
        self._say()
        if self.reading.has_news:
            self._compare()
            return
        shares = shares_of(self.matrix.model)
        if shares:
            self.reading.reckon(shares)
        else:
            self.foot.show_overall(None)

    # Showing

    def _say(self) -> None:
        """Say how the review stands, and offer what can be done now."""
        self._standing = standing_of(self.matrix.model, self.shared.chosen)
        is_narrow = self.filter_line.is_narrow
        self.head.show_standing(self._standing, is_narrow=is_narrow, may_close=self._may_close)
        self.nothing.setVisible(self.matrix.model.length() == 0)
        self._follow_row()

    @property
    def _may_close(self) -> bool:
        standing = self._standing
        is_free = self._is_writable and not self.closing.is_under_way
        return is_free and bool(standing.closable) and not standing.unknown

    def _show_overall(self, overall: OverallFigures) -> None:
        counted = self._standing
        self.foot.show_overall(overall, counted.documents - counted.waiting, counted.documents)

    def _follow_row(self) -> None:
        row = self.matrix.row()
        is_it = row is not None and row.row.document == self._standing.hardest
        self.head.show_enter(opens_hardest=is_it)
        self.shared.acts_changed.emit()

    def _show_round(self) -> None:
        """Where names are hidden, how far all are together."""
        handed = self._handed
        self.head.show_round(handed.name, handed.shares if self.shared.names_shown else handed.together())

    def _follow_names(self) -> None:
        self._show_round()
        before = self.matrix.row()
        self.matrix.model.set_blind(not self.shared.names_shown)
        self.matrix.go_to(before.row.document if before else None)
        self._offer_filter()

    # What was changed apart

    @property
    def is_apart_open(self) -> bool:
        """Whether the list of what was changed apart is in front."""
        return self._body.currentWidget() is self.apart.list

    def _open_apart(self) -> None:
        self._turn_to(self.apart.list, is_apart=True)

    def _leave_apart(self) -> None:
        if self.is_apart_open:
            self._turn_to(self._stack, is_apart=False)

    def _turn_to(self, widget: QWidget, *, is_apart: bool) -> None:
        self._body.setCurrentWidget(widget)
        self.apart.line.allow(not is_apart)
        self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shared.acts_changed.emit()

    # Doing

    def _note_touch(self) -> None:
        self._is_touched = True

    def _open(self, document: str) -> None:
        self._has_opened = True
        self.matrix.go_to(document)
        self.shared.document_wanted.emit(document, "")

    def _open_current(self) -> None:
        row = self.matrix.row()
        if row is not None:
            self._open(row.row.document)

    def _start(self) -> None:
        if self._standing.hardest:
            self._open(self._standing.hardest)

    def _sort_on(self) -> None:
        now = _ORDERS.index(self.matrix.model.order)
        self.matrix.sort(_ORDERS[(now + 1) % len(_ORDERS)])

    def _close_agreeing(self) -> None:
        if self._corpus is None or not self._may_close:
            return
        self.closing.begin(self._standing.closable)

    # Filter

    def _offer_filter(self) -> None:
        overview = self._overview
        if overview is not None:
            people = overview.people if self.shared.names_shown else ()
            self.filter_line.offer(overview.labels, people)
            self.filter_line.show_filter(self.shared.chosen)

    def _open_filter(self) -> None:
        self.filter_line.show()
        self.filter_line.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave_filter(self) -> None:
        self.filter_line.clear()
        self.filter_line.hide()
        self.matrix.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_rows(self) -> None:
        self._narrow()
        self.matrix.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self) -> None:
        line, before = self.filter_line, self.matrix.row()
        chosen = self.shared.chosen
        self.matrix.model.choose(chosen, line.words, open_only=line.open_only.isChecked())
        self.foot.show_filtered(filtered=bool(chosen.labels or chosen.differences))
        self.matrix.go_to(before.row.document if before else None)
        self._say()

    def _follow_filter(self) -> None:
        """Another class or label counts other differences; another pair compares other layers."""
        self.filter_line.show_filter(self.shared.chosen)
        self._narrow()
        if self._overview is not None and self._pair != self.shared.chosen.pair:
            self._pair = self.shared.chosen.pair
            self.matrix.model.forget_figures()
            self._compare(anew=True)
            self._say()

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape takes a filter away before it leaves Review."""
        if event.key() == Qt.Key.Key_Escape and self.is_apart_open:
            self._leave_apart()
        elif event.key() == Qt.Key.Key_Escape and not self.filter_line.isHidden():
            self._leave_filter()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Want no answers while nobody looks."""
        self.reading.stop()
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.nothing.setText(self.tr("No document is like that. Esc shows all of them again."))
        self.matrix.view.setAccessibleName(self.tr("Documents by people"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _has_work(overview: ReviewOverview, person: str) -> bool:
    return any(person in row.cells and row.cells[person].is_begun for row in overview.rows)
