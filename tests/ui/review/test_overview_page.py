"""The overview on a real library: what it counts, sorts, narrows and closes, and when it teaches."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.document import Annotator, Status
from annotator.model.identity import new_uid
from annotator.model.review import Difference, ReviewFilter
from annotator.model.rounds import Standing
from annotator.model.span import Span
from annotator.services.saving.job import Job, Progress
from annotator.ui.desk import InlineDesk
from annotator.ui.i18n import language
from annotator.ui.review.overview.figures_words import figure_words
from annotator.ui.review.overview.handed_out import HandedOut
from annotator.ui.review.overview.matrix_model import Order
from annotator.ui.review.overview.page import OverviewPage
from annotator.ui.review.shared import Shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from annotator.model.document import Corpus
    from annotator.model.outcome import Outcome
    from annotator.services.library import Library

DONE = StatusChanged(Status.IN_PROGRESS, Status.DONE)


@pytest.fixture
def people(library: Library) -> tuple[Annotator, Annotator]:
    return library.people.create("Lan").value, library.people.create("Minh").value


@pytest.fixture
def documents(library: Library, corpus: Corpus, people: tuple[Annotator, Annotator]) -> list[str]:
    """Lan and Minh differ twice on the first, agree on the second; only Lan has the third."""
    rows = library.documents.rows(library.documents.keys(corpus.uid))
    uids = [row.uid for row in rows]
    first, other = (one.label.uid for one in library.labels.list(corpus.uid)[:2])
    marks = {
        0: ([(0, 4, first), (5, 8, first)], [(0, 4, other), (5, 12, first)]),
        1: ([(0, 3, first)], [(0, 3, first)]),
        2: ([(0, 4, first)], []),
    }
    for place, layers in marks.items():
        for person, spans in zip(people, layers, strict=True):
            added = [SpanAdded(Span(new_uid(), *each)) for each in spans]
            if added:
                library.annotating.apply(uids[place], (*added, DONE), annotator_uid=person.uid)
    return uids


@pytest.fixture
def page(
    library: Library, corpus: Corpus, documents: list[str], on_screen: Callable[[QWidget, int, int], None]
) -> Iterator[OverviewPage]:
    assert documents
    yield shown(library, corpus, on_screen)


def shown(library: Library, corpus: Corpus, on_screen: Callable[[QWidget, int, int], None]) -> OverviewPage:
    shared = Shared(InlineDesk(library))
    shared.desk._changed = shared.changed.emit  # as the window's desk tells of every write
    library.review.serve_window(partial(written, shared))
    made = OverviewPage(shared)
    shared.changed.connect(made.refresh)
    on_screen(made, 1200, 700)
    made.set_corpus(corpus.uid, is_writable=True)
    return made


def written(shared: Shared, write: Callable[[], Outcome[object]]) -> Outcome[object]:
    """What a long work writes, told of like any other write."""
    outcome = write()
    shared.changed.emit(outcome)
    return outcome


def titles(page: OverviewPage) -> list[str]:
    return [row.title for row in page.matrix.model.rows]


def test_it_says_what_is_to_decide_and_where(page: OverviewPage, documents: list[str]) -> None:
    assert page.head.answer.text() == "2 differences to decide"
    assert "in 1 of 3 documents" in page.head.note.text()
    assert "1 document waits for somebody's spans" in page.head.note.text()
    assert [row.document for row in page.matrix.model.rows] == documents
    assert page.head.close_button.text() == "Close the 1 without differences"
    assert page.head.start_button.key == "↵"
    assert "strict F1 .33" in page.foot.line.text()


def test_each_row_says_all_it_shows(page: OverviewPage) -> None:
    model = page.matrix.model
    spoken = [
        model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.length())
    ]
    assert "Lan: done, 2; Minh: done, 2; strict F1 .00; 2 to decide" in spoken[0]
    assert "strict F1 1.0; 0 to decide" in spoken[1]
    assert spoken[2].endswith("Lan: done, 1; waits for somebody's spans")


def test_enter_opens_the_current_document_and_the_button_the_hardest(
    page: OverviewPage, documents: list[str]
) -> None:
    opened: list[tuple[str, str]] = []
    page.shared.document_wanted.connect(lambda document, cluster: opened.append((document, cluster)))
    page.matrix.go_to(documents[1])
    assert page.head.start_button.key == ""
    page.handlers()["review.take"]()
    page.head.start_button.click()
    assert opened == [(documents[1], ""), (documents[0], "")]


def test_s_goes_through_the_orders(page: OverviewPage) -> None:
    orders = []
    for _ in Order:
        page.handlers()["review.sort"]()
        orders.append(page.matrix.model.order)
    assert orders == [Order.F1, Order.TITLE, Order.OPEN]
    page.matrix.sort(Order.TITLE)
    assert titles(page) == sorted(titles(page))


def test_what_agrees_is_closed_in_one_step(
    page: OverviewPage, library: Library, documents: list[str]
) -> None:
    said: list[str] = []
    page.shared.said.connect(said.append)
    page.handlers()["review.accept"]()
    assert said == ["1 document closed. One step: Ctrl+Z takes all of it back."]
    row = page.matrix.model.row_at(page.matrix.model.place_of(documents[1]) or 0)
    assert row is not None and row.row.is_finished
    assert page.head.answer.text() == "2 differences to decide"
    assert "review.accept" not in page.handlers()
    library.history.undo()
    page.set_corpus(page._corpus, is_writable=True)
    assert "review.accept" in page.handlers()


class SlowDesk(InlineDesk):
    """A desk whose long work waits for `go_on`."""

    def run(self, *work: object) -> Job:  # type: ignore[override]
        self.job, self.work = Job(), work
        return self.job

    def go_on(self) -> None:
        task, progress, done, failed = self.work
        self.read(lambda library: task(library, Progress(self.job, progress)), done, failed)


def test_closing_tells_how_far_it_is_and_may_be_stopped(
    page: OverviewPage, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, told, said = SlowDesk(library), [], []
    monkeypatch.setattr(page.shared, "desk", desk)
    page.shared.job_told.connect(lambda _name, job: told.append(job.words() if job else None))
    page.shared.said.connect(said.append)
    page.head.close_button.click()
    assert "review.accept" not in page.handlers()
    assert page.head.close_button.isHidden()
    page.closing.stop()
    desk.go_on()
    assert said == ["Stopped. Nothing of it was kept."]
    page.head.close_button.click()
    desk.go_on()
    assert said[1].startswith("1 document closed.")
    beginning = ("Closing what has no differences…", "Stop")
    shares = [
        ("Closing what has no differences… 50 %", "Stop"),
        ("Closing what has no differences… 100 %", "Stop"),
    ]
    assert told == [beginning, None, beginning, *shares, None]


def test_nothing_can_be_closed_where_nothing_can_be_written(page: OverviewPage, corpus: Corpus) -> None:
    page.set_corpus(corpus.uid, is_writable=False)
    assert "review.accept" not in page.handlers()
    assert page.head.close_button.isHidden()


def test_a_filter_counts_and_lists_what_it_lets_through(page: OverviewPage, documents: list[str]) -> None:
    page.shared.choose(ReviewFilter(differences=frozenset({Difference.LABEL})))
    assert page.head.answer.text() == "1 difference to decide"
    assert "of 2, as filtered" in page.head.note.text()
    page.filter_line.open_only.setChecked(True)
    assert [row.document for row in page.matrix.model.rows] == documents[:1]
    page.filter_line.left.emit()
    assert len(page.matrix.model.rows) == 3
    assert page.head.answer.text() == "2 differences to decide"


def test_figures_of_all_labels_say_so_while_some_are_counted(page: OverviewPage) -> None:
    page.foot._legend.hide()
    whole = page.foot.line.text()
    assert whole.startswith("Documents that wait for nobody (2 of 3): strict F1 .")
    page.shared.choose(ReviewFilter(frozenset({Difference.LABEL})))
    assert page.foot.line.text() == f"Not filtered: {whole}"
    page.shared.choose(ReviewFilter())
    assert page.foot.line.text() == whole


def test_what_was_left_open_in_a_finished_document_is_not_to_decide(
    page: OverviewPage, documents: list[str]
) -> None:
    page.shared.desk.write(lambda opened: opened.review.finish(documents[0]))
    assert not page.head.answer.text().startswith("2 differences")
    row = page.matrix.model.row_at(page.matrix.model.place_of(documents[0]) or 0)
    assert row is not None and (row.open, row.left) == (0, 2)
    assert "2 left open in finished documents." in page.head.note.text()
    assert page._standing.hardest == ""


def test_who_comes_back_finds_the_row_they_opened(page: OverviewPage, documents: list[str]) -> None:
    page.matrix.go_to(documents[1])
    page.handlers()["review.take"]()
    page.set_corpus(page.shared.corpus or page._corpus, is_writable=True)
    row = page.matrix.row()
    assert row is not None and row.row.document == documents[1]


def test_figures_keep_their_nought_in_vietnamese(qapp: QApplication) -> None:
    assert figure_words(0.449) == ".45"
    language().choose("vi")
    assert (figure_words(0.449), figure_words(0.999), figure_words(None)) == ("0,45", "0,99", "–")


def test_titles_are_searched_without_diacritics(page: OverviewPage) -> None:
    page.handlers()["review.filter"]()
    page.filter_line.search.setText("lao nong")
    page.filter_line.narrowed.emit()
    assert [title[:3] for title in titles(page)] == ["Lão"]
    assert page.head.answer.text() == "0 differences to decide"
    assert page.head.start_button.isHidden()
    page.filter_line.search.setText("chưa có gì")
    page.filter_line.narrowed.emit()
    assert not page.nothing.isHidden()
    assert "review.take" not in page.handlers()
    QTest.keyClick(page.filter_line.search, Qt.Key.Key_Escape)
    QTest.keyClick(page.filter_line.search, Qt.Key.Key_Escape)
    assert page.filter_line.isHidden()
    assert len(titles(page)) == 3


def test_hidden_names_are_letters_and_nothing_tells_who_is_who(
    page: OverviewPage, people: tuple[Annotator, Annotator]
) -> None:
    page.shared.show_names(False)
    model = page.matrix.model
    assert model.heads == ("A", "B")
    spoken = str(model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole))
    assert not any(person.name in spoken for person in people)
    assert page.filter_line.choices.pair.count() == 1


def test_what_changed_elsewhere_is_compared_again(
    page: OverviewPage, library: Library, people: tuple[Annotator, Annotator], documents: list[str]
) -> None:
    label = next(iter(page._overview.labels)).uid if page._overview else ""
    spans = (SpanAdded(Span(new_uid(), 0, 4, label)), DONE)
    page.shared.desk.write(
        lambda opened: opened.annotating.apply(documents[2], spans, annotator_uid=people[1].uid)
    )
    assert "waits" not in page.head.note.text()
    known = page.matrix.model.figures_of(documents[2])
    assert known is not None and known.f1 == 1.0


def test_one_person_alone_is_told_how_a_second_layer_comes_in(
    library: Library, corpus: Corpus, on_screen: Callable[[QWidget, int, int], None]
) -> None:
    page = shown(library, corpus, on_screen)
    wanted: list[str] = []
    page.act_wanted.connect(wanted.append)
    button = page.first_focus
    assert button is next(iter(page.teaching.buttons.values()))
    button.click()  # type: ignore[attr-defined]
    assert wanted == [next(iter(page.teaching.buttons))]
    page.handlers()["review.take"]()
    assert wanted == ["file.hand_out", "file.hand_out"]
    assert page.hints() == []


def test_it_speaks_vietnamese(page: OverviewPage, qapp: QApplication) -> None:
    language().choose("vi")
    try:
        qapp.processEvents()
        assert page.head.answer.text() == "2 chỗ cần quyết"
        assert page.head.start_button.text() == "Bắt đầu từ bài khó nhất"
        assert "F1 chặt 0,33" in page.foot.line.text()
    finally:
        language().choose("en")
        qapp.processEvents()


def test_a_round_says_who_has_how_much_and_what_waits(
    page: OverviewPage, people: tuple[Annotator, Annotator], documents: list[str]
) -> None:
    assert page._overview is not None
    shares = (Standing(people[0].uid, "Lan", 3, 3, 0), Standing("thảo", "Thảo", 1, 0, 0))
    given = {documents[0]: frozenset({people[0].uid, "thảo"})}
    page._take(page._overview, HandedOut(given, (Annotator("thảo", "Thảo"),), "Đợt 1", shares))
    assert page.matrix.model.heads == ("Lan", "Minh", "Thảo")
    assert page.head.round.text() == "Handed out, Đợt 1. Done so far: Lan 3 of 3, Thảo 0 of 1"
    assert "2 documents wait" in page.head.note.text()
    page.shared.show_names(False)
    assert page.head.round.text() == "Handed out, Đợt 1. Done so far: 3 of 4"
