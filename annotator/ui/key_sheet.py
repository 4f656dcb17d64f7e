"""The key sheet: all keys on one card, made from the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.actions import plain_words
from annotator.ui.catalogue import CATALOGUE, MENUS
from annotator.ui.fixed_keys import CARET, FIXED_KEYS
from annotator.ui.i18n import QT_TRANSLATE_NOOP
from annotator.ui.keymap import keys_of
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.key_cap import KeyCap, key_text
from annotator.ui.parts.overlay import Overlay
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.label import Label

WIDTH: Final = 960
LABELS_TITLE: Final = QT_TRANSLATE_NOOP("Actions", "Labels: the selection, or the selected span")
_COLUMNS: Final = 3


Row = tuple[str, tuple[str, ...]]
Groups = list[tuple[str, list[Row]]]


def sheet_groups(labels: Sequence[Label]) -> Groups:
    """All keys as (heading, [(what it does, its keys)]), in the order of the menus."""
    groups: Groups = []
    for menu, title in MENUS.items():
        rows = [
            (plain_words(act.text), tuple(dict.fromkeys(key_text(key) for key in keys_of(act))))
            for act in CATALOGUE
            if act.menu == menu and keys_of(act) and act.id != "help.keys_article"
        ]
        groups.append((plain_words(title), rows))
    fixed: dict[str, list[Row]] = {
        place: [(plain_words(key.text), (key.cap,)) for key in keys] for place, keys in FIXED_KEYS.items()
    }
    caret = fixed.pop(CARET)
    own: list[Row] = [(label.name, (label.key,)) for label in labels if label.key]
    return [
        (plain_words(LABELS_TITLE), own),
        (plain_words(CARET), caret),
        *(group for group in groups if group[1]),
        *((plain_words(place), rows) for place, rows in fixed.items()),
    ]


class KeySheet(Overlay):
    """The card with all keys, three columns wide."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, WIDTH, 72)
        self._labels: Sequence[Label] = ()
        self._title = PlainLabel(size=20, weight=fonts.SEMIBOLD)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setStyleSheet("QScrollArea{background:transparent}")
        column = QVBoxLayout(self.card)
        column.setContentsMargins(32, 24, 12, 24)
        column.setSpacing(16)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 20, 0)
        head.addWidget(self._title, 1)
        head.addWidget(KeyCap("Esc"))
        self._escape = PlainLabel(size=12, ink="muted")
        head.addWidget(self._escape)
        column.addLayout(head)
        column.addWidget(self._area, 1)

    def show_keys(self, labels: Sequence[Label]) -> None:
        """Open, with the keys of these labels."""
        self._labels = labels
        self._fill()
        self.open()

    def first_focus(self) -> QWidget:
        """The list, so that arrows and PageDown scroll it."""
        return self._area

    def card_height(self, room: int) -> int:
        """As high as its content, if there is room."""
        content = self._area.widget()
        layout = content.layout() if content is not None else None
        return min(room, 112 + (layout.totalHeightForWidth(WIDTH - 44) if layout is not None else 0))

    def _fill(self) -> None:
        self._title.setText(self.tr("All keys"))
        self._escape.setText(self.tr("close"))
        self._area.setAccessibleName(self.tr("All keys"))
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 20, 0)
        row.setSpacing(40)
        for column in _balanced(sheet_groups(self._labels)):
            row.addLayout(self._column(column), 1)
        self._area.setWidget(content)
        content.setAutoFillBackground(False)  # QScrollArea has switched it on

    def _column(self, groups: Groups) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        for title, rows in groups:
            column.addWidget(SectionHeading(title))
            grid = QGridLayout()
            grid.setContentsMargins(0, 0, 0, 20)
            grid.setHorizontalSpacing(4)
            grid.setVerticalSpacing(6)
            for place, (text, keys) in enumerate(rows):
                grid.addWidget(PlainLabel(text, wraps=True), place, 0)
                grid.addLayout(_caps(keys), place, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(0, 1)
            column.addLayout(grid)
        column.addStretch(1)
        return column

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange and self.isVisible():
            self._fill()
        super().changeEvent(event)


def _caps(keys: tuple[str, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    row.addStretch(1)
    for key in keys[:2]:
        row.addWidget(KeyCap(key))
    return row


def _balanced(groups: Groups) -> list[Groups]:
    """The groups in three columns of about the same height, in order."""
    total = sum(len(rows) + 2 for _, rows in groups)
    columns: list[Groups] = [[]]
    height = 0
    for group in groups:
        if height + (len(group[1]) + 2) / 2 > total / _COLUMNS * len(columns) and len(columns) < _COLUMNS:
            columns.append([])
        columns[-1].append(group)
        height += len(group[1]) + 2
    return columns
