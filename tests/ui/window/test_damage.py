"""A library that is found damaged while one works in it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from annotator.errors import DamagedError
from annotator.messages import say
from annotator.ui.models.document_model import ROW_ROLE
from annotator.ui.parts.plain_label import PlainLabel

from .conftest import WAIT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow


def test_damage_is_said_and_nothing_can_be_changed_any_more(
    at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    with sqlite3.connect(filled) as planted:
        planted.execute("UPDATE document SET text = replace(text, 'o', 'a')")
    planted.close()
    window = at(filled)
    qtbot.waitUntil(lambda: window.status_line.state == "Open for reading", timeout=WAIT)
    strip = window.reading_strip
    assert "is damaged, so nothing more is written into it." in strip.sentence
    assert "'annotator" not in strip.sentence
    assert not (strip.check_button.isHidden() or strip.backups_button.isHidden())
    assert not window.notice_strip.sentence
    assert window.flow.workbench.library is not None
    assert window.flow.workbench.library.is_read_only


def test_damage_that_a_page_meets_first_is_told_in_the_same_way(
    at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    window = at(filled)
    qtbot.waitUntil(lambda: window.place.article.has_document, timeout=WAIT)
    window.flow.tell_failure(DamagedError(say("{path} is damaged.", path="another file")))
    assert not window.reading_strip.sentence
    window.flow.tell_failure(DamagedError(say("{path} is damaged.", path=str(filled))))
    assert "is damaged" in window.reading_strip.sentence
    assert window.place.session.is_fixed
    window.reading_strip.check_button.click()
    assert window.page == "check"
    window.reading_strip.backups_button.click()
    assert window.page == "backups"
    page = window.late.backups
    qtbot.waitUntil(lambda: page.main.text() == "Put it in place of the damaged library", timeout=WAIT)
    assert page.new_button.text() == "Restore as a new library"
    assert not page.new_button.isHidden()


def _plant(library: Path, statement: str) -> None:
    with sqlite3.connect(library) as planted:
        planted.execute(statement)
    planted.close()


def test_of_an_article_that_cannot_be_read_this_is_said_where_its_text_would_stand(
    at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    _plant(filled, "UPDATE document SET text = CAST(x'FFFE' || text AS TEXT) WHERE id = 1")
    window = at(filled)
    place, corpus = window.place, window.flow.workbench
    qtbot.waitUntil(lambda: window.page == "label", timeout=WAIT)  # and not for ever on the one before it
    words = place.findChild(PlainLabel, "noArticle")
    assert isinstance(words, PlainLabel)
    qtbot.waitUntil(lambda: "cannot be read" in words.text(), timeout=WAIT)
    assert corpus.document is None
    listed = place.documents.view
    qtbot.waitUntil(lambda: listed.currentIndex().data(ROW_ROLE) is not None, timeout=WAIT)
    row = listed.currentIndex().data(ROW_ROLE)
    assert f"“{row.title}”" in words.text()
    assert listed.selected_ranges() == [(listed.currentIndex().row(),) * 2]
    window.actions_["go.next_document"].trigger()
    qtbot.waitUntil(lambda: place.article.has_document, timeout=WAIT)
    assert listed.currentIndex().row() == 1
    assert not window.notice_strip.sentence


def test_a_library_of_which_nothing_can_be_listed_is_refused(
    at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    _plant(filled, "UPDATE corpus_version SET name = CAST(x'FFFE' AS TEXT)")
    window = at(filled)
    qtbot.waitUntil(lambda: window.page == "refused", timeout=WAIT)
    assert window.flow.workbench.library is None
    assert window.late.refused.sentence.startswith("The file of this library is damaged.")


def test_the_strip_of_damage_tells_that_it_was_put_right_and_opens_for_writing(
    at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    window = at(filled)
    qtbot.waitUntil(lambda: window.place.article.has_document, timeout=WAIT)
    _plant(filled, "UPDATE label_count SET spans = spans + 1")
    window.flow.tell_failure(DamagedError(say("{path} is damaged.", path=str(filled))))
    window.reading_strip.check_button.click()
    page = window.late.check
    qtbot.waitUntil(lambda: page.answer.text() == "1 problem", timeout=WAIT)
    page.repair()
    strip = window.reading_strip
    qtbot.waitUntil(lambda: strip.sentence.startswith("This library is sound again."), timeout=WAIT)
    assert strip.check_button.isHidden()
    strip.write_button.click()
    qtbot.waitUntil(lambda: window.place.article.has_document and not strip.sentence, timeout=WAIT)
    assert not window.place.session.is_fixed
