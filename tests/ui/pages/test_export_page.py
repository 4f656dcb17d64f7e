from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt

from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.document import AnnotatorKind, Status
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.ui.pages.export_page import ExportPage


@pytest.fixture
def page(desk, corpus, library, on_screen, tmp_path):
    labels = [row.label.uid for row in library.labels.list(corpus.uid)]
    document = library.documents.rows(library.documents.keys(corpus.uid))[0]
    changes = (
        SpanAdded(Span(new_uid(), 0, 12, labels[2])),
        SpanAdded(Span(new_uid(), 5, 12, labels[0], note="a note")),
        StatusChanged(Status.IN_PROGRESS, Status.DONE),
    )
    library.annotating.apply(document.uid, changes)
    page = ExportPage(desk)
    on_screen(page, 1200, 800)
    page.set_corpus(corpus)
    page._form._output.setText(str(tmp_path / "out.jsonl"))
    return page


def choose(page, name, value):
    choice = page._form._choices[name]
    choice.setCurrentIndex(choice.findData(value))


def test_before_an_export_the_page_says_what_it_would_be(page):
    assert "3" in page._export.text()
    assert "nothing written yet" in page._proof.answer
    assert page._export.isEnabled()


def test_own_jsonl_recovers_everything(page, tmp_path, qtbot):
    with qtbot.waitSignal(page.exported):
        page.export()
    assert page._proof.answer == "2 of 2 spans recovered"
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if "text" in json.loads(line)]) == 3


def test_the_same_corpus_again_keeps_layer_and_file(page, library, corpus, tmp_path):
    document = library.documents.rows(library.documents.keys(corpus.uid))[1].uid
    lan = library.people.annotator("Lan", AnnotatorKind.SOURCE)
    library.annotating.apply(document, (StatusChanged(Status.NEW, Status.DONE),), annotator_uid=lan.uid)
    page.set_corpus(corpus)
    choose(page, "layer", lan.uid)
    page.set_corpus(corpus)
    recipe = page._form.recipe()
    assert (recipe.layer, recipe.output) == (lan.uid, str(tmp_path / "out.jsonl"))
    page.set_corpus(library.corpora.create("Khác").value)
    assert page._form.recipe().output.endswith("/Khác.jsonl")


def test_exporting_again_asks_to_replace_what_was_written(page, qtbot):
    page.export()
    assert page._form._replace.isVisible()
    assert not page._export.isEnabled()
    page._form._replace.setChecked(True)
    assert page._export.isEnabled()
    with qtbot.waitSignal(page.exported):
        page.export()
    assert page._proof.answer == "2 of 2 spans recovered"


def test_only_done_documents(page, qtbot):
    choose(page, "status", "done")
    assert "1" in page._export.text()
    with qtbot.waitSignal(page.exported) as exported:
        page.export()
    assert exported.args[0].documents == 1


def test_the_ending_follows_the_format_and_the_policy_is_asked(page):
    assert not page._form._choices["nested"].isVisible()
    choose(page, "format", "conll")
    assert page._form._output.text().endswith("out.conll")
    assert page._form._choices["nested"].isVisible()
    assert "left out and listed" in page._form._nested_hint.text()


def test_what_conll_cannot_hold_is_listed_one_by_one(page, qtbot):
    choose(page, "format", "conll")
    with qtbot.waitSignal(page.exported) as exported:
        page.export()
    proof = exported.args[0]
    assert page._proof.answer == "1 of 2 spans recovered"
    (lost,) = proof.lost
    assert lost.title.startswith("Khối thi đua")
    assert lost.reason
    assert "Khối thi đua" in page._proof._model.as_text()
    assert page._proof._table.isVisible()


def test_the_table_shows_words_and_the_whole_reason_and_ends_on_a_whole_row(page):
    choose(page, "format", "conll")
    page.export()
    table = page._proof._table
    (lost,) = page._proof._model._rows
    assert lost.words == "thi đua"
    why = table.columnWidth(4)
    needed = table.fontMetrics().boundingRect(0, 0, why - 8, 999, int(Qt.TextFlag.TextWordWrap), lost.reason)
    row = table.verticalHeader().defaultSectionSize()
    assert needed.height() <= row
    assert sum(table.columnWidth(column) for column in range(5)) <= table.viewport().width()
    assert table.viewport().height() % row == 0


def test_after_the_export_the_page_is_closed_not_cancelled(page):
    assert page._cancel.text() == "Cancel"
    page.export()
    assert page._cancel.text() == "Close"
    choose(page, "status", "done")
    assert page._cancel.text() == "Cancel"


def test_what_nesting_would_cost_is_said_before(page):
    choose(page, "format", "conll")
    assert page._proof._how.text().startswith("1 of 2 spans would be left out")
    choose(page, "nested", "levels")
    assert page._proof._how.text().startswith("None of the 2 spans")
    choose(page, "nested", "refuse")
    assert "overlap" in page._proof._how.text()


def test_the_file_is_proposed_in_a_folder_that_is_there(page, library, monkeypatch, tmp_path):
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _where: str(tmp_path / "missing"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    page.set_corpus(library.corpora.create("Mới").value)
    assert page._form.recipe().output == str(tmp_path / "Mới.jsonl")


def test_a_missing_folder_is_made_when_that_is_ticked(page, tmp_path, qtbot):
    path = tmp_path / "new" / "out.jsonl"
    page._form._output.setText(str(path))
    assert page._form._make.isVisible()
    assert not page._export.isEnabled()
    page._form._make.setChecked(True)
    with qtbot.waitSignal(page.exported):
        page.export()
    assert path.exists()


def test_a_file_that_is_there_is_replaced_only_when_ticked(page, tmp_path, qtbot):
    path = tmp_path / "there.jsonl"
    path.write_text("old", encoding="utf-8")
    page._form._output.setText(str(path))
    assert not page._export.isEnabled()
    page.export()
    assert path.read_text(encoding="utf-8") == "old"
    page._form._replace.setChecked(True)
    with qtbot.waitSignal(page.exported):
        page.export()
    assert path.read_text(encoding="utf-8") != "old"


def test_a_refused_recipe_says_why_and_writes_nothing(page, tmp_path):
    choose(page, "format", "conll")
    choose(page, "nested", "refuse")
    page.export()
    assert page._proof.answer == "Nothing was written"
    assert page._proof._how.text()
    assert not (tmp_path / "out.conll").exists()


def test_an_empty_choice_cannot_be_exported(page):
    choose(page, "status", "in-progress")
    assert page._proof.answer == "No document fits"
    assert not page._export.isEnabled()


def test_escape_leaves(page, qtbot):
    with qtbot.waitSignal(page.left):
        page.cancel()


def test_both_sides_are_painted(page):
    page.export()
    assert not page.grab().isNull()
