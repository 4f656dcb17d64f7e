from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from annotator.errors import Cancelled, EnvironmentProblem, UserError
from annotator.messages import say
from annotator.model.outcome import Outcome
from annotator.services.saving import queue as write_queue
from annotator.services.saving.hooks import SaveState

from .desk_window import WAIT, FakeLibrary, Window

if TYPE_CHECKING:
    from annotator.services.saving.job import Progress


@pytest.fixture
def window():
    window = Window()
    window.desk.start()
    yield window
    window.desk.close(WAIT)


def test_writes_are_made_in_order_by_one_thread_and_then_called_saved(window: Window) -> None:
    for word in "abc":
        window.desk.write(lambda library, w=word: library.save(w), lambda outcome: window.hear(outcome.value))
    window.wait_for(("changed", "c"))
    window.wait_for(SaveState("saved"))
    assert window.library.saved == ["a", "b", "c"]
    assert window.library.threads == {"library writer"}
    assert window.heard.index("a") < window.heard.index(("changed", "a")) < window.heard.index("b")
    assert window.heard.index(SaveState("saving", 1)) < window.heard.index(SaveState("saved"))


def test_a_refusal_concerns_only_its_own_change(window: Window) -> None:
    def refuse(library: Any) -> Outcome[str]:
        raise UserError(say("These words already have this label."))

    window.desk.write(refuse, failed=window.failed)
    window.desk.write(lambda library: library.save("next"))
    window.wait_for(("changed", "next"))
    assert ("UserError", "These words already have this label.") in window.heard


def test_when_the_disk_refuses_nothing_later_is_sent_ahead_and_retry_sends_all(window: Window) -> None:
    window.library.disk_is_full = True
    window.desk.write(lambda library: library.save("first"), failed=window.failed, in_order=True)
    window.desk.write(lambda library: library.save("second"), failed=window.failed, in_order=True)
    window.wait_failed(2)
    window.library.disk_is_full = False
    window.desk.retry()
    window.wait_for(SaveState("saved"))
    assert window.library.saved == ["first", "second"]
    assert not any(isinstance(news, tuple) and news[0] == "EnvironmentProblem" for news in window.heard)


def test_closing_with_a_failed_change_tells_how_many_are_not_saved() -> None:
    window = Window()
    window.library.disk_is_full = True
    window.desk.start()
    window.desk.write(lambda library: library.save("lost"))
    window.wait_failed()
    assert window.desk.close(WAIT) == 1
    assert window.library.is_closed


def test_closing_writes_what_waits_and_closes_the_library() -> None:
    window = Window()
    window.desk.start()
    for number in range(50):
        window.desk.write(lambda library, n=number: library.save(str(n)))
    assert window.desk.close(WAIT) == 0
    assert len(window.library.saved) == 50
    assert window.library.is_closed


def test_questions_are_answered_by_another_thread(window: Window) -> None:
    window.desk.read(lambda library: threading.current_thread().name, window.hear)
    window.wait_for("library reader")


def test_an_error_of_the_program_becomes_a_sentence_and_the_thread_goes_on(window: Window) -> None:
    window.desk.read(lambda library: library.nothing_of_that_name, window.hear, window.failed)
    window.desk.read(lambda library: "still here", window.hear)
    window.wait_for("still here")
    assert any(news[0] == "AnnotatorError" and "AttributeError" in news[1] for news in window.heard)


def test_a_library_that_does_not_open_is_told_and_closing_ends() -> None:
    def refuse(where: str) -> Any:
        raise EnvironmentProblem(say("{path} is no library.", path=where))

    window = Window(refuse)
    window.desk.start()
    window.wait_for(("not opened", "here is no library."))
    assert window.desk.close(WAIT) == 0


def test_long_work_reports_and_writes_behind_the_person(window: Window) -> None:
    def work(library: Any, progress: Progress) -> str:
        progress(1, 2)
        return library.in_writer(lambda: library.save("imported")).value

    window.desk.run(work, lambda done, total: window.hear((done, total)), window.hear, window.failed)
    window.wait_for("imported")
    window.wait_for(("changed", "imported"))
    assert window.heard.index((1, 2)) < window.heard.index("imported")
    assert window.library.threads == {"library writer"}


