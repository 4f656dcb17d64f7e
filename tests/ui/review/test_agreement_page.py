"""The sub-tab Agreement on a real library: figures, what stands behind them, ways to Compare and to files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.ui.desk import InlineDesk
from annotator.ui.review.agreement.grid import Grid, GridCell
from annotator.ui.review.agreement.page import AgreementPage
from annotator.ui.review.shared import Shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from annotator.model.document import Corpus
    from annotator.services.library import Library


@pytest.fixture
def people(library: Library) -> list[str]:
    return [library.people.create(name).value.uid for name in ("Lan", "Minh", "Nga")]


@pytest.fixture
def documents(library: Library, corpus: Corpus, people: list[str]) -> list[str]:
    """Three people on the first: Minh calls a span otherwise, Nga has a longer one, Lan alone a third."""
    uids = [row.uid for row in library.documents.rows(library.documents.keys(corpus.uid))]
    first, other = (one.label.uid for one in library.labels.list(corpus.uid)[:2])
    marks = (
        [(0, 4, first), (5, 8, first), (12, 15, first)],
        [(0, 4, other), (5, 8, first)],
        [(0, 4, first), (5, 12, first)],
    )
    for person, spans in zip(people, marks, strict=True):
        added = tuple(SpanAdded(Span(new_uid(), *each)) for each in spans)
        library.annotating.apply(uids[0], added, annotator_uid=person)
    return uids


@pytest.fixture
def page(
    library: Library, corpus: Corpus, documents: list[str], on_screen: Callable[[QWidget, int, int], None]
) -> Iterator[AgreementPage]:
    assert documents
    yield shown(library, corpus, on_screen)


def shown(library: Library, corpus: Corpus, on_screen: Callable[[QWidget, int, int], None]) -> AgreementPage:
    shared = Shared(InlineDesk(library))
    shared.desk._changed = shared.changed.emit  # as the window's desk tells of every write
    made = AgreementPage(shared)
    shared.changed.connect(made.refresh)
    on_screen(made, 1200, 700)
    made.set_corpus(corpus.uid, is_writable=True)
    return made


def lines(page: AgreementPage) -> list[str]:
    return [f"{place.match} · {place.title}" for place in page.detail.places.rows.places()]


def cells(page: AgreementPage, sheet: str) -> list[str]:
    table = page.sheets[sheet].table
    assert table is not None
    rows = range(table.model.length())
    accessible = Qt.ItemDataRole.AccessibleTextRole
    return [str(table.model.data(table.model.index(row, 0), accessible)) for row in rows]


def test_the_answer_is_the_figure(page: AgreementPage) -> None:
    assert page.head.answer.text() == "Agreement .29 (strict F1)"
    assert "1 document that two or more have looked at" in page.head.note.text()
    assert "6 differences between 3 people" in page.head.note.text()


def test_pairs_are_a_matrix_and_a_table(page: AgreementPage) -> None:
    grid = page.sheets["pairs"].grid
    assert grid is not None
    assert grid.words_at((0, 1)) == "Lan, Minh: .40"
    assert grid.words_at((1, 1)) == ""
    assert cells(page, "pairs")[0].startswith("Annotators Lan and Minh, Strict F1 .40, 95 of 100 –, ")
    assert len(cells(page, "pairs")) == 4


def test_a_row_leads_to_its_places_and_enter_to_compare(page: AgreementPage, documents: list[str]) -> None:
    opened: list[tuple[str, str]] = []
    page.shared.document_wanted.connect(lambda document, cluster: opened.append((document, cluster)))
    page.show_sheet("pairs")
    assert [line.split(" · ", 1)[1] for line in lines(page)] == [
        "Lan: person · Minh: position",
        "Lan: person · nobody else",
    ]
    page.handlers()["review.take"]()
    ((document, cluster),) = opened
    assert document == documents[0]
    found = page.shared.desk._library.review.document(document).clusters
    assert cluster == next(each.uid for each in found if each.start == 0)
    assert page.shared.chosen.pair is not None


def test_figures_go_to_sheets_and_each_says_what_it_shows(page: AgreementPage) -> None:
    for key, sheet in enumerate(page.sheets, 1):
        page.handlers()[str(key)]()
        assert page.sheet == sheet
    assert page.sheets["chance"].note.text().startswith("For reports that ask")
    assert cells(page, "differences")[1] == "Spans of two annotators Another label, Number 2"
    assert cells(page, "documents")[0].split(", ")[1:3] == ["Strict F1 .29", "The same 2"]
    assert any("Cohen's kappa" in row for row in cells(page, "chance"))


def test_words_at_edges_are_a_question_for_the_guideline(page: AgreementPage) -> None:
    page.show_sheet("edges")
    assert cells(page, "edges")
    note = page.detail.findChildren(type(page.head.note))
    assert any(label.text().endswith("Edges differ by it once.") for label in note)
    assert len(lines(page)) == 2


def test_the_confused_stand_first(page: AgreementPage) -> None:
    page.show_sheet("confusion")
    grid = page.sheets["confusion"].grid
    assert grid is not None
    assert grid.words_at((0, 1)) == "person, position: 1"
    assert {line.split(" · ", 1)[1] for line in lines(page)} == {"Lan: person · Minh: position"}


def test_hidden_names_are_letters(page: AgreementPage) -> None:
    page.shared.show_names(False)
    grid = page.sheets["pairs"].grid
    assert grid is not None
    told = {grid.words_at((row, column)) for row in range(3) for column in range(3)}
    assert {"A", "B", "C"} == {name for words in told if words for name in words.split(":")[0].split(", ")}


def test_the_report_is_saved(page: AgreementPage, tmp_path: Path) -> None:
    said: list[str] = []
    page.shared.said.connect(said.append)
    page.save_as(tmp_path / "r.html")
    page.save_as(tmp_path / "r.csv")
    assert "Strict F1 0.286" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "Lan,Minh,1,0.4" in (tmp_path / "r.csv").read_text(encoding="utf-8-sig")
    assert len(said) == 2


def test_nobody_to_compare_is_said(
    library: Library, corpus: Corpus, on_screen: Callable[[QWidget, int, int], None]
) -> None:
    page = shown(library, corpus, on_screen)
    assert page.head.answer.text() == "Nobody to compare yet"
    assert page.handlers() == {}


def test_documents_that_wait_are_left_out_when_asked(
    page: AgreementPage, library: Library, documents: list[str], people: list[str]
) -> None:
    assert "done or not" in page.head.note.text()
    done = (StatusChanged(Status.IN_PROGRESS, Status.DONE),)
    library.annotating.apply(documents[0], done, annotator_uid=people[0])
    page.head.only_ready.setFocus()
    QTest.keyClick(page.head.only_ready, Qt.Key.Key_Space)
    assert page.head.answer.text() == "Nobody to compare yet" or "no figure" in page.head.answer.text()
    assert not page.head.only_ready.isHidden()
    for person in people[1:]:
        library.annotating.apply(documents[0], done, annotator_uid=person)
    page._load()
    assert page.head.answer.text() == "Agreement .29 (strict F1)"
    assert "1 document that waits for nobody" in page.head.note.text()


def test_a_saved_span_is_counted_after_a_pause(
    page: AgreementPage, library: Library, documents: list[str], people: list[str]
) -> None:
    label = library.labels.list(page._corpus or "")[0].label.uid
    change = SpanAdded(Span(new_uid(), 12, 15, label))
    page.shared.desk.write(
        lambda each: each.annotating.apply(documents[0], (change,), annotator_uid=people[1])
    )
    assert page._pause.isActive()
    page._pause.timeout.emit()
    assert page.head.answer.text() == "Agreement .38 (strict F1)"


def test_arrows_pass_over_empty_cells(on_screen: Callable[[QWidget, int, int], None]) -> None:
    grid = Grid()
    on_screen(grid, 600, 200)
    made = {spot: GridCell("1", None, spot) for spot in ((0, 1), (0, 2), (1, 0), (2, 0), (2, 1))}
    names = ["a", "b", "c"]
    grid.show_cells(names, names, made)
    grid.setFocus()
    for key, at in ((Qt.Key.Key_Right, (0, 2)), (Qt.Key.Key_Left, (0, 1)), (Qt.Key.Key_Down, (2, 1))):
        QTest.keyClick(grid, key)
        assert grid.key == at
    box = grid._box((1, 0)).center().toPoint()
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(box.x(), box.y()))
    assert grid.key == (1, 0)
