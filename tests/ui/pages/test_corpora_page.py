from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.ui import i18n
from annotator.ui.pages.corpora import CorporaPage


@pytest.fixture
def page(desk, corpus, library, on_screen):
    library.corpora.create("Báo tỉnh")
    page = CorporaPage(desk)
    desk._changed = page.refresh
    on_screen(page, 1000, 700)
    page.set_current(corpus.uid)
    return page


def shown(page):
    model = page.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_all_corpora_stand_with_the_current_one_lit(page):
    assert sorted(shown(page)) == ["Báo tỉnh", "Thi đua khen thưởng"]
    assert page.view.currentIndex().data() == "Thi đua khen thưởng"


def test_enter_opens(page, corpus, qtbot):
    with qtbot.waitSignal(page.corpus_chosen) as chosen:
        QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert chosen.args == [corpus.uid]


def test_a_new_corpus_has_the_standard_labels_and_is_opened(page, library, qtbot):
    page.new_corpus()
    page._name.setText("Người tốt việc tốt")
    with qtbot.waitSignal(page.corpus_chosen) as chosen:
        QTest.keyClick(page._name, Qt.Key.Key_Return)
    assert len(library.labels.list(chosen.args[0])) == 5
    assert page._name.text() == ""


def test_a_taken_name_is_refused_in_place(page, library):
    page._name.setText("Báo tỉnh")
    page._create()
    assert page._error.isVisible()
    assert len(library.corpora.list()) == 2


def test_rename_in_place(page, library, corpus, qtbot):
    page.rename_current()
    editor = page.view.focusWidget()
    editor.setText("Thi đua 2026")
    with qtbot.assertNotEmitted(page.corpus_chosen):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Thi đua 2026" in shown(page))
    assert library.corpora.named("Thi đua 2026").uid == corpus.uid


def test_into_the_bin_and_back(page, library):
    page.view.setFocus()
    QTest.keyClick(page.view.window().windowHandle(), Qt.Key.Key_Delete)
    assert shown(page) == ["Báo tỉnh"]
    page._filters.choose("bin")
    page._show()
    assert shown(page) == ["Thi đua khen thưởng"]
    assert not page._open.isEnabled()
    assert page._bin_button.text() == "Take back"
    page.bin_current()
    assert page._empty.text() == "The bin is empty."
    assert len(library.corpora.list()) == 2


def test_a_row_in_the_bin_does_not_open(page, qtbot):
    page.bin_current()
    page._filters.choose("bin")
    page._show()
    with qtbot.assertNotEmitted(page.corpus_chosen):
        page.open_current()


def test_the_bin_is_emptied_only_after_a_second_act(page, library, corpus, qtbot):
    i18n.language().choose("en")
    page.bin_current()
    page._filters.choose("bin")
    page._turn()
    page._empty_button.click()
    question = page._question
    assert question.isVisible()
    assert question._question.text() == "Delete 3 documents and 1 corpus for ever?"
    assert "does not bring back" in question._hint.text()
    with qtbot.assertNotEmitted(page.left):
        QTest.keyClick(page.window().windowHandle(), Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert [each.uid for each in library.corpora.binned()] == [corpus.uid]
    page.ask_to_empty()
    question._delete.click()
    assert (library.corpora.binned(), library.purging.content()) == ([], (0, 0))
    assert len(library.backups.list()) == 1
    assert not question.isVisible()
    assert not page._empty_button.isEnabled()
    assert page._empty.text() == "The bin is empty."


def test_documents_alone_in_the_bin_are_named_too(page, library, corpus):
    i18n.language().choose("en")
    rows = library.documents.rows(library.documents.keys(corpus.uid))
    library.documents.bin([row.uid for row in rows[:2]])
    page.reload()
    page._filters.choose("bin")
    page._turn()
    assert page._empty.text() == "No corpus is in the bin, but 2 documents."
    page.ask_to_empty()
    assert page._question._question.text() == "Delete 2 documents for ever?"
    page._question._keep.click()
    assert library.purging.content() == (2, 0)


def test_rows_are_painted(page):
    assert not page.grab().isNull()