def test_a_refused_write_of_long_work_reaches_it(window: Window) -> None:
    window.library.disk_is_full = True

    def work(library: Any, progress: Progress) -> object:
        return library.in_writer(lambda: library.save("imported"))

    window.desk.run(work, lambda done, total: None, window.hear, window.failed)
    window.wait_for(("EnvironmentProblem", "The disk is full."))
    assert window.desk.pending == 0


def test_long_work_ends_when_it_is_cancelled(window: Window) -> None:
    started = threading.Event()
    cancelled = threading.Event()

    def work(library: Any, progress: Progress) -> None:
        started.set()
        cancelled.wait(WAIT)
        progress.check()

    job = window.desk.run(work, lambda done, total: None, window.hear, window.failed)
    assert started.wait(WAIT)
    job.cancel()
    cancelled.set()
    window.wait_for((Cancelled.__name__, "Stopped. Nothing of it was kept."))


def test_the_library_tidies_up_when_nothing_was_written_for_a_while() -> None:
    window = Window(idle_seconds=0.01)
    window.desk.start()
    window.desk.write(lambda library: library.save("x"))
    assert window.library.idled.wait(WAIT)
    window.desk.close(WAIT)


def test_what_can_wait_is_done_piece_by_piece_after_the_start_before_the_library_tidies_up() -> None:
    window = Window(idle_seconds=0.01)
    window.library.leisure_left = 3
    window.desk.start()
    assert window.library.idled.wait(WAIT)
    assert window.library.leisure_left == 0
    window.desk.close(WAIT)


def test_what_can_wait_waits_until_nobody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_queue, "READING_SECONDS", 0.3)
    window = Window(idle_seconds=0.01)
    began = time.monotonic()
    window.desk.read(lambda library: "read", window.hear)
    window.desk.start()
    window.wait_for("read")
    assert window.library.idled.wait(WAIT)
    assert time.monotonic() - began >= 0.3
    window.desk.close(WAIT)


def test_the_library_is_looked_after_in_the_background_and_copied_at_the_end() -> None:
    window = Window(idle_seconds=0.01)
    window.desk.start()
    assert window.library.checking.looked.wait(WAIT)
    assert not window.library.backups.made.is_set()
    window.desk.close(WAIT)
    assert window.library.backups.made.is_set()


@pytest.mark.parametrize("damaged", [False, True])
def test_what_is_found_in_the_background_is_told(damaged: bool) -> None:
    window = Window(idle_seconds=0.01)
    window.library.checking.finding = lambda: _find(window.library, damaged=damaged)
    window.desk.start()
    window.wait_for(("frozen" if damaged else "warned", "Hm."))
    window.desk.close(WAIT)
    assert window.library.backups.made.is_set() is not damaged


def _find(library: FakeLibrary, *, damaged: bool) -> None:
    library.is_read_only = damaged
    raise EnvironmentProblem(say("Hm."))


def test_that_nothing_could_be_looked_at_is_not_told_beside_the_loss_of_the_file() -> None:
    window = Window(idle_seconds=0.01)
    window.library.checking.finding = lambda: _find(window.library, damaged=False)
    window.library.store.lost = say("It is gone.")
    window.desk.start()
    assert window.library.checking.looked.wait(WAIT)
    window.desk.close(WAIT)
    assert ("warned", "Hm.") not in window.heard


def test_a_closing_desk_looks_at_nothing_any_more(window: Window) -> None:
    window.wait_for("opened")
    window.desk.close(WAIT)
    assert not any(isinstance(news, tuple) and news[0] == "warned" for news in window.heard)


def test_what_is_odd_about_the_librarys_place_is_told_after_it_is_open() -> None:
    window = Window()
    window.library.warnings = (say("It lies far away."),)
    window.desk.start()
    window.wait_for(("warned", "It lies far away."))
    assert window.heard.index("opened") < window.heard.index(("warned", "It lies far away."))
    window.desk.close(WAIT)


def test_what_went_wrong_beside_a_write_is_told_after_it(window: Window) -> None:
    window.desk.write(lambda library: Outcome("x", warnings=(say("The disk is full."),)))
    window.wait_for(("warned", "The disk is full."))
