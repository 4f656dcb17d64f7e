"""The language in force: who hears of it, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QWidget

from annotator.ui.i18n import language

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class _Listening(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.heard = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        self.heard += event.type() == QEvent.Type.LanguageChange
        super().changeEvent(event)


@pytest.fixture
def widget(qtbot: QtBot) -> _Listening:
    made = _Listening()
    qtbot.addWidget(made)
    QCoreApplication.sendPostedEvents()
    made.heard = 0
    return made


def test_another_language_is_told_to_every_widget(widget: _Listening) -> None:
    language().choose("vi")
    QCoreApplication.sendPostedEvents()
    assert widget.heard
    assert QLocale().name() == "vi_VN"


def test_the_language_in_force_is_not_told_again(widget: _Listening) -> None:
    language().choose("en")
    QCoreApplication.sendPostedEvents()
    assert not widget.heard
