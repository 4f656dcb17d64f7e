"""What goes into a package: documents, labels, and the changes of one person, or of gold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from annotator.errors import UserError
from annotator.exchange.members import (
    ChangeKind,
    LabelState,
    Manifest,
    Package,
    PackageChange,
    PackageCorpus,
    PackageDocument,
    PackageKind,
    PackageLabel,
    PackageLayer,
    PackageSettings,
    PackageStep,
)
from annotator.messages import Message, say
from annotator.model.document import Annotator
from annotator.model.identity import new_uid
from annotator.model.label import Label
from annotator.model.review import GOLD_UID
from annotator.services.lookup import corpus_key, document_key
from annotator.services.packages.known import known_of
from annotator.services.packages.label_meeting import UNKNOWN_COLOUR
from annotator.storage.received import BY, DECISION, LAYER, SPAN
from annotator.storage.replica import read_settings
from annotator.storage.types import utc_now

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from annotator.exchange.changes import Change
    from annotator.model.package import PackageWish
    from annotator.services.packages.known import Known
    from annotator.storage.received import Where
    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.meeting import FoundDocument, LabelRow

PROGRAM: Final = "annotator"


@dataclass(frozen=True, slots=True)
class Parties:
    """Who makes a package and whom it concerns.

    Attributes:
        creator: the library's own annotator.
        person: whom it is for or whose work it is, None for nobody by name.
        members: uids under which the person's layers stand.
    """

    creator: Annotator
    person: Annotator | None
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Content:
    """What travels: documents with their texts, and changes with where they belong."""

    documents: Sequence[tuple[FoundDocument, str]]
    changes: Sequence[tuple[Where, str, Change]] = ()


def assemble(view: Repositories, wish: PackageWish, parties: Parties) -> Package:
    """The package that was wished for.

    Raises:
        UserError: there is nothing of that kind to put into it, or a document is not there.
    """
    kind, home = PackageKind(wish.kind), corpus_key(view, wish.corpus)
    keys = _documents(view, home, kind, wish, parties)
    if kind is PackageKind.ASSIGNMENT:
        return _package(view, home, wish, parties, _Content(view.meeting.full(keys)))
    people = {key: uid for uid, key in view.meeting.people().items()}
    known = known_of(view, keys)
    chosen = _gold(known, people, parties) if kind is PackageKind.GOLD else _work(known, people, parties)
    return _package(view, home, wish, parties, _Content(view.meeting.full(keys), list(chosen)))


def _documents(
    view: Repositories, home: int, kind: PackageKind, wish: PackageWish, parties: Parties
) -> list[int]:
    """Keys of the documents that travel."""
    people = view.meeting.people()
    members = [people[uid] for uid in parties.members if uid in people]
    if kind is PackageKind.ASSIGNMENT:
        fitting = view.documents.living(home)
    elif kind is PackageKind.RETURN:
        fitting = view.meeting.touched_by(home, members)
    else:
        fitting = view.meeting.ruled_on(home, people.get(GOLD_UID))
        if parties.person is not None:
            fitting = sorted(set(fitting) & set(view.meeting.touched_by(home, members)))
    if not wish.documents:
        chosen = fitting
    else:
        living = set(view.documents.living(home))
        wanted = [_living(view, uid, living) for uid in wish.documents]
        chosen = sorted(set(wanted)) if kind is PackageKind.ASSIGNMENT else sorted(set(wanted) & set(fitting))
    if not chosen:
        raise UserError(_NOTHING[kind])
    return chosen


_NOTHING: Final = {
    PackageKind.ASSIGNMENT: say("There is no document to hand out. Import some, or choose others."),
    PackageKind.RETURN: say(
        "There is nothing to send back: this annotator has no layer on these documents. Choose another "
        "annotator or other documents."
    ),
    PackageKind.GOLD: say(
        "There is no gold, decision or comment on these documents yet. Decide something first, or choose "
        "other documents."
    ),
}


def _living(view: Repositories, uid: str, living: Collection[int]) -> int:
    key = document_key(view, uid)
    if key not in living:
        raise UserError(
            say(
                "The document {uid} is not in this corpus, or lies in the bin. Choose others.",
                uid=uid,
            )
        )
    return key


# ---------------------------------------------------------------------- changes

_Chosen = tuple["Where", str, "Change"]


def _work(known: Mapping[Where, Known], people: Mapping[int, str], parties: Parties) -> Iterator[_Chosen]:
    """One person's layers, decisions and comments."""
    for place, held in known.items():
        if place.kind in (SPAN, LAYER):
            if people[place.annotator] in parties.members:
                yield from ((place, people[place.annotator], change) for change in held.with_fresh())
        else:
            yield from _by(place, held, parties.members.__contains__)


def _gold(known: Mapping[Where, Known], people: Mapping[int, str], parties: Parties) -> Iterator[_Chosen]:
    """Gold, all decisions, and the comments that concern gold, the recipient, or no span at all."""
    shown = {
        uid
        for place, held in known.items()
        if place.kind == SPAN and people[place.annotator] in (GOLD_UID, *parties.members)
        for uid in (change.thing for change in held.with_fresh())
    }
    for place, held in known.items():
        if place.kind in (SPAN, LAYER):
            if people[place.annotator] == GOLD_UID:
                yield from ((place, GOLD_UID, change) for change in held.with_fresh())
        elif place.kind == DECISION or parties.person is None:
            yield from _by(place, held, lambda _owner: True)
        else:
            yield from (each for each in _by(place, held, lambda _owner: True) if _concerns(each[2], shown))


