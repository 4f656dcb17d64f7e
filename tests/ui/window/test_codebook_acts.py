"""Definitions at hand, examples pinned, the guideline written, and the way from a work list to its span."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from annotator.ui.codebook import doing as doing_module
from annotator.ui.codebook.definition_card import card_place
from annotator.ui.codebook.doing import CodebookDoing

WAIT = 20_000


@pytest.fixture
def doing(window):
    return window.commands.part(CodebookDoing)


def _read(window, qtbot, ask):
    answers = []
    window.library_desk.desk.read(ask, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    return answers[0]


def _told(window, qtbot):
    corpus = window.flow.workbench.corpus.uid
    return _read(window, qtbot, lambda library: library.codebook.of(corpus))


def _press(window, held=True):
    article = window.place.article
    article.setFocus()
    QTest.keyPress(article, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    return article


def test_the_key_held_shows_the_definitions_and_let_go_hides_them(window, doing, qtbot, monkeypatch):
    monkeypatch.setattr(doing_module, "HELD", 0.0)
    article = _press(window)
    qtbot.waitUntil(lambda: doing._card is not None and doing._card.isVisible(), timeout=WAIT)
    assert "person" in doing._card.accessibleName()
    assert article.hasFocus()
    QTest.keyRelease(article, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    doing.show_definitions()  # a repeat that came after what looked like letting go
    assert not doing._letting_go.isActive()
    QTest.keyRelease(article, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not doing._card.isVisible(), timeout=WAIT)


def test_the_key_pressed_shortly_keeps_them_until_escape(window, doing, qtbot, monkeypatch):
    monkeypatch.setattr(doing_module, "HELD", 60.0)
    article = _press(window)
    QTest.keyRelease(article, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: doing._is_kept and doing._card.isVisible(), timeout=WAIT)
    span = window.place.session.state.spans()[0]
    article.select_span(span.uid)
    QTest.keyClick(article, Qt.Key.Key_Escape)
    assert not doing._card.isVisible()
    assert article.selected_span() == span
    QTest.keyClick(article, Qt.Key.Key_Escape)
    assert article.selected_span() is None


def test_a_selected_span_is_asked_about(window, doing, qtbot):
    window.place.article.select_span(window.place.session.state.spans()[0].uid)
    doing.show_definitions()
    qtbot.waitUntil(lambda: doing._card is not None and doing._card.isVisible(), timeout=WAIT)
    assert doing._card.accessibleName().startswith("person")
    doing._close_card()


@pytest.mark.parametrize("top", [0, 100, 250, 400, 580])
@pytest.mark.parametrize("wanted", [80, 300, 2000])
def test_the_card_never_covers_the_line_being_read(top, wanted):
    room, line = QRect(10, 20, 700, 600), QRect(200, 20 + top, 1, 20)
    card = card_place(line, room, wanted)
    assert room.contains(card) or card.height() == 0
    assert not card.intersects(QRect(room.left(), line.top(), room.width(), line.height()))


def test_a_selected_span_is_pinned_with_one_key_and_enter(window, doing, qtbot):
    window.place.article.select_span(window.place.session.state.spans()[0].uid)
    window.actions_["label.pin"].trigger()
    card = doing._pin
    assert card.isVisible()
    assert card._choice.currentText() == "person"
    QTest.keyClick(card._choice, Qt.Key.Key_Return)
    assert not card.isVisible()
    qtbot.waitUntil(lambda: len(_told(window, qtbot)[0].examples) == 1, timeout=WAIT)
    example = _told(window, qtbot)[0].examples[0]
    assert (example.words, example.is_counter) == ("Huỳnh Văn Được", False)
    assert window.place.article.hasFocus()


def test_selected_words_are_pinned_as_a_counter_example(window, doing, qtbot):
    text = window.place.article.text
    start = text.index("Chi hội trưởng")
    window.place.article.select(start, start + 14, exact=True)
    doing.pin()
    doing._pin._choice.setCurrentIndex(1)
    QTest.keyClick(doing._pin._choice, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(_told(window, qtbot)[1].examples) == 1, timeout=WAIT)
    assert _told(window, qtbot)[1].examples[0].is_counter


def test_nothing_selected_is_told(window, doing):
    window.place.article.select(0, 0)
    doing.pin()
    assert doing._pin is None


@pytest.mark.parametrize(("name", "beginning"), [("g.pdf", b"%PDF-"), ("g.html", b"<!DOCTYPE html>")])
def test_the_guideline_is_written(window, doing, qtbot, tmp_path, name, beginning):
    doing.write_guideline(tmp_path / name)
    qtbot.waitUntil(lambda: (tmp_path / name).exists(), timeout=WAIT)
    assert (tmp_path / name).read_bytes().startswith(beginning)


def test_a_name_without_ending_gets_one_and_overwrites_nothing(window, doing, qtbot, tmp_path):
    (tmp_path / "g.pdf").write_text("mine")
    doing.write_guideline(tmp_path / "g")
    qtbot.waitUntil(lambda: "already" in window.notice_strip.sentence, timeout=WAIT)
    assert (tmp_path / "g.pdf").read_text() == "mine"


def test_the_label_set_is_saved_as_a_file(window, doing, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "mine"
    monkeypatch.setattr(doing_module.choosing, "file_to_save", lambda *_: str(target))
    window.show_page("label_set")
    window.late.label_set.save_wanted.emit()
    qtbot.waitUntil((tmp_path / "mine.json").exists, timeout=WAIT)
    assert len(json.loads((tmp_path / "mine.json").read_text(encoding="utf-8"))["labels"]) == 5


def test_from_a_work_list_to_the_span_in_its_document(window, doing, qtbot):
    span = window.place.session.state.spans()[0]
    here = window.place.session.document.uid
    owner = window.flow.workbench.document.annotator.uid
    window.flow.workbench.open_neighbour(1)
    qtbot.waitUntil(lambda: window.place.session.document.uid != here, timeout=WAIT)
    window.show_page("label_set")
    doing.go_to(here, span.start, span.end, owner)
    qtbot.waitUntil(lambda: window.place.article.selected_span() == span, timeout=WAIT)
    assert window.page == "label"
