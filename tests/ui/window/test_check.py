"""The check in the window: it says what is wrong, puts right what is proved, and saves what can be read."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.services.library import open_library
from annotator.ui import choosing

from .conftest import WAIT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from annotator.ui.check.page import CheckPage
    from annotator.ui.main_window import MainWindow

    At = Callable[[Path], MainWindow]


def _plant(library: Path, statement: str) -> None:
    with sqlite3.connect(library) as planted:
        planted.execute(statement)
    planted.close()


def _checked(window: MainWindow, qtbot: QtBot) -> CheckPage:
    window.actions_["file.check"].trigger()
    page = window.late.check
    qtbot.waitUntil(lambda: not page.is_under_way, timeout=WAIT)
    return page


def test_a_sound_library_is_called_sound_in_figures(at: At, filled: Path, qtbot: QtBot) -> None:
    window = at(filled)
    page = _checked(window, qtbot)
    assert page.answer.text() == "Sound: 1 span looked at"
    assert "3 documents" in page.meaning.text()
    assert not page.rescue_button.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.page == "label"


def test_what_is_wrong_is_put_right_once_however_often_it_is_asked(
    at: At, filled: Path, qtbot: QtBot
) -> None:
    _plant(filled, "UPDATE label_count SET spans = 7")
    page = _checked(at(filled), qtbot)
    assert page.answer.text() == "1 problem"
    assert page.main_button.text() == "Put 1 right"
    assert "Counts" in page.findings.sentences
    page.main_button.click()
    page.repair()
    page.check()
    qtbot.waitUntil(lambda: not page.is_under_way, timeout=WAIT)
    assert page.answer.text() == "Sound: 1 span looked at"
    assert "1 thing put right." in page.meaning.text()
    assert len(list(filled.parent.glob("*.before-repair-*"))) == 1


def test_a_text_comes_back_from_a_backup_and_the_library_can_be_written_again(
    at: At, filled: Path, qtbot: QtBot
) -> None:
    with open_library(str(filled)) as library:
        library.backups.make()
        corpus = library.corpora.list()[0].uid
        library.documents.add(corpus, "Later", "Newer than the copy.")
    _plant(filled, "UPDATE document SET text = replace(text, 'o', 'a') WHERE id = 1")
    window = at(filled)
    qtbot.waitUntil(lambda: window.status_line.state == "Open for reading", timeout=WAIT)
    page = _checked(window, qtbot)
    assert any("taken from the backup" in words for words in page.findings.sentences)
    page.main_button.click()
    qtbot.waitUntil(lambda: not page.is_under_way, timeout=WAIT)
    assert page.main_button.text() == "Open the library again"
    page.main_button.click()
    qtbot.waitUntil(lambda: window.page == "label", timeout=WAIT)
    assert window.flow.workbench.library is not None
    assert not window.flow.workbench.library.is_read_only


def test_what_cannot_be_put_right_leads_to_the_document_and_to_a_new_library(
    at: At, filled: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _plant(filled, "UPDATE span_version SET note = 'x'")
    new = filled.with_name("saved.annotator")
    monkeypatch.setattr(choosing, "file_to_save", lambda *_: str(new))
    window = at(filled)
    page = _checked(window, qtbot)
    assert page.main_button.text() == "Save what can be read…"
    assert any("Cannot be put right" in words for words in page.findings.sentences)
    page.main_button.click()
    qtbot.waitUntil(lambda: not page.is_under_way, timeout=WAIT)
    assert page.answer.text() == "3 documents saved"
    page.main_button.click()
    qtbot.waitUntil(lambda: window.library_desk.where == str(new) and window.page == "label", timeout=WAIT)


def test_a_check_that_is_stopped_says_so(at: At, filled: Path, qtbot: QtBot) -> None:
    window = at(filled)
    window.actions_["file.check"].trigger()
    page = window.late.check
    page.stop_button.click()
    qtbot.waitUntil(lambda: not page.is_under_way, timeout=WAIT)
    assert page.answer.text() == "Stopped"


def test_of_a_library_that_does_not_open_what_can_be_read_is_saved(
    at: At, filled: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = bytearray(filled.read_bytes())
    content[60:64] = bytes(4)
    filled.write_bytes(content)
    new = filled.with_name("saved.annotator")
    chosen = iter(["", str(new)])
    monkeypatch.setattr(choosing, "file_to_save", lambda *_: next(chosen))
    window = at(filled)
    window.late.refused.rescue_wanted.emit()
    assert window.page == "refused"  # nothing was chosen
    window.late.refused.rescue_wanted.emit()
    page = window.late.check
    qtbot.waitUntil(lambda: not page.is_under_way, timeout=WAIT)
    assert page.answer.text() == "3 documents saved"
    assert "Nothing was lost." in page.meaning.text()
    assert page.again_button.isHidden()
    assert filled.read_bytes() == content
    page.main_button.click()
    qtbot.waitUntil(lambda: window.library_desk.where == str(new) and window.page == "label", timeout=WAIT)
    assert _checked(window, qtbot).answer.text() == "Sound: 1 span looked at"


def test_after_a_rescue_that_failed_the_backups_are_offered_and_not_the_same_again(
    at: At, filled: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.write_bytes(filled.read_bytes()[:100] + b"\xff" * 20000)
    monkeypatch.setattr(choosing, "file_to_save", lambda *_: str(filled.with_name("saved.annotator")))
    window = at(filled)
    assert window.page == "refused"
    window.late.refused.rescue_wanted.emit()
    page = window.late.check
    qtbot.waitUntil(lambda: not page.is_under_way, timeout=WAIT)
    assert page.answer.text() == "Not done"
    assert page.main_button.text() == "Look for a backup…"
    assert not page.rescue_button.isHidden()
    page.main_button.click()
    assert window.page == "refused"