def _concerns(comment: Change, shown: Collection[str]) -> bool:
    return comment.body is None or not comment.body.get("span") or comment.body["span"] in shown


def _by(place: Where, held: Known, wanted: Callable[[str], bool]) -> Iterator[_Chosen]:
    """Changes of decisions or comments of certain people; a removal goes with what it removed."""
    changes = held.with_fresh()
    owners = {change.thing: change.body[BY] for change in changes if change.body is not None}
    for change in changes:
        owner = owners.get(change.thing, "")
        if owner and wanted(owner):
            yield place, owner if change.body is None else change.body[BY], change


# ---------------------------------------------------------------------- the whole


def _package(
    view: Repositories, home: int, wish: PackageWish, parties: Parties, content: _Content
) -> Package:
    documents = {found.key: found.uid for found, _ in content.documents}
    changes = tuple(_change(place, owner, change, documents) for place, owner, change in content.changes)
    steps = _steps(view, changes)
    return Package(
        manifest=_manifest(view, home, wish, parties),
        documents=_told(view, content.documents),
        labels=tuple(_labels(view, home, changes)),
        annotators=_people(view, parties, changes, steps),
        layers=tuple(
            sorted({PackageLayer(c.document, c.annotator) for c in changes if c.kind.value in (SPAN, LAYER)})
        ),
        steps=steps,
        changes=changes,
        settings=_settings(wish),
    )


def _change(place: Where, owner: str, change: Change, documents: Mapping[int, str]) -> PackageChange:
    step = change.uid.removesuffix(f"/{change.thing}")
    body = change.body
    if body is not None and BY in body:
        body = {name: value for name, value in body.items() if name != BY}
    return PackageChange(
        ChangeKind(place.kind), documents[place.document], owner, step, replace(change, body=body)
    )


def _steps(view: Repositories, changes: Iterable[PackageChange]) -> tuple[PackageStep, ...]:
    found = view.received.steps(sorted({change.step for change in changes}))
    return tuple(
        PackageStep(
            row.uid,
            row.kind,
            row.actor,
            row.replica,
            row.counter,
            row.lamport,
            row.time,
            Message.load(row.summary),
        )
        for row in found.values()
    )


def _manifest(view: Repositories, home: int, wish: PackageWish, parties: Parties) -> Manifest:
    there = view.corpora.get(home)
    return Manifest(
        uid=new_uid(),
        kind=PackageKind(wish.kind),
        corpus=PackageCorpus(there.uid, there.name, there.guidelines),
        creator=parties.creator,
        replica=read_settings(view.connection)["replica"],
        program=PROGRAM,
        created=utc_now(),
        recipient=parties.person,
    )


def _settings(wish: PackageWish) -> PackageSettings | None:
    if wish.kind != PackageKind.ASSIGNMENT.value or not (wish.round or wish.is_blind or wish.unaided):
        return None
    return PackageSettings(wish.round, wish.is_blind, wish.unaided, wish.round_uid)


def _told(view: Repositories, documents: Sequence[tuple[FoundDocument, str]]) -> tuple[PackageDocument, ...]:
    aliases = view.meeting.aliases([found.uid for found, _ in documents])
    return tuple(
        PackageDocument(found.uid, found.title, text, found.metadata, tuple(aliases.get(found.uid, ())))
        for found, text in documents
    )


def _people(
    view: Repositories, parties: Parties, changes: Iterable[PackageChange], steps: Iterable[PackageStep]
) -> tuple[Annotator, ...]:
    """All whom the package names: whose changes they are and who made the steps, and who made the package."""
    named = {parties.creator.uid: parties.creator}
    if parties.person is not None:
        named[parties.person.uid] = parties.person
    keys = view.meeting.people()
    for uid in {change.annotator for change in changes} | {step.actor for step in steps}:
        if uid not in named:
            named[uid] = view.people.itself(keys[uid]) if uid in keys else Annotator(uid, uid)
    return tuple(named.values())


# ---------------------------------------------------------------------- labels


def _labels(view: Repositories, home: int, changes: Iterable[PackageChange]) -> Iterator[PackageLabel]:
    """The label set; labels that are not on offer only where a change names them, or what is merged."""
    there = {row.uid: row for row in view.meeting.labels(home)}
    used = {uid for change in changes if change.change.body for uid in labels_in(change.change.body)}
    wanted = [row for row in there.values() if row.state != "inactive" or row.uid in used]
    targets = {row.merged_into for row in wanted} - {row.uid for row in wanted} - {""}
    wanted += [there[uid] for uid in sorted(targets)]
    guidance = view.guidance.of([row.key for row in wanted])
    for row in wanted:
        told = guidance[row.key]
        yield PackageLabel(
            _label(row), LabelState(row.state), row.merged_into, guidance=None if told.is_empty else told
        )
    gone = used - there.keys()
    past = view.meeting.past_labels(home, gone)
    yield from (PackageLabel(_label(row), LabelState.INACTIVE) for row in past)
    for uid in sorted(gone - {row.uid for row in past}):
        yield PackageLabel(Label(uid, uid, UNKNOWN_COLOUR), LabelState.INACTIVE)


def _label(row: LabelRow) -> Label:
    return Label(row.uid, row.name, row.colour, row.letter, row.definition, row.short, row.position)


def labels_in(body: Mapping[str, Any]) -> Iterator[str]:
    """Uids of the labels that a span's or a decision's body names."""
    if "label" in body:
        yield body["label"]
    for name in ("variants", "gold"):
        yield from (each["label"] for each in body.get(name, ()))
