"""The keys that rule on a cluster, in two columns; each is a button too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from annotator.ui import fonts, theme
from annotator.ui.parts.ground import follow_pointer, ground_of, paint_ground
from annotator.ui.parts.key_cap import HEIGHT, cap_width, key_text, paint_cap
from annotator.ui.parts.label_key import SQUARE, paint_square
from annotator.ui.parts.plain_label import plain_tip
from annotator.ui.parts.rows import draw_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from annotator.model.label import Label

_ROW: Final = 30
REACH: Final = 8
"""Px that the ground of a button under the pointer reaches further out than its cap."""


@dataclass(frozen=True, slots=True)
class KeyDeed:
    """A key and what it does.

    Attributes:
        keys: as caps show them; none where a label's own square is shown.
        words: what it does.
        do: does it; None where only the keyboard can (edges).
        is_possible: whether it can be done now.
        label: whose square is shown in place of caps.
    """

    keys: tuple[str, ...]
    words: str
    do: Callable[[], None] | None = None
    is_possible: bool = True
    label: Label | None = None


class KeyGrid(QWidget):
    """Key deeds in columns, line by line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self.buttons: list[KeyButton] = []

    def show_deeds(self, deeds: Sequence[KeyDeed], *, columns: int = 2) -> None:
        """Show these; buttons that are there already are used again."""
        while len(self.buttons) < len(deeds):
            self.buttons.append(KeyButton())
            self._columns = 0
        if columns != self._columns:
            self._columns = columns
            for place, button in enumerate(self.buttons):
                self._grid.addWidget(button, place // columns, place % columns)
            for column in range(2):
                self._grid.setColumnStretch(column, int(column < columns))
        for button, deed in zip(self.buttons, deeds, strict=False):
            button.show_deed(deed)
        shown = self.buttons[: len(deeds)]
        for column in range(self._columns):
            own = shown[column :: self._columns]
            room = max((button.caps_width for button in own), default=0.0)
            for button in own:
                button.set_caps_room(room)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(deeds))


class KeyButton(QToolButton):
    """Caps and a word; a click does what the key does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deed = KeyDeed((), "")
        self._caps_room = 0.0
        follow_pointer(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._do)

    def show_deed(self, deed: KeyDeed) -> None:
        """Show another key and word."""
        self._deed = deed
        self.setText(deed.words.replace("&", "&&"))
        keys = " ".join(deed.keys) or (deed.label.key if deed.label else "")
        self.setAccessibleName(f"{deed.words} ({keys})" if keys else deed.words)
        self.setEnabled(deed.is_possible)
        self.setToolTip(plain_tip(deed.words))
        self.update()

    @property
    def deed(self) -> KeyDeed:
        """What it shows."""
        return self._deed

    def _do(self) -> None:
        if self._deed.do is not None:
            self._deed.do()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Caps and words."""
        words = fonts.width(self._deed.words, fonts.interface(13))
        return QSize(round(max(self.caps_width, self._caps_room) + 10 + words) + 2 * REACH, _ROW)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The words may be cut; the tool tip then has them."""
        return QSize(round(self.caps_width) + 40, _ROW)

    @property
    def caps_width(self) -> float:
        """Px that its caps take."""
        if self._deed.label is not None:
            return float(SQUARE)
        return sum(cap_width(key_text(key)) + 4 for key in self._deed.keys) - 4 * bool(self._deed.keys)

    def set_caps_room(self, room: float) -> None:
        """Let the words begin behind so many px for caps, as those of its neighbours do."""
        self._caps_room = room
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, caps, words."""
        tokens = theme.current()
        painter = QPainter(self)
        if self._deed.do is not None:
            paint_ground(painter, QRectF(self.rect()), ground_of(self))
        x, top = float(REACH), (self.height() - HEIGHT) / 2
        if self._deed.label is not None:
            paint_square(painter, QPointF(x, top), self._deed.label)
        for key in self._deed.keys:
            x += paint_cap(painter, QPointF(x, top), key_text(key)) + 4
        left = REACH + max(self.caps_width, self._caps_room) + 10
        words = QRectF(left, 0, self.width() - left, self.height())
        ink = tokens.text2 if self.isEnabled() else tokens.faint
        draw_words(painter, words, self._deed.words, fonts.interface(13), ink)
