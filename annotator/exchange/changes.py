"""Changes made on several machines, and the one state they amount to, whatever order they arrive in.

A thing (a span, the status of a layer, a decision, a comment) is changed by steps. Each change names the
changes of the same thing that its author saw last, its `base`; the changes of a thing are so a graph without
circles. What nobody has built on is a *head*:

* one head holds;
* of several heads a removal goes before an edit, between edits the greater (lamport, replica) goes; the
  others are told as conflicts and can be restored, which is then simply a later change;
* spans of one layer on the same range with the same label are one: the smallest uid is shown;
* a change that takes a span away from a place (a removal, another range or label) takes away what stands at
  that place under other uids too, if that was last changed before it (by lamport number).

All of it is a function of the set of changes (docs/decisions/0022); nothing here compares clock times.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

Place = tuple[Any, ...]

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Change:
    """What one step made of one thing.

    Attributes:
        uid: of the change: `change_uid` of its step and thing.
        thing: uid of what changed.
        lamport: number of its step in the order that respects what was seen, 1 or more.
        replica: uid of the copy of a library in which it was made.
        base: uids of the changes of the same thing that it was made on; empty for the first.
        body: what the thing became, plain values for JSON; None for a removal.
    """

    uid: str
    thing: str
    lamport: int
    replica: str
    base: tuple[str, ...]
    body: Mapping[str, Any] | None

    @property
    def rank(self) -> tuple[int, str, str]:
        """By this the later of two edits is told; the uid parts two of one step, as a forger makes."""
        return (self.lamport, self.replica, self.uid)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A thing that was changed apart: `kept` holds, `others` can be restored, the greatest rank first."""

    thing: str
    kept: Change
    others: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Projected:
    """What a set of changes amounts to.

    Attributes:
        bodies: by thing, what each is now; things that are removed or one with another are not in it.
        hidden: thing -> the thing with which it is one.
        conflicts: things that were changed apart, in order of their uids.
    """

    bodies: Mapping[str, Mapping[str, Any]]
    hidden: Mapping[str, str]
    conflicts: tuple[Conflict, ...]


def change_uid(step: str, thing: str) -> str:
    """The uid of the change that a step made of a thing; a step makes one of each at most."""
    return f"{step}/{thing}"


def heads(changes: Collection[Change]) -> list[Change]:
    """The changes of one thing that no other of them was made on, the one that holds first.

    A base that is not among `changes` (it was never received) says nothing.
    """
    built_on = {uid for change in changes for uid in change.base}
    ends = [change for change in changes if change.uid not in built_on]
    return sorted(ends, key=lambda change: (change.body is None, change.rank), reverse=True)


def project(changes: Iterable[Change]) -> Projected:
    """What changes of things that do not concern each other amount to: decisions, comments, statuses."""
    winners, conflicts = _settled(_by_thing(changes))
    return Projected({winner.thing: _body(winner) for winner in winners}, {}, conflicts)


def project_status(changes: Iterable[Change]) -> Mapping[str, Any] | None:
    """What the changes of one status amount to: a layer that is gone on one machine is there on another.

    Two people who begin a layer apart are in no conflict about it, nor is who takes the beginning back.
    """
    ends = heads(list(changes))
    return next((end.body for end in ends if end.body is not None), None)


def project_layer(changes: Iterable[Change], same: Mapping[str, str] = _NONE) -> Projected:
    """What the changes of the spans of one layer amount to; equal spans become one.

    Args:
        changes: of its spans.
        same: label -> the label that it counts for, where that is another: words that carry both are marked
            twice alike.
    """
    by_thing = _by_thing(changes)
    winners, conflicts = _settled(by_thing)
    vacated = _vacated(by_thing, same)
    bodies: dict[str, Mapping[str, Any]] = {}
    hidden: dict[str, str] = {}
    shown: dict[Place, str] = {}
    for winner in winners:  # in order of uids, so that the smallest of equal ones is shown
        place = place_of(_body(winner), same)
        if winner.lamport < vacated.get(place, 0):
            continue
        if shown.setdefault(place, winner.thing) == winner.thing:
            bodies[winner.thing] = _body(winner)
        else:
            hidden[winner.thing] = shown[place]
    return Projected(bodies, hidden, conflicts)


def place_of(body: Mapping[str, Any], same: Mapping[str, str] = _NONE) -> Place:
    """Where a span's body stands and as what: no two living spans of a layer share it."""
    label = body["label"]
    return (body["start"], body["end"], same.get(label, label), _hashable(body.get("parts")))


def _hashable(value: object) -> object:
    return tuple(map(tuple, value)) if isinstance(value, list | tuple) else value


def _by_thing(changes: Iterable[Change]) -> dict[str, list[Change]]:
    found: defaultdict[str, dict[str, Change]] = defaultdict(dict)
    for change in changes:
        found[change.thing][change.uid] = change
    return {thing: list(own.values()) for thing, own in sorted(found.items())}


def _settled(by_thing: Mapping[str, Sequence[Change]]) -> tuple[list[Change], tuple[Conflict, ...]]:
    """The living things' holding changes in order of uids, and what was changed apart."""
    ends = {thing: heads(own) for thing, own in by_thing.items()}
    conflicts = tuple(
        Conflict(thing, own[0], tuple(own[1:]))
        for thing, own in ends.items()
        if len({_content(end) for end in own}) > 1
    )
    return [own[0] for own in ends.values() if own and own[0].body is not None], conflicts


def _body(change: Change) -> Mapping[str, Any]:
    return change.body or {}


def _content(change: Change) -> object:
    if change.body is None:
        return None
    return tuple(sorted((name, _hashable(value)) for name, value in change.body.items()))


def _vacated(by_thing: Mapping[str, Sequence[Change]], same: Mapping[str, str]) -> dict[Place, int]:
    """By place, the greatest lamport number of a change that took a span away from there."""
    left: dict[Place, int] = {}
    for own in by_thing.values():
        for place, lamport in _departures(own, same):
            left[place] = max(lamport, left.get(place, 0))
    return left


def _departures(own: Sequence[Change], same: Mapping[str, str]) -> Iterator[tuple[Place, int]]:
    if len(own) == 1:
        return
    bodies = {change.uid: change.body for change in own}
    for change in own:
        now = None if change.body is None else place_of(change.body, same)
        for uid in change.base:
            before = bodies.get(uid)
            if before is not None and (place := place_of(before, same)) != now:
                yield place, change.lamport
