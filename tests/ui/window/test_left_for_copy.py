"""The old file says where the newer copy lies; in the copy nothing is marked any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.services.library import open_library
from annotator.services.saving import newer_copy
from annotator.ui.models.document_model import UNSAVED_ROLE

from .conftest import WAIT, close
from .test_unsaved import LABELLED, _never_by_itself, answer, disk, fail, words_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow

    from .test_unsaved import Disk

__all__ = ["_never_by_itself", "disk"]


def _close_with_copy(window: MainWindow, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(window), "ask_for_copy", lambda _self: copy)
    answer(lambda dialog: dialog._copy.click())
    assert window.close()


def _copy_and_go_on(window: MainWindow, copy: Path, qtbot: QtBot) -> None:
    window.windows.copying.copy_to(str(copy))
    qtbot.waitUntil(lambda: window.windows.copying.whole is not None, timeout=WAIT)
    window.failed_strip.go_on_wanted.emit()
    qtbot.waitUntil(
        lambda: window.flow.workbench.library is not None and window.place.article.has_document, timeout=WAIT
    )


def test_the_next_start_of_the_old_file_names_the_copy_and_opens_it(
    window: MainWindow,
    disk: Disk,
    at: Callable[[Path], MainWindow],
    qtbot: QtBot,
    filled: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fail(qtbot, window)
    copy = tmp_path / "copy.annotator"
    _close_with_copy(window, copy, monkeypatch)
    disk.is_full = False
    again = at(filled)
    strip = again.kept_strips.copies
    qtbot.waitUntil(strip.isVisible, timeout=WAIT)
    assert strip.sentence.startswith("1 change that could not be saved in this file is in a copy of it")
    assert str(copy) in strip.sentence
    qtbot.mouseClick(strip.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: again.library_desk.where == str(copy), timeout=WAIT)
    qtbot.waitUntil(lambda: again.place.article.has_document, timeout=WAIT)
    assert not strip.isVisible()
    close(again)
    assert LABELLED in words_in(copy)


def test_it_is_said_at_each_start_until_the_person_needs_it_no_more(
    window: MainWindow,
    disk: Disk,
    at: Callable[[Path], MainWindow],
    qtbot: QtBot,
    filled: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fail(qtbot, window)
    copy = tmp_path / "copy.annotator"
    _close_with_copy(window, copy, monkeypatch)
    disk.is_full = False
    copy.unlink()
    again = at(filled)
    strip = again.kept_strips.copies
    qtbot.waitUntil(strip.isVisible, timeout=WAIT)
    assert "The copy is not there now" in strip.sentence
    assert not strip.open_button.isVisible()
    qtbot.mouseClick(strip.forget_button, Qt.MouseButton.LeftButton)
    assert not strip.isVisible()
    facts = again.flow.workbench.library
    assert facts is not None
    assert newer_copy.known(facts.uid, newer_copy.kept_files.place_of(str(filled))) == []


def test_every_copy_is_told_of_the_newest_first(
    at: Callable[[Path], MainWindow], qtbot: QtBot, filled: Path, tmp_path: Path
) -> None:
    with open_library(str(filled)) as library:
        uid, place = library.uid, newer_copy.kept_files.place_of(str(filled))
    copies = [tmp_path / "first.annotator", tmp_path / "second.annotator"]
    for number, copy in enumerate(copies):
        kept = newer_copy.remember(uid, place, str(copy), 1)
        kept.write_text(kept.read_text().replace("2026", f"203{number}"))  # made a second apart, in short
    strip = at(filled).kept_strips.copies
    qtbot.waitUntil(strip.isVisible, timeout=WAIT)
    assert str(copies[1]) in strip.sentence
    assert "1 older copy will be told of after this one." in strip.sentence
    qtbot.mouseClick(strip.forget_button, Qt.MouseButton.LeftButton)
    assert str(copies[0]) in strip.sentence
    assert "older" not in strip.sentence
    assert [each.path for each in newer_copy.known(uid, place)] == [str(copies[0])]
    qtbot.mouseClick(strip.forget_button, Qt.MouseButton.LeftButton)
    assert not strip.isVisible()


def test_nothing_is_said_when_closing_saved_all_after_all(
    window: MainWindow, disk: Disk, qtbot: QtBot, filled: Path, tmp_path: Path
) -> None:
    fail(qtbot, window)
    window.windows.copying.copy_to(str(tmp_path / "copy.annotator"))
    qtbot.waitUntil(lambda: window.windows.copying.whole is not None, timeout=WAIT)
    facts = window.flow.workbench.library
    assert facts is not None

    def room_again(dialog: object) -> None:
        disk.is_full = False
        dialog._close.click()  # type: ignore[attr-defined]

    answer(room_again)
    assert window.close()
    assert LABELLED in words_in(filled)
    assert newer_copy.known(facts.uid, newer_copy.kept_files.place_of(str(filled))) == []


def test_in_the_copy_no_document_is_marked_and_the_old_file_tells_of_it(
    window: MainWindow,
    disk: Disk,
    at: Callable[[Path], MainWindow],
    qtbot: QtBot,
    filled: Path,
    tmp_path: Path,
) -> None:
    fail(qtbot, window)
    model = window.place.documents._model
    assert model.index(0, 0).data(UNSAVED_ROLE) is True
    copy = tmp_path / "copy.annotator"
    _copy_and_go_on(window, copy, qtbot)
    disk.is_full = False
    qtbot.waitUntil(lambda: model.index(0, 0).data(UNSAVED_ROLE) is not None, timeout=WAIT)
    assert model.index(0, 0).data(UNSAVED_ROLE) is False
    close(window)
    again = at(filled)
    qtbot.waitUntil(again.kept_strips.copies.isVisible, timeout=WAIT)
    assert str(copy) in again.kept_strips.copies.sentence
