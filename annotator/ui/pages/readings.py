"""The question which encoding a text is in, answered by looking at its first real line in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.text.encoding_names import encoding_name
from annotator.ui import fonts, icons, theme
from annotator.ui.density import Size, density
from annotator.ui.models.span_model import one_line
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.rows import RADIUS, draw_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.models.import_model import Reading

_ROW = Size(52, 40)
_NAMES = 168


class ReadingRow(QAbstractButton):
    """One encoding and how the text begins in it."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading = reading
        self._line = one_line(reading.beginning)[:200]
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{encoding_name(reading.encoding)}: {self._line}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        density().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as a row of a list."""
        return QSize(400, _ROW.now)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, radio button, name and line."""
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        fill = tokens.selected if self.isChecked() else tokens.hover if self.underMouse() else ""
        if fill:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        self._paint_radio(painter, QRectF(14, area.center().y() - 8, 16, 16))
        name = QRectF(42, 0, _NAMES - 8, area.height())
        weight = fonts.MEDIUM if self.isChecked() else fonts.REGULAR
        encoding = encoding_name(self.reading.encoding)
        draw_words(painter, name, encoding, fonts.interface(13, weight), tokens.text)
        line = QRectF(42 + _NAMES, 0, area.width() - 42 - _NAMES - 14, area.height())
        ink = tokens.text if self.isChecked() else tokens.muted
        draw_words(painter, line, self._line, fonts.interface(15), ink)

    def _paint_radio(self, painter: QPainter, place: QRectF) -> None:
        tokens = theme.current()
        ring = place.adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(place)
            painter.setBrush(QColor(tokens.on))
            painter.drawEllipse(place.adjusted(5, 5, -5, -5))
        else:
            painter.setPen(QPen(QColor(tokens.control), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring)


class Readings(QWidget):
    """The question and its answers.

    Signals:
        chosen: the encoding that a person chose.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ReadingRow] = []
        self._group = QButtonGroup(self)
        self._question = PlainLabel(size=15, weight=fonts.SEMIBOLD)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 8)
        head.setSpacing(8)
        head.addWidget(_Alert())
        head.addWidget(self._question, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._answers)
        self.retranslate()

    def ask(self, readings: Sequence[Reading], chosen: str) -> None:
        """Offer these readings; `chosen` is the encoding in force, "" for none yet.

        The focus stays: an answer is asked about again with what came of it.
        """
        if [row.reading for row in self._rows] != list(readings):
            self._rebuild(readings)
        self._group.setExclusive(False)
        for row in self._rows:
            row.setChecked(row.reading.encoding == chosen)
        self._group.setExclusive(True)

    def _rebuild(self, readings: Sequence[Reading]) -> None:
        had_focus = any(row.hasFocus() for row in self._rows)
        old = self._rows
        self._rows = [ReadingRow(reading, self) for reading in readings]
        for row in self._rows:
            self._group.addButton(row)
            self._answers.addWidget(row)
            row.clicked.connect(lambda _checked=False, row=row: self.chosen.emit(row.reading.encoding))
            row.show()
        if had_focus and self._rows:
            self._rows[0].setFocus()
        for row in old:
            self._group.removeButton(row)
            self._answers.removeWidget(row)
            row.hide()
            row.deleteLater()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._question.setText(self.tr("How should these letters read?"))


class _Alert(QWidget):
    """The amber mark before a question."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(18, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        icons.paint(QPainter(self), "circle-alert", QRectF(1, 1, 16, 16), theme.current().warn)
