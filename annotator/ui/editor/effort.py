"""Counts what a person does to label: key presses and clicks in the article and in lists, and their time."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea

from annotator.model.effort import LONGEST_PAUSE, Effort

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.ui.editor.article_view import ArticleView

_ALONE: Final = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
"""Keys that mean nothing by themselves."""


class EffortMeter(QObject):
    """Watches one article.

    Signals:
        key_coming: a key was pressed (a `QKeyEvent`), before anything is done about it.
        key_gone: a key was let go (a `QKeyEvent`).
        click_coming: a mouse button went down in the article, before anything is done about it.
    """

    key_coming = Signal(object)
    key_gone = Signal(object)
    click_coming = Signal()

    def __init__(self, view: ArticleView, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(view)
        self._view = view
        self._clock = clock
        self._keys = 0
        self._seconds = 0.0
        self._last = clock()
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def watch(self, *widgets: QWidget) -> None:
        """Count what is done in these widgets too, from where spans are labelled as well."""
        for widget in widgets:
            widget.installEventFilter(self)
            if isinstance(widget, QAbstractScrollArea):
                widget.viewport().installEventFilter(self)

    def take(self) -> Effort:
        """What was done since it was asked last."""
        self._pass_time()
        effort = Effort(self._keys, round(self._seconds * 1000))
        self._keys, self._seconds = 0, 0.0
        return effort

    def _count(self) -> None:
        self._pass_time()
        self._keys += 1

    def _pass_time(self) -> None:
        now = self._clock()
        passed, self._last = now - self._last, now
        if passed <= LONGEST_PAUSE:
            self._seconds += passed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Count; every key press is first heard as a question whether it overrides a shortcut."""
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride:
            if isinstance(event, QKeyEvent) and Qt.Key(event.key()) not in _ALONE:
                if not event.isAutoRepeat():
                    self._count()
                if watched is self._view:
                    self.key_coming.emit(event)
        elif kind is QEvent.Type.KeyRelease and watched is self._view:
            if isinstance(event, QKeyEvent) and not event.isAutoRepeat():
                self.key_gone.emit(event)
        elif kind in _PRESSES and not isinstance(watched, QAbstractScrollArea):  # its viewport tells them
            self._count()
            if watched is self._view.viewport():
                self.click_coming.emit()
        return False


_PRESSES: Final = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
