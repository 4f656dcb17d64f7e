"""In the window, other keys work at once and are named wherever a key is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.ui.codebook.doing import CodebookDoing
from annotator.ui.key_sheet import sheet_groups
from annotator.ui.keymap import keymap
from annotator.ui.palette_entries import Recent, command_entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def shipped_keys_after() -> Iterator[None]:
    yield
    keymap().choose({})


def test_another_key_works_and_the_one_before_does_not(window: MainWindow) -> None:
    article = window.place.article
    article.setFocus()
    window.personal.change(keys={"view.captions": ("Ctrl+Alt+J",), "label.next_span": ("Ctrl+Alt+N",)})
    shown = window.personal.now.captions_shown
    QTest.keyClick(article, Qt.Key.Key_J, CTRL_ALT)
    assert window.personal.now.captions_shown is not shown
    QTest.keyClick(article, Qt.Key.Key_Tab)
    assert article.selected_span() is None
    QTest.keyClick(article, Qt.Key.Key_N, CTRL_ALT)
    assert article.selected_span() is not None


@pytest.mark.parametrize(
    ("name", "key", "modifiers"),
    [("F7", Qt.Key.Key_F7, NO_MODIFIER), ("Ctrl+Alt+M", Qt.Key.Key_M, CTRL_ALT)],
)
def test_another_key_for_an_edge_moves_the_guess_too(
    window: MainWindow, name: str, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    article, session = window.place.article, window.place.session
    article.setFocus()
    window.personal.change(keys={"label.start_on": (name,)})
    place = article.text.index("Chi hội trưởng")
    article.select(place, place)
    spans = len(session.state)
    QTest.keyClicks(article, "2")
    QTest.keyClick(article, key, modifiers)
    guess = session.grabbing.guess
    assert guess is not None
    assert guess.stretch[0] == place + len("Chi ")
    assert len(session.state) == spans


def test_the_definitions_go_with_whatever_key_holds_them(window: MainWindow, qtbot: QtBot) -> None:
    article, doing = window.place.article, window.commands.part(CodebookDoing)
    article.setFocus()
    window.personal.change(keys={"label.definitions": ("F7",)})
    QTest.keyPress(article, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: doing._card is not None and doing._card.isVisible(), timeout=20_000)
    QTest.keyRelease(article, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: doing._is_kept or not doing._card.isVisible(), timeout=20_000)
    QTest.keyClick(article, Qt.Key.Key_Escape)
    assert not doing._card.isVisible()


def test_escape_ends_the_definitions_that_the_palette_showed(window: MainWindow, qtbot: QtBot) -> None:
    doing = window.commands.part(CodebookDoing)
    window.place.article.setFocus()
    window.actions_["label.definitions"].trigger()
    qtbot.waitUntil(lambda: doing._card is not None and doing._card.isVisible(), timeout=20_000)
    QTest.keyClick(window.place.article, Qt.Key.Key_Escape)
    assert not doing._card.isVisible()


def test_the_key_in_force_is_named_everywhere(window: MainWindow) -> None:
    window.personal.change(keys={"help.palette": ("F7",), "help.keys": (), "label.next_gap": ("Ctrl+Alt+G",)})
    assert "F7" in window.top_bar.search_button.toolTip()
    assert "F7" in window.actions_["help.palette"].toolTip()
    assert ("Ctrl Alt G",) in [hint.keys for hint in window.status_line.hints.hints]
    sheet = dict(row for _, rows in sheet_groups([]) for row in rows)
    assert sheet["Search or run a command"] == ("F7",)
    assert sheet["All keys"] == ("?",)
    commands = command_entries(window.actions_, Recent(), window.situation())
    entries = {entry.words: entry.key for entry in commands}
    assert entries["Next name without a label"] == "Ctrl Alt G"
    window.personal.change(keys={})
    assert "Ctrl K" in window.top_bar.search_button.toolTip()


def test_the_settings_page_opens_by_its_key_and_escape_goes_home(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_S, CTRL_ALT)
    qtbot.waitUntil(lambda: window.page == "settings")
    page = window.late.settings
    qtbot.waitUntil(page.search.hasFocus)
    assert page.facts["library"].where.endswith("filled.annotator")
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert window.page == "label"


def test_column_and_contrast_by_their_acts(window: MainWindow) -> None:
    article = window.place.article
    window.actions_["view.narrower_column"].trigger()
    assert (window.personal.now.column, article._metrics.column) == (680, 680)
    for _ in range(20):
        window.actions_["view.wider_column"].trigger()
    assert article._metrics.column == 960
    for act, field, first, second in (
        ("view.high_contrast", "contrast", "more", "normal"),
        ("view.less_motion", "motion", "none", "full"),
    ):
        window.actions_[act].trigger()
        assert getattr(window.personal.now, field) == first
        assert window.actions_[act].isChecked()
        window.actions_[act].trigger()
        assert getattr(window.personal.now, field) == second
        assert not window.actions_[act].isChecked()
