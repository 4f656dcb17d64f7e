from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from annotator.errors import Cancelled, UserError
from annotator.messages import say
from annotator.ui.failures import words_of
from annotator.ui.reporting.crash_dialog import CrashDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow


def test_an_expected_error_is_its_sentence_and_a_wish_fulfilled_is_none() -> None:
    assert words_of(UserError(say("No {thing}.", thing="bread"))) == "No bread."
    assert words_of(Cancelled(say("Stopped."))) == ""


def test_a_bug_opens_one_dialog_with_details_and_the_program_goes_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    before = sys.excepthook
    window.failures.install()
    hook = sys.excepthook
    try:
        for _ in range(2):
            hook(RuntimeError, RuntimeError("wrong"), None)
    finally:
        window.failures.uninstall()
    assert sys.excepthook is before
    qtbot.waitUntil(lambda: bool(window.findChildren(CrashDialog)))
    (dialog,) = window.findChildren(CrashDialog)
    assert dialog.isVisible()
    dialog.accept()
    qtbot.waitUntil(lambda: not window.findChildren(CrashDialog))
    assert window.place.article.has_document
