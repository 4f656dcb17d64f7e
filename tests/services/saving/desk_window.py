"""A library that only remembers, and the window's side of its desk, which hears all."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.model.outcome import Outcome
from annotator.services.saving.desk import Desk
from annotator.services.saving.hooks import Hooks, SaveState
from annotator.services.saving.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.errors import AnnotatorError
    from annotator.messages import Message
    from annotator.services.saving.job import Progress

WAIT = 10.0


class FakeBackups:
    def __init__(self) -> None:
        self.made = threading.Event()

    def if_due(self) -> None:
        self.made.set()


class FakeChecking:
    def __init__(self) -> None:
        self.looked = threading.Event()
        self.finding: Callable[[], None] = lambda: None

    def in_background(self, progress: Progress) -> None:
        progress.check()
        self.looked.set()
        self.finding()


class FakeStore:
    """Knows only what became of the library's file."""

    def __init__(self) -> None:
        self.lost: Message | None = None
        self.was_writable = True
        self.kept_after_all = False

    def loss(self) -> Message | None:
        return self.lost

    def was_kept(self) -> bool:
        return self.kept_after_all


class FakeLibrary:
    """Remembers what was done with it, and in which thread."""

    def __init__(self) -> None:
        self.saved: list[str] = []
        self.store = FakeStore()
        self.threads: set[str] = set()
        self.idled = threading.Event()
        self.is_closed = False
        self.disk_is_full = False
        self.refusal: type[EnvironmentProblem] = EnvironmentProblem
        self.in_writer: Any = None
        self.leisure_left = 0
        self.is_read_only = False
        self.is_frozen = False
        self.warnings: tuple[Message, ...] = ()
        self.backups = FakeBackups()
        self.checking = FakeChecking()

    def save(self, word: str) -> Outcome[str]:
        self.threads.add(threading.current_thread().name)
        if self.disk_is_full:
            raise self.refusal(say("The disk is full."))
        self.saved.append(word)
        return Outcome(word, step=len(self.saved))

    def serve_window(self, in_writer: Any) -> None:
        self.in_writer = in_writer

    def leisure(self) -> bool:
        self.leisure_left -= 1
        return self.leisure_left > 0

    def idle(self) -> None:
        self.idled.set()

    def close(self) -> None:
        self.is_closed = True


class Window:
    """Takes the desk's calls as the window would, in the order in which they came."""

    def __init__(
        self,
        opener: Callable[[str], Any] | None = None,
        idle_seconds: float = 60.0,
        waits: tuple[float, ...] = (60.0,),
    ) -> None:
        self.library = FakeLibrary()
        self.heard: list[Any] = []
        self._news = threading.Condition()
        hooks = Hooks(
            opened=lambda library: self.hear("opened"),
            not_opened=lambda error: self.hear(("not opened", str(error))),
            save_state=self.hear,
            changed=lambda outcome: self.hear(("changed", outcome.value)),
            warned=lambda error: self.hear(("warned", str(error))),
            frozen=lambda error: self.hear(("frozen", str(error))),
        )
        self.desk = Desk(
            "here",
            lambda call: call(),
            hooks,
            opener or (lambda where: self.library),
            idle_seconds,
            Trouble(waits),
        )

    def hear(self, news: Any) -> None:
        with self._news:
            self.heard.append(news)
            self._news.notify_all()

    def wait_for(self, news: Any) -> None:
        with self._news:
            assert self._news.wait_for(lambda: news in self.heard, WAIT), self.heard

    def failed(self, error: AnnotatorError) -> None:
        self.hear((type(error).__name__, str(error)))

    def wait_until(self, is_it: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(is_it, WAIT), self.heard

    def wait_failed(self, pending: int = 1) -> None:
        self.wait_until(lambda: any(is_failure(news) and news.pending == pending for news in self.heard))


def is_failure(news: object) -> bool:
    return isinstance(news, SaveState) and news.kind == "failed" and str(news.error) == "The disk is full."
