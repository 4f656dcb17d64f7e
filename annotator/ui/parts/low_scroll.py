"""A part that is as high as it needs, and scrolls where there is less room, so that nothing overlaps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_LEAST = 60


class LowScroll(QScrollArea):
    """Shows one widget whole; in a low window by scrolling."""

    def __init__(self, shown: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(shown)
        shown.setMinimumWidth(1)  # beside the bar it is a little narrower than it would like
        shown.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Words in it wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As high as what it shows."""
        shown = self._shown
        return shown.heightForWidth(width) if shown.hasHeightForWidth() else shown.sizeHint().height()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as what it shows."""
        width = self.width()
        return QSize(self._shown.sizeHint().width(), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Low; as narrow as what it shows."""
        return QSize(self._shown.minimumSizeHint().width(), _LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Ask for another height when what it shows wants one."""
        if watched is self._shown and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
