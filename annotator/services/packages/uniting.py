"""What the changes of layers, decisions and comments amount to once a package's have come."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from annotator.exchange.changes import Projected, place_of, project, project_layer, project_status
from annotator.exchange.gold import follow_decisions, given_by
from annotator.exchange.lineage import layer_thing
from annotator.model.document import Status
from annotator.model.review import GOLD_UID
from annotator.services.packages.known import Known
from annotator.storage.received import DECISION, LAYER, SPAN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotator.exchange.changes import Change, Conflict

_BEGUN: Final = {"status": Status.IN_PROGRESS.value}


class Spot(NamedTuple):
    """What is worked out together, by uids: the annotator is "" where all of a document's are."""

    kind: str
    document: str
    annotator: str


@dataclass(frozen=True, slots=True)
class Fresh:
    """A change that was not here: whose it is, and the step that made it."""

    annotator: str
    step: str
    change: Change


@dataclass(slots=True)
class Difference:
    """What must be written so that the rows say what the changes amount to.

    Attributes:
        gone: things whose present row ends.
        come: by thing, what its new row says.
        conflicts: what was changed apart and concerns fresh changes.
    """

    gone: list[str] = field(default_factory=list)
    come: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)

    @property
    def is_any(self) -> bool:
        """Whether anything must be written."""
        return bool(self.gone or self.come)


def unite(
    known: Mapping[Spot, Known],
    fresh: Mapping[Spot, Sequence[Fresh]],
    same: Mapping[str, str],
    texts: Mapping[str, str],
) -> dict[Spot, Difference]:
    """The differences by where they are, for all that fresh changes concern.

    Args:
        known: what is here.
        fresh: what comes.
        same: uid of a label -> uid of the one that it counts for.
        texts: SHA-256 of the text by uid of the document.
    """
    found: dict[Spot, Difference] = {}
    marked: dict[tuple[str, str], bool] = {}
    for spot in _spots(fresh):
        difference, is_marked = _settled(spot, known, fresh, same)
        if spot in fresh or difference.is_any:
            found[spot], marked[spot.document, spot.annotator] = difference, is_marked
    for spot in _layers([*fresh, *found]):
        held = known.get(spot, Known())
        spans = known.get(Spot(SPAN, spot.document, spot.annotator), Known())
        has_spans = marked.get((spot.document, spot.annotator), bool(spans.living))
        thing = layer_thing(texts[spot.document], spot.annotator)
        changes = held.with_fresh(each.change for each in fresh.get(spot, ()))
        status = project_status(changes) or (_BEGUN if has_spans else None)
        found[spot] = _difference(held.living or {}, {} if status is None else {thing: status})
    return found


def _spots(fresh: Iterable[Spot]) -> list[Spot]:
    """What must be worked out anew; gold is where a decision is."""
    gold = {Spot(SPAN, spot.document, GOLD_UID) for spot in fresh if spot.kind == DECISION}
    return sorted({spot for spot in fresh if spot.kind != LAYER} | gold)


def _layers(fresh: Iterable[Spot]) -> Iterator[Spot]:
    """The layers on which something changes, each once."""
    places = {(spot.document, spot.annotator) for spot in fresh if spot.kind in (SPAN, LAYER)}
    return (Spot(LAYER, *place) for place in sorted(places))


def _settled(
    spot: Spot, known: Mapping[Spot, Known], fresh: Mapping[Spot, Sequence[Fresh]], same: Mapping[str, str]
) -> tuple[Difference, bool]:
    """The difference, and whether anything is there in the end."""

    def of(spot: Spot) -> list[Change]:
        return known.get(spot, Known()).with_fresh(each.change for each in fresh.get(spot, ()))

    state = shown(spot, of, same)
    difference = _difference(known.get(spot, Known()).living or {}, state.bodies)
    things = {each.change.thing for each in fresh.get(spot, ())}
    difference.conflicts = [each for each in state.conflicts if each.thing in things]
    return difference, bool(state.bodies)


def shown(spot: Spot, changes_of: Callable[[Spot], Sequence[Change]], same: Mapping[str, str]) -> Projected:
    """What is worked out together amounts to; gold follows the decisions, and is in no conflict by itself.

    Args:
        spot: spans of one layer, decisions or comments.
        changes_of: all changes that count, by where they belong.
        same: as of `project_layer`.
    """
    changes = changes_of(spot)
    if spot.kind != SPAN:
        state = project(changes)
        conflicts = tuple(each for each in state.conflicts if spot.kind != DECISION or _is_at_odds(each))
        return Projected(state.bodies, state.hidden, conflicts)
    state = project_layer(changes, same)
    if spot.annotator != GOLD_UID:
        return state
    given = given_by(changes_of(Spot(DECISION, spot.document, "")))
    return Projected(
        follow_decisions(state.bodies, given, changes, same),
        state.hidden,
        tuple(each for each in state.conflicts if each.thing not in given.ever),
    )


def _is_at_odds(conflict: Conflict) -> bool:
    """Whether reviewers ruled differently, not merely each for themselves."""
    return len({_ruling(each.body) for each in (conflict.kept, *conflict.others)}) > 1


def _ruling(body: Mapping[str, Any] | None) -> tuple[object, ...]:
    """What of a decision is the ruling; the rest says who made it, when, and what was seen."""
    if body is None:
        return ()
    gold = frozenset(place_of(each) for each in body.get("gold", ()))
    return (body["verdict"], body.get("category", ""), body.get("reason", ""), gold)


def _difference(
    living: Mapping[str, Mapping[str, Any]], wanted: Mapping[str, Mapping[str, Any]]
) -> Difference:
    come = {thing: body for thing, body in wanted.items() if living.get(thing) != body}
    gone = [thing for thing in living if thing in come or thing not in wanted]
    return Difference(gone, come)


def grouped(fresh: Iterable[tuple[Spot, Fresh]]) -> dict[Spot, list[Fresh]]:
    """Changes by where they belong."""
    found: defaultdict[Spot, list[Fresh]] = defaultdict(list)
    for spot, each in fresh:
        found[spot].append(each)
    return dict(found)
