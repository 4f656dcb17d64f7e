"""The system ends the program: nothing is asked, what was saved is there, the library is one file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication

from annotator.services.library import open_library
from annotator.ui.ending import Ending
from annotator.ui.leaving import Leaving

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow

CHILD = Path(__file__).with_name("ending_child.py")
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals end no process politely there: not tried")


@posix
def test_a_signal_in_the_middle_of_saving_ends_the_program_at_once(filled: Path) -> None:
    told = 0
    command = [sys.executable, str(CHILD), str(filled)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        for line in child.stdout:
            if told < 12 <= int(line):
                child.terminate()
            told = int(line)
        errors = child.stderr.read()
        assert child.wait(20) == 0, errors
    assert told >= 12
    assert "Traceback" not in errors
    assert sorted(filled.parent.glob(f"{filled.name}*")) == [filled]
    with open_library(str(filled)) as library:
        assert len(list(library.annotating.spans(library.corpora.list()[0].uid))) >= told
        assert library.checking.check().sound


def test_the_end_of_the_session_saves_and_asks_nothing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    ending = Ending(application)
    ending.session_ends.connect(window.windows.save_now)
    article = window.place.article
    start = article.text.index("Nông dân")
    article.select(start, start + 8)
    window.place.session.label(window.place.session.labels[2].uid)
    monkeypatch.setattr(Leaving, "may_leave", lambda self: asked.append(self) or True)
    ending.session_ends.emit()  # a session manager cannot be made here: what it is bound to is one line
    assert window.library_desk.pending == 0
    assert window.isVisible()
    assert asked == []
    ending.stop()
    qtbot.waitUntil(lambda: window.status_line.state == "Saved")


@posix
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signals_are_heard_while_the_window_rests(qtbot: QtBot, number: signal.Signals) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = signal.getsignal(number)
    ending = Ending(application)
    ending.listen()
    heard: list[Any] = []
    ending.wanted.connect(lambda: heard.append(SimpleNamespace()))
    try:
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda: bool(heard))
    finally:
        ending.stop()
    assert signal.getsignal(number) is before
