"""The strip over all pages while changes are not on the disk: why, what is safe, what to do, and which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui import fonts, theme
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_SHOWN: Final = 8
"""Changes named one by one; of more the newest are counted."""


class UnsavedBanner(QWidget):
    """A red strip with a sentence, what can be done, and the list of changes below it on wish.

    Signals:
        copy_wanted: all of it shall be saved in another file.
        go_on_wanted: the person wants to go on in the copy that was made.
        focus_lost: the strip, or one of its buttons, goes while it has the focus.

    Attributes:
        retry: the button that has the changes sent again at once.
    """

    copy_wanted = Signal()
    go_on_wanted = Signal()
    focus_lost = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = Strip("bad")
        self._list = PlainLabel(ink="text", wraps=True)
        self._list.setContentsMargins(20, 0, 16, 10)
        self._note = PlainLabel(ink="text", weight=fonts.MEDIUM, wraps=True)
        self._note.setContentsMargins(20, 0, 16, 8)
        self._note.hide()
        self._lines: Sequence[str] = ()
        self._show = Button(kind="quiet", small=True)
        self._show.setCheckable(True)
        self._show.toggled.connect(self._show_list)
        self.retry = Button(small=True)
        self._copy = Button(small=True)
        self._copy.clicked.connect(self.copy_wanted)
        self._go_on = Button(small=True)
        self._go_on.clicked.connect(self.go_on_wanted)
        for button in (self._show, self.retry, self._copy, self._go_on):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the article
            self._strip.add_button(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addWidget(self._note)
        column.addWidget(self._list)
        self.setVisible(False)
        self.retranslate()

    @property
    def sentence(self) -> str:
        """What it says, "" while hidden."""
        return self._strip.sentence

    @property
    def lines(self) -> Sequence[str]:
        """What it names on wish."""
        return self._lines

    def say(
        self, sentence: str, lines: Sequence[str] = (), *, has_copy: bool = False, is_lost: bool = False
    ) -> None:
        """Show the sentence; the empty one hides the strip.

        Args:
            sentence: why, what is safe, what to do.
            lines: the changes in their order, a sentence each.
            has_copy: whether a copy holds all of them, so that the person can go on in it.
            is_lost: whether the library's file is gone, which is looked for all the time: no need to try.
        """
        self._lines = lines
        goes = [] if lines else [self._show]
        goes += [self._copy if has_copy else self._go_on, *([self.retry] if is_lost else [])]
        if self.window().focusWidget() in (goes if sentence else self._strip.findChildren(Button)):
            self.focus_lost.emit()
        self._strip.say(sentence)
        self._show.setVisible(bool(lines))
        self.retry.setVisible(not is_lost)
        self._copy.setVisible(not has_copy)
        self._go_on.setVisible(has_copy)
        self._show_list(self._show.isChecked())
        self.setVisible(bool(sentence))
        if not sentence:
            self._show.setChecked(False)
            self.note("")

    def note(self, words: str) -> None:
        """Say below the sentence what did not work meanwhile, or that it was tried again; "" for nothing."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    @property
    def noted(self) -> str:
        """What stands below the sentence."""
        return self._note.text()

    def toggle_list(self) -> None:
        """Name the changes, or no longer."""
        self._show.toggle()

    def _show_list(self, shown: bool) -> None:
        words = [f"• {line}" for line in self._lines[:MOST_SHOWN]]
        if len(self._lines) > MOST_SHOWN:
            words.append(self.tr("and %n more", "", len(self._lines) - MOST_SHOWN))
        self._list.setText("\n".join(words))
        self._list.setVisible(shown and bool(self._lines))
        self._say_show()

    def _say_show(self) -> None:
        self._show.setText(self.tr("Hide them") if self._show.isChecked() else self.tr("Show them"))

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.retry.setText(self.tr("Try again"))
        self._copy.setText(self.tr("Save a copy elsewhere…"))
        self._go_on.setText(self.tr("Go on in the copy"))
        self._say_show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Fill with the tint of the strip, below it too."""
        QPainter(self).fillRect(event.rect(), QColor(theme.current().bad_tint))
