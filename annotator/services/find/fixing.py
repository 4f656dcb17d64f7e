"""Evening an inconsistency out: the same change at many places of one annotator's layers, as one step."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.changes import LayerState, SpanRemoved, SpanReplaced
from annotator.model.consistency import Fixed, Item, Kind
from annotator.model.document import COUNTED
from annotator.model.outcome import Outcome, Touched
from annotator.model.search import Candidate, Hit, HitState
from annotator.services.figures.counted import Counted
from annotator.services.find.bare import bare_texts
from annotator.services.find.spreading import Spreading
from annotator.services.people import find_annotator
from annotator.text.edges import peel, reshaped
from annotator.text.phrases import string_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from annotator.messages import Message
    from annotator.model.changes import Change
    from annotator.model.consistency import Spot
    from annotator.model.figures import Scope
    from annotator.model.span import Span
    from annotator.storage.repositories.search import TextRow
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

    Place = tuple[int, int, str]

_KINDS: Final = {Kind.LABELS: "relabel", Kind.BARE: "propagate", Kind.EDGES: "annotate"}
_TOUCHED: Final = Touched.SPANS | Touched.DOCUMENTS | Touched.LABELS
_NAMED: Final = 100


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be evened out.

    Attributes:
        item: what is uneven.
        label: uid of the label to give.
        scope: the item was found in.
        only: these places alone, whether or not their documents are done; None for all.
        also_done: all means those in documents that are done as well.
    """

    item: Item
    label: str
    scope: Scope
    only: frozenset[Spot] | None = None
    also_done: bool = False

    def asks_for(self, spot: Spot) -> bool:
        """Whether a place is meant at all."""
        return self.only is None or spot in self.only


def fix(store: Store, corpus: str, wish: Wish, warnings: tuple[Message, ...]) -> Outcome[Fixed]:
    """As `Consistency.fix`."""
    with store.saving() as unit:
        counted = Counted.of(unit, corpus, wish.scope)
        labels = {each.uid: key for key, each in unit.labels.usable(counted.home).items()}
        if wish.label not in labels:
            raise UserError(say("There is no label {uid} in this corpus (any more).", uid=wish.label))
        owner = _owner(unit, counted.home, wish.scope.annotator, store.actor)
        is_any = wish.also_done or wish.only is not None
        own = {document for document, of, _ in counted.layers.values() if of == owner}
        meant = frozenset(own if is_any else own - counted.finished)
        task = _Task(unit, counted, wish, labels, owner, meant)
        asked, uids, changed = task.label_bare() if wish.item.kind is Kind.BARE else task.change()
        if not changed:
            return Outcome(Fixed(0, asked))
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
    return counted[0] if len(counted) == 1 else unit.people.main_key(own)


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
            case SpanRemoved(span):
                self.gone.add(span.uid)
            case SpanReplaced(before, after):
                self.gone.add(before.uid)
                self.come.append(after)


