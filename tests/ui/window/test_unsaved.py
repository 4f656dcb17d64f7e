"""What the window shows, keeps and asks while changes cannot be saved."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.services.annotating import Annotating
from annotator.services.library import open_library
from annotator.services.saving import trouble
from annotator.ui.models.document_model import UNSAVED_ROLE
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.unsaved.closing import ClosingDialog

from .conftest import WAIT, close
from .test_window import CTRL, label_words, press, wait_saved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.model.outcome import Outcome
    from annotator.services.library import Library
    from annotator.ui.main_window import MainWindow

LABELLED = "Chi hội trưởng"


class Disk:
    """Refuses every step of labelling in the window's library while it is full."""

    def __init__(self, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full = False
        mine: list[object] = []
        window.library_desk.desk.read(lambda library: library.annotating, mine.append)
        qtbot.waitUntil(lambda: bool(mine), timeout=WAIT)
        real = Annotating.apply

        def apply(annotating: Annotating, *words: object) -> object:
            if self.is_full and annotating is mine[0]:
                raise EnvironmentProblem(say("The disk is full."))
            return real(annotating, *words)  # type: ignore[arg-type]

        monkeypatch.setattr(Annotating, "apply", apply)


@pytest.fixture(autouse=True)
def _never_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trouble, "WAITS", (600.0,))
    monkeypatch.setattr(trouble.Trouble.__init__, "__defaults__", ((600.0,),))


