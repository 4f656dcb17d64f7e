"""The question beside words that are to be pinned into the codebook: of which label, and so or not so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.panels.picker import place_beside
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.popover import PopoverFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.label import Label

WIDTH: Final = 460


class PinCard(PopoverFrame):
    """Asks what words are an example of.

    Signals:
        pinned: uid of the label, and whether it is a counter-example.
        closed: it went away.
    """

    pinned = Signal(str, bool)
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._words = ElidedLabel(size=15)
        self._of = PlainLabel(ink="muted")
        self._choice = Choice()
        self._so = Button(kind="primary", key="Return")
        self._not_so = Button(key="Shift+Return")
        self._so.clicked.connect(lambda: self._pin(counter=False))
        self._not_so.clicked.connect(lambda: self._pin(counter=True))
        self._title = PlainLabel(size=13, weight=fonts.SEMIBOLD)
        self._lay_out()
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, counter in ((("Return", "Enter"), False), (("Shift+Return", "Shift+Enter"), True)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self, context=within)
                shortcut.activated.connect(lambda counter=counter: self._pin(counter=counter))
        self.retranslate()
        self.hide()

    def open_at(self, words: str, label: str, labels: Sequence[Label], place: QRect, room: QRect) -> None:
        """Ask beside the words.

        Args:
            words: that are to be pinned.
            label: uid of the label that is likely meant, or "".
            labels: to choose from.
            place: of the words, in the window's coordinates.
            room: what the card must stay in.
        """
        self._words.setText(f"“{words}”")
        self._choice.clear()
        for each in labels:
            self._choice.addItem(each.name, each.uid)
        self._choice.setCurrentIndex(max(0, self._choice.findData(label)))
        size = QSize(min(WIDTH, room.width() - 16), self.sizeHint().height())
        self.setGeometry(QRect(place_beside(place, size, room), size))
        self.show()
        self.raise_()
        self._choice.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_card(self) -> None:
        """Go away without pinning."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title.setText(self.tr("Pin into the codebook"))
        self._of.setText(self.tr("is, for the label"))
        self._choice.setAccessibleName(self.tr("Label"))
        self._so.setText(self.tr("An example"))
        self._not_so.setText(self.tr("A counter-example"))
        self.setAccessibleName(self._title.text())

    def _lay_out(self) -> None:
        of = QHBoxLayout()
        of.setSpacing(8)
        of.addWidget(self._of)
        of.addWidget(self._choice)
        of.addStretch(1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self._so)
        acts.addWidget(self._not_so)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(of)
        column.addLayout(acts)

    def _pin(self, *, counter: bool) -> None:
        uid = self._choice.currentData()
        if self.isVisible() and uid:
            self.hide()
            self.pinned.emit(uid, counter)
            self.closed.emit()
