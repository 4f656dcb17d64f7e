"""A field leaves the window's keys to the window, and keeps what every field does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotator.ui.field_keys import FieldKeys
from annotator.ui.keymap import keymap
from annotator.ui.settings.key_capture import KeyCapture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class _Greedy(QLineEdit):
    """Wants every key for itself, as fields under X11 want Ctrl+E."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.fixture
def field(on_screen: Callable[[QWidget, int, int], None]) -> Iterator[QLineEdit]:
    panel, field = QWidget(), _Greedy()
    QVBoxLayout(panel).addWidget(field)
    keys = FieldKeys(panel)
    on_screen(panel, 300, 100)
    field.setFocus()
    assert keys.parent() is panel
    yield field
    keymap().choose({})


def _keeps(field: QLineEdit, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QCoreApplication.sendEvent(field, event)
    return event.isAccepted()


def test_keys_of_the_window_are_left_to_it(field: QLineEdit) -> None:
    assert not _keeps(field, Qt.Key.Key_E, CTRL)
    assert _keeps(field, Qt.Key.Key_U, CTRL)
    keymap().choose({"file.export": ("Ctrl+U",)})
    assert not _keeps(field, Qt.Key.Key_U, CTRL)


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Z, CTRL),
        (Qt.Key.Key_V, CTRL),
        (Qt.Key.Key_A, CTRL),
        (Qt.Key.Key_BracketLeft, NONE),
        (Qt.Key.Key_Delete, NONE),
    ],
)
def test_what_fields_do_and_keys_of_the_article_stay_theirs(
    field: QLineEdit, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    assert _keeps(field, key, modifiers)


def test_a_field_that_is_given_keys_gets_all_of_them(
    on_screen: Callable[[QWidget, int, int], None],
) -> None:
    panel, capture = QWidget(), KeyCapture()
    QVBoxLayout(panel).addWidget(capture)
    FieldKeys(panel)
    on_screen(panel, 300, 100)
    capture.setFocus()
    assert _keeps(capture, Qt.Key.Key_E, CTRL)
