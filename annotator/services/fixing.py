"""Evening an inconsistency out: the same change at many places of one annotator's layers, as one step."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.changes import LayerState, SpanAdded, SpanRemoved, SpanReplaced
from annotator.model.consistency import Fixed, Item, Kind
from annotator.model.document import COUNTED
from annotator.model.identity import new_uid
from annotator.model.outcome import Outcome, Touched
from annotator.model.span import Span
from annotator.services.lookup import corpus_key
from annotator.services.people import find_annotator
from annotator.text.edges import peel, reshaped
from annotator.text.phrases import string_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from annotator.messages import Message
    from annotator.model.changes import Change
    from annotator.model.consistency import Spot
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

    Place = tuple[int, int, str]

_KINDS: Final = {Kind.LABELS: "relabel", Kind.BARE: "propagate", Kind.EDGES: "annotate"}
_TOUCHED: Final = Touched.SPANS | Touched.DOCUMENTS | Touched.LABELS
_NAMED: Final = 100


def fix(
    store: Store,
    corpus: str,
    item: Item,
    label: str,
    annotator: str,
    only: Collection[Spot] | None,
    warnings: tuple[Message, ...],
) -> Outcome[Fixed]:
    """As `Consistency.fix`."""
    with store.saving() as unit:
        home = corpus_key(unit, corpus)
        labels = {each.uid: key for key, each in unit.labels.active(home).items()}
        if label not in labels:
            raise UserError(say("There is no label {uid} in this corpus (any more).", uid=label))
        owner = _owner(unit, home, annotator, store.actor)
        task = _Task(unit, home, item, label, owner, None if only is None else frozenset(only))
        wanted, asked = task.wanted()
        sheets = [task.sheet(document, places) for document, places in sorted(wanted.items())]
        changed = sum(sheet.changed for sheet in sheets)
        if not changed:
            return Outcome(Fixed(0, asked))
        uids = task.write([sheet for sheet in sheets if sheet.changed], labels, changed)
        step = unit.commit()
    named = uids if len(uids) <= _NAMED else ()
    return Outcome(Fixed(changed, asked - changed), _TOUCHED, named, step, warnings)


def _owner(unit: UnitOfWork, home: int, annotator: str, own: int) -> int:
    """Whose layers are changed: the named one's, else those of the only one there is, else the own ones."""
    if annotator:
        found = find_annotator(unit, annotator)
        if found is None:
            raise UserError(say("There is no annotator {uid} in this library.", uid=annotator))
        return unit.people.living_key(found.uid)
    people = unit.people.all()
    counted = [key for key in unit.layers.owners(home) if people[key].kind in COUNTED]
    return counted[0] if len(counted) == 1 else own


@dataclass(slots=True)
class _Sheet:
    """One layer of one document, and what becomes of it."""

    document: int
    layer: int
    text: str
    state: LayerState
    changed: int = 0
    gone: set[str] = field(default_factory=set)
    come: list[Span] = field(default_factory=list)

    def make(self, change: Change) -> None:
        """Make a change by the rules of the model."""
        self.state.apply(change)
        self.changed += 1
        match change:
            case SpanAdded(span):
                self.come.append(span)
            case SpanRemoved(span):
                self.gone.add(span.uid)
            case SpanReplaced(before, after):
                self.gone.add(before.uid)
                self.come.append(after)


