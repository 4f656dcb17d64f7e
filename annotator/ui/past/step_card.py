"""The chosen act, open in place: what was before, what is after, and the ways back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from annotator.model.past import Thing
from annotator.ui import theme
from annotator.ui.i18n import number, sentence
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.past.past_words import PastWords

if TYPE_CHECKING:
    from annotator.messages import Message
    from annotator.model.past import Detail, PastSpan, StepDetails

_SHOWN: Final = 3
"""Things of which both sides are shown; of more things only the first."""
_LISTED: Final = 6
_SIDE: Final = 52
_RADIUS: Final = 10


class StepCard(QWidget):
    """Details of one act with its three buttons.

    Signals:
        undo_only_wanted: undo this and nothing else.
        bring_back_wanted: bring the document back to right after this.
        undo_from_wanted: undo this and all after it in the document.
    """

    undo_only_wanted = Signal()
    bring_back_wanted = Signal()
    undo_from_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details: StepDetails | None = None
        self._of_document = False
        self._is_writable = True
        self._grid = QGridLayout()
        self._grid.setColumnMinimumWidth(0, _SIDE)
        self._grid.setColumnStretch(1, 1)
        self._grid.setVerticalSpacing(4)
        self._only = Button(key="Return", small=True)
        self._back = Button(kind="quiet", key="Shift+Return", small=True)
        self._from = Button(kind="quiet", key="Alt+Return", small=True)
        self._only.clicked.connect(self.undo_only_wanted)
        self._back.clicked.connect(self.bring_back_wanted)
        self._from.clicked.connect(self.undo_from_wanted)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(4)
        for button in (self._only, self._back):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addLayout(self._grid)
        column.addLayout(self._row)
        column.addWidget(self._from, 0, Qt.AlignmentFlag.AlignLeft)
        self._retranslate()
        self._offer()

    def show_details(self, details: StepDetails, *, of_document: bool, is_writable: bool) -> None:
        """Show what an act did; `of_document`: a document is open that it was on."""
        self._details, self._of_document, self._is_writable = details, of_document, is_writable
        self._clear()
        self._fill(details)
        self._offer()

    def may(self, button: str) -> bool:
        """Whether "only", "back" or "from" can be wanted now."""
        return {"only": self._only, "back": self._back, "from": self._from}[button].isEnabled()

    def _offer(self) -> None:
        details = self._details
        can = details is not None and details.can_undo and self._is_writable
        self._only.setEnabled(can and not (details is not None and details.has_gap))
        self._back.setEnabled(can and self._of_document)
        self._from.setEnabled(can and self._of_document)
        self._back.setVisible(self._of_document)
        self._from.setVisible(self._of_document)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _fill(self, details: StepDetails) -> None:
        items = details.items
        if len(items) <= _SHOWN:
            for item in items:
                self._add_pair(item)
        else:
            for item in items[:_LISTED]:
                self._add_line(item)
        rest = details.more + max(0, len(items) - (_LISTED if len(items) > _SHOWN else _SHOWN))
        if rest:
            self._add_words("", self.tr("and %1 more").replace("%1", number(rest)))
        if details.why_not is not None:
            self._add_words("", sentence(details.why_not))
        if details.has_gap:
            self._add_words("", self.tr("The bin was emptied since: what this did is gone."))
        elif not items:
            self._add_words("", self.tr("Nothing to show."))

    def _add_pair(self, item: Detail) -> None:
        self._add_side(self.tr("Before"), item.was, item.before, item.became)
        self._add_side(self.tr("After"), item.became, item.after, item.was)

    def _add_side(
        self, name: str, past: PastSpan | None, words: Message | None, other: PastSpan | None
    ) -> None:
        if words is None:
            self._add_words(name, self.tr("not there"))
            return
        if past is None:
            self._add_words(name, sentence(words), "text")
            return
        shown = PastWords()
        has_other_label = other is None or past.label != other.label or past.words == other.words
        shown.show_span(past, other, with_label=has_other_label)
        self._add(name, shown)
        if past.span.note or past.span.flags or (other is not None and (other.span.note or other.span.flags)):
            self._add_words("", self._marks(past))

    def _marks(self, past: PastSpan) -> str:
        names = {"unsure": self.tr("unsure"), "question": self.tr("question")}
        words = [names[flag] for flag in past.span.flags]
        words.append(f"“{past.span.note}”" if past.span.note else self.tr("no note"))
        return ", ".join(words)

    def _add_line(self, item: Detail) -> None:
        """One thing of many: as it is after, or as it was when it went."""
        name = self.tr("After") if item.after is not None else self.tr("Gone")
        past, words = item.became or item.was, item.after or item.before
        if item.thing is Thing.SPAN and past is not None:
            shown = PastWords()
            shown.show_span(past, None, with_label=True)
            self._add(name, shown)
        elif words is not None:
            self._add_words(name, sentence(words), "text")

    def _add_words(self, name: str, words: str, ink: str = "muted") -> None:
        self._add(name, PlainLabel(words, size=12 if ink == "muted" else 13, ink=ink, wraps=True))

    def _add(self, name: str, widget: QWidget) -> None:
        row = self._grid.rowCount()
        if name:
            label = PlainLabel(name, size=12, ink="muted")
            label.setContentsMargins(0, 2, 0, 0)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            label.show()
        self._grid.addWidget(widget, row, 1)
        widget.show()  # else the height of the card would be asked for before it counts

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the card's ground."""
        tokens, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the buttons below each other where they do not fit side by side."""
        super().resizeEvent(event)
        self._arrange(self.width())

    def _arrange(self, width: int) -> None:
        needed = self._only.sizeHint().width() + self._back.sizeHint().width() + 4 + 28
        across = QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if needed <= width else QBoxLayout.Direction.TopToBottom)

    def height_in(self, width: int) -> int:
        """How high the card is when it is `width` px wide."""
        self._arrange(width)
        layout = self.layout()
        return 0 if layout is None else layout.totalHeightForWidth(width)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._only.setText(self.tr("Undo only this"))
        self._back.setText(self.tr("Back to here"))
        self._from.setText(self.tr("Undo this and all after it"))
        if self._details is not None:
            self._clear()
            self._fill(self._details)
