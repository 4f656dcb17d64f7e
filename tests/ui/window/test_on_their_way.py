"""Documents that are opened while steps in them have not reached the disk yet."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.model.document import Status
from annotator.model.outcome import Outcome
from annotator.services.annotating import Annotating
from annotator.services.documents.documents import Documents
from annotator.services.library import open_library

from .conftest import ARTICLES, WAIT
from .test_window import CTRL, label_words, press, wait_saved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow

FIRST, SECOND, _ = ARTICLES
LABELLED = "Chi hội Nông dân"


class Gate:
    """Holds the writer's thread at a place of its queue until it is let through."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self._free = threading.Event()

    def hold(self, window: MainWindow) -> None:
        window.flow.desk.write(self._wait)

    def _wait(self, _: object) -> Outcome[None]:
        self.reached.set()
        self._free.wait(WAIT / 1000)
        return Outcome(None)

    def open(self) -> None:
        self._free.set()


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.open()


def go_to(window: MainWindow, qtbot: QtBot, title: str) -> None:
    titles = list(ARTICLES)
    here = window.flow.workbench.document
    assert here is not None
    window.flow.workbench.open_neighbour(titles.index(title) - titles.index(here.document.title))
    qtbot.waitUntil(lambda: window.place.article.text == ARTICLES[title], timeout=WAIT)


def come_back(window: MainWindow, qtbot: QtBot) -> None:
    """Leave the first article and open it again."""
    go_to(window, qtbot, SECOND)
    go_to(window, qtbot, FIRST)


def shown(window: MainWindow) -> set[str]:
    """The words under the spans that are shown."""
    session = window.place.session
    return {window.place.article.text[span.start : span.end] for span in session.state.spans()}


def kept(path: Path) -> set[str]:
    """The words under the spans of the first article in the closed library."""
    with open_library(str(path), writable=False) as library:
        corpus = library.corpora.list()[0].uid
        return {record.text for record in library.annotating.spans(corpus)}


def test_a_label_that_waits_for_the_disk_is_shown_when_one_comes_back(
    window: MainWindow, qtbot: QtBot, gate: Gate
) -> None:
    gate.hold(window)
    label_words(qtbot, window, LABELLED, Qt.Key.Key_3)
    come_back(window, qtbot)
    assert shown(window) == {"Huỳnh Văn Được", LABELLED}
    gate.open()
    wait_saved(qtbot, window)
    assert shown(window) == {"Huỳnh Văn Được", LABELLED}
    come_back(window, qtbot)
    assert shown(window) == {"Huỳnh Văn Được", LABELLED}


