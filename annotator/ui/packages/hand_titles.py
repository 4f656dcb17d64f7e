"""Which documents one person gets, by title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.i18n import number
from annotator.ui.parts.counts import separated
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from annotator.exchange.dealing import Hand

_MOST: Final = 200
"""Titles that are shown; more nobody reads one by one."""


class HandTitles(QWidget):
    """The titles of a hand, one a line; those that others get too say so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hand: Hand | None = None
        self._titles: Mapping[str, str] = {}
        self._shared: Collection[str] = ()
        self._heading = SectionHeading()
        self._lines = PlainLabel(wraps=True, ink="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._lines)

    def show_hand(self, hand: Hand | None, titles: Mapping[str, str], shared: Collection[str]) -> None:
        """Show what a person gets, None for none; titles by uid, `shared` has what several people get."""
        self._hand, self._titles, self._shared = hand, titles, shared
        self.setVisible(hand is not None and bool(hand.documents))
        self.retranslate()

    @property
    def words(self) -> list[str]:
        """Its lines."""
        return self._lines.text().splitlines()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        hand = self._hand
        if hand is None:
            return
        heading = self.tr("For {name}").replace("{name}", hand.person)
        self._heading.set_text(heading, number(len(hand.documents)))
        lines = [self._line(uid) for uid in hand.documents[:_MOST]]
        if (more := len(hand.documents) - _MOST) > 0:
            lines.append(separated(self.tr("… and %n more", "", more), more))
        self._lines.setText("\n".join(lines))

    def _line(self, uid: str) -> str:
        title = " ".join(self._titles.get(uid, uid).split())
        words = self.tr("{title} · to compare") if uid in self._shared else "{title}"
        return words.replace("{title}", title)
