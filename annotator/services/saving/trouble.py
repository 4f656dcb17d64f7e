"""Why nothing can be saved just now, and when it is tried again without the person asking."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from annotator.errors import DamagedError, EnvironmentProblem, UserError
from annotator.messages import say

if TYPE_CHECKING:
    from annotator.errors import AnnotatorError

WAITS: Final = (1.0, 2.0, 4.0, 5.0)
"""Seconds until the next trial, the last one again and again: a disk that has room is found soon."""

_DAMAGED: Final = 600.0


class Trouble:
    """The refusal of the disk that holds the changes up; nothing else is written until it is over.

    Attributes:
        error: why, None while all is well.
        is_hurried: whether the person asked for the next trial.
    """

    def __init__(self, waits: tuple[float, ...] = WAITS) -> None:
        self.is_hurried = False
        self._waits = waits
        self._trials = 0
        self._next = 0.0
        self.error: AnnotatorError | None = None

    @property
    def is_there(self) -> bool:
        """Whether something keeps changes from being saved."""
        return self.error is not None

    def met(self, error: AnnotatorError) -> None:
        """A trial failed; the next one comes later than it did after the one before."""
        self.error = error
        wait = self._waits[min(self._trials, len(self._waits) - 1)]
        if isinstance(error, DamagedError):  # it stays so until it was repaired, which hurries
            wait = max(wait, _DAMAGED)
        self._next = time.monotonic() + wait
        self._trials += 1
        self.is_hurried = False

    def hurry(self) -> None:
        """The person wants it tried now."""
        self._next, self.is_hurried = 0.0, True

    def over(self) -> None:
        """It was saved, or is tried for the last time."""
        self.error, self._trials, self._next, self.is_hurried = None, 0, 0.0, False

    def until_trial(self) -> float:
        """Seconds until it is tried again; 0.0 when that is now, or nothing is wrong."""
        return max(0.0, self._next - time.monotonic())


def held_up() -> EnvironmentProblem:
    """The error of a wish that does not wait in line behind changes that the disk refused."""
    return EnvironmentProblem(
        say(
            "This was not done: changes made before it still wait to be saved, see the top of the window. "
            "Do it again when they are saved."
        )
    )


def made_after_all() -> UserError:
    """The error of a change that is in the library although the disk had failed over it."""
    return UserError(
        say(
            "The disk had failed, but the change was kept, as reading the library anew shows. It was not "
            "made a second time."
        )
    )
