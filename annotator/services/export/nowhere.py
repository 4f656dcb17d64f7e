"""Where exports are written to that are only to be foreseen, or looked at: nowhere, or memory."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, BinaryIO, cast

if TYPE_CHECKING:
    from collections.abc import Iterator


class Nothing(io.RawIOBase):
    """A stream that keeps nothing of what is written to it but how much it is."""

    def __init__(self) -> None:
        super().__init__()
        self._size = 0

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, data: Any) -> int:
        """Forget the bytes; gives how many."""
        count = len(data)
        self._size += count
        return count

    def tell(self) -> int:
        """So many bytes were written."""
        return self._size


class NoFolder:
    """A folder whose files are forgotten (`formats.base.Folder`)."""

    @contextlib.contextmanager
    def file(self, name: str, *, holds_documents: bool = True) -> Iterator[BinaryIO]:  # noqa: ARG002
        """A stream to nowhere."""
        yield cast("BinaryIO", Nothing())


@dataclass(slots=True)
class FolderInMemory:
    """A folder whose files are bytes by name (`formats.base.Folder`)."""

    files: dict[str, bytes] = field(default_factory=dict)
    explainers: set[str] = field(default_factory=set)
    """Names of those that hold no documents, but explain the others."""

    @contextlib.contextmanager
    def file(self, name: str, *, holds_documents: bool = True) -> Iterator[BinaryIO]:
        """A stream whose bytes are kept."""
        with io.BytesIO() as stream:
            yield stream
            self.files[name] = stream.getvalue()
            if not holds_documents:
                self.explainers.add(name)
