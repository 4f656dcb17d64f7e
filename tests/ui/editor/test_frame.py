"""The focus ring stands around the view, and only for the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.editor.article_view import ArticleView
from annotator.ui.editor.frame import ArticleFrame
from annotator.ui.tokens import DARK


@pytest.fixture
def frame(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = ArticleFrame(ArticleView(), window)
    made.resize(400, 300)
    window.show()
    yield made


def _focus(frame, reason):
    QApplication.sendEvent(frame.view, QFocusEvent(QEvent.Type.FocusIn, reason))


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
def test_the_ring_shows_for_the_keyboard_only(frame, reason, expected):
    _focus(frame, reason)
    assert frame.has_ring is expected
    image = frame.grab().toImage()
    edge = image.pixelColor(200, 0).name()
    assert (edge == QColor("#2563eb").name()) is expected


def test_the_ring_goes_with_the_focus(frame):
    _focus(frame, Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(frame.view, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert not frame.has_ring


def test_a_theme_reaches_the_view(frame):
    frame.set_theme(DARK)
    image = frame.grab().toImage()
    assert image.pixelColor(100, 150).name() == DARK.page
    assert image.pixelColor(0, 150).name() == DARK.page
