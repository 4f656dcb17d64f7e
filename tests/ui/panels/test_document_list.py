from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.ui import fonts, i18n
from annotator.ui.models.document_model import ROW_ROLE
from annotator.ui.panels.document_list import DocumentList
from annotator.ui.panels.name_card import NameCard


@pytest.fixture
def panel(desk, corpus, qtbot, on_screen):
    panel = DocumentList(desk)
    desk._changed = panel.refresh
    on_screen(panel, 264, 700)
    panel.set_corpus(corpus.uid)
    settle(panel, qtbot)
    return panel


def settle(panel, qtbot):
    qtbot.waitUntil(lambda: None not in rows(panel))


def rows(panel):
    model = panel.view.model()
    return [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]


def titles(panel):
    return [row.title.split()[0] for row in rows(panel)]


def search(panel, qtbot, words):
    panel._field.setText(words)
    panel._search()
    settle(panel, qtbot)


def finish_first(panel, library, desk):
    uid = rows(panel)[0].uid
    desk.write(lambda _: library.annotating.apply(uid, (StatusChanged(Status.NEW, Status.DONE),)))
    return uid


def test_documents_stand_in_import_order_with_their_counts(panel):
    assert titles(panel) == ["Khối", "Lão", "Tỉnh"]
    assert panel._foot._words.text() == "0 of 3 done"


def test_a_list_ends_on_a_whole_row(panel):
    row = panel.view.verticalHeader().defaultSectionSize()
    for height in (700, 723, 751):
        panel.resize(264, height)
        assert panel.view.height() % row == 0
        assert 0 <= panel.view.parentWidget().height() - panel.view.height() < row


@pytest.mark.parametrize("language", ["en", "vi"])
def test_in_a_narrow_panel_nothing_is_cut(panel, language, qtbot):
    foot, filters = panel._foot, panel._filters
    i18n.language().choose(language)
    try:
        for width in (220, 264, 400):
            panel.resize(width, 700)
            panel.layout().activate()
            words = list(filters._words.values())
            assert filters.minimumSizeHint().width() <= filters.width()
            assert all(word.geometry().right() <= filters.width() for word in words)
            assert all(word.width() >= word.sizeHint().width() for word in words)
            foot.set_counts(1204, 12040)
            foot.layout().activate()
            assert fonts.width(foot._words.text(), foot._words.font()) <= foot._words.width()
            assert foot._next.geometry().right() <= foot.width()
            assert foot._next.width() >= foot._next.sizeHint().width()
        assert filters._words["all"]._counted
        assert foot._next.key
    finally:
        i18n.language().choose("en")


def test_a_click_chooses_a_document(panel, qtbot):
    place = panel.view.visualRect(panel.view.model().index(1, 0)).center()
    with qtbot.waitSignal(panel.document_chosen) as chosen:
        QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [rows(panel)[1].uid]


def test_keys_alone_choose_a_document(panel, qtbot):
    panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    panel.view.go_to(0)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.document_chosen) as chosen:
        QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert chosen.args == [rows(panel)[1].uid]


def test_search_ignores_case_and_marks(panel, qtbot):
    search(panel, qtbot, "sau duoc")
    assert titles(panel) == ["Lão"]
    search(panel, qtbot, "")
    assert len(titles(panel)) == 3


def test_a_search_without_hits_says_so_in_words(panel, qtbot):
    panel._field.setText("không có")
    panel._search()
    assert "không có" in panel._empty.text()
    assert panel._body.currentWidget() is panel._empty


def test_done_documents_move_between_the_filters(panel, library, desk, qtbot):
    uid = finish_first(panel, library, desk)
    settle(panel, qtbot)
    assert panel._foot._words.text() == "1 of 3 done"
    panel._filters.chosen.emit("todo")
    settle(panel, qtbot)
    assert uid not in [row.uid for row in rows(panel)]
    panel._filters.chosen.emit("done")
    settle(panel, qtbot)
    assert [row.uid for row in rows(panel)] == [uid]


