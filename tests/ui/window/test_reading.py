"""A window that is open for reading takes no change in, whatever was read anew meanwhile, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from annotator.errors import AnnotatorError, DamagedError, UserError
from annotator.messages import say
from annotator.model.changes import StatusChanged
from annotator.model.document import Status
from annotator.model.outcome import Outcome, Touched
from annotator.ui.acts.act import LABELLING, Need

from .conftest import WAIT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow

    At = Callable[[Path], MainWindow]


def read(window: MainWindow, library: Path, qtbot: QtBot) -> None:
    """Have this library open for reading, with a document."""
    window.flow.open_library(str(library), writable=False)

    def is_read() -> bool:
        facts = window.flow.workbench.library
        return facts is not None and facts.is_read_only and window.place.article.has_document

    qtbot.waitUntil(is_read, timeout=WAIT)


@pytest.fixture
def reading(window: MainWindow, filled: Path, qtbot: QtBot) -> MainWindow:
    """The window on the filled library, open for reading."""
    assert window.leave_library()
    read(window, filled, qtbot)
    return window


def _reread(window: MainWindow, qtbot: QtBot) -> None:
    """What comes after a step of another program: the open document is read anew."""
    told: list[object] = []
    window.flow.workbench.document_opened.connect(lambda *answer: told.append(answer))
    window.flow.workbench.look_after_document(reread=window.flow.place())
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT)


def _press_everything(window: MainWindow, qtbot: QtBot) -> None:
    """All the ways by which a label is given, edges move and spans go."""
    place, session = window.place, window.place.session
    article, person = place.article, session.labels[0].uid
    article.setFocus()
    article.select(0, 8)
    qtbot.keyClick(article, Qt.Key.Key_1)
    article.select(3, 3)
    qtbot.keyClick(article, Qt.Key.Key_1)
    session.settle()
    place.label(person)
    for span in session.state.spans()[:1]:
        article.select_span(span.uid)
        qtbot.keyClick(article, Qt.Key.Key_2)
        qtbot.keyClick(article, Qt.Key.Key_Delete)
        qtbot.keyClick(article, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    session.make((StatusChanged(session.state.status, Status.DONE),), None)


def _is_untouched(window: MainWindow, before: object) -> bool:
    state = window.place.session.state
    return (state.status, state.spans()) == before and not window.flow.saving.waiting


@pytest.mark.parametrize("meanwhile", ["nothing", "reread", "refresh", "other_step", "layer_allowed"])
def test_no_key_labels_in_a_window_that_reads(reading: MainWindow, qtbot: QtBot, meanwhile: str) -> None:
    window, hints = reading, []
    window.place.session.hint.connect(hints.append)
    before = (window.place.session.state.status, window.place.session.state.spans())
    if meanwhile == "reread":
        _reread(window, qtbot)
    elif meanwhile == "refresh":
        window.refresh()
        window.show_page("label_set")
        window.show_page("label")
    elif meanwhile == "other_step":
        window.library_desk.changed.emit(Outcome(None, ~(Touched.NOTHING | Touched.CORPORA), step=99))
        _reread(window, qtbot)
    elif meanwhile == "layer_allowed":
        window.flow.work_in_layer()
    _press_everything(window, qtbot)
    assert _is_untouched(window, before)
    assert window.library_desk.pending == 0
    assert not window.failed_strip.sentence
    assert hints
    assert all("open for reading" in hint for hint in hints)


def test_a_window_that_reads_says_so_and_how_to_write_again(
    reading: MainWindow, filled: Path, qtbot: QtBot
) -> None:
    strip = reading.reading_strip
    assert "Open for reading" in strip.sentence
    assert not reading.status_line.hints.hints[0].keys[0].startswith("1")
    strip.look_again()
    qtbot.waitUntil(strip.write_button.isVisible, timeout=WAIT)  # nobody holds it
    strip.write_button.click()

    def is_written() -> bool:
        facts = reading.flow.workbench.library
        return facts is not None and not facts.is_read_only and reading.place.article.has_document

    qtbot.waitUntil(is_written, timeout=WAIT)
    assert not strip.sentence
    assert not reading.place.session.is_fixed


def test_the_desk_refuses_at_once_what_nothing_can_save(reading: MainWindow, qtbot: QtBot) -> None:
    told: list[AnnotatorError] = []
    for in_order in (True, False):
        reading.library_desk.desk.write(lambda library: library.corpora.create("X"), None, told.append)
        reading.library_desk._inner.write(lambda _: None, None, told.append, in_order=in_order)
    qtbot.waitUntil(lambda: len(told) == 4, timeout=WAIT)
    assert all(isinstance(error, UserError) for error in told)
    assert reading.library_desk.pending == 0
    assert not reading.flow.has_failed


def test_a_library_found_damaged_takes_no_label_more(window: MainWindow, qtbot: QtBot) -> None:
    before = (window.place.session.state.status, window.place.session.state.spans())
    window.library_desk.frozen.emit(DamagedError(say("{path} is open for reading only.", path="x")))
    assert window.situation() & LABELLING != LABELLING
    _press_everything(window, qtbot)
    _reread(window, qtbot)
    _press_everything(window, qtbot)
    assert _is_untouched(window, before)
    assert Need.WRITABLE not in window.situation()
