"""The keys of the corpus's own labels, bound while the article has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence, QPainter, QPixmap

from annotator.ui.parts.label_key import paint_square

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.model.label import Label


class LabelActions(QObject):
    """One QAction a label.

    Signals:
        chosen: uid of the label whose key was pressed or whose menu line was chosen.
    """

    chosen = Signal(str)

    def __init__(self, article: QWidget) -> None:
        super().__init__(article)
        self._article = article
        self.actions: list[QAction] = []
        self._labels: list[Label] = []

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Bind the keys of these labels instead of those before; most documents that open have the same."""
        if list(labels) == self._labels:
            return
        for action in self.actions:
            self._article.removeAction(action)
            action.deleteLater()
        self._labels = list(labels)
        self.actions = [self._make(label) for label in labels]

    def set_enabled(self, enabled: bool) -> None:
        """Allow labelling or not."""
        for action in self.actions:
            action.setEnabled(enabled)

    def recolour(self) -> None:
        """Draw the key squares in the theme in force."""
        for label, action in zip(self._labels, self.actions, strict=True):
            action.setIcon(_square_icon(label))

    def _make(self, label: Label) -> QAction:
        action = QAction(label.name.replace("&", "&&"), self)
        action.setProperty("label", label.uid)
        action.setIcon(_square_icon(label))
        if label.key:
            action.setShortcut(QKeySequence(label.key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setAutoRepeat(False)  # a key held down holds the label for the mouse
        action.triggered.connect(lambda _checked=False, uid=label.uid: self.chosen.emit(uid))
        self._article.addAction(action)
        return action


def _square_icon(label: Label) -> QIcon:
    icon = QIcon()
    for ratio in (1.0, 2.0):
        image = QPixmap(round(16 * ratio), round(16 * ratio))
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint_square(painter, QPointF(0, 0), label, 16)
        painter.end()
        icon.addPixmap(image)
    return icon
