"""Files of an export on their way to their names: written beside them, flushed, then renamed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, Self

from annotator.errors import EnvironmentProblem, UserError, reason_of
from annotator.files import belongs_to_library, file_mask, sync_folder, true_path
from annotator.messages import say
from annotator.services.export.leftovers import passing_prefix, sweep_leftovers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from annotator.messages import Message

_TRIES: Final = 5
_PAUSE_SECONDS: Final = 0.2
_LONGEST_SUFFIX: Final = 16


@dataclass(slots=True)
class WrittenFile:
    """A file that is written but does not have its name yet."""

    target: Path
    temporary: Path
    sha256: str = ""


@dataclass(slots=True)
class Delivery:
    """The files of one export; a with-block that removes what was not published.

    Raises on writing and publishing:
        EnvironmentProblem: the disk refused; what had the names before still has them.
    """

    files: list[WrittenFile] = field(default_factory=list)
    _made: list[Path] = field(default_factory=list)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self.files:
            with contextlib.suppress(OSError):
                file.temporary.unlink(missing_ok=True)
        for folder in self._made:
            with contextlib.suppress(OSError):  # it is not empty: the export was published
                folder.rmdir()

    def make_folder(self, path: Path) -> None:
        """Make the folder of an export unless it is there; it goes again if nothing is published."""
        if not path.exists():
            with explained(path):
                path.mkdir()
            self._made.append(path)

    @contextlib.contextmanager
    def writing(self, target: Path) -> Iterator[BinaryIO]:
        """A stream for the file that `publish` will put at `target`; flushed to the disk at the end."""
        if not self.files:
            sweep_leftovers(target.parent)
        with explained(target):
            suffix = target.suffix if len(target.suffix) <= _LONGEST_SUFFIX else ""
            handle, name = tempfile.mkstemp(
                prefix=passing_prefix(), suffix=f".part{suffix}", dir=target.parent
            )
            file = WrittenFile(target, Path(name))
            self.files.append(file)
            with os.fdopen(handle, "w+b") as stream:
                _allow_as_others(handle)
                yield stream
                stream.flush()
                os.fsync(handle)
            with file.temporary.open("rb") as stream:
                file.sha256 = hashlib.file_digest(stream, "sha256").hexdigest()

    def publish(self) -> None:
        """Give all files their names and make the names last."""
        for file in self.files:
            with explained(file.target):
                replace_file(file.temporary, file.target)
        for folder in {file.target.parent for file in self.files}:
            with explained_late(self.files[0].target):
                sync_folder(folder)


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn an OSError of the block into the sentence that names the path."""
    try:
        yield
    except OSError as error:
        raise EnvironmentProblem(_not_written(path, reason_of(error))) from error


@contextlib.contextmanager
def explained_late(path: Path) -> Iterator[None]:
    """Turn an OSError of the block, which makes the new name of what is at the path last, into a sentence."""
    try:
        yield
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "{path} was written, but then the disk reported an error ({reason}), so a power cut could "
                "still undo it. Check the disk and export again.",
                path=str(path),
                reason=reason_of(error),
            )
        ) from error


def _not_written(path: Path, reason: Message | str) -> Message:
    if os.path.lexists(path):  # unlike `Path.exists`, it takes a name that is too long
        return say(
            "{path}: cannot be written ({reason}). What was there before is unchanged.",
            path=str(path),
            reason=reason,
        )
    return say(
        "{path}: cannot be written ({reason}). Choose another name or place.", path=str(path), reason=reason
    )


def check_output(
    path: Path, own_files: Sequence[str], *, force: bool, as_folder: bool, make_folder: bool = False
) -> None:
    """Refuse an output path before anything is read.

    Args:
        path: where to write.
        own_files: the library and what belongs to it.
        force: whether something there may be replaced.
        as_folder: whether the export is a folder of files.
        make_folder: make the folder it should stand in when that is missing.

    Raises:
        UserError: it is the library, it is there and may not be replaced, or it is a folder and should not
        be. EnvironmentProblem: the folder it should stand in does not exist, or cannot be made.
    """
    with explained(path):
        _check_place(path, own_files, force=force, as_folder=as_folder)
    folder = path.absolute().parent
    if make_folder:
        with explained(folder):
            folder.mkdir(parents=True, exist_ok=True)
    if not folder.is_dir():
        raise EnvironmentProblem(
            say(
                "The folder {folder} does not exist; nothing was written. Make it first, or choose another "
                "place.",
                folder=str(folder),
            )
        )


def _check_place(path: Path, own_files: Sequence[str], *, force: bool, as_folder: bool) -> None:
    """Refuse what is at the path; see `check_output`."""
    if belongs_to_library(path) or any(is_same(path, Path(own)) for own in own_files):
        raise UserError(library_named(path))
    if path.exists() and path.is_dir() != as_folder:
        raise UserError(_wrong_kind(path, as_folder=as_folder))
    if path.exists() and not as_folder and not path.is_file():
        raise UserError(
            say(
                "{path} is not an ordinary file but a device, a pipe or the like, and is never replaced. "
                "Choose another name.",
                path=str(path),
            )
        )
    if path.exists() and not force:
        raise UserError(
            say(
                "{path} is there already. Choose another name, or allow it to be replaced (--force).",
                path=str(path),
            )
        )


def library_named(path: Path) -> Message:
    """What is said of a path that is the library's."""
    return say("{path} is the library itself and is never overwritten. Choose another name.", path=str(path))


def _wrong_kind(path: Path, *, as_folder: bool) -> Message:
    if as_folder:
        return say("{path} is a file, and this export is a folder. Choose another name.", path=str(path))
    return say("{path} is a folder, and this export is a file. Choose another name.", path=str(path))


def is_same(path: Path, own: Path) -> bool:
    """Whether both lead to the same file, which need not be there."""
    with contextlib.suppress(OSError):
        if path.samefile(own):
            return True
    return true_path(path) == true_path(own)


def _allow_as_others(handle: int) -> None:
    """Give the file the rights of any new file; mkstemp makes them private."""
    if sys.platform != "win32":
        os.fchmod(handle, 0o666 & ~file_mask())


def replace_file(temporary: Path, target: Path) -> None:
    """Give a written file its name; on Windows again a few times, for a virus scanner may hold it."""
    for attempt in range(_TRIES):
        try:
            temporary.replace(true_path(target))
        except PermissionError:
            if sys.platform != "win32" or attempt == _TRIES - 1:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return
