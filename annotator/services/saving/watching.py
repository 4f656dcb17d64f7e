"""What the writer does about a library whose file others took away while it was open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import EnvironmentProblem

if TYPE_CHECKING:
    from annotator.services.library import Library
    from annotator.services.saving.elsewhere import KeptAside
    from annotator.services.saving.job import Progress


def loss_of(library: Library) -> EnvironmentProblem | None:
    """What became of the file of a library that is open for writing; None when it is as it was."""
    loss = library.store.loss() if library.store.was_writable else None
    return None if loss is None else EnvironmentProblem(loss)


def keep_aside(library: Library, _progress: Progress) -> KeptAside | None:
    """Back up what is still held of it; tells the newest backup, None when there is none at all."""
    from annotator.services.saving import elsewhere

    return elsewhere.keep_aside(library)
