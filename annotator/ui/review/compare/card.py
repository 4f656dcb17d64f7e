"""The card of a variant: its number, label and votes, its words with what differs tinted, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui import fonts, theme
from annotator.ui.parts.label_key import paint_dot
from annotator.ui.parts.rows import draw_words
from annotator.ui.review.compare.wrapped import Wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from annotator.model.label import Label

_PAD: Final = 16
_CAP: Final = 20
_HEAD: Final = 20
_PERSON: Final = 24
_CIRCLE: Final = 20
_INDENT: Final = 28
_RADIUS: Final = 10
_USUAL: Final = 312
_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


@dataclass(frozen=True, slots=True)
class Voter:
    """One of those who chose a variant.

    Attributes:
        initial: a letter or two.
        name: as it is shown, "" where the letter says all.
        how: origin and doubts in words.
        note: the annotator's words, "" for none.
    """

    initial: str
    name: str
    how: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CardContent:
    """What a card says.

    Attributes:
        number: the figure that takes it, from 1.
        label: None when the label set does not hold it.
        words: what it marks, plain.
        tinted: stretches of `words` that not everybody marked.
        votes: "2 of 3".
        voters: who chose it.
        remark: what else is to be known, "" for nothing.
    """

    number: int
    label: Label | None
    words: str
    tinted: tuple[tuple[int, int], ...]
    votes: str
    voters: tuple[Voter, ...]
    remark: str = ""


class VariantCard(QWidget):
    """A decision card, painted as a whole.

    Signals:
        chosen: it shall be the one that Enter takes.
        taken: it was double-clicked.
    """

    chosen = Signal()
    taken = Signal()

    def __init__(self, content: CardContent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self._is_chosen = False
        self._words: Wrapped | None = None
        self._notes: list[Wrapped | None] = []
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(160)
        self._describe()
        theme.theme().changed.connect(self._forget)

    @property
    def is_chosen(self) -> bool:
        """Whether Enter takes it."""
        return self._is_chosen

    def set_chosen(self, chosen: bool) -> None:
        """Make it the one that Enter takes, or not."""
        if chosen != self._is_chosen:
            self._is_chosen = chosen
            self._describe()
            self.update()

    def _describe(self) -> None:
        content = self.content
        people = "; ".join(
            ", ".join(filter(None, (voter.name or voter.initial, voter.how, voter.note)))
            for voter in content.voters
        )
        label = content.label.name if content.label else ""
        parts = (str(content.number), content.words, label, content.votes, people, content.remark)
        self.setAccessibleName(". ".join(filter(None, parts)))
        self.setAccessibleDescription(self.tr("chosen: Enter takes it") if self._is_chosen else "")

    # Size

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As high as what it says."""
        words, notes = self._set(width)
        height = _PAD + _HEAD + 8 + words.height + 8 + _PERSON * len(self.content.voters)
        height += sum(note.height + 2 for note in notes if note is not None)
        return round(height + (18 if self.content.remark else 0) + _PAD - 6)

    def sizeHint(self) -> QSize:  # noqa: N802
        """At least as high as in a wide panel; the layout asks again for the width there is."""
        return QSize(_USUAL, self.heightForWidth(max(self.width(), _USUAL)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Set the words in another width."""
        if event.size().width() != event.oldSize().width():
            self._words = None
        super().resizeEvent(event)

    def _forget(self) -> None:
        self._words = None
        self.update()

    def _set(self, width: int) -> tuple[Wrapped, list[Wrapped | None]]:
        """The words and the notes, set in a width of the card; kept for the width it has."""
        if self._words is not None and width == self.width():
            return self._words, self._notes
        content, room = self.content, width - 2 * _PAD
        tint = theme.colours_of(content.label.colour).tint3 if content.label else theme.current().sunken
        words = Wrapped(content.words, fonts.interface(15), room, 22, content.tinted, tint)
        notes = [
            Wrapped(f"“{voter.note}”", fonts.interface(12), room - _INDENT, 17) if voter.note else None
            for voter in content.voters
        ]
        if width == self.width():
            self._words, self._notes = words, notes
        return words, notes

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, head, words, people."""
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_head(painter)
        words, notes = self._set(self.width())
        y = float(_PAD + _HEAD + 8)
        painter.setPen(QColor(tokens.text))
        words.paint(painter, _PAD, y)
        y += words.height + 8
        for voter, note in zip(self.content.voters, notes, strict=True):
            self._paint_person(painter, y, voter)
            y += _PERSON
            if note is not None:
                painter.setPen(QColor(tokens.text2))
                note.paint(painter, _PAD + _INDENT, y)
                y += note.height + 2
        if self.content.remark:
            place = QRectF(_PAD, y, self.width() - 2 * _PAD, 18)
            draw_words(painter, place, self.content.remark, fonts.interface(12), tokens.warn)

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = theme.current()
        edge = 2.0 if self._is_chosen else 1.0
        painter.setPen(QPen(QColor(tokens.accent if self._is_chosen else tokens.line), edge))
        painter.setBrush(QColor(tokens.raised))
        half = edge / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), _RADIUS, _RADIUS)

    def _paint_head(self, painter: QPainter) -> None:
        tokens, content = theme.current(), self.content
        cap = QRectF(_PAD, _PAD, _CAP, _CAP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.strong if self._is_chosen else tokens.sunken))
        painter.drawRoundedRect(cap, 4, 4)
        ink = tokens.on if self._is_chosen else tokens.text2
        font = fonts.interface(12, fonts.MEDIUM, tabular=True)
        draw_words(painter, cap, str(content.number), font, ink, Qt.AlignmentFlag.AlignHCenter)
        medium = fonts.interface(13, fonts.MEDIUM, tabular=True)
        votes = QRectF(self.width() - _PAD - 90, _PAD, 90, _HEAD)
        width = draw_words(painter, votes, content.votes, medium, tokens.text, Qt.AlignmentFlag.AlignRight)
        if content.label is not None:
            left = cap.right() + 12
            paint_dot(painter, QPointF(left, _PAD + _HEAD / 2), content.label)
            name = QRectF(left + 10, _PAD, self.width() - _PAD - width - left - 18, _HEAD)
            ink = theme.colours_of(content.label.colour).ink
            draw_words(painter, name, content.label.name, fonts.interface(13, fonts.MEDIUM), ink)

    def _paint_person(self, painter: QPainter, y: float, voter: Voter) -> None:
        tokens = theme.current()
        circle = QRectF(_PAD, y + (_PERSON - _CIRCLE) / 2, _CIRCLE, _CIRCLE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        painter.drawEllipse(circle)
        small = fonts.interface(11, fonts.MEDIUM)
        draw_words(painter, circle, voter.initial, small, tokens.text2, Qt.AlignmentFlag.AlignHCenter)
        name = QRectF(_PAD + _INDENT, y, (self.width() - 2 * _PAD - _INDENT) * 0.6, _PERSON)
        width = draw_words(painter, name, voter.name, fonts.interface(13), tokens.text)
        left = name.left() + (min(width, name.width()) + 8 if voter.name else 0)
        how = QRectF(left, y, self.width() - _PAD - left, _PERSON)
        draw_words(painter, how, voter.how, fonts.interface(12), tokens.muted)

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose it."""
        self.chosen.emit()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take it."""
        self.taken.emit()
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tab chooses it: what is chosen is where one is."""
        super().focusInEvent(event)
        if event.reason() in _KEYBOARD:
            self.chosen.emit()
