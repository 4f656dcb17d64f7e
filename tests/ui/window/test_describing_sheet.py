"""Title, tags and metadata are changed beside the article, by keys alone, in one step."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.ui.describing.doing import DescribingDoing

WAIT = 20_000


@pytest.fixture
def sheet(window, qtbot):
    qtbot.waitUntil(lambda: window.place.article.has_document, timeout=WAIT)
    QTest.keyClick(window, Qt.Key.Key_F4)
    doing = window.commands.part(DescribingDoing)
    qtbot.waitUntil(lambda: doing.sheet.title.text() == "Lão nông Sáu Được", timeout=WAIT)
    return doing.sheet


def _read(window, qtbot):
    answers = []
    uid = window.flow.open_document_uid
    window.library_desk.desk.read(lambda library: library.documents.open(uid).document, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    return answers[0]


def test_it_is_typed_kept_and_undone(window, sheet, qtbot):
    assert sheet.tags.hasFocus()
    QTest.keyClicks(sheet.tags, "hop, thi dua")
    name, value = sheet.rows[-1]
    QTest.keyClicks(name, "source")
    QTest.keyClicks(value, "bao")
    assert len(sheet.rows) == 2
    QTest.keyClick(value, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.place.guest is None, timeout=WAIT)
    assert dict(_read(window, qtbot).metadata) == {"tags": "hop, thi dua", "source": "bao"}
    window.actions_["edit.undo"].trigger()
    qtbot.waitUntil(lambda: dict(_read(window, qtbot).metadata) == {}, timeout=WAIT)


def test_escape_changes_nothing(window, sheet, qtbot):
    QTest.keyClicks(sheet.tags, "hop")
    QTest.keyClick(sheet.tags, Qt.Key.Key_Escape)
    assert window.place.guest is None
    assert dict(_read(window, qtbot).metadata) == {}


def test_the_status_line_tells_the_keys_of_the_field_that_has_the_cursor(window, sheet):
    def told():
        return [hint.words for hint in window.status_line.hints.hints]

    assert told() == ["save", "next field", "close"]
    QTest.keyClick(sheet.tags, Qt.Key.Key_Escape)
    assert "label the name here" in told()
    window.place.documents.find_document()
    assert told() == ["all commands", "all keys"]
    window.actions_["go.find"].trigger()
    assert told() == ["search", "go to the hits", "back to the article", "all keys"]
    window.show_page("label")
    window.place.focus_article()
    assert "label the name here" in told()


def test_all_listed_documents_are_tagged_and_found_by_the_tag(window, sheet, qtbot):
    QTest.keyClicks(sheet.tags, "hop")
    assert sheet.tag_button.text() == "Give these tags to 3 listed documents"
    sheet.tag_button.click()
    documents = window.place.documents
    documents._field.setText("#hop")
    qtbot.waitUntil(lambda: documents._model.rowCount() == 3, timeout=WAIT)
    documents._field.setText("#khac")
    qtbot.waitUntil(lambda: documents._model.rowCount() == 0, timeout=WAIT)
    assert not sheet.tag_button.isEnabled()


def test_known_tags_are_offered_and_taken(window, sheet, qtbot):
    sheet.show_document("A", {"tags": "one"}, ["họp", "hội"])
    sheet.tags.setText("h")
    sheet._offers.setCompletionPrefix("h")
    assert sheet._offers.completionCount() == 2
    sheet._offers.activated.emit("họp")
    assert sheet.tags.text() == ""
    assert [chip.text() for chip in sheet.chips._chips] == ["one", "họp"]
    assert sheet.metadata() == {"tags": "one, họp"}


def test_chips_are_made_by_commas_and_taken_away(window, sheet):
    QTest.keyClicks(sheet.tags, "one,two, ONE,R&D,thr")
    assert sheet.tags.text() == "thr"
    assert [chip.text() for chip in sheet.chips._chips] == ["one", "two", "R&&D"]
    assert sheet.chips.tags == ("one", "two", "R&D", "thr")
    sheet.chips._chips[0].click()
    assert sheet.tags.hasFocus()
    for _ in range(4):  # three letters, then the last chip comes back into the field
        QTest.keyClick(sheet.tags, Qt.Key.Key_Backspace)
    assert sheet.tags.text() == "R&D"
    assert sheet.chips.tags == ("two", "R&D")
    sheet.chips.show_tags([f"a longer tag {number}" for number in range(9)])
    assert sheet.chips.height() > 2 * sheet.chips._chips[0].height()
    assert all(chip.geometry().right() <= sheet.chips.width() for chip in sheet.chips._chips)


def test_a_refusal_leaves_what_was_typed(window, sheet, qtbot):
    sheet.title.clear()
    sheet.keep_button.click()
    qtbot.waitUntil(lambda: window.notice_strip.isVisible(), timeout=WAIT)
    assert window.place.guest is sheet


def test_enter_on_an_offered_tag_keeps_the_panel_open(window, sheet, monkeypatch):
    sheet.show_document("A", {}, ["họp"])
    popup = SimpleNamespace(isVisible=lambda: True, currentIndex=lambda: sheet._words.index(0))
    with monkeypatch.context() as patch:
        patch.setattr(sheet._offers, "popup", lambda: popup)
        QTest.keyClick(sheet.tags, Qt.Key.Key_Return)
        assert window.place.guest is sheet
