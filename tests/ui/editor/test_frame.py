"""The focus ring stands around the view, and only for the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.ui.tokens import DARK, LIGHT


def _focus(view, reason, kind=QEvent.Type.FocusIn):
    QApplication.sendEvent(view, QFocusEvent(kind, reason))


def _edge(view) -> str:
    return view.grab().toImage().pixelColor(view.width() // 2, 0).name()


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.BacktabFocusReason, True),
        (Qt.FocusReason.ShortcutFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, False),
        (Qt.FocusReason.OtherFocusReason, False),
    ],
)
def test_the_ring_shows_for_the_keyboard_only(make_view, reason, expected):
    view = make_view()
    _focus(view, reason)
    assert view._frame.has_ring is expected
    assert _edge(view) == (LIGHT.accent if expected else LIGHT.page)


def test_the_ring_goes_with_the_focus_and_with_the_mouse(make_view):
    view = make_view()
    _focus(view, Qt.FocusReason.TabFocusReason)
    _focus(view, Qt.FocusReason.PopupFocusReason, QEvent.Type.FocusOut)
    assert view._frame.has_ring
    _focus(view, Qt.FocusReason.TabFocusReason, QEvent.Type.FocusOut)
    assert not view._frame.has_ring
    _focus(view, Qt.FocusReason.TabFocusReason)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(100, 40)
    )
    assert not view._frame.has_ring


def test_the_ring_is_outside_the_viewport_and_the_column_is_told_in_the_views_px(make_view):
    view = make_view(width=900)
    assert view.viewport().x() == 2
    left, width = view.column()
    words = view.rect_of(1, 4)
    assert left == view.viewport().x() + words.left() or abs(left - 2 - words.left()) <= 2
    assert width == 720


def test_a_theme_reaches_the_margin(make_view):
    view = make_view()
    view.set_theme(DARK)
    assert _edge(view) == DARK.page
