"""How a review stands, added up over the documents that are listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.model.overview import RowFigures
    from annotator.model.review import ReviewFilter
    from annotator.ui.review.overview.matrix_model import MatrixModel


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts of one corpus.

    Attributes:
        documents: all of them.
        to_decide: open differences that the filter lets through; `all_open`: without the filter.
        undecided: documents that have any of `to_decide`.
        settled: differences that are ruled on.
        waiting: documents of which somebody's spans are still to come.
        finished: documents whose gold is closed.
        closable: uids of documents without an open difference that are not finished.
        unknown: documents that are still to be compared.
        hardest: uid of the document with most to decide, of those with as many the one with the lowest F1.
        shares: what each compared document adds to part and whole of the strict F1, and of that of
            boundaries alone.
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
    hardest: str = ""
    shares: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


def standing_of(model: MatrixModel, chosen: ReviewFilter) -> Standing:
    """How the review of the model's corpus stands."""
    rows = model.all_rows
    waiting = {row.document for row in rows if model.waits(row)}
    known = {row.document: model.figures_of(row.document) for row in rows if row.document not in waiting}
    compared = {uid: figures for uid, figures in known.items() if figures is not None}
    counts = {uid: figures.count(chosen) for uid, figures in compared.items()}
    finished = {row.document for row in rows if row.is_finished}
    return Standing(
        documents=len(rows),
        to_decide=sum(counts.values()),
        all_open=sum(len(figures.open) for figures in compared.values()),
        undecided=sum(count > 0 for count in counts.values()),
        settled=sum(figures.settled for figures in compared.values()),
        waiting=len(waiting),
        finished=len(finished),
        closable=tuple(uid for uid, each in compared.items() if not each.open and uid not in finished),
        unknown=len(known) - len(compared),
        hardest=_hardest(compared, counts),
        shares=tuple((each.strict, each.boundary) for each in compared.values() if each.f1 is not None),
    )


def _hardest(compared: dict[str, RowFigures], counts: dict[str, int]) -> str:
    open_ones = [uid for uid, count in counts.items() if count]

    def ease(uid: str) -> tuple[int, float]:
        f1 = compared[uid].f1
        return (-counts[uid], 2.0 if f1 is None else f1)

    return min(open_ones, key=ease, default="")
