"""One article, three annotators, and everything a comparison shows of them, made by hand."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.agreement.clusters import clusters
from annotator.agreement.compared import Compared
from annotator.model.changes import SpanAdded
from annotator.model.document import Annotator, Document, Layer, Status
from annotator.model.identity import new_uid
from annotator.model.label import standard_label_uid, standard_labels
from annotator.model.review import ReviewedDocument
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.ui.desk import InlineDesk
from annotator.ui.review.compare.page import ComparePage
from annotator.ui.review.shared import Shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.services.library import Library

TEXT = (
    "Quân khu 10 gặp mặt điển hình\n\n"
    "Thiếu tá Y Brơm Niê, Chính trị viên Tiểu đoàn 2, Trung đoàn 7, đạt danh hiệu “Chiến sĩ thi đua toàn "
    "quân”. "
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


OTHER = "Tin ngắn\n\nBằng khen của Bộ Quốc phòng về tay nhân viên quân y Lý A Páo."


@pytest.fixture(scope="session")
def kept_comparison(kept_library: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """The closed library of `compared`, made once, and the uids of its two documents."""
    path = shutil.copyfile(kept_library, tmp_path_factory.mktemp("kept") / "compared.annotator")
    with open_library(str(path)) as library:
        return path, *_compare(library)


@pytest.fixture
def library(kept_comparison: tuple[Path, str, str], tmp_path: Path) -> Iterator[Library]:
    """The usual library with the corpus “So sánh” beside the other one."""
    with open_library(str(shutil.copyfile(kept_comparison[0], tmp_path / "test.annotator"))) as opened:
        yield opened


@pytest.fixture
def compared(library: Library, kept_comparison: tuple[Path, str, str]) -> tuple[str, str]:
    """Two documents with the layers of three people in a real library; their uids."""
    return kept_comparison[1:]


def _compare(library: Library) -> tuple[str, str]:
    corpus = library.corpora.create("So sánh").value
    people = [library.people.create(name).value for name in ("Lan", "Minh", "Thảo")]
    uids = []
    for title, text in (("Quân khu 10", TEXT), ("Tin ngắn", OTHER)):
        made = library.documents.add(corpus.uid, title, text).value
        uids.append(made.uid)
        for person, spans in zip(people, LAYERS.values(), strict=True):
            moved = [_moved(span, text) for span in spans if _words(span) in text]
            changes = tuple(SpanAdded(span) for span in moved)
            library.annotating.apply(made.uid, changes, annotator_uid=person.uid)
    return uids[0], uids[1]


def _words(span: Span) -> str:
    return TEXT[span.start : span.end]


def _moved(span: Span, text: str) -> Span:
    start = text.index(_words(span))
    return replace(span, uid=new_uid(), start=start, end=start + len(_words(span)))


@pytest.fixture
def often(library: Library, compared: tuple[str, str]) -> None:
    """Three more documents with the difference that the second one has."""
    corpus = library.review.document(compared[1]).document.corpus
    people = [each for each in library.people.list() if each.name in ("Lan", "Minh", "Thảo")]
    for number in range(3):
        text = f"Số {number}. {OTHER}"
        made = library.documents.add(corpus, f"Tin {number}", text).value
        for person, spans in zip(people, LAYERS.values(), strict=True):
            moved = [_moved(span, text) for span in spans if _words(span) == "Bộ Quốc phòng"]
            changes = tuple(SpanAdded(span) for span in moved)
            library.annotating.apply(made.uid, changes, annotator_uid=person.uid)


@pytest.fixture
def shared(library: Library, compared: tuple[str, str]) -> Iterator[Shared]:
    made = Shared(InlineDesk(library))
    made.corpus = next(corpus.uid for corpus in library.corpora.list() if corpus.name == "So sánh")
    yield made
    made.deleteLater()


@pytest.fixture
def page(shared: Shared, compared: tuple[str, str], on_screen: Callable[..., None]) -> ComparePage:
    """The page on the first of the two documents."""
    made = ComparePage(shared)
    on_screen(made, 1440, 800)
    made.set_corpus(shared.corpus, is_writable=True)
    return made
