"""The focus ring: one overlay of the window, shown only when the focus came by a key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QLineEdit, QWidget
from shiboken6 import isValid

from annotator.ui import theme

_GAP, _LINE = 2, 2
_REACH = _GAP + _LINE
OWN_RING = (QLineEdit, QComboBox, QAbstractScrollArea)
"""Widgets that show their focus themselves."""


class FocusRing(QWidget):
    """A ring of 2 px, 2 px outside the focused widget; the mouse goes through it.

    Qt does not tell a listener of `focusChanged` why the focus moved. The window knows: it calls `expect_key`
    right before it moves the focus because of Tab or a shortcut.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._target: QWidget | None = None
        self._by_key = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def expect_key(self, by_key: bool) -> None:
        """Say that the next moves of the focus come from a key, until told otherwise."""
        self._by_key = by_key

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._target is not None and isValid(self._target):  # with a dialog its buttons go
            self._target.removeEventFilter(self)
        self._target = None
        wanted = new is not None and self._by_key and not isinstance(new, OWN_RING)
        if wanted and new is not None and self.window().isAncestorOf(new):
            self._target = new
            new.installEventFilter(self)
            self._place()
        else:
            self.hide()

    def _place(self) -> None:
        if self._target is None:
            return
        corner = self._target.mapTo(self.window(), QPoint(0, 0))
        around = QRect(corner, self._target.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH)
        self.setGeometry(around)
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the focused widget when it moves or goes."""
        if watched is self._target:
            if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
                if self._target is not None and self._target.isVisible():  # what goes may still be moved
                    self._place()
            elif event.type() in (QEvent.Type.Hide, QEvent.Type.MouseButtonPress):
                self.hide()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().accent), _LINE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
