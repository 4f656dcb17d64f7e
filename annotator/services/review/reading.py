"""Documents as review reads them: layers united by person, clusters with their decisions, gold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.agreement.clusters import clusters
from annotator.agreement.compared import Compared
from annotator.errors import UserError
from annotator.messages import say
from annotator.model.document import COUNTED, AnnotatorKind, Layer, Status
from annotator.model.overview import LayerCell, OverviewRow
from annotator.model.review import GOLD_UID
from annotator.model.span import Span, reading_order
from annotator.services.people import find_annotator
from annotator.services.review.joining import Joined, gone, join
from annotator.storage.repositories.decisions import Speaking
from annotator.storage.repositories.spans import span_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.model.document import Annotator
    from annotator.model.review import Cluster, Decision
    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.reviewed import LivingDocument, LivingLayer
    from annotator.storage.repositories.stream import SpanRow
    from annotator.storage.united import United

PIECE: Final = 200
"""Documents that are read together."""


@dataclass(frozen=True, slots=True)
class Examined:
    """One living document as a reviewer finds it.

    Attributes:
        key: of the document; `uid` and `title` likewise of it.
        people: whose layers are compared, in the order in which they came.
        layers: theirs, in the same order; of a person with several uids they are one.
        spans: by annotator's uid.
        joined: clusters with decisions in reading order, with those that nobody marks any more but that
            gave to gold; none while fewer than two have a layer.
        decisions: all on the document, the oldest first, also those whose cluster is gone.
        gold: spans of the gold layer in reading order.
        gold_status: None while there is no gold.
    """

    key: int
    uid: str
    title: str
    people: tuple[Annotator, ...]
    layers: tuple[Layer, ...]
    spans: Mapping[str, Sequence[Span]]
    joined: tuple[Joined, ...]
    decisions: tuple[Decision, ...]
    gold: tuple[Span, ...]
    gold_status: Status | None

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """Its clusters in reading order."""
        return tuple(each.cluster for each in self.joined)

    @property
    def is_waiting(self) -> bool:
        """Whether somebody's spans are still to come, by the rule of the overview."""
        cells = {each.annotator.uid: LayerCell(each.status, each.spans) for each in self.layers}
        return OverviewRow(self.uid, self.title, cells).is_waiting()

    def named(self, uid: str) -> Joined | None:
        """The cluster that goes by this uid, None when there is none (any more)."""
        exact = (each for each in self.joined if each.cluster.uid == uid)
        called = (each for each in self.joined if each.cluster.is_called(uid))
        return next(exact, None) or next(called, None)


