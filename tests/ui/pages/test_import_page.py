from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.ui.models.import_model import Verdict
from annotator.ui.pages.import_page import ImportPage

ARTICLE = "Trao Giải báo chí “Búa liềm Đỏ”\n\nTối 30/1, Ban Tổ chức Tỉnh ủy trao giải cho các tác giả."


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "b.txt").write_text(ARTICLE.replace("Đỏ", "Xanh"), encoding="utf-8")
    (folder / "c.txt").write_bytes(b"")
    return folder


@pytest.fixture
def page(desk, corpus, folder, on_screen):
    page = ImportPage(desk)
    on_screen(page, 1200, 800)
    page.open_with([str(folder)], corpus.uid, corpus.name)
    return page


def verdicts(page):
    return {file.name: file.verdict for file in page._model.files}


def test_files_are_shown_before_anything_is_written(page, library, corpus):
    assert verdicts(page) == {"a.txt": Verdict.GOOD, "b.txt": Verdict.GOOD, "c.txt": Verdict.REFUSED}
    assert library.documents.counts(corpus.uid).total == 3
    assert "2" in page._add_button.text()
    assert page._model.files[0].title == "Trao Giải báo chí “Búa liềm Đỏ”"


def test_a_refused_file_says_why_in_its_place(page):
    page.view.go_to(2)
    assert page._file_view._verdict.text() == "This file stays out"
    assert "c.txt" in page._file_view._sentences.text()


def test_what_comes_in_is_added_and_can_be_undone(page, library, corpus, qtbot):
    with qtbot.waitSignal(page.imported) as imported:
        page.add()
    assert imported.args[0].documents_added == 2
    assert library.documents.counts(corpus.uid).total == 5
    library.history.undo()
    assert library.documents.counts(corpus.uid).total == 3


def test_space_leaves_a_file_out_and_takes_it_again(page, library, corpus, qtbot):
    page.view.go_to(0)
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert verdicts(page)["a.txt"] is Verdict.LEFT_OUT
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert verdicts(page)["a.txt"] is Verdict.GOOD
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.imported):
        page.add()
    assert library.documents.counts(corpus.uid).total == 4


def test_a_known_text_is_recognised(page, library, corpus, folder):
    page.add()
    page.open_with([str(folder / "a.txt")], corpus.uid, corpus.name)
    assert verdicts(page) == {"a.txt": Verdict.KNOWN}


def test_the_next_problem_is_reached_by_key(page):
    page.view.go_to(0)
    page._next_problem()
    assert page.view.currentIndex().row() == 2


def test_filters_count_and_show(page):
    assert [page._model.count(key) for key in ("all", "look", "out")] == [3, 0, 1]
    page._filters.chosen.emit("out")
    assert page._model.rowCount() == 1


def test_doubtful_letters_are_a_question_answered_by_looking(page, library, corpus, tmp_path, qtbot):
    path = tmp_path / "cu.txt"
    path.write_bytes("Ñaûng boä tænh toång keát phong traøo thi ñua naêm 2024, bieåu döông".encode("cp1252"))
    page.open_with([str(path)], corpus.uid, corpus.name)
    (file,) = page._model.files
    assert file.verdict is Verdict.DOUBTFUL
    assert "Đảng bộ tỉnh" in file.readings[0].beginning
    chosen = file.readings[0].encoding
    page._file_view.encoding_chosen.emit(chosen)
    (file,) = page._model.files
    assert file.verdict is Verdict.GOOD
    with qtbot.waitSignal(page.imported) as imported:
        page.add()
    assert imported.args[0].documents_added == 1


def test_nothing_to_add_no_button(page, corpus, folder):
    page.open_with([str(folder / "c.txt")], corpus.uid, corpus.name)
    assert not page._add_button.isEnabled()
    assert "says why" in page._hint.text()


def test_escape_leaves(page, qtbot):
    with qtbot.waitSignal(page.left):
        page.cancel()


def test_rows_and_file_are_painted(page):
    assert not page.grab().isNull()


VNI = "Ñaûng boä tænh toång keát phong traøo thi ñua naêm 2024, bieåu döông".encode("cp1252")


