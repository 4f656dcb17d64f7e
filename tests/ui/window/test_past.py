"""The history and the span list in the whole window, on a real library with its threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.ui.past.history_panel import HistoryPanel

from .conftest import WAIT
from .test_window import CTRL, label_words, press, wait_saved

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier


def spans(window: MainWindow) -> list[str]:
    text = window.place.article.text
    return [text[span.start : span.end] for span in window.place.session.state.spans()]


def open_history(window: MainWindow, qtbot: QtBot) -> HistoryPanel:
    press(qtbot, window, Qt.Key.Key_H, CTRL)
    panel = window.place.guest
    assert isinstance(panel, HistoryPanel)
    qtbot.waitUntil(lambda: panel.view.model().rowCount() > 1, timeout=WAIT)
    return panel


def test_an_act_out_of_the_middle_is_taken_back_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    label_words(qtbot, window, "Chi hội trưởng", Qt.Key.Key_2)
    label_words(qtbot, window, "Sáu Được", Qt.Key.Key_1)
    wait_saved(qtbot, window)
    panel = open_history(window, qtbot)
    assert window.actions_["view.history"].isChecked()
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: panel._card is not None and panel._card.may("only"), timeout=WAIT)
    assert window.place.article.selected_span().start == window.place.article.text.index("Chi hội trưởng")
    assert [hint.words for hint in panel.hints()][1] == "undo only this"
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: spans(window) == ["Sáu Được", "Huỳnh Văn Được"], timeout=WAIT)
    assert panel.view.hasFocus()
    assert window.status_line.where == "1 thing brought back."
    assert window.place.article._marks.ghosts == ()  # it was not there before
    QTest.keyClick(panel.view, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(spans(window)) == 3, timeout=WAIT)
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert window.place.guest is None
    assert window.place.article.hasFocus()


def test_the_document_goes_back_to_a_moment_and_shows_what_was(window: MainWindow, qtbot: QtBot) -> None:
    label_words(qtbot, window, "Chi hội trưởng", Qt.Key.Key_2)
    press(qtbot, window, Qt.Key.Key_Backspace)
    wait_saved(qtbot, window)
    panel = open_history(window, qtbot)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    article = window.place.article
    start = article.text.index("Chi hội trưởng")
    qtbot.waitUntil(
        lambda: [ghost[:2] for ghost in article._marks.ghosts] == [(start, start + 14)], timeout=WAIT
    )
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: panel._card is not None and panel._card.may("back"), timeout=WAIT)
    QTest.keyClick(panel.view, Qt.Key.Key_Return, SHIFT)
    qtbot.waitUntil(lambda: "Chi hội trưởng" in spans(window), timeout=WAIT)
    press(qtbot, window, Qt.Key.Key_H, CTRL)
    assert article._marks.ghosts == ()


def test_a_span_goes_back_to_what_it_was_from_its_own_history(window: MainWindow, qtbot: QtBot) -> None:
    uid = window.place.session.state.spans()[0].uid
    window.place.article.select_span(uid)
    press(qtbot, window, Qt.Key.Key_2)
    wait_saved(qtbot, window)
    press(qtbot, window, Qt.Key.Key_H, CTRL | SHIFT)
    inspector = window.place.inspector
    qtbot.waitUntil(lambda: bool(inspector._past._buttons), timeout=WAIT)
    (restore,) = inspector._past._buttons
    assert restore.hasFocus()
    restore.click()
    person = window.place.session.labels[0].uid
    qtbot.waitUntil(lambda: window.place.session.state.get(uid).label == person, timeout=WAIT)


def test_a_question_is_asked_by_its_key_and_many_are_relabelled_in_one_step(
    window: MainWindow, qtbot: QtBot
) -> None:
    label_words(qtbot, window, "Chi hội trưởng", Qt.Key.Key_2)
    question = window.actions_["label.question"]
    qtbot.waitUntil(question.isEnabled, timeout=WAIT)
    question.trigger()
    assert window.place.article.selected_span().flags == ("question",)
    listed = window.place.spans
    qtbot.waitUntil(lambda: listed.view.model().rowCount() == 2, timeout=WAIT)
    listed.view.setFocus()
    QTest.keyClick(listed.view, Qt.Key.Key_A, CTRL)
    assert not window.place.inspector._summary.isHidden()
    QTest.keyClick(listed.view, Qt.Key.Key_5)
    award = window.place.session.labels[4].uid
    assert [span.label for span in window.place.session.state.spans()] == [award, award]
    wait_saved(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(
        lambda: award not in [span.label for span in window.place.session.state.spans()], timeout=WAIT
    )


def test_in_a_narrow_window_the_document_list_makes_room(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: window.place.width() == 1024, timeout=WAIT)
    assert window.place.is_panel_shown("left")
    panel = open_history(window, qtbot)
    assert not window.place.is_panel_shown("left")
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert window.place.is_panel_shown("left")
    window.place.show_panel("right", shown=True)
    assert not window.place.is_panel_shown("left")
    window.place.show_panel("right", shown=False)
    assert window.place.is_panel_shown("left")
    assert window.place.folded == ("right",)
