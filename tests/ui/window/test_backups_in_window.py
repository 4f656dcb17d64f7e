"""Backups in the whole window: to the page and back, and a backup in place of a damaged library."""

from __future__ import annotations

import sqlite3
from functools import partialmethod
from typing import TYPE_CHECKING

import pytest

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.services.library import open_library
from annotator.storage.file.lock import LibraryLock
from annotator.ui import choosing

from .conftest import ARTICLES, WAIT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow


@pytest.fixture
def backed_up(filled: Path) -> Path:
    """The library with a verified copy."""
    with open_library(str(filled)) as library:
        library.corpora.create("Thêm")  # a copy tells whose it is by the place of the last work
        library.backups.make()
    return filled


def test_a_document_deleted_for_ever_comes_back_and_is_opened(
    at: Callable[[Path], MainWindow], backed_up: Path, qtbot: QtBot
) -> None:
    with open_library(str(backed_up)) as library:
        corpus = next(each for each in library.corpora.list() if each.documents)
        gone = library.documents.rows(library.documents.keys(corpus.uid))[0]
        library.documents.bin([gone.uid])
        library.purging.empty_bin()
    window = at(backed_up)
    window.actions_["file.backups"].trigger()
    page = window.late.backups
    assert window.page == "backups"
    qtbot.waitUntil(lambda: page.model.length() == 2, timeout=WAIT)
    page.view.go_to(1)
    qtbot.waitUntil(lambda: page.side_view.model.length() > 0, timeout=WAIT)
    page.side_view.model.toggle(1)
    page.act()
    qtbot.waitUntil(lambda: window.flow.workbench.corpus.documents == len(ARTICLES), timeout=WAIT)
    qtbot.waitUntil(lambda: not page.side_view.model.length(), timeout=WAIT)
    page.document_wanted.emit(gone.uid)
    qtbot.waitUntil(lambda: window.flow.open_document_uid == gone.uid, timeout=WAIT)
    assert window.page == "label"


@pytest.mark.parametrize("harm", [b"damaged" * 1000, b""])
def test_a_backup_takes_the_place_of_a_library_that_does_not_open(
    at: Callable[[Path], MainWindow], backed_up: Path, qtbot: QtBot, harm: bytes
) -> None:
    backed_up.write_bytes(harm)
    window = at(backed_up)
    assert window.page == "refused"
    button = window.late.refused.place_button
    qtbot.waitUntil(button.isVisible, timeout=WAIT)
    button.click()
    qtbot.waitUntil(lambda: window.place.article.has_document, timeout=WAIT)
    assert window.status_line.state == "Saved"
    (kept,) = backed_up.parent.glob("filled.annotator.damaged-*")
    assert str(kept) in window.notice_strip.sentence
    assert "3 documents · 1 span" in window.notice_strip.sentence
    assert kept.read_bytes() == harm


def test_no_empty_library_is_begun_unasked_where_one_with_backups_was(
    at: Callable[[Path], MainWindow], backed_up: Path, qtbot: QtBot
) -> None:
    backed_up.unlink()
    window = at(backed_up)
    page = window.late.refused
    assert window.page == "refused"
    assert page.title == "This library is not there any more"
    assert "Backups of it are kept" in page.sentence
    assert not backed_up.exists()
    qtbot.waitUntil(page.place_button.isVisible, timeout=WAIT)
    page.anew_button.click()
    qtbot.waitUntil(lambda: window.flow.workbench.library is not None, timeout=WAIT)
    assert backed_up.exists()


def test_a_library_that_another_program_holds_keeps_its_place(
    at: Callable[[Path], MainWindow], backed_up: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LibraryLock, "acquire", partialmethod(LibraryLock.acquire, wait=0.0))
    with open_library(str(backed_up), program="another annotator"):
        window = at(backed_up)
        qtbot.waitUntil(window.late.refused.backup_button.isVisible, timeout=WAIT)
        asked = window.commands.part(_doing())._in_place.looked
        with qtbot.waitSignal(asked, timeout=WAIT, raising=False):
            window.commands.part(_doing())._in_place.look(str(backed_up))
        assert window.late.refused.place_button.isHidden()


def _doing() -> type:
    from annotator.ui.backups.doing import BackupsDoing

    return BackupsDoing


def test_a_library_found_damaged_while_open_can_be_replaced(
    at: Callable[[Path], MainWindow], backed_up: Path, qtbot: QtBot
) -> None:
    with sqlite3.connect(backed_up) as planted:
        planted.execute("UPDATE document SET text = replace(text, 'o', 'a')")
        planted.execute("UPDATE step SET seq = seq + 1 WHERE seq = (SELECT max(seq) FROM step)")
    planted.close()
    window = at(backed_up)
    qtbot.waitUntil(lambda: window.status_line.state == "Open for reading", timeout=WAIT)
    window.actions_["file.backups"].trigger()
    page = window.late.backups
    qtbot.waitUntil(lambda: page.model.length() == 1 and not page.is_busy, timeout=WAIT)
    assert page.new_button.isVisible()
    qtbot.waitUntil(page.main.isEnabled, timeout=WAIT)
    page.main.click()
    qtbot.waitUntil(lambda: window.status_line.state == "Saved", timeout=WAIT)
    assert "is kept as" in window.notice_strip.sentence


def test_a_sentence_that_the_page_says_stands_in_no_strip_besides(
    at: Callable[[Path], MainWindow], backed_up: Path, qtbot: QtBot
) -> None:
    window = at(backed_up)
    window.actions_["file.backups"].trigger()
    page = window.late.backups
    qtbot.waitUntil(lambda: page.model.length() == 1 and not page.is_busy, timeout=WAIT)
    failed = EnvironmentProblem(say("The disk fails."))
    window.flow.telling.warn("Something else.")
    page.refused(failed)
    assert window.notice_strip.sentence == "Something else."
    window.flow.telling.warn("The disk fails.")
    page.refused(failed)
    assert (window.notice_strip.sentence, page.hint.text()) == ("", "The disk fails.")


def test_a_folder_that_takes_no_files_is_refused_at_once(
    at: Callable[[Path], MainWindow],
    backed_up: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = at(backed_up)
    window.actions_["file.backups"].trigger()
    page = window.late.backups
    qtbot.waitUntil(lambda: page.model.length() == 1, timeout=WAIT)
    chosen = [tmp_path / "unplugged", tmp_path]
    monkeypatch.setattr(choosing, "folder_to_open", lambda *_: str(chosen.pop(0)))
    page.folder_wanted.emit(False)
    assert window.personal.now.backup_folder == ""
    assert f"Nothing can be written into {tmp_path / 'unplugged'}" in window.notice_strip.sentence
    page.folder_wanted.emit(False)
    assert window.personal.now.backup_folder == str(tmp_path)
    assert not list(tmp_path.glob(".annotator-*"))
