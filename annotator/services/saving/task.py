"""One thing to do with the library, as the desk's threads pass it on, and how it is tried and answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.errors import AnnotatorError
from annotator.logs import record_failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.services.library import Library

    Failed = Callable[[AnnotatorError], None]


@dataclass(slots=True, eq=False)
class Task:
    """Something to do with the library: `done` and `failed` are called in the thread that did it.

    Attributes:
        work: does it.
        done: gets its value.
        failed: gets the error.
        not_before: time of the monotonic clock before which it is not begun.
        in_order: whether it may wait behind a change that the disk refused: it can be sent again at any time
            and is made once.
        is_ahead: whether it is tried before changes that the disk refused, and never kept waiting itself.
        is_in_doubt: whether the disk failed so that nobody knows if it was kept.
    """

    work: Callable[[Library], Any]
    done: Callable[[Any], None]
    failed: Failed
    not_before: float = 0.0
    in_order: bool = False
    is_ahead: bool = False
    is_in_doubt: bool = False

    def attempt(self, library: Library) -> tuple[AnnotatorError | None, Any]:
        """The error or the value; an error nobody expected is logged and becomes a sentence."""
        try:
            return None, self.work(library)
        except AnnotatorError as error:
            return error, None
        except Exception as error:  # noqa: BLE001  (a border: the thread must go on)
            return AnnotatorError(record_failure(error)), None

    def answer(self, error: AnnotatorError | None, value: object) -> None:
        """Hand over what `attempt` gave."""
        if error is None:
            self.done(value)
        else:
            self.failed(error)


def unseen(*_: object) -> None:
    """Nobody needs to know."""
