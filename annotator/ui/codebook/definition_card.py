"""What the labels mean, shown beside the line being read, never over it, and never taking the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.codebook.rails_text import RailsText
from annotator.ui.keymap import key_of
from annotator.ui.parts.icon_label import IconLabel
from annotator.ui.parts.key_cap import KeyCap
from annotator.ui.parts.label_key import KeySquare
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.popover import PopoverFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.codebook import Codebook, Entry
    from annotator.model.label import Label

WIDTH: Final = 560
_GAP: Final = 10
_EXAMPLES: Final = 2
_WHOLE: Final = 8
"""Up to so many labels are shown with their whole definition; of more, the beginning."""


def card_place(line: QRect, room: QRect, wanted: int) -> QRect:
    """Where the card stands: at the foot of the room, or at its head when the line being read is low.

    Args:
        line: the line being read.
        room: what the card must stay in; both in the same coordinates.
        wanted: its height, if there is so much room beside the line.
    """
    above, below = line.top() - room.top() - 2 * _GAP, room.bottom() - line.bottom() - 2 * _GAP
    width = min(WIDTH, room.width() - 2 * _GAP)
    left = room.left() + (room.width() - width) // 2
    is_low = below < wanted and below < above
    height = max(0, min(wanted, above if is_low else below))
    top = room.top() + _GAP if is_low else room.bottom() - _GAP - height
    return QRect(left, top, width, height)


class DefinitionCard(PopoverFrame):
    """One label in full, or all of them in short."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._book: Codebook | None = None
        self._uid = ""
        self._family = fonts.INTERFACE
        self._where = (QRect(), QRect())
        self._body = QWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(self._body)
        self.hide()

    def show_labels(self, book: Codebook, uid: str, family: str, line: QRect, room: QRect) -> None:
        """Show what the labels mean.

        Args:
            book: of the open corpus.
            uid: the label that is asked about, "" for all.
            family: the article's own font, for examples.
            line: the line being read, in the window's coordinates.
            room: the article's place in the window.
        """
        self._book, self._uid, self._family = book, uid, family
        self._where = (line, room)
        self._fill()
        self.show()
        self.raise_()
        said = QAccessibleAnnouncementEvent(self, self.accessibleName())
        QAccessible.updateAccessibility(said)

    def move_from(self, line: QRect, room: QRect) -> None:
        """Keep out of the way of the line that is read now."""
        self._where = (line, room)
        self._place()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange and self._book is not None:
            self._fill()
        super().changeEvent(event)

    # ------------------------------------------------------------------ inside

    def _fill(self) -> None:
        layout, book = self.layout(), self._book
        if layout is None or book is None:
            return
        layout.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        entry = next((one for one in book.entries if one.label.uid == self._uid), None)
        labels = [one.label for one in book.entries]
        if entry is not None:
            self._fill_one(column, entry, labels)
        else:
            self._fill_all(column, book.entries)
        self._add_foot(column)
        layout.addWidget(self._body)
        self._body.show()
        self._place()

    def _fill_one(self, column: QVBoxLayout, entry: Entry, labels: Sequence[Label]) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(KeySquare(entry.label, edge=22))
        head.addWidget(ElidedLabel(entry.label.name, size=15, weight=fonts.SEMIBOLD), 1)
        column.addLayout(head)
        definition = entry.label.definition or self.tr("It has no definition yet.")
        column.addWidget(PlainLabel(definition, wraps=True))
        told = entry.guidance
        for caption, text in ((self.tr("Use when"), told.use_when), (self.tr("Avoid when"), told.avoid_when)):
            if text:
                column.addWidget(PlainLabel(caption, size=12, weight=fonts.SEMIBOLD, ink="text2"))
                column.addWidget(PlainLabel(text, wraps=True))
        for is_counter, icon, ink in ((False, "check", "ok"), (True, "x", "bad")):
            for one in [each for each in told.examples if each.is_counter is is_counter][:_EXAMPLES]:
                rails = RailsText(family=self._family)
                rails.set_example(one, entry.label, labels)
                line = QHBoxLayout()
                line.setSpacing(8)
                line.addWidget(IconLabel(icon, 14, ink), 0, Qt.AlignmentFlag.AlignTop)
                line.addWidget(rails, 1)
                column.addLayout(line)
        said = (entry.label.name, definition, told.use_when, told.avoid_when)
        self.setAccessibleName(". ".join(filter(None, said)))

    def _fill_all(self, column: QVBoxLayout, entries: Sequence[Entry]) -> None:
        for entry in entries:
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(KeySquare(entry.label), 0, Qt.AlignmentFlag.AlignTop)
            name = ElidedLabel(entry.label.name, weight=fonts.MEDIUM)
            name.setFixedWidth(120)
            line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            first = entry.label.definition.splitlines()[0] if entry.label.definition.strip() else "–"
            is_long = len(entries) > _WHOLE
            words = ElidedLabel if is_long else PlainLabel
            told = words(first, ink="text2")
            told.setWordWrap(not is_long)
            line.addWidget(told, 1)
            column.addLayout(line)
        self.setAccessibleName("; ".join(f"{one.label.name}: {one.label.definition}" for one in entries))

    def _add_foot(self, column: QVBoxLayout) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 6, 0, 0)
        foot.setSpacing(6)
        foot.addWidget(KeyCap(key_of("label.definitions")))
        words = self.tr("hold to look, press to keep or close; on a selected span only its label")
        foot.addWidget(ElidedLabel(words, size=12, ink="muted"), 1)
        column.addStretch(1)
        column.addLayout(foot)

    def _place(self) -> None:
        line, room = self._where
        layout = self.layout()
        if layout is None:
            return
        width = min(WIDTH, room.width() - 2 * _GAP)
        self.resize(width, self.height())
        layout.activate()
        wanted = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry(card_place(line, room, wanted))
