"""Use-cases on copies: make one, list them, bring one back as a new file or in place of a damaged one."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.errors import EnvironmentProblem, UserError, reason_of
from annotator.files import BESIDE_LIBRARY, belongs_to_library
from annotator.messages import say
from annotator.model.soundness import Kept, Occasion, PutBack
from annotator.services.safety.checking import Checking
from annotator.storage.copies import backups, lines, thinning
from annotator.storage.copies.restoring import put_back, restore_library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.messages import Message
    from annotator.model.soundness import BackupInfo
    from annotator.storage.store import Store

_BEFORE_BULK: Final = 10 * 60
"""Seconds after which a changed library gets another copy before an act that changes much."""

MANY: Final = 20
"""Of so many spans or documents on an act changes much."""


class Backups:
    """The verified copies of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def make(self, output: str | None = None) -> BackupInfo:
        """A verified copy, in the backup folder or as the new file `output`; saving goes on meanwhile.

        None that is there goes for it.

        Raises:
            UserError: `output` is there already, or is the library itself.
            EnvironmentProblem: it could not be written, or did not prove itself.
        """
        target = None if output is None else self._free(Path(output))
        with self._store.reading() as view:
            if target is None:
                return backups.make(view.connection, self._store.path)
            return backups.write_new(view.connection, self._store.path, target)

    def _free(self, target: Path) -> Path:
        check_free(target, self._store.path)
        return target

    def list(self) -> list[BackupInfo]:
        """The copies that can be gone back to, newest first."""
        return backups.listed(*self._folders())

    def kept(self) -> Kept:
        """The copies with where they lie, and since when none of them is removed."""
        folders = self._folders()
        return Kept(
            tuple(backups.listed(*folders)),
            str(folders[0].parent),
            self.paused_since(),
            is_usual=len(folders) == 1,
            beside=str(self._store.path.absolute().parent),
            line=lines.line_of(self._store.path),
            library=self._store.path.stem,
            missing=self._missing(folders[0]),
        )

    @staticmethod
    def _missing(folder: Path) -> Message | None:
        try:
            backups.require_root(folder)
        except EnvironmentProblem as problem:
            return problem.message
        return None

    def require_folder(self) -> None:
        """See that the next copy has a place to go to, before nobody is there to be told.

        Raises:
            EnvironmentProblem: the folder that the person chose is not there.
        """
        backups.require_root(self._folders()[0])

    def paused_since(self) -> str | None:
        """Since when every copy is kept because one was restored, UTC; None while they are thinned out."""
        marks = [mark for folder in self._folders() if (mark := thinning.paused_since(folder)) is not None]
        return min(marks, default=None)

    def thin_out_again(self) -> None:
        """The person is sure of what was restored: older copies go again as newer ones are made.

        Raises:
            EnvironmentProblem: that could not be written down.
        """
        for folder in self._folders():
            try:
                thinning.resume(folder)
            except OSError as error:
                raise EnvironmentProblem(
                    say(
                        "The folder {path} cannot be written ({reason}), so every copy in it is still kept. "
                        "Check your rights to it and try again.",
                        path=str(folder),
                        reason=reason_of(error),
                    )
                ) from error

    def _folders(self) -> Sequence[Path]:
        with self._store.reading() as view:
            return backups.folders_of(view.connection)

    def if_due(self, seconds: float = 0, occasion: Occasion = Occasion.ROUTINE) -> BackupInfo | None:
        """A copy if the library changed since the newest and that is older than `seconds`; else None.

        Without `seconds`, as when the library is closed, every change is reason enough.
        """
        with self._store.reading() as view:
            if not backups.is_due(view.connection, self._store.path, seconds, datetime.now(UTC)):
                return None
            return backups.make(view.connection, self._store.path, occasion)

    def before_bulk(self, occasion: Occasion = Occasion.BULK) -> tuple[Message, ...]:
        """A copy, if one is due, before an act that changes much; why there is none, if it failed.

        The act may go on then, for it can be undone; but nothing more is written into a damaged library.

        Raises:
            EnvironmentProblem: the library is damaged, and open for reading only from now on.
        """
        try:
            self.if_due(_BEFORE_BULK, occasion)
        except EnvironmentProblem as problem:
            Checking(self._store).require_sound()
            return (problem.message,)
        return ()

    @staticmethod
    def restore(file: str, output: str, library: str = "") -> BackupInfo:
        """A library made of a copy, as the new file `output`; the copy and every library stay as they are.

        Args:
            file: the copy.
            output: where to.
            library: one whose files are spared even where it is too damaged to be known as a library.

        Raises:
            UserError: `output` is there already, or belongs to a library.
            EnvironmentProblem: `file` is no sound library, or the new file could not be written.
        """
        check_free(Path(output), Path(file), *([Path(library)] if library else []))
        return restore_library(Path(file), Path(output))

    @staticmethod
    def put_back(file: str, library: str, program: str = "annotator") -> PutBack:
        """A copy in place of a library that is damaged or lost; what was there is kept beside it.

        Raises:
            UserError: the copy is the library itself.
            EnvironmentProblem: `file` is no sound library, somebody has the library open, or it could not be
                written; what was there is as it was.
        """
        if os.path.realpath(file) == os.path.realpath(library):
            raise UserError(say("{path} is the library itself. Name another file.", path=file))
        made, kept = put_back(Path(file), Path(library), program)
        return PutBack(made, None if kept is None else str(kept))


def is_of_another(copy: BackupInfo, library: Path) -> bool:
    """Whether a copy was made of another file of the library than the one that is or was at this path."""
    return copy.line not in ("", lines.line_of(library))


def check_free(target: Path, *libraries: Path) -> None:
    """Refuse a file that is there already or belongs to a library.

    Args:
        target: what is to be written.
        libraries: those whose files are known by their names, also where nothing in them can be read.

    Raises:
        UserError: which, and what to do.
        EnvironmentProblem: no file can have this name.
    """
    real = os.path.realpath(target)
    own = {os.path.realpath(f"{each}{suffix}") for each in libraries for suffix in ("", *BESIDE_LIBRARY)}
    if real in own:
        raise UserError(say("{path} is the library itself. Name another file.", path=str(target)))
    if _is_there(target):
        raise UserError(
            say("{path} is there already and was not touched. Name a new file.", path=str(target))
        )
    if belongs_to_library(target):
        raise UserError(
            say(
                "{path} would stand where a library keeps its own files, and nothing was written. Name "
                "another file.",
                path=str(target),
            )
        )


def _is_there(target: Path) -> bool:
    try:
        target.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:  # the name is too long, or its folder may not be looked into
        raise EnvironmentProblem(
            say(
                "{path}: cannot be written ({reason}). Choose another name or place.",
                path=str(target),
                reason=reason_of(error),
            )
        ) from error
    return True
