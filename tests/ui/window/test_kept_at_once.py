"""What waits is on the disk at once, so that a kill loses nothing that was shown as not saved."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.services.annotating import Annotating
from annotator.services.saving.journal import Journal
from annotator.services.saving.left_behind import kept

from .conftest import WAIT, close
from .test_unsaved import LABELLED, _never_by_itself, disk, fail
from .test_window import CTRL, label_words, press, wait_saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from annotator.model.outcome import Outcome
    from annotator.services.library import Library
    from annotator.ui.main_window import MainWindow

    from .test_unsaved import Disk

__all__ = ["_never_by_itself", "disk"]


def _uid(window: MainWindow) -> str:
    facts = window.flow.workbench.library
    assert facts is not None
    return facts.uid


def _steps(window: MainWindow) -> int:
    return sum(len(note.steps) for note in kept(_uid(window)))


def test_each_change_is_kept_as_soon_as_the_disk_refuses(
    window: MainWindow, disk: Disk, qtbot: QtBot
) -> None:
    fail(qtbot, window)
    left = window.windows.left_behind
    assert left._keeper is not None
    left._settle()  # what is under way, and nothing later
    assert _steps(window) == 1
    label_words(qtbot, window, "Nông dân", Qt.Key.Key_3)
    left._settle()
    assert _steps(window) == 2
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    left._settle()
    assert _steps(window) == 1
    disk.is_full = False
    window.library_desk.retry()
    wait_saved(qtbot, window)
    qtbot.waitUntil(lambda: _steps(window) == 0, timeout=WAIT)


def test_a_disk_that_does_not_answer_is_not_waited_for(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.windows.left_behind._soon.setInterval(10)
    answers, real = Event(), Annotating.apply

    def apply(annotating: Annotating, *words: object) -> object:
        answers.wait(WAIT / 1000)
        return real(annotating, *words)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Annotating, "apply", apply)
        label_words(qtbot, window, LABELLED, Qt.Key.Key_2)
        assert not window.flow.has_failed
        qtbot.waitUntil(lambda: _steps(window) == 1, timeout=WAIT)
        answers.set()
        wait_saved(qtbot, window)
    qtbot.waitUntil(lambda: _steps(window) == 0, timeout=WAIT)


def test_what_is_saved_at_once_leaves_no_file(window: MainWindow, qtbot: QtBot) -> None:
    label_words(qtbot, window, LABELLED, Qt.Key.Key_2)
    wait_saved(qtbot, window)
    keeper = window.windows.left_behind._keeper
    assert keeper is not None
    assert keeper._worker is None
    assert _steps(window) == 0


def test_what_was_taken_back_is_not_counted_as_saved(window: MainWindow, disk: Disk, qtbot: QtBot) -> None:
    fail(qtbot, window)
    fail(qtbot, window, "Nông dân", Qt.Key.Key_3)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    told: list[str] = []
    tell = window.flow.telling.tell
    window.flow.telling.tell = lambda words: (told.append(words), tell(words))[1]  # type: ignore[method-assign]
    disk.is_full = False
    window.library_desk.retry()
    wait_saved(qtbot, window)
    assert "1 change that could not be saved before is saved now." in told


def test_a_lost_change_that_is_no_labelling_is_named_at_the_next_start(
    window: MainWindow, at: Callable[[Path], MainWindow], qtbot: QtBot, filled: Path
) -> None:
    label = window.place.session.labels[0].uid
    is_full = [True]

    def rename(library: Library) -> Outcome[Any]:
        if is_full[0]:
            raise EnvironmentProblem(say("The disk is full."))
        return library.labels.change(label, name="human")

    window.show_page("label_set")
    window.library_desk.desk.write(rename)
    qtbot.waitUntil(lambda: window.flow.has_failed, timeout=WAIT)
    window.windows.end()  # as a kill does: what waits is kept, nothing is asked
    close(window)
    again = at(filled)
    strip = again.kept_strips.elsewhere
    qtbot.waitUntil(strip.isVisible, timeout=WAIT)
    assert strip.sentence == (
        "When the program ended, 1 more change was not saved and is not in this library; do it again: "
        "A change of the label set."
    )
    assert not strip.bring_button.isVisible()


def test_it_is_said_when_what_waits_cannot_be_kept_aside_either(
    window: MainWindow, disk: Disk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "_write", refuse)
        fail(qtbot, window)
        qtbot.waitUntil(lambda: "It could not be kept aside" in window.failed_strip.sentence, timeout=WAIT)
    fail(qtbot, window, "Nông dân", Qt.Key.Key_3)
    qtbot.waitUntil(lambda: "It could not be kept aside" not in window.failed_strip.sentence, timeout=WAIT)
    assert _steps(window) == 2
    assert disk.is_full
