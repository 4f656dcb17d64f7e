"""The self-test's page says how far it is, what came of it, and what to do when something was lost."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from annotator.errors import Cancelled, EnvironmentProblem
from annotator.messages import say
from annotator.services.safety import self_test
from annotator.services.safety.self_test import Round
from annotator.ui.i18n import language
from annotator.ui.self_test.page import SelfTestPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from annotator.errors import AnnotatorError

ROUNDS = (Round(1, 600, 0, is_sound=True), Round(2, 612, 0, is_sound=True))
LOST = (*ROUNDS, Round(3, 5, 2, is_sound=False))


class Trial:
    """Stands for the self-test: what it finds is known, and it goes on when it is told to."""

    found: tuple[Round, ...] | AnnotatorError = ROUNDS
    may_end = threading.Event()

    def __init__(self, kills: int) -> None:
        self.kills = kills

    def run(self, tell: Callable[[Round], None], go_on: Callable[[], bool]) -> self_test.Tested:
        if isinstance(self.found, EnvironmentProblem):
            raise self.found
        for each in self.found if isinstance(self.found, tuple) else ():
            tell(each)
        while go_on() and not self.may_end.wait(0.01):
            pass
        if not go_on():
            raise Cancelled(say("The self-test was stopped. It wrote only into a library of its own."))
        assert isinstance(self.found, tuple)
        return self_test.Tested(self.found, 1.0)


@pytest.fixture
def page(on_screen: Callable[[QWidget, int, int], None], monkeypatch: pytest.MonkeyPatch) -> SelfTestPage:
    monkeypatch.setattr(self_test, "SelfTest", Trial)
    monkeypatch.setattr(Trial, "may_end", threading.Event())
    monkeypatch.setattr(Trial, "found", ROUNDS)
    made = SelfTestPage(kills=3)
    on_screen(made, 1000, 700)
    return made


def test_it_asks_counts_and_answers(page: SelfTestPage, qtbot: QtBot) -> None:
    assert page.answer.text() == "Is anything lost when the program is killed?"
    assert "killed 3 times" in page.meaning.text()
    page.start_button.click()
    qtbot.waitUntil(lambda: page.answer.text() == "1,212 saved, 2 kills, 0 lost")
    assert page.stop_button.isVisible()
    assert not page.start_button.isVisible()
    assert page.bar.part == pytest.approx(2 / 3)
    assert page.lines.text().splitlines()[0] == "Kill 2: 612 saved before it, 0 lost, sound"
    Trial.may_end.set()
    qtbot.waitUntil(lambda: not page.is_under_way)
    assert page.start_button.text() == "Test again"
    assert "the library was sound each time" in page.meaning.text()
    language().choose("vi")
    qtbot.waitUntil(lambda: page.answer.text() == "1.212 đã lưu, 2 lần ngắt, mất 0")


def test_what_was_lost_is_said_with_what_to_do(
    page: SelfTestPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Trial, "found", LOST)
    Trial.may_end.set()
    page.start()
    qtbot.waitUntil(lambda: page.answer.text() == "1,217 saved, 3 kills, 2 lost" and not page.is_under_way)
    assert "Do not trust this disk" in page.meaning.text()
    assert page.lines.text().splitlines()[0] == "Kill 3: 5 saved before it, 2 lost, damaged"


def test_it_stops_and_says_when_it_cannot_be_done(
    page: SelfTestPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.start()
    page.stop_button.click()
    qtbot.waitUntil(lambda: page.answer.text() == "Stopped")
    assert "library of its own" in page.meaning.text()
    monkeypatch.setattr(Trial, "found", EnvironmentProblem(say("No room.")))
    page.start()
    qtbot.waitUntil(lambda: page.answer.text() == "Not tested")
    assert page.meaning.text() == "No room."
