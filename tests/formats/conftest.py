"""Reading bytes through a file, writing documents to bytes, for every test of formats."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from annotator.errors import FormatError
from annotator.formats.base import (
    IncomingDocument,
    IncomingHead,
    LossReport,
    Notices,
    OutgoingDocument,
    OutgoingHead,
    OutgoingSpan,
    ReadOptions,
    Source,
    WriteOptions,
)
from annotator.formats.registry import reader_for, writer_for
from annotator.model.document import Annotator, Corpus, Document, Status
from annotator.model.identity import fixed_uid
from annotator.model.label import Label, standard_labels

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ANN = Annotator(fixed_uid("annotator", "Ann"), "Ann")


@dataclass
class Taken:
    """What a reader gave."""

    head: IncomingHead | None = None
    documents: list[IncomingDocument] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def only(self) -> IncomingDocument:
        assert len(self.documents) == 1
        return self.documents[0]


class Bench:
    """Reads and writes through one folder."""

    annotator = ANN

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(
        self, name: str, data: bytes, *, format_name: str = "auto", encoding: str | None = None
    ) -> Taken:
        path = self._folder / name
        path.write_bytes(data)
        _, reader = reader_for(path, format_name, name=name)
        notices, taken = Notices(), Taken()
        for item in reader(Source(path, name), ReadOptions(encoding), notices):
            if isinstance(item, IncomingHead):
                taken.head = item
            else:
                taken.documents.append(item)
        taken.notices = [str(message) for message in notices.messages]
        return taken

    def problems(
        self, name: str, data: bytes, *, format_name: str = "auto", encoding: str | None = None
    ) -> list[str]:
        with pytest.raises(FormatError) as caught:
            self.read(name, data, format_name=format_name, encoding=encoding)
        return [str(problem) for problem in caught.value.problems]

    def write(
        self,
        format_name: str,
        documents: Iterable[OutgoingDocument],
        *,
        labels: tuple[Label, ...] | None = None,
        annotators: tuple[Annotator, ...] = (ANN,),
        options: WriteOptions | None = None,
    ) -> tuple[bytes, LossReport]:
        stream, losses = io.BytesIO(), LossReport()
        head = OutgoingHead(
            Corpus("c", "Corpus"), standard_labels() if labels is None else labels, annotators
        )
        writer_for(format_name)(head, documents, stream, options or WriteOptions(), losses)
        return stream.getvalue(), losses

    def document(
        self, text: str, *spans: tuple[int, int, str], number: int = 1, status: Status = Status.NEW
    ) -> OutgoingDocument:
        """A document of Ann's layer with these (start, end, label)."""
        uid = fixed_uid("document", str(number))
        marked = [
            OutgoingSpan(start, end, label, ANN.uid, fixed_uid("span", f"{number} {place}"))
            for place, (start, end, label) in enumerate(spans)
        ]
        marked.sort(key=lambda span: (span.start, -span.end, span.uid))
        return OutgoingDocument(
            Document(uid, "c", f"Title {number}", text), ((ANN.uid, status),), tuple(marked), status
        )


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("formats"))
