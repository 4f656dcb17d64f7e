"""Which of the older copies go when a new one was made, and when none goes.

Nothing is taken away by age: of each of the last hours, days, weeks and months *that have a copy* the newest
one stays, and besides the last copies that were asked for or made before something was done: whoever regrets
an import goes back to the copy before it, not to the one of the end of that hour. A clock that jumps makes at
most one more such hour; copies whose times repeat because it was set back are another hour, not the same one.
A copy goes only after the one that stands for it was read back, and only if that holds all its steps. A
library that was copied goes on in two files: each has copies of its own, thinned out for themselves.
"""

from __future__ import annotations

import contextlib
import logging
from itertools import groupby
from typing import TYPE_CHECKING, Final

from annotator.files import write_atomically
from annotator.model.soundness import Occasion
from annotator.storage.copies import names as backup_names
from annotator.storage.types import utc_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from annotator.storage.copies.names import Told

_logger = logging.getLogger("annotator.storage")

_KEPT: Final = (("%Y%m%d%H", 10), ("%Y%m%d", 14), ("%G%V", 8), ("%Y%m", 12))
"""What stays: the newest copy of each of the last 10 hours, 14 days, 8 weeks and 12 months that have one."""

_BEFORE: Final = 10
"""So many copies stay that were not made by routine."""

_PAUSED: Final = "nothing-is-removed"
"""A file of this name in a folder keeps every copy in it; it holds the time since when."""


def thin(
    folder: Path, line: str, is_sound: Callable[[Told], bool], holds: Callable[[Told, Told], bool]
) -> None:
    """Remove the copies of a folder that newer ones stand for.

    Args:
        folder: of the copies of one library; untouched while it is paused.
        line: only copies of this file of the library go, and those whose names do not say.
        is_sound: whether the bytes of a copy are those that were written.
        holds: whether a newer copy, given first, has all steps of an older one.

    One that cannot be removed stays, and the log says so: what was copied before is safe all the same.
    """
    if paused_since(folder) is None:
        known = backup_names.newest_first(backup_names.in_folder(folder))
        for copy in superfluous([each for each in known if each.line in ("", line)], is_sound, holds):
            try:
                copy.file.unlink(missing_ok=True)
            except OSError as error:
                _logger.warning("an older copy could not be removed: %s", error)


def superfluous(
    copies: Sequence[Told], is_sound: Callable[[Told], bool], holds: Callable[[Told, Told], bool]
) -> list[Told]:
    """Those of the copies, given newest first, that may go; a spoiled one stands for none.

    One with steps that no newer copy among those that stay has stays too.
    """
    gone = _stood_for(copies, is_sound)
    stay: list[Told] = []
    for copy in copies:
        # The next newer one that stays is the likeliest to have its steps.
        if copy not in gone or not any(holds(each, copy) and is_sound(each) for each in reversed(stay)):
            stay.append(copy)
    return [copy for copy in copies if copy not in stay]


def _stood_for(copies: Sequence[Told], is_sound: Callable[[Told], bool]) -> list[Told]:
    """Those of the copies in whose hours, days, weeks and months a sound newer one stays."""
    left = list(copies)
    while True:
        kept = keepers(left)
        gone = [copy for copy in left if copy not in kept]
        spoiled = [copy for copy in _standing_for(left, gone) if not is_sound(copy)]
        if not spoiled:
            return gone
        left = [copy for copy in left if copy not in spoiled]


def keepers(copies: Sequence[Told]) -> list[Told]:
    """Those of the copies, given newest first, that stay."""
    kept = [copy for copy in copies if copy.occasion not in (None, Occasion.ROUTINE)][:_BEFORE]
    for pattern, number in _KEPT:
        kept += [run[0] for run in list(_runs(copies, pattern))[:number] if run[0] not in kept]
    return kept


def _standing_for(copies: Sequence[Told], gone: Sequence[Told]) -> list[Told]:
    """The copies that stay in the same hours, days, weeks and months as some that go."""
    found: list[Told] = []
    for pattern, number in _KEPT:
        for run in list(_runs(copies, pattern))[:number]:
            if run[0] not in found and any(copy in gone for copy in run[1:]):
                found.append(run[0])
    return found


def _runs(copies: Sequence[Told], pattern: str) -> Iterator[list[Told]]:
    """Copies that follow each other within one hour, day, week or month."""
    for _, run in groupby(copies, key=lambda copy: copy.made.strftime(pattern)):
        yield list(run)


# Pausing


def pause(folder: Path) -> None:
    """Keep every copy in a folder from now on; it must be there.

    Raises:
        OSError: that could not be written down.
    """
    if paused_since(folder) is None:
        write_atomically(folder / _PAUSED, utc_now().encode())


def paused_since(folder: Path) -> str | None:
    """The time since when every copy in a folder is kept, UTC; None while older ones are thinned out.

    A mark that cannot be read keeps the copies too.
    """
    try:
        return (folder / _PAUSED).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return ""


def resume(folder: Path) -> None:
    """Thin copies out again, beginning with the next one that is made."""
    with contextlib.suppress(FileNotFoundError):
        (folder / _PAUSED).unlink()
