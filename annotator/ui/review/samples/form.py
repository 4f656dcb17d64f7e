"""What to draw: whose work, how many spans and documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.agreement.sampled import SampleWish
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.number_field import NumberField
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from annotator.model.document import Annotator

_SPANS: Final = 200
_DOCUMENTS: Final = 10
_MOST: Final = 5000


class SampleForm(QWidget):
    """Three fields and a button; Enter draws.

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
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(12)
        self._fields: tuple[QWidget, ...] = (self.whose, self.spans, self.documents)
        for place, field in enumerate(self._fields):
            grid.addWidget(self._words[place], 0, place)
            grid.addWidget(field, 1, place)
        grid.addWidget(self.draw, 1, 3)
        grid.setColumnStretch(4, 1)
        self.retranslate()

    def offer(self, people: Sequence[Annotator]) -> None:
        """People whose work can be drawn from."""
        self.whose.clear()
        for person in people:
            self.whose.addItem(person.name, person.uid)
        self.draw.setEnabled(bool(people))

    def _want(self) -> None:
        person = str(self.whose.currentData())
        self.wanted.emit(SampleWish(person, self.spans.value(), self.documents.value()))

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
        self.draw.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
