"""What the window's desk does when panels ask late."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import delete

from annotator.ui.desk import Bridge, WindowDesk


def test_a_question_after_the_library_was_closed_comes_to_nothing():
    desk, told = WindowDesk(), []
    desk.read(lambda _library: 1, told.append)
    job = desk.run(lambda _library, _progress: 1, lambda *_: None, told.append)
    job.cancel()
    assert told == []


def test_a_change_after_the_library_was_closed_is_a_mistake_of_ours():
    with pytest.raises(RuntimeError, match="no library is open"):
        WindowDesk().write(lambda _library: pytest.fail("ran"))


def test_what_comes_for_an_owner_that_is_gone_is_dropped(qtbot):
    """A thread may answer after its window was closed."""
    owner, told = QObject(), []
    bridge = Bridge(owner)
    bridge.deliver(lambda: told.append("in time"))
    qtbot.waitUntil(lambda: told == ["in time"])
    bridge.deliver(lambda: told.append("under way"))
    delete(owner)
    bridge.deliver(lambda: told.append("late"))
    QCoreApplication.processEvents()
    assert told == ["in time"]
