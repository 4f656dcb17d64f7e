"""The line that narrows the overview: class, label, pair, what is to decide, words of the title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from annotator.model.review import Difference
from annotator.ui.parts.buttons import IconButton
from annotator.ui.parts.search_field import SearchField
from annotator.ui.review.filter_choices import FilterChoices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from annotator.model.document import Annotator
    from annotator.model.label import Label
    from annotator.model.review import ReviewFilter

_PAUSE: Final = 150
_WIDEST: Final = 220
_ON: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class FilterLine(QWidget):
    """Chosen once, it holds for Compare too; only the words of the title are the overview's own.

    Signals:
        chosen: another `ReviewFilter`.
        narrowed: other words are searched, or what has nothing to decide is shown or not.
        left: Escape was pressed, or the cross: the line is to go.
        entered: Enter or Down in the search field: on to the rows.
    """

    chosen = Signal(object)
    narrowed = Signal()
    left = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField()
        self.choices = FilterChoices([kind for kind in Difference if kind is not Difference.AGREE], self)
        self.open_only = QCheckBox()
        self.close_button = IconButton("x")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 28, 12)
        row.setSpacing(8)
        self.search.setMinimumWidth(110)
        row.addWidget(self.search, 1)
        for box in self.choices.boxes:
            box.setMinimumWidth(72)
            box.setMaximumWidth(_WIDEST)
            row.addWidget(box)
        row.addSpacing(8)
        row.addWidget(self.open_only)
        row.addWidget(self.close_button)

    def _connect(self) -> None:
        self.choices.changed.connect(self.chosen)
        self.open_only.toggled.connect(self.narrowed)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self.narrowed)
        self.close_button.clicked.connect(self.left)

    @property
    def words(self) -> str:
        """What is searched in titles."""
        return self.search.text()

    @property
    def is_narrow(self) -> bool:
        """Whether fewer than all documents or differences may be shown."""
        return self.choices.chosen.is_narrow or bool(self.words.strip()) or self.open_only.isChecked()

    def offer(self, labels: Sequence[Label], people: Sequence[Annotator]) -> None:
        """Offer these labels and pairs of these people."""
        self.choices.offer(labels, [(person.uid, person.name) for person in people])
        self.choices.pair.setVisible(len(people) > 2)

    def show_filter(self, chosen: ReviewFilter) -> None:
        """Show what was chosen elsewhere; nothing is told."""
        self.choices.show_filter(chosen)

    def clear(self) -> None:
        """Narrow nothing any more."""
        self.search.clear()
        self._pause.stop()
        self.open_only.setChecked(False)
        self.choices.clear()
        self.narrowed.emit()

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.choices.retranslate()
        self.search.set_placeholder(self.tr("Search the titles"))
        self.open_only.setText(self.tr("Only to decide"))
        self.close_button.set_name(self.tr("Show everything again"), "Esc")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ON and self.search.hasFocus():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
