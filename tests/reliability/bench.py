"""A library with one document at which somebody labels, and a ledger of what was told as saved."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.errors import AnnotatorError, OutcomeUnknownError
from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.library import open_library
from tests.reliability.worlds import Problem, World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TEXT: Final = "Đồng chí Nguyễn Văn A, Bí thư Tỉnh ủy, dự lễ trao Huân chương Lao động. 😀\r\n" * 40
CORPUS: Final = "Báo"
_LENGTHS: Final = 40


@dataclass(frozen=True, slots=True)
class Trial:
    """Something of the surroundings that goes wrong, and what must be true then.

    Attributes:
        name: of it, as a test is called.
        promise: what its figures are counted under.
        run: tries it in a world of its own and gives what is wrong.
        needs: why it cannot be tried on this machine, "" when it can.
        environment: makes, in a folder, what more its process needs in its environment.
        is_apart: whether it changes its process for good, and so gets another one.
        is_short: whether each run of the suite tries it.
    """

    name: str
    promise: str
    run: Callable[[World], Iterator[Problem]]
    needs: Callable[[], str] = str
    environment: Callable[[Path], dict[str, str]] | None = None
    is_apart: bool = False
    is_short: bool = True


class Bench:
    """Labels at a library and remembers what it was told.

    Attributes:
        saved: uids of the spans that were told as saved.
        unknown: uids of those of which nobody could tell.
        places: start and end of the saved ones, in order.
    """

    def __init__(self, world: World, path: Path | None = None) -> None:
        """Make the library, with a corpus and a document, and open it as a window does."""
        self.world = world
        self.path = path or world.library
        self.saved: set[str] = set()
        self.unknown: set[str] = set()
        self.places: list[tuple[int, int]] = []
        self._number = 0
        self.library = open_library(str(self.path))
        self.corpus = self.library.corpora.create(CORPUS).value.uid
        self.document = self.library.documents.add(self.corpus, "Bài 1", TEXT).value.uid
        self._label = self.library.labels.list(self.corpus)[0].label.uid

    def label(self) -> str:
        """Label the next stretch; "" when it was saved, else the sentence why it was not."""
        start = self._number // _LENGTHS
        span = Span(new_uid(), start, start + 1 + self._number % _LENGTHS, self._label)
        self._number += 1
        try:
            self.library.annotating.apply(self.document, (SpanAdded(span),))
        except OutcomeUnknownError as error:
            self.unknown.add(span.uid)
            return str(error.message)
        except AnnotatorError as error:
            return str(error.message)
        self.saved.add(span.uid)
        self.places.append((span.start, span.end))
        return ""

    def label_until_refused(self, most: int = 5_000) -> str:
        """Label until it is refused; the sentence, "" if it never was."""
        for _ in range(most):
            if sentence := self.label():
                return sentence
        return ""

    def close(self) -> str:
        """Close the library; the sentence of what went wrong, "" for nothing."""
        try:
            self.library.close()
        except AnnotatorError as error:
            return str(error.message)
        return ""

    def open(self, *, writable: bool = True) -> None:
        """Open it again."""
        self.library = open_library(str(self.path), writable=writable, create=False)

    def there(self) -> set[str]:
        """The uids of the spans that are in the document."""
        return {span.uid for span in self.library.documents.open(self.document).state.spans()}

    def look(self) -> Iterator[Problem]:
        """Close, open anew and compare with what was told."""
        self.close()
        try:
            self.open()
            with contextlib.closing(self.library):
                yield from self.look_here()
        except AnnotatorError as error:
            yield Problem("damaged", f"it does not open again: {error.message}")

    def look_here(self) -> Iterator[Problem]:
        """Compare what is there with what was told, and check the library."""
        there = self.there()
        if missing := self.saved - there:
            yield Problem("lost", f"{len(missing)} of {len(self.saved)} spans told as saved are gone")
        if more := there - self.saved - self.unknown:
            yield Problem("damaged", f"{len(more)} spans are there that were told as refused")
        for problem in self.library.checking.check().problems:
            yield Problem("damaged", str(problem.message))


def expected(holds: object, words: str, kind: str = "damaged") -> Iterator[Problem]:
    """A problem with these words unless something holds."""
    if not holds:
        yield Problem(kind, words)
