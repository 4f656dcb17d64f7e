"""A row of words to filter a list by, each with its count: "All 11  To do 7  Done 4"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from annotator.ui import fonts, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = 4
_BETWEEN, _BETWEEN_NARROW = 16, 8


class FilterWord(QAbstractButton):
    """One word with its count; the chosen one is set in Medium and full ink."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = ""
        self._counted = True
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, word: str, count: str) -> None:
        """Show another word and count; an empty count is not shown."""
        self._count = count
        self.setText(word)
        self.setAccessibleName(f"{word} {count}".strip())
        self.updateGeometry()
        self.update()

    def show_count(self, shown: bool) -> None:
        """Show the count beside the word, or only tell it to screen readers."""
        self._counted = shown
        self.updateGeometry()
        self.update()

    def width_of(self, *, counted: bool) -> int:
        """So wide it is with or without its count; in Regular as in Medium, so that nothing moves."""
        word = fonts.width(self.text(), fonts.interface(12, fonts.MEDIUM))
        shown = counted and self._count
        count = _GAP + fonts.width(self._count, fonts.interface(12, tabular=True)) if shown else 0
        return round(word + count) + 2

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as what it shows."""
        return QSize(self.width_of(counted=self._counted), 24)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint word and count."""
        tokens = theme.current()
        painter = QPainter(self)
        lit = self.isChecked() or self.underMouse()
        font = fonts.interface(12, fonts.MEDIUM if self.isChecked() else fonts.REGULAR)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text if lit else tokens.text2))
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(self.rect()), flags, self.text())
        painter.setFont(fonts.interface(12, tabular=True))
        painter.setPen(QColor(tokens.muted))
        left = fonts.width(self.text(), font) + _GAP
        if self._counted:
            painter.drawText(QRectF(self.rect()).adjusted(left, 0, 0, 0), flags, self._count)


class FilterRow(QWidget):
    """Exactly one of its words is chosen. Where there is no room for the counts, the last ones go first.

    Signals:
        chosen: the key of the word that a person chose.
    """

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = {key: FilterWord(self) for key in keys}
        group = QButtonGroup(self)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        for key, word in self._words.items():
            group.addButton(word)
            row.addWidget(word)
            word.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
        row.addStretch(1)
        self._words[keys[0]].setChecked(True)

    @property
    def current(self) -> str:
        """The key of the chosen word."""
        return next(key for key, word in self._words.items() if word.isChecked())

    def choose(self, key: str) -> None:
        """Choose a word without telling."""
        self._words[key].setChecked(True)

    def set_words(self, key: str, word: str, count: str = "") -> None:
        """Name a word and its count."""
        self._words[key].set_words(word, count)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for all counts."""
        return QSize(self._needed(_BETWEEN), 24)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for the words."""
        return QSize(self._needed(_BETWEEN_NARROW, counted=0), 24)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Drop the counts, or bring them back."""
        super().resizeEvent(event)
        self._fit()

    def _needed(self, between: int, *, counted: int | None = None) -> int:
        """Its width in px with the counts of the first `counted` words; None: of all."""
        words = self._words.values()
        most = len(words) if counted is None else counted
        widths = (word.width_of(counted=place < most) for place, word in enumerate(words))
        return sum(widths) + between * (len(words) - 1)

    def _fit(self) -> None:
        fitting = (
            counted
            for counted in range(len(self._words), 0, -1)
            if self._needed(_BETWEEN_NARROW, counted=counted) <= self.width()
        )
        counted = next(fitting, 0)
        roomy = self._needed(_BETWEEN, counted=counted) <= self.width()
        self._row.setSpacing(_BETWEEN if roomy else _BETWEEN_NARROW)
        for place, word in enumerate(self._words.values()):
            word.show_count(place < counted)
