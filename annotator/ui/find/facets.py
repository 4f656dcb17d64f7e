"""What hits can be narrowed to: labels, annotators, states, tags, each with how many hits there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QStyle

from annotator.model.document import Status
from annotator.ui import fonts, icons, theme
from annotator.ui.i18n import number
from annotator.ui.models.one_column import OneColumnModel
from annotator.ui.parts.label_key import paint_dot
from annotator.ui.parts.rows import ONE_LINE, RowDelegate, RowView, draw_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from annotator.model.document import Annotator
    from annotator.model.label import Label
    from annotator.ui.find.tally import Tally
    from annotator.ui.models.one_column import Index

Kind = Literal["heading", "cover", "label", "annotator", "status", "tag"]
FACET_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `Facet` of a row."""
CHOSEN_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""Whether hits are narrowed to it."""
BARE: Final = "bare"
COVERED: Final = "covered"
_EDGE: Final = 20
_TICK: Final = 20.0


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to narrow to, or a heading.

    Attributes:
        kind: what it is.
        value: uid of a label or annotator, word of a status, a tag; of "cover" `BARE` or `COVERED`; "" for a
            heading.
        words: its name.
        label: the label, for its colour.
        count: hits, None while they are not counted.
    """

    kind: Kind
    value: str
    words: str
    label: Label | None = None
    count: int | None = None


class FacetModel(OneColumnModel):
    """Headings and facets; those that are chosen are kept here.

    Signals:
        chosen_changed: hits are to be narrowed in another way.
    """

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facets: list[Facet] = []
        self._chosen: set[tuple[Kind, str]] = set()
        self._labels: Sequence[Label] = ()
        self._people: Sequence[Annotator] = ()
        self._tags: Sequence[str] = ()
        self._tally: Tally | None = None

    def length(self) -> int:
        """The number of rows."""
        return len(self._facets)

    def show_corpus(
        self, labels: Sequence[Label], people: Sequence[Annotator], tags: Sequence[str] = ()
    ) -> None:
        """Offer these; what was chosen and is gone is forgotten."""
        self._labels, self._people, self._tags = labels, people, tags
        known = {("label", label.uid) for label in labels} | {("annotator", who.uid) for who in people}
        known |= {("tag", tag) for tag in tags}
        self._chosen = {one for one in self._chosen if one[0] in _FIXED or one in known}
        self.relist()

    def show_tally(self, tally: Tally | None) -> None:
        """Show how many hits each has; None while they are counted."""
        self._tally = tally
        self.relist()

    def relist(self) -> None:
        """Make the rows anew, in the language in force."""
        self.beginResetModel()
        self._facets = [
            *self._group(self.tr("Narrow to"), self._of_cover()),
            *self._group(self.tr("Inside a span of"), [self._of_label(label) for label in self._labels]),
            *self._group(self.tr("Spans of"), self._of_people()),
            *self._group(self.tr("In documents that are"), self._of_statuses()),
            *self._group(self.tr("In documents tagged"), [self._of_tag(tag) for tag in self._tags]),
        ]
        self.endResetModel()

    def _group(self, heading: str, facets: list[Facet]) -> list[Facet]:
        return [Facet("heading", "", heading), *facets] if facets else []

    def _of_cover(self) -> list[Facet]:
        tally = self._tally
        bare, covered = (None, None) if tally is None else (tally.bare, tally.hits - tally.bare)
        return [
            Facet("cover", BARE, self.tr("Not labelled"), None, bare),
            Facet("cover", COVERED, self.tr("Already labelled"), None, covered),
        ]

    def _of_tag(self, tag: str) -> Facet:
        return Facet("tag", tag, tag, None, None if self._tally is None else self._tally.tags[tag])

    def _of_label(self, label: Label) -> Facet:
        count = None if self._tally is None else self._tally.labels[label.uid]
        return Facet("label", label.uid, label.name, label, count)

    def _of_people(self) -> list[Facet]:
        if len(self._people) < 2:
            return []
        counts = None if self._tally is None else self._tally.annotators
        return [
            Facet("annotator", who.uid, who.name, None, None if counts is None else counts[who.uid])
            for who in self._people
        ]

    def _of_statuses(self) -> list[Facet]:
        words = {
            Status.NEW: self.tr("new"),
            Status.IN_PROGRESS: self.tr("in progress"),
            Status.DONE: self.tr("done"),
        }
        counts = None if self._tally is None else self._tally.statuses
        return [
            Facet("status", status.value, name, None, None if counts is None else counts[status])
            for status, name in words.items()
        ]

    # What is chosen

    def facet_at(self, row: int) -> Facet | None:
        """The facet of a row; None for a heading."""
        facet = self._facets[row] if 0 <= row < len(self._facets) else None
        return None if facet is None or facet.kind == "heading" else facet

    def toggle(self, row: int) -> None:
        """Narrow to a facet, or no longer; of all but labels there is one at a time."""
        facet = self.facet_at(row)
        if facet is None:
            return
        one = (facet.kind, facet.value)
        had_it = one in self._chosen
        if facet.kind != "label":
            self._chosen = {other for other in self._chosen if other[0] != facet.kind}
        if one == _BARE:  # no span covers such a hit, so none of a label does
            self._chosen = {other for other in self._chosen if other[0] != "label"}
        elif facet.kind == "label":
            self._chosen.discard(_BARE)
        self._chosen = self._chosen - {one} if had_it else self._chosen | {one}
        self.announce_rows(0, len(self._facets) - 1)
        self.chosen_changed.emit()

    def clear(self) -> None:
        """Narrow to nothing."""
        self._chosen.clear()
        self.announce_rows(0, len(self._facets) - 1)

    @property
    def count_chosen(self) -> int:
        """How many facets are chosen."""
        return len(self._chosen)

    @property
    def labels(self) -> tuple[str, ...]:
        """Uids of the chosen labels, in the order of the label set."""
        return tuple(label.uid for label in self._labels if ("label", label.uid) in self._chosen)

    @property
    def annotator(self) -> str | None:
        """Uid of the chosen annotator."""
        return next((value for kind, value in self._chosen if kind == "annotator"), None)

    @property
    def covered(self) -> bool | None:
        """Whether a span shall cover hits, or none; None where that is all the same."""
        chosen = next((value for kind, value in self._chosen if kind == "cover"), None)
        return None if chosen is None else chosen == COVERED

    @property
    def tag(self) -> str:
        """The chosen tag, "" for none."""
        return next((value for kind, value in self._chosen if kind == "tag"), "")

    @property
    def status(self) -> Status | None:
        """The chosen state."""
        return next((Status(value) for kind, value in self._chosen if kind == "status"), None)

    # Qt's side

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over."""
        if self.facet_at(index.row()) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The facet, whether it is chosen, or both in words."""
        if not index.isValid() or index.row() >= len(self._facets):
            return None
        facet = self._facets[index.row()]
        is_chosen = (facet.kind, facet.value) in self._chosen
        if role == FACET_ROLE:
            return facet
        if role == CHOSEN_ROLE:
            return is_chosen
        if role == Qt.ItemDataRole.DisplayRole:
            return facet.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = "" if facet.count is None else f", {number(facet.count)}"
            chosen = self.tr("chosen")
            return f"{facet.words}{count}, {chosen}" if is_chosen else f"{facet.words}{count}"
        return None


