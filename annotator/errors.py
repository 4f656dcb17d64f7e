"""The errors a person can meet. Each carries one sentence: what happened, to which thing, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.messages import Message


class AnnotatorError(Exception):
    """Base of all expected errors; `message` is the sentence to show, nothing was half done."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class UserError(AnnotatorError):
    """What was asked for is not possible here; nothing changed."""


class FormatError(AnnotatorError):
    """A file or its content is not what its format says; nothing of it was taken in.

    Attributes:
        problems: all problems found, the first twenty at most; `message` is the first one or their summary.
    """

    def __init__(self, message: Message, problems: tuple[Message, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems or (message,)


class EnvironmentProblem(AnnotatorError):  # noqa: N818  (a problem of the machine, not of the program)
    """Disk full, locked, read-only, not a library, newer version: the last good state is kept."""


class DamagedError(EnvironmentProblem):
    """The library is damaged: from now on it is read, never written."""


class OutcomeUnknownError(EnvironmentProblem):
    """A disk error left it open whether the change was kept; it may be called neither saved nor refused."""


class Cancelled(AnnotatorError):  # noqa: N818  (a wish fulfilled, not a fault)
    """The person stopped a task; everything it had begun was taken back."""
