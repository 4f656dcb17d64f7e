"""A copy of the library in another place, with what could not be saved in its own."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import EnvironmentProblem, UserError
from annotator.services.library import open_library

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.services.library import Library


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What became of it.

    Attributes:
        path: the copy.
        made: changes that were made in it besides what was saved already.
        refused: changes that its rules did not allow; they would be refused in the library as well.
    """

    path: str
    made: int
    refused: int


def save_elsewhere(library: Library, path: str, waiting: Sequence[Callable[[Library], object]]) -> Elsewhere:
    """Copy all that is saved into the new file `path`, then make the waiting changes in it, in their order.

    The copy comes from the connections that are open, so it can be made of a library whose file is gone.

    Raises:
        UserError: there is a file at `path` already.
        EnvironmentProblem: it could not be written; no file of ours is left there.
    """
    library.backups.make(path)
    refused = 0
    try:
        with open_library(path, create=False) as copy:
            for make in waiting:
                try:
                    make(copy)
                except UserError:
                    refused += 1
    except EnvironmentProblem:
        with contextlib.suppress(OSError):
            Path(path).unlink()
        raise
    return Elsewhere(path, len(waiting) - refused, refused)
