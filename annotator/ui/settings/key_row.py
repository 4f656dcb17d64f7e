"""One act with its keys as a row that opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.ui import fonts, theme
from annotator.ui.actions import plain_words
from annotator.ui.acts.act import Scope
from annotator.ui.density import Size
from annotator.ui.i18n import in_all_languages
from annotator.ui.parts.ground import follow_pointer, ground_of, paint_ground
from annotator.ui.parts.key_cap import HEIGHT, cap_width, key_text, paint_cap
from annotator.ui.settings.entries import folded
from annotator.ui.settings.key_editor import scope_words

if TYPE_CHECKING:
    from annotator.ui.acts.act import Act
    from annotator.ui.keymap import Keys

REACH: Final = 8
"""The highlight reaches so far out beyond the words, so that these stay on the page's left edge."""

_ROW: Final = Size(34, 28)


class KeyRow(QAbstractButton):
    """A row that is a button: name, where the keys work, the keys."""

    def __init__(self, act: Act, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.act = act
        self._caps: Keys = ()
        self._keys: Keys = ()
        self._note = ""
        self._haystack = ""
        follow_pointer(self)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def haystack(self) -> str:
        """What the search field looks into: its words in every language, its keys as shown and as typed."""
        if not self._haystack:
            sources = filter(None, (self.act.text.replace("&", ""), self.act.text, self.act.meaning))
            self._haystack = folded(" ".join(in_all_languages("Actions", source) for source in sources))
        typed = [*self._caps, *self._keys, *(key.replace("Return", "Enter") for key in self._keys)]
        return f"{self._haystack} {folded(' '.join(typed))}"

    def show_keys(self, keys: Keys, *, changed: bool) -> None:
        """Show these keys; `changed`: they are not the shipped ones."""
        self._keys = keys
        self._caps = tuple(dict.fromkeys(map(key_text, keys)))
        self.setText(plain_words(self.act.text))
        where = scope_words(self.act) if self.act.scope is not Scope.WINDOW else ""
        self._note = " · ".join(filter(None, (where, self.tr("changed") if changed else "")))
        none = self.tr("no key")
        self.setAccessibleName(f"{self.text()}: {', '.join(self._caps) or none}")
        self.setAccessibleDescription(self._note)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as a row is in the density in force."""
        return QSize(320, _ROW.now)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the row."""
        tokens = theme.current()
        painter = QPainter(self)
        ground = tokens.selected if self.isChecked() else ground_of(self)
        paint_ground(painter, QRectF(self.rect()), ground)
        right = float(self.width() - REACH)
        for cap in reversed(self._caps):
            right -= cap_width(cap)
            paint_cap(painter, QPointF(right, (self.height() - HEIGHT) / 2), cap)
            right -= 4
        taken = self._line(painter, REACH, right - 12, self.text(), 13, tokens.text)
        self._line(painter, REACH + taken + 12, right - 12, self._note, 12, tokens.muted)

    def _line(self, painter: QPainter, left: float, right: float, words: str, size: int, ink: str) -> float:
        if right <= left:
            return 0.0
        font = fonts.interface(size)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, right - left)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        room = QRectF(left, 0, right - left + 1, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        return metrics.horizontalAdvance(shown)
