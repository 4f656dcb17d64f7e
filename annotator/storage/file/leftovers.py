"""Logs that lie where a library is, or is to be, and are not its own.

Who deletes or replaces a library's file by hand mostly leaves the log of a killed process behind. SQLite
knows a log by its name only: it plays the old pages into whatever file has the name now, so a new library
would turn into the old one, and a backup put back by hand too. Such a log is kept, under another name.

Source: sqlite.org/howtocorrupt.html, section 1.4, "Unlinking or renaming a database file while in use".
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.errors import EnvironmentProblem, reason_of
from annotator.messages import say
from annotator.storage.types import utc_now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.messages import Message

LOG: Final = "-wal"
JOURNAL: Final = "-journal"
_LOGS: Final = (LOG, JOURNAL)
_INDEX: Final = "-shm"
"""What SQLite makes anew from the log; it holds nothing of its own."""


def has_content(path: Path, suffix: str) -> bool:
    """Whether the file of that name with `suffix` is there and not empty."""
    try:
        return Path(f"{path}{suffix}").stat().st_size > 0
    except OSError:
        return False


def warning(path: Path) -> tuple[Message, ...]:
    """What a person should know before a new library is made at `path`: nothing, or one sentence."""
    if not any(has_content(path, suffix) for suffix in _LOGS):
        return ()
    return (
        say(
            "Beside {path} lies what another library there had not yet written into its file. It does not "
            "belong to this library and is kept in its folder under a name that begins with {kept}.",
            path=str(path),
            kept=_stem(path.name),
        ),
    )


def set_aside(path: Path, logs: Sequence[str] = _LOGS) -> None:
    """Give logs beside `path`, of a library that had the name before, another one.

    With the old library's file beside it under the same name (before `-wal`), a log is whole again.

    Raises:
        EnvironmentProblem: one cannot be renamed; nothing was made or changed at `path`.
    """
    beginning = f"{_stem(path.name)}{stamp()}"
    try:
        for suffix in logs:
            if has_content(path, suffix):
                Path(f"{path}{suffix}").rename(path.with_name(f"{beginning}{suffix}"))
        for suffix in (*logs, *((_INDEX,) if LOG in logs else ())):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "Beside {path} lies the log of another library, which cannot be renamed ({reason}). Close "
                "every program that uses it, or name another file.",
                path=str(path),
                reason=reason_of(error),
            )
        ) from error


def stamp() -> str:
    """The present moment, as it stands in names of files that are kept."""
    return utc_now().replace(":", "").replace("-", "").replace(".", "")


def discard(path: Path, suffixes: Sequence[str] = ("",)) -> None:
    """Remove a passing file of ours, with what SQLite makes beside it; on a failing disk it stays.

    Why it is of no use is what the person has to be told, not that it cannot be removed.
    """
    for suffix in suffixes:
        with contextlib.suppress(OSError):
            Path(f"{path}{suffix}").unlink()


def _stem(name: str) -> str:
    return f"{name}.left-over-"