def test_a_label_shows_in_the_row_without_reading_the_list_anew(panel, library, desk, corpus, qtbot):
    uid = rows(panel)[1].uid
    label = library.labels.list(corpus.uid)[0].label.uid
    resets = []
    panel.view.model().modelReset.connect(lambda: resets.append(True))
    desk.write(lambda _: library.annotating.apply(uid, (SpanAdded(Span(new_uid(), 0, 3, label)),)))
    qtbot.waitUntil(lambda: rows(panel)[1].spans == 1)
    assert rows(panel)[1].status is Status.IN_PROGRESS
    assert resets == []


def test_rename_in_place(panel, library, corpus, qtbot):
    panel.view.go_to(1)
    panel.rename_current()
    editor = panel.view.focusWidget()
    assert editor.text().startswith("Lão nông")
    editor.setText("Một tên khác")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(panel)[1] is not None and rows(panel)[1].title == "Một tên khác")
    assert library.documents.rows(library.documents.keys(corpus.uid))[1].title == "Một tên khác"


def test_into_the_bin_and_back(panel, library, corpus, qtbot):
    panel.view.go_to(0)
    with qtbot.waitSignal(panel.told) as told:
        panel.bin_selected()
    assert told.args == ["1 document is in the bin now. Ctrl+Z takes that back."]
    settle(panel, qtbot)
    assert titles(panel) == ["Lão", "Tỉnh"]
    panel.show_bin()
    binned = panel._bin
    assert titles(binned) == ["Khối"]
    assert panel.shown_view is binned.view
    QTest.keyClick(binned.view, Qt.Key.Key_Return)
    assert titles(binned) == []
    assert binned._empty.text() == "The bin is empty."
    QTest.keyClick(binned, Qt.Key.Key_Escape)
    assert panel.shown_view is panel.view
    settle(panel, qtbot)
    assert titles(panel) == ["Khối", "Lão", "Tỉnh"]


def test_enter_takes_back_in_vietnamese_too(panel):
    """In Vietnamese the word for Return is Enter: two keys bound by their words were one, and ambiguous."""
    i18n.language().choose("vi")
    panel.view.go_to(0)
    panel.bin_selected()
    panel.show_bin()
    QTest.keyClick(panel._bin.view, Qt.Key.Key_Return)
    assert titles(panel._bin) == []


def test_undo_brings_back_what_the_bin_shows(panel, library, desk, corpus):
    panel.view.go_to(0)
    panel.bin_selected()
    panel.show_bin()
    desk.write(lambda library: library.history.undo())
    assert titles(panel._bin) == []


def test_the_bin_is_emptied_from_the_list_after_a_second_act(panel, library, corpus):
    panel.view.go_to(0)
    panel.bin_selected()
    panel.show_bin()
    binned = panel._bin
    binned.view.setFocus()
    assert [hint.keys for hint in panel.bin_hints()] == [("↵",), ("Esc",)]
    binned._empty_button.click()
    assert [hint.keys for hint in panel.bin_hints()] == [("Esc",)]
    assert binned._question._question.text() == "Delete 1 document for ever?"
    assert "whole library" in binned._question._hint.text()
    assert not binned._close.isVisible(), "Escape means one thing at a time"
    QTest.keyClick(binned, Qt.Key.Key_Escape)
    assert not binned._question.isVisible()
    assert titles(binned) == ["Khối"]
    binned.ask_to_empty()
    told = []
    panel.told.connect(told.append)
    binned._question._delete.click()
    (words,) = told
    assert words.startswith("1 document deleted for ever. The backup of ")
    assert binned._close.isVisible()
    assert library.purging.content() == (0, 0)
    assert titles(binned) == []
    assert not binned._empty_button.isEnabled()