@dataclass(frozen=True, slots=True)
class _Task:
    """What is to be evened out, in whose layers."""

    unit: UnitOfWork
    home: int
    item: Item
    label: str
    owner: int
    only: frozenset[Spot] | None

    def wanted(self) -> tuple[dict[int, list[Place]], int]:
        """(document key -> places of the owner to change, how many places there are, whosever they are)."""
        uids = {row[0]: row[1] for row in self.unit.figures.documents(self.home)}
        found = self._bare(uids) if self.item.kind is Kind.BARE else self._labelled()
        places: defaultdict[int, list[Place]] = defaultdict(list)
        asked = 0
        for document, is_own, place in found:
            if self.only is None or (uids[document], place[0], place[1]) in self.only:
                asked += 1
                if is_own:
                    places[document].append(place)
        return dict(places), asked

    def _bare(self, uids: dict[int, str]) -> Iterator[tuple[int, bool, Place]]:
        keys = {uid: key for key, uid in uids.items()}
        own = {document for _, document, of, _ in self.unit.figures.layers(self.home) if of == self.owner}
        for uid, start, end in self.item.spots:
            if uid in keys:
                yield keys[uid], keys[uid] in own, (start, end, "")

    def _labelled(self) -> Iterator[tuple[int, bool, Place]]:
        people, names = self.unit.people.all(), self.unit.labels.all_uids(self.home)
        layers = {layer: (document, of) for layer, document, of, _ in self.unit.figures.layers(self.home)}
        counted = [key for key, person in people.items() if person.kind in COUNTED]
        is_edges = self.item.kind is Kind.EDGES
        for rows in self.unit.figures.spans(self.home, counted):
            for layer, start, end, key, uid, _, parts, words in rows:
                fits = names[key] == self.item.label and not parts if is_edges else names[key] != self.label
                if fits and words in self.item.forms:
                    document, of = layers[layer]
                    yield document, of == self.owner, (start, end, uid)

    def sheet(self, document: int, places: Sequence[Place]) -> _Sheet:
        """The owner's layer on a document, changed at these places."""
        unit = self.unit
        layer = unit.layers.identity(document, self.owner) or 0
        text, status = unit.documents.text(document), unit.layers.status(layer)
        spans = unit.spans.of_layer(layer, unit.labels.all_uids(self.home))
        state = LayerState.of(len(text), spans) if status is None else LayerState.of(len(text), spans, status)
        sheet = _Sheet(document, layer, text, state)
        titles = _titles(self.item) if self.item.kind is Kind.EDGES else frozenset()
        for start, end, uid in places:
            change = self._change(sheet, start, end, uid, titles)
            if change is not None:
                sheet.make(change)
        return sheet

    def _change(
        self, sheet: _Sheet, start: int, end: int, uid: str, titles: Collection[str]
    ) -> Change | None:
        if self.item.kind is Kind.BARE:
            if any(span.start < end and start < span.end for span in sheet.state.spans()):
                return None  # it was labelled meanwhile
            return SpanAdded(Span(new_uid(), start, end, self.label, origin="propagate"))
        before = sheet.state.get(uid)
        if before is None:
            return None
        after = replace(before, label=self.label)
        if self.item.kind is Kind.EDGES:
            place = reshaped(sheet.text, start, end, self.item.shape, titles)
            if place is None or place == (start, end):
                return None
            after = replace(before, start=place[0], end=place[1])
        is_repeat = sheet.state.at_place(after) is not None
        return SpanRemoved(before) if is_repeat else SpanReplaced(before, after)

    def write(self, sheets: Sequence[_Sheet], labels: dict[str, int], changed: int) -> tuple[str, ...]:
        """Write what was changed as one step; uids of the documents."""
        unit = self.unit
        uids = unit.documents.uids([sheet.document for sheet in sheets])
        summary = say(
            "“{words}” evened out at {count} place|“{words}” evened out at {count} places",
            words=self.item.words,
            count=changed,
        )
        one = next(iter(uids.values())) if len(uids) == 1 else None
        step = unit.step(_KINDS[self.item.kind], summary, corpus_key=self.home, document=one)
        unit.projection.mark(list(uids))
        for sheet in sheets:
            suggestions = unit.spans.suggestions(sorted(sheet.gone))
            unit.spans.close(sorted(sheet.gone), step)
            unit.spans.open(sheet.layer, sheet.come, sheet.text, labels, suggestions, step)
        unit.projection.refresh()
        return tuple(uids.values())


def _titles(item: Item) -> frozenset[str]:
    """What stands before the core in the forms of an item and can only be a title in front of it."""
    found = set()
    for form in item.forms:
        for place, sign in enumerate(form):
            if sign.isspace():
                first, last = peel(form[place + 1 :]).core
                if string_key(form[place + 1 :][first:last]) == item.key:
                    found.add(form[:place].lstrip("\"'“”„‘’«» "))
    return frozenset(found)
