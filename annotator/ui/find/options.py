"""How words are compared, as a row of ticks; in the article, in the corpus and everywhere at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from annotator.model.search import Sought
from annotator.text.matching import Wanted
from annotator.ui import fonts
from annotator.ui.parts.plain_label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence


class SearchOptions(QWidget):
    """Ticks: pattern, whole words, accents, case, tone placement. NFC and NFD are the same to every search.

    Signals:
        changed: something was ticked or unticked.
    """

    changed = Signal()

    def __init__(self, *, patterns: bool, words: bool = True, parent: QWidget | None = None) -> None:
        """Make the row.

        Args:
            patterns: whether regular expressions are offered.
            words: whether whole words are ticked at first.
            parent: Qt's.
        """
        super().__init__(parent)
        self.regex, self.words = QCheckBox(), QCheckBox()
        self.accents, self.case, self.tone = QCheckBox(), QCheckBox(), QCheckBox()
        self.words.setChecked(words)
        self.tone.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        for box in self.boxes():
            box.setFont(fonts.interface(13))
            box.toggled.connect(self._ticked)
            row.addWidget(box)
        row.addStretch(1)
        self.regex.setVisible(patterns)  # it has a parent by now: it is no window of its own
        self.retranslate()

    def boxes(self) -> Sequence[QCheckBox]:
        """The ticks in their order."""
        return (self.regex, self.words, self.accents, self.case, self.tone)

    def _ticked(self) -> None:
        self.tone.setEnabled(not self.regex.isChecked() and not self.accents.isChecked())
        self.changed.emit()

    def wanted(self, text: str) -> Wanted:
        """What is looked for when `text` is."""
        return Wanted(
            text,
            regex=self.regex.isChecked(),
            words=self.words.isChecked(),
            case=not self.case.isChecked(),
            diacritics=not self.accents.isChecked(),
            tone=self.tone.isChecked(),
        )

    def sought(self, text: str, annotator: str | None = None) -> Sought:
        """The same over a corpus; `annotator`: uid, whose spans are looked at."""
        wanted = self.wanted(text)
        return Sought(
            wanted.text,
            wanted.regex,
            wanted.words,
            wanted.case,
            wanted.diacritics,
            wanted.tone,
            annotator=annotator,
        )

    def take(self, wanted: Wanted) -> None:
        """Tick what was wanted elsewhere; `changed` is not sent."""
        ticks = (wanted.regex, wanted.words, not wanted.diacritics, not wanted.case, wanted.tone)
        for box, tick in zip(self.boxes(), ticks, strict=True):
            blocked = box.blockSignals(True)
            box.setChecked(tick)
            box.blockSignals(blocked)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.regex.setText(self.tr("Regular expression"))
        self.words.setText(self.tr("Whole words"))
        self.accents.setText(self.tr("Ignore accents"))
        self.case.setText(self.tr("Ignore case"))
        self.tone.setText(self.tr("hòa = hoà"))
        words = self.tr("A tone mark may stand on either vowel")
        self.tone.setToolTip(plain_tip(words))
        self.tone.setAccessibleDescription(words)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