def test_finding_a_document_leaves_the_bin(panel, qtbot):
    panel.show_bin()
    panel.find_document()
    assert panel.shown_view is panel.view
    settle(panel, qtbot)
    assert titles(panel) == ["Khối", "Lão", "Tỉnh"]


def test_enter_in_the_search_field_opens_the_first_hit(panel, library, corpus, qtbot):
    panel.find_document()
    panel._field.setText("tổng kết")
    with qtbot.waitSignal(panel.document_chosen) as chosen:
        QTest.keyClick(panel._field, Qt.Key.Key_Return)
    hit = library.documents.keys(corpus.uid, search="tổng kết")[:1]
    assert chosen.args == [library.documents.rows(hit)[0].uid]


def test_everything_selected_goes_into_the_bin_as_one_step(panel, library, corpus, qtbot):
    panel.view.selectAll()
    panel.bin_selected()
    assert titles(panel) == []
    library.history.undo()
    assert library.documents.counts(corpus.uid).total == 3


def test_letters_do_not_search_the_list(panel):
    panel.view.go_to(0)
    QTest.keyClick(panel.view, Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    assert panel.view.currentIndex().row() == 0


def test_the_open_document_is_brought_into_sight(panel, library, corpus, qtbot):
    last = rows(panel)[2].uid
    panel.set_open(last)
    assert panel.view.currentIndex().row() == 2


def test_sorting_by_title_downwards_keeps_all(panel, qtbot):
    panel._sort_by("title")
    settle(panel, qtbot)
    assert titles(panel) == ["Khối", "Lão", "Tỉnh"]
    panel._sort_by("spans")
    settle(panel, qtbot)
    assert sorted(titles(panel)) == ["Khối", "Lão", "Tỉnh"]


def test_menus_name_every_way(panel):
    words = [action.text() for action in panel._sort_menu().actions()]
    assert words[0] == "As they came in"
    assert words[-1] == "Show the bin"
    words = [action.text() for action in panel._row_menu().actions()]
    assert words == [
        *("Rename", "Move to the bin", ""),
        *("Mark as", "Give a tag", "Take a tag away", ""),
        "Show the bin",
    ]


def test_every_row_paints_missing_ones_too(panel, qtbot):
    panel.view.model()._pages.clear()
    assert not panel.grab().isNull()


def _menu_words(panel):
    menu = panel._filter_menu()
    words = [action.text() for action in menu.actions()]
    menu.deleteLater()
    return words


def _trigger(panel, words):
    menu = panel._filter_menu()
    actions = [
        *menu.actions(),
        *(each for action in menu.actions() if action.menu() for each in action.menu().actions()),
    ]
    next(action for action in actions if action.text() == words).trigger()
    menu.deleteLater()


def test_a_filter_is_kept_chosen_and_kept_no_longer(panel, qtbot):
    assert not [words for words in _menu_words(panel) if words.startswith("Keep")]
    search(panel, qtbot, "a&b #x")
    _trigger(panel, "Keep the filter “a&&b #x”")
    qtbot.waitUntil(lambda: len(panel._kept.filters) == 1)
    search(panel, qtbot, "")
    _trigger(panel, "a&&b #x")
    assert (panel._field.text(), panel.query.search, panel.query.shown) == ("a&b #x", "a&b #x", "all")
    menu = panel._filter_menu()
    (gone,) = [action.menu() for action in menu.actions() if action.text() == "Keep no longer"]
    gone.actions()[0].trigger()
    qtbot.waitUntil(lambda: not panel._kept.filters)
    menu.deleteLater()


def _submenu(panel, name):
    menu = panel._filter_menu()
    menu.deleteLater()
    return next(action.menu() for action in menu.actions() if action.text() == name).actions()


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_Return, "Giữ"), (Qt.Key.Key_Escape, "a")])
def test_a_kept_filter_gets_another_name(panel, qtbot, library, corpus, key, name):
    search(panel, qtbot, "a")
    _trigger(panel, "Keep the filter “a”")
    qtbot.waitUntil(lambda: len(panel._kept.filters) == 1)
    _submenu(panel, "Rename a filter")[0].trigger()
    card = panel.window().findChild(NameCard)
    assert card.field.hasFocus() and card.field.selectedText() == "a"
    card.field.setText("Giữ")
    QTest.keyClick(card.field, key)
    qtbot.waitUntil(lambda: panel.window().findChild(NameCard) is None)
    assert [each.name for each in library.filters.of(corpus.uid)] == [name]
    qtbot.waitUntil(lambda: [each.name for each in panel._kept.filters] == [name])


