"""What is written while documents are compared is compared once more, and nothing is begun anew for it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject

from annotator.model.outcome import Outcome, Touched
from annotator.model.overview import RowFigures
from annotator.ui.review.overview.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class SlowDesk:
    """Does long work when it is told to; the library answers with how often it was asked of a document."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []
        self.asked: list[list[str]] = []
        self.library = SimpleNamespace(review=SimpleNamespace(figures_of=self._figures_of))

    def _figures_of(self, documents: Sequence[str], _annotators: Sequence[str]) -> dict[str, RowFigures]:
        self.asked.append(list(documents))
        return {uid: RowFigures(sum(uid in each for each in self.asked)) for uid in documents}

    def run(self, task: Any, progress: Any, done: Any, _failed: Any = None) -> Any:
        def work() -> None:
            found = task(self.library, lambda *_: None)
            progress(1, 1)
            done(found)

        self.waiting.append(work)
        return SimpleNamespace(cancel=lambda: self.waiting.remove(work))

    def finish(self) -> None:
        """Let the work that waits be done."""
        work = self.waiting[0]
        work()
        self.waiting.remove(work)


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


def wrote(*documents: str) -> Outcome[object]:
    return Outcome(None, Touched.SPANS, documents)


def test_a_write_meanwhile_is_seen_at_the_end_and_does_not_begin_anew(owner: QObject) -> None:
    desk, known = SlowDesk(), {}
    reading = Reading(desk, owner)  # type: ignore[arg-type]
    reading.figured.connect(known.update)
    reading.compare(["a", "b"], anew=False)
    reading.note(wrote("b"), ("a", "b"))
    reading.compare(["b"], anew=False)
    assert len(desk.waiting) == 1
    desk.finish()
    assert not reading.is_stale("a")
    assert reading.is_stale("b")
    assert reading.has_news
    reading.compare(["b"], anew=False)
    desk.finish()
    assert desk.asked == [["a", "b"], ["b"]]
    assert known == {"a": RowFigures(1), "b": RowFigures(2)}
    assert not reading.is_stale("b")
    assert not reading.has_news


def test_other_annotators_begin_anew(owner: QObject) -> None:
    desk = SlowDesk()
    reading = Reading(desk, owner)  # type: ignore[arg-type]
    reading.compare(["a", "b"], anew=False)
    reading.compare(["a"], ("lan", "minh"), anew=True)
    assert len(desk.waiting) == 1
    desk.finish()
    assert desk.asked == [["a"]]


def test_a_write_that_names_no_documents_concerns_all(owner: QObject) -> None:
    reading = Reading(SlowDesk(), owner)  # type: ignore[arg-type]
    reading.note(wrote(), ("a", "b"))
    assert reading.is_stale("a")
    assert reading.is_stale("b")
    reading.note(Outcome(None), ("c",))
    assert not reading.is_stale("c")
