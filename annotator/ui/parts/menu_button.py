"""A word that opens a list below it: quiet, with a chevron."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from annotator.ui import fonts, icons, theme
from annotator.ui.parts.ground import follow_pointer, ground_of, paint_ground
from annotator.ui.parts.plain_label import plain_tip
from annotator.visible import visible

_SIDE = 8


class MenuButton(QToolButton):
    """A quiet button of an optional icon, a word and a chevron; the word is cut with "…" where room ends."""

    def __init__(
        self,
        text: str = "",
        *,
        weight: QFont.Weight = fonts.MEDIUM,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._words = text
        follow_pointer(self)
        self.setFont(fonts.interface(13, weight))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What it says, uncut."""
        return self._words

    def show_words(self, text: str, icon: str = "") -> None:
        """Say another word, with another icon."""
        self._words, self._icon = visible(" ".join(text.split())), icon
        self.setAccessibleName(self._words)
        self.setToolTip(plain_tip(self._words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Icon, word, chevron; 28 px high."""
        words = round(fonts.width(self._words, self.font()))
        return QSize(_SIDE + (24 if self._icon else 0) + words + 6 + 14 + _SIDE, 28)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for the chevron and a few letters."""
        return QSize(72, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint fill, icon, word and chevron."""
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, QRectF(self.rect()), ground_of(self))
        ink = tokens.text if self.isEnabled() else tokens.faint
        x = float(_SIDE)
        if self._icon:
            icons.paint(painter, self._icon, QRectF(x, (self.height() - 16) / 2, 16, 16), ink)
            x += 24
        room = self.width() - x - 6 - 14 - _SIDE
        shown = QFontMetrics(self.font()).elidedText(
            self._words, Qt.TextElideMode.ElideRight, round(room) + 1
        )
        painter.setPen(QColor(ink))
        painter.setFont(self.font())
        painter.drawText(QRectF(x, 0, room + 2, self.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
        chevron = x + min(room, fonts.width(shown, self.font())) + 6
        icons.paint(painter, "chevron-down", QRectF(chevron, (self.height() - 14) / 2, 14, 14), tokens.text2)
