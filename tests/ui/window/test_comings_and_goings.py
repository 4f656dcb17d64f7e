"""Documents that come and go while the window shows them, and what it says meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest

from annotator.app import open_window
from annotator.errors import UserError
from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.settings import PlacesFile, PreferencesFile

from .conftest import WAIT, close
from .test_window import CTRL, label_words, press, wait_saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow


def paste(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Make a document of a text and wait until it is open."""
    QGuiApplication.clipboard().setText(text)
    window.commands.file_paste()
    qtbot.waitUntil(lambda: window.place.article.text == text, timeout=WAIT)
    QGuiApplication.clipboard().clear()


def scroll(viewport: QWidget) -> None:
    """Turn the wheel by one notch over the article."""
    centre = QPointF(viewport.rect().center())
    event = QWheelEvent(
        centre,
        viewport.mapToGlobal(centre),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # not inverted
    )
    QGuiApplication.sendEvent(viewport, event)


def test_an_article_closes_when_its_import_is_taken_back(
    at: Callable[[Path], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    window = at(tmp_path / "new.annotator")
    qtbot.waitUntil(lambda: window.page == "welcome", timeout=WAIT)
    paste(window, qtbot, "Tin vắn\nSở Nội vụ trao Giấy khen.")
    window.place.article.select(8, 17)
    window.place.article.selection_finished.emit()
    assert window.place.picker.isVisible()
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not window.place.article.has_document, timeout=WAIT)
    qtbot.waitUntil(lambda: window.page == "welcome", timeout=WAIT)
    assert window.flow.workbench.document is None
    assert not window.place.picker.isVisible()
    assert window.notice_strip.sentence == ""


def test_a_corpus_that_goes_with_its_import_leaves_no_error(
    at: Callable[[Path], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    window = at(tmp_path / "new.annotator")
    qtbot.waitUntil(lambda: window.page == "welcome", timeout=WAIT)
    article = tmp_path / "bài.txt"
    article.write_text("Bài mới\n\nTỉnh ủy Cửu Hà họp.", encoding="utf-8")
    window.bring_in([article])
    qtbot.waitUntil(lambda: window.place.article.has_document, timeout=WAIT)
    wait_saved(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: window.page == "welcome", timeout=WAIT)
    answers: list[int] = []
    for _ in range(3):  # whatever a list may still ask comes before
        window.library_desk.desk.read(lambda _: 1, answers.append)
        qtbot.waitUntil(lambda: bool(answers.pop() if answers else 0), timeout=WAIT)
    assert window.notice_strip.sentence == ""
    assert window.flow.workbench.corpus is None


def test_after_an_import_is_taken_back_one_is_where_one_was(window: MainWindow, qtbot: QtBot) -> None:
    window.flow.workbench.open_neighbour(1)
    qtbot.waitUntil(lambda: window.place.bar.title == "Quân khu 10", timeout=WAIT)
    window.place.article.select(5, 5)
    paste(window, qtbot, "Tin vắn\nSở Nội vụ trao Giấy khen.")
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: window.place.bar.title == "Quân khu 10", timeout=WAIT)
    assert window.place.article.caret == 5
    assert window.place.article.hasFocus()
    assert window.notice_strip.sentence == ""


def test_a_document_in_the_bin_is_left_and_the_list_keeps_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    window.place.documents.view.setFocus()
    window.place.documents.bin_selected()
    qtbot.waitUntil(lambda: window.place.bar.title == "Quân khu 10", timeout=WAIT)
    assert window.place.documents.view.hasFocus()


def test_a_corpus_in_the_bin_takes_its_article_along(window: MainWindow, qtbot: QtBot) -> None:
    corpus = window.flow.workbench.corpus
    assert corpus is not None
    window.library_desk.desk.write(lambda library: library.corpora.bin(corpus.uid))
    qtbot.waitUntil(lambda: not window.place.article.has_document, timeout=WAIT)
    assert window.page == "welcome"


def test_nothing_refused_is_ever_called_saved(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.messages import say
    from annotator.services.annotating import Annotating

    def refuse(*_: object) -> None:
        raise UserError(say("The document {title} lies in the bin. Take it out to label it.", title="X"))

    said: list[tuple[str, int]] = []
    real = window.status_line.show_state

    def listen(words: str, icon: str, ink: str, *, announced: bool = False) -> None:
        said.append((words, len(window.place.session.state)))
        real(words, icon, ink, announced=announced)

    monkeypatch.setattr(window.status_line, "show_state", listen)
    monkeypatch.setattr(Annotating, "apply", refuse)
    label_words(qtbot, window, "Chi hội trưởng", Qt.Key.Key_2)
    assert len(window.place.session.state) == 2
    qtbot.waitUntil(lambda: len(window.place.session.state) == 1, timeout=WAIT)
    wait_saved(qtbot, window)
    assert ("Saved", 2) not in said
    assert "lies in the bin" in window.notice_strip.sentence


def test_the_library_refuses_a_span_in_a_binned_corpus(filled: Path) -> None:
    with open_library(str(filled)) as library:
        corpus = library.corpora.list()[0].uid
        uid = library.documents.rows(library.documents.keys(corpus))[0].uid
        person = library.labels.list(corpus)[0].label.uid
        library.corpora.bin(corpus)
        assert library.documents.living_key(uid) is None
        with pytest.raises(UserError, match="lies in the bin"):
            library.annotating.apply(uid, (SpanAdded(Span(new_uid(), 0, 3, person)),))


def test_the_window_stays_where_the_person_works_when_an_import_ends(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    article = tmp_path / "bài.txt"
    article.write_text("Bài mới\n\nTỉnh ủy Cửu Hà họp.", encoding="utf-8")
    window.bring_in([article])
    label_words(qtbot, window, "Chi hội trưởng", Qt.Key.Key_2)
    qtbot.waitUntil(lambda: window.status_line.job == "1 document added", timeout=WAIT)
    assert window.place.bar.title == "Lão nông Sáu Được"
    window.status_line.job_button.click()
    qtbot.waitUntil(lambda: window.place.article.text.startswith("Bài mới"), timeout=WAIT)
    assert window.status_line.job == ""


def test_what_is_read_is_said_apart_from_what_is_selected(window: MainWindow) -> None:
    imports = window.flow.imports
    imports._progressed("look", 12, 100)
    assert window.status_line.job == "Looking at the file… 12 %"
    window.place.article.select(0, 3)
    assert window.status_line.job == "Looking at the file… 12 %"
    imports._progressed("read", 100, 100)
    assert window.status_line.job == "Adding to the library…"
    assert window.status_line.job_button.text() == "Stop"


def test_a_note_being_typed_is_not_called_saved(window: MainWindow, qtbot: QtBot, filled: Path) -> None:
    window.place.session.next_span()
    qtbot.waitUntil(lambda: window.place.inspector.span is not None, timeout=WAIT)
    note = window.place.inspector._note
    window.place.inspector.edit_note()
    qtbot.keyClicks(note, "xem 2.3")
    assert window.status_line.state == "Note not saved yet"
    wait_saved(qtbot, window)
    with open_library(str(filled), writable=False) as other:
        corpus = other.corpora.list()[0].uid
        assert [record.span.note for record in other.annotating.spans(corpus)] == ["xem 2.3"]


def test_the_place_is_kept_while_the_person_rests(window: MainWindow, qtbot: QtBot) -> None:
    library = window.flow.workbench.library
    assert library is not None
    window.place.article.select(7, 7)
    qtbot.waitUntil(lambda: PlacesFile().read(library.uid).caret == 7, timeout=WAIT)
    window.resize(1000, 440)
    window.place.article.set_zoom(40)
    before = PlacesFile().read(library.uid)
    scroll(window.place.article.viewport())
    qtbot.waitUntil(lambda: PlacesFile().read(library.uid).fraction != before.fraction, timeout=WAIT)


def test_the_hints_follow_the_language_and_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    before = [hint.words for hint in window.status_line.hints.hints]
    window.actions_["view.language_vi"].trigger()
    qtbot.waitUntil(lambda: window.top_bar.tabs["label"].text() == "Gán nhãn")
    assert not {hint.words for hint in window.status_line.hints.hints} & set(before)
    window.place.documents.view.setFocus()
    assert ("F2",) in [hint.keys for hint in window.status_line.hints.hints]


def test_what_a_label_would_keep_is_shown(window: MainWindow) -> None:
    start = window.place.article.text.index("Nông dân.")
    window.place.article.select(start, start + 9)
    window.refresh()
    assert window.status_line.where == "Nông dân · 8 characters"


def test_nothing_is_said_of_a_library_that_is_not_open_yet(
    at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    from annotator.ui.personal import Personal
    from annotator.ui.windows import Windows

    window = Windows(Personal("en")).add()
    qtbot.addWidget(window)
    assert window.page == "opening"
    window.flow.open_library(str(filled))
    assert window.status_line.state == "Opening the library…"
    qtbot.waitUntil(lambda: window.late.opening.is_talking or window.page == "label", timeout=WAIT)
    qtbot.waitUntil(lambda: window.page == "label", timeout=WAIT)
    assert window.place.article.has_document
    window.close()


def test_after_ctrl_page_down_one_document_alone_is_selected(window: MainWindow, qtbot: QtBot) -> None:
    """Ctrl is still down when the next document opens: the list must not take it for one more row."""
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyPress(handle, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    view = window.place.documents.view
    qtbot.waitUntil(lambda: view.currentIndex().row() == 1, timeout=WAIT)
    assert view.selected_ranges() == [(1, 1)]
    QTest.keyRelease(handle, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)


def test_a_corpus_that_comes_back_has_the_focus_in_its_article(window: MainWindow, qtbot: QtBot) -> None:
    corpus = window.flow.workbench.corpus
    assert corpus is not None
    window.library_desk.desk.write(lambda library: library.corpora.bin(corpus.uid))
    qtbot.waitUntil(lambda: window.flow.workbench.corpus is None, timeout=WAIT)
    window.actions_["edit.undo"].trigger()
    qtbot.waitUntil(lambda: window.place.article.has_document, timeout=WAIT)
    qtbot.waitUntil(window.place.article.hasFocus, timeout=WAIT)


def test_what_was_told_goes_with_the_next_page_once_it_was_read(window: MainWindow, qtbot: QtBot) -> None:
    window.flow.telling.tell("11 documents added.")
    window.show_page("label_set")
    assert window.status_line.where == "11 documents added."
    window.status_line.reading.setInterval(0)
    qtbot.waitUntil(lambda: window.status_line.where == "", timeout=WAIT)


def test_an_answer_stays_until_it_was_read_whatever_is_selected_meanwhile(
    window: MainWindow, qtbot: QtBot
) -> None:
    start = window.place.article.text.index("Nông dân.")
    window.flow.telling.tell("Undone: x")
    window.place.article.select(start, start + 8)
    window.refresh()
    assert window.status_line.where == "Undone: x"
    window.flow.telling.add("You are working in Lan's layer.")
    assert window.status_line.where == "Undone: x You are working in Lan's layer."
    window.status_line.reading.setInterval(0)
    qtbot.waitUntil(lambda: window.status_line.where == "Nông dân · 8 characters", timeout=WAIT)


def test_both_enter_keys_mark_done_in_vietnamese(filled: Path, qtbot: QtBot) -> None:
    """In Vietnamese the word for Return is Enter: bound by that word, one key would be two and do nothing."""
    PreferencesFile().change(lambda kept: replace(kept, language="vi"))
    window = open_window(str(filled))
    try:
        qtbot.waitUntil(lambda: window.place.article.hasFocus(), timeout=WAIT)
        keys = [key.toString() for key in window.actions_["label.done"].shortcuts()]
        assert keys == ["Ctrl+Return", "Ctrl+Enter"]
    finally:
        close(window)
