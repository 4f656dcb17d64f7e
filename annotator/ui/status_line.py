"""The status line: whether all is saved, where one is, and the few keys that work now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.ui import fonts, theme
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.icon_label import IconLabel
from annotator.ui.parts.key_cap import HEIGHT, cap_width, paint_cap
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Sequence

LINE_HEIGHT: Final = 28
MOST_HINTS: Final = 5
READING_TIME: Final = 4000
"""Milliseconds that an answer to what the person did stays at least, so that it can be read."""
_ROOM_BESIDE: Final = 720
"""Px that the state and five keys need beside what is said."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key, or a few, and what it does now; `keys` are shown one cap each."""

    keys: tuple[str, ...]
    words: str


class Hints(QWidget):
    """Key caps with a word each in one row; those that do not fit are left out, the last ones first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: tuple[Hint, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show at most five."""
        self._hints = tuple(hints[:MOST_HINTS])
        self.setAccessibleName("; ".join(f"{' '.join(hint.keys)}: {hint.words}" for hint in self._hints))
        self.updateGeometry()
        self.update()

    @property
    def hints(self) -> tuple[Hint, ...]:
        """What is shown."""
        return self._hints

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for all of them."""
        return QSize(round(sum(_width_of(hint) for hint in self._hints)), LINE_HEIGHT - 1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """They may be cut away."""
        return QSize(0, LINE_HEIGHT - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint what fits, right-aligned."""
        shown = list(self._hints)
        while shown and sum(_width_of(hint) for hint in shown) > self.width() + 1:
            shown.pop()
        painter = QPainter(self)
        x = self.width() - sum(_width_of(hint) for hint in shown)
        for hint in shown:
            _paint_hint(painter, x, self.height(), hint)
            x += _width_of(hint)


_GAP: Final = 18.0


def _width_of(hint: Hint) -> float:
    caps = sum(cap_width(key) + 4 for key in hint.keys)
    return _GAP + caps + 2 + fonts.width(hint.words, fonts.interface(12))


def _paint_hint(painter: QPainter, x: float, height: int, hint: Hint) -> None:
    x += _GAP
    for key in hint.keys:
        x += paint_cap(painter, QPointF(x, (height - HEIGHT) / 2), key) + 4
    painter.setFont(fonts.interface(12))
    painter.setPen(QColor(theme.current().muted))
    painter.drawText(QRectF(x + 2, 0, 400, height), int(Qt.AlignmentFlag.AlignVCenter), hint.words)


class StatusLine(Surface):
    """The line at the foot of the window.

    Attributes:
        reading: runs while what was told last must stay.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.setFixedHeight(LINE_HEIGHT)
        self._mark = IconLabel("lock")
        self._state = PlainLabel(size=12, ink="text2")
        self._job = PlainLabel(size=12, ink="text2", tabular=True)
        self.job_button = _JobButton()
        self._where = ElidedLabel(size=12, ink="muted")
        self.hints = Hints()
        self._next: str | None = None
        self.reading = QTimer(self, singleShot=True, interval=READING_TIME)
        self.reading.timeout.connect(self._go_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(0)
        row.addWidget(self._mark)
        row.addSpacing(6)
        row.addWidget(self._state)
        row.addSpacing(16)
        row.addWidget(self._job)
        row.addWidget(self.job_button)
        row.addWidget(self._where, 1)
        self.show_job("")
        row.addWidget(self.hints)

    @property
    def state(self) -> str:
        """What it says of saving."""
        return self._state.text()

    @property
    def where(self) -> str:
        """What it says of the selection, or of what just happened."""
        return self._where.text()

    def show_state(self, words: str, icon: str, ink: str, *, announced: bool = False) -> None:
        """Say whether all is saved; `announced` tells screen readers too."""
        self._mark.set_icon(icon, ink)
        self._state.setText(words)
        self._state.set_ink("text2" if ink in ("ok", "muted") else ink)
        self._state.setAccessibleName(words)
        if announced:
            _announce(self._state)

    def show_where(self, words: str, *, at_once: bool = False) -> None:
        """Say where one is: `at_once`, or as soon as what was told last could be read."""
        self._next = words
        if at_once or not self.reading.isActive():
            self._go_on()

    def tell(self, words: str) -> None:
        """Say what just happened, for long enough to be read, to screen readers too."""
        if words != self.where:
            self._say(words)
            _announce(self._where)
        if fonts.width(words, fonts.interface(12)) > self.width() - _ROOM_BESIDE:
            self.hints.hide()  # an answer is read to its end; the keys come back after it
        self.reading.start()

    def also(self, words: str) -> None:
        """Say what nobody asked for: behind what was told last, if that is still to be read."""
        self.tell(f"{self.where} {words}" if self.reading.isActive() else words)

    def _say(self, words: str) -> None:
        self._where.setText(words)
        self._where.setAccessibleName(words)

    def _go_on(self) -> None:
        self.reading.stop()
        self.hints.show()
        if self._next is not None:
            self._say(self._next)
            self._next = None

    @property
    def job(self) -> str:
        """What it says of long work, "" without any."""
        return self._job.text()

    def show_job(self, words: str, act: str = "") -> None:
        """Say how far long work is, or what it brought; `act` names what the button beside it does."""
        self._job.setText(words)
        self._job.setAccessibleName(words)
        self._job.setVisible(bool(words))
        self.job_button.setText(act.replace("&", "&&"))
        self.job_button.setVisible(bool(act))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and hairline."""
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(theme.current().line))


class _JobButton(Button):
    """A quiet button as high as the line."""

    def __init__(self) -> None:
        super().__init__(kind="quiet", small=True)
        self.setFont(fonts.interface(12, fonts.MEDIUM))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:  # noqa: N802
        """No higher than the line."""
        return QSize(super().sizeHint().width() + 12, LINE_HEIGHT - 1)


def _announce(widget: QWidget) -> None:
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
