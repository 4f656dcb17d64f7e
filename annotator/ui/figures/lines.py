"""Places in texts as two-line rows: the words in their line, below them the title of their document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from annotator.model.document import Status
from annotator.ui import fonts, theme
from annotator.ui.density import Size
from annotator.ui.models.one_column import OneColumnModel
from annotator.ui.parts.label_key import paint_dot
from annotator.ui.parts.rows import RowDelegate, RowView, draw_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFont, QPainter
    from PySide6.QtWidgets import QWidget

    from annotator.model.figures import FoundSpan
    from annotator.model.label import Label
    from annotator.ui.parts.rows import Index

ROW: Final = Size(44, 40)
_LINE: Final = 20
_LEFT_PART: Final = 0.36
PLACE_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class PlaceModel(OneColumnModel):
    """Places in texts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: list[FoundSpan] = []
        self.labels: Mapping[str, Label] = {}

    def set_places(self, places: Sequence[FoundSpan], labels: Mapping[str, Label]) -> None:
        """Show these places; labels by uid."""
        self.beginResetModel()
        self._places, self.labels = list(places), labels
        self.endResetModel()

    def place_at(self, row: int) -> FoundSpan | None:
        """The place of a row, or None."""
        return self._places[row] if 0 <= row < len(self._places) else None

    def places(self) -> list[FoundSpan]:
        """All of them."""
        return list(self._places)

    def length(self) -> int:
        """The number of places."""
        return len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The place for the delegate, its words for the reader."""
        place = self.place_at(index.row()) if index.isValid() else None
        if place is None:
            return None
        if role == PLACE_ROLE:
            return place
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = " ".join(f"{place.left}{place.match}{place.right}".split())
            return f"{words} · {place.title}" if words else place.title
        return None


class PlaceDelegate(RowDelegate):
    """Paints the line with the words in it, and the title below."""

    inset = 0

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint both lines, and the dot of the label before the title."""
        place: FoundSpan = index.data(PLACE_ROLE)
        tokens = theme.current()
        inner = area.adjusted(8, 2, -8, -2)
        first = QRectF(inner.left(), inner.top(), inner.width(), _LINE)
        title = QRectF(inner.left(), inner.bottom() - 18, inner.width(), 16)
        if not place.match:
            weight = fonts.MEDIUM if chosen else fonts.REGULAR
            draw_words(painter, inner, place.title, fonts.interface(13, weight), tokens.text)
            return
        _draw_line(painter, first, place)
        model = index.model()
        assert isinstance(model, PlaceModel)  # noqa: S101  (tells the type)
        label = model.labels.get(place.label)
        if label is not None:
            paint_dot(painter, QPointF(title.left() + 4, title.center().y()), label)
            title.setLeft(title.left() + 14)
        if place.status is Status.DONE:
            done = self.tr("done")
            room = fonts.width(done, fonts.interface(12)) + 12
            draw_words(
                painter,
                title.adjusted(title.width() - room + 12, 0, 0, 0),
                done,
                fonts.interface(12),
                tokens.muted,
            )
            title.setRight(title.right() - room)
        draw_words(painter, title, place.title, fonts.interface(12), tokens.muted)


def _draw_line(painter: QPainter, area: QRectF, place: FoundSpan) -> None:
    """What stands before is cut at its beginning, so that the words are always in sight."""
    tokens, font = theme.current(), fonts.interface(13)
    strong = fonts.interface(13, fonts.MEDIUM)
    left, match, right = (" ".join(part.split()) for part in (place.left, place.match, place.right))
    left = f"{left} " if left and place.left[-1:].isspace() else left
    right = f" {right}" if right and place.right[:1].isspace() else right
    shown = _end_of(left, font, area.width() * _LEFT_PART)
    draw_words(painter, area, shown, font, tokens.muted)
    x = area.left() + fonts.width(shown, font)
    for words, face, ink in ((match, strong, tokens.text), (right, font, tokens.muted)):
        room = area.right() - x
        if room > 12:
            draw_words(painter, QRectF(x, area.top(), room, area.height()), words, face, ink)
            x += fonts.width(words, face)


def _end_of(words: str, font: QFont, room: float) -> str:
    """The last words that fit, "…" before them where some had to go."""
    shown = words
    while fonts.width(shown, font) > room and " " in words.rstrip():
        words = words.partition(" ")[2]
        shown = f"… {words}"
    return QFontMetricsF(font).elidedText(shown, Qt.TextElideMode.ElideLeft, room)


class PlaceList(RowView):
    """A list of places; a click or Enter chooses one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ROW, parent)
        self.rows = PlaceModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(PlaceDelegate(self))

    @property
    def needed(self) -> int:
        """How high all rows are, px."""
        return max(1, self.rows.length()) * ROW.now
