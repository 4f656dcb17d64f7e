"""How a review stands, added up over the documents that are listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.model.review import ReviewFilter
    from annotator.ui.review.overview.matrix_model import MatrixModel


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts of one corpus.

    Attributes:
        documents: all of them.
        to_decide: open differences that the filter lets through, in documents that are not finished and whose
            titles are searched; `all_open`: without filter and search.
        undecided: documents that have any of `to_decide`.
        settled: differences that are ruled on.
        waiting: documents of which somebody's spans are still to come.
        finished: documents whose gold is closed.
        closable: uids of documents without an open difference that are not finished.
        unknown: documents that are still to be compared.
        left: differences that were left open when their documents were finished.
        hardest: uid of the document with most to decide, of those with as many the one with the lowest F1.
    """

    documents: int = 0
    to_decide: int = 0
    all_open: int = 0
    undecided: int = 0
    settled: int = 0
    waiting: int = 0
    finished: int = 0
    closable: tuple[str, ...] = ()
    unknown: int = 0
    left: int = 0
    hardest: str = ""


def standing_of(model: MatrixModel, chosen: ReviewFilter) -> Standing:
    """How the review of the model's corpus stands; one pass, since it is asked for while figures arrive."""
    rows = model.all_rows
    counts: dict[str, int] = {}
    closable: list[str] = []
    waiting = finished = settled = all_open = unknown = left = 0
    for row in rows:
        if row.is_finished:
            finished += 1
        if model.waits(row):
            waiting += 1
            continue
        figures = model.figures_of(row.document)
        if figures is None:
            unknown += 1
            continue
        settled += figures.settled
        if row.is_finished:
            left += len(figures.open)
            continue
        all_open += len(figures.open)
        if (count := figures.count(chosen)) and model.is_searched(row):
            counts[row.document] = count
        if not figures.open:
            closable.append(row.document)
    return Standing(
        documents=len(rows),
        to_decide=sum(counts.values()),
        all_open=all_open,
        undecided=len(counts),
        settled=settled,
        waiting=waiting,
        finished=finished,
        closable=tuple(closable),
        unknown=unknown,
        left=left,
        hardest=_hardest(model, counts),
    )


def shares_of(model: MatrixModel) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """What each compared document adds to part and whole of the strict F1, and of the boundary F1."""
    known = (model.figures_of(row.document) for row in model.all_rows if not model.waits(row))
    return [(each.strict, each.boundary) for each in known if each is not None and each.f1 is not None]


def _hardest(model: MatrixModel, counts: dict[str, int]) -> str:
    """The document with the most open differences; of several the one with the lowest F1."""
    most = max(counts.values(), default=0)

    def f1(document: str) -> float:
        figures = model.figures_of(document)
        return 2.0 if figures is None or figures.f1 is None else figures.f1

    return min((uid for uid, count in counts.items() if count == most), key=f1, default="")
