"""The command palette: every act, label and document by a few typed letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.text.fold import Folded, fold
from annotator.text.rulers import Ruler
from annotator.ui import fonts, icons, theme
from annotator.ui.density import Size
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.icon_label import IconLabel
from annotator.ui.parts.key_cap import HEIGHT, KeyCap, cap_width, paint_cap
from annotator.ui.parts.label_key import SQUARE, paint_square
from annotator.ui.parts.overlay import Overlay
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.label import Label

WIDTH: Final = 640
TOP: Final = 112
ROW: Final = Size(40, 36)
HEADING: Final = 32
_MOST_ROWS_SEEN: Final = 9

ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette, or a heading when it does nothing.

    Attributes:
        words: what it is called.
        run: what choosing it does; None for a heading.
        meaning: a few words more, "" for none.
        key: its key as shown, "" for none.
        icon: Lucide name, "" for none.
        label: shown as its key square instead of an icon.
        enabled: whether it is possible now.
        also: other words under which it is found (its English name and meaning).
    """

    words: str
    run: Callable[[], None] | None = None
    meaning: str = ""
    key: str = ""
    icon: str = ""
    label: Label | None = None
    enabled: bool = True
    also: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry with the stretches of its words that were typed."""

    entry: Entry
    marks: tuple[tuple[int, int], ...] = ()


def find(query: str, entries: Sequence[Entry]) -> list[Found]:
    """The entries that hold every typed word, without regard to case and marks, the best first.

    Best is: the name is the query, then it begins with it as a whole word, then it has it as a whole word,
    then it begins with it, then a word of it does, then it holds it, then its English name begins with it,
    then only its meaning or English name holds it; within that a name with all typed words in their order,
    then what is possible before what is not, then the given order.
    """
    typed = fold(query).split()
    if not typed:
        return [Found(entry) for entry in entries]
    ranked: list[tuple[int, bool, int, Found]] = []
    for place, entry in enumerate(entries):
        match = _match(typed, entry)
        if match is not None:
            ranked.append((match[0], not entry.enabled, place, Found(entry, match[1])))
    return [row[-1] for row in sorted(ranked, key=lambda row: row[:-1])]


def _match(typed: Sequence[str], entry: Entry) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    folded = Folded(entry.words)
    marks: list[tuple[int, int]] = []
    phrase = " ".join(typed)
    rank = -1 if folded.text.rstrip("… ") == phrase else 0
    for word in typed:
        place = _best_place(folded.text, word)
        if place >= 0:
            marks.append(folded.source(place, place + len(word)))
            rank = max(rank, _rank(folded.text, word, place)) if rank >= 0 else rank
        elif word in (more := fold(f"{entry.also} {entry.meaning}")):
            rank = max(rank, 5 if more.startswith(word) else 6)
        else:
            return None
    return 2 * rank + (phrase not in folded.text), tuple(sorted(marks))


def _rank(text: str, word: str, place: int) -> int:
    """How well a word stands in a name, 0 the best."""
    if _whole(text, word) == place:
        return 0 if place == 0 else 1
    return 2 if place == 0 else 3 if text[place - 1].isspace() else 4


def _best_place(text: str, word: str) -> int:
    if (whole := _whole(text, word)) >= 0:
        return whole
    if text.startswith(word):
        return 0
    at_word = text.find(f" {word}")
    return at_word + 1 if at_word >= 0 else text.find(word)


def _whole(text: str, word: str) -> int:
    """Where the word stands as a whole one first, -1 for nowhere."""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
    return found.start() if found else -1


class _Rows(QAbstractListModel):
    """The lines shown now."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Found] = []

    def set_rows(self, rows: list[Found]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        found = self.rows[index.row()]
        if role == ENTRY_ROLE:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return found.entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(filter(None, (found.entry.words, found.entry.meaning, found.entry.key)))
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        usable = self.rows[index.row()].entry.run is not None
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if usable else Qt.ItemFlag.NoItemFlags


class _Delegate(QStyledItemDelegate):
    """Paints a line: icon, words with the typed letters SemiBold, meaning, key."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        heading = index.data(ENTRY_ROLE).entry.run is None
        return QSize(WIDTH, HEADING if heading else ROW.now)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found: Found = index.data(ENTRY_ROLE)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if found.entry.run is None:
            self._paint_heading(painter, area, found.entry.words)
        else:
            lit = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_ground(
                painter, area, lit=lit, hovered=bool(option.state & QStyle.StateFlag.State_MouseOver)
            )
            self._paint_row(painter, area, found)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRectF, words: str) -> None:
        painter.setFont(fonts.interface(12, fonts.SEMIBOLD))
        painter.setPen(QColor(theme.current().text2))
        painter.drawText(area.adjusted(20, 6, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_ground(self, painter: QPainter, area: QRectF, *, lit: bool, hovered: bool) -> None:
        if lit or hovered:
            tokens = theme.current()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected if lit else tokens.hover))
            painter.drawRoundedRect(area.adjusted(8, 0, -8, 0), 6, 6)

    def _paint_row(self, painter: QPainter, area: QRectF, found: Found) -> None:
        tokens, entry = theme.current(), found.entry
        middle = area.center().y()
        if entry.label is not None:
            paint_square(painter, QPointF(area.x() + 20, middle - SQUARE / 2), entry.label)
        elif entry.icon:
            ink = tokens.text2 if entry.enabled else tokens.faint
            icons.paint(painter, entry.icon, QRectF(area.x() + 20, middle - 9, 18, 18), ink)
        right = area.right() - 20
        if entry.key:
            right -= cap_width(entry.key)
            paint_cap(painter, QPointF(right, middle - HEIGHT / 2), entry.key)
            right -= 12
        x = area.x() + 50
        x += _paint_words(painter, QRectF(x, area.y(), right - x, area.height()), found) + 12
        if entry.meaning and right - x > 40:
            painter.setFont(fonts.interface(12))
            painter.setPen(QColor(tokens.muted if entry.enabled else tokens.faint))
            room = QRectF(x, area.y(), right - x, area.height())
            shown = painter.fontMetrics().elidedText(
                entry.meaning, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)


def _paint_words(painter: QPainter, room: QRectF, found: Found) -> float:
    """Paint the words with the marked stretches SemiBold; the width in px they took."""
    tokens = theme.current()
    shown = _cut(found.entry.words, room.width())
    layout = QTextLayout(shown, fonts.interface(13))
    marked: list[QTextLayout.FormatRange] = []
    ruler = Ruler(shown)
    for start, end in found.marks:
        if end <= len(shown):
            piece = QTextLayout.FormatRange()
            piece.start = ruler.to_u16(start)
            piece.length = ruler.to_u16(end) - piece.start
            bold = QTextCharFormat()
            bold.setFont(fonts.interface(13, fonts.SEMIBOLD))
            piece.format = bold
            marked.append(piece)
    layout.setFormats(marked)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    painter.setPen(QColor(tokens.text if found.entry.enabled else tokens.faint))
    layout.draw(painter, QPointF(room.x(), room.y() + (room.height() - line.height()) / 2))
    return line.naturalTextWidth()


def _cut(words: str, width: float) -> str:
    return QFontMetricsF(fonts.interface(13, fonts.MEDIUM)).elidedText(
        words, Qt.TextElideMode.ElideRight, width
    )


class CommandPalette(Overlay):
    """The palette over its scrim.

    Signals:
        documents_wanted: what was typed, without the "@" that asks for documents alone; answer with
            `show_documents`.
        keys_wanted: "?" was typed.
    """

    documents_wanted = Signal(str)
    keys_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, WIDTH, TOP)
        self._commands: list[Entry] = []
        self._labels: list[Entry] = []
        self._model = _Rows()
        self._field = QLineEdit()
        self._view = QListView()
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self._field.setProperty("bare", "true")
        self._field.setFont(fonts.interface(15))
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._view.setModel(self._model)
        self._view.setItemDelegate(_Delegate(self._view))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setMouseTracking(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.viewport().setAutoFillBackground(False)
        self._view.setStyleSheet("QListView{background:transparent}")
        self._view.clicked.connect(self._run)
        self._escape_words, self._foot_words = (
            PlainLabel(size=12, ink="muted"),
            [PlainLabel(size=12, ink="muted") for _ in range(5)],
        )
        column = QVBoxLayout(self.card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(Hairline())
        column.addWidget(self._view, 1)
        column.addWidget(Hairline())
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(6)
        row.addWidget(IconLabel("search", 18))
        row.addSpacing(6)
        row.addWidget(self._field, 1)
        row.addWidget(KeyCap("Esc"))
        row.addWidget(self._escape_words)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 11, 20, 11)
        row.setSpacing(4)
        caps = (("↑", "↓"), ("↵",), (), ("@",), ("#",), ("?",))
        words = iter(self._foot_words)
        for keys in caps:
            if not keys:
                row.addStretch(1)
                continue
            for key in keys:
                row.addWidget(KeyCap(key))
            row.addWidget(next(words))
            row.addSpacing(8)
        return row

    def set_entries(self, commands: Sequence[Entry], labels: Sequence[Entry]) -> None:
        """Offer these commands and labels."""
        self._commands, self._labels = list(commands), list(labels)

    def show_documents(self, typed: str, entries: Sequence[Entry]) -> None:
        """Show the documents found for what was typed, if that still stands in the field.

        Without "@" they come below what is listed already, and the lit line stays lit.
        """
        documents = (self.tr("Documents"), [Found(entry) for entry in entries])
        if self._field.text() == f"@{typed}":
            self._show([documents])
        elif self._field.text() == typed and entries:
            lit = self._view.currentIndex().row()
            self._show([*self._fitting(typed), documents])
            if lit > 0:
                self._light(lit)

    def open_with(self, text: str = "") -> None:
        """Open with this in the field."""
        self._field.setText(text)
        self._search(text)
        self.open()
        self._field.setCursorPosition(len(text))

    def first_focus(self) -> QWidget:
        """The field."""
        return self._field

    def card_height(self, room: int) -> int:
        """As high as its rows need, nine at most."""
        shown = self._model.rows[: _MOST_ROWS_SEEN + 1]
        rows = sum(HEADING if found.entry.run is None else ROW.now for found in shown)
        return min(room, 58 + rows + 8 + 42)

    def rows(self) -> list[Found]:
        """What is listed now, headings too."""
        return list(self._model.rows)

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802
        """Move and choose by keys while the focus stays in the field."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._answer(event)
        return super().eventFilter(self, event)

    def _answer(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _MOST_ROWS_SEEN,
            Qt.Key.Key_PageUp: -_MOST_ROWS_SEEN,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._move(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._view.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        usable = [place for place, found in enumerate(self._model.rows) if found.entry.run is not None]
        if usable:
            now = self._view.currentIndex().row()
            at = usable.index(now) if now in usable else -1
            self._light(usable[max(0, min(len(usable) - 1, at + step))])

    def _light(self, row: int) -> None:
        index = self._model.index(row)
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index)

    def _search(self, text: str) -> None:
        if text == "?":
            self.dismiss()
            self.keys_wanted.emit()
        elif text.startswith("@"):
            self.documents_wanted.emit(text[1:])
        elif text.startswith("#"):
            self._show([(self.tr("Labels"), find(text[1:], self._labels))])
        else:
            self._show(self._fitting(text))
            if text.strip():
                self.documents_wanted.emit(text)

    def _fitting(self, text: str) -> list[tuple[str, list[Found]]]:
        """Commands and labels that fit what was typed; without any words all commands."""
        labels = find(text, self._labels) if text.strip() else []
        return [(self.tr("Commands"), find(text, self._commands)), (self.tr("Labels"), labels)]

    def _show(self, groups: list[tuple[str, list[Found]]]) -> None:
        rows: list[Found] = []
        for heading, found in groups:
            if found:
                rows += [Found(Entry(heading)), *found]
        self._model.set_rows(rows or [Found(Entry(self.tr("Nothing found")))])
        self._move(1)
        if self.isVisible():
            self._cover()

    def _run(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        entry = self._model.rows[index.row()].entry
        if entry.run is not None and entry.enabled:
            self.dismiss()
            entry.run()

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self._field.setPlaceholderText(self.tr("Search or run a command"))
        self._field.setAccessibleName(self._field.placeholderText())
        self._view.setAccessibleName(self.tr("Commands"))
        self._escape_words.setText(self.tr("close"))
        texts = (self.tr("move"), self.tr("run"), self.tr("document"), self.tr("label"), self.tr("keys"))
        for label, text in zip(self._foot_words, texts, strict=True):
            label.setText(text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