@dataclass(frozen=True, slots=True)
class _Task:
    """What is to be evened out, in whose layers; `meant` are the documents that may be changed."""

    unit: UnitOfWork
    counted: Counted
    wish: Wish
    labels: dict[str, int]
    owner: int
    meant: frozenset[int]

    def label_bare(self) -> tuple[int, tuple[str, ...], int]:
        """Label bare places: (how many were asked for, uids of changed documents, spans made)."""
        found = [
            (text.row, place)
            for text in bare_texts(self.unit, self.counted, self.wish.item.key)
            for place in text.places
            if self.wish.asks_for((text.row.uid, *place))
        ]
        home, label = self.counted.home, self.labels[self.wish.label]
        spreading = Spreading(self.unit, home, self.owner, label, _untold)
        chosen = [_bare(row, *place) for row, place in found if row.key in self.meant]
        fitting = spreading.fitting(chosen, "label")
        uids = tuple(dict.fromkeys(each.hit.document for each in fitting))
        if fitting:
            spreading.write(fitting, "label", self._step(uids, len(fitting)))
        return len(found), uids, len(fitting)

    def change(self) -> tuple[int, tuple[str, ...], int]:
        """Change spans: (how many were asked for, uids of changed documents, spans changed)."""
        wanted, asked = self._wanted()
        sheets = [self.sheet(document, places) for document, places in sorted(wanted.items())]
        changed = [sheet for sheet in sheets if sheet.changed]
        if not changed:
            return asked, (), 0
        return asked, self.write(changed), sum(sheet.changed for sheet in changed)

    def _wanted(self) -> tuple[dict[int, list[Place]], int]:
        """(document key -> places of the owner to change, how many places there are, whosever they are)."""
        places: defaultdict[int, list[Place]] = defaultdict(list)
        asked = 0
        for layer, place in self._labelled():
            document, of, _ = self.counted.layers[layer]
            if self.wish.asks_for((self.counted.documents[document][0], place[0], place[1])):
                asked += 1
                if of == self.owner and document in self.meant:
                    places[document].append(place)
        return dict(places), asked

    def _labelled(self) -> Iterator[tuple[int, Place]]:
        """(layer, place) of the spans that differ."""
        wish, names = self.wish, self.unit.labels.all_uids(self.counted.home)
        is_edges, suggested = wish.item.kind is Kind.EDGES, wish.item.label
        for rows in self.unit.figures.spans(self.counted.home, self.counted.owners):
            for layer, start, end, key, uid, _, parts, words in rows:
                if words in wish.item.forms and layer in self.counted.layers:
                    label = names[key]
                    if (label == suggested and not parts) if is_edges else label != wish.label:
                        yield layer, (start, end, uid)

    def sheet(self, document: int, places: Sequence[Place]) -> _Sheet:
        """The owner's layer on a document, changed at these places."""
        unit = self.unit
        shown = unit.aliases.layers(document, self.owner)
        layer = shown.keys[0] if shown.keys else 0
        text, status = unit.documents.text(document), shown.status
        spans = unit.spans.of_layers(shown.keys, unit.labels.all_uids(self.counted.home))
        state = LayerState.of(len(text), spans) if status is None else LayerState.of(len(text), spans, status)
        sheet = _Sheet(document, layer, text, state)
        item = self.wish.item
        titles = _titles(item) if item.kind is Kind.EDGES else frozenset()
        for start, end, uid in places:
            change = self._change(sheet, start, end, uid, titles)
            if change is not None:
                sheet.make(change)
        return sheet

    def _change(
        self, sheet: _Sheet, start: int, end: int, uid: str, titles: Collection[str]
    ) -> Change | None:
        before = sheet.state.get(uid)
        if before is None:
            return None
        after = replace(before, label=self.wish.label)
        if self.wish.item.kind is Kind.EDGES:
            place = reshaped(sheet.text, start, end, self.wish.item.shape, titles)
            if place is None or place == (start, end):
                return None
            after = replace(before, start=place[0], end=place[1])
        is_repeat = sheet.state.at_place(after) is not None
        return SpanRemoved(before) if is_repeat else SpanReplaced(before, after)

    def write(self, sheets: Sequence[_Sheet]) -> tuple[str, ...]:
        """Write what was changed as one step; uids of the documents."""
        unit = self.unit
        uids = unit.documents.uids([sheet.document for sheet in sheets])
        step = self._step(tuple(uids.values()), sum(sheet.changed for sheet in sheets))
        unit.projection.mark(list(uids))
        for sheet in sheets:
            suggestions = unit.spans.suggestions(sorted(sheet.gone))
            unit.spans.close(sorted(sheet.gone), step)
            unit.spans.open(sheet.layer, sheet.come, sheet.text, self.labels, suggestions, step)
        unit.projection.refresh()
        return tuple(uids.values())

    def _step(self, uids: Sequence[str], changed: int) -> int:
        summary = say(
            "“{words}” evened out at {count} place|“{words}” evened out at {count} places",
            words=self.wish.item.words,
            count=changed,
        )
        one = uids[0] if len(uids) == 1 else None
        kind = _KINDS[self.wish.item.kind]
        return self.unit.step(kind, summary, corpus_key=self.counted.home, document=one)


def _bare(row: TextRow, start: int, end: int) -> Candidate:
    """A place to label, as "everywhere at once" would list it."""
    hit = Hit(row.uid, row.title, row.status, start, end, "", row.text[start:end], "")
    return Candidate(hit, HitState.BARE, None, "", is_done=False, ticked=True)


def _untold(done: int, total: int) -> None:
    """Labelling bare places takes too short a time to be told of."""


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
