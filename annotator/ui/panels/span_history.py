"""What the selected span was before: its versions, newest first, each with a way back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.i18n import number
from annotator.ui.parts.buttons import Button, IconButton
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.past.days import person_words, time_words
from annotator.ui.past.past_words import PastWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.past import SpanVersion
    from annotator.model.span import Span

_SHOWN: Final = 5
"""Versions that are shown; the panel is no longer than that."""


class SpanHistory(QWidget):
    """The versions of one span.

    Signals:
        restore_wanted: uid of the step whose version shall be again.
        closed: the person has seen enough.
    """

    restore_wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions: Sequence[SpanVersion] | None = None
        self._is_fixed = False
        self._buttons: list[Button] = []
        self._title = PlainLabel(size=12, weight=fonts.MEDIUM)
        self._close = IconButton("x", size=14, edge=24)
        self._close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setVerticalSpacing(2)
        self._grid.setHorizontalSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._grid)
        self._say()

    def show_versions(self, versions: Sequence[SpanVersion] | None, *, is_fixed: bool) -> None:
        """Show versions, newest first; None while they are asked for."""
        self._versions, self._is_fixed = versions, is_fixed
        self._fill()

    @property
    def has_versions(self) -> bool:
        """Whether they have been answered already."""
        return self._versions is not None

    def focus_first(self) -> None:
        """Put the focus on the first way back."""
        target: QWidget = self._buttons[0] if self._buttons else self._close
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self) -> None:
        had_focus = any(button.hasFocus() for button in self._buttons)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = []
        versions = self._versions or ()
        for place, version in enumerate(versions[:_SHOWN]):
            older = versions[place + 1] if place + 1 < len(versions) else None
            self._add(version, older)
        if self._versions is not None and not versions:
            words = self.tr("Not in the library yet. What it was before is told here once it is saved.")
            self._put(PlainLabel(words, size=12, ink="muted", wraps=True), 0, 0)
        if len(versions) > _SHOWN:
            rest = self.tr("and %1 more").replace("%1", number(len(versions) - _SHOWN))
            self._put(PlainLabel(rest, size=12, ink="muted"), self._grid.rowCount(), 0)
        if had_focus:
            self.focus_first()

    def _add(self, version: SpanVersion, older: SpanVersion | None) -> None:
        row = self._grid.rowCount()
        words = PastWords()
        if version.past is None:
            words.show_words(self.tr("removed"))
        else:
            words.show_span(version.past, older.past if older else None, with_label=True)
        self._put(words, row, 0)
        when = ElidedLabel(
            f"{time_words(version.step.time)} · {person_words(version.step)}", size=12, ink="muted"
        )
        self._put(when, row + 1, 0)
        if version.past is not None and (marks := self._marks(version.past.span)):
            self._put(ElidedLabel(marks, size=12, ink="muted"), row + 2, 0)
        if version.is_current or version.past is None:
            return
        button = Button(self.tr("Restore"), kind="quiet", small=True)
        button.setEnabled(not self._is_fixed)
        button.clicked.connect(lambda: self.restore_wanted.emit(version.step.uid))
        self._buttons.append(button)
        self._grid.addWidget(button, row, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        button.show()

    def _marks(self, span: Span) -> str:
        names = {"unsure": self.tr("unsure"), "question": self.tr("question")}
        words = [names[flag] for flag in span.flags]
        return ", ".join([*words, f"“{span.note}”"] if span.note else words)

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        self._grid.addWidget(widget, row, column)
        widget.show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self._title.setText(self.tr("History of this span"))
        self._close.set_name(self.tr("Close the span’s history"))
        self._fill()
