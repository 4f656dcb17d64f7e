"""A library that is found damaged while one works in it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from .conftest import WAIT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow


def test_damage_is_said_and_nothing_can_be_changed_any_more(
    at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    with sqlite3.connect(filled) as planted:
        planted.execute("UPDATE document SET text = replace(text, 'o', 'a')")
    planted.close()
    window = at(filled)
    qtbot.waitUntil(lambda: window.status_line.state == "Open for reading", timeout=WAIT)
    assert "is damaged, so nothing more is written into it." in window.notice_strip.sentence
    assert window.flow.workbench.library is not None
    assert window.flow.workbench.library.is_read_only
