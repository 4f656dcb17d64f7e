"""A copy of the library in another place, with what could not be saved in its own."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import DamagedError, EnvironmentProblem, UserError
from annotator.model.changes import SpanAdded, SpanRemoved, StatusChanged
from annotator.services.library import open_library
from annotator.settings import backup_roots
from annotator.storage.copies import backups, lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.changes import Change
    from annotator.model.document import Status
    from annotator.model.soundness import BackupInfo
    from annotator.model.span import Span
    from annotator.services.library import Library


@dataclass(frozen=True, slots=True)
class Shown:
    """A layer as it stands on the screen.

    Attributes:
        document: uid.
        annotator: uid of its owner.
        spans: all of them.
        status: how far it is.
    """

    document: str
    annotator: str
    spans: tuple[Span, ...]
    status: Status


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What became of it.

    Attributes:
        path: the copy.
        made: changes that were made in it besides what was saved already.
        refused: changes that its rules did not allow; they would be refused in the library as well.
        backup: time of the backup that it was made of, because the library itself cannot be read any more;
            None when it holds all that was saved.
    """

    path: str
    made: int
    refused: int
    backup: str | None = None


@dataclass(frozen=True, slots=True)
class KeptAside:
    """The newest backup of a library whose file is gone.

    Attributes:
        time: when it was made, UTC, ISO 8601.
        is_whole: whether it holds all that was saved.
    """

    time: str
    is_whole: bool


def keep_aside(library: Library) -> KeptAside | None:
    """See that a backup holds all that is still held of the library; None when there is no backup at all."""
    is_whole = True
    try:
        library.backups.if_due(0.0)
    except EnvironmentProblem:
        is_whole = False
    known = _backups_of(library)
    return KeptAside(known[0].time, is_whole) if known else None


def save_elsewhere(
    library: Library,
    path: str,
    waiting: Sequence[Callable[[Library], object]],
    shown: Sequence[Shown] = (),
) -> Elsewhere:
    """Copy all that is saved into the new file `path`, then make the waiting changes in it, in their order.

    The copy comes from the connections that are open, so it can be made of a library whose file is gone. Of
    one that cannot be read any more the newest backup is taken, and the layers that are `shown` are brought
    to what is on the screen.

    Raises:
        UserError: there is a file at `path` already.
        EnvironmentProblem: it could not be written; no file of ours is left there.
    """
    backup = _copy(library, path)
    try:
        with open_library(path, create=False) as copy:
            for layer in shown if backup is not None else ():
                with contextlib.suppress(UserError):  # of a document that the backup does not have
                    _bring(copy, layer)
            made = sum(_is_made(make, copy) for make in waiting)
    except EnvironmentProblem:
        with contextlib.suppress(OSError):
            Path(path).unlink()
        raise
    return Elsewhere(path, made, len(waiting) - made, backup)


def _copy(library: Library, path: str) -> str | None:
    """Make the copy; the time of the backup it is made of, None when it is the library's own content."""
    try:
        library.backups.make(path)
    except EnvironmentProblem as problem:
        if not isinstance(problem, DamagedError) and library.store.loss() is None:
            raise
        known = _backups_of(library)
        if not known:
            raise
        library.backups.restore(known[0].path, path)
        return known[0].time
    return None


def _backups_of(library: Library) -> Sequence[BackupInfo]:
    """Its own in the usual folders, newest first, then those of other files of the same library."""
    found = backups.listed(*(root / library.uid for root in backup_roots()))
    own = lines.line_of(library.store.path)
    return sorted(found, key=lambda copy: copy.line not in ("", own))


def _is_made(make: Callable[[Library], object], copy: Library) -> bool:
    try:
        make(copy)
    except UserError:
        return False
    return True


def _bring(copy: Library, layer: Shown) -> None:
    """Make the layer in the copy what it is on the screen, as one step."""
    state = copy.documents.open(layer.document, layer.annotator).state
    there, here = {span.uid: span for span in state.spans()}, {span.uid: span for span in layer.spans}
    changes: list[Change] = [SpanRemoved(span) for uid, span in there.items() if here.get(uid) != span]
    changes += [SpanAdded(span) for uid, span in here.items() if there.get(uid) != span]
    if state.status is not layer.status:
        changes.append(StatusChanged(state.status, layer.status))
    if changes:
        copy.annotating.apply(layer.document, tuple(changes), None, layer.annotator)
