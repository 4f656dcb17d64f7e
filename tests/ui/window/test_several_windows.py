"""Several windows on one library: what is done in one is seen in all, and all come back at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from shiboken6 import isValid

from annotator.model.document import Status
from annotator.services.annotating import Annotating
from annotator.services.library import open_library
from annotator.ui.find.doing import FindDoing
from annotator.ui.leaving import Leaving
from annotator.ui.windows import Windows, beside

from .conftest import WAIT, close
from .test_window import CTRL, label_words, press, wait_saved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow

SECOND = "Quân khu 10"
LABELLED = "Chi hội Nông dân"


def shown(window: MainWindow) -> set[str]:
    """The words of the spans in the open document."""
    session = window.place.session
    return {window.place.article.text[span.start : span.end] for span in session.state.spans()}


def use(qtbot: QtBot, window: MainWindow) -> None:
    """Go to a window, as by a click on its article: keys are heard by the window in front."""
    window.activateWindow()
    window.place.article.setFocus()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)


def go_to(window: MainWindow, qtbot: QtBot, title: str) -> None:
    """Open a document of the list by its title."""
    answers: list[str] = []
    corpus = window.flow.workbench.corpus
    assert corpus is not None
    window.library_desk.desk.read(
        lambda library: next(
            row.uid
            for row in library.documents.rows(library.documents.keys(corpus.uid))
            if row.title == title
        ),
        answers.append,
    )
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    window.flow.workbench.open_document(answers[0])
    qtbot.waitUntil(lambda: window.place.bar.title == title, timeout=WAIT)


@pytest.fixture
def second(window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """A second window beside the first one, on the same document."""
    window.actions_["file.new_window"].trigger()
    made = window.windows.all[1]
    qtbot.waitUntil(lambda: made.place.article.has_document, timeout=WAIT)
    yield made
    if isValid(made):
        close(made)


def test_a_new_window_shows_what_the_other_shows(window: MainWindow, second: MainWindow) -> None:
    assert second.place.bar.title == window.place.bar.title
    assert second.page == "label"
    assert shown(second) == shown(window) == {"Huỳnh Văn Được"}
    assert second.pos() != window.pos()
    assert second.windowTitle() == window.windowTitle()


def test_a_label_and_its_undo_are_seen_in_both(window: MainWindow, second: MainWindow, qtbot: QtBot) -> None:
    label_words(qtbot, second, LABELLED, Qt.Key.Key_3)
    assert shown(window) == shown(second) == {"Huỳnh Văn Được", LABELLED}  # before it is on the disk
    wait_saved(qtbot, window)
    use(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: shown(second) == {"Huỳnh Văn Được"}, timeout=WAIT)
    assert shown(window) == {"Huỳnh Văn Được"}
    press(qtbot, window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: LABELLED in shown(second) and LABELLED in shown(window), timeout=WAIT)


def test_the_strip_goes_when_another_window_takes_the_span_back(
    window: MainWindow, second: MainWindow, qtbot: QtBot
) -> None:
    strip = second.commands.part(FindDoing).everywhere.strip
    start = second.place.article.text.index(LABELLED)
    second.place.article.select(start, start + 3, exact=True)  # "Chi", which stands elsewhere too
    press(qtbot, second, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: not strip.isHidden(), timeout=WAIT)
    wait_saved(qtbot, second)
    use(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(strip.isHidden, timeout=WAIT)


def test_windows_on_two_documents_share_the_line_of_undo(
    window: MainWindow, second: MainWindow, qtbot: QtBot
) -> None:
    go_to(second, qtbot, SECOND)
    label_words(qtbot, second, "Y Brơm Niê", Qt.Key.Key_1)
    wait_saved(qtbot, window)
    use(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)  # says what it would take back
    qtbot.waitUntil(lambda: "Y Brơm Niê" in window.status_line.where, timeout=WAIT)
    assert shown(second) == {"Y Brơm Niê"}
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: window.place.bar.title == SECOND, timeout=WAIT)
    qtbot.waitUntil(lambda: shown(second) == set(), timeout=WAIT)


def test_a_bulk_step_in_one_window_shows_in_the_other(
    window: MainWindow, second: MainWindow, qtbot: QtBot
) -> None:
    use(qtbot, second)
    here = second.flow.open_document_uid
    assert here is not None
    label_words(qtbot, second, LABELLED, Qt.Key.Key_3)
    wait_saved(qtbot, second)
    steps: list[str] = []
    second.library_desk.desk.read(lambda library: next(iter(library.history.steps())).uid, steps.append)
    qtbot.waitUntil(lambda: bool(steps), timeout=WAIT)
    second.library_desk.desk.write(lambda library: library.history.undo_only(steps[0]))
    qtbot.waitUntil(lambda: shown(window) == {"Huỳnh Văn Được"}, timeout=WAIT)


def test_another_title_is_shown_in_every_window(window: MainWindow, second: MainWindow, qtbot: QtBot) -> None:
    here = window.flow.open_document_uid
    assert here is not None
    window.library_desk.desk.write(lambda library: library.documents.rename(here, "Ông Sáu"))
    qtbot.waitUntil(lambda: window.place.bar.title == second.place.bar.title == "Ông Sáu", timeout=WAIT)


def test_a_document_in_the_bin_is_left_in_every_window(
    window: MainWindow, second: MainWindow, qtbot: QtBot
) -> None:
    here = window.flow.open_document_uid
    assert here is not None
    window.library_desk.desk.write(lambda library: library.documents.bin([here]))
    qtbot.waitUntil(lambda: window.flow.open_document_uid not in (None, here), timeout=WAIT)
    qtbot.waitUntil(lambda: second.flow.open_document_uid not in (None, here), timeout=WAIT)


def test_labels_changed_in_one_window_are_those_of_both(
    window: MainWindow, second: MainWindow, qtbot: QtBot
) -> None:
    label = window.place.session.labels[0]
    corpus = window.flow.workbench.corpus
    assert corpus is not None
    window.library_desk.desk.write(
        lambda library: library.labels.change(label.uid, corpus=corpus.uid, name="người")
    )
    for each in (window, second):
        qtbot.waitUntil(lambda each=each: each.place.session.labels[0].name == "người", timeout=WAIT)


def test_a_closed_window_leaves_the_other_working(
    window: MainWindow, second: MainWindow, filled: Path, qtbot: QtBot
) -> None:
    assert window.close()  # the first one
    qtbot.waitUntil(lambda: not isValid(window), timeout=WAIT)
    assert second.windows.all == [second]
    label_words(qtbot, second, LABELLED, Qt.Key.Key_3)
    wait_saved(qtbot, second)
    assert second.close()
    with open_library(str(filled)) as library:
        assert {record.text for record in library.annotating.spans(library.corpora.list()[0].uid)} == {
            "Huỳnh Văn Được",
            LABELLED,
        }


def test_quitting_closes_all_and_asks_once(
    window: MainWindow,
    second: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from annotator.errors import EnvironmentProblem
    from annotator.messages import say

    def refuse(*_: object, **__: object) -> None:
        raise EnvironmentProblem(say("The disk is full."))

    asked: list[MainWindow] = []
    with monkeypatch.context() as patch:
        patch.setattr(Annotating, "apply", refuse)
        label_words(qtbot, second, LABELLED, Qt.Key.Key_3)
        qtbot.waitUntil(lambda: window.flow.has_failed and second.flow.has_failed, timeout=WAIT)
        assert window.failed_strip.isVisible()
        patch.setattr(Leaving, "may_leave", lambda self: bool(asked.append(self._window)))
        second.actions_["file.quit"].trigger()
        assert asked == [second]
        assert window.isVisible() and second.isVisible()
    window.library_desk.retry()
    wait_saved(qtbot, window)
    second.actions_["file.quit"].trigger()
    assert not window.isVisible()
    assert not second.isVisible()


def test_all_windows_come_back_where_they_were(
    window: MainWindow, second: MainWindow, at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    window.resize(640, 520)
    second.resize(610, 500)
    go_to(second, qtbot, SECOND)
    second.place.article.select(13, 13)
    window.place.fold(["left"])
    second.place.fold(["right"])
    window.actions_["file.quit"].trigger()
    again = at(filled)
    qtbot.waitUntil(lambda: len(again.windows.all) == 2, timeout=WAIT)
    other = again.windows.all[1]
    qtbot.waitUntil(
        lambda: again.place.article.has_document and other.place.article.has_document, timeout=WAIT
    )
    assert again.place.bar.title == "Lão nông Sáu Được"
    assert other.place.bar.title == SECOND
    assert other.place.article.caret == 13
    assert (again.width(), again.height()) == (640, 520)
    assert (other.width(), other.height()) == (610, 500)
    assert again.place.folded == ("left",)
    assert other.place.folded == ("right",)
    other.close()
    again.close()
    last = at(filled)
    qtbot.waitUntil(lambda: last.place.article.has_document, timeout=WAIT)
    assert len(last.windows.all) == 1


def test_another_library_closes_the_other_windows(
    window: MainWindow,
    second: MainWindow,
    filled: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from annotator.ui import choosing

    monkeypatch.setattr(choosing, "file_to_save", lambda *_args, **_more: str(tmp_path / "x.annotator"))
    with monkeypatch.context() as patch:
        patch.setattr(type(second), "leave_library", lambda _self: False)  # the person wants to stay
        second.ask_for_library(new=True)
    assert second.windows.all == [window, second]
    second.ask_for_library(new=True)
    qtbot.waitUntil(lambda: second.page == "welcome", timeout=WAIT)
    assert isinstance(second.windows, Windows)
    assert second.windows.all == [second]
    first = str(filled)
    monkeypatch.setattr(choosing, "file_to_open", lambda *_args, **_more: first)
    second.ask_for_library(new=False)
    qtbot.waitUntil(lambda: len(second.windows.all) == 2, timeout=WAIT)  # as it was left
    close(second.windows.all[1])


@pytest.mark.parametrize("wide", [True, False])
def test_a_new_window_stands_aside_and_never_off_the_screen(wide: bool) -> None:
    room = QRect(0, 20, 1000 if wide else 410, 700)
    at = beside(QRect(50, 60, 400, 300), room)
    assert at == (QPoint(82, 92) if wide else QPoint(0, 20))


def test_a_window_closed_while_answers_are_on_their_way(
    window: MainWindow, second: MainWindow, qtbot: QtBot
) -> None:
    for _ in range(5):
        made = window.windows.open_beside(window)
        assert made.close()
        qtbot.waitUntil(lambda made=made: not isValid(made), timeout=WAIT)
    label_words(qtbot, second, LABELLED, Qt.Key.Key_3)
    wait_saved(qtbot, window)
    assert LABELLED in shown(window)


def test_the_next_to_do_is_one_of_those_the_list_shows(window: MainWindow, qtbot: QtBot) -> None:
    window.place.documents._field.setText("tinh")
    window.place.documents._search()
    window.actions_["go.next_to_do"].trigger()
    qtbot.waitUntil(lambda: window.place.bar.title == "Tỉnh Sông Vàng", timeout=WAIT)
    window.actions_["go.next_to_do"].trigger()
    qtbot.waitUntil(lambda: "of what the list shows" in window.status_line.where, timeout=WAIT)


def test_statuses_set_in_the_list_are_seen_above_the_article(
    window: MainWindow, second: MainWindow, qtbot: QtBot
) -> None:
    window.place.documents.view.selectAll()
    menu = window.place.documents._row_menu()
    marks = next(action.menu() for action in menu.actions() if action.text() == "Mark as")
    next(action for action in marks.actions() if action.text() == "Done").trigger()
    menu.deleteLater()
    for each in (window, second):
        qtbot.waitUntil(lambda each=each: each.place.session.state.status is Status.DONE, timeout=WAIT)
    use(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: "once more" in window.status_line.where, timeout=WAIT)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    for each in (window, second):
        qtbot.waitUntil(lambda each=each: each.place.session.state.status is not Status.DONE, timeout=WAIT)
