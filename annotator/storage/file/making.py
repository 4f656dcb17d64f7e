"""Why a library could not be made, in a sentence."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from annotator.errors import EnvironmentProblem, reason_of
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn an OSError of the block, in which a library is made or named, into a sentence about `path`.

    Raises:
        EnvironmentProblem: no library was made.
    """
    try:
        yield
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "No library can be made at {path} ({reason}). Choose a folder you may write to.",
                path=str(path),
                reason=reason_of(error),
            )
        ) from error
