"""What was changed apart and nobody has settled yet: worked out from the changes, not kept anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.exchange.lineage import as_never_made
from annotator.messages import say
from annotator.model.package import ConflictSide, MergeConflict
from annotator.services.packages.known import known_of
from annotator.services.packages.making import labels_in
from annotator.services.packages.uniting import Spot, shown
from annotator.storage.received import BY, DECISION, LAYER, SPAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.exchange.changes import Change, Conflict
    from annotator.exchange.members import PackageStep
    from annotator.messages import Message
    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.received import StepRow

    Found = Sequence[tuple[Spot, Conflict]]

_SHOWN_WORDS: Final = 60
_REMOVED: Final = say("Removed")


@dataclass(frozen=True, slots=True)
class Names:
    """By what conflicts are told, each by uid.

    Attributes:
        documents: (title, text).
        people: names of annotators.
        labels: names of labels.
        steps: those that made the changes.
    """

    documents: Mapping[str, tuple[str, str]]
    people: Mapping[str, str]
    labels: Mapping[str, str]
    steps: Mapping[str, StepRow | PackageStep]


def standing(view: Repositories, corpus_key: int) -> list[MergeConflict]:
    """What was changed apart in a corpus and was not settled since, in the order of documents.

    Documents on which that cannot be, because nothing that came was changed twice, are not read.
    """
    documents = view.received.disputable(corpus_key)
    if not documents:
        return []
    uids = view.documents.uids(documents)
    labels = view.meeting.labels(corpus_key)
    same = {row.uid: row.merged_into for row in labels if row.merged_into}
    found = list(_apart(view, documents, uids, same))
    order = {uids[key]: number for number, key in enumerate(documents)}
    found.sort(key=lambda each: (order[each[0].document], each[0].kind, each[1].thing))
    disputed = {spot.document for spot, _ in found}
    texts = view.meeting.full([key for key in documents if uids[key] in disputed])
    names = Names(
        {each.uid: (each.title, text) for each, text in texts},
        {each.uid: each.name for each in view.people.each().values()},
        {row.uid: row.name for row in labels},
        view.received.steps(steps_of(found)),
    )
    return list(told_conflicts(found, names))


def _apart(
    view: Repositories, documents: Sequence[int], uids: Mapping[int, str], same: Mapping[str, str]
) -> Iterator[tuple[Spot, Conflict]]:
    people = {key: uid for uid, key in view.meeting.people().items()}
    reverses = view.received.reversals()
    known = {
        Spot(place.kind, uids[place.document], people.get(place.annotator, "")): held
        for place, held in known_of(view, documents).items()
    }

    def of(spot: Spot) -> list[Change]:
        return as_never_made(known[spot].with_fresh(), reverses) if spot in known else []

    for spot, held in known.items():
        if spot.kind != LAYER and held.received:
            yield from ((spot, each) for each in shown(spot, of, same).conflicts)


def steps_of(found: Found) -> list[str]:
    """Uids of the steps that made the changes of conflicts."""
    return sorted({_step(change) for _, each in found for change in (each.kept, *each.others)})


def told_conflicts(found: Found, names: Names) -> Iterator[MergeConflict]:
    """Conflicts as a person is told of them."""
    for spot, conflict in found:
        sides = (conflict.kept, *conflict.others)
        owner = next((each.body[BY] for each in sides if each.body and BY in each.body), spot.annotator)
        yield MergeConflict(
            spot.kind,
            spot.document,
            names.documents[spot.document][0],
            owner,
            conflict.thing,
            _side(names, spot, conflict.kept),
            tuple(_side(names, spot, each) for each in conflict.others),
        )


def _side(names: Names, spot: Spot, change: Change) -> ConflictSide:
    step = names.steps[_step(change)]
    who = names.people.get(step.actor, step.actor)
    return ConflictSide(change.uid, who, step.time, change.body, _says(names, spot, change))


def _says(names: Names, spot: Spot, change: Change) -> Message:
    body = change.body
    if body is None:
        return _REMOVED
    if spot.kind == SPAN:
        return _span(names, spot, body)
    if spot.kind == DECISION:
        labels = ", ".join(dict.fromkeys(names.labels.get(uid, uid) for uid in labels_in(body)))
        return say("{verdict} ({labels})", verdict=body["verdict"], labels=labels)
    return say("“{words}”", words=_short(body["text"]))


def _span(names: Names, spot: Spot, body: Mapping[str, object]) -> Message:
    start, end = int(str(body["start"])), int(str(body["end"]))
    words = _short(names.documents[spot.document][1][start:end])
    label = names.labels.get(str(body["label"]), str(body["label"]))
    if note := body.get("note"):
        return say("“{words}”, {label}: {note}", words=words, label=label, note=_short(str(note)))
    return say("“{words}”, {label}", words=words, label=label)


def _step(change: Change) -> str:
    return change.uid.removesuffix(f"/{change.thing}")


def _short(text: str) -> str:
    words = " ".join(text[: _SHOWN_WORDS + 1].split())
    return f"{words[:_SHOWN_WORDS]}…" if len(text) > _SHOWN_WORDS else words