@pytest.fixture
def disk(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """The disk of the window, full."""
    made = Disk(window, qtbot, monkeypatch)
    made.is_full = True
    yield made
    made.is_full = False
    window.library_desk.retry()
    qtbot.waitUntil(lambda: not window.library_desk.pending, timeout=WAIT)


def fail(qtbot: QtBot, window: MainWindow, words: str = LABELLED, key: Qt.Key = Qt.Key.Key_2) -> None:
    """Label words on the full disk, and wait until it is told."""
    before = window.library_desk.pending
    label_words(qtbot, window, words, key)
    qtbot.waitUntil(
        lambda: window.flow.has_failed and window.flow.saving.state.pending == before + 1, timeout=WAIT
    )


def marked(window: MainWindow) -> set[str]:
    """The words whose rail says that they are not saved."""
    state, article = window.place.session.state, window.place.article
    spans = [state.get(uid) for uid in article._marks.unsaved]
    return {article.text[span.start : span.end] for span in spans if span is not None}


def test_a_refused_step_is_marked_in_article_list_bar_and_history_until_it_is_saved(
    window: MainWindow, disk: Disk, qtbot: QtBot
) -> None:
    fail(qtbot, window)
    assert marked(window) == {LABELLED}
    listed = window.place.spans.view.model()  # it follows a moment after the article was painted
    qtbot.waitUntil(lambda: listed.rowCount() == 2, timeout=WAIT)
    rows = [window.place.spans._model._row(row) for row in range(2)]
    assert {row.words for row in rows if row.is_unsaved} == {LABELLED}
    press(qtbot, window, Qt.Key.Key_Return, CTRL)  # done, next
    qtbot.waitUntil(lambda: window.place.bar.title == "Quân khu 10", timeout=WAIT)
    assert marked(window) == set()
    window.flow.workbench.open_neighbour(-1)
    qtbot.waitUntil(lambda: window.place.bar.title == "Lão nông Sáu Được", timeout=WAIT)
    assert marked(window) == {LABELLED}
    assert window.place.bar.unsaved.isVisible()
    assert any(LABELLED in line for line in window.failed_strip.lines)
    disk.is_full = False
    window.failed_strip.retry.click()
    wait_saved(qtbot, window)
    assert marked(window) == set()
    assert not window.place.bar.unsaved.isVisible()
    qtbot.waitUntil(lambda: "saved before are saved now" in window.status_line.where, timeout=WAIT)


def test_a_removed_span_stays_outlined_until_the_library_knows(
    window: MainWindow, disk: Disk, qtbot: QtBot
) -> None:
    span = window.place.session.state.spans()[0]
    window.place.article.select_span(span.uid)
    press(qtbot, window, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: window.flow.has_failed, timeout=WAIT)
    assert window.place.article._marks.gone == ((span.start, span.end, span.label),)
    disk.is_full = False
    window.library_desk.retry()
    wait_saved(qtbot, window)
    assert window.place.article._marks.gone == ()


@pytest.mark.usefixtures("disk")
def test_it_is_told_on_every_page_and_anything_else_is_refused(window: MainWindow, qtbot: QtBot) -> None:
    fail(qtbot, window)
    for page in ("find", "figures", "label_set", "settings", "label"):
        window.show_page(page)
        assert window.failed_strip.isVisible(), page
    window.library_desk.desk.write(lambda library: library.corpora.list(), None, window.flow.tell_failure)
    qtbot.waitUntil(lambda: "still wait to be saved" in window.failed_strip.noted, timeout=WAIT)
    assert not window.notice_strip.isVisible()
    assert window.library_desk.pending == 1
    assert window.actions_["file.save_again"].isEnabled()


@pytest.mark.usefixtures("disk")
def test_undo_takes_out_the_newest_that_waits(window: MainWindow, qtbot: QtBot) -> None:
    before = len(window.place.session.state)
    fail(qtbot, window)
    fail(qtbot, window, "Nông dân", Qt.Key.Key_3)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert marked(window) == {LABELLED}
    assert window.library_desk.pending == 1
    assert "Undone: Labelled “Nông dân”" in window.status_line.where
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert len(window.place.session.state) == before
    wait_saved(qtbot, window)
    assert not window.failed_strip.isVisible()


def test_a_try_that_fails_is_told_and_the_focus_stays(window: MainWindow, disk: Disk, qtbot: QtBot) -> None:
    fail(qtbot, window)
    assert window.focusWidget() is window.place.article
    qtbot.mouseClick(window.failed_strip.retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Tried again at" in window.failed_strip.noted, timeout=WAIT)
    qtbot.waitUntil(lambda: window.focusWidget() is window.place.article, timeout=WAIT)
    window.failed_strip.retry.setFocus()
    disk.is_full = False
    window.failed_strip.retry.click()
    wait_saved(qtbot, window)
    qtbot.waitUntil(lambda: window.focusWidget() is window.place.article, timeout=WAIT)


def test_a_status_that_is_not_saved_is_marked_on_its_document_only(
    window: MainWindow, disk: Disk, qtbot: QtBot
) -> None:
    fail(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.place.bar.title == "Quân khu 10", timeout=WAIT)
    assert not window.place.bar.unsaved.isVisible()
    model = window.place.documents._model
    signs = [model.index(row, 0).data(UNSAVED_ROLE) for row in range(2)]
    assert signs == [True, False]
    window.flow.workbench.open_neighbour(-1)
    qtbot.waitUntil(lambda: window.place.bar.unsaved.isVisible(), timeout=WAIT)
    disk.is_full = False
    window.flow.workbench.open_neighbour(1)
    qtbot.waitUntil(lambda: window.place.bar.title == "Quân khu 10", timeout=WAIT)
    assert not window.place.bar.unsaved.isVisible()


def test_the_acts_of_saving_are_there_only_when_they_are_needed(window: MainWindow) -> None:
    assert not window.actions_["file.save_again"].isEnabled()
    assert not window.actions_["file.unsaved"].isEnabled()
    assert window.actions_["file.save_elsewhere"].isEnabled()


def test_the_changes_are_named_on_wish(window: MainWindow, disk: Disk, qtbot: QtBot) -> None:
    fail(qtbot, window)
    banner = window.failed_strip
    assert not banner._list.isVisible()
    window.actions_["file.unsaved"].trigger()
    assert banner._list.isVisible()
    assert LABELLED in banner._list.text()
    disk.is_full = False


def answer(press_it: Callable[[ClosingDialog], None]) -> list[str]:
    """Have the question of closing answered when it comes; what it said."""
    said: list[str] = []

    def find() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ClosingDialog):
            QTimer.singleShot(20, find)
            return
        said.append(
            f"{dialog._title.text()} {dialog._safe.text()} {dialog._why.text()} {dialog._named.text()}"
        )
        press_it(dialog)

    QTimer.singleShot(0, find)
    return said


@pytest.mark.usefixtures("disk")
def test_closing_asks_and_the_person_may_stay(window: MainWindow, qtbot: QtBot) -> None:
    fail(qtbot, window)
    said = answer(lambda dialog: dialog._stay.click())
    assert not window.close()
    assert "not saved" in said[0]
    assert "The disk is full." in said[0]
    assert LABELLED in said[0]
    assert window.place.article.has_document


@pytest.mark.usefixtures("disk")
def test_the_question_is_as_high_as_its_words(window: MainWindow, qtbot: QtBot) -> None:
    """Its reason was cut at the top and at the bottom, and with it the marks of Vietnamese letters."""
    fail(qtbot, window)
    cut: list[str] = []

    def measure(dialog: ClosingDialog) -> None:
        shown = [label for label in dialog.findChildren(PlainLabel) if label.isVisible()]
        assert len(shown) > 2
        cut.extend(each.text() for each in shown if each.height() < each.heightForWidth(each.width()))
        dialog.reject()

    answer(measure)
    assert not window.close()
    assert not cut


@pytest.mark.usefixtures("disk")
def test_the_question_shows_its_focus_and_closing_is_the_last_of_tab(
    window: MainWindow, qtbot: QtBot
) -> None:
    fail(qtbot, window)
    order: list[str] = []

    def walk(dialog: ClosingDialog) -> None:
        dialog.activateWindow()
        qtbot.waitUntil(lambda: dialog._ring.isVisible(), timeout=WAIT)
        for _ in range(4):
            focus = dialog.focusWidget()
            assert isinstance(focus, QPushButton)
            order.append(focus.text() if dialog._ring.isVisible() else "unseen")
            qtbot.keyClick(focus, Qt.Key.Key_Tab)
        dialog._stay.click()

    answer(walk)
    assert not window.close()
    assert order == ["Save a copy elsewhere…", "Try again", "Stay", "Close and lose 1 change"]


def test_closing_tries_again_and_closes_when_all_is_saved(
    window: MainWindow, disk: Disk, qtbot: QtBot, filled: Path
) -> None:
    fail(qtbot, window)

    def free_and_try(dialog: ClosingDialog) -> None:
        disk.is_full = False
        dialog._again.click()

    answer(free_and_try)
    assert window.close()
    assert LABELLED in words_in(filled)


def test_closing_with_a_copy_loses_nothing(
    window: MainWindow,
    disk: Disk,
    qtbot: QtBot,
    filled: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fail(qtbot, window)
    copy = tmp_path / "copy.annotator"
    monkeypatch.setattr(type(window), "ask_for_copy", lambda _self: copy)
    answer(lambda dialog: dialog._copy.click())
    assert window.close()
    assert disk.is_full
    assert LABELLED in words_in(copy)
    assert LABELLED not in words_in(filled)


def test_a_copy_that_cannot_be_made_is_told_and_the_question_stays(
    window: MainWindow, disk: Disk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(qtbot, window)
    monkeypatch.setattr(type(window), "ask_for_copy", lambda _self: tmp_path / "no folder" / "copy")
    told: list[str] = []

    def copy_then_stay(dialog: ClosingDialog) -> None:
        def look(is_made: bool, _words: str) -> None:
            told.append(f"{is_made} {dialog._told.text()}")
            QTimer.singleShot(0, dialog._stay.click)

        window.windows.copying.ended.connect(look)
        dialog._copy.click()

    answer(copy_then_stay)
    assert not window.close()
    assert told[0].startswith("False ")
    assert "no folder" in told[0]
    assert disk.is_full


def words_in(path: Path) -> list[str]:
    """The words of all spans of a closed library."""
    with open_library(str(path), writable=False) as library:
        return [record.text for record in library.annotating.spans(library.corpora.list()[0].uid)]


def test_the_person_may_go_on_in_the_copy(
    window: MainWindow, disk: Disk, qtbot: QtBot, tmp_path: Path
) -> None:
    fail(qtbot, window)
    copy = tmp_path / "copy.annotator"
    window.windows.copying.copy_to(str(copy))
    qtbot.waitUntil(lambda: window.windows.copying.whole is not None, timeout=WAIT)
    assert f"A copy at {copy} holds all of it." in window.failed_strip.sentence
    fail(qtbot, window, "Nông dân", Qt.Key.Key_3)
    assert window.windows.copying.whole is None  # it does not hold this one
    disk.is_full = False
    copy.unlink()
    window.windows.copying.copy_to(str(copy))
    qtbot.waitUntil(lambda: window.windows.copying.whole is not None, timeout=WAIT)
    window.failed_strip.go_on_wanted.emit()
    qtbot.waitUntil(
        lambda: window.flow.workbench.library is not None and window.place.article.has_document, timeout=WAIT
    )
    assert window.library_desk.where == str(copy)
    assert not window.failed_strip.isVisible()
    assert f"You are working in the copy {copy} now." in window.notice_strip.sentence
    assert len(window.place.session.state) == 3


def test_a_program_that_is_ended_keeps_what_waits_for_the_next_start(
    window: MainWindow, disk: Disk, qtbot: QtBot, at: Callable[[Path], MainWindow], filled: Path
) -> None:
    fail(qtbot, window)
    window.windows.end()  # as a signal does: no question
    assert LABELLED not in words_in(filled)
    disk.is_full = False
    close(window)
    again = at(filled)
    qtbot.waitUntil(lambda: "saved now" in again.notice_strip.sentence, timeout=WAIT)
    close(again)
    assert LABELLED in words_in(filled)


def test_a_library_that_goes_away_is_told_and_can_be_saved_elsewhere(
    window: MainWindow, qtbot: QtBot, filled: Path, tmp_path: Path
) -> None:
    label_words(qtbot, window, LABELLED, Qt.Key.Key_2)
    wait_saved(qtbot, window)
    away = tmp_path / "away"
    filled.rename(away)
    other = shutil.copyfile(away, filled)  # another library takes its name
    before = other.read_bytes()
    with window.library_desk._inner._wake:
        window.library_desk._inner._wake.notify_all()
    qtbot.waitUntil(lambda: window.flow.has_failed, timeout=WAIT)
    assert "was replaced by another file" in window.failed_strip.sentence
    banner = window.failed_strip
    qtbot.waitUntil(lambda: "is safe in the backup of Today" in banner.sentence, timeout=WAIT)
    assert not banner.retry.isVisible()  # it is looked for by itself
    fail(qtbot, window, "Nông dân", Qt.Key.Key_3)
    assert not window.notice_strip.isVisible()
    said = answer(lambda dialog: dialog._stay.click())
    assert not window.close()
    assert "is safe in the backup of Today" in said[0]
    copy = tmp_path / "copy.annotator"
    window.windows.copying.copy_to(str(copy))
    qtbot.waitUntil(lambda: window.windows.copying.whole is not None, timeout=WAIT)
    window.leaving.close()
    assert {LABELLED, "Nông dân"} <= set(words_in(copy))
    assert other.read_bytes() == before


def test_of_a_library_that_was_cut_short_the_backup_and_what_is_open_are_saved(
    window: MainWindow, qtbot: QtBot, filled: Path, tmp_path: Path
) -> None:
    made: list[object] = []
    window.library_desk.desk.run(
        lambda library, _: library.backups.make(), lambda *_: None, made.append, made.append
    )
    qtbot.waitUntil(lambda: bool(made), timeout=WAIT)
    label_words(qtbot, window, LABELLED, Qt.Key.Key_2)
    wait_saved(qtbot, window)
    with filled.open("r+b") as file:
        file.truncate(100_000)
    label_words(qtbot, window, "Nông dân", Qt.Key.Key_3)
    qtbot.waitUntil(lambda: window.flow.has_failed, timeout=WAIT)
    copy = tmp_path / "copy.annotator"
    told: list[str] = []
    window.windows.copying.ended.connect(lambda _made, words: told.append(words))
    window.windows.copying.copy_to(str(copy))
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT)
    assert "holds the backup of" in told[0]
    assert {LABELLED, "Nông dân"} <= set(words_in(copy))
    window.leaving.close()
    assert filled.stat().st_size == 100_000


def test_a_change_that_is_no_labelling_is_named_by_its_page_until_it_is_saved(
    window: MainWindow, qtbot: QtBot
) -> None:
    is_full, label = [True], window.place.session.labels[0].uid
    told: list[object] = []

    def rename(library: Library) -> Outcome[Any]:
        if is_full[0]:
            raise EnvironmentProblem(say("The disk is full."))
        return library.labels.change(label, name="human")

    window.show_page("label_set")
    window.library_desk.desk.write(rename, told.append, told.append)
    qtbot.waitUntil(lambda: window.flow.has_failed, timeout=WAIT)
    assert window.failed_strip.lines == ["A change of the label set"]
    window.show_page("label")
    fail(qtbot, window)
    assert [line[:20] for line in window.failed_strip.lines] == [
        "A change of the labe",
        "Labelled “Chi hội tr",
    ]
    is_full[0] = False
    window.library_desk.retry()
    wait_saved(qtbot, window)
    assert window.library_desk.desk.others == []
    assert len(told) == 1
