"""What differs between the current copy and the library: in one line, document by document, span by span."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.difference import Change
from annotator.ui import fonts
from annotator.ui.backups.difference_rows import DifferenceDelegate, DifferenceView
from annotator.ui.backups.differences import DifferencesModel
from annotator.ui.backups.span_lines import ROW, SpanLineDelegate, SpanLines
from annotator.ui.backups.words import BackupWords
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.rows import RowView
from annotator.ui.parts.strip import Strip
from annotator.ui.parts.whole_rows import WholeRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.difference import Difference, SpanDifference
    from annotator.model.soundness import BackupInfo
    from annotator.ui.backups.differences import Line

_LEFT: Final = 18
"""Words stand this far in: as far as those of the rows."""


class DifferenceSide(QWidget):
    """Strips, a sentence, the list, and below it the spans of the current document.

    Signals:
        document_wanted: uid of a document that is in the library.
        spans_wanted: uid of the document whose spans are to be shown.
    """

    document_wanted = Signal(str)
    spans_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copy: BackupInfo | None = None
        self._difference: Difference | None = None
        self._made = ""
        self._is_damaged, self._unsaved = False, 0
        self._words = BackupWords(self)
        self.made = Strip("ok")
        self.open_button, self.seen_button = Button(small=True), Button(kind="quiet", small=True)
        self.made.add_button(self.open_button)
        self.made.add_button(self.seen_button)
        self._head = PlainLabel(size=15, wraps=True)
        self._sub = PlainLabel(ink="muted", wraps=True)
        self.model = DifferencesModel(self)
        self.view = DifferenceView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(DifferenceDelegate(self.view))
        self.spans = SpanLines(self)
        self.spans_view = RowView(ROW)
        self.spans_view.setModel(self.spans)
        self.spans_view.setItemDelegate(SpanLineDelegate(self.spans_view))
        self._of = ElidedLabel(size=12, ink="text2")
        self._of.setFont(fonts.interface(12, fonts.SEMIBOLD))
        self._below = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(_LEFT, 24, _LEFT, 8)
        words.setSpacing(4)
        words.addWidget(self._head)
        words.addWidget(self._sub)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 8)
        below.setSpacing(4)
        below.addWidget(Hairline())
        self._of.setContentsMargins(_LEFT, 8, _LEFT, 0)
        below.addWidget(self._of)
        below.addWidget(WholeRows(self.spans_view), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.made)
        column.addLayout(words)
        column.addWidget(WholeRows(self.view), 6)
        column.addWidget(self._below, 4)
        self._below.hide()

    def _connect(self) -> None:
        self.seen_button.clicked.connect(lambda: self.say_made(""))
        self.view.toggled.connect(self.model.toggle)
        self.view.all_toggled.connect(self.model.toggle_all)
        self.view.chosen.connect(lambda _: self._go())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._row_moved())

    # What the page calls

    @property
    def head(self) -> str:
        """What it says of the copy."""
        return self._head.text()

    @property
    def sub(self) -> str:
        """What it says of the difference as a whole."""
        return self._sub.text()

    @property
    def current(self) -> Line | None:
        """The line that one is on, None for none."""
        return self.model.line_at(self.view.currentIndex().row())

    @property
    def can_go(self) -> bool:
        """Whether that is a document that the library holds."""
        line = self.current
        return line is not None and line.document is not None and line.document.change is not Change.GAINED

    def show_difference(self, copy: BackupInfo | None, difference: Difference | None) -> None:
        """Show a copy; without its difference as long as that is being worked out."""
        self._copy, self._difference = copy, difference
        self.model.set_difference(difference)
        self._below.hide()
        self.retranslate()

    def show_spans(self, document: str, spans: Sequence[SpanDifference]) -> None:
        """Show the spans of the current document."""
        line = self.current
        if line is None or line.document is None or line.document.uid != document:
            return
        self.spans.set_spans(spans)
        words = self.tr("%1 in “%2”").replace("%1", self._words.spans(len(spans)))
        signs = self.tr("+ only in the backup, − only here, ≠ different")
        self._of.setText(f"{words.replace('%2', line.title)} · {signs}")
        self._below.setVisible(bool(spans))

    def set_damaged(self, *, is_damaged: bool) -> None:
        """Whether the library is damaged: what can still be read of it may be the same, it is not."""
        self._is_damaged = is_damaged
        self.retranslate()

    def set_unsaved(self, changes: int) -> None:
        """So many changes are on the screen and not in the library yet, so not compared either."""
        self._unsaved = changes
        self.retranslate()

    def say_made(self, words: str) -> None:
        """Say what was restored, and offer to open it; "" hides it."""
        self._made = words
        self.made.say(words)

    def _row_moved(self) -> None:
        self._below.hide()
        line = self.current
        if line is not None and line.document is not None:
            self.spans_wanted.emit(line.document.uid)

    def _go(self) -> None:
        line = self.current
        if line is not None and line.document is not None and self.can_go:
            self.document_wanted.emit(line.document.uid)

    # Words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.model.retranslate()
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        copy = self._copy
        self._head.setText("" if copy is None else self._head_words(copy))
        self._sub.setText(self._sub_words())
        self.view.setAccessibleName(self.tr("What differs"))
        self.spans_view.setAccessibleName(self.tr("Spans that differ"))
        self.open_button.setText(self.tr("Open it"))
        self.seen_button.setText(self.tr("Close"))

    def _head_words(self, copy: BackupInfo) -> str:
        why = self._words.why(copy)
        return f"{self._words.when(copy)} · {why}" if why else self._words.when(copy)

    def _sub_words(self) -> str:
        difference = self._difference
        if difference is None:
            return "" if self._copy is None else self.tr("Being compared with the library…")
        if difference.is_same and self._is_damaged:
            return self.tr("The library's file is damaged. This backup is sound; what can be read equals it.")
        if difference.is_same and self._unsaved:
            return self.tr(
                "What is saved is what this backup holds; %n change(s) not saved yet are not counted.",
                "",
                self._unsaved,
            )
        if difference.is_same:
            return self.tr("The library holds what this backup holds.")
        spans = difference.spans
        told = [
            f"{self._words.group(change)}: {self._words.spans(spans[change])}"
            for change in (Change.GAINED, Change.LOST, Change.CHANGED)
        ]
        return " · ".join(told)
