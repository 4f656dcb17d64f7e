"""The figures in the window: sheets show, rows lead to spans, fixes are one step, files are sound."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.consistency import Item, Kind
from annotator.model.document import AnnotatorKind, Status
from annotator.model.figures import Effort, Work
from annotator.model.filters import KeptFilter
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.ui import choosing
from annotator.ui.figures import consistency_sheet
from annotator.ui.figures.cells import Column
from annotator.ui.figures.doing import FiguresDoing
from annotator.ui.figures.table import places

WAIT = 20_000


@pytest.fixture
def page(window, qtbot):
    window.actions_["go.figures"].trigger()
    page = window.late.figures
    qtbot.waitUntil(lambda: page.overview_sheet.table.model.length() == 3, timeout=WAIT)
    return page


def _sheet(page, qtbot, place):
    page.show_sheet(place)
    qtbot.waitUntil(lambda: page.sheet._value is not None and not page._figures.is_busy, timeout=WAIT)
    return page.sheet


def test_the_key_opens_the_page_and_escape_leads_back(window, qtbot):
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert window.page == "figures"
    page = window.late.figures
    qtbot.waitUntil(lambda: page.overview_sheet.table.model.length() == 3, timeout=WAIT)
    QTest.keyClick(page.first_focus, Qt.Key.Key_Escape)
    assert window.page == "label"


def test_every_sheet_says_something(page, qtbot):
    for place in range(len(page.sheets)):
        sheet = _sheet(page, qtbot, place)
        assert sheet._head.text()
        assert page.tabs[place].isChecked()
        assert sheet.as_csv()


def test_ctrl_tab_goes_through_the_sheets(page, qtbot):
    QTest.keyClick(page.first_focus, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.tabs[1].isChecked()
    qtbot.waitUntil(lambda: page.sheet.table.model.length() == 5, timeout=WAIT)


def test_a_label_leads_to_its_spans_and_enter_to_the_article(window, page, qtbot):
    sheet = _sheet(page, qtbot, 1)
    sheet.table.view.setFocus()
    sheet.table.view.setCurrentIndex(sheet.table.model.index(0, 0))
    qtbot.waitUntil(lambda: page.detail.places.rows.length() == 1, timeout=WAIT)
    assert page.detail.places.rows.place_at(0).match == "Huỳnh Văn Được"
    QTest.keyClick(sheet.table.view, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: window.page == "label" and window.place.article.selected_span() is not None, timeout=WAIT
    )
    span = window.place.article.selected_span()
    assert window.place.article.text[span.start : span.end] == "Huỳnh Văn Được"


def test_what_is_saved_is_counted_at_once(window, page, qtbot):
    document = window.flow.workbench.document
    label = document.labels[1].uid
    window.library_desk.desk.write(
        lambda library: library.annotating.apply(
            document.document.uid, (SpanAdded(Span(new_uid(), 0, 8, label)),)
        ),
        None,
        None,
    )
    qtbot.waitUntil(lambda: page.overview_sheet.overview.spans == 2, timeout=WAIT)


def _uneven(window, qtbot):
    """The words labelled in the first article with another label in a second place."""
    done = []

    def put(library):
        corpus = window.flow.workbench.corpus.uid
        labels = [each.label.uid for each in library.labels.list(corpus)]
        text = "Ông Huỳnh Văn Được đến."
        uid = library.documents.add(corpus, "Bốn", text).value.uid
        return library.annotating.apply(uid, (SpanAdded(Span(new_uid(), 4, 18, labels[2])),))

    window.library_desk.desk.write(put, done.append, None)
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT)
    return done[0].documents[0], window.flow.workbench.document.labels[2].uid


def _listed(page):
    return [row.cells[0] for row in page.consistency.table.model.rows()]


def test_unevenness_is_fixed_by_its_key_in_one_step(window, page, qtbot):
    _uneven(window, qtbot)
    sheet = _sheet(page, qtbot, 5)
    qtbot.waitUntil(lambda: _listed(page) == ["Huỳnh Văn Được"], timeout=WAIT)
    sheet.table.view.setCurrentIndex(sheet.table.model.index(0, 0))
    qtbot.waitUntil(lambda: page.detail.places.rows.length() == 2, timeout=WAIT)
    QTest.keyClick(sheet.table.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _listed(page) == [], timeout=WAIT)
    window.actions_["edit.undo"].trigger()
    window.actions_["edit.undo"].trigger()
    qtbot.waitUntil(lambda: _listed(page) == ["Huỳnh Văn Được"], timeout=WAIT)


def test_what_is_meant_so_leaves_the_list_with_its_reason(window, page, qtbot):
    _uneven(window, qtbot)
    sheet = _sheet(page, qtbot, 5)
    qtbot.waitUntil(lambda: _listed(page) == ["Huỳnh Văn Được"], timeout=WAIT)
    sheet.table.view.setCurrentIndex(sheet.table.model.index(0, 0))
    page.detail.ask_reason()
    QTest.keyClicks(page.detail._reason, "x o")
    assert page.detail._reason.text() == "x o"
    QTest.keyClick(page.detail._reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _listed(page) == [], timeout=WAIT)
    sheet.which.setCurrentIndex(4)
    qtbot.waitUntil(lambda: [row.cells[1] for row in sheet.table.model.rows()] == ["x o"], timeout=WAIT)


def test_tables_and_plots_are_saved(window, page, qtbot, tmp_path, monkeypatch):
    doing = window.commands.part(FiguresDoing)
    _sheet(page, qtbot, 1)
    answers = iter([str(tmp_path / "t"), str(tmp_path / "p.svg"), str(tmp_path / "p.png")])
    monkeypatch.setattr(choosing, "file_to_save", lambda *_: next(answers))
    doing.save_table()
    doing.save_plot()
    doing.save_plot()
    assert "person" in (tmp_path / "t.csv").read_text(encoding="utf-8-sig")
    assert ET.fromstring((tmp_path / "p.svg").read_bytes()).tag.endswith("svg")  # noqa: S314
    assert not QImage(str(tmp_path / "p.png")).isNull()


def test_a_bar_of_a_label_leads_to_its_spans(page, qtbot):
    _sheet(page, qtbot, 0)
    bars = page.detail._label_bars
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(150, 12))
    qtbot.waitUntil(lambda: page.detail.places.rows.length() == 1, timeout=WAIT)
    assert page.detail.places.rows.place_at(0).match == "Huỳnh Văn Được"


def test_a_column_of_the_lengths_leads_to_its_spans(page, qtbot):
    sheet = _sheet(page, qtbot, 3)
    QTest.mouseClick(sheet.plot_view, Qt.MouseButton.LeftButton, pos=QPoint(80, 60))
    qtbot.waitUntil(lambda: page.detail.places.rows.length() == 1, timeout=WAIT)
    assert page.detail._title.text() == "11 to 20 characters"


def test_another_layer_is_chosen_where_there_are_several(window, page, qtbot):
    assert page.scope_choice.layers.isHidden()
    document = window.flow.workbench.document

    def put(library):
        machine = library.people.annotator("Máy", AnnotatorKind.MACHINE).uid
        span = Span(new_uid(), 0, 3, document.labels[0].uid)
        return library.annotating.apply(document.document.uid, (SpanAdded(span),), annotator_uid=machine)

    window.library_desk.desk.write(put, None, None)
    qtbot.waitUntil(lambda: page.scope_choice.layers.count() == 4, timeout=WAIT)
    assert page.overview_sheet.overview.spans == 1
    page.scope_choice.layers.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page.overview_sheet.overview.spans == 2, timeout=WAIT)
    page.scope_choice.layers.setCurrentIndex(3)
    qtbot.waitUntil(lambda: page.overview_sheet.overview.spans == 1, timeout=WAIT)
    assert [person.annotator.name for person in page.overview_sheet.overview.people] == ["Máy"]


def test_what_the_document_list_is_narrowed_to_is_offered(window, page, qtbot):
    assert page.scope_choice.tags.findText("As the list: Ba is:done") == -1
    window.show_page("label")
    window.place.documents.show_kept(KeptFilter("", "", "Ba", "done"))
    window.actions_["go.figures"].trigger()
    page.scope_choice.tags.setCurrentIndex(1)
    assert page.scope_choice.tags.currentText() == "As the list: Ba is:done"
    qtbot.waitUntil(lambda: page.overview_sheet.overview.documents.total == 0, timeout=WAIT)
    window.show_page("label")
    window.place.documents.show_kept(KeptFilter("", "", "", "all"))
    window.actions_["go.figures"].trigger()
    assert page.scope_choice.scope.search == ""
    qtbot.waitUntil(lambda: page.overview_sheet.overview.documents.total == 3, timeout=WAIT)


def test_places_in_done_documents_are_changed_when_ticked(window, page, qtbot):
    uid, label = _uneven(window, qtbot)
    change = (StatusChanged(Status.IN_PROGRESS, Status.DONE),)
    window.library_desk.desk.write(lambda library: library.annotating.apply(uid, change), None, None)
    sheet = _sheet(page, qtbot, 5)
    qtbot.waitUntil(lambda: [item.done for item in sheet._items] == [((label, 1),)], timeout=WAIT)
    sheet.table.view.setCurrentIndex(sheet.table.model.index(0, 0))
    page.detail._target.setCurrentIndex(1 - page.detail._target.findData(label))
    box = page.detail.done_box
    assert box.text() == "Also the 1 place in documents that are done"
    assert not page.detail.fix_button.isEnabled()
    box.setChecked(True)
    assert page.detail.fix_button.text() == "Relabel 1 place"
    page.detail.fix_button.click()
    qtbot.waitUntil(lambda: _listed(page) == [], timeout=WAIT)


def test_label_columns_take_the_room_that_strings_leave():
    columns = (Column("String"), Column("Label", 148, is_growing=True), Column("To look at", 80))
    narrow, wide = places(columns, 0, 480), places(columns, 0, 1000)
    assert narrow[1][1] == 148
    assert wide[1][1] == 296
    assert wide[0][1] >= 300
    assert wide[2][0] + wide[2][1] == 1000


def test_columns_take_room_for_their_words_where_there_is_some():
    columns = (Column("String"), Column("What", 140), Column("Document", 160, is_optional=True))
    wanted = (500, 200, 900)
    assert [spot[1] for spot in places(columns, 0, 632, wanted)] == [300, 140, 160]
    assert [round(spot[1]) for spot in places(columns, 0, 742, wanted)] == [300, 195, 215]
    assert [spot[1] for spot in places(columns, 0, 1232, wanted)] == [680, 200, 320]
    assert places(columns, 0, 400, wanted)[2] is None


def test_the_sheets_say_what_is_counted(page, qtbot):
    sheet = _sheet(page, qtbot, 4)
    sheet.draw(Work({"2026-11-23": Effort(1.0, 50)}, steps=1, measured=1))
    assert "50 spans labelled" in sheet._head.text()
    assert sheet._note.text().startswith("< 0.1 seconds a span.")
    assert "taken back" in sheet._note.text()
    item = Item(Kind.BARE, "Lê An", "Lê An", (("person", 2),), places=1)
    page.consistency.take_bare([item], is_done=True)
    page.consistency.draw(([], []))
    assert page.consistency._note.text().endswith("Only documents that were begun are looked at.")


def test_a_long_work_list_is_listed_in_part_and_saved_whole(page, monkeypatch):
    monkeypatch.setattr(consistency_sheet, "_LISTED", 2)
    sheet = page.consistency
    items = [Item(Kind.BARE, f"x{place}", f"x{place}", (("person", 2),), places=1) for place in range(4)]
    sheet.take_bare(items, is_done=True)
    sheet.draw(([], []))
    assert sheet.table.model.length() == 2
    assert "The first 2 are listed" in sheet._note.text()
    assert sheet.as_csv().decode("utf-8-sig").count("bare elsewhere") == 4


def test_how_far_the_review_is_stands_below_the_people(window, page, qtbot):
    sheet = page.overview_sheet
    assert sheet.review.isHidden()
    document = window.flow.workbench.document
    assert document is not None

    def work(library):
        corpus = document.document.corpus
        label = library.labels.list(corpus)[0].label.uid
        for name in ("Lan", "Minh"):
            who = library.people.annotator(name, AnnotatorKind.PERSON).uid
            span = SpanAdded(Span(new_uid(), 0, 4, label))
            library.annotating.apply(document.document.uid, (span,), annotator_uid=who)
        return library.review.finish(document.document.uid)

    window.library_desk.desk.write(work)
    qtbot.waitUntil(lambda: not sheet.review.isHidden(), timeout=WAIT)
    told = [[getattr(cell, "shown", cell) for cell in row.cells] for row in sheet.review.model.rows()]
    assert told[0] == ["can be compared", "1", "33 %"]
    assert told[1] == ["of these, with finished gold", "1", "100 %"]
    assert told[2][0] == "spans in gold"
    assert [row[0] for row in told[3:]] == ["decisions: taken", "taken otherwise", "rejected", "put off"]
    assert "can be compared" in sheet.as_csv().decode("utf-8-sig")
    sheet.table.view.go_to(0)
    sheet.review.view.go_to(1)
    assert sheet.table.row() is None
