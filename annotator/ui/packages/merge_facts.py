"""The facts of a package in numbers and words, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from annotator.ui.i18n import number
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.past.days import moment

if TYPE_CHECKING:
    from annotator.model.package import MergePreview

_NUMBER = 48


class MergeFacts(QWidget):
    """A sentence on what it is, then how many of what; numbers stand in a column of their own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: MergePreview | None = None
        self._round = ""
        self._is_from_here = False
        self._what = PlainLabel(size=15, wraps=True)
        self._made = PlainLabel(size=12, ink="muted", wraps=True)
        self._rows: list[tuple[PlainLabel, PlainLabel]] = []
        self._grid = QGridLayout()
        self._grid.setColumnMinimumWidth(0, _NUMBER)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._what)
        column.addWidget(self._made)
        column.addSpacing(10)
        column.addLayout(self._grid)

    def show_facts(self, seen: MergePreview | None, round_: str = "", *, is_from_here: bool = False) -> None:
        """Show another package of a round, made by who is at the desk or not; None for none."""
        self._seen, self._round, self._is_from_here = seen, round_, is_from_here
        self.setVisible(seen is not None)
        self.retranslate()

    @property
    def words(self) -> list[str]:
        """What its lines say."""
        return [
            f"{count.text()} {words.text()}".strip() for count, words in self._rows if not words.isHidden()
        ]

    @property
    def made(self) -> str:
        """Who made it when, and of which round it is."""
        return self._made.text()

    @property
    def what(self) -> str:
        """What it says the package is."""
        return self._what.text()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        seen = self._seen
        if seen is None:
            return
        self._what.setText(self._what_words(seen))
        here, there = self.tr("This package was made here by {name}, {day}"), self.tr("Made by {name}, {day}")
        made = (here if self._is_from_here else there).replace("{name}", seen.creator)
        when = moment(seen.created) if seen.created else None
        made = made.replace("{day}", f"{when:%Y-%m-%d %H:%M}" if when else "")
        self._made.setText(f"{made} · {self._round}" if self._round else made)
        self._show_lines(self._lines(seen))

    def _what_words(self, seen: MergePreview) -> str:
        words = {
            "assignment": self.tr("Work for {name}"),
            "return": self.tr("Work of {name}"),
            "gold": self.tr("Gold for {name}"),
        }[seen.kind]
        if not seen.recipient:
            words = self.tr("Gold and decisions") if seen.kind == "gold" else self.tr("Work to be done")
        return words.replace("{name}", seen.recipient)

    def _lines(self, seen: MergePreview) -> list[tuple[int, str]]:
        """What there is some of; what a package has none of says nothing."""
        new, known = seen.documents_new, seen.documents_known
        lines = [
            (new, self.tr("new document(s)", "", new)),
            (known, self.tr("document(s) that are here already", "", known)),
            (seen.documents_joined, self.tr("of them known by their text", "", seen.documents_joined)),
            (seen.layers, self.tr("layer(s)", "", seen.layers)),
            (seen.changes_new, self.tr("new change(s)", "", seen.changes_new)),
            (seen.changes_known, self.tr("change(s) that are here already", "", seen.changes_known)),
            (seen.spans_added, self.tr("span(s) come", "", seen.spans_added)),
            (seen.spans_changed, self.tr("span(s) change", "", seen.spans_changed)),
            (seen.spans_removed, self.tr("span(s) go", "", seen.spans_removed)),
            (len(seen.conflicts), self.tr("thing(s) changed apart", "", len(seen.conflicts))),
        ]
        return [(count, words) for count, words in lines if count]

    def _show_lines(self, lines: list[tuple[int, str]]) -> None:
        while len(self._rows) < len(lines):
            count, words = PlainLabel(tabular=True), PlainLabel(ink="text2", wraps=True)
            place = len(self._rows)
            self._grid.addWidget(count, place, 0, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(words, place, 1)
            self._rows.append((count, words))
        for place, (count, words) in enumerate(self._rows):
            is_there = place < len(lines)
            if is_there:
                count.setText(number(lines[place][0]))
                words.setText(lines[place][1])
            for label in (count, words):
                label.setVisible(is_there)
