"""Tags as chips over the field they are typed into: a comma makes one, a click takes one away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.model.tags import TAGS, tags_of
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import menu_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_GAP: Final = 4
_SHOWN: Final = 32
"""Characters of a long tag that its chip shows; all of it stands in the tool tip."""


class TagChips(QWidget):
    """The chips. What is still being typed in the field counts as a tag as well.

    Signals:
        changed: a chip came or went.
    """

    changed = Signal()

    def __init__(self, field: QLineEdit) -> None:
        """Show the tags that are typed into `field`."""
        super().__init__()
        self._field = field
        self._chips: list[Button] = []
        self._tags: tuple[str, ...] = ()
        field.textEdited.connect(self._take_typed)
        field.installEventFilter(self)
        self.hide()

    @property
    def tags(self) -> tuple[str, ...]:
        """The chips' tags and what is being typed, each once."""
        return _split([*self._tags, self._field.text()])

    def show_tags(self, tags: Sequence[str]) -> None:
        """Have these chips, and nothing typed."""
        self._field.clear()
        self._show(tuple(tags))

    def take(self, tag: str) -> None:
        """Make a chip of a tag; what was typed of it goes."""
        self._field.clear()
        self._show(_split([*self._tags, tag]))

    def _take_typed(self, text: str) -> None:
        """All but what stands after the last comma becomes chips."""
        ready, comma, rest = text.rpartition(",")
        if comma:
            self._show(_split([*self._tags, ready]))
            self._field.setText(rest.lstrip())

    def _show(self, tags: tuple[str, ...]) -> None:
        if tags == self._tags:
            return
        self._tags = tags
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(tag) for tag in tags]
        for chip in self._chips:
            chip.show()
        self._arrange()
        self.setVisible(bool(tags))
        self.changed.emit()

    def _chip(self, tag: str) -> Button:
        words = tag if len(tag) <= _SHOWN else f"{tag[:_SHOWN]}…"
        chip = Button(menu_words(words), icon="x", small=True, parent=self)
        chip.setAccessibleName(self.tr("Take away the tag %1").replace("%1", tag))
        chip.clicked.connect(lambda: self._take_away(tag))
        return chip

    def _take_away(self, tag: str) -> None:
        self._show(tuple(other for other in self._tags if other != tag))
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """Put the chips side by side, in as many lines as they need."""
        x, y, line = 0, 0, 0
        for chip in self._chips:
            size = chip.sizeHint()
            if x and x + size.width() > self.width():
                x, y = 0, y + line + _GAP
            chip.setGeometry(QRect(QPoint(x, y), size))
            x, line = x + size.width() + _GAP, size.height()
        self.setFixedHeight(y + line)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Follow the width."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Backspace in the empty field takes the last chip back into it, to be changed or deleted."""
        if self._tags and not self._field.text() and _is_backspace(event):
            last = self._tags[-1]
            self._show(self._tags[:-1])
            self._field.setText(last)
            return True
        return super().eventFilter(watched, event)


def _split(told: Sequence[str]) -> tuple[str, ...]:
    return tags_of({TAGS: ",".join(told)})


def _is_backspace(event: QEvent) -> bool:
    is_press = event.type() is QEvent.Type.KeyPress
    return is_press and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Backspace