def test_ctrl_enter_adds_right_after_the_question_was_answered(page, corpus, tmp_path, qtbot):
    path = tmp_path / "cu.txt"
    path.write_bytes(VNI)
    page.open_with([str(path)], corpus.uid, corpus.name)
    row = page._file_view._readings._rows[0]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert page.window().focusWidget() is row
    with qtbot.waitSignal(page.imported) as imported:
        QTest.keyClick(page.window().windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert imported.args[0].documents_added == 1


def test_the_question_is_asked_once_and_without_the_command_lines_remedy(page, corpus, tmp_path):
    path = tmp_path / "cu.txt"
    path.write_bytes(VNI)
    page.open_with([str(path)], corpus.uid, corpus.name)
    (file,) = page._model.files
    assert file.sentences == ()
    assert page._file_view._readings.isVisible()
    assert "--encoding" not in page._file_view._sentences.text()


def test_the_list_gives_the_reason_without_the_path(page, folder):
    refused = page._model.files[2]
    assert refused.reason == "Is empty. There is nothing to import."
    assert str(folder) not in " ".join(refused.sentences)


def test_the_place_in_a_file_stands_without_its_name(page, corpus, tmp_path):
    path = tmp_path / "hong.jsonl"
    path.write_text('{"text": "abc", "spans": [{"start": 0, "end": 9, "label": "x"}]}\n', encoding="utf-8")
    page.open_with([str(path)], corpus.uid, corpus.name)
    (file,) = page._model.files
    assert file.reason.startswith("Line 1")


def test_files_of_another_kind_are_named(page, folder, corpus):
    assert not page._other_kinds.isVisible()
    for number in range(5):
        (folder / f"x{number}.rtf").write_text("{}")
    page.open_with([str(folder)], corpus.uid, corpus.name)
    assert page._other_kinds.text() == "5 files of another kind are not read: x0.rtf, x1.rtf, x2.rtf …"
    assert "x4.rtf" in page._other_kinds.toolTip()


def test_a_text_that_comes_twice_is_counted_once_and_said(page, folder, corpus, library, qtbot):
    (folder / "b2.txt").write_text((folder / "b.txt").read_text("utf-8"), encoding="utf-8")
    page.open_with([str(folder)], corpus.uid, corpus.name)
    assert page._add_button.text() == "Add 2 documents"
    page.view.go_to(page._model.row_of(str(folder / "b2.txt")))
    assert page._file_view._verdict.text() == "The same text as b.txt"
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    page.view.go_to(page._model.row_of(str(folder / "b.txt")))
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert page._add_button.text() == "Add 1 document"
    page.view.go_to(page._model.row_of(str(folder / "b2.txt")))
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.imported) as imported:
        page.add()
    assert imported.args[0].documents_added == 2


def test_what_the_corpus_has_is_not_counted(page, folder, corpus):
    page.add()
    page.open_with([str(folder)], corpus.uid, corpus.name)
    assert not page._add_button.isEnabled()
    assert page._hint.text() == "Every text here is in the corpus already."
    page.view.go_to(0)
    assert page._file_view._verdict.text().startswith("The same text as “Trao Giải")


def test_the_list_ends_on_a_whole_row(page):
    assert page.view.height() % page.view.verticalHeader().defaultSectionSize() == 0


def test_a_corpus_that_is_to_be_made_gets_the_name_that_is_typed(page, library, folder, qtbot):
    assert page._name.isHidden()
    page.open_with([str(folder)], "My corpus", "My corpus")
    assert page._name.text() == "My corpus"
    page._name.setFocus()
    page._name.selectAll()
    page._name.insert("Báo tỉnh 2024 ")
    with qtbot.waitSignal(page.imported):
        QTest.keyClick(page._name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.corpus == "Báo tỉnh 2024"
    assert library.corpora.named("Báo tỉnh 2024").documents == 2


def test_a_name_that_was_emptied_is_the_one_that_was_proposed(page, folder):
    page.open_with([str(folder)], "My corpus", "My corpus")
    page._name.clear()
    assert page.corpus == "My corpus"


def test_files_that_were_looked_at_wait_until_they_came_in(page, folder, corpus, qtbot):
    assert page.waiting == 2
    with qtbot.waitSignal(page.went):
        page.hide()
    with qtbot.waitSignal(page.came):
        page.show()
    page.cancel()
    assert (page.waiting, page._model.rowCount()) == (2, 3)
    page.add()
    assert page.waiting == 0
    page.open_with([str(folder / "c.txt")], corpus.uid, corpus.name)
    assert page.waiting == 0


def test_an_empty_filter_says_so(page):
    assert page._nothing.isHidden()
    page._filters._words["look"].click()
    assert page._nothing.text() == "No file needs a look."
    assert page._nothing.isVisible()
