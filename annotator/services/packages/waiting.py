"""Files that get their names all together, once what belongs to them is saved, or not at all."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import EnvironmentProblem, UserError, reason_of
from annotator.messages import say
from annotator.services.export.leftovers import passing_prefix, sweep_leftovers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@contextlib.contextmanager
def waiting_folder(folder: Path) -> Iterator[Path]:
    """A hidden folder within `folder`, which is made when missing; it is gone after the block.

    What a program that was killed left there is swept away.

    Raises:
        EnvironmentProblem: the disk refuses.
    """
    with contextlib.ExitStack() as stack:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            sweep_leftovers(folder)
            waiting = tempfile.TemporaryDirectory(
                prefix=passing_prefix(), suffix=".part", dir=folder, ignore_cleanup_errors=True
            )
        except OSError as error:
            raise _cannot(folder, error) from error
        yield Path(stack.enter_context(waiting))


@contextlib.contextmanager
def placed(moves: Mapping[Path, Path]) -> Iterator[None]:
    """Give waiting files their names for the block; they lose them again when the block fails.

    Args:
        moves: where each file waits -> its path; nothing may be there.

    Raises:
        UserError: something is there.
        EnvironmentProblem: the disk refuses; no file has its name.
    """
    require_free(list(moves.values()))
    with contextlib.ExitStack() as stack:
        for waiting, path in moves.items():
            try:
                waiting.rename(path)
            except OSError as error:
                raise _cannot(path, error) from error
            stack.enter_context(taken_back([path]))
        yield


@contextlib.contextmanager
def taken_back(paths: Sequence[Path]) -> Iterator[None]:
    """Remove these new files again when the block fails."""
    try:
        yield
    except BaseException:
        for path in paths:
            path.unlink(missing_ok=True)
        raise


def require_free(paths: Sequence[Path]) -> None:
    """Refuse paths at which something is.

    Raises:
        UserError: the first of them.
    """
    for path in paths:
        if path.exists():
            raise UserError(
                say(
                    "{file} is there already. Choose another folder or another name for the round.",
                    file=str(path),
                )
            )


def _cannot(path: Path, error: OSError) -> EnvironmentProblem:
    return EnvironmentProblem(
        say("{file} cannot be written: {reason}.", file=str(path), reason=reason_of(error))
    )