_FIXED: Final = ("status", "cover")
"""Kinds that every corpus has."""
_BARE: Final[tuple[Kind, str]] = ("cover", BARE)


class FacetDelegate(RowDelegate):
    """A heading or a facet."""

    inset = 8

    def is_chosen(self, option: QStyleOptionViewItem, index: Index) -> bool:
        """Hits are narrowed to it, whichever row keys are on."""
        del option
        return bool(index.data(CHOSEN_ROLE))

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, area: QRectF
    ) -> None:
        facet: Facet = index.data(FACET_ROLE)
        if facet.kind == "heading":
            return
        if not self._view.hasFocus():
            option.state &= ~QStyle.StateFlag.State_Selected
        super()._paint_ground(painter, option, index, area)

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint dot or tick, name and count."""
        facet: Facet = index.data(FACET_ROLE)
        tokens = theme.current()
        place = QRectF(area.left() + _EDGE - self.inset, area.top(), area.width() - 32, area.height())
        if facet.kind == "heading":
            words = place.adjusted(0, 4, 0, 0)
            draw_words(painter, words, facet.words, fonts.interface(12, fonts.SEMIBOLD), tokens.text2)
            return
        if facet.label is not None:
            paint_dot(painter, QPointF(place.left() + 4, place.center().y()), facet.label)
            place.setLeft(place.left() + 16)
        if chosen:
            mark = QRectF(place.right() - 14, place.center().y() - 7, 14, 14)
            icons.paint(painter, "check", mark, tokens.strong)
        taken = _TICK
        if facet.count is not None:
            right = QRectF(place.right() - 74, place.top(), 74 - _TICK, place.height())
            font = fonts.interface(12, tabular=True)
            ink = tokens.muted if facet.count else tokens.faint
            taken += 8 + draw_words(
                painter, right, number(facet.count), font, ink, Qt.AlignmentFlag.AlignRight
            )
        words = QRectF(place.left(), place.top(), place.width() - taken, place.height())
        font = fonts.interface(13, fonts.MEDIUM if chosen else fonts.REGULAR)
        draw_words(painter, words, facet.words, font, tokens.text)


class FacetView(RowView):
    """The list of facets; a click, Space or Enter chooses."""

    def __init__(self, model: FacetModel, parent: QWidget | None = None) -> None:
        super().__init__(ONE_LINE, parent)
        self._facets = model
        self.setModel(model)
        self.setItemDelegate(FacetDelegate(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space and Enter choose."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click chooses."""
        super().mousePressEvent(event)
        self._toggle(self.indexAt(event.position().toPoint()))

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            row = index.row()
            self._facets.toggle(row)
            self.go_to(row)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for all rows."""
        return QSize(272, 400)
