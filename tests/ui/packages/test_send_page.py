"""Sending back: one person's work, or gold to each."""

from __future__ import annotations

import pytest

from annotator.exchange.package_reading import read
from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.ui.packages.send_page import SendPage


@pytest.fixture
def worked(library, corpus):
    label = library.labels.list(corpus.uid)[0].label.uid
    rows = library.documents.rows(library.documents.keys(corpus.uid))
    done = StatusChanged(Status.IN_PROGRESS, Status.DONE)
    library.annotating.apply(rows[0].uid, (SpanAdded(Span(new_uid(), 0, 4, label)), done))
    library.annotating.apply(rows[1].uid, (SpanAdded(Span(new_uid(), 0, 4, label)),))
    return rows


def _page(kind, desk, corpus, on_screen, tmp_path):
    page = SendPage(desk, kind)
    on_screen(page, 1200, 800)
    page.set_corpus(corpus)
    page.folder.folder.setText(str(tmp_path))
    return page


def test_the_work_of_who_is_at_the_desk_goes_back(worked, desk, corpus, library, on_screen, tmp_path):
    page = _page("return", desk, corpus, on_screen, tmp_path)
    own = library.people.profile()
    (row,) = page.table.model.rows()
    assert [row.cells[0], *(cell.value for cell in row.cells[1:])] == [own.name, 2, 1, 2]
    assert page._head_words.text() == "Layers on 2 documents"
    page.act()
    (path,) = tmp_path.glob("*.zip")
    package = read(path)
    assert package.manifest.recipient.uid == own.uid
    assert {change.annotator for change in package.changes} == {own.uid}
    assert path.name in page.hint.text()
    page.act()
    assert list(tmp_path.glob("*.zip")) == [path]
    page.set_corpus(corpus)  # one comes back later
    page.act()
    assert len(list(tmp_path.glob("*.zip"))) == 2


def test_only_what_is_done_can_go_back(worked, desk, corpus, on_screen, tmp_path):
    page = _page("return", desk, corpus, on_screen, tmp_path)
    page.documents.status.setCurrentIndex(page.documents.status.findData("done"))
    page.act()
    (path,) = tmp_path.glob("*.zip")
    assert [each.uid for each in read(path).documents] == [worked[0].uid]


def test_without_work_there_is_nothing_to_send(desk, corpus, on_screen, tmp_path):
    page = _page("return", desk, corpus, on_screen, tmp_path)
    assert not page.main.isEnabled()
    assert page.hint.text() == "Nobody has a layer in this corpus yet."


def test_gold_without_gold_is_refused_in_a_sentence(worked, desk, corpus, on_screen, tmp_path):
    page = _page("gold", desk, corpus, on_screen, tmp_path)
    refused = []
    page.failed.connect(refused.append)
    page.act()
    assert "no gold, decision or comment" in str(refused[0])
    assert not list(tmp_path.glob("*.zip"))


def test_the_gold_page_counts_gold_and_each_document_once(worked, desk, corpus, library, on_screen, tmp_path):
    """Two people worked on the first document, on which both agree; nobody ruled on the second one."""
    label = library.labels.list(corpus.uid)[0].label.uid
    hoa = library.people.create("Hoa").value.uid
    library.annotating.apply(worked[0].uid, (SpanAdded(Span(new_uid(), 0, 4, label)),), annotator_uid=hoa)
    library.review.finish(worked[0].uid)
    page = _page("gold", desk, corpus, on_screen, tmp_path)
    assert page._head_words.text() == "Gold on 1 document"
    (decided,) = library.review.decisions(corpus.uid).values() or (0,)
    assert page._sub_words.text().startswith(f"1 span in gold, {decided} ")
    assert "not finished" not in page._sub_words.text()
    rows = [[row.cells[0], *(cell.value for cell in row.cells[1:])] for row in page.table.model.rows()]
    own = library.people.profile().name
    assert rows == [[own, 1, 1, decided, 1], ["Hoa", 1, 1, decided, 1]]
    library.review.reopen(worked[0].uid)
    page.set_corpus(corpus)
    assert "1 review not finished yet." in page._sub_words.text()
