"""Where the copy lies that holds what a library's own file could not take, told at its next opening."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.services.saving import kept_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.services.saving.kept_files import Kept, Place

_KIND: Final = "copy"


@dataclass(frozen=True, slots=True)
class NewerCopy:
    """A copy that was left a library's file for.

    Attributes:
        kept: the file that tells of it.
        path: where the copy was put.
        time: when, UTC, ISO 8601.
        changes: how many changes are in it and could not be saved in the library's file.
    """

    kept: Kept
    path: str
    time: str
    changes: int

    @property
    def is_there(self) -> bool:
        """Whether there is a file at its path now."""
        return Path(self.path).is_file()


def remember(library: str, place: Place, path: str, changes: int) -> Path:
    """Keep that a copy at `path` holds so many changes more than the file at `place`; the file that tells it.

    Raises:
        OSError: it could not be written.
    """
    told = {"copy": path, "time": datetime.now(UTC).isoformat(timespec="seconds"), "changes": changes}
    return kept_files.write_new(library, place, _KIND, [told])


def known(library: str, place: Place) -> Sequence[NewerCopy]:
    """The copies this file was left for, the newest first; also if another file took its place since."""
    found, _ = kept_files.read_all(library, _KIND)
    copies = [copy for kept in found if (copy := _copy_of(kept)) is not None]
    here = [copy for copy in copies if _is_of(copy, place)]
    return sorted(here, key=lambda copy: copy.time, reverse=True)


def forget(copies: Sequence[NewerCopy]) -> None:
    """Tell of these no more; the copies themselves stay.

    Raises:
        OSError: one cannot be removed.
    """
    for copy in copies:
        kept_files.let_go(copy.kept)


def _is_of(copy: NewerCopy, place: Place) -> bool:
    was = copy.kept.place
    is_same = was is not None and (was.path == place.path or (was.number == place.number != 0))
    return is_same and copy.path != place.path


def _copy_of(kept: Kept) -> NewerCopy | None:
    with suppress(ValueError, OverflowError):
        (told,) = kept.lines
        path, time = kept_files.text_of(told, "copy"), kept_files.text_of(told, "time")
        if "\0" in path or datetime.fromisoformat(time).tzinfo is None:
            return None
        datetime.fromisoformat(time).astimezone()  # it can be said on the clock of this machine
        return NewerCopy(kept, path, time, kept_files.count_of(told, "changes"))
    return None
