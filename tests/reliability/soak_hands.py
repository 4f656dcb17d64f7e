"""The hands of the soak's labeller: real keys and clicks at the real window, and waiting for what follows."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.app import open_window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.ui.main_window import MainWindow
    from tests.reliability.soak_watch import Watch

NONE: Final = Qt.KeyboardModifier.NoModifier
CTRL: Final = Qt.KeyboardModifier.ControlModifier
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_LEFT: Final = Qt.MouseButton.LeftButton
_DELETED: Final = QEvent.Type.DeferredDelete.value
_POLL: Final = 0.002


class StuckError(Exception):
    """Something that had to come did not: the program hangs, or does not do what it was asked."""


class Hands:
    """Somebody's hands at a window; everything the window does with them is measured."""

    def __init__(self, library: Path, watch: Watch) -> None:
        self._watch = watch
        self.presses = 0
        self._now = "start"
        self.doing = "start"
        self.window: MainWindow = open_window(str(library), "en")
        self.window.activateWindow()
        self.flow = self.window.flow
        self.place = self.window.place
        self.view = self.place.article
        self.wait(lambda: self.flow.workbench.library is not None, "the library")
        self.wait(lambda: self.view.has_document, "a document")

    def _begin(self, what: str) -> None:
        """A press or a gesture begins; what the window does from here on is counted to it."""
        self._watch.end(self._now)
        self._now = f"{self.doing} {what}"
        self.presses += 1

    # Waiting

    def turn(self) -> None:
        """Let the window do what there is to do."""
        self._watch.stretch(_work_off)

    def wait(self, condition: Callable[[], object], what: str, seconds: float = 60) -> None:
        """Let the program go on until the condition holds.

        Raises:
            StuckError: it does not within the time.
        """
        end = time.monotonic() + seconds
        while True:
            self.turn()
            if condition():
                return
            if time.monotonic() > end:
                raise StuckError(f"waited in vain: {what}; {self.window.status_line.where!r}")
            time.sleep(_POLL)

    def rest(self, seconds: float) -> None:
        """Do nothing for a while, as people do."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() >= end, "time")

    @property
    def is_saved(self) -> bool:
        """Whether the status line says so."""
        return self.window.library_desk.pending == 0

    def quiet(self) -> None:
        """Until everything is saved and all questions asked of the library so far are answered."""
        self.wait(lambda: self.is_saved, "saved")
        for _ in range(4):  # an answer may ask a further question
            answered: list[object] = []
            self.window.library_desk.desk.read(lambda _library: True, answered.append)
            self.wait(lambda: answered, "an answer")  # noqa: B023  (waited for within the loop)
        self.turn()

    # Keys

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key in the widget that has the focus."""
        for _ in range(times):
            self._begin(_named(key, modifiers))
            target = QApplication.focusWidget() or self.window
            self._watch.stretch(lambda: QTest.keyClick(target, key, modifiers))  # noqa: B023
            self.turn()

    def type(self, words: str) -> None:
        """Type characters."""
        for letter in words:
            self._begin("letter")
            target = QApplication.focusWidget() or self.window
            self._watch.stretch(lambda: _type(target, letter))  # noqa: B023
            self.turn()

    def act(self, identifier: str) -> None:
        """Do something by the palette's or a menu's way."""
        self._begin(identifier)
        self._watch.stretch(self.window.actions_[identifier].trigger)
        self.turn()

    # Mouse

    def click(self, position: int) -> None:
        """Click into a character of the article."""
        self._begin("click")
        self._watch.stretch(lambda: self.view.reveal(position, position + 1))
        place = self.view.rect_of(position, position + 1).center()
        self._watch.stretch(lambda: QTest.mouseClick(self.view.viewport(), _LEFT, NONE, place))
        self.turn()

    def drag(self, start: int, end: int) -> None:
        """Press before the first character, move, let go behind the last one."""
        self._begin("drag")
        self._watch.stretch(lambda: self.view.reveal(start, end))
        self.turn()
        first, last = self.view.rect_of(start, start + 1), self.view.rect_of(end - 1, end)
        pressed = QPoint(first.left() + 1, first.center().y())
        released = QPoint(last.right(), last.center().y())
        port = self.view.viewport()
        self._watch.stretch(lambda: QTest.mousePress(port, _LEFT, NONE, pressed))
        for place in ((pressed + released) / 2, released):
            self._watch.stretch(lambda: self._move(place))  # noqa: B023
        self._watch.stretch(lambda: QTest.mouseRelease(port, _LEFT, NONE, released))
        self.turn()

    def do(self, what: str, work: Callable[[], object]) -> None:
        """Do something that has no key, as a drop of files."""
        self._begin(what)
        self._watch.stretch(work)
        self.turn()

    def _move(self, place: QPoint) -> None:
        port = self.view.viewport()
        on_screen = QPointF(port.mapToGlobal(place))
        none = Qt.MouseButton.NoButton
        move = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), on_screen, none, _LEFT, NONE)
        QApplication.sendEvent(port, move)


def _named(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> str:
    held = "".join(f"{each.name.removesuffix('Modifier')}+" for each in (CTRL, SHIFT) if each & modifiers)
    return held + key.name.removeprefix("Key_")


def _type(target: QWidget, letter: str) -> None:
    if letter.isascii():
        QTest.keyClick(target, letter)
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QTest knows no other letters
        QApplication.sendEvent(target, QKeyEvent(kind, 0, NONE, letter))


def _work_off() -> None:
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, _DELETED)
