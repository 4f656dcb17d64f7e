"""A person at the window: real key presses, mouse presses and waiting for what the status line says.

Loaded by the tests' conftest and by the child processes that get killed; it knows the window's parts by their
types and asks the view only where things are, as eyes would.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.app import open_window
from annotator.ui.editor.article_view import ArticleView
from annotator.ui.panels.picker import Picker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.model.span import Span

Mark = tuple[int, int, str]
LABEL_KEYS = {"person": "1", "position": "2", "organization": "3", "campaign": "4", "award": "5"}
_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_FAR = 12


class Person:
    """Somebody at one window, opened on one library."""

    def __init__(self, library: Path) -> None:
        self.window = open_window(str(library))
        self.window.activateWindow()
        view, picker = self.window.findChild(ArticleView), self.window.findChild(Picker)
        assert isinstance(view, ArticleView)
        assert isinstance(picker, Picker)
        self.view, self.picker = view, picker
        self.workbench = self.window.flow.workbench
        self.wait(lambda: self.workbench.library, "the library")

    def close(self) -> None:
        """Close the window, as with its cross."""
        self.window.close()
        self.window.deleteLater()
        QTest.qWait(1)

    # Waiting

    def wait(self, condition: Callable[[], object], what: str, seconds: float = 10) -> None:
        """Let the program go on until the condition holds."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"waited in vain: {what}"
            QTest.qWait(5)

    def wait_saved(self) -> None:
        """Until everything done is on the disk."""
        self.wait(lambda: self.window.library_desk.pending == 0, "saved")

    def wait_document(self) -> None:
        """Until a document can be read, and the keys go to it."""
        self.wait(lambda: self.view.has_document and self.view.hasFocus(), "a document")

    def pause_between_clicks(self) -> None:
        """So long that the next click is no double click."""
        QTest.qWait(QApplication.doubleClickInterval() + 20)

    # Looking

    def marks(self) -> set[Mark]:
        """All spans of the open document."""
        document = self.workbench.document
        assert document is not None
        return {(span.start, span.end, self.label_name(span)) for span in document.state.spans()}

    def corpus_name(self) -> str:
        """The name of the open corpus, "" without one."""
        return self.workbench.corpus.name if self.workbench.corpus else ""

    def undo_to(self, marks: set[Mark]) -> None:
        """Press Ctrl+Z once, and wait until exactly these spans are left."""
        self.key(Qt.Key.Key_Z, _CTRL)
        self.wait(lambda: self.marks() == marks, f"undo to {len(marks)} spans, not {len(self.marks())}", 5)

    def label_name(self, span: Span) -> str:
        """The name of a span's label."""
        document = self.workbench.document
        assert document is not None
        return next(label.name for label in document.labels if label.uid == span.label)

    # Keys

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE, times: int = 1) -> None:
        """Press a key in the widget that has the focus."""
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def type(self, words: str) -> None:
        """Type characters."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, words)

    def go_to(self, position: int, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Bring the caret to a position by arrows, by words while it is far."""
        while self.view.caret != position:
            away = position - self.view.caret
            arrow = Qt.Key.Key_Right if away > 0 else Qt.Key.Key_Left
            before = self.view.caret
            self.key(arrow, modifiers | _CTRL if abs(away) > _FAR else modifiers)
            assert self.view.caret != before, f"the caret stays at {before}"

    def select_by_keys(self, start: int, end: int) -> None:
        """Select a stretch with arrows and Shift."""
        self.go_to(start)
        self.go_to(end, _SHIFT)

    def label_by_keys(self, mark: Mark) -> None:
        """Select and press the label's key."""
        self.select_by_keys(mark[0], mark[1])
        self.type(LABEL_KEYS[mark[2]])

    # Mouse

    def drag_over(self, start: int, end: int, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Press before the first character, move, let go behind the last one."""
        self.view.reveal(start, end)
        QTest.qWait(1)
        first, last = self.view.rect_of(start, start + 1), self.view.rect_of(end - 1, end)
        pressed = QPoint(first.left() + 1, first.center().y())
        released = QPoint(last.right(), last.center().y())
        port = self.view.viewport()
        button = Qt.MouseButton.LeftButton
        QTest.mousePress(port, button, modifiers, pressed)
        for place in ((pressed + released) / 2, released):
            self._move_held(place, modifiers)
        QTest.mouseRelease(port, button, modifiers, released)

    def _move_held(self, place: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Move with the left button down; QTest's own moves know no modifiers."""
        port, button = self.view.viewport(), Qt.MouseButton.LeftButton
        on_screen = QPointF(port.mapToGlobal(place))
        nothing_new = Qt.MouseButton.NoButton
        move = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), on_screen, nothing_new, button, modifiers)
        QApplication.sendEvent(port, move)

    def click_label(self, name: str) -> None:
        """Click a label in the picker that opened at the selection."""
        self.wait(self.picker.isVisible, "the picker")
        rows = self.picker._rows
        row = [label.name for label in rows.labels].index(name) - rows.first
        self.click(rows, QPoint(rows.width() // 3, round((row + 0.5) * rows.row_height)))

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click a widget, in its middle unless told where."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _NONE, place or widget.rect().center())
