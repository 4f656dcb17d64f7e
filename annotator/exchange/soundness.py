"""What must fit together in a package beyond each record: who and what is named, and the order of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.exchange.bodies import Surroundings, check_body
from annotator.exchange.fields import WrongRecordError
from annotator.exchange.members import (
    ANNOTATORS,
    DOCUMENTS,
    LABELS,
    LAYERS,
    SETTINGS,
    STEPS,
    ChangeKind,
    LabelState,
    PackageKind,
)
from annotator.messages import say
from annotator.model.label import name_key
from annotator.model.review import GOLD_UID

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from annotator.exchange.members import Package, PackageChange, PackageLabel
    from annotator.messages import Message


class Flaw(NamedTuple):
    """What is wrong, without a full stop, in which part, and in which of its records (from 0)."""

    member: str
    place: int
    problem: Message


def flaws(package: Package) -> Iterator[Flaw]:
    """What does not fit together, the first of each sort first; nothing for a sound package."""
    yield from _repeated(package)
    yield from _labels(package.labels)
    yield from _layers_and_steps(package)
    yield from _changes(package)
    yield from _of_its_kind(package)
    if package.settings is not None:
        strange = set(package.settings.unaided) - {document.uid for document in package.documents}
        if strange:
            yield Flaw(SETTINGS, 0, say("it names a document that is not in the package"))


def _repeated(package: Package) -> Iterator[Flaw]:
    uids = ((document.uid, *document.aliases) for document in package.documents)
    yield from _twice(DOCUMENTS, uids)
    yield from _twice(DOCUMENTS, ((document.text,) for document in package.documents))
    yield from _twice(LABELS, ((label.label.uid, *label.aliases) for label in package.labels))
    active = (label.state is LabelState.ACTIVE for label in package.labels)
    names = (name_key(label.label.name) for label in package.labels)
    yield from _twice(LABELS, ((name,) if on else () for name, on in zip(names, active, strict=True)))
    yield from _twice(ANNOTATORS, ((annotator.uid,) for annotator in package.annotators))
    yield from _twice(LAYERS, ((layer,) for layer in package.layers))
    yield from _twice(STEPS, ((step.uid,) for step in package.steps))
    yield from _twice(STEPS, (((step.replica, step.counter),) for step in package.steps))
    for member in sorted({kind.member for kind in ChangeKind}):
        own = (change.change.uid for change in package.changes if change.kind.member == member)
        yield from _twice(member, ((uid,) for uid in own))


def _twice(member: str, keys: Iterable[Iterable[Hashable]]) -> Iterator[Flaw]:
    """Records one of whose keys an earlier one, or the same one, has."""
    seen: set[Hashable] = set()
    for place, own in enumerate(keys):
        for key in own:
            if key in seen:
                yield Flaw(
                    member, place, say("it says again what an earlier one says, or calls itself the same")
                )
            seen.add(key)


def _labels(labels: Sequence[PackageLabel]) -> Iterator[Flaw]:
    targets = {label.label.uid: label.merged_into for label in labels}
    for place, label in enumerate(labels):
        passed, uid = set[str](), label.merged_into
        while uid and uid in targets and uid not in passed:
            passed.add(uid)
            uid = targets[uid]
        if uid:
            yield Flaw(
                LABELS, place, say("it is merged into a label that is not in the package, or into itself")
            )


def _layers_and_steps(package: Package) -> Iterator[Flaw]:
    documents = {document.uid for document in package.documents}
    people = {annotator.uid for annotator in package.annotators}
    for place, layer in enumerate(package.layers):
        if layer.document not in documents or layer.annotator not in people:
            yield Flaw(LAYERS, place, _NAMELESS)
    for place, step in enumerate(package.steps):
        if step.actor not in people:
            yield Flaw(STEPS, place, _NAMELESS)


def _of_its_kind(package: Package) -> Iterator[Flaw]:
    """Layers and changes that a package of its kind never brings."""
    kind = package.manifest.kind
    for place, layer in enumerate(package.layers):
        if kind is PackageKind.ASSIGNMENT or (layer.annotator == GOLD_UID) is not (kind is PackageKind.GOLD):
            yield Flaw(LAYERS, place, _FOREIGN)
    places = dict.fromkeys((each.member for each in ChangeKind), 0)
    for change in package.changes:
        member, is_of_layer = change.kind.member, change.kind in (ChangeKind.SPAN, ChangeKind.LAYER)
        is_gold = change.annotator == GOLD_UID
        if kind is PackageKind.ASSIGNMENT or (is_of_layer and is_gold is not (kind is PackageKind.GOLD)):
            yield Flaw(member, places[member], _FOREIGN)
        places[member] += 1


_FOREIGN = say("a package of its kind never brings that; somebody altered it")
_NAMELESS = say("it names a document or an annotator that is not in the package")


def _changes(package: Package) -> Iterator[Flaw]:
    labels = {uid for label in package.labels for uid in (label.label.uid, *label.aliases)}
    around = {document.uid: Surroundings(len(document.text), labels) for document in package.documents}
    people = {annotator.uid for annotator in package.annotators}
    lamports = {change.change.uid: change.change.lamport for change in package.changes}
    places = dict.fromkeys((kind.member for kind in ChangeKind), 0)
    for change in package.changes:
        member = change.kind.member
        problem = _wrong_with(change, around.get(change.document), people, lamports)
        if problem is not None:
            yield Flaw(member, places[member], problem)
        places[member] += 1


def _wrong_with(
    change: PackageChange, around: Surroundings | None, people: set[str], lamports: dict[str, int]
) -> Message | None:
    if around is None or change.annotator not in people:
        return _NAMELESS
    own = change.change
    if any(not uid.endswith(f"/{own.thing}") or lamports.get(uid, 0) >= own.lamport for uid in own.base):
        return say("it is made on a change of another thing, or on one that came after it")
    if own.body is not None:
        try:
            check_body(change.kind, own.body, around)
        except WrongRecordError as error:
            return error.problem
    return None
