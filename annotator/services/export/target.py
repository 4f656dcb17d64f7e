"""Where an export goes: one file, or a folder of files; both appear whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol, Self

from annotator.services.export.file import Delivery
from annotator.services.export.folder import MANIFEST, FolderDelivery

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType

    from annotator.formats.base import Folder


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the export that does not have its name yet.

    Attributes:
        name: it will have, within the folder of the export.
        path: where it is.
        sha256: of its bytes.
        holds_documents: whether reading it back gives documents.
    """

    name: str
    path: Path
    sha256: str
    holds_documents: bool


class Target(Protocol):
    """What an export writes to; a with-block that leaves nothing behind unless it is published."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def stream(self, part: str) -> AbstractContextManager[BinaryIO]:
        """The one file of a part ("" for the whole)."""
        ...

    def folder(self, part: str) -> Folder:
        """The folder of a part."""
        ...

    def beside(self, name: str) -> AbstractContextManager[BinaryIO]:
        """A file that explains the others."""
        ...

    @property
    def written(self) -> tuple[Written, ...]:
        """All files so far, in order."""
        ...

    @property
    def sha256(self) -> str:
        """Of the one file, or of the manifest."""
        ...

    def publish(self) -> tuple[str, ...]:
        """Give everything its name; gives the names of files of an earlier export that were left."""
        ...


class OneFile:
    """A single file; what explains it stands beside it under its name."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._delivery = Delivery()

    def __enter__(self) -> Self:
        self._delivery.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._delivery.__exit__(kind, error, trace)

    def stream(self, part: str) -> AbstractContextManager[BinaryIO]:  # noqa: ARG002  (there is one)
        """The file."""
        return self._delivery.writing(self._path)

    def folder(self, part: str) -> Folder:
        """There is none.

        Raises:
            ValueError: always.
        """
        raise ValueError(part)

    def beside(self, name: str) -> AbstractContextManager[BinaryIO]:
        """A file whose name is that of the one file and this one."""
        return self._delivery.writing(explainer_of(self._path, name))

    @property
    def written(self) -> tuple[Written, ...]:
        """The file and what explains it."""
        return tuple(
            Written(file.target.name, file.temporary, file.sha256, file.target == self._path)
            for file in self._delivery.files
        )

    @property
    def sha256(self) -> str:
        """Of the file."""
        return self._delivery.files[0].sha256

    def publish(self) -> tuple[str, ...]:
        """Give the files their names; nothing is ever left of another export."""
        self._delivery.publish()
        return ()


class InFolder:
    """A folder of files, with a manifest."""

    def __init__(self, path: Path, extension: str) -> None:
        self._delivery = FolderDelivery(path)
        self._extension = extension

    def __enter__(self) -> Self:
        self._delivery.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._delivery.__exit__(kind, error, trace)

    def stream(self, part: str) -> AbstractContextManager[BinaryIO]:
        """A file named after the part."""
        return self._delivery.file(f"{part}.{self._extension}")

    def folder(self, part: str) -> Folder:
        """A sub-folder named after the part; the folder itself for the whole."""
        return Below(self._delivery, part) if part else self._delivery

    def beside(self, name: str) -> AbstractContextManager[BinaryIO]:
        """A file of this name in the folder."""
        return self._delivery.file(name, holds_documents=False)

    @property
    def written(self) -> tuple[Written, ...]:
        """All files so far."""
        return tuple(
            Written(file.name, file.path, file.sha256, file.holds_documents) for file in self._delivery.files
        )

    @property
    def sha256(self) -> str:
        """Of the manifest."""
        return next(file.sha256 for file in self._delivery.files if file.name == MANIFEST)

    def publish(self) -> tuple[str, ...]:
        """Give the folder its name."""
        self._delivery.publish()
        return tuple(self._delivery.kept)


@dataclass(frozen=True, slots=True)
class Below:
    """A sub-folder of a folder that is written (`formats.base.Folder`)."""

    above: Folder
    name: str

    def file(self, name: str, *, holds_documents: bool = True) -> AbstractContextManager[BinaryIO]:
        """A new file in it."""
        return self.above.file(f"{self.name}/{name}", holds_documents=holds_documents)


def explainer_of(path: Path, name: str) -> Path:
    """Where a file that explains the one at `path` stands: never in the way of another one's."""
    return path.with_name(f"{path.name}.{name}")
