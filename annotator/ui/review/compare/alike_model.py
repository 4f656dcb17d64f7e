"""Clusters that would all get a ruling of one kind, each with a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor

from annotator.model.document import Status
from annotator.model.search import Hit
from annotator.ui import fonts, theme
from annotator.ui.density import Size
from annotator.ui.everywhere.candidate_rows import TICK_WIDTH, paint_tick_at
from annotator.ui.find.kwic import paint_kwic
from annotator.ui.models.one_column import OneColumnModel
from annotator.ui.parts.rows import RowDelegate, RowView, draw_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from annotator.model.learned import RuleCase
    from annotator.model.rulings import Alike
    from annotator.ui.models.one_column import Index

    Place = Alike | RuleCase
    """A cluster with the words around it."""

ALIKE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
TICK_ROLE: Final = Qt.ItemDataRole.UserRole + 2
ALIKE_ROW: Final = Size(30, 26)
_TITLE: Final = 200.0


class AlikeModel(OneColumnModel):
    """Places to tick; all are ticked at first, since each is the very same case.

    Signals:
        ticks_changed: another set is ticked.
    """

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Place] = []
        self._ticked: list[bool] = []

    def show_places(self, places: Sequence[Place]) -> None:
        """List these, all ticked."""
        self.beginResetModel()
        self._places, self._ticked = list(places), [True] * len(places)
        self.endResetModel()
        self.ticks_changed.emit()

    def chosen(self) -> list[Place]:
        """Those that are ticked."""
        return [place for place, on in zip(self._places, self._ticked, strict=True) if on]

    def toggle(self, row: int) -> None:
        """Tick a row, or not."""
        if 0 <= row < len(self._ticked):
            self._ticked[row] = not self._ticked[row]
            self._tell()

    def toggle_all(self) -> None:
        """Tick all; none when all are."""
        self._ticked = [not all(self._ticked)] * len(self._ticked)
        self._tell()

    def place_at(self, row: int) -> Place | None:
        """The place of a row."""
        return self._places[row] if 0 <= row < len(self._places) else None

    def _tell(self) -> None:
        self.announce_rows(0, len(self._places) - 1)
        self.ticks_changed.emit()

    def length(self) -> int:
        """The number of places."""
        return len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The place, its tick, or both in words."""
        place = self.place_at(index.row()) if index.isValid() else None
        if place is None:
            return None
        ticked = self._ticked[index.row()]
        if role == ALIKE_ROLE:
            return place
        if role == TICK_ROLE:
            return ticked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = f"{place.left}{place.words}{place.right}"
            return ", ".join((self.tr("ticked") if ticked else self.tr("not ticked"), place.title, words))
        return None


class AlikeDelegate(RowDelegate):
    """A tick, the document, the words in their context."""

    inset = 0

    def __init__(self, view: RowView) -> None:
        super().__init__(view)
        self.here = ""

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, area: QRectF
    ) -> None:
        tokens = theme.current()
        if self.is_chosen(option, index):
            painter.fillRect(area, QColor(tokens.selected if self._view.hasFocus() else tokens.pressed))
            painter.fillRect(QRectF(area.left(), area.top(), 2, area.height()), QColor(tokens.accent))

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:  # noqa: ARG002
        """Paint the place."""
        tokens, place = theme.current(), index.data(ALIKE_ROLE)
        mark = QRectF(area.left() + 20, area.center().y() - 8, 16, 16)
        paint_tick_at(painter, mark, on=index.data(TICK_ROLE))
        title = QRectF(area.left() + TICK_WIDTH, area.top(), _TITLE, area.height())
        is_here = place.document == self.here
        where = self.tr("this document") if is_here else place.title
        draw_words(painter, title, where, fonts.interface(12), tokens.text if is_here else tokens.muted)
        words = area.adjusted(TICK_WIDTH + _TITLE + 12, 0, -20, 0)
        paint_kwic(painter, words, _hit(place), {}, frame="solid")


def _hit(place: Place) -> Hit:
    """The place as a hit of a search, which rows in context are painted from."""
    cluster = place.cluster
    return Hit(
        place.document,
        place.title,
        Status.NEW,
        cluster.start,
        cluster.end,
        place.left,
        place.words,
        place.right,
    )
