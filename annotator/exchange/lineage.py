"""The changes that a library's own rows amount to: what each step made of a thing, and on what it was made.

Rows say what a thing was and between which steps; they do not say what their author had seen. That follows
from the order of arrival: a change was made on the heads among the changes that were here before it, whether
made here or received (docs/decisions/0022).

A merge can be undone and made again, so a received change has stretches of steps in which it was in force.
What was built here on a received change that is no longer in force rests: it was taken back before the merge
could be, and counts again as soon as the received change does.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from annotator.exchange.changes import Change, change_uid, heads
from annotator.model.identity import fixed_uid

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

Stretch = tuple[int, int | None]
"""From which step on, and the step by which it ended, None while it lasts."""


@dataclass(frozen=True, slots=True)
class Version:
    """What a thing was for a while: from step `first` until step `last`, None while it is so."""

    thing: str
    first: int
    last: int | None
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Maker:
    """A step made here, as its changes tell of it."""

    uid: str
    lamport: int
    replica: str


@dataclass(frozen=True, slots=True)
class Received:
    """A change made elsewhere, and when it was in force here."""

    change: Change
    stretches: tuple[Stretch, ...]

    @property
    def is_in_force(self) -> bool:
        """Whether it counts now."""
        return any(last is None for _, last in self.stretches)

    def was_in_force(self, step: int) -> bool:
        """Whether it counted for who made `step`."""
        return any(first < step and (last is None or last >= step) for first, last in self.stretches)


def own_changes(
    versions: Iterable[Version], makers: Mapping[int, Maker], received: Iterable[Received]
) -> list[Change]:
    """The changes made here, those of a thing in the order in which they were made.

    Args:
        versions: all rows of the things, those left out that a step both opened and closed.
        makers: by number, the steps that make changes; a merge makes none, nor does an undo of one.
        received: changes of the same things that were ever received.
    """
    events: defaultdict[str, dict[int, Mapping[str, Any] | None]] = defaultdict(dict)
    for version in versions:
        of_thing = events[version.thing]
        if version.first in makers:
            of_thing[version.first] = version.body
        if version.last is not None and version.last in makers:
            of_thing.setdefault(version.last, None)
    elsewhere: defaultdict[str, list[Received]] = defaultdict(list)
    for each in received:
        elsewhere[each.change.thing].append(each)
    made: list[Change] = []
    for thing, bodies in events.items():
        made += _of_thing(thing, bodies, makers, elsewhere.get(thing, ()))
    return made


def standing(own: Iterable[Change], present: Collection[str]) -> list[Change]:
    """Those of one's own changes that do not rest: all they were made on is among them or in `present`.

    Args:
        own: as `own_changes` gives them.
        present: uids of the received changes that are in force.
    """
    there = set(present)
    found = []
    for change in own:
        if there.issuperset(change.base):
            there.add(change.uid)
            found.append(change)
    return found


def as_never_made(changes: Iterable[Change], reverses: Mapping[str, str]) -> list[Change]:
    """The changes without those that were taken back right away, and without what took them back.

    What was made after both is told as made on what was there before. Whoever settles a conflict and undoes
    that has the conflict again.

    Args:
        changes: as they are known.
        reverses: uid of a step -> uid of the step that it took back.
    """
    left = {change.uid: change for change in changes}
    followers: defaultdict[str, set[str]] = defaultdict(set)
    for change in left.values():
        for uid in change.base:
            followers[uid].add(change.uid)
    waiting = list(left)
    while waiting:
        later = left.get(waiting.pop())
        step = later and reverses.get(later.uid.removesuffix(f"/{later.thing}"))
        first = left.get(change_uid(step, later.thing)) if later and step else None
        if later is None or first is None or later.base != (first.uid,) or len(followers[first.uid]) > 1:
            continue
        del left[first.uid], left[later.uid]
        for uid in first.base:
            followers[uid] = followers[uid] - {first.uid} | followers[later.uid]
        for uid in followers[later.uid]:
            base = {*left[uid].base, *first.base} - {later.uid}
            left[uid] = replace(left[uid], base=tuple(sorted(base)))
            waiting.append(uid)
    return list(left.values())


def _of_thing(
    thing: str,
    bodies: Mapping[int, Mapping[str, Any] | None],
    makers: Mapping[int, Maker],
    received: Sequence[Received],
) -> list[Change]:
    made: list[Change] = []
    for step in sorted(bodies):
        maker = makers[step]
        base = _seen(made, received, step) if received else tuple(change.uid for change in made[-1:])
        uid = change_uid(maker.uid, thing)
        made.append(Change(uid, thing, maker.lamport, maker.replica, base, bodies[step]))
    return made


def _seen(made: Sequence[Change], received: Sequence[Received], step: int) -> tuple[str, ...]:
    """Uids of the heads among what was here when `step` was made."""
    known = [each.change for each in received if each.was_in_force(step)]
    known += standing(made, {change.uid for change in known})
    return tuple(sorted(change.uid for change in heads(known)))


def layer_thing(text_sha256: str, annotator: str) -> str:
    """By what the status of a layer is known everywhere: rows' own uids differ from machine to machine.

    The text stands for its document, for one text has several uids where people imported it apart.
    """
    return fixed_uid("layer", f"{text_sha256} {annotator}")


def second_uid(span: str, annotator: str) -> str:
    """The uid that a received span gets in a library where its own is that of a span in another layer."""
    return fixed_uid("span", f"{annotator} {span}")