def test_a_label_the_disk_refuses_is_shown_when_one_comes_back(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, filled: Path
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise EnvironmentProblem(say("The disk is full."))

    with monkeypatch.context() as patch:
        patch.setattr(Annotating, "apply", refuse)
        label_words(qtbot, window, LABELLED, Qt.Key.Key_3)
        qtbot.waitUntil(lambda: window.flow.has_failed, timeout=WAIT)
        come_back(window, qtbot)
        label_words(qtbot, window, "Lão nông", Qt.Key.Key_1)
        come_back(window, qtbot)
        assert shown(window) == {"Huỳnh Văn Được", LABELLED, "Lão nông"}
    window.library_desk.retry()
    wait_saved(qtbot, window)
    assert shown(window) == {"Huỳnh Văn Được", LABELLED, "Lão nông"}
    window.leave_library()
    assert kept(filled) == {"Huỳnh Văn Được", LABELLED, "Lão nông"}


def test_a_label_that_arrives_while_its_document_is_read_is_shown_once(
    window: MainWindow, qtbot: QtBot, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The state that is read is older than the step, whose answer comes before that state."""
    gate.hold(window)
    label_words(qtbot, window, LABELLED, Qt.Key.Key_3)
    go_to(window, qtbot, SECOND)
    read, told = Documents._open, threading.Event()

    def read_and_wait(*args: Any) -> Any:
        opened = read(*args)
        gate.open()
        told.wait(WAIT / 1000)
        return opened

    monkeypatch.setattr(Documents, "_open", read_and_wait)
    window.library_desk.changed.connect(lambda outcome: outcome.step and told.set())
    go_to(window, qtbot, FIRST)
    wait_saved(qtbot, window)
    assert told.is_set()
    assert shown(window) == {"Huỳnh Văn Được", LABELLED}


def test_a_label_taken_back_while_both_wait_goes_when_that_arrives(
    window: MainWindow, qtbot: QtBot, gate: Gate
) -> None:
    gate.hold(window)
    label_words(qtbot, window, LABELLED, Qt.Key.Key_3)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    come_back(window, qtbot)
    assert shown(window) == {"Huỳnh Văn Được", LABELLED}
    gate.open()
    wait_saved(qtbot, window)
    qtbot.waitUntil(lambda: shown(window) == {"Huỳnh Văn Được"}, timeout=WAIT)
    press(qtbot, window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: LABELLED in shown(window), timeout=WAIT)


def test_a_step_back_that_arrives_while_its_document_is_read_anew_is_seen(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    label_words(qtbot, window, LABELLED, Qt.Key.Key_3)
    wait_saved(qtbot, window)
    flow, read = window.flow, Documents._open
    was_read, told, opened_again = threading.Event(), threading.Event(), []

    def read_and_wait(*args: Any) -> Any:
        opened = read(*args)
        was_read.set()
        told.wait(WAIT / 1000)
        return opened

    monkeypatch.setattr(Documents, "_open", read_and_wait)
    flow.undoing.undone.connect(lambda *_: told.set())
    flow.workbench.document_opened.connect(lambda opened, _: opened_again.append(opened))
    flow.workbench.open_document(flow.open_document_uid, flow.place())
    qtbot.waitUntil(was_read.is_set, timeout=WAIT)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: bool(opened_again), timeout=WAIT)
    assert shown(window) == {"Huỳnh Văn Được"}


def test_what_was_done_on_a_label_that_was_taken_back_meanwhile_is_told_and_the_rest_stays(
    window: MainWindow, qtbot: QtBot, gate: Gate
) -> None:
    label_words(qtbot, window, LABELLED, Qt.Key.Key_3)
    wait_saved(qtbot, window)
    gate.hold(window)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    span = next(
        span
        for span in window.place.session.state.spans()
        if window.place.article.text[span.start : span.end] == LABELLED
    )
    window.place.article.select_span(span.uid)
    press(qtbot, window, Qt.Key.Key_2)
    label_words(qtbot, window, "Lão nông", Qt.Key.Key_1)
    gate.open()
    wait_saved(qtbot, window)
    qtbot.waitUntil(lambda: shown(window) == {"Huỳnh Văn Được", "Lão nông"}, timeout=WAIT)
    assert window.notice_strip.sentence.startswith("This was not kept")


def test_a_status_said_while_the_first_label_waits_stays(
    window: MainWindow, qtbot: QtBot, gate: Gate
) -> None:
    go_to(window, qtbot, SECOND)
    gate.hold(window)
    label_words(qtbot, window, "Bộ Quốc phòng", Qt.Key.Key_3)
    window.place.session.set_status(Status.DONE)
    gate.open()
    wait_saved(qtbot, window)
    assert window.place.session.state.status is Status.DONE


def test_a_step_left_out_of_a_reading_is_shown_when_the_library_makes_it_after_all(
    window: MainWindow, qtbot: QtBot, gate: Gate
) -> None:
    label_words(qtbot, window, LABELLED, Qt.Key.Key_3)
    wait_saved(qtbot, window)
    session, here = window.place.session, window.flow.open_document_uid
    before = session.view.selected_span()
    assert before is not None and here is not None
    window.flow.undoing.undo(here)
    gate.hold(window)
    assert gate.reached.wait(WAIT / 1000)  # undone in the library, which the window does not know yet
    window.flow.undoing.redo(here)
    session.relabel(session.labels[0].uid)
    qtbot.waitUntil(lambda: session.state.get(before.uid) is None, timeout=WAIT)  # read anew, left out
    gate.open()
    wait_saved(qtbot, window)
    wanted = replace(before, label=session.labels[0].uid)
    qtbot.waitUntil(lambda: session.state.get(before.uid) == wanted, timeout=WAIT)


def test_who_goes_on_while_a_step_is_taken_back_is_not_turned_back(
    window: MainWindow, qtbot: QtBot, gate: Gate
) -> None:
    label_words(qtbot, window, LABELLED, Qt.Key.Key_3)
    wait_saved(qtbot, window)
    gate.hold(window)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    go_to(window, qtbot, SECOND)
    opened: list[object] = []
    window.flow.workbench.document_opened.connect(lambda document, _place: opened.append(document))
    gate.open()
    qtbot.waitUntil(lambda: window.status_line.where.startswith("Undone: "), timeout=WAIT)
    for _ in range(4):  # what reads lead to, one after the other, would have come by then
        read: list[bool] = []
        window.flow.desk.read(lambda _library: True, read.append, pytest.fail)
        qtbot.waitUntil(lambda read=read: bool(read), timeout=WAIT)
    assert opened == []
    go_to(window, qtbot, FIRST)
    assert shown(window) == {"Huỳnh Văn Được"}


def test_who_goes_on_while_the_document_is_read_anew_keeps_what_is_selected(
    window: MainWindow, qtbot: QtBot
) -> None:
    """Else a label's key would meet the words that were selected when the reading began."""
    article, bench = window.place.article, window.flow.workbench
    opened = bench.document
    assert opened is not None
    start = article.text.index(LABELLED)
    article.select(0, 5)
    bench.look_after_document(reread=window.flow.place())
    article.select(start, start + len(LABELLED))
    qtbot.waitUntil(lambda: bench.document is not opened, timeout=WAIT)
    assert article.copied_text() == LABELLED
    press(qtbot, window, Qt.Key.Key_2)
    span = article.selected_span()
    assert span is not None
    again = bench.document
    bench.look_after_document(reread=window.flow.place())
    qtbot.waitUntil(lambda: bench.document is not again, timeout=WAIT)
    assert article.selected_span() == span


def test_who_types_in_a_field_while_the_document_is_read_anew_goes_on_typing(
    window: MainWindow, qtbot: QtBot
) -> None:
    """Else the figures that are typed would label words in the article."""
    bench = window.flow.workbench
    opened = bench.document
    window.place.article.select(0, 5)
    bench.look_after_document(reread=window.flow.place())
    press(qtbot, window, Qt.Key.Key_P, CTRL)
    field = QApplication.focusWidget()
    qtbot.waitUntil(lambda: bench.document is not opened, timeout=WAIT)
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "Bai 1")
    assert window.place.documents._field.text() == "Bai 1"
    assert len(window.place.session.state.spans()) == 1
