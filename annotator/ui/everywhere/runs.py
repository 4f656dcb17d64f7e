"""A sentence of one line whose parts have their own weight and colour."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui import fonts, theme
from annotator.ui.parts.plain_label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFont

_PLACES: Final = re.compile("(%[1-9])")
_LEAST: Final = 440
"""Px that a sentence gets at least, if it needs them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a sentence.

    Attributes:
        words: plain text.
        ink: name of a token, or a colour "#rrggbb".
        is_strong: set in SemiBold.
    """

    words: str
    ink: str = "muted"
    is_strong: bool = False


def runs_of(template: str, parts: Mapping[str, Run]) -> list[Run]:
    """A translated sentence with "%1", "%2" … replaced by runs."""
    pieces = [piece for piece in _PLACES.split(template) if piece]
    return [parts.get(piece, Run(piece)) for piece in pieces]


class RunsLabel(QWidget):
    """Shows runs one after the other; strong ones are cut when room ends, the first one first.

    Where that is not enough the sentence ends with dots.
    """

    def __init__(self, size: int = 13, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._runs: tuple[Run, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def text(self) -> str:
        """The whole sentence."""
        return "".join(run.words for run in self._runs)

    def show_runs(self, runs: Sequence[Run], *, announced: bool = False) -> None:
        """Say a sentence; `announced` tells screen readers too."""
        self._runs = tuple(Run(" ".join(run.words.split("\n")), run.ink, run.is_strong) for run in runs)
        self.setAccessibleName(self.text)
        self.setToolTip(plain_tip(self.text))
        self.updateGeometry()
        self.update()
        if announced and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for all of it."""
        return QSize(round(sum(self._widths())) + 2, 22)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It may be cut, but key hints beside it go first."""
        return QSize(min(_LEAST, self.sizeHint().width()), 22)

    def _font(self, run: Run) -> QFont:
        return fonts.interface(self._size, fonts.SEMIBOLD if run.is_strong else fonts.REGULAR)

    def _widths(self) -> list[float]:
        return [QFontMetricsF(self._font(run)).horizontalAdvance(run.words) for run in self._runs]

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the runs."""
        widths = self._widths()
        too_much = sum(widths) - self.width()
        tokens, x = theme.current(), 0.0
        painter = QPainter(self)
        for run, width in zip(self._runs, widths, strict=True):
            room = width
            if too_much > 0 and run.is_strong:
                room = min(width, max(48.0, width - too_much - 1))
                too_much -= width - room
            room = min(room, self.width() - x)
            if room <= 0:
                return
            font = self._font(run)
            shown = run.words
            if room < width:
                shown = QFontMetricsF(font).elidedText(shown, Qt.TextElideMode.ElideRight, room)
                room = QFontMetricsF(font).horizontalAdvance(shown)
            painter.setFont(font)
            painter.setPen(QColor(run.ink if run.ink.startswith("#") else getattr(tokens, run.ink)))
            flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
            painter.drawText(QRectF(x, 0, room + 2, self.height()), flags, shown)
            x += room
