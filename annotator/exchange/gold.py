"""Gold follows the decisions: where changes meet, what no decision gives goes, and what one gives is there.

A ruling writes a decision and gold in one step. Ruled apart, the two kinds of changes may have different
winners: of two decisions the later one holds, of a gold span a removal. So gold is worked out once more from
the decisions that hold (docs/decisions/0025). Gold that no decision ever gave, from a file or by hand, stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from annotator.exchange.changes import heads, place_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from annotator.exchange.changes import Change

    Body = Mapping[str, Any]

ORIGIN: Final = "review"


@dataclass(frozen=True, slots=True)
class Given:
    """What the decisions on a document give to gold.

    Attributes:
        ever: uids of all gold spans that any of them ever gave.
        now: (body of a gold span with its uid, lamport number of the decision that gives it) of those that
            hold, in order of their uids.
    """

    ever: frozenset[str] = frozenset()
    now: tuple[tuple[Body, int], ...] = ()


def given_by(decisions: Iterable[Change]) -> Given:
    """What changes of decisions amount to for gold."""
    by_thing: dict[str, list[Change]] = {}
    for change in decisions:
        by_thing.setdefault(change.thing, []).append(change)
    ever = {uid for own in by_thing.values() for change in own for uid in _uids(change.body)}
    winners = (next(iter(heads(own)), None) for own in by_thing.values())
    return given(ever, ((end.body, end.lamport) for end in winners if end is not None))


def given(ever: Iterable[str], holding: Iterable[tuple[Body | None, int]]) -> Given:
    """The same from decisions that hold, each with its lamport number."""
    now = [(each, lamport) for body, lamport in holding for each in _ranges(body)]
    return Given(frozenset(ever), tuple(sorted(now, key=lambda each: (each[0]["uid"], each[1]))))


def follow_decisions(
    bodies: Mapping[str, Body],
    given: Given,
    spans: Collection[Change] = (),
    same: Mapping[str, str] | None = None,
) -> dict[str, Body]:
    """Gold as the decisions want it.

    Args:
        bodies: by uid, the gold spans that the changes of gold amount to.
        given: by the decisions.
        spans: the changes of gold; what took a span away later than a decision gave it goes before that.
        same: as of `project_layer`.
    """
    alike = same or {}
    wanted = {place_of(each, alike) for each, _ in given.now}
    left = {
        uid: body for uid, body in bodies.items() if uid not in given.ever or place_of(body, alike) in wanted
    }
    there = {place_of(body, alike) for body in left.values()}
    removed: dict[str, int] = {}
    for change in spans:
        if change.body is None:
            removed[change.thing] = max(change.lamport, removed.get(change.thing, 0))
    for each, lamport in given.now:
        place = place_of(each, alike)
        if place not in there and removed.get(each["uid"], 0) <= lamport:
            there.add(place)
            left[each["uid"]] = {name: value for name, value in each.items() if name != "uid"}
    return left


def _ranges(body: Body | None) -> list[Body]:
    names = ("uid", "start", "end", "label", "parts")
    return [
        {name: each[name] for name in names if name in each} | {"origin": ORIGIN}
        for each in (body or {}).get("gold", ())
        if each.get("uid")
    ]


def _uids(body: Body | None) -> list[str]:
    return [each["uid"] for each in _ranges(body)]
