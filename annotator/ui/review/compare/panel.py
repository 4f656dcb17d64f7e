"""The right panel of the comparison: the question, the variants as cards, the guideline, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.icon_label import IconLabel
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.surface import Surface
from annotator.ui.review.compare.card import VariantCard
from annotator.ui.review.compare.gap_form import GapForm
from annotator.ui.review.compare.key_grid import REACH, KeyButton, KeyGrid
from annotator.ui.review.compare.past_list import PastList
from annotator.ui.review.compare.thread import CommentThreads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.model.review import Category
    from annotator.ui.review.compare.card import CardContent
    from annotator.ui.review.compare.key_grid import KeyDeed

WIDTH: Final = 352
_SIDE: Final = 20
_ROOM_FOR_TWO: Final = 310
"""px from which on there is room for two columns of keys."""


class DecisionPanel(Surface):
    """What is to be decided on one cluster.

    Signals:
        card_chosen: number of the card, from 0, that Enter shall take.
        card_taken: number of the card that shall be taken.
    """

    card_chosen = Signal(int)
    card_taken = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.cards: list[VariantCard] = []
        self.question = PlainLabel(size=15, weight=fonts.SEMIBOLD, wraps=True)
        self.kind = PlainLabel(ink="muted")
        self.state = PlainLabel(size=12, ink="muted", wraps=True)
        self.absent = PlainLabel(size=12, ink="muted", wraps=True)
        self.guideline_of = PlainLabel(size=12, weight=fonts.SEMIBOLD, ink="text2")
        self.guideline = PlainLabel(size=12, ink="text2", wraps=True)
        self.rule_words = PlainLabel(size=12, ink="text2", wraps=True)
        self.rule = KeyButton()
        self.threads = CommentThreads()
        self.gap = GapForm()
        self.past = PastList()
        self.keys = KeyGrid()
        self.alike_words = ElidedLabel(size=12, ink="text2")
        self.alike_key = KeyButton()
        self._usual, self._card_column, self._offer = QWidget(), QVBoxLayout(), QWidget()
        self._scroll = QScrollArea()
        self._deeds: Sequence[KeyDeed] = ()
        self._columns = 2
        self._lay_out()
        self.show_nothing("")
        self.show_rule("", None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 14, _SIDE, 8)
        head.addWidget(self.question, 1)
        head.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignBottom)
        inner = self._laid_inner()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for ground in (inner, self._scroll.viewport()):
            ground.setAutoFillBackground(False)
        self._foot, self._line = self._laid_foot(), Hairline()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._line)
        whole.addWidget(self._foot)

    def _laid_inner(self) -> QWidget:
        """What scrolls; keys stand out to the left, so that their caps share the edge of the words."""
        inner = QWidget()
        column = QVBoxLayout(self._usual)
        column.setContentsMargins(_SIDE, 2, _SIDE, 0)
        column.setSpacing(0)
        self._fill(column)
        self.past.setContentsMargins(_SIDE, 2, _SIDE, 0)
        self.past.hide()
        keys = QHBoxLayout()
        keys.setContentsMargins(_SIDE - REACH, 18, _SIDE - REACH, 12)
        keys.addWidget(self.keys)
        both = QVBoxLayout(inner)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._usual)
        both.addWidget(self.past)
        both.addLayout(keys)
        both.addWidget(self._laid_rule())
        both.addStretch(1)
        return inner

    def _fill(self, column: QVBoxLayout) -> None:
        self._card_column.setContentsMargins(0, 0, 0, 0)
        self._card_column.setSpacing(12)
        self.state.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.state)
        column.addLayout(self._card_column)
        for part, above in (
            (self.absent, 8),
            (self.guideline_of, 14),
            (self.guideline, 2),
            (self.threads, 16),
            (self.gap, 16),
        ):
            part.setContentsMargins(0, above, 0, 0)
            column.addWidget(part)

    def _laid_rule(self) -> QWidget:
        """The rule that is offered: it is not about this cluster alone, so it stands below its keys."""
        column = QVBoxLayout(self._offer)
        column.setContentsMargins(_SIDE - REACH, 4, _SIDE, 12)
        column.setSpacing(2)
        self.rule_words.setContentsMargins(REACH, 8, 0, 0)
        column.addWidget(Hairline())
        column.addWidget(self.rule_words)
        column.addWidget(self.rule)
        return self._offer

    def _laid_foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(_SIDE, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("list-checks"))
        row.addWidget(self.alike_words, 1)
        row.addWidget(self.alike_key)
        foot.setFixedHeight(44)
        self.alike_key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return foot

    # What is shown

    def show_nothing(self, words: str) -> None:
        """There is nothing to decide."""
        self._look_back(shown=False)
        self.question.setText(words)
        self.kind.setText("")
        self._show_cards(())
        for label in (self.state, self.absent, self.guideline_of, self.guideline):
            self._say(label, "")
        self.threads.show_comments(())
        self.gap.hide()
        self.keys.show_deeds(())
        self.show_alike("", None)

    def show_question(self, question: str, kind: str, state: str, absent: str) -> None:
        """Say what is asked, of which class, what was ruled and who has marked nothing."""
        self._look_back(shown=False)
        self.question.setText(question)
        self.question.setAccessibleName(question)
        self.kind.setText(kind)
        self._say(self.state, state)
        self._say(self.absent, absent)

    def show_variants(self, contents: Sequence[CardContent], chosen: int | None) -> None:
        """Show the cards; `chosen` is the one that Enter takes."""
        self._show_cards(contents)
        self.choose(chosen)
        self._scroll.verticalScrollBar().setValue(0)

    def choose(self, chosen: int | None) -> None:
        """Make a card the one that Enter takes."""
        for place, card in enumerate(self.cards):
            card.set_chosen(place == chosen)
        if chosen is not None and chosen < len(self.cards):
            card = self.cards[chosen]
            QTimer.singleShot(0, card, lambda: self._scroll.ensureWidgetVisible(card, 0, 12))

    def show_guideline(self, heading: str, words: str) -> None:
        """Show what the guideline says of the label; nothing when it says nothing."""
        self._say(self.guideline_of, heading if words else "")
        self._say(self.guideline, words)

    def show_rule(self, words: str, deed: KeyDeed | None) -> None:
        """Offer a rule that earlier decisions have taught, or none."""
        self._say(self.rule_words, words)
        self._offer.setVisible(deed is not None)
        if deed is not None:
            self.rule.show_deed(deed)

    def ask_why(self, category: Category, reason: str) -> None:
        """Open the form that asks why people differ, and bring it into sight."""
        self.gap.ask(category, reason)
        QTimer.singleShot(0, self.gap, lambda: self._scroll.ensureWidgetVisible(self.gap, 0, 12))

    def look_back(self, question: str) -> None:
        """Show earlier rulings in place of the variants."""
        self.question.setText(question)
        self.kind.setText("")
        self._look_back(shown=True)
        self._scroll.verticalScrollBar().setValue(0)

    def show_keys(self, deeds: Sequence[KeyDeed], *, columns: int = 2) -> None:
        """Show the keys that work now, below each other where their words need the room."""
        self._deeds, self._columns = deeds, columns
        self.keys.show_deeds(deeds, columns=columns if self.width() >= _ROOM_FOR_TWO else 1)

    def show_alike(self, words: str, deed: KeyDeed | None) -> None:
        """Say how many clusters are like this one; "" for none."""
        self.alike_words.setText(words)
        for widget in (self._foot, self._line):
            widget.setVisible(bool(words))
        self.alike_key.setVisible(deed is not None)
        if deed is not None:
            self.alike_key.show_deed(deed)
            self.alike_key.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Set the keys in as many columns as there is room for."""
        super().resizeEvent(event)
        if (event.size().width() >= _ROOM_FOR_TWO) is not (event.oldSize().width() >= _ROOM_FOR_TWO):
            self.show_keys(self._deeds, columns=self._columns)

    # Inside

    def _look_back(self, *, shown: bool) -> None:
        self._usual.setVisible(not shown)
        self.past.setVisible(shown)

    def _show_cards(self, contents: Sequence[CardContent]) -> None:
        for card in self.cards:
            self._card_column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._made(place, content) for place, content in enumerate(contents)]
        for card in self.cards:
            self._card_column.addWidget(card)

    def _made(self, place: int, content: CardContent) -> VariantCard:
        card = VariantCard(content)
        card.chosen.connect(lambda: self.card_chosen.emit(place))
        card.taken.connect(lambda: self.card_taken.emit(place))
        return card

    def _say(self, label: PlainLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))