class Reader:
    """Reads documents of one corpus for review, by one view.

    Args:
        view: of the library.
        corpus_key: the corpus.
        annotators: uids of those compared; () for all people.

    Attributes:
        speaking: people and labels as decisions name them.
        labels: uid by key of a label.

    Raises:
        UserError: one of the annotators is not there.
    """

    def __init__(self, view: Repositories, corpus_key: int, annotators: Sequence[str] = ()) -> None:
        self._view = view
        people = view.people.all()
        self._united, self._is_whole = view.people.united, not annotators
        self._compared = _compared(view, people, annotators, self._united)
        self._gold = next((key for key, each in people.items() if each.uid == GOLD_UID), None)
        self.labels = view.labels.all_uids(corpus_key)
        self.speaking = Speaking(people, view.labels.shown_as(corpus_key))

    def one(self, key: int) -> Examined | None:
        """One document, None when it does not live (any more)."""
        return next(self.each([key]), None)

    def each(self, keys: Sequence[int]) -> Iterator[Examined]:
        """Those of these documents that live, in import order, some hundred read at a time."""
        for begin in range(0, len(keys), PIECE):
            yield from self._piece(keys[begin : begin + PIECE])

    def pieces(self, keys: Sequence[int]) -> Iterator[list[Examined]]:
        """As `each`, some hundred together, for who writes as many at once."""
        for begin in range(0, len(keys), PIECE):
            yield list(self._piece(keys[begin : begin + PIECE]))

    def _piece(self, keys: Sequence[int]) -> Iterator[Examined]:
        view = self._view
        documents = view.reviewed.documents(keys)
        layers = view.reviewed.layers(keys)
        wanted = [each for held in layers.values() for each in held if self._counts(each)]
        spans = view.reviewed.spans([each.key for each in wanted])
        decisions = view.decisions.of_documents({each.key: each.uid for each in documents}, self.speaking)
        for document in documents:
            held = [each for each in layers.get(document.key, []) if self._counts(each)]
            yield self._examined(document, held, spans, decisions.get(document.key, []))

    def _counts(self, layer: LivingLayer) -> bool:
        return layer.annotator == self._gold or self._united.main(layer.annotator) in self._compared

    def _examined(
        self,
        document: LivingDocument,
        layers: Sequence[LivingLayer],
        spans: Mapping[tuple[int, int], Sequence[SpanRow]],
        decisions: Sequence[Decision],
    ) -> Examined:
        united: dict[int, list[LivingLayer]] = {}
        gold = None
        for layer in layers:
            if layer.annotator == self._gold:
                gold = layer
            else:
                united.setdefault(self._united.main(layer.annotator), []).append(layer)
        united = {main: self._main_first(main, united[main]) for main in sorted(united)}
        marked = {
            self._compared[main].uid: self._shown([spans.get(each.place, ()) for each in own])
            for main, own in united.items()
        }
        found = clusters(Compared(document.uid, "", marked)) if len(marked) > 1 else []
        golden = () if gold is None else self._spans(spans.get(gold.place, ()))
        return Examined(
            document.key,
            document.uid,
            document.title,
            tuple(self._compared[main] for main in united),
            tuple(self._layer(main, own[0], marked) for main, own in united.items()),
            marked,
            self._joined(found, decisions, marked),
            tuple(decisions),
            tuple(sorted(golden, key=reading_order)),
            None if gold is None else Status(gold.status),
        )

    def _joined(
        self, found: Sequence[Cluster], decisions: Sequence[Decision], marked: Mapping[str, Sequence[Span]]
    ) -> tuple[Joined, ...]:
        """Clusters with decisions; where all people are compared, also what nobody marks any more."""
        joined = join(found, decisions)
        if decisions and self._is_whole and len(marked) > 1:
            joined += gone(joined, decisions, tuple(marked))
            joined.sort(key=lambda each: each.cluster.start)
        return tuple(joined)

    def _main_first(self, main: int, layers: list[LivingLayer]) -> list[LivingLayer]:
        """The layers of one person, the main annotator's first: it says the status and whose span shows."""
        order = self._united.members(main)
        return sorted(layers, key=lambda layer: order.index(layer.annotator))

    def _layer(self, main: int, first: LivingLayer, marked: Mapping[str, Sequence[Span]]) -> Layer:
        owner = self._compared[main]
        return Layer(first.uid, owner, Status(first.status), len(marked[owner.uid]))

    def _shown(self, layers: Sequence[Sequence[SpanRow]]) -> Sequence[Span]:
        """The spans of one person; of equal ones in several layers the first layer's."""
        if len(layers) == 1:
            return self._spans(layers[0])
        found: dict[object, Span] = {}
        for layer in layers:
            for span in self._spans(layer):
                found.setdefault(span.place, span)
        return list(found.values())

    def _spans(self, rows: Sequence[SpanRow]) -> Sequence[Span]:
        return [span_of(row, self.labels) for row in rows]


def _compared(
    view: Repositories,
    people: Mapping[int, Annotator],
    annotators: Sequence[str],
    united: United,
) -> dict[int, Annotator]:
    """Annotators whose layers are compared, by key: those named, else all people."""
    mains = {key: person for key, person in people.items() if united.main(key) == key}
    if not annotators:
        return {key: person for key, person in mains.items() if person.kind in COUNTED}
    named = {_person(view, each).uid for each in annotators}
    return {key: person for key, person in mains.items() if person.uid in named}


def _person(view: Repositories, name_or_uid: str) -> Annotator:
    """The annotator of that uid or name.

    Raises:
        UserError: there is none, or it is gold, which is what comes of a comparison and no part of it.
    """
    found = find_annotator(view, name_or_uid)
    if found is None:
        raise UserError(say("There is no annotator {uid} in this library.", uid=name_or_uid))
    if found.kind is AnnotatorKind.GOLD:
        raise UserError(say("Gold is what comes of a review; it cannot be compared with people in it."))
    return found
