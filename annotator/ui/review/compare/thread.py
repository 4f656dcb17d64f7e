"""The comments on a cluster: who said what, a field for more, and whether it is settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.keymap import key_of
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.review import Comment

_FIELD: Final = 58
_PADDING: Final = 13
"""Px before the first word of a quiet button, and the row's spacing."""


class EnterField(QPlainTextEdit):
    """A field that hands its words over on Enter, with Ctrl too; Shift+Enter makes a new line.

    Signals:
        entered: the words, without outer white space.
        left: Escape.
    """

    entered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_FIELD)
        self.setTabChangesFocus(True)

    def begin_with(self, words: str) -> None:
        """Show these words, the cursor behind them."""
        self.setPlainText(words)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def event(self, event: QEvent) -> bool:
        """Keep Enter with Ctrl from what finishes the document."""
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and _is_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter, Escape, else typing."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif _is_enter(event) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit(self.toPlainText().strip())
        else:
            super().keyPressEvent(event)


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Draft:
    """Words that nobody has sent yet; `answered`: uid of the remark they answer, "" for a new thread."""

    words: str
    answered: str = ""


class CommentThreads(QWidget):
    """The threads on one cluster, and a field that is open while somebody writes.

    Signals:
        written: words of a new thread or, with the uid of the remark, of an answer.
        resolve_wanted: uid of a thread's first remark, and whether it shall be resolved.
        left: the person wants back to the text.
    """

    written = Signal(str, str)
    resolve_wanted = Signal(str, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comments: Sequence[Comment] = ()
        self._answered = ""
        self._name: Callable[[Comment], str] = lambda comment: comment.author.name
        self.heading = PlainLabel(size=12, weight=fonts.SEMIBOLD, ink="text2")
        self.field = EnterField()
        self.field.entered.connect(self._entered)
        self.field.left.connect(self.leave_field)
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.heading, self._rows, self.field):
            column.addWidget(widget)
        self.field.hide()
        self.retranslate()
        self.show_comments(())

    @property
    def is_writing(self) -> bool:
        """Whether the field is open."""
        return not self.field.isHidden()

    def show_comments(
        self, comments: Sequence[Comment], name: Callable[[Comment], str] | None = None
    ) -> None:
        """Show threads, answers after what they answer; `name` says what an author is called."""
        self._comments, self._name = comments, name or self._name
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for comment in comments:
            self._add(comment)
        self._fit()

    def write(self) -> None:
        """Open the field: for an answer to the last open thread, else for a new one."""
        last = self._in_hand
        self._open("" if last is None or last.is_resolved else last.uid)

    @property
    def can_resolve(self) -> bool:
        """Whether there is a thread."""
        return self._in_hand is not None

    def resolve(self) -> None:
        """Settle the last open thread; where none is open, open the last one again."""
        last = self._in_hand
        if last is not None:
            self.resolve_wanted.emit(last.uid, not last.is_resolved)

    @property
    def _in_hand(self) -> Comment | None:
        """First remark of the thread that keys are about: the last open one, else the last."""
        threads = [comment for comment in self._comments if not comment.reply_to]
        still_open = [comment for comment in threads if not comment.is_resolved]
        return next(reversed(still_open or threads), None)

    @property
    def draft(self) -> Draft | None:
        """What stands in the field, None while it is closed or empty."""
        words = self.field.toPlainText()
        return Draft(words, self._answered) if self.is_writing and words.strip() else None

    def take_draft(self, draft: Draft | None) -> None:
        """Show what was begun on the cluster that is shown now, or close the field; the focus stays away."""
        if self.field.hasFocus():
            self.left.emit()
        self.field.begin_with(draft.words if draft else "")
        self.field.hide()
        if draft is not None:
            self._show_field(draft.answered)
        self._fit()

    def leave_field(self) -> None:
        """Go back to the text; words that were typed stay in the field."""
        if self.draft is None:
            self.close_field()
        else:
            self.left.emit()

    def close_field(self) -> None:
        """Write nothing."""
        self.field.clear()
        self.field.hide()
        self._fit()
        self.left.emit()

    # Inside

    def _open(self, answered: str) -> None:
        self._show_field(self._answered if self.draft is not None else answered)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_field(self, answered: str) -> None:
        self._answered = answered
        words = self.tr("Answer, then Enter") if answered else self.tr("Comment, then Enter")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.field.show()
        self._fit()

    def _entered(self, words: str) -> None:
        if words:
            self.written.emit(words, self._answered)
        self.close_field()

    def _add(self, comment: Comment) -> None:
        is_answer = bool(comment.reply_to)
        head = PlainLabel(f"{self._name(comment)} · {_when(comment.made)}", size=12, ink="muted")
        words = PlainLabel(comment.text, ink="muted" if comment.is_resolved else "text", wraps=True)
        indent = 16 if is_answer else 0
        for label in (head, words):
            label.setContentsMargins(indent, 0, 0, 0)
            self._column.addWidget(label)
        if not is_answer:
            self._column.addWidget(self._buttons(comment))

    def _buttons(self, comment: Comment) -> QWidget:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(4)
        row.addSpacing(-_PADDING)  # so that the word stands on the edge of the remark
        is_in_hand = comment is self._in_hand
        answer = Button(self.tr("Answer"), kind="quiet", small=True)
        answer.clicked.connect(lambda: self._open(comment.uid))
        is_resolved = comment.is_resolved
        settle = Button(
            self.tr("Open again") if is_resolved else self.tr("Resolve"), kind="quiet", small=True
        )
        settle.clicked.connect(lambda: self.resolve_wanted.emit(comment.uid, not is_resolved))
        if is_in_hand:
            answer.set_key("" if is_resolved else key_of("review.comment"))
            settle.set_key(key_of("review.resolve"))
        row.addWidget(answer)
        row.addWidget(settle)
        row.addStretch(1)
        made = QWidget()
        made.setLayout(row)
        return made

    def _fit(self) -> None:
        self.setVisible(bool(self._comments) or not self.field.isHidden())

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.heading.setText(self.tr("Comments"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.show_comments(self._comments)
        super().changeEvent(event)


def _when(made: str) -> str:
    from annotator.ui.past.days import time_words

    return time_words(made)
