from __future__ import annotations

import time
from array import array
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotator.model.document import DocumentRow, Status
from annotator.ui.models.document_model import (
    OPEN_ROLE,
    PAGE,
    PAGES_KEPT,
    ROW_ROLE,
    DocumentModel,
    DocumentQuery,
)

STATUSES = (Status.NEW, Status.IN_PROGRESS, Status.DONE)


class FakeDocuments:
    """Documents whose row key is 1000 + place, with every third one done."""

    def __init__(self, count):
        self.count = count
        self.asked = []
        self.searches = []
        self.gone = set()

    def keys(self, corpus, *, search="", status=None, order="import", descending=False):
        self.searches.append(search)
        places = range(self.count) if status is None else range(STATUSES.index(status), self.count, 3)
        keys = array("q", (1000 + place for place in places))
        return array("q", reversed(keys)) if descending else keys

    def rows(self, keys):
        self.asked.append(list(keys))
        return [self.row(key - 1000) for key in keys if key not in self.gone]

    def row(self, place):
        return DocumentRow(f"d{place}", f"title {place}", STATUSES[place % 3], place % 50, 1000)


class WaitingDesk:
    """A desk whose answers come when the test says so."""

    def __init__(self, documents):
        self.library = SimpleNamespace(documents=documents)
        self.waiting = []

    def read(self, task, done=None, failed=None):
        self.waiting.append((task, done))

    def answer(self):
        waiting, self.waiting = self.waiting, []
        for task, done in waiting:
            done(task(self.library))


@pytest.fixture
def desk():
    return WaitingDesk(FakeDocuments(1000))


@pytest.fixture
def model(desk, qtbot):
    model = DocumentModel(desk)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    return model


def settle(desk, qtbot):
    for _ in range(6):
        qtbot.wait(1)
        desk.answer()


def shown(model, desk, qtbot, query=None):
    model.show_documents("c", query or DocumentQuery())
    settle(desk, qtbot)


def title(model, row):
    return model.data(model.index(row, 0))


def test_rows_come_page_by_page_and_data_never_waits(model, desk, qtbot):
    shown(model, desk, qtbot)
    assert model.rowCount() == 1000
    assert title(model, 600) is None
    settle(desk, qtbot)
    assert title(model, 600) == "title 600"
    assert all(len(keys) <= PAGE for keys in desk.library.documents.asked)
    assert model.document_at(10 * PAGE) is None


def test_only_the_latest_wishes_of_a_fast_scroll_are_fetched(desk, qtbot):
    desk.library.documents.count = 100_000
    model = DocumentModel(desk)
    shown(model, desk, qtbot)
    for row in range(0, 100_000, PAGE):
        title(model, row)
    settle(desk, qtbot)
    assert len(desk.library.documents.asked) <= 5
    assert title(model, 99_999) == "title 99999"


def test_pages_kept_are_bounded(desk, qtbot):
    desk.library.documents.count = PAGE * (PAGES_KEPT + 6)
    model = DocumentModel(desk)
    shown(model, desk, qtbot)
    for page in range(PAGES_KEPT + 6):
        title(model, page * PAGE)
        qtbot.wait(1)
        desk.answer()
    assert len(model._pages) == PAGES_KEPT
    assert model.document_at(0) is None


def test_to_do_lists_everything_not_done_in_order(model, desk, qtbot):
    shown(model, desk, qtbot, DocumentQuery(shown="todo", descending=True))
    title(model, 0)
    settle(desk, qtbot)
    rows = [model.document_at(row) for row in range(3)]
    assert [row.uid for row in rows] == ["d999", "d997", "d996"]
    assert all(row.status is not Status.DONE for row in rows)


def test_an_answer_to_an_older_question_is_dropped(model, desk, qtbot):
    model.show_documents("c", DocumentQuery())
    model.show_documents("c", DocumentQuery(shown="done"))
    desk.waiting.reverse()
    settle(desk, qtbot)
    assert model.rowCount() == len(range(2, 1000, 3))


def test_rows_asked_for_by_the_list_before_are_not_taken_for_those_of_the_new_one(model, desk, qtbot):
    desk.library.documents.count = 1
    shown(model, desk, qtbot)
    model.refresh(["d0"])
    assert title(model, 0) == "title 0"
    desk.library.documents.count = 11
    model.show_documents("other", DocumentQuery())  # asks for the keys ...
    qtbot.wait(1)  # ... and behind them the refreshed page of the old list is sent for
    assert len(desk.waiting) == 2
    settle(desk, qtbot)
    title(model, 10)
    settle(desk, qtbot)
    assert [title(model, row) for row in (0, 10)] == ["title 0", "title 10"]


def test_touched_rows_keep_their_old_words_until_the_new_ones_are_there(model, desk, qtbot):
    shown(model, desk, qtbot)
    title(model, 3)
    settle(desk, qtbot)
    desk.library.documents.row = lambda place: DocumentRow(f"d{place}", "renamed", Status.DONE, 1, 10)
    model.refresh(["d3"])
    assert title(model, 3) == "title 3"
    settle(desk, qtbot)
    assert title(model, 3) == "renamed"


def test_a_document_gone_since_makes_the_list_be_read_again(model, desk, qtbot):
    shown(model, desk, qtbot)
    documents = desk.library.documents
    documents.gone = {1999}
    title(model, 999)
    qtbot.wait(1)
    documents.count = 999
    settle(desk, qtbot)
    assert model.rowCount() == 999


def test_the_open_document_is_marked_and_spoken(model, desk, qtbot):
    shown(model, desk, qtbot)
    title(model, 0)
    settle(desk, qtbot)
    model.set_open("d5")
    index = model.index(5, 0)
    assert model.data(index, OPEN_ROLE)
    assert not model.data(model.index(6, 0), OPEN_ROLE)
    assert model.data(index, ROW_ROLE).uid == "d5"
    assert "done" in model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert model.row_of("d5") == 5
    assert model.row_of_key(1005) == 5
    assert model.row_of_key(7) is None


def test_the_bin_is_shown_without_asking(model, desk, qtbot):
    model.show_rows([desk.library.documents.row(place) for place in range(300)])
    assert model.rowCount() == 300
    assert title(model, 299) == "title 299"
    assert desk.waiting == []


def test_no_corpus_no_rows(model, desk, qtbot):
    shown(model, desk, qtbot)
    model.show_documents(None, DocumentQuery())
    assert model.rowCount() == 0
    assert not model.data(QModelIndex())


def test_a_million_rows_are_listed_quickly(desk, qtbot):
    desk.library.documents.count = 1_000_000
    model = DocumentModel(desk)
    model.show_documents("c", DocumentQuery())
    ((task, done),) = desk.waiting
    keys = task(desk.library)
    begin = time.perf_counter()
    done(keys)
    title(model, 900_000)
    assert time.perf_counter() - begin < 0.1
    assert model.rowCount() == 1_000_000
