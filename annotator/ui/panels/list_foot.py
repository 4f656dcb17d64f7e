"""The foot of the document list: how much is done, and the way to what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.density import Size, density
from annotator.ui.i18n import number
from annotator.ui.keymap import key_of
from annotator.ui.parts.bars import ProgressBar
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEFT, _BETWEEN, _RIGHT = 16, 8, 8
_ABOVE, _BELOW = Size(6, 4), Size(12, 8)


class ProgressFoot(QWidget):
    """How much is done, as "4 of 11 done", the key to the next one, and a bar.

    In a narrow panel it is "4 / 11", then the key goes. While something is searched for it is "1 of 11 fit".

    Signals:
        next_wanted: the open document is done, the next one to do is wanted: what Ctrl+Enter does.
    """

    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._total = 0, 0
        self._fitting: int | None = None
        self._words = PlainLabel(size=12, weight=fonts.MEDIUM, tabular=True)
        self._next = Button(kind="quiet", small=True)
        self._next.setFont(fonts.interface(12))
        self._next.clicked.connect(self.next_wanted)
        self._bar = ProgressBar()
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout()
        line.setSpacing(_BETWEEN)
        line.addWidget(self._words, 1)
        line.addWidget(self._next)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addLayout(line)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 8, 0)
        bar.addWidget(self._bar)
        column.addLayout(bar)
        self._space()
        density().changed.connect(self._space)
        self.retranslate()

    def _space(self) -> None:
        """Set the distances of the density in force."""
        self._column.setContentsMargins(_LEFT, _ABOVE.now, _RIGHT, _BELOW.now)

    def set_counts(self, done: int, total: int) -> None:
        """Show how many of how many are done."""
        self._done, self._total = done, total
        self._bar.set_part(done, total)
        self.retranslate()

    def set_fitting(self, fitting: int | None) -> None:
        """Say how many documents fit what is searched for; None: nothing is searched for."""
        self._fitting = fitting
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        is_whole = self._fitting is None
        words = self.tr("{done} of {total} done") if is_whole else self.tr("{shown} of {total} fit")
        self._words.setAccessibleName(self._said(words))
        self._next.setText(self.tr("done, next"))
        self._next.setEnabled(self._done < self._total)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as the panel wants."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _said(self, words: str) -> str:
        shown = number(self._fitting or 0)
        told = words.replace("{done}", number(self._done)).replace("{shown}", shown)
        return told.replace("{total}", number(self._total))

    def _fit(self) -> None:
        """The longest words that fit beside the button; the key is the first to go, for menus tell it too."""
        whole, short = (
            self._words.accessibleName(),
            self._said("{done} / {total}" if self._fitting is None else "{shown} / {total}"),
        )
        room = self.width() - _LEFT - _RIGHT - _BETWEEN
        full = key_of("label.done")
        for words, key in ((whole, full), (short, full), (whole, ""), (short, "")):
            self._next.set_key(key)
            self._words.setText(words)
            if fonts.width(words, self._words.font()) + 2 + self._next.sizeHint().width() <= room:
                break
