"""The errors a person can meet. Each carries one sentence: what happened, to which thing, what to do."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.messages import say

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


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes a library, as it signed; "" where that is not known, and never more than words.

    Attributes:
        user: account name.
        machine: name of the computer.
        program: what it calls itself.
        pid: number of the process there.
        since: UTC, ISO 8601.
        is_me: whether it is this account on this machine.
    """

    user: str = ""
    machine: str = ""
    program: str = ""
    pid: str = ""
    since: str = ""
    is_me: bool = False


class HeldError(EnvironmentProblem):
    """Another process writes the library; it can be read meanwhile."""

    def __init__(self, message: Message, holder: Holder | None = None) -> None:
        super().__init__(message)
        self.holder = holder or Holder()


class LostError(EnvironmentProblem):
    """The library is not there, though copies of it are kept: none is begun in its place unasked."""


class ForeignError(EnvironmentProblem):
    """The file is something else than a library: it is neither read nor changed."""


class NewerError(EnvironmentProblem):
    """A newer version of the program made the library: this one neither reads nor changes it."""


class DamagedError(EnvironmentProblem):
    """The library is damaged: from now on it is read, never written."""


class OutcomeUnknownError(EnvironmentProblem):
    """A disk error left it open whether the change was kept; it may be called neither saved nor refused."""


class Cancelled(AnnotatorError):  # noqa: N818  (a wish fulfilled, not a fault)
    """The person stopped a task; everything it had begun was taken back."""


class LibraryInTheWayError(FileExistsError):
    """A file was to be written where a library is, or a file that belongs to one; nothing was written."""


_IN_THE_WAY: Final = say("a library is there, and no library is ever overwritten")
_REASONS: Final = {
    errno.ENOENT: say("it is not there any more"),
    errno.EACCES: say("you may not read or write it"),
    errno.EPERM: say("you may not read or write it"),
    errno.EISDIR: say("it is a folder"),
    errno.ENOTDIR: say("a folder of its path is a file"),
    errno.ENOSPC: say("the disk is full"),
    errno.EDQUOT: say("your share of the disk is used up"),
    errno.EFBIG: say("the disk takes no file that large"),
    errno.EROFS: say("the disk is read-only"),
    errno.EIO: say("the disk fails"),
    errno.ENAMETOOLONG: say("its name is too long"),
    errno.EBUSY: say("another program holds it"),
    errno.EEXIST: say("something is there already"),
    errno.EINVAL: say("it cannot have this name"),
    errno.EMFILE: say("too many files are open"),
    errno.ENODEV: say("its disk is not connected"),
    errno.ENXIO: say("its disk is not connected"),
    errno.ESTALE: say("its disk is not connected"),
    errno.ETIMEDOUT: say("its disk does not answer"),
    errno.EHOSTDOWN: say("its disk does not answer"),
}


def reason_of(error: OSError) -> Message | str:
    """Why the system does not do it, in the person's language where we have words for it."""
    if isinstance(error, LibraryInTheWayError):
        return _IN_THE_WAY
    return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__
