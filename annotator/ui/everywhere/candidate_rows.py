"""How a place of the same words is painted: tick, document, the words in their context, what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyle, QStyleOptionButton

from annotator.ui import fonts, icons, theme
from annotator.ui.density import Size
from annotator.ui.everywhere.candidate_model import LINE_ROLE, Heading
from annotator.ui.everywhere.grouping import PROPOSED, Group, Row
from annotator.ui.find.kwic import paint_kwic, title_room
from annotator.ui.i18n import number
from annotator.ui.parts.rows import RowDelegate, RowView, draw_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from annotator.model.label import Label
    from annotator.ui.everywhere.candidate_model import Line
    from annotator.ui.find.kwic import Frame
    from annotator.ui.parts.rows import Index

HIT_ROW: Final = Size(30, 26)
TICK_WIDTH: Final = 48
"""Where a click ticks: from the row's left edge to here."""

_TITLE: Final = 220.0
_TITLE_NARROW: Final = 130.0
_NARROW: Final = 820.0
_NOTE: Final = 170.0


def paint_tick_at(painter: QPainter, area: QRectF, *, on: bool) -> None:
    """Paint a tick box of 16 px in the middle of `area`."""
    option = QStyleOptionButton()
    option.rect = QRect(round(area.left()), round(area.top()), round(area.width()), round(area.height()))
    option.state = QStyle.StateFlag.State_Enabled
    option.state |= QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
    theme.paint_tick(painter, option)


class CandidateDelegate(RowDelegate):
    """A heading or a place of the list.

    Attributes:
        labels: by uid.
        label: the one that is given.
    """

    inset = 0

    def __init__(self, view: RowView) -> None:
        super().__init__(view)
        self.labels: Mapping[str, Label] = {}
        self.label: Label | None = None
        self._room_of_notes = 0.0

    def make_room(self, rows: Sequence[Row]) -> None:
        """Leave as much room for notes as these rows need: words in context are worth more."""
        notes, font = {self.note(row) for row in rows}, fonts.interface(12)
        self._room_of_notes = min(
            _NOTE, max((fonts.width(note, font) for note in notes if note), default=0.0)
        )

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, area: QRectF
    ) -> None:
        """The current row is filled from edge to edge, with the bar of a pinned list."""
        if isinstance(index.data(LINE_ROLE), Heading):
            return
        tokens, state = theme.current(), option.state
        if state & QStyle.StateFlag.State_Selected:
            has_focus = self._view.hasFocus()
            painter.fillRect(area, QColor(tokens.selected if has_focus else tokens.pressed))
            painter.fillRect(QRectF(area.left(), area.top(), 2, area.height()), QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(tokens.hover))

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:  # noqa: ARG002
        """Paint a heading, or a place."""
        line: Line = index.data(LINE_ROLE)
        if isinstance(line, Heading):
            self._paint_heading(painter, area, line)
        else:
            self._paint_place(painter, area, line)

    def _paint_heading(self, painter: QPainter, area: QRectF, line: Heading) -> None:
        tokens = theme.current()
        place = area.adjusted(20, 4, -20, 0)
        width = draw_words(painter, place, line.words, fonts.interface(12, fonts.SEMIBOLD), tokens.text2)
        count = place.adjusted(width + 6, 0, 0, 0)
        draw_words(painter, count, number(line.count), fonts.interface(12, tabular=True), tokens.muted)

    def _paint_place(self, painter: QPainter, area: QRectF, row: Row) -> None:
        tokens, small = theme.current(), fonts.interface(12)
        mark = QRectF(area.left() + 20, area.center().y() - 8, 16, 16)
        if row.can_tick:
            paint_tick_at(painter, mark, on=row.is_ticked)
        else:
            icons.paint(painter, "check", mark, tokens.muted)
        title = title_room(area.width(), _TITLE) if area.width() >= _NARROW else _TITLE_NARROW
        where = QRectF(area.left() + TICK_WIDTH, area.top(), title, area.height())
        draw_words(painter, where, self.where(row), small, tokens.text if row.is_here else tokens.muted)
        note, room = self.note(row), area.right() - 20
        if note:
            place = QRectF(room - self._room_of_notes, area.top(), self._room_of_notes, area.height())
            draw_words(painter, place, note, small, tokens.muted, Qt.AlignmentFlag.AlignRight)
        left, right = where.right() + 12, room - (self._room_of_notes + 12 if self._room_of_notes else 0)
        words = QRectF(left, area.top(), right - left, area.height())
        free = 0.0 if note else room - right
        paint_kwic(
            painter, words, row.first.hit, self.labels, frame=_frame(row), label=self.label, beyond=free
        )

    def where(self, row: Row) -> str:
        """In which document, or in how many."""
        count = len(row.places)
        if count > 1 and not row.is_here:
            words = QCoreApplication.translate("CandidateDelegate", "%1 like this")
            return f"{words.replace('%1', number(count))} · {row.first.hit.title}"
        here = QCoreApplication.translate("CandidateDelegate", "this document")
        where = here if row.is_here else row.first.hit.title
        return f"{where} × {number(count)}" if count > 1 else where

    def note(self, row: Row) -> str:
        """What stands there already."""
        hit = row.first.hit
        if row.first.span_uid is not None and row.first.label in self.labels:
            return self.labels[row.first.label].name
        over = [span for span in hit.spans if span.start < hit.end and span.end > hit.start]
        if row.group not in (Group.NESTED, Group.TOUCHING) or not over:
            return ""
        longest = max(over, key=lambda span: span.end - span.start)
        name = self.labels[longest.label].name if longest.label in self.labels else ""
        if longest.start <= hit.start and hit.end <= longest.end:
            return QCoreApplication.translate("CandidateDelegate", "inside %1").replace("%1", name)
        if hit.start <= longest.start and longest.end <= hit.end:
            return QCoreApplication.translate("CandidateDelegate", "around %1").replace("%1", name)
        return QCoreApplication.translate("CandidateDelegate", "touches %1").replace("%1", name)

    def tip(self, index: Index) -> str:
        """Title and context."""
        line: Line = index.data(LINE_ROLE)
        if isinstance(line, Heading):
            return ""
        hit = line.first.hit
        return f"{hit.title}: {' '.join((hit.left + hit.match + hit.right).split())}"


def _frame(row: Row) -> Frame:
    if row.group in PROPOSED and row.first.span_uid is None:
        return "proposed"
    return "plain" if row.first.span_uid is not None else "solid"
