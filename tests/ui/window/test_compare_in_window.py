"""Compare in the whole window, by real keys: what a reviewer's hands do on two documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.review import Verdict
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.ui.review.compare.acting import Mode

if TYPE_CHECKING:
    from pathlib import Path

WAIT = 20_000
TEXT = "Thiếu tá Y Brơm Niê, Chính trị viên Tiểu đoàn 2, được tặng Bằng khen của Bộ Quốc phòng."
MARKS = (
    (("Y Brơm Niê", 0), ("Chính trị viên Tiểu đoàn 2", 1), ("Bằng khen của Bộ Quốc phòng", 4)),
    (("Y Brơm Niê", 0), ("Chính trị viên", 1), ("Bằng khen của Bộ Quốc phòng", 4)),
    (("Y Brơm Niê", 0), ("Chính trị viên Tiểu đoàn 2", 1)),
)
"""What each of three people marked: words and the place of the label."""
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def compare(at, tmp_path: Path, qtbot):
    """The window with Compare on the first of two documents."""
    path = tmp_path / "compare.annotator"
    with open_library(str(path)) as library:
        corpus = library.corpora.create("Báo").value
        labels = [each.label.uid for each in library.labels.list(corpus.uid)]
        people = [library.people.create(name).value for name in ("Lan", "Minh", "Thảo")]
        for title in ("Một", "Hai"):
            made = library.documents.add(corpus.uid, title, f"{title}\n\n{TEXT}").value
            for person, marks in zip(people, MARKS, strict=True):
                spans = [_span(f"{title}\n\n{TEXT}", words, labels[place]) for words, place in marks]
                changes = tuple(SpanAdded(span) for span in spans)
                library.annotating.apply(made.uid, changes, annotator_uid=person.uid)
    window = at(path)
    window.actions_["go.review"].trigger()
    window.late.review.show_tab("compare")
    page = window.late.review.page
    qtbot.waitUntil(lambda: page.deciding.reviewed is not None and page.text.hasFocus(), timeout=WAIT)
    qtbot.waitUntil(lambda: len(page.deciding.reviewed.gold) == 1, timeout=WAIT)
    return window


def _span(text: str, words: str, label: str) -> Span:
    start = text.index(words)
    return Span(new_uid(), start, start + len(words), label)


def test_everything_is_settled_by_keys_and_the_way_leads_through_both(compare, qtbot) -> None:
    page, seen = compare.late.review.page, []

    def key(pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(QApplication.focusWidget(), pressed, modifiers)

    first = page.document
    position = page.deciding.cluster
    key(Qt.Key.Key_Return)
    assert page.deciding.named(position.uid).decision.verdict is Verdict.TAKE
    key(Qt.Key.Key_U)
    assert page.deciding.cluster.uid == position.uid
    assert page.deciding.cluster.is_open
    key(Qt.Key.Key_E)
    assert page.acting.mode is Mode.EDGES
    key(Qt.Key.Key_Left)
    key(Qt.Key.Key_Return)
    assert page.deciding.named(position.uid).decision.verdict is Verdict.TAKE_EDITED
    key(Qt.Key.Key_L)
    key(Qt.Key.Key_3)
    assert page.document == first
    key(Qt.Key.Key_J)
    qtbot.waitUntil(lambda: page.document != first, timeout=WAIT)
    key(Qt.Key.Key_D)
    key(Qt.Key.Key_X)
    qtbot.waitUntil(lambda: compare.library_desk.pending == 0, timeout=WAIT)
    compare.library_desk.desk.read(lambda library: library.review.document(first), seen.append)
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT)
    decided = [cluster.decision.verdict for cluster in seen[0].clusters]
    assert decided == [Verdict.TAKE, Verdict.TAKE_EDITED, Verdict.TAKE_EDITED]
    names = [seen[0].labels[span.label].name for span in seen[0].gold]
    assert names == ["person", "position", "organization"]


def test_undo_stays_in_compare_and_escape_leaves_a_mode_before_the_place(compare, qtbot) -> None:
    page = compare.late.review.page
    cluster = page.deciding.cluster
    qtbot.keyClick(page.text, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: compare.library_desk.pending == 0, timeout=WAIT)
    qtbot.keyClick(page.text, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: page.deciding.named(cluster.uid).is_open, timeout=WAIT)
    assert compare.page == "review"
    qtbot.keyClick(page.text, Qt.Key.Key_E)
    qtbot.keyClick(page.text, Qt.Key.Key_Escape)
    assert page.acting.mode is Mode.READING
    qtbot.keyClick(page.text, Qt.Key.Key_C)
    assert page.panel.threads.is_writing
    qtbot.keyClick(page.panel.threads.field, Qt.Key.Key_Escape)
    assert not page.panel.threads.is_writing
    assert compare.page == "review"
    qtbot.keyClick(page.text, Qt.Key.Key_Escape)
    assert (compare.page, compare.late.review.tab) == ("review", "overview")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert (compare.page, compare.late.review.tab) == ("review", "overview")


def test_after_the_next_document_undo_means_the_ruling_before(compare, qtbot) -> None:
    page = compare.late.review.page
    first, cluster = page.document, page.deciding.cluster

    def key(pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(QApplication.focusWidget(), pressed, modifiers)

    for pressed in (Qt.Key.Key_X, Qt.Key.Key_X, Qt.Key.Key_J):
        key(pressed)
    qtbot.waitUntil(lambda: page.document != first, timeout=WAIT)
    qtbot.waitUntil(lambda: len(page.deciding.reviewed.gold) == 1, timeout=WAIT)
    second = page.document
    said = compare.status_line.where
    assert (
        said == "1 on which all agree went into gold. Ctrl+Z takes back your last decision first, then this."
    )
    key(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: "once more to undo: Decided:" in compare.status_line.where, timeout=WAIT)
    key(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: page.document == first, timeout=WAIT)
    open_again = [each for each in page.deciding.reviewed.clusters if each.is_open_difference]
    assert [each.uid for each in open_again] != [cluster.uid]
    assert len(open_again) == 1
    assert page.deciding.last_ruled == (first, cluster.uid)
    key(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: page.deciding.named(cluster.uid).is_open, timeout=WAIT)
    assert page.deciding.last_ruled is None
    page.open(second)
    qtbot.waitUntil(lambda: page.document == second, timeout=WAIT)
    assert len(page.deciding.reviewed.gold) == 1
    key(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: page.deciding.reviewed.gold == (), timeout=WAIT)
    assert "Undone: 1 cluster taken into gold without a look" in compare.status_line.where


def press(qtbot, pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """What the person presses, wherever the focus is."""
    qtbot.keyClick(QApplication.focusWidget(), pressed, modifiers)


def hinted(window) -> list[str]:
    """What the status line says that keys do."""
    return [hint.words for hint in window.status_line.hints.hints]


def test_nothing_is_decided_from_the_filter_and_escape_leaves_one_level(compare, qtbot) -> None:
    page, frame = compare.late.review.page, compare.late.review
    filters = page.list.filters
    press(qtbot, Qt.Key.Key_F)
    assert QApplication.focusWidget() is filters.choices.classes
    assert hinted(compare)[:3] == ["choose", "next box", "back to the text"]
    row = filters.choices.classes.findData("label")
    filters.choices.classes._toggle(row, alone=True)
    for pressed in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_X, Qt.Key.Key_Return):
        press(qtbot, pressed)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert page.deciding.cluster is None  # nothing here is of that class, so nothing can be decided
    assert page.panel.question.text() == "The filter lets nothing through here"
    assert len([each for each in page.deciding.reviewed.clusters if each.decision is not None]) == 1
    assert not page.deciding.is_finished
    assert [hint.words for hint in page.list.onward] == ["show all", "go on"]
    press(qtbot, Qt.Key.Key_Escape)
    assert page.text.hasFocus()
    assert page.deciding.is_narrowed
    assert hinted(compare)[:2] == ["show all", "go on"]
    assert frame.filter_button.text() == "Filtered"
    press(qtbot, Qt.Key.Key_F)
    assert QApplication.focusWidget() is filters.choices.classes
    press(qtbot, Qt.Key.Key_F)
    assert page.text.hasFocus()
    press(qtbot, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: "Esc shows everything again" in compare.status_line.where, timeout=WAIT)
    press(qtbot, Qt.Key.Key_Escape)
    assert not page.deciding.is_narrowed
    assert frame.filter_button.text() == "Filter"
    assert filters.isHidden()
    assert page.deciding.cluster is not None
    assert hinted(compare)[0] == "take this one"
    assert frame.tab == "compare"
    for _ in range(2):
        press(qtbot, Qt.Key.Key_Escape)
        assert (compare.page, frame.tab) == ("review", "overview")


def test_ctrl_enter_sends_a_comment_and_a_draft_stays_with_its_cluster(compare, qtbot) -> None:
    page = compare.late.review.page
    first, field = page.deciding.cluster, page.panel.threads.field
    press(qtbot, Qt.Key.Key_C)
    assert field.hasFocus()
    assert hinted(compare)[:3] == ["send", "new line", "leave it"]
    qtbot.keyClicks(field, "Xem 2")
    press(qtbot, Qt.Key.Key_Escape)
    assert page.text.hasFocus()
    assert field.toPlainText() == "Xem 2"
    press(qtbot, Qt.Key.Key_J)
    assert page.deciding.cluster.uid != first.uid
    assert not page.panel.threads.is_writing
    press(qtbot, Qt.Key.Key_K)
    assert field.toPlainText() == "Xem 2"
    press(qtbot, Qt.Key.Key_C)
    qtbot.keyClicks(field, "1")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(page.deciding.reviewed.comments) == 1, timeout=WAIT)
    assert page.deciding.reviewed.comments[0].text == "Xem 21"
    assert not page.panel.threads.is_writing
    assert page.deciding.cluster.uid == first.uid
    assert page.deciding.cluster.is_open
    assert not page.deciding.is_finished


def test_a_document_with_something_open_is_finished_when_told_twice(compare, qtbot) -> None:
    page = compare.late.review.page
    first = page.document
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert compare.status_line.where == "2 still open: Ctrl ↵ again finishes it with them open."
    press(qtbot, Qt.Key.Key_Escape)
    assert compare.late.review.tab == "compare"
    assert compare.status_line.where == "It is not finished."
    press(qtbot, Qt.Key.Key_Return, CTRL)
    press(qtbot, Qt.Key.Key_C)
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert not page.deciding.is_finished
    press(qtbot, Qt.Key.Key_X)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert compare.status_line.where.startswith("1 still open")
    press(qtbot, Qt.Key.Key_X)
    assert page.document == first
    assert page.list.head.text() == "All decided here"
    press(qtbot, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.document != first, timeout=WAIT)
    assert compare.status_line.where.startswith("Finished.")


def test_an_earlier_ruling_is_restored_by_keys(compare, qtbot) -> None:
    page = compare.late.review.page
    cluster = page.deciding.cluster
    for key in (Qt.Key.Key_X, Qt.Key.Key_U, Qt.Key.Key_H):
        qtbot.keyClick(page.text, key)
        qtbot.waitUntil(lambda: compare.library_desk.pending == 0, timeout=WAIT)
    qtbot.waitUntil(lambda: page.acting.mode is Mode.PAST, timeout=WAIT)
    assert compare.actions_["review.history"].isEnabled()
    assert not compare.actions_["review.reject"].isEnabled()
    qtbot.keyClick(page.text, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: not page.deciding.named(cluster.uid).is_open, timeout=WAIT)
    assert page.deciding.named(cluster.uid).decision.verdict is Verdict.REJECT
    assert page.acting.mode is Mode.READING
