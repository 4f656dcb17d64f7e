"""A child process that does reading tasks one after the other, so that each file need not start one."""

from __future__ import annotations

import math
import multiprocessing
import time
from typing import TYPE_CHECKING, Any, Final, Protocol, Self, TypeVar

from annotator.errors import AnnotatorError, FormatError
from annotator.logs import record_failure, start_log
from annotator.messages import say
from annotator.services.intake.limits import SILENT_SECONDS, endless

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from types import TracebackType

    from annotator.formats.base import Progress
    from annotator.messages import Message

Order = TypeVar("Order")
T = TypeVar("T")

PATIENCE: Final = 2 * SILENT_SECONDS
"""Seconds by the clock after which a reader that gives no sign is taken for one that no longer can."""

_TICK_SECONDS: Final = 0.05


class Doer(Protocol):
    """Does reading tasks: `Child` in another process, `Here` in this thread."""

    def do(self, task: Callable[[Order, Progress], T], order: Order, progress: Progress) -> T:
        """What the task gives; raises what it raises."""


class Here:
    """Does tasks in the thread that asks."""

    def do(self, task: Callable[[Order, Progress], T], order: Order, progress: Progress) -> T:
        """What the task gives; raises what it raises."""
        return task(order, progress)


class Child:
    """Does tasks in another process, started with the first one and ended with the block.

    A task and its order must be importable there. When a task is stopped or its process dies, the next task
    gets a new process.

    Args:
        if_it_dies: what is said then; None for the reader of a file, which the order has as its `name`.
        patience: seconds without a sign of progress after which the process is ended; for a task that tells
            how far it is.
    """

    def __init__(self, if_it_dies: Message | None = None, patience: float = math.inf) -> None:
        self._if_it_dies = if_it_dies
        self._patience = patience
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def do(self, task: Callable[[Order, Progress], T], order: Order, progress: Progress) -> T:
        """Do `task` there; `progress` is called here, and its `Cancelled` ends the process at once.

        Raises:
            AnnotatorError: as the task raised it, or because the process died or gave no sign.
        """
        pipe = self._pipe or self._start()
        try:
            pipe.send((task, order))
            kind, content = _listen(pipe, progress, self._patience)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            self.end()
            raise FormatError(self._if_it_dies or _died(order)) from None
        except TimeoutError:
            self.end()
            raise endless(_name_of(order), self._patience) from None
        except BaseException:
            self.end()
            raise
        if kind == "refused":
            error, values = content
            raise error(*values)
        found: T = content
        return found

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")  # never fork: Qt and threads would be copied half way
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), name="reader", daemon=True)
        self._process.start()
        theirs.close()
        return self._pipe

    def end(self) -> None:
        """End the process, whatever it does."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if process is None or pipe is None:
            return
        if process.is_alive():
            process.terminate()
        process.join()
        process.close()
        pipe.close()


def _died(order: object) -> Message:
    return say(
        "{file}: was too much for this machine, its reader ended early. Split it and try again. Nothing was "
        "imported.",
        file=_name_of(order),
    )


def _name_of(order: object) -> str:
    """The file that an order is about; "" where it is about several."""
    return str(getattr(order, "name", ""))


def _listen(child: Connection, progress: Progress, patience: float) -> tuple[str, Any]:
    """The last word on the task: ("done", value) or ("refused", (kind of error, what it is made of)).

    Raises:
        TimeoutError: nothing was heard for that many seconds.
    """
    done, total = 0, 0
    heard = time.monotonic()
    while True:
        if not child.poll(_TICK_SECONDS):
            if time.monotonic() - heard > patience:
                raise TimeoutError
            progress(done, total)
            continue
        heard = time.monotonic()
        kind, content = child.recv()
        if kind != "progress":
            return kind, content
        done, total = content
        progress(done, total)


def _serve(parent: Connection) -> None:
    """The process: one task after the other until nobody sends any more.

    Its errors go into the log, not onto the terminal; the person hears of them from the parent.
    """
    start_log(lambda _message: None)
    try:
        while True:
            task, order = parent.recv()
            parent.send(_answer(task, order, parent))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # nobody listens any more
    finally:
        parent.close()


def _answer(task: Callable[[Order, Progress], T], order: Order, parent: Connection) -> tuple[str, object]:
    try:
        return "done", task(order, lambda done, total: parent.send(("progress", (done, total))))
    except FormatError as error:
        return "refused", (FormatError, (error.message, error.problems))
    except AnnotatorError as error:
        return "refused", (type(error), (error.message,))
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001  (a border: the parent must hear of it)
        return "refused", (FormatError, (record_failure(error),))
