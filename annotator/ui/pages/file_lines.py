"""The lines of a file as they are, with their numbers, and a bar in the label's colour where one is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from annotator.ui import fonts, theme
from annotator.ui.i18n import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.label import Label

_BAR: Final = 2.0
_STEP: Final = 5.0
_MOST_BARS: Final = 4
_SIDE: Final = 8


def named(line: str, labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Where a line names labels as a tag or in a field: (start, end, name), in order.

    In a line with tabs the words before the first are none of it; elsewhere only what stands in quotes or
    after a hyphen is, for labels are words that articles have as well.

    Args:
        line: of the file.
        labels: names, none empty.
    """
    if not labels:
        return []
    first = line.find("\t") + 1
    before = r'(?<=["\t|-])' if first else r'(?<!"kind":")(?<!"kind": ")(?:(?<=")|(?<=-))'
    names = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    found = re.finditer(rf'{before}(?:{names})(?=["\t |\[,;]|$)', line)
    return [(hit.start(), hit.end(), hit.group()) for hit in found if hit.start() >= max(first - 1, 0)]


class FileLines(QPlainTextEdit):
    """Lines that can be read and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFont(fonts.mono(13))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QPlainTextEdit,QPlainTextEdit:focus{border:0;padding:0}")
        self._sought = ""
        self._colours: dict[str, str] = {}
        self._marks: list[tuple[str, ...]] = []
        self._gutter = _Gutter(self)
        self._ink = _Ink(self.document())
        self.updateRequest.connect(lambda *_: self._gutter.update())

    def show_lines(self, lines: Sequence[str], labels: Sequence[Label]) -> None:
        """Show these lines; names of these labels get their colour."""
        self._colours = {label.name: label.colour for label in labels}
        names = list(self._colours)
        self._marks = [
            tuple(dict.fromkeys(name for _start, _end, name in named(line, names))) for line in lines
        ]
        self._ink.set_colours(self._colours)
        self._wrap(is_table=any("\t" in line for line in lines))
        self.setPlainText("\n".join(line.replace("\u2028", "\u240a").replace("\r", "") for line in lines))
        self._make_room()

    def _wrap(self, *, is_table: bool) -> None:
        """Columns stay under each other, however many there are; other lines go on below."""
        modes, bars = QPlainTextEdit.LineWrapMode, Qt.ScrollBarPolicy
        self.setLineWrapMode(modes.NoWrap if is_table else modes.WidgetWidth)
        self.setHorizontalScrollBarPolicy(bars.ScrollBarAsNeeded if is_table else bars.ScrollBarAlwaysOff)

    def show_first(self, words: str) -> None:
        """Scroll to the first line that holds these words if it is not in sight, now or once it is shown."""
        self._sought = words
        if self.isVisible():
            self._seek()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Scroll now, as the lines have their height."""
        super().showEvent(event)
        self._seek()

    def _seek(self) -> None:
        found = self.document().find(self._sought) if self._sought else QTextCursor()
        if not found.isNull() and self.cursorRect(found).bottom() > self.viewport().height():
            self.moveCursor(QTextCursor.MoveOperation.End)  # from below it comes to stand at the top
            self.setTextCursor(QTextCursor(found.block()))

    def marks(self, line: int) -> tuple[str, ...]:
        """Names of the labels that a line names, each once."""
        return self._marks[line] if line < len(self._marks) else ()

    def _make_room(self) -> None:
        numbers = fonts.width(number(max(1, self.blockCount())), fonts.interface(12, tabular=True))
        room = round(numbers + _STEP * _MOST_BARS + 2 * _SIDE)
        self.setViewportMargins(room, 0, 0, 0)
        self._gutter.setGeometry(0, 0, room, self.height())
        self._gutter.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep numbers beside lines."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the colours of another theme."""
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_ink"):
            self._ink.set_colours(self._colours)
        super().changeEvent(event)

    def paint_gutter(self, painter: QPainter) -> None:
        """Paint the number of each line in sight, and a bar for each label it names."""
        tokens = theme.current()
        painter.setFont(fonts.interface(12, tabular=True))
        right = self._gutter.width() - _STEP * _MOST_BARS - _SIDE
        block = self.firstVisibleBlock()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > self.height():
                return
            painter.setPen(QColor(tokens.muted))
            first = QRectF(0, box.top(), right, self.fontMetrics().lineSpacing())
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(first, int(align), number(block.blockNumber() + 1))
            for place, name in enumerate(self.marks(block.blockNumber())[:_MOST_BARS]):
                line = QColor(theme.colours_of(self._colours[name]).line)
                painter.fillRect(QRectF(right + _SIDE + place * _STEP, box.top(), _BAR, box.height()), line)
            block = block.next()


class _Gutter(QWidget):
    """The strip at the left of the lines."""

    def __init__(self, lines: FileLines) -> None:
        super().__init__(lines)
        self._lines = lines

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint what the lines say."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().page))
        self._lines.paint_gutter(painter)


class _Ink(QSyntaxHighlighter):
    """Writes the names of labels in their colour."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}

    def set_colours(self, colours: dict[str, str]) -> None:
        """Take other labels, or the colours of another theme."""
        self._formats = {}
        for name, colour in colours.items():
            shape = QTextCharFormat()
            shape.setForeground(QColor(theme.colours_of(colour).ink))
            self._formats[name] = shape
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        """Colour one line; Qt counts UTF-16 units."""
        wide = not text.isascii()
        for start, end, name in named(text, list(self._formats)):
            first, length = start, end - start
            if wide:
                first = len(text[:start].encode("utf-16-le")) // 2
                length = len(text[start:end].encode("utf-16-le")) // 2
            self.setFormat(first, length, self._formats[name])
