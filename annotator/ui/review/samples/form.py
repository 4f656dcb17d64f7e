"""What to draw: whose work, how many spans and documents; behind "More" the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.agreement.sampled import SampleWish
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.number_field import NumberField
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.review.samples.more import HEIGHT, MoreFields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from annotator.model.label import Label

_SPANS: Final = 200
_DOCUMENTS: Final = 10
_MOST: Final = 5000
_WIDTH: Final = 96


class SampleForm(QWidget):
    """Three fields, more of them folded away, and a button; Enter draws.

    Signals:
        wanted: a `SampleWish`.
        left: Escape.
    """

    wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whose = Choice()
        self.spans, self.documents = NumberField(1, _MOST), NumberField(0, _MOST)
        self.spans.setValue(_SPANS)
        self.documents.setValue(_DOCUMENTS)
        self.draw = Button(kind="primary")
        self.draw.clicked.connect(self._want)
        self._words = [PlainLabel(ink="text2") for _ in range(3)]
        self.more, self.more_button = MoreFields(), Button(kind="quiet")
        self.more_button.clicked.connect(self._fold)
        self.more.hide()
        self._fields: tuple[QWidget, ...] = (self.whose, self.spans, self.documents)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(12)
        for place, field in enumerate(self._fields):
            field.setMinimumWidth(_WIDTH)
            grid.addWidget(self._words[place], 0, place)
            grid.addWidget(field, 1, place)
        grid.addWidget(self.draw, 1, 3)
        grid.addWidget(self.more_button, 1, 4)
        for widget in (*self._fields, self.draw, self.more_button):
            widget.setFixedHeight(HEIGHT)
        grid.addWidget(self.more, 2, 0, 1, 6)
        grid.setColumnStretch(5, 1)

    def offer(self, people: Sequence[tuple[str, str]], labels: Sequence[Label]) -> None:
        """People whose work can be drawn from (uid, what they are called), and the labels of the corpus."""
        before = self.whose.currentData()
        self.whose.clear()
        for uid, name in people:
            self.whose.addItem(name, uid)
        self.whose.setCurrentIndex(max(0, self.whose.findData(before)))
        self.more.offer(labels)
        self.draw.setEnabled(bool(people))

    def _fold(self) -> None:
        """Show what hardly anybody changes, or hide it."""
        is_shown = self.more.isHidden()
        self.more.setVisible(is_shown)
        self.more_button.set_icon("chevron-up" if is_shown else "chevron-down")
        if is_shown:
            self.more.labels.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want(self) -> None:
        if not self.draw.isEnabled():
            return
        person = str(self.whose.currentData())
        self.wanted.emit(self.more.filled(SampleWish(person, self.spans.value(), self.documents.value())))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter draws, Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        names = (self.tr("Whose work"), self.tr("Spans"), self.tr("Documents"))
        for label, field, words in zip(self._words, self._fields, names, strict=True):
            label.setText(words)
            field.setAccessibleName(words)
        self.draw.setText(self.tr("Draw a sample"))
        self.more_button.setText(self.tr("More"))
        self.more_button.set_icon("chevron-down" if self.more.isHidden() else "chevron-up")
        for button in (self.draw, self.more_button):
            button.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
