"""A library of one corpus with one document, on a real disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.library import Library, open_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "Đồng chí Nguyễn Văn A, Bí thư Tỉnh ủy, dự lễ trao Huân chương Lao động."


class Home(NamedTuple):
    path: Path
    library: Library
    corpus: str
    document: str
    labels: list[str]

    def label(self, start: int, end: int, label: int = 0) -> str:
        """Label a stretch by hand; the span's uid."""
        uid = new_uid()
        self.library.annotating.apply(self.document, (SpanAdded(Span(uid, start, end, self.labels[label])),))
        return uid


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    path = tmp_path / "library.annotator"
    with open_library(str(path)) as library:
        corpus = library.corpora.create("Báo").value.uid
        document = library.documents.add(corpus, "Bài 1", TEXT).value.uid
        labels = [each.label.uid for each in library.labels.list(corpus)]
        yield Home(path, library, corpus, document, labels)
