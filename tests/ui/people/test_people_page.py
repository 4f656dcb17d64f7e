"""The page of the people on a real library: who is there, who is at the desk, joined and parted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.changes import SpanAdded
from annotator.model.document import AnnotatorKind
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.ui.desk import InlineDesk
from annotator.ui.i18n import language
from annotator.ui.people.page import PeoplePage
from annotator.ui.people.people_model import FACTS_ROLE, INITIALS_ROLE
from annotator.ui.review.shared import Shared

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from annotator.model.document import Corpus
    from annotator.services.library import Library

KEYS = Qt.Key


@pytest.fixture
def page(library: Library, corpus: Corpus, on_screen: Callable[[QWidget, int, int], None]) -> PeoplePage:
    """Lan twice, with one document each, and a machine."""
    document = library.documents.rows(library.documents.keys(corpus.uid))[0].uid
    label = library.labels.list(corpus.uid)[0].label.uid
    for name, kind in (("Lan", AnnotatorKind.PERSON), ("Lan (nhà)", AnnotatorKind.SOURCE)):
        who = library.people.annotator(name, kind)
        span = Span(new_uid(), 0, 4, label)
        library.annotating.apply(document, (SpanAdded(span),), annotator_uid=who.uid)
    library.people.annotator("Máy", AnnotatorKind.MACHINE)
    shared = Shared(InlineDesk(library))
    page = PeoplePage(shared)
    shared.desk._changed = page.refresh
    page.said = []
    shared.said.connect(page.said.append)
    on_screen(page, 1000, 700)
    page.set_corpus(corpus.uid, is_writable=True)
    page.first_focus.setFocus()
    return page


def _shown(page: PeoplePage) -> list[tuple[str, str]]:
    model = page.view.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [(index.data(), index.data(FACTS_ROLE)) for index in rows]


def _enabled(page: PeoplePage) -> list[bool]:
    buttons = (page.desk_button, page.rename_button, page.join_button, page.part_button)
    return [button.isEnabled() for button in buttons]


def test_everybody_is_listed_with_what_they_are(page: PeoplePage, library: Library) -> None:
    own = library.self_annotator.name
    assert _shown(page) == [
        (own, "at the desk · person"),
        ("Lan", "person"),
        ("Lan (nhà)", "came with a file"),
        ("Máy", "machine"),
    ]
    assert page.view.currentIndex().row() == 0
    assert _enabled(page) == [False, True, True, False]
    page.view.go_to(3)
    assert _enabled(page) == [False, True, False, False]
    assert page.where() == "Máy"
    told = page.view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Lan, person, 1 document, 1 span"
    assert page.view.model().index(1, 0).data(INITIALS_ROLE) != ""


def test_enter_puts_somebody_at_the_desk(page: PeoplePage, library: Library) -> None:
    page.view.go_to(1)
    QTest.keyClick(page.view, KEYS.Key_Return)
    assert library.people.profile().name == "Lan"
    assert _shown(page)[1] == ("Lan", "at the desk · person")
    assert page.said == ["Lan is at the desk now: what you label from here on is theirs."]
    assert page.view.currentIndex().row() == 1


def test_two_become_one_person_and_two_again(page: PeoplePage, library: Library) -> None:
    page.view.go_to(2)
    QTest.mouseClick(page.join_button, Qt.MouseButton.LeftButton)
    assert page.strip.isVisible()
    page.strip.choice.setCurrentIndex(page.strip.choice.findText("Lan"))
    assert "The work of Lan (nhà) is shown as Lan's" in page.strip._meaning.text()
    QTest.mouseClick(page.strip._join, Qt.MouseButton.LeftButton)
    assert not page.strip.isVisible()
    assert _shown(page)[1] == ("Lan", "person · also Lan (nhà)")
    assert len(_shown(page)) == 3
    assert page.view.currentIndex().data() == "Lan"
    QTest.mouseClick(page.part_button, Qt.MouseButton.LeftButton)
    assert len(_shown(page)) == 4
    assert page.view.currentIndex().data() == "Lan (nhà)"
    library.history.undo()
    assert [person.joined[0].name for person in library.people.persons() if person.joined] == ["Lan (nhà)"]


def test_the_question_can_be_left(page: PeoplePage, library: Library) -> None:
    page.view.go_to(1)
    page.ask_to_join()
    QTest.keyClick(page.strip.choice, KEYS.Key_Escape)
    assert not page.strip.isVisible()
    assert len(library.people.list()) == 4


def test_a_person_is_added_and_renamed(page: PeoplePage, library: Library, qtbot: QtBot) -> None:
    QTest.keyClick(page.view, KEYS.Key_Insert)
    page.name.setText("Minh")
    QTest.keyClick(page.name, KEYS.Key_Return)
    assert page.view.currentIndex().data() == "Minh"
    assert page.name.text() == ""
    page.rename_current()
    editor = page.view.focusWidget()
    editor.setText("Minh Anh")
    QTest.keyClick(editor, KEYS.Key_Return)
    qtbot.waitUntil(lambda: library.people.find("Minh Anh") is not None)


def test_what_is_refused_is_said_in_place(page: PeoplePage) -> None:
    page._rename(page._model.rows[1].annotator.uid, "a\u202eb")
    assert page._error.isVisible()


def test_a_library_that_is_read_changes_nothing(page: PeoplePage, corpus: Corpus) -> None:
    page.shared.is_writable = False
    page.set_corpus(corpus.uid, is_writable=False)
    page.view.go_to(1)
    assert _enabled(page) == [False, False, False, False]
    assert not page.name.isEnabled()


def test_it_speaks_the_window_s_language(page: PeoplePage, qapp: QApplication) -> None:
    language().choose("vi")
    qapp.processEvents()
    assert page._title.text() == "Ai gán nhãn ở đây?"
