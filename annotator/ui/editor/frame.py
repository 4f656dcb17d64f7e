"""The article view in a frame that shows the keyboard focus.

The ring is drawn here, around the view: drawn in the viewport it would defeat scrolling by moving pixels
(0.6 ms a step became 3.5 ms).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.editor.accessibility import announce_caret, announce_span
from annotator.ui.tokens import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from annotator.model.span import Span
    from annotator.ui.editor.article_view import ArticleView
    from annotator.ui.tokens import Tokens

_RING: Final = 2
_RADIUS: Final = 6
_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class ArticleFrame(QWidget):
    """Holds an article view; shows a ring while it has the focus and got it by the keyboard."""

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = LIGHT
        self._has_ring = False
        self.view = view
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_RING, _RING, _RING, _RING)
        layout.addWidget(view)
        self.setFocusProxy(view)
        view.installEventFilter(self)
        view.selection_changed.connect(self._announce_caret)
        view.span_selected.connect(self._announce_span)

    @property
    def has_ring(self) -> bool:
        """Whether the focus ring is shown."""
        return self._has_ring

    def set_theme(self, tokens: Tokens) -> None:
        """Take the colours of a theme, for the view too."""
        self._tokens = tokens
        self.view.set_theme(tokens)
        self.update()

    def _announce_caret(self) -> None:
        announce_caret(self.view)

    def _announce_span(self, span: Span | None) -> None:
        announce_span(self.view, span)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Watches the view's focus come and go."""
        if isinstance(event, QFocusEvent) and watched is self.view:
            has_ring = event.type() == QEvent.Type.FocusIn and event.reason() in _KEYBOARD
            if event.reason() not in (
                Qt.FocusReason.PopupFocusReason,
                Qt.FocusReason.ActiveWindowFocusReason,
            ):
                self._has_ring = has_ring
                self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's signature)
        """The page's colour, and the ring."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._tokens.page))
        if self._has_ring:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._tokens.accent), _RING))
            half = _RING / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), _RADIUS, _RADIUS)
