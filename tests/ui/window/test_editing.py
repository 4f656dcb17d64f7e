"""Guess, brush and gaps in the window: what is said, when a guess is stored, that one undo takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.services.library import open_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
WAIT = 20_000


def guess(window: MainWindow, words: str = "Chi hội trưởng", key: str = "2") -> None:
    """Put the caret before words and press a label's key."""
    article = window.place.article
    article.setFocus()
    place = article.text.index(words)
    article.select(place, place)
    QTest.keyClicks(article, key)


def marked(library: Path) -> list[str]:
    """The covered words of all spans in the library, in the order of documents and places."""
    with open_library(str(library), writable=False) as opened:
        corpus = opened.corpora.list()[0].uid
        return [record.text for record in list(opened.annotating.spans(corpus))]


def test_a_guess_is_not_saved_and_says_so(window: MainWindow, qtbot: QtBot, filled: Path) -> None:
    guess(window)
    qtbot.waitUntil(lambda: window.status_line.state == "Not saved yet", timeout=WAIT)
    qtbot.waitUntil(lambda: "1 of" in window.status_line.where, timeout=WAIT)
    assert window.status_line.where.startswith("Chi hội trưởng Chi hội Nông dân · position")
    QTest.keyClick(window.place.article, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.status_line.state == "Saved", timeout=WAIT)
    assert marked(filled) == ["Huỳnh Văn Được"]


@pytest.mark.parametrize(
    "go_on",
    [
        lambda window: window.close(),
        lambda window: window.actions_["go.next_document"].trigger(),
        lambda window: window.actions_["help.palette"].trigger(),
        lambda window: window.show_page("label_set"),
        lambda window: window.place.documents.view.setFocus(),
    ],
    ids=["close", "next document", "palette", "label set", "list"],
)
def test_it_is_stored_whatever_comes_next(
    window: MainWindow, qtbot: QtBot, filled: Path, go_on: Callable[[MainWindow], None]
) -> None:
    guess(window)
    go_on(window)
    qtbot.waitUntil(lambda: window.library_desk.pending == 0, timeout=WAIT)
    window.close()
    assert marked(filled) == ["Huỳnh Văn Được", "Chi hội trưởng Chi hội Nông dân"]


def test_a_guess_cycled_and_narrowed_is_one_step(window: MainWindow, qtbot: QtBot, filled: Path) -> None:
    guess(window, key="222")
    QTest.keyClick(window.place.article, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(window.place.session.state) == 1, timeout=WAIT)
    window.close()
    assert marked(filled) == ["Huỳnh Văn Được"]


def test_the_brush_is_shown_and_let_go(window: MainWindow, qtbot: QtBot) -> None:
    window.place.article.setFocus()
    bar = window.place.bar.labels
    QTest.keyClick(window.place.article, Qt.Key.Key_B, CTRL)
    qtbot.waitUntil(lambda: window.status_line.where == "Brush: person", timeout=WAIT)
    assert bar.brush_button.isChecked() and bar.keys[0].isChecked()
    assert window.actions_["label.brush"].isChecked()
    bar.keys[3].click()
    assert bar.keys[3].isChecked() and not bar.keys[0].isChecked()
    QTest.keyClick(window.place.article, Qt.Key.Key_Escape)
    assert not bar.brush_button.isChecked() and not bar.keys[3].isChecked()
    bar.brush_button.click()
    assert bar.keys[3].isChecked()
    bar.brush_button.click()
    assert window.place.session.brush.label is None


def test_the_own_words_are_known_after_the_library_was_asked(window: MainWindow, qtbot: QtBot) -> None:
    person = window.place.session.labels[0].uid
    qtbot.waitUntil(
        lambda: window.place.session.grabbing.habits.knows(person, "Huỳnh Văn Được"), timeout=WAIT
    )


def test_the_walk_by_key_stops_at_names(window: MainWindow) -> None:
    article = window.place.article
    article.setFocus()
    stops = []
    for _ in range(3):
        QTest.keyClick(article, Qt.Key.Key_G, CTRL)
        stops.append(article.text[article.caret :].split("\n")[0].split(" là")[0])
    assert stops[0] == "Sáu Được"
    assert stops[1].startswith("Chi hội trưởng")
