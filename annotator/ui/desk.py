"""The window's side of the desk: what panels may ask of the library, and the way back to the GUI thread.

No rule and no thread lives here: `annotator.services.saving.desk` owns both. `WindowDesk` puts a guard around
every callback, so that an answer for a widget that is gone meanwhile is dropped instead of reaching a dead
object.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from annotator.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.model.outcome import Outcome
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress

T = TypeVar("T")


class Job(Protocol):
    """A long task under way."""

    def cancel(self) -> None:
        """Ask it to stop: all it had begun is taken back, then `failed` gets `Cancelled`."""


class Desk(Protocol):
    """How the window speaks to the library; every callback comes back in the GUI thread."""

    @property
    def pending(self) -> int:
        """Writes that are not committed yet."""

    def write(
        self,
        task: Callable[[Library], Outcome[T]],
        done: Callable[[Outcome[T]], None] | None = None,
        failed: Callable[[AnnotatorError], None] | None = None,
        *,
        in_order: bool = False,
        ahead: bool = False,
    ) -> None:
        """Queue a use-case that writes; they are committed one by one, in order.

        `in_order` is said of one that is painted and made once however often it is sent: it waits behind a
        change that the disk refused, where any other is refused too. One that is `ahead` is tried before it.
        """

    def read(
        self,
        task: Callable[[Library], T],
        done: Callable[[T], None],
        failed: Callable[[AnnotatorError], None] | None = None,
    ) -> None:
        """Ask the library something; the answer may come after later writes."""

    def run(
        self,
        task: Callable[[Library, Progress], T],
        progress: Callable[[int, int], None],
        done: Callable[[T], None],
        failed: Callable[[AnnotatorError], None] | None = None,
    ) -> Job:
        """Start long work beside the queue; `progress` is told how many of how many."""


class Bridge(QObject):
    """Moves calls from any thread into the thread it was made in: the GUI's; it ends with its owner.

    Signals:
        _called: the call to make.
    """

    _called = Signal(object)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._called.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def deliver(self, call: Callable[[], None]) -> None:
        """Have `call` made in the GUI thread, after what was delivered before; never without the owner."""
        if isValid(self):
            self._called.emit(call)

    def _call(self, call: Callable[[], None]) -> None:
        call()


class Guarded:
    """A callback that does nothing once a QObject it works on is deleted.

    Those are the object it is a method of, and the objects a local function holds from around it.
    """

    __slots__ = ("_callback",)

    def __init__(self, callback: Callable[..., None]) -> None:
        self._callback = callback

    def __call__(self, *values: object) -> None:
        """Call on, if there is still somebody to call."""
        if all(isValid(owner) for owner in _owners(self._callback)):
            self._callback(*values)


def _owners(callback: Callable[..., None]) -> list[QObject]:
    cells = getattr(callback, "__closure__", None) or ()
    held = [getattr(callback, "__self__", None), *(cell.cell_contents for cell in cells)]
    return [owner for owner in held if isinstance(owner, QObject)]


class _Nothing:
    """A task that was never begun."""

    def cancel(self) -> None:
        """There is nothing to stop."""


@dataclass(slots=True, eq=False)
class _Place:
    """Where a change was made."""

    page: str


class WindowDesk:
    """The desk that panels get: the services' desk behind guards. Libraries may change under it.

    Attributes:
        page: tells the name of the page that the person is on.
    """

    def __init__(self, inner: Desk | None = None) -> None:
        self._attached = inner
        self._others: list[_Place] = []
        self.page: Callable[[], str] = str

    def attach(self, inner: Desk | None) -> None:
        """Pass everything on to this desk from now on; None when no library is open.

        Answers of the desk before it that come later are dropped: what they speak of is closed.
        """
        self._attached = inner
        self._others.clear()

    def _mine(self, callback: Callable[..., None]) -> Callable[..., None]:
        inner, kept = self._attached, Guarded(callback)

        def answer(*values: object) -> None:
            if self._attached is inner:
                kept(*values)

        return answer

    def _mine_if_any(self, callback: Callable[..., None] | None) -> Callable[..., None] | None:
        return None if callback is None else self._mine(callback)

    @property
    def pending(self) -> int:
        """Writes that are not committed yet."""
        return 0 if self._attached is None else self._attached.pending

    def write(
        self,
        task: Callable[[Library], Outcome[T]],
        done: Callable[[Outcome[T]], None] | None = None,
        failed: Callable[[AnnotatorError], None] | None = None,
        *,
        in_order: bool = False,
        ahead: bool = False,
    ) -> None:
        """Queue a use-case that writes; they are committed one by one, in order."""
        if self._attached is None:
            raise RuntimeError("no library is open")
        kept_done, kept_failed = self._mine_if_any(done), self._mine_if_any(failed)
        if not in_order:
            kept_done, kept_failed = self._named(kept_done, kept_failed)
        self._attached.write(task, kept_done, kept_failed, in_order=in_order, ahead=ahead)

    def _named(self, *callbacks: Callable[..., None] | None) -> Iterator[Callable[..., None]]:
        """The callbacks, each of which also ends the mention of where the change was made."""
        place = _Place(self.page())
        self._others.append(place)

        def ending(callback: Callable[..., None] | None) -> Callable[..., None]:
            def end(*values: object) -> None:
                if place in self._others:
                    self._others.remove(place)
                if callback is not None:
                    callback(*values)

            return end

        return map(ending, callbacks)

    @property
    def others(self) -> list[str]:
        """Names of the pages on which changes were made that are on their way, but for labelling."""
        return [place.page for place in self._others]

    def read(
        self,
        task: Callable[[Library], T],
        done: Callable[[T], None],
        failed: Callable[[AnnotatorError], None] | None = None,
    ) -> None:
        """Ask the library something; a list that asks late, after the library was closed, gets no answer."""
        if self._attached is None:
            return
        self._attached.read(task, self._mine(done), self._mine_if_any(failed))

    def run(
        self,
        task: Callable[[Library, Progress], T],
        progress: Callable[[int, int], None],
        done: Callable[[T], None],
        failed: Callable[[AnnotatorError], None] | None = None,
    ) -> Job:
        """Start long work beside the queue; what begins after the library was closed comes to nothing."""
        if self._attached is None:
            return _Nothing()
        return self._attached.run(task, self._mine(progress), self._mine(done), self._mine_if_any(failed))


class InlineDesk:
    """A desk for tests: runs everything at once, in the caller's thread."""

    def __init__(self, library: Library, changed: Callable[[Outcome[object]], None] | None = None) -> None:
        self._library = library
        self._changed = changed
        self.refused: list[AnnotatorError] = []

    @property
    def pending(self) -> int:
        """Always 0: what was asked is done."""
        return 0

    def write(
        self,
        task: Callable[[Library], Outcome[T]],
        done: Callable[[Outcome[T]], None] | None = None,
        failed: Callable[[AnnotatorError], None] | None = None,
        *,
        in_order: bool = False,  # noqa: ARG002  (nothing ever waits here)
        ahead: bool = False,  # noqa: ARG002
    ) -> None:
        """Do it now."""

        def finish(outcome: Outcome[T]) -> None:
            if done is not None:
                done(outcome)
            if self._changed is not None:
                self._changed(outcome)

        self.read(task, finish, failed)

    def read(
        self,
        task: Callable[[Library], T],
        done: Callable[[T], None],
        failed: Callable[[AnnotatorError], None] | None = None,
    ) -> None:
        """Ask now."""
        try:
            value = task(self._library)
        except AnnotatorError as error:
            self.refused.append(error)
            if failed is not None:
                failed(error)
        else:
            done(value)

    def run(
        self,
        task: Callable[[Library, Progress], T],
        progress: Callable[[int, int], None],
        done: Callable[[T], None],
        failed: Callable[[AnnotatorError], None] | None = None,
    ) -> Job:
        """Do it now; nothing can be cancelled."""
        from annotator.services.saving.job import Job, Progress  # only tests get here

        job = Job()
        self.read(lambda library: task(library, Progress(job, progress)), done, failed)
        return job
