"""What became of the decisions on a document or cluster in time, and bringing one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.review import GoldRange, Ruling
from annotator.model.rulings import PastRuling
from annotator.services.review import deciding
from annotator.services.review.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.model.outcome import Outcome
    from annotator.model.review import Cluster
    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.decisions import PastDecision
    from annotator.storage.store import Store


def history(store: Store, document: str, cluster: str | None) -> list[PastRuling]:
    """See `Review.history`."""
    with store.reading() as view:
        return sorted(_past(view, document, cluster), key=lambda each: each.step.seq, reverse=True)


def _past(view: Repositories, document: str, cluster: str | None) -> Iterator[PastRuling]:
    examined = deciding.examine(view, document)
    wanted = () if cluster is None else _uids(cluster, deciding.cluster_named(examined, cluster).cluster)
    speaking = Reader(view, view.documents.version(examined.key).corpus).speaking
    rows = view.decisions.past(examined.key, examined.uid, speaking, wanted)
    begun = {(row.decision.uid, row.from_step) for row in rows}
    for row in rows:
        yield from _told(view, row, begun)


def _uids(asked: str, cluster: Cluster) -> tuple[str, ...]:
    return tuple(dict.fromkeys((cluster.uid, *cluster.aliases, asked)))


def _told(view: Repositories, row: PastDecision, begun: set[tuple[str, int]]) -> Iterator[PastRuling]:
    """What began with a version, and what ended with it unless another one followed."""
    decision = row.decision
    if row.from_step == row.to_step:
        return  # it never was a state
    if (info := view.steps.info(row.from_step)) is not None:
        yield PastRuling(info, decision.cluster, decision, row.to_step is None)
    if row.to_step is None or (decision.uid, row.to_step) in begun:
        return
    if (info := view.steps.info(row.to_step)) is not None:
        yield PastRuling(info, decision.cluster, None)


def restore(
    store: Store, document: str, cluster: str, version: str, reviewer: str | None
) -> Outcome[Cluster]:
    """See `Review.restore`."""
    found = _version(history(store, document, cluster), version)
    if found.decision is None:
        return deciding.take_back(store, cluster, document, reviewer)
    past = found.decision
    takes = tuple(GoldRange(*gold.place[:3], parts=gold.parts) for gold in past.gold)
    ruling = Ruling(document, cluster, past.verdict, takes, past.category, past.reason)
    return deciding.decide(store, ruling, reviewer)


def _version(past: Sequence[PastRuling], version: str) -> PastRuling:
    found = next((each for each in past if each.step.uid == version), None)
    if found is None:
        raise UserError(say("There is no such version of this decision in this library (any more)."))
    return found
