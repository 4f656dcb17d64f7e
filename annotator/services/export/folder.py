"""A folder of an export on its way to its name: written beside it, flushed, then renamed as a whole.

Where the folder is there already (and may be replaced), its files are replaced one by one, the manifest last.
What an earlier export wrote there and this one does not is taken away, but only as far as the earlier
manifest names it and it is still what was written then; files of the person's own are never touched.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Final, Self

from annotator.files import file_mask, make_folder, sync_folder
from annotator.services.export.file import explained, explained_late, replace_file
from annotator.services.export.leftovers import passing_prefix, sweep_leftovers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

MANIFEST: Final = "manifest.json"
"""Names the files of an export with their sums; its own sum stands for the folder."""

_ONE_BY_ONE: Final = 100
"""So many files are flushed to the disk each by itself; more are flushed together, many times as quick."""
_CAN_SYNC: Final = hasattr(os, "sync")
_PIECE: Final = 1 << 16
"""Bytes read at once for a sum."""


@dataclass(frozen=True, slots=True)
class FolderFile:
    """One file of the folder.

    Attributes:
        name: within the folder, sub-folders by "/".
        path: where it is until the folder is published.
        sha256: of its bytes.
        holds_documents: whether reading it back gives documents.
    """

    name: str
    path: Path
    sha256: str
    holds_documents: bool


@dataclass(slots=True)
class FolderDelivery:
    """A folder that a writer fills (`formats.base.Folder`); a with-block that leaves nothing unpublished.

    Raises on writing and publishing:
        EnvironmentProblem: the disk refused.

    Attributes:
        target: the name it will have.
        files: written so far, in order.
        kept: after `publish`, names of files of an earlier export that were changed since and were left.
    """

    target: Path
    files: list[FolderFile] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    _root: Path | None = None
    _made: set[Path] = field(default_factory=set)

    def __enter__(self) -> Self:
        sweep_leftovers(self.target.parent)
        with explained(self.target):
            made = tempfile.mkdtemp(prefix=passing_prefix(), suffix=".part", dir=self.target.parent)
            self._root = Path(made)
            self._root.chmod(0o777 & ~file_mask())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._root is not None:
            shutil.rmtree(self._root, ignore_errors=True)

    @contextlib.contextmanager
    def file(self, name: str, *, holds_documents: bool = True) -> Iterator[BinaryIO]:
        """A new file of that name; see `formats.base.Folder`.

        Raises:
            ValueError: the name leads out of the folder. EnvironmentProblem: also for a name given before.
        """
        path = self._place_of(name)
        with explained(self.target / name):
            self._make(path.parent)
            with path.open("x+b") as stream:
                yield stream
                stream.flush()
                if len(self.files) < _ONE_BY_ONE or not _CAN_SYNC:
                    os.fsync(stream.fileno())
                stream.seek(0)
                sha256 = _sum_of(stream)
        self.files.append(FolderFile(name, path, sha256, holds_documents))

    def publish(self) -> None:
        """Give the folder its name and make it last."""
        with explained(self.target):
            if len(self.files) > _ONE_BY_ONE and _CAN_SYNC:
                os.sync()
            if self.target.exists():
                self._replace_files()
            elif self._root is not None:
                for folder in {file.path.parent for file in self.files}:
                    sync_folder(folder)
                self._root.rename(self.target)
                self._root = None
        with explained_late(self.target):
            self._sync_names()
            sync_folder(self.target.parent)

    def _sync_names(self) -> None:
        for folder in {(self.target / file.name).parent for file in self.files}:
            if folder.is_dir():
                sync_folder(folder)

    def _make(self, folder: Path) -> None:
        if folder not in self._made:
            folder.mkdir(parents=True, exist_ok=True)
            self._made.add(folder)

    def _place_of(self, name: str) -> Path:
        pure = PurePosixPath(name)
        if self._root is None or not _is_within(pure):
            raise ValueError(name)
        return self._root / pure

    def _replace_files(self) -> None:
        before = files_listed(self.target / MANIFEST)
        for file in sorted(self.files, key=lambda file: file.name == MANIFEST):
            place = self.target / file.name
            if file.name == MANIFEST:  # it may not be the new one before all that it lists is
                self._sync_names()
            make_folder(place.parent)
            replace_file(file.path, place)
        self._take_away(before)

    def _take_away(self, before: dict[str, str]) -> None:
        """Remove files of an earlier export that this one does not have."""
        own = {file.name for file in self.files}
        for name, sha256 in before.items():
            place = self.target / name
            if name in own or not place.is_file():
                continue
            with place.open("rb") as stream:
                is_as_written = _sum_of(stream) == sha256
            if is_as_written:
                place.unlink()
            else:
                self.kept.append(name)


def files_listed(manifest: Path) -> dict[str, str]:
    """Names and sums of the files of an earlier export; none where its manifest is not one of ours."""
    try:
        files = json.loads(manifest.read_bytes())["files"]
        named = {str(file["name"]): str(file["sha256"]) for file in files}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {name: sha256 for name, sha256 in named.items() if _is_within(PurePosixPath(name))}


def _is_within(name: PurePosixPath) -> bool:
    """Whether the name leads to somewhere in the folder."""
    return bool(name.parts) and not name.is_absolute() and ".." not in name.parts


def _sum_of(stream: BinaryIO) -> str:
    """Of what is left to read; many small files take half the time that `hashlib.file_digest` takes."""
    found = hashlib.sha256()
    while piece := stream.read(_PIECE):
        found.update(piece)
    return found.hexdigest()
