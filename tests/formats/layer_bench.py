"""Writing a folder of one file a document and reading it back, for tests of formats that are such folders."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from annotator.errors import FormatError
from annotator.formats.base import (
    IncomingDocument,
    LossReport,
    Notices,
    OutgoingHead,
    ReadOptions,
    Source,
    WriteOptions,
)
from annotator.model.document import Annotator, Corpus
from annotator.model.label import standard_labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from annotator.formats.base import OutgoingDocument


@dataclass
class Written:
    """A folder in memory, and what was said when it was written."""

    files: dict[str, bytes] = field(default_factory=dict)
    losses: LossReport = field(default_factory=LossReport)
    of_documents: list[str] = field(default_factory=list)

    @contextlib.contextmanager
    def file(self, name: str, *, holds_documents: bool = True) -> Iterator[BinaryIO]:
        assert name not in self.files
        stream = BytesIO()
        yield stream
        self.files[name] = stream.getvalue()
        if holds_documents:
            self.of_documents.append(name)

    @property
    def only(self) -> str:
        """The text of the one file that holds a document."""
        assert len(self.of_documents) == 1
        return self.files[self.of_documents[0]].decode()


@dataclass
class Taken:
    documents: list[IncomingDocument]
    notices: list[str]

    @property
    def only(self) -> IncomingDocument:
        assert len(self.documents) == 1
        return self.documents[0]


class LayerBench:
    """Reads and writes with the modules of one format."""

    def __init__(self, folder: Path, reader: str, writer: str, suffix: str) -> None:
        self._folder = folder
        self._read = import_module(f"annotator.formats.{reader}").read
        self._write = import_module(f"annotator.formats.{writer}").write_folder
        self._suffix = suffix

    def write(self, documents: Sequence[OutgoingDocument], people: tuple[Annotator, ...]) -> Written:
        written = Written()
        head = OutgoingHead(Corpus("c", "Corpus"), standard_labels(), people)
        self._write(head, iter(documents), written, WriteOptions(), written.losses)
        return written

    def read(self, data: bytes | str, *, layer: str = "", beside: dict[str, bytes] | None = None) -> Taken:
        for old in self._folder.iterdir():
            old.unlink()
        for name, content in (beside or {}).items():
            (self._folder / name).write_bytes(content)
        path = self._folder / f"a{self._suffix}"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return self.read_file(path, layer=layer)

    def read_file(self, path: Path, *, layer: str = "") -> Taken:
        notices = Notices()
        found = list(self._read(Source(path, path.name), ReadOptions(layer=layer), notices))
        assert all(isinstance(one, IncomingDocument) for one in found)
        return Taken(found, [str(message) for message in notices.messages])

    def read_back(self, written: Written) -> Taken:
        """The one document of a folder, with all of its other files beside it."""
        beside = {name: data for name, data in written.files.items() if name not in written.of_documents}
        (name,) = written.of_documents
        return self.read(written.files[name], beside=beside)

    def problems(
        self, data: bytes | str, *, layer: str = "", beside: dict[str, bytes] | None = None
    ) -> list[str]:
        with pytest.raises(FormatError) as caught:
            self.read(data, layer=layer, beside=beside)
        return [str(problem) for problem in caught.value.problems]
