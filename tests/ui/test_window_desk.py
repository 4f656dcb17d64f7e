"""What the window's desk does when panels ask late."""

from __future__ import annotations

import pytest

from annotator.ui.desk import WindowDesk


def test_a_question_after_the_library_was_closed_comes_to_nothing():
    desk, told = WindowDesk(), []
    desk.read(lambda _library: 1, told.append)
    job = desk.run(lambda _library, _progress: 1, lambda *_: None, told.append)
    job.cancel()
    assert told == []


def test_a_change_after_the_library_was_closed_is_a_mistake_of_ours():
    with pytest.raises(RuntimeError, match="no library is open"):
        WindowDesk().write(lambda _library: pytest.fail("ran"))
