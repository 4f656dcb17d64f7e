"""Changes kept for one file of a library never come into another file of it without a word."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.services.saving import left_behind
from annotator.services.saving.hooks import SaveState
from annotator.services.saving.journal import Journal
from annotator.services.saving.kept_files import place_of
from annotator.services.saving.left_step import LeftStep

from .conftest import ARTICLES, WAIT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow


def _spans(library: Path) -> int:
    with open_library(str(library), writable=False) as opened:
        corpus = opened.corpora.list()[0].uid
        return sum(row.spans for row in opened.documents.rows(opened.documents.keys(corpus)))


def _keep(library: Path) -> str:
    """Keep one more span for the library, as if it could not be saved; the library's uid."""
    start = ARTICLES["Lão nông Sáu Được"].index("Chi hội")
    with open_library(str(library)) as opened:
        corpus = opened.corpora.list()[0].uid
        document = opened.documents.rows(opened.documents.keys(corpus))[0].uid
        label = opened.labels.list(corpus)[1].label.uid
        person = opened.self_annotator.uid
        added = SpanAdded(Span(new_uid(), start, start + 14, label))
        uid = opened.uid
    step = LeftStep(new_uid(), document, person, (added,), None, None)
    Journal(uid, place_of(str(library))).hold([step])
    return uid


@pytest.fixture
def other(filled: Path, tmp_path: Path) -> Path:
    """A copy of the library's file."""
    return shutil.copyfile(filled, tmp_path / "other.annotator")


def _wait_kept(qtbot: QtBot, uid: str, notes: int) -> None:
    qtbot.waitUntil(lambda: len(left_behind.kept(uid)) == notes, timeout=WAIT)


def test_another_file_is_left_alone_and_it_is_said(
    at: Callable[[Path], MainWindow], filled: Path, other: Path, qtbot: QtBot
) -> None:
    uid = _keep(filled)
    window = at(other)
    qtbot.waitUntil(window.kept_strips.elsewhere.isVisible, timeout=WAIT)
    qtbot.waitUntil(lambda: window.place.article.has_document, timeout=WAIT)
    assert str(filled) in window.kept_strips.elsewhere.sentence
    assert not window.kept_strips.elsewhere.bring_button.isVisible()
    window.kept_strips.elsewhere.close_button.setFocus()
    qtbot.keyClick(window.kept_strips.elsewhere.close_button, Qt.Key.Key_Space)
    assert not window.kept_strips.elsewhere.isVisible()
    assert window.focusWidget() is window.place.article, "the next key is no search"
    window.close()
    assert (_spans(filled), _spans(other), len(left_behind.kept(uid))) == (1, 1, 1)


def test_the_file_itself_gets_them(at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot) -> None:
    uid = _keep(filled)
    window = at(filled)
    _wait_kept(qtbot, uid, 0)
    assert not window.kept_strips.elsewhere.isVisible()
    qtbot.waitUntil(lambda: "saved now" in window.notice_strip.sentence, timeout=WAIT)
    error = EnvironmentProblem(say("The disk is full."))
    window.flow.saved.take_state(SaveState("failed", 1, error))
    assert not window.notice_strip.isVisible(), "it would be read as said of what fails now"
    window.flow.saved.take_state(SaveState("saved", 0))
    window.close()
    assert _spans(filled) == 2


def test_what_was_kept_for_a_file_that_is_gone_is_offered(
    at: Callable[[Path], MainWindow], filled: Path, other: Path, qtbot: QtBot
) -> None:
    uid = _keep(filled)
    filled.unlink()
    window = at(other)
    qtbot.waitUntil(window.kept_strips.elsewhere.bring_button.isVisible, timeout=WAIT)
    assert len(left_behind.kept(uid)) == 1
    qtbot.mouseClick(window.kept_strips.elsewhere.bring_button, Qt.MouseButton.LeftButton)
    _wait_kept(qtbot, uid, 0)
    assert not window.kept_strips.elsewhere.isVisible()
    window.close()
    assert _spans(other) == 2
