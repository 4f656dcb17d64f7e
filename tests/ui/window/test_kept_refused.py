"""Changes that were kept when the program ended and that the library does not accept at its next opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from annotator.messages import say
from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.services.saving.journal import Journal
from annotator.services.saving.kept_files import folder, place_of
from annotator.services.saving.left_behind import kept, look
from annotator.services.saving.left_step import LeftStep

from .conftest import ARTICLES, WAIT, close
from .test_kept_elsewhere import _spans

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow
    from annotator.ui.unsaved.refused_strip import RefusedStrip

WORDS = "Chi hội trưởng"
LEFT = Qt.MouseButton.LeftButton


def _keep(library: Path, **other: str) -> str:
    """Keep two spans for the library, the first with another document, person or label; the library's uid."""
    start = ARTICLES["Lão nông Sáu Được"].index(WORDS)
    with open_library(str(library)) as opened:
        corpus = opened.corpora.list()[0].uid
        document = opened.documents.rows(opened.documents.keys(corpus))[0].uid
        labels = [count.label.uid for count in opened.labels.list(corpus)]
        own, uid = opened.self_annotator.uid, opened.uid

    def step(label: str, document: str, person: str) -> LeftStep:
        span = Span(new_uid(), start, start + len(WORDS), label, "look it up")
        summary = say("Labelled {words} as {label}", words=WORDS, label="x")
        return LeftStep(new_uid(), document, person, (SpanAdded(span),), summary, None)

    bad = step(other.get("label", labels[1]), other.get("document", document), other.get("person", own))
    Journal(uid, place_of(str(library))).hold([bad, step(labels[2], document, own)])
    return uid


def _opened(at: Callable[[Path], MainWindow], library: Path, qtbot: QtBot) -> RefusedStrip:
    """The strip, when the kept changes have been brought in."""
    window = at(library)
    strip = window.kept_strips.refused
    qtbot.waitUntil(strip.isVisible, timeout=WAIT)
    qtbot.waitUntil(lambda: "saved now" in window.notice_strip.sentence, timeout=WAIT)
    window.windows.left_behind._settle()
    return strip


@pytest.mark.parametrize("what", ["label", "document", "person"])
def test_what_is_refused_is_counted_apart_and_stays_kept(
    what: str, at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    uid = _keep(filled, **{what: new_uid()})
    strip = _opened(at, filled, qtbot)
    window = strip.window()
    assert strip.sentence.startswith("1 change that could not be saved before is not in the library")
    assert window.notice_strip.sentence == "1 change kept when the program ended is saved now."
    assert window.status_line.state == "Saved"
    found = look(uid)
    assert (found.notes, len(found.refused[0].refused)) == ((), 1)
    close(window)
    assert _spans(filled) == 2
    again = at(filled)
    qtbot.waitUntil(again.kept_strips.refused.isVisible, timeout=WAIT)
    assert not again.notice_strip.isVisible(), "nothing was saved now"
    assert look(uid).refused == found.refused


def test_when_all_of_it_is_refused_nothing_is_called_saved(
    at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    uid = _keep(filled, document=new_uid())
    (note,) = kept(uid)
    Journal(uid, place_of(str(filled))).hold(note.steps[:1])
    note.kept.file.unlink()
    window = at(filled)
    qtbot.waitUntil(window.kept_strips.refused.isVisible, timeout=WAIT)
    qtbot.waitUntil(lambda: not kept(uid), timeout=WAIT)
    assert window.status_line.state == "Saved"
    assert not window.notice_strip.isVisible()
    assert len(look(uid).refused) == 1


def test_it_is_named_with_its_reason_taken_as_text_and_let_go(
    at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    uid = _keep(filled, label=new_uid())
    strip = _opened(at, filled, qtbot)
    qtbot.mouseClick(strip.show_button, LEFT)
    assert strip.named.startswith(f"• Labelled “{WORDS}” as “x” – ") or WORDS in strip.named
    assert "no longer in the label set" in strip.named
    qtbot.mouseClick(strip.copy_button, LEFT)
    text = QGuiApplication.clipboard().text()
    assert "note look it up" in text
    assert "no longer in the label set" in text
    assert len(look(uid).refused) == 1
    qtbot.mouseClick(strip.go_button, LEFT)
    assert not strip.isVisible()
    strip.window().windows.left_behind._settle()
    assert list(folder().iterdir()) == []


def test_it_is_made_when_what_stood_in_its_way_is_gone(
    at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    uid = _keep(filled)
    with open_library(str(filled)) as library:
        corpus = library.corpora.list()[0].uid
        first = library.documents.keys(corpus)[:1]
        library.documents.bin([row.uid for row in library.documents.rows(first)])
    window = at(filled)
    strip = window.kept_strips.refused
    qtbot.waitUntil(lambda: strip.sentence.startswith("2 changes"), timeout=WAIT)
    qtbot.mouseClick(strip.again_button, LEFT)
    qtbot.waitUntil(lambda: window.status_line.state == "Saved", timeout=WAIT)
    assert strip.isVisible()
    done: list[object] = []
    document = next(iter(strip._refused)).step.document
    window.library_desk.desk.write(lambda library: library.documents.unbin([document]), done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT)
    qtbot.mouseClick(strip.again_button, LEFT)
    qtbot.waitUntil(lambda: not strip.isVisible(), timeout=WAIT)
    qtbot.waitUntil(lambda: not look(uid).refused, timeout=WAIT)
    close(window)
    assert _spans(filled) == 3


def test_closing_before_the_answer_keeps_what_may_have_been_refused(
    at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    uid = _keep(filled, document=new_uid())
    window = at(filled)
    qtbot.waitUntil(window.kept_strips.refused.isVisible, timeout=WAIT)
    left = window.windows.left_behind
    step = next(iter(left._refused.values())).step
    left.let_refused_go()
    left._send([step])
    window.leaving.close()  # the answer is on its way
    (note,) = kept(uid)
    assert [each.uid for each in note.steps] == [step.uid]


def test_a_note_nobody_understands_is_told_and_lies_aside(
    at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    uid = _keep(filled)
    (note,) = kept(uid)
    note.kept.file.write_bytes(b"[" * 300_000)
    window = at(filled)
    strip = window.kept_strips.elsewhere
    qtbot.waitUntil(strip.isVisible, timeout=WAIT)
    (aside,) = folder().iterdir()
    assert str(aside) in strip.sentence
    assert not strip.bring_button.isVisible()
    assert aside.read_bytes() == b"[" * 300_000
