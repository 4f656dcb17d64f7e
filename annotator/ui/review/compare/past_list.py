"""What was ruled on a cluster in time, the newest first; each earlier ruling can be restored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN: Final = 18


@dataclass(frozen=True, slots=True)
class PastContent:
    """What is said of one ruling.

    Attributes:
        says: what was ruled, in words.
        taken: the words that went into gold with their label, "" for none.
        who: who ruled, by which way, and when.
        why: category and reason, "" for none.
        key: figure that restores it; "" where nothing can be restored.
        is_current: whether it stands so now.
    """

    says: str
    taken: str
    who: str
    why: str
    key: str
    is_current: bool = False


class PastList(QWidget):
    """The rulings, each on a few lines.

    Signals:
        restore_wanted: key of the ruling that shall be in force again.
    """

    restore_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_BETWEEN)

    def show_rulings(self, contents: Sequence[PastContent]) -> None:
        """Show these, in this order."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for content in contents:
            self._column.addWidget(self._row(content))

    def _row(self, content: PastContent) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._head(content))
        for words, ink in ((content.taken, "text"), (content.who, "muted"), (content.why, "text2")):
            if words:
                column.addWidget(
                    PlainLabel(words, size=13 if words == content.taken else 12, ink=ink, wraps=True)
                )
        return row

    def _head(self, content: PastContent) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        says = PlainLabel(content.says, weight=fonts.MEDIUM, wraps=True)
        says.setMinimumHeight(28)  # as high as a button, so that all rows have one rhythm
        head.addWidget(says, 1, Qt.AlignmentFlag.AlignVCenter)
        if content.is_current:
            head.addWidget(PlainLabel(self.tr("in force"), size=12, ink="muted"))
        elif content.key:
            head.addWidget(self._button(content), 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _button(self, content: PastContent) -> Button:
        button = Button(self.tr("Restore"), kind="quiet", key=content.key, small=True)
        button.setAccessibleDescription(f"{content.says}, {content.who}")
        button.clicked.connect(partial(self.restore_wanted.emit, content.key))
        return button
