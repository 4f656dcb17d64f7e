"""One article, three annotators, and everything a comparison shows of them, made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.agreement.clusters import clusters
from annotator.agreement.compared import Compared
from annotator.model.document import Annotator, Document, Layer, Status
from annotator.model.label import standard_label_uid, standard_labels
from annotator.model.review import ReviewedDocument
from annotator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = (
    "Quân khu 10 gặp mặt điển hình\n\n"
    "Thiếu tá Y Brơm Niê, Chính trị viên Tiểu đoàn 2, Trung đoàn 7, đạt danh hiệu “Chiến sĩ thi đua toàn quân”. "
    "Bằng khen của Bộ Quốc phòng về tay nhân viên quân y."
)
PEOPLE = (Annotator("uid-lan", "Lan"), Annotator("uid-minh", "Minh"), Annotator("uid-thao", "Thảo"))
PERSON, POSITION, ORGANIZATION, _, AWARD = map(
    standard_label_uid, ("person", "position", "organization", "campaign", "award")
)


def span(words: str, label: str, *, note: str = "", origin: str = "hand") -> Span:
    """A span on the first place of these words."""
    start = TEXT.index(words)
    return Span(f"{words} {label} {note}", start, start + len(words), label, note=note, origin=origin)


SHARED = (span("Y Brơm Niê", PERSON), span("Chiến sĩ thi đua toàn quân", AWARD))
LAYERS = {
    "uid-lan": (
        *SHARED,
        span("Chính trị viên Tiểu đoàn 2, Trung đoàn 7", POSITION),
        span("Bộ Quốc phòng", ORGANIZATION),
        span("nhân viên quân y", POSITION),
    ),
    "uid-minh": (
        *SHARED,
        span("Chính trị viên Tiểu đoàn 2", POSITION, note="Cắt ở dấu phẩy đầu tiên."),
        span("Bộ Quốc phòng", AWARD),
    ),
    "uid-thao": (
        *SHARED,
        span("Chính trị viên Tiểu đoàn 2, Trung đoàn 7", POSITION, origin="dictionary"),
        span("Bộ Quốc phòng", ORGANIZATION),
    ),
}


@pytest.fixture
def reviewed() -> ReviewedDocument:
    """Two agreed spans, one cluster of edges, one of labels, one that one person alone has."""
    compared = Compared("document", TEXT, LAYERS)
    return ReviewedDocument(
        Document("document", "corpus", "Quân khu 10 gặp mặt điển hình", TEXT),
        {label.uid: label for label in standard_labels()},
        PEOPLE,
        tuple(Layer(person.uid, person, Status.DONE, 5) for person in PEOPLE),
        tuple(clusters(compared)),
    )


@pytest.fixture
def words_of() -> Callable[[int, int], str]:
    """The words of a range of the text."""
    return lambda start, end: TEXT[start:end]
