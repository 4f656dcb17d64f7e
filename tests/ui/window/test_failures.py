"""Errors that nobody caught: told in one dialog, written down without words of data, never in the way."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QtMsgType, qCritical, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator import logs
from annotator.errors import Cancelled, UserError
from annotator.last_run import Run
from annotator.messages import say
from annotator.services.saving.hooks import SaveState
from annotator.ui.failures import words_of
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.reporting.crash_dialog import CrashDialog

from .conftest import WAIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow

MARKER = "Zzyzx"


@pytest.fixture
def heard(window: MainWindow) -> Iterator[MainWindow]:
    window.failures.install()
    yield window
    window.failures.uninstall()


def told(window: MainWindow, qtbot: QtBot) -> CrashDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(CrashDialog)), timeout=WAIT)
    (dialog,) = window.findChildren(CrashDialog)
    assert dialog.isVisible()
    return dialog


def go_on(window: MainWindow, qtbot: QtBot) -> None:
    told(window, qtbot).go_on_button.click()
    qtbot.waitUntil(lambda: not window.findChildren(CrashDialog), timeout=WAIT)


def words_in(dialog: CrashDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(PlainLabel))


def hook(error: BaseException) -> None:
    try:
        raise error
    except type(error) as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def test_an_expected_error_is_its_sentence_and_a_wish_fulfilled_is_none() -> None:
    assert words_of(UserError(say("No {thing}.", thing="bread"))) == "No bread."
    assert words_of(Cancelled(say("Stopped."))) == ""


def test_a_bug_opens_one_dialog_with_details_and_the_program_goes_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    before = (sys.excepthook, sys.unraisablehook, threading.excepthook)
    window.failures.install()
    for _ in range(2):
        hook(RuntimeError(MARKER))
    window.failures.uninstall()
    assert (sys.excepthook, sys.unraisablehook, threading.excepthook) == before
    dialog = told(window, qtbot)
    assert "RuntimeError" in words_in(dialog)
    assert "Everything you did is saved." in words_in(dialog)
    dialog.show_button.click()
    assert dialog.details.isVisible()
    assert "in hook" in dialog.details.toPlainText()
    assert MARKER not in dialog.details.toPlainText()
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == dialog.details.toPlainText()
    go_on(window, qtbot)
    assert window.place.article.has_document


def test_the_same_error_again_leaves_the_person_alone_for_a_while(heard: MainWindow, qtbot: QtBot) -> None:
    error = RuntimeError("again")
    for _ in range(3):
        hook(error.with_traceback(None))
        QApplication.processEvents()
        if heard.findChildren(CrashDialog):
            go_on(heard, qtbot)
    assert not heard.findChildren(CrashDialog)
    hook(TypeError("another"))
    go_on(heard, qtbot)


def test_what_is_not_saved_is_counted(
    heard: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(heard.library_desk), "pending", property(lambda _: 3))
    heard.windows.saving.state = SaveState("failed", 3)
    hook(RuntimeError())
    dialog = told(heard, qtbot)
    assert "3 changes could not be saved so far: they are kept in the window" in words_in(dialog)
    assert "have the changes saved or copied first" in words_in(dialog)
    monkeypatch.undo()
    heard.windows.saving.state = SaveState("saved")
    go_on(heard, qtbot)


def test_threads_slots_and_what_cannot_be_raised_are_heard(heard: MainWindow, qtbot: QtBot) -> None:
    thread = threading.Thread(target=lambda: [][0])
    thread.start()
    thread.join()
    dialog = told(heard, qtbot)
    assert "IndexError" in words_in(dialog)
    go_on(heard, qtbot)

    class Falls:
        def __del__(self) -> None:
            raise OSError(28, "full", MARKER)

    made = Falls()
    del made
    dialog = told(heard, qtbot)
    assert "OSError: ENOSPC" in dialog.details.toPlainText()
    assert MARKER not in dialog.details.toPlainText()
    go_on(heard, qtbot)


def test_an_error_while_telling_of_one_ends_there_and_the_next_is_told(
    heard: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fall(*_: object, **__: object) -> None:
        raise MemoryError

    with monkeypatch.context() as broken, qtbot.captureExceptions() as raised:
        broken.setattr(CrashDialog, "__init__", fall)
        hook(RuntimeError("first"))
        QApplication.processEvents()
    assert len(raised) <= 1
    assert not heard.findChildren(CrashDialog)
    hook(TypeError("second"))
    go_on(heard, qtbot)
    assert heard.place.article.has_document


@pytest.mark.qt_log_ignore(MARKER, "critical")
def test_complaints_of_qt_are_logged_and_critical_ones_told(
    heard: MainWindow, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    logging.getLogger("annotator").propagate = True
    for _ in range(9):
        qWarning(f'cannot open "{MARKER} ở nhà"')
    assert caplog.text.count("QtWarningMsg: cannot open …") == 3
    assert MARKER not in caplog.text
    assert not heard.findChildren(CrashDialog)
    qCritical("critical: no place to paint")
    assert "critical: no place to paint" in told(heard, qtbot).details.toPlainText()
    go_on(heard, qtbot)
    assert QtMsgType.QtCriticalMsg.name in caplog.text


def test_the_dialog_leads_to_the_report_which_is_read_before_it_is_saved(
    heard: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.txt"
    monkeypatch.setattr("annotator.ui.choosing.file_to_save", lambda *_: str(target))
    hook(RuntimeError("gone"))
    told(heard, qtbot).report_button.click()
    assert heard.page == "report"
    page = heard.late.report
    qtbot.waitUntil(page.save_button.isEnabled, timeout=WAIT)
    assert "looked at quickly: sound" in page.text.toPlainText()
    assert "documents: 3" in page.text.toPlainText()
    assert not target.exists()
    page.text.setPlainText("only this")
    page.save_button.click()
    assert target.read_text(encoding="utf-8") == "only this"
    page.close_button.click()
    assert heard.page == "label"


def test_a_run_that_did_not_end_is_told_once(
    at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    folder = logs.log_file().parent
    folder.mkdir(parents=True)
    (folder / "open-left").write_text(
        '{"began": "2026-11-20T08:15:00+00:00", "crash_bytes": 0}', encoding="utf-8"
    )
    window = at(filled)
    window.windows.begin_run()
    window.flow.open_library(str(filled))
    qtbot.waitUntil(lambda: bool(window.notice_strip.sentence), timeout=WAIT)
    assert "was ended before it could close" in window.notice_strip.sentence
    assert "Everything it said was saved is in the library." in window.notice_strip.sentence
    window.windows.end_run()
    again = Run(folder)
    assert again.begin() is None
    again.end()
