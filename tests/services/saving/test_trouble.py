"""The desk while the disk refuses: who waits, who is refused, when it is tried again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from annotator.errors import EnvironmentProblem, OutcomeUnknownError
from annotator.messages import say
from annotator.model.outcome import Outcome
from annotator.services.saving import queue as write_queue
from annotator.services.saving.hooks import SaveState

from .desk_window import WAIT, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

GONE = say("It is gone.")


@pytest.fixture
def full() -> Iterator[Window]:
    """A desk whose disk is full, with one change that waits."""
    window = Window()
    window.library.disk_is_full = True
    window.desk.start()
    window.desk.write(lambda library: library.save("first"), window.hear, window.failed, in_order=True)
    window.wait_failed()
    yield window
    window.desk.close(WAIT)


def test_what_the_disk_refused_is_tried_again_by_itself_until_it_takes_it() -> None:
    window = Window(waits=(0.01, 0.02))
    window.library.disk_is_full = True
    window.desk.start()
    window.desk.write(lambda library: library.save("first"))
    window.wait_until(lambda: sum(isinstance(news, SaveState) for news in window.heard) >= 5)
    assert not window.library.saved
    window.library.disk_is_full = False
    window.wait_for(SaveState("saved"))
    assert window.library.saved == ["first"]
    assert [news.kind for news in window.heard if isinstance(news, SaveState)].count("saving") == 1
    window.desk.close(WAIT)


def test_what_is_painted_waits_in_order_and_is_counted_at_once(full: Window) -> None:
    full.desk.write(lambda library: library.save("second"), in_order=True)
    full.wait_failed(2)
    full.library.disk_is_full = False
    full.desk.retry()
    full.wait_for(SaveState("saved"))
    assert full.library.saved == ["first", "second"]
    assert SaveState("saving", 1) in full.heard  # the second one, when the first was through


def test_any_other_wish_is_refused_while_changes_are_held_up(full: Window) -> None:
    full.desk.write(lambda library: library.save("another"), full.hear, full.failed)
    (refusal,) = [news for news in full.heard if isinstance(news, tuple)]
    assert refusal[1].startswith("This was not done: changes made before it still wait")
    assert full.desk.pending == 1


def test_the_newest_that_waits_can_be_taken_out_until_nothing_waits(full: Window) -> None:
    full.desk.write(lambda library: library.save("second"), in_order=True)
    full.wait_failed(2)
    assert full.desk.withdraw()
    full.wait_failed(1)
    full.library.disk_is_full = False
    full.desk.retry()
    full.wait_for(SaveState("saved"))
    assert full.library.saved == ["first"]
    assert not full.desk.withdraw()  # it is in the library


def test_when_the_only_one_is_taken_out_all_is_saved(full: Window) -> None:
    assert full.desk.withdraw()
    full.wait_for(SaveState("saved"))
    assert full.library.saved == []


def test_what_may_have_been_kept_is_not_taken_out(full: Window) -> None:
    full.desk._writes.own[0].is_in_doubt = True
    assert not full.desk.withdraw()
    assert full.desk.pending == 1


def test_long_work_is_told_that_its_change_cannot_be_written(full: Window) -> None:
    with pytest.raises(EnvironmentProblem, match="still wait to be saved"):
        full.library.in_writer(lambda: Outcome("much"))


def test_long_work_that_waits_already_is_told_too() -> None:
    window = Window()
    window.library.disk_is_full = True
    told: list[str] = []

    def much() -> None:
        try:
            window.library.in_writer(lambda: Outcome("much"))
        except EnvironmentProblem as error:
            told.append(str(error))

    began, go_on = threading.Event(), threading.Event()

    def slow(library: object) -> Outcome[str]:
        began.set()
        assert go_on.wait(WAIT)
        return window.library.save("first")

    window.desk.start()
    window.desk.write(slow)
    assert began.wait(WAIT)
    work = threading.Thread(target=much)
    work.start()
    with window.desk._wake:
        assert window.desk._wake.wait_for(lambda: bool(window.desk._writes._of_jobs), WAIT)
    go_on.set()
    work.join(WAIT)
    assert "still wait to be saved" in told[0]
    window.desk.close(WAIT)


def test_what_waits_can_be_done_with_a_copy(full: Window) -> None:
    copy = type(full.library)()
    for make in full.desk.waiting():
        make(copy)  # type: ignore[arg-type]
    assert copy.saved == ["first"]


def test_settling_says_whether_all_is_saved(full: Window) -> None:
    assert not full.desk.settle(WAIT)
    full.library.disk_is_full = False
    full.desk.retry()
    full.wait_for(SaveState("saved"))
    assert full.desk.settle(WAIT)


def test_closing_tries_once_more(full: Window) -> None:
    full.library.disk_is_full = False
    assert full.desk.close(WAIT) == 0
    assert full.library.saved == ["first"]


@pytest.mark.parametrize("kept", [False, True])
def test_a_change_that_may_have_been_kept_is_not_made_twice(kept: bool) -> None:
    window = Window()
    window.library.disk_is_full, window.library.refusal = True, OutcomeUnknownError
    window.library.store.kept_after_all = kept
    window.desk.start()
    window.desk.write(lambda library: library.save("label"), window.hear, window.failed)
    window.wait_failed()
    window.library.disk_is_full = False
    window.desk.retry()
    window.wait_for(SaveState("saved"))
    assert window.library.saved == ([] if kept else ["label"])
    told = [news[1] for news in window.heard if isinstance(news, tuple) and news[0] == "UserError"]
    assert len(told) == kept
    assert all("It was not made a second time." in words for words in told)
    window.desk.close(WAIT)


def test_a_file_that_goes_away_is_told_at_once_and_so_is_its_return(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_queue, "WATCH_SECONDS", 0.01)
    window = Window(waits=(0.01,))
    window.desk.start()
    window.library.store.lost = GONE
    window.wait_until(lambda: any(_is_gone(news) for news in window.heard))
    assert window.desk.pending == 0
    window.library.store.lost = None
    window.wait_for(SaveState("saved"))
    assert sum(_is_gone(news) for news in window.heard) == 1  # said once, not at every look
    window.desk.close(WAIT)


def _is_gone(news: object) -> bool:
    return isinstance(news, SaveState) and news.kind == "failed" and str(news.error) == "It is gone."


def test_a_repair_goes_before_what_waits_and_is_never_kept_waiting(full: Window) -> None:
    def repair(library: Any) -> Outcome[str]:
        if library.disk_is_full:
            raise EnvironmentProblem(say("Not even that."))
        return Outcome("repaired")

    full.desk.write(repair, full.hear, full.failed, ahead=True)
    full.wait_for(("EnvironmentProblem", "Not even that."))
    assert full.desk.pending == 1
    full.library.disk_is_full = False
    full.desk.write(repair, full.hear, full.failed, ahead=True)
    full.wait_for(SaveState("saved"))
    told = [news[1] for news in full.heard if isinstance(news, tuple) and news[0] == "changed"]
    assert told == ["repaired", "first"]
