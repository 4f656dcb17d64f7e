"""The page of backups on a real library: the list, what differs, and every way back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest

from annotator.errors import EnvironmentProblem
from annotator.model.changes import SpanAdded, SpanRemoved
from annotator.model.identity import new_uid
from annotator.model.soundness import Occasion
from annotator.model.span import Span
from annotator.settings import PreferencesFile
from annotator.ui.backups.page import BackupsPage
from annotator.ui.desk import InlineDesk
from annotator.ui.i18n import language

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from annotator.model.document import Corpus
    from annotator.services.library import Library

KEYS = Qt.Key
WORDS = "Khối thi đua"


@pytest.fixture
def documents(library: Library, corpus: Corpus) -> list[str]:
    """Uids of the three documents; the first one has a span."""
    uids = [row.uid for row in library.documents.rows(library.documents.keys(corpus.uid))]
    label = library.labels.list(corpus.uid)[0].label.uid
    library.annotating.apply(uids[0], (SpanAdded(Span(new_uid(), 0, len(WORDS), label)),))
    return uids


def _change(library: Library, documents: list[str]) -> None:
    """One document loses its span, one goes into the bin, and one comes."""
    (span,) = library.documents.open(documents[0]).state.spans()
    library.annotating.apply(documents[0], (SpanRemoved(span),))
    library.documents.bin([documents[1]])
    library.documents.add(library.corpora.list()[0].uid, "Bài mới", "Một bài mới.")


@pytest.fixture
def page(
    library: Library, documents: list[str], on_screen: Callable[[QWidget, int, int], None], qtbot: QtBot
) -> BackupsPage:
    """A copy before a package, one before an import after the library changed, and what the page said."""
    library.backups.if_due(0, Occasion.MERGE)
    _change(library, documents)
    library.backups.if_due(0, Occasion.IMPORT)
    desk = InlineDesk(library)
    page = BackupsPage(desk)
    desk._changed = lambda _: page.compare_again()
    page.heard = []
    page.told.connect(page.heard.append)
    on_screen(page, 1200, 760)
    page._wait.setInterval(0)
    page.load()
    page.view.setFocus()
    _settle(page, qtbot)
    return page


def _settle(page: BackupsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page._wait.isActive())


def _turn_to(page: BackupsPage, row: int, qtbot: QtBot) -> None:
    page.view.go_to(row)
    _settle(page, qtbot)


def _lines(page: BackupsPage) -> list[str]:
    return [f"{line.title}|{line.told}" for line in page.side_view.model.lines]


def _press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(widget, key, modifier)


def test_copies_are_listed_with_when_why_and_what(page: BackupsPage) -> None:
    told = [page.model.index(row, 0).data() for row in range(page.model.length())]
    assert [words.split(", ")[2] for words in told] == ["before an import", "before a package"]
    assert all(words.startswith("Today, ") for words in told)
    assert "3 documents + 1 in its bin · 0 spans · " in told[0]
    assert "3 documents · 1 span · " in told[1]
    assert page.side_view.sub == "The library holds what this backup holds."
    assert page.name.text() == page._kept.folder
    page.side_view.set_unsaved(2)
    assert page.side_view.sub.endswith("2 changes not saved yet are not counted.")


def test_the_chosen_copy_is_compared_by_name(page: BackupsPage, qtbot: QtBot) -> None:
    _turn_to(page, 1, qtbot)
    assert _lines(page) == [
        "Documents that only the backup holds|1",
        "Lão nông Sáu Được và ba bằng sáng chế|0 spans · in the bin here",
        "Documents that differ|1",
        "Khối thi đua các doanh nghiệp|1 span only in the backup",
        "Documents that only the library holds|1",
        "Bài mới|0 spans",
    ]
    assert (
        page.side_view.sub == "Only in the backup: 1 span · Only in the library: 0 spans · Different: 0 spans"
    )


def test_a_click_shows_the_spans_of_a_document_and_enter_or_a_second_click_leads_to_it(
    page: BackupsPage, qtbot: QtBot
) -> None:
    _turn_to(page, 1, qtbot)
    side, wanted = page.side_view, []
    page.document_wanted.connect(wanted.append)
    place = side.view.visualRect(side.view.model().index(3, 0)).center()
    QTest.mouseClick(side.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted == [], "a click is how one looks at it"
    assert [side.spans.index(row, 0).data() for row in range(side.spans.length())] == [
        f"“{WORDS}”, person · {side.spans.spans[0].annotator}, only in the backup"
    ]
    assert not side._below.isHidden()
    _press(side.view, KEYS.Key_Return)
    QTest.mouseDClick(side.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted == 2 * [side.model.lines[3].document.uid]
    side.view.go_to(1)
    _press(side.view, KEYS.Key_Return)
    assert len(wanted) == 2, "what the library does not hold cannot be gone to"
    assert side._below.isHidden()


def test_ticked_documents_come_back_as_one_act(page: BackupsPage, library: Library, qtbot: QtBot) -> None:
    _turn_to(page, 1, qtbot)
    before = library.history.total()
    view = page.side_view.view
    assert page.main.text() == "Restore as a new library"
    view.go_to(1)
    _press(view, KEYS.Key_Space)
    assert page.main.text() == "Bring 1 document back"
    _press(view, KEYS.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.main.text() == "Bring 2 documents back"
    assert page.back.isVisible()
    assert page.new.isHidden()
    _press(view, KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    _settle(page, qtbot)
    assert page.heard == ["2 documents brought back, 1 span came back. Ctrl+Z takes it back."]
    assert library.history.total() == before + 1
    _press(view, KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not Path(page.new.path).exists(), "a second, impatient press restores nothing"
    assert "Press once more" in page.hint.text()
    assert [line.title for line in page.side_view.model.lines][1:] == ["Bài mới"]
    library.history.undo()
    page.compare_again()
    _settle(page, qtbot)
    assert len(_lines(page)) == 6


def test_a_click_on_the_tick_ticks_and_opens_nothing(page: BackupsPage, qtbot: QtBot) -> None:
    _turn_to(page, 1, qtbot)
    view, wanted = page.side_view.view, []
    page.document_wanted.connect(wanted.append)
    area = view.visualRect(view.model().index(3, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, area.center().y()))
    assert page.side_view.model.ticked == {page.side_view.model.lines[3].document.uid}
    assert wanted == []
    lost = view.visualRect(view.model().index(5, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, lost.center().y()))
    assert len(page.side_view.model.ticked) == 1, "what the backup does not hold cannot come back"


def test_exactly_as_it_was_is_a_choice(
    page: BackupsPage, library: Library, documents: list[str], qtbot: QtBot
) -> None:
    label = library.labels.list(library.corpora.list()[0].uid)[1].label.uid
    library.annotating.apply(documents[0], (SpanAdded(Span(new_uid(), 2, 6, label)),))
    _turn_to(page, 1, qtbot)
    page.side_view.model.toggle(3)
    page.back.leave.click()
    page.act()
    held = [(span.start, span.end) for span in library.documents.open(documents[0]).state.spans()]
    assert held == [(0, len(WORDS))]


def test_a_copy_becomes_a_new_library_that_can_be_opened(
    page: BackupsPage, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    _turn_to(page, 1, qtbot)
    assert Path(page.new.path).name.startswith(f"{Path(library.path).stem} restored ")
    assert page.new.field.text() == Path(page.new.path).name
    assert page.new.field.cursorPosition() == 0, "its beginning is shown"
    assert Path(page.new.path).parent == Path(library.path).parent, "a folder that is there"
    opened: list[str] = []
    page.library_wanted.connect(opened.append)
    page.new.field.setText(str(page._kept.folder))
    assert not page.main.isEnabled()
    assert page.new.taken.isVisible()
    new = str(tmp_path / "back.annotator")
    page.new.field.setText(new)
    page.act()
    assert Path(new).exists()
    assert page.side_view.made.sentence == f"Restored and checked: {new}"
    assert page.main.isEnabled()
    assert page.new.path != new, "a fresh name is proposed"
    page.act()
    assert "Press once more to restore it again" in page.hint.text(), (
        "an impatient second press makes no twin"
    )
    assert not Path(page.new.path).exists()
    assert "none is removed" in page.paused.sentence
    page.side_view.open_button.click()
    assert opened == [new]
    page.side_view.seen_button.click()
    assert page.side_view.made.isHidden()
    page.paused.button.click()
    assert page.paused.isHidden()


def test_a_name_that_is_there_gets_a_number_and_that_is_said(page: BackupsPage, library: Library) -> None:
    Path(page.new.path).touch()
    page.load()
    assert Path(page.new.path).name.endswith(" (2).annotator")
    assert page.new.numbered.isVisible()
    page.new.field.setText("Khác.annotator")
    assert page.new.numbered.isHidden()
    assert page.new.path == str(Path(library.path).parent / "Khác.annotator")


def test_a_backup_is_made_at_once_and_takes_no_others_place(page: BackupsPage, library: Library) -> None:
    library.corpora.create("Khác")
    routine = library.backups.if_due(0).path
    page.now_button.click()
    assert routine in {copy.path for copy in page.model.copies}
    assert next(copy.occasion for copy in page.model.copies) is Occasion.ASKED
    assert page.view.currentIndex().row() == 0
    assert page.heard[0].startswith("Backed up and verified: Today, ")
    assert "3 documents · 0 spans." in page.heard[0]


def test_what_is_refused_is_said_in_place(page: BackupsPage, qtbot: QtBot) -> None:
    copy = Path(page.model.copies[1].path)
    copy.write_bytes(b"spoiled")
    failed: list[object] = []
    page.failed.connect(failed.append)
    _turn_to(page, 1, qtbot)
    assert "bytes have changed" in page.hint.text()
    assert failed == [], "it is said once, where the buttons are"


def test_without_a_copy_it_says_when_there_will_be_one(
    library: Library, on_screen: Callable[[QWidget, int, int], None]
) -> None:
    page = BackupsPage(InlineDesk(library))
    on_screen(page, 1000, 600)
    page.load()
    assert "no backup yet" in page.none_yet.words
    assert page.none_yet.isVisible()
    assert not page.panel.isVisible()
    assert page.focusProxy() is page.none_yet.now_button
    page.act()
    assert page.model.length() == 1
    assert page.panel.isVisible()
    assert page.focusProxy() is page.view


def test_keys_are_hinted_at_only_where_they_work(page: BackupsPage, qtbot: QtBot) -> None:
    assert page.hints() == []
    _turn_to(page, 1, qtbot)
    view = page.side_view.view
    view.setFocus()
    view.go_to(3)
    assert [hint.keys for hint in page.hints()] == [("Space",), ("Ctrl A",), ("↵",)]
    view.go_to(1)
    assert [hint.keys for hint in page.hints()] == [("Space",), ("Ctrl A",)], "the library lacks it"
    view.go_to(5)
    assert [hint.keys for hint in page.hints()] == [("Ctrl A",), ("↵",)], "the backup lacks it"
    page.now_button.setFocus()
    assert page.hints() == []


def test_what_differs_of_a_document_is_named(
    page: BackupsPage, library: Library, documents: list[str], qtbot: QtBot
) -> None:
    library.documents.rename(documents[2], "Tên khác")
    page.compare_again()
    _settle(page, qtbot)
    assert _lines(page)[1] == "Tên khác|different: title"


def test_what_lies_in_the_bin_of_a_backup_and_nowhere_else_can_be_ticked(
    page: BackupsPage, library: Library, documents: list[str], qtbot: QtBot
) -> None:
    library.purging.empty_bin()
    page.load()
    _turn_to(page, 0, qtbot)
    assert "3 documents + 1 in its bin · 0 spans" in page.model.index(0, 0).data()
    line = page.side_view.model.lines[1]
    assert (line.document.uid, line.told) == (documents[1], "0 spans · in the backup’s bin")
    page.side_view.model.toggle(1)
    page.act()
    assert documents[1] in {
        row.uid for row in library.documents.rows(library.documents.keys(library.corpora.list()[0].uid))
    }


def test_it_speaks_vietnamese(page: BackupsPage, qtbot: QtBot, qapp: QApplication) -> None:
    _turn_to(page, 1, qtbot)
    language().choose("vi")
    qapp.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.title.text() == "Bản sao lưu"
    assert "trước khi nhận gói" in page.model.index(1, 0).data()
    assert _lines(page)[0] == "Bài chỉ có trong bản sao lưu|1"


def test_a_folder_that_is_not_there_is_said_above_its_list(
    page: BackupsPage, library: Library, tmp_path: Path
) -> None:
    assert page.making.warning == ""
    chosen = tmp_path / "stick"
    PreferencesFile().change(lambda now: replace(now, backup_folder=str(chosen)))
    said = []
    page.said_here.connect(said.append)
    page.load()
    assert "not there now, so no backup is made" in page.making.warning
    assert "is not there, so no copy was made" in said[0], "so the strip that says it can go"
    assert not page.making.usual_button.isHidden()
    page.now_button.click()
    assert "is not there, so no copy was made" in page.hint.text()
    with pytest.raises(EnvironmentProblem, match="is not there, so no copy was made"):
        library.backups.require_folder()
    chosen.mkdir()
    library.backups.require_folder()
    page.load()
    assert page.making.warning == ""
