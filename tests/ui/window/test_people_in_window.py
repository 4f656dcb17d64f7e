"""People in the whole window: somebody sits down, two become one person under the open document, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.library import open_library

from .conftest import WAIT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow
    from annotator.ui.people.page import PeoplePage

CTRL = Qt.KeyboardModifier.ControlModifier
KEYS = Qt.Key
SAT_DOWN = "Lan is at the desk now: what you label from here on is theirs."


@pytest.fixture
def labelled(filled: Path) -> Path:
    """Lan has labelled the first article at home and at work, each time another word."""
    with open_library(str(filled)) as library:
        corpus = library.corpora.list()[0].uid
        first = library.documents.rows(library.documents.keys(corpus))[0].uid
        label = library.labels.list(corpus)[1].label.uid
        for name, start in (("Lan", 0), ("Lan ở nhà", 8)):
            who = library.people.annotator(name).uid
            span = Span(new_uid(), start, start + 3, label)
            library.annotating.apply(first, (SpanAdded(span),), annotator_uid=who)
    return filled


@pytest.fixture
def window(at: Callable[[Path], MainWindow], labelled: Path, qtbot: QtBot) -> MainWindow:
    made = at(labelled)
    qtbot.waitUntil(lambda: made.place.article.has_document, timeout=WAIT)
    return made


def go_to_people(window: MainWindow, qtbot: QtBot) -> PeoplePage:
    window.actions_["go.people"].trigger()
    page: PeoplePage = window.late.review.page
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 3, timeout=WAIT)
    assert page.view.hasFocus()
    return page


def own_name(window: MainWindow) -> str:
    opened = window.flow.workbench.document
    return "" if opened is None else opened.own.name


def test_who_sits_down_labels_into_their_own_layer(window: MainWindow, labelled: Path, qtbot: QtBot) -> None:
    page = go_to_people(window, qtbot)
    qtbot.keyClick(page.view, KEYS.Key_Down)
    qtbot.keyClick(page.view, KEYS.Key_Return)
    qtbot.waitUntil(lambda: window.status_line.where == SAT_DOWN, timeout=WAIT)
    qtbot.waitUntil(lambda: own_name(window) == "Lan", timeout=WAIT)
    qtbot.keyClick(page.view, KEYS.Key_1, CTRL)
    assert window.page == "label"
    start = window.place.article.text.index("Huỳnh")
    window.place.article.select(start, start + 14)
    qtbot.keyClick(window.place.article, KEYS.Key_1)
    qtbot.waitUntil(lambda: window.place.bar.layers.words == "You · 2", timeout=WAIT)
    qtbot.waitUntil(lambda: window.library_desk.pending == 0, timeout=WAIT)
    with open_library(str(labelled), writable=False) as other:
        assert other.self_annotator.name == "Lan"
        opened = other.documents.open(window.flow.open_document_uid or "")
        spans = {layer.annotator.name: layer.spans for layer in opened.layers}
        assert spans == {"Lan": 2, "Lan ở nhà": 1, opened.layers[0].annotator.name: 1}
        assert other.history.steps()[0].actor == "Lan"


def test_the_open_document_follows_when_two_become_one(window: MainWindow, qtbot: QtBot) -> None:
    page = go_to_people(window, qtbot)
    page.view.go_to(1)
    qtbot.keyClick(page.view, KEYS.Key_Return)
    qtbot.waitUntil(lambda: own_name(window) == "Lan", timeout=WAIT)
    page.view.go_to(2)
    page.ask_to_join()
    page.strip.choice.setCurrentIndex(page.strip.choice.findText("Lan"))
    qtbot.mouseClick(page.strip._join, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.place.bar.layers.words == "You · 2", timeout=WAIT)
    assert len(window.place.session.state) == 2
    qtbot.keyClick(page.view, KEYS.Key_Z, CTRL)
    qtbot.waitUntil(lambda: window.place.bar.layers.words == "You · 1", timeout=WAIT)
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 3, timeout=WAIT)
