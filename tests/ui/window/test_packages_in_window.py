"""Packages in the window: recognised when dropped, chosen by Ctrl+I, taken in one after the other, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.package import PackageWish
from annotator.model.rounds import RoundWish
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.ui import choosing
from annotator.ui.parts.choice_row import ChoiceRow

from .conftest import WAIT
from .test_dropping import drop, of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow


@pytest.fixture
def returns(filled: Path, tmp_path: Path) -> list[Path]:
    """The work of Hoa and of Minh on the first article, made before the window opens the library."""
    with open_library(str(filled)) as lead:
        home = lead.corpora.list()[0].uid
        names = ("Hoa", "Minh")
        for name in names:
            lead.packages.make(PackageWish(home, "assignment", str(tmp_path / f"{name}-out.zip"), name))
    return [_work(tmp_path, name, home) for name in names]


def _work(folder: Path, name: str, home: str) -> Path:
    path = folder / f"{name}.zip"
    with open_library(str(folder / f"{name}.annotator")) as theirs:
        theirs.packages.merge(str(folder / f"{name}-out.zip"))
        theirs.people.become(name)
        label = theirs.labels.list(home)[0].label.uid
        document = theirs.documents.rows(theirs.documents.keys(home))[0].uid
        theirs.annotating.apply(document, (SpanAdded(Span(new_uid(), 0, 4, label)),))
        theirs.packages.make(PackageWish(home, "return", str(path), name))
    return path


def _is_ready(window: MainWindow, name: str) -> bool:
    page = window.late.merge
    return window.page == "merge" and page.facts.what == f"Work of {name}" and page.main.isEnabled()


@pytest.fixture
def sampled(filled: Path, tmp_path: Path) -> str:
    """Uid of the first article, on which nothing may be suggested to who is at the desk."""
    with open_library(str(filled)) as library:
        home, own = library.corpora.list()[0].uid, library.people.profile().uid
        first = library.documents.rows(library.documents.keys(home))[0].uid
        hands = ((own, (first,)),)
        library.rounds.hand_out(RoundWish(home, "Đợt 1", str(tmp_path), hands, (first,), is_unaided=True))
    return first


def test_the_bar_says_where_nothing_is_suggested(sampled: str, window: MainWindow, qtbot: QtBot) -> None:
    bench = window.flow.workbench
    bench.open_document(sampled)
    qtbot.waitUntil(lambda: not window.place.bar.sample.isHidden(), timeout=WAIT)
    assert window.place.bar.sample.text() == "Sample: without suggestions"
    QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bench.document.document.uid != sampled, timeout=WAIT)
    assert window.place.bar.sample.isHidden()


def test_packages_that_are_dropped_come_in_one_after_the_other(
    returns: list[Path], window: MainWindow, qtbot: QtBot
) -> None:
    assert drop(window.place.article, of(returns))
    for name in ("Hoa", "Minh"):
        qtbot.waitUntil(lambda name=name: _is_ready(window, name), timeout=WAIT)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.page == "review", timeout=WAIT)
    assert window.late.review.tab == "overview"


def test_ctrl_i_chooses_a_package_and_escape_leaves_it(
    returns: list[Path], window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "files_to_open", lambda *_: [str(returns[0])])
    QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _is_ready(window, "Hoa"), timeout=WAIT)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.page == "label"


def test_a_zip_that_is_no_package_goes_to_the_import(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "other.zip").write_bytes(b"PK and no more")
    window.bring_in([tmp_path / "other.zip"])
    qtbot.waitUntil(lambda: window.page == "import", timeout=WAIT)


@pytest.mark.parametrize("act", ["hand_out", "send_back", "send_gold"])
def test_every_page_comes_up_and_escape_leads_back(window: MainWindow, qtbot: QtBot, act: str) -> None:
    window.actions_[f"file.{act}"].trigger()
    assert window.page == act
    page = getattr(window.late, act)
    qtbot.waitUntil(lambda: page.name.text() == "Báo", timeout=WAIT)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.page == "label"


def test_escape_leads_back_to_review(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("review")
    for act in ("hand_out", "send_gold"):  # one after the other, and back from both
        window.actions_[f"file.{act}"].trigger()
    QTest.keyClick(window.late.send_gold, Qt.Key.Key_Escape)
    assert window.page == "review"


def test_gold_that_came_in_leads_to_the_feedback(
    filled: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "gold.zip"
    with open_library(str(tmp_path / "lead.annotator")) as lead:
        home = lead.corpora.create("Tin").value.uid
        document = lead.documents.add(home, "Bài", "Ông An.").value.uid
        label = lead.labels.list(home)[0].label.uid
        lead.annotating.apply(document, (SpanAdded(Span(new_uid(), 4, 6, label)),))
        lead.comments.add(document, "Xem lại")
        lead.packages.make(PackageWish(home, "gold", str(path), lead.people.profile().uid))
    window.bring_in([path])
    qtbot.waitUntil(lambda: window.page == "merge" and window.late.merge.main.isEnabled(), timeout=WAIT)
    window.late.merge.act()
    qtbot.waitUntil(lambda: window.page == "review", timeout=WAIT)
    assert window.late.review.tab == "feedback"


def test_another_library_gets_new_pages(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.actions_["file.hand_out"].trigger()
    page = window.late.hand_out
    assert window.leave_library()
    window.flow.open_library(str(tmp_path / "new.annotator"))
    qtbot.waitUntil(lambda: window.page == "welcome", timeout=WAIT)
    assert window.late.hand_out is not page


def test_blind_work_hides_the_names_of_others(
    filled: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "blind.zip"
    with open_library(str(tmp_path / "lead.annotator")) as lead:
        home = lead.corpora.create("Tin").value.uid
        lead.documents.add(home, "Bài", "Ông An.")
        lead.packages.make(PackageWish(home, "assignment", str(path), "Hoa", is_blind=True))
    window.bring_in([path])
    page = window.late.merge
    qtbot.waitUntil(lambda: window.page == "merge" and page.main.isEnabled(), timeout=WAIT)
    assert window.personal.now.names_shown
    page.act()
    qtbot.waitUntil(lambda: window.page == "label", timeout=WAIT)
    assert not window.personal.now.names_shown


def test_the_welcome_page_names_packages(
    at: Callable[[Path], MainWindow], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = at(tmp_path / "empty.annotator")
    qtbot.waitUntil(lambda: window.page == "welcome", timeout=WAIT)
    qtbot.waitUntil(lambda: len(window.status_line.hints.hints) > 1, timeout=WAIT)
    assert window.status_line.hints.hints[1].keys == ("Ctrl I",)
    asked = []
    monkeypatch.setattr(choosing, "files_to_open", lambda *_: asked.append(1) or [])
    rows = window.late.welcome.findChildren(ChoiceRow)
    (row,) = [each for each in rows if each.text() == "Take in a package"]
    row.click()
    assert asked == [1]
