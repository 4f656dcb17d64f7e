"""Push buttons with their key cap, and icon buttons."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from annotator.ui import fonts, icons, theme
from annotator.ui.parts.ground import follow_pointer, ground_of, paint_ground
from annotator.ui.parts.key_cap import HEIGHT, cap_width, key_text, paint_cap
from annotator.ui.parts.plain_label import plain_tip

Kind = Literal["primary", "none", "quiet"]


class Button(QPushButton):
    """A push button that may show an icon before its word and the cap of its key after it.

    Its text stays the plain word, so that screen readers do not read the key as part of the name.
    """

    def __init__(
        self,
        text: str = "",
        *,
        kind: Kind = "none",
        key: str = "",
        icon: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make the button.

        Args:
            text: the word on it.
            kind: "primary" for the one filled button of a screen, "quiet" for one without edge.
            key: its key sequence ("Ctrl+O"), shown as a cap; the key itself is bound by the action.
            icon: Lucide name or "".
            small: 28 px high instead of 32.
            parent: Qt's.
        """
        super().__init__(text, parent)
        self._kind = kind
        self._key = key_text(key)
        self._icon = icon
        self.setProperty("kind", kind)
        self.setProperty("small", "true" if small else "false")
        self.setFont(fonts.interface(13, fonts.MEDIUM))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_kind(self, kind: Kind) -> None:
        """Be the filled button of the screen, or no longer."""
        if kind != self._kind:
            self._kind = kind
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
            self.updateGeometry()
            self.update()

    @property
    def key(self) -> str:
        """What its cap shows, "" without one."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key_text(key)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon, "" for none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for icon, word and cap."""
        hint = super().sizeHint()
        padding = 18 if self._kind == "quiet" else 26
        return QSize(round(padding + self._content_width()), hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A button is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the frame by the style, icon, word and cap on it."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        x = (self.width() - self._content_width()) / 2
        ink = self._ink()
        if self._icon:
            icons.paint(painter, self._icon, QRectF(x, (self.height() - 16) / 2, 16, 16), ink)
            x += 24
        painter.setPen(ink)
        painter.setFont(self.font())
        words = self._words_width()
        area = QRectF(x, 0, words + 2, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(area, int(flags), self.text())
        if self._key:
            self._paint_cap(painter, QPointF(x + words + 8, (self.height() - HEIGHT) / 2))

    def _paint_cap(self, painter: QPainter, place: QPointF) -> None:
        tokens = theme.current()
        if self._kind != "primary" or not self.isEnabled():
            paint_cap(painter, place, self._key)
            return
        fill = QColor(0, 0, 0, 41) if tokens.is_dark else QColor(255, 255, 255, 51)
        paint_cap(painter, place, self._key, fill=fill, ink=QColor(tokens.on))

    def _ink(self) -> QColor:
        tokens = theme.current()
        if not self.isEnabled():
            return QColor(tokens.faint)
        inks = {"primary": tokens.on, "quiet": tokens.text2, "none": tokens.text}
        return QColor(inks[self._kind])

    def _words_width(self) -> float:
        return fonts.width(self.text().replace("&&", "\0").replace("&", "").replace("\0", "&"), self.font())

    def _content_width(self) -> float:
        icon = (24 if self.text() else 16) if self._icon else 0
        cap = 8 + cap_width(self._key) if self._key else 0
        return icon + self._words_width() + cap


class IconButton(QToolButton):
    """A square button that is only an icon; tool tip and screen readers tell its name and key."""

    def __init__(
        self, icon: str, name: str = "", *, edge: int = 28, size: int = 18, parent: QWidget | None = None
    ) -> None:
        """Make the button.

        Args:
            icon: Lucide name.
            name: what it does, for tool tip and screen readers.
            edge: width and height in px.
            size: the icon's edge in px.
            parent: Qt's.
        """
        super().__init__(parent)
        self._icon, self._size = icon, size
        follow_pointer(self)
        self.setFixedSize(edge, edge)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(name)

    def set_name(self, name: str, key: str = "") -> None:
        """Say what it does and by which key."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(f"{name}  ·  {key_text(key)}" if key else name))

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint fill and icon."""
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isCheckable() and self.isChecked() and not self.isDown()
        paint_ground(painter, QRectF(self.rect()), tokens.sunken if is_on else ground_of(self))
        ink = tokens.text2 if self.isEnabled() else tokens.faint
        left, top = (self.width() - self._size) / 2, (self.height() - self._size) / 2
        icons.paint(painter, self._icon, QRectF(left, top, self._size, self._size), ink)
