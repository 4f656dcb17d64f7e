"""Handing out: the table follows the form at once, the button makes one package a person, rounds are told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollBar

from annotator.exchange.package_reading import read
from annotator.ui.i18n import language
from annotator.ui.packages.hand_page import HandOutPage
from annotator.ui.pages.recipe_fields import choose


@pytest.fixture
def page(desk, corpus, on_screen, tmp_path):
    page = HandOutPage(desk, still=0)
    on_screen(page, 1200, 800)
    page.set_corpus(corpus)
    page.folder.folder.setText(str(tmp_path))
    page.setFocus()
    return page


def _type(field, words):
    field.setText(words)
    field.textEdited.emit(words)  # QTest types no letters beyond Latin 1


def _table(page):
    return [(row.cells[0], row.cells[1].value, row.cells[2].value) for row in page.table.model.rows()]


def test_the_table_follows_the_form(page):
    assert page.main.text() == "Make 0 packages"
    assert page.hint.text() == "Tick people, or write the names of new ones."
    _type(page.people.fresh, "Hoa, Minh")
    assert _table(page) == [("Hoa", 2, 1), ("Minh", 2, 1)]
    assert page._head_words.text() == "3 documents for 2 people"
    assert page._sub_words.text() == "1 of them goes to several people, to be compared."
    page.dealing.share.setValue(100)
    assert _table(page) == [("Hoa", 3, 3), ("Minh", 3, 3)]
    page.dealing.share.setValue(0)
    assert sum(count for _, count, _ in _table(page)) == 3
    assert page._sub_words.text() == "Everybody works on other documents; nothing can be compared."
    assert page.main.isEnabled()


def test_the_titles_that_a_person_gets_are_named(page, library, corpus):
    _type(page.people.fresh, "Hoa, Minh")
    rows = library.documents.rows(library.documents.keys(corpus.uid))
    titles = {row.uid: row.title for row in rows}
    for place, hand in enumerate(page._deal.hands):
        page.table.view.go_to(place)
        named = [words.removesuffix(" · to compare") for words in page.titles.words]
        assert named == [titles[uid] for uid in hand.documents]
        (shared,) = [words for words in page.titles.words if words.endswith(" · to compare")]
        assert shared.startswith(titles[page._deal.sample[0]])
    _type(page.people.fresh, "")
    assert page.titles.isHidden()


def test_only_documents_that_fit_are_dealt(page, qtbot):
    _type(page.people.fresh, "Hoa")
    _type(page.documents.search, "lão nông")
    qtbot.waitUntil(lambda: _table(page) == [("Hoa", 1, 0)])
    choose(page.documents.status, "done")
    page.documents.changed.emit()
    qtbot.waitUntil(lambda: page.hint.text() == "No document fits what is chosen above.")
    assert not page.main.isEnabled()


def test_ctrl_enter_makes_the_packages_and_remembers_the_round(page, library, corpus, tmp_path):
    said = []
    page.told.connect(said.append)
    _type(page.people.fresh, "Hoa, Minh")
    page.dealing.blind.setChecked(True)
    dealt = _table(page)
    QTest.keyClick(page.people.fresh, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    files = sorted(path.name for path in tmp_path.glob("*.zip"))
    assert files == ["Round 1 – Hoa.zip", "Round 1 – Minh.zip"]
    assert said == ["2 packages made."]
    assert page.hint.text() == f"Give each person theirs: {', '.join(files)}."
    package = read(tmp_path / files[0])
    assert package.settings.is_blind
    assert len(package.settings.unaided) == 1
    assert [one.name for one in library.rounds.of(corpus.uid)] == ["Round 1"]
    assert page.round.round.text() == "Round 2"
    assert _table(page) == dealt
    assert page._round_labels[0].text().endswith("Done: Hoa 0 of 2, Minh 0 of 2.")


def test_the_same_keys_again_make_nothing_again(page, library, corpus):
    _type(page.people.fresh, "Hoa")
    page.act()
    assert not page.main.isEnabled()
    page.act()
    assert len(library.rounds.of(corpus.uid)) == 1
    _type(page.round.round, "Đợt 9")
    assert page.main.isEnabled()
    page.act()
    assert [one.name for one in library.rounds.of(corpus.uid)] == ["Đợt 9", "Round 1"]


def test_fields_end_at_one_edge_also_beside_a_scroll_bar(page, on_screen, qtbot):
    def edges():
        fields = (page.documents.search, page.round.round)
        return {field.mapTo(page, QPoint(field.width(), 0)).x() for field in fields}

    qtbot.waitUntil(lambda: len(edges()) == 1)
    (before,) = edges()
    on_screen(page, 1024, 560)
    qtbot.waitUntil(lambda: edges() == {before})
    bars = page.findChildren(QScrollBar)
    assert any(bar.isVisible() and bar.maximum() for bar in bars)


def test_it_waits_for_a_name_and_a_folder(page, tmp_path):
    _type(page.people.fresh, "Hoa")
    page.round.round.clear()
    assert page.hint.text() == "Give the round a name."
    page.round.round.setText("Đợt")
    page.folder.folder.setText(str(tmp_path / "none"))
    assert page.hint.text() == "Choose a folder that is there."
    assert not page.main.isEnabled()


def test_what_the_library_refuses_is_said(page, tmp_path):
    refused = []
    page.failed.connect(refused.append)
    _type(page.people.fresh, "Hoa")
    (tmp_path / "Round 1 – Hoa.zip").write_bytes(b"mine")
    page.act()
    assert "is there already" in str(refused[0])
    assert not page.is_busy


def test_it_speaks_vietnamese(page, qtbot):
    _type(page.people.fresh, "Hoa, Minh")
    language().choose("vi")
    qtbot.waitUntil(lambda: page.main.text() == "Tạo 2 gói")
    assert page._head_words.text() == "3 bài cho 2 người"


def test_what_is_not_plain_by_its_name_is_explained(page):
    assert "deals the same way again" in page.dealing.seed.toolTip()
    assert "can be compared" in page.dealing.share.accessibleDescription()
