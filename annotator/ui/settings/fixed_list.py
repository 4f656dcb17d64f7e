"""The keys that cannot be changed, place by place, below those that can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.actions import plain_words
from annotator.ui.density import Size, density
from annotator.ui.fixed_keys import FIXED_KEYS
from annotator.ui.i18n import in_all_languages
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.key_cap import KeyCap
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.settings.entries import folded, is_found
from annotator.ui.settings.key_row import REACH

if TYPE_CHECKING:
    from annotator.ui.catalogue import ArticleKey

_ROW = Size(34, 28)


class _FixedRow(QWidget):
    """What a key does, and the key."""

    def __init__(self, key: ArticleKey) -> None:
        super().__init__()
        self._key = key
        self._words = PlainLabel()
        self._haystack = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(REACH, 0, REACH, 0)
        row.addWidget(self._words, 1)
        row.addWidget(KeyCap(key.cap))

    @property
    def haystack(self) -> str:
        """What the search field looks into: its words in every language, and the key."""
        if not self._haystack:
            self._haystack = folded(f"{in_all_languages('Actions', self._key.text)} {self._key.keys}")
        return self._haystack

    def retranslate(self) -> None:
        """Take the words of the language in force."""
        self._words.setText(plain_words(self._key.text))
        self.setAccessibleName(f"{self._words.text()}: {self._key.keys}")


class FixedList(QWidget):
    """The rows, with a line that says why they are here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = PlainLabel(size=12, ink="muted", wraps=True)
        self._why.setContentsMargins(REACH, 16, REACH, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._why)
        self._groups: list[tuple[str, SectionHeading, list[_FixedRow]]] = []
        for place, keys in FIXED_KEYS.items():
            heading, rows = SectionHeading(), [_FixedRow(key) for key in keys]
            heading.setContentsMargins(REACH, 12, 0, 4)
            for widget in (heading, *rows):
                column.addWidget(widget)
            self._groups.append((place, heading, rows))
        density().changed.connect(self._space)
        self._space()
        self.retranslate()

    def look_for(self, typed: str) -> bool:
        """Show the rows in which all typed words are; whether there are any."""
        found = False
        for _, heading, rows in self._groups:
            shown = [row for row in rows if is_found(row.haystack, typed)]
            for row in rows:
                row.setVisible(row in shown)
            heading.setVisible(bool(shown))
            found = found or bool(shown)
        self.setVisible(found)
        return found

    def _space(self) -> None:
        for _, _, rows in self._groups:
            for row in rows:
                row.setFixedHeight(_ROW.now)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._why.setText(
            self.tr("The keys below belong to the caret, to lists, fields and sheets. They stay as they are.")
        )
        for place, heading, rows in self._groups:
            heading.set_text(plain_words(place))
            for row in rows:
                row.retranslate()
