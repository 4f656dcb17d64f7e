"""The bar under the article in which words of the article are looked for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.find.options import SearchOptions
from annotator.ui.i18n import number
from annotator.ui.keymap import caps, key_of
from annotator.ui.parts.buttons import IconButton
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.search_field import SearchField
from annotator.ui.parts.surface import Surface
from annotator.ui.status_line import Hint


class FindBar(Surface):
    """Field, number of hits, previous and next, options.

    Signals:
        changed: other words, or other options.
        step_wanted: 1 for the next hit, -1 for the one before.
        left: Escape or the cross.
        corpus_wanted: the same words are to be looked for in the whole corpus.
    """

    changed = Signal()
    step_wanted = Signal(int)
    left = Signal()
    corpus_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.field = _FindField()
        self.count = PlainLabel(ink="muted", wraps=True)  # a sentence about a pattern needs two lines
        self._previous = IconButton("chevron-up", size=16)
        self._next = IconButton("chevron-down", size=16)
        self._corpus = IconButton("list", size=16)
        self._close = IconButton("x", size=16)
        self.options = SearchOptions(patterns=True, words=False)
        self.options.case.setChecked(True)
        self._lay_out()
        self.field.textChanged.connect(self.changed)
        self.options.changed.connect(self.changed)
        self.field.stepped.connect(self.step_wanted)
        self.field.left.connect(self.left)
        self._previous.clicked.connect(lambda: self.step_wanted.emit(-1))
        self._next.clicked.connect(lambda: self.step_wanted.emit(1))
        self._corpus.clicked.connect(self.corpus_wanted)
        self._close.clicked.connect(self.left)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 3)
        row.addSpacing(8)
        row.addWidget(self.count, 3)
        for button in (self._previous, self._next, self._corpus, self._close):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 16, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.options)

    def say_count(self, current: int | None, total: int) -> None:
        """Say "3 of 17"; before a hit was gone to only how many there are."""
        self._mark(bad=False)
        if not total:
            self._say(self.tr("no hit") if self.field.text() else "")
        elif current is None:
            self._say(self.tr("%n hit(s)", "", total).replace(str(total), number(total), 1))
        else:
            words = self.tr("%1 of %2").replace("%1", number(current + 1))
            self._say(words.replace("%2", number(total)))

    def advise(self, words: str) -> None:
        """Say, beside that there is no hit, how there would be some."""
        self._say(f"{self.tr('no hit')}. {words}")

    def say_problem(self, words: str) -> None:
        """Say why nothing can be looked for."""
        self._mark(bad=True)
        self._say(words)

    def hints(self) -> list[Hint]:
        """The keys that work here."""
        return [
            Hint(("↵",), self.tr("next hit")),
            Hint(("Shift ↵",), self.tr("hit before")),
            Hint(("Esc",), self.tr("close")),
            Hint(caps("help.keys"), QCoreApplication.translate("Situation", "all keys")),
        ]

    def _say(self, words: str) -> None:
        self.count.setText(words)
        self.count.setAccessibleName(words)
        self.field.setAccessibleDescription(words)

    def _mark(self, *, bad: bool) -> None:
        self.count.set_ink("bad" if bad else "muted")
        if bool(self.field.property("bad")) is not bad:
            self.field.setProperty("bad", bad)
            self.field.style().polish(self.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leaves from every tick and button too."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and hairline."""
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(theme.current().line))

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.field.set_placeholder(self.tr("Find in this article"))
        self._previous.set_name(self.tr("Hit before"), key_of("edit.find_previous"))
        self._next.set_name(self.tr("Next hit"), key_of("edit.find_next"))
        self._corpus.set_name(self.tr("Find these words in the whole corpus"), key_of("edit.find_corpus"))
        self._close.set_name(self.tr("Close"), "Escape")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class _FindField(SearchField):
    """The field, with Enter and Escape for hits.

    Signals:
        stepped: 1 for Enter, -1 with Shift.
        left: Escape, whatever stands in the field.
        focus_moved: it got the focus or lost it.
    """

    stepped = Signal(int)
    left = Signal()
    focus_moved = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes on, Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Other keys work now."""
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Other keys work now."""
        super().focusOutEvent(event)
        self.focus_moved.emit()