def test_words_are_looked_for_in_the_texts_when_no_title_has_them(panel, qtbot):
    assert panel._offer.isHidden()
    search(panel, qtbot, "is:new uy vien")
    assert not panel._offer.isHidden() and rows(panel) == []
    assert "Enter searches the texts" in panel._empty.text()
    chosen = []
    panel.document_chosen.connect(chosen.append)
    QTest.keyClick(panel._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel._field.text() == 'is:new text:"uy vien"')
    settle(panel, qtbot)
    assert panel._offer.isHidden() and rows(panel) != [] and chosen == []
    search(panel, qtbot, "lao")
    assert titles(panel) == ["Lão"]
    QTest.keyClick(panel._field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert panel.query.search == "text:lao"


def _of(menu):
    return {action.text(): action for action in menu.actions()}


def _of_submenu(menu, name):
    return _of(_of(menu)[name].menu())


def test_a_condition_is_put_into_the_search_by_the_menu(panel, qtbot, desk, library):
    uid = rows(panel)[1].uid
    desk.write(lambda _: library.describing.retag([uid], add=["Hội & họp"]))
    menu = panel._filter_menu()
    tags = _of(menu)["Tag"].menu()
    next(action for action in tags.actions() if action.text() == "Hội && họp\t1").trigger()
    menu.deleteLater()
    assert panel._field.text() == '#"Hội & họp"'
    panel._search()
    settle(panel, qtbot)
    assert titles(panel) == ["Lão"]
    menu = panel._filter_menu()
    _of(menu)["Words in the text"].trigger()
    menu.deleteLater()
    assert panel._field.text().endswith(" text:")
    panel._search()
    settle(panel, qtbot)
    assert titles(panel) == ["Lão"]  # a condition that lacks its words asks for nothing yet
    QTest.keyClicks(panel._field, "x")
    assert panel._field.text().endswith(" text:x")


def test_the_foot_says_how_many_fit_what_is_searched_for(panel, qtbot):
    search(panel, qtbot, "lão")
    assert panel._foot._words.text() == "1 of 3 fit"
    search(panel, qtbot, "")
    assert panel._foot._words.text() == "0 of 3 done"


def test_the_last_counts_go_first(panel):
    row = panel._filters
    row.resize(row._needed(8, counted=2), 24)
    row._fit()
    assert [word._counted for word in row._words.values()] == [True, True, False]


def test_the_selected_documents_are_marked_and_tagged_together(panel, qtbot, desk, library, corpus):
    desk.write(lambda _: library.describing.retag([rows(panel)[2].uid], add=["họp"]))
    settle(panel, qtbot)
    panel.view.selectAll()
    menu = panel._row_menu()
    _of_submenu(menu, "Mark as")["Done"].trigger()
    _of_submenu(menu, "Give a tag")["họp"].trigger()
    menu.deleteLater()
    assert library.documents.counts(corpus.uid).done == 3
    assert library.describing.tags(corpus.uid) == {"họp": 3}
    panel.view.selectAll()
    menu = panel._row_menu()
    _of_submenu(menu, "Mark as")["In progress"].trigger()
    _of_submenu(menu, "Take a tag away")["họp"].trigger()
    menu.deleteLater()
    assert library.documents.counts(corpus.uid).in_progress == 3
    assert library.describing.tags(corpus.uid) == {}
