"""Review in the whole window: its keys work there and nowhere else, and never where somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.review import Ruling, Verdict
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.ui.find.latest import Latest
from annotator.ui.i18n import language
from annotator.ui.key_sheet import sheet_groups
from annotator.ui.palette_entries import Recent, command_entries
from annotator.ui.review.overview.matrix_model import Order
from annotator.ui.review.overview.page import OverviewPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow
    from annotator.ui.review.page import ReviewPage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reviewing(filled: Path, at: Callable[[Path], MainWindow], qtbot: QtBot) -> MainWindow:
    """The window on Review; Minh has marked "Huỳnh" in the document in which the own span is longer."""
    with open_library(str(filled)) as library:
        corpus = library.corpora.list()[0].uid
        document = library.documents.rows(library.documents.keys(corpus))[0].uid
        minh = library.people.create("Minh").value
        label = library.labels.list(corpus)[0].label.uid
        start = library.documents.open(document).document.text.index("Huỳnh")
        span = SpanAdded(Span(new_uid(), start, start + 5, label))
        library.annotating.apply(document, (span,), annotator_uid=minh.uid)
    window = at(filled)
    window.actions_["go.review"].trigger()
    page = overview(window)
    qtbot.waitUntil(lambda: page.head.answer.text() == "1 difference to decide")
    return window


def overview(window: MainWindow) -> OverviewPage:
    page = window.late.review.page_of("overview")
    assert isinstance(page, OverviewPage)
    return page


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_letters_are_keys_here_and_only_those_that_the_page_answers(
    reviewing: MainWindow, qtbot: QtBot
) -> None:
    page, acts = overview(reviewing), reviewing.actions_
    assert acts["review.sort"].isEnabled()
    assert not acts["review.next"].isEnabled()
    QTest.keyClick(focus(), Qt.Key.Key_S)
    assert page.matrix.model.order is Order.F1
    reviewing.show_page("label")
    assert not acts["review.sort"].isEnabled()
    QTest.keyClick(focus(), Qt.Key.Key_S)
    assert page.matrix.model.order is Order.F1


def test_a_field_gets_letters_and_enter_for_itself(reviewing: MainWindow, qtbot: QtBot) -> None:
    page = overview(reviewing)
    QTest.keyClick(focus(), Qt.Key.Key_F)
    assert focus() is page.filter_line.search
    QTest.keyClicks(focus(), "Sap")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert page.filter_line.search.text() == "Sap"
    assert reviewing.late.review.tab == "overview"
    assert focus() is page.matrix.view
    QTest.keyClick(focus(), Qt.Key.Key_F)
    assert not reviewing.actions_["review.sort"].isEnabled()
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert focus() is page.matrix.view
    assert page.filter_line.isHidden()
    assert reviewing.actions_["review.sort"].isEnabled()
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert reviewing.page == "review"
    assert focus() is page.matrix.view


def test_input_methods_are_kept_away_from_rows_but_not_from_fields(reviewing: MainWindow) -> None:
    taken = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not focus().testAttribute(taken)
    QTest.keyClick(focus(), Qt.Key.Key_Home)
    assert not focus().testAttribute(taken)
    QTest.keyClick(focus(), Qt.Key.Key_F)
    assert focus().testAttribute(taken)


def test_names_are_hidden_by_a_key_and_that_is_kept(reviewing: MainWindow) -> None:
    frame = reviewing.late.review
    assert frame.names_button.text() == "Names shown"
    QTest.keyClick(focus(), Qt.Key.Key_N)
    assert frame.names_button.text() == "Names hidden"
    assert overview(reviewing).matrix.model.heads == ("A", "B")
    assert not reviewing.personal.now.names_shown
    frame.names_button.click()
    assert reviewing.personal.now.names_shown


def test_enter_opens_compare_and_ctrl_tab_goes_through_the_pages(reviewing: MainWindow, qtbot: QtBot) -> None:
    frame = reviewing.late.review
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert frame.tab == "compare"
    qtbot.waitUntil(reviewing.actions_["review.next"].isEnabled)
    assert not reviewing.actions_["review.sort"].isEnabled()
    first = frame.tab
    for _ in frame.tabs:
        frame._go_on(1)
    assert frame.tab == first


def test_key_sheet_hints_and_palette_know_the_keys(reviewing: MainWindow) -> None:
    rows = {text: keys for _, group in sheet_groups([]) for text, keys in group}
    assert rows["Next open difference"] == ("J",)
    assert rows["Finish the document, open the next"] == ("Ctrl ↵",)
    assert rows["take that variant into gold"] == ("1–9",)
    hints = [(hint.keys, hint.words) for hint in reviewing.status_line.hints.hints]
    assert hints[0] == (("↵",), "open")
    assert len(hints) == 5
    entries = command_entries(reviewing.actions_, Recent(), reviewing.situation())
    found = {entry.words: entry for entry in entries}
    assert found["Sort in another way"].enabled
    assert found["Next open difference"].meaning == "not on this page of Review"
    assert reviewing.status_line.where.endswith("1 to decide")


def test_nothing_below_the_palette_answers(reviewing: MainWindow) -> None:
    reviewing.open_palette()
    overview(reviewing).shared.acts_changed.emit()
    assert not reviewing.actions_["review.sort"].isEnabled()
    reviewing.late.palette.dismiss()
    assert reviewing.actions_["review.sort"].isEnabled()


@pytest.fixture
def alone(filled: Path, at: Callable[[Path], MainWindow]) -> MainWindow:
    """The window of somebody who has nothing but the own layer and gold."""
    with open_library(str(filled)) as library:
        corpus = library.corpora.list()[0].uid
        document = library.documents.rows(library.documents.keys(corpus))[0].uid
        minh = library.people.create("Minh").value
        done = StatusChanged(Status.NEW, Status.IN_PROGRESS)
        library.annotating.apply(document, (done,), annotator_uid=minh.uid)
        (cluster,) = library.review.document(document).clusters
        library.review.decide(Ruling(document, cluster.uid, Verdict.REJECT, reason="Không phải tên"))
        library.review.finish(document)
        library.people.join(minh.uid, library.self_annotator.uid)
    return at(filled)


def test_whoever_has_the_own_layer_and_gold_comes_to_the_feedback(alone: MainWindow, qtbot: QtBot) -> None:
    """Once: the overview says why there is nothing to compare, and leads back."""
    alone.actions_["go.review"].trigger()
    frame = alone.late.review
    qtbot.waitUntil(lambda: frame.tab == "feedback")
    qtbot.waitUntil(lambda: not _is_reading(frame.page))
    assert frame.page.has_focus_within
    passed = []
    for _ in frame.tabs:
        QTest.keyClick(focus(), Qt.Key.Key_Tab, CTRL)
        qtbot.waitUntil(lambda: not _is_reading(frame.page))
        assert frame.page.has_focus_within, frame.tab
        passed.append(frame.tab)
    assert sorted(passed) == sorted(frame.tabs)
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert frame.tab == "overview"
    qtbot.waitUntil(lambda: not _is_reading(frame.page))
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert frame.tab == "feedback"


def test_every_page_is_found_in_the_palette_by_its_name_without_accents(
    reviewing: MainWindow, qtbot: QtBot
) -> None:
    language().choose("vi")
    try:
        reviewing.show_page("label")
        sought = {
            "overview": "tong quan",
            "feedback": "phan hoi",
            "agreement": "dong thuan",
            "rules": "quy tac",
        }
        for tab, typed in sought.items():
            reviewing.open_palette(typed)
            palette = reviewing.late.palette
            runs = [found.entry for found in palette.rows() if found.entry.meaning == "trang của Soát"]
            assert len(runs) == 1, typed
            palette.dismiss()
            runs[0].run()
            assert (reviewing.page, reviewing.late.review.tab) == ("review", tab)
    finally:
        language().choose("en")


@pytest.mark.parametrize("by_click", [True, False])
def test_the_focus_goes_into_every_page(reviewing: MainWindow, qtbot: QtBot, by_click: bool) -> None:
    """However its tab is reached, and whether there is anything on it."""
    frame = reviewing.late.review
    for name in [*list(frame.tabs)[1:], "overview"]:
        if by_click:
            QTest.mouseClick(frame.tabs[name], Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(focus(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert frame.tab == name
        qtbot.waitUntil(lambda: not _is_reading(frame.page))
        assert frame.page.has_focus_within, name
        assert frame.first_focus.isVisible(), name


def _is_reading(page: ReviewPage) -> bool:
    """Whether a page waits for the library."""
    return any(latest.is_busy for latest in page.findChildren(Latest))
