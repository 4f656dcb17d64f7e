"""Two windows on one document agree with each other and with the library, in whatever haste both are used."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from .conftest import WAIT, close
from .test_several_windows import go_to

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.model.listing import OpenDocument
    from annotator.model.span import Span
    from annotator.ui.main_window import MainWindow

_ACTS = 40
_KINDS = ("label", "label", "label", "relabel", "edge", "remove", "note", "undo", "undo", "redo")


def _act(window: MainWindow, chance: Random) -> None:
    """Do one of the things a person does, without waiting for anything."""
    session, here = window.place.session, window.flow.open_document_uid
    spans = session.state.spans()
    if spans:
        session.view.select_span(chance.choice(spans).uid)
    match chance.choice(_KINDS):
        case "label":
            start = chance.randrange(len(session.view.text) - 9)
            session.view.select(start, start + chance.randrange(1, 9))
            session.label(chance.choice(session.labels).uid)
        case "relabel":
            session.relabel(chance.choice(session.labels).uid)
        case "edge":
            session.widen("end", "character")
        case "remove":
            session.remove()
        case "note":
            session.set_note(str(chance.random()))
        case "undo":
            window.flow.undoing.undo(here)
        case "redo":
            window.flow.undoing.redo(here)


def _shown(window: MainWindow) -> dict[str, Span]:
    return {span.uid: span for span in window.place.session.state.spans()}


def _kept(window: MainWindow, qtbot: QtBot) -> dict[str, Span]:
    answers: list[OpenDocument] = []
    here = window.flow.open_document_uid
    assert here is not None
    window.library_desk.desk.read(lambda library: library.documents.open(here), answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    return {span.uid: span for span in answers[0].state.spans()}


def _all_agree(windows: list[MainWindow], qtbot: QtBot) -> bool:
    kept = _kept(windows[0], qtbot)
    return all(_shown(window) == kept for window in windows)


@pytest.mark.parametrize("seed", range(2))
def test_windows_show_what_the_library_has(window: MainWindow, qtbot: QtBot, seed: int) -> None:
    second = window.windows.open_beside(window)
    qtbot.waitUntil(lambda: second.place.article.has_document, timeout=WAIT)
    windows, chance = [window, second], Random(seed)  # noqa: S311
    for number in range(_ACTS):
        _act(chance.choice(windows), chance)
        if number % 8 == 7:  # else whole runs of acts wait for the library together
            qtbot.wait(1)
    saving = window.flow.saving
    qtbot.waitUntil(lambda: not saving.waiting and not window.library_desk.pending, timeout=WAIT)
    qtbot.waitUntil(lambda: _all_agree(windows, qtbot), timeout=WAIT)
    go_to(second, qtbot, "Quân khu 10")
    close(second)
