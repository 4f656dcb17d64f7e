"""How a person is painted in the list: initials, name and facts; layers, spans, last change at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.ui import fonts, theme
from annotator.ui.density import Size
from annotator.ui.parts.renaming import RenamingDelegate
from annotator.ui.parts.rows import draw_words, title_font
from annotator.ui.past.days import time_words
from annotator.ui.people.people_model import FACTS_ROLE, INITIALS_ROLE, PERSON_ROLE, PeopleModel

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from annotator.model.people import Person
    from annotator.ui.parts.rows import Index

ROW: Final = Size(56, 44)
_CIRCLE: Final = 32
_TEXT_LEFT: Final = 60
_COLUMNS: Final = (120, 110, 130)
"""px of last change, spans and documents, from the right."""
_NARROW: Final = 620
"""Below this width the last change is left out; below `_NARROWER` the documents too."""
_NARROWER: Final = 500


class PeopleDelegate(RenamingDelegate):
    """A row of the people."""

    inset = 0

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint initials, name with facts below, and the figures."""
        person: Person = index.data(PERSON_ROLE)
        tokens = theme.current()
        self._paint_initials(painter, area, str(index.data(INITIALS_ROLE)), is_at_desk=person.is_at_desk)
        left = self._paint_figures(painter, area.adjusted(0, 0, -16, 0), index, person)
        inner = QRectF(area.left() + _TEXT_LEFT, area.top(), left - area.left() - _TEXT_LEFT - 12, 0)
        middle = area.center().y()
        name, facts = (QRectF(inner.left(), top, inner.width(), 18) for top in (middle - 18, middle + 1))
        draw_words(painter, name, person.annotator.name, title_font(chosen=chosen), tokens.text)
        draw_words(painter, facts, str(index.data(FACTS_ROLE)), fonts.interface(12), tokens.muted)

    def _paint_initials(self, painter: QPainter, area: QRectF, letters: str, *, is_at_desk: bool) -> None:
        tokens = theme.current()
        circle = QRectF(area.left() + 14, area.center().y() - _CIRCLE / 2, _CIRCLE, _CIRCLE)
        painter.setPen(QPen(QColor(tokens.accent), 2) if is_at_desk else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1) if is_at_desk else circle)
        draw_words(
            painter,
            circle,
            letters,
            fonts.interface(12, fonts.SEMIBOLD),
            tokens.text2,
            Qt.AlignmentFlag.AlignHCenter,
        )

    def _paint_figures(self, painter: QPainter, area: QRectF, index: Index, person: Person) -> float:
        """Paint the columns that there is room for; where they begin."""
        model = index.model()
        if not isinstance(model, PeopleModel):
            return area.right()
        changed = time_words(person.changed) if person.changed else ""
        told = [changed, model.spans(person), model.documents(person)]
        shown = [area.width() >= _NARROW, True, area.width() >= _NARROWER]
        figures, ink, right = fonts.interface(13, tabular=True), theme.current().muted, area.right()
        for words, width, is_shown in zip(told, _COLUMNS, shown, strict=True):
            if is_shown:
                column = QRectF(right - width, area.top(), width, area.height())
                draw_words(painter, column, words, figures, ink, Qt.AlignmentFlag.AlignRight)
                right -= width
        return right

    # ------------------------------------------------------------------ renaming in place

    def field_words(self) -> str:
        """Told to screen readers."""
        return self.tr("New name")

    def name_of(self, index: Index) -> str:
        """The name as it is."""
        person: Person = index.data(PERSON_ROLE)
        return person.annotator.name

    def name_edges(self, row: QRect) -> tuple[int, int]:
        """Up to the figures, but 240 px at least."""
        right = max(row.left() + 240, row.right() - sum(_COLUMNS))
        return row.left() + _TEXT_LEFT - 9, right
