"""What merging a package would do, worked out by reading alone: the preview shows it, the merge writes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from annotator.exchange.members import PackageKind
from annotator.model.review import GOLD_UID
from annotator.services.packages.assigning import assigned
from annotator.services.packages.known import known_of
from annotator.services.packages.label_meeting import meet_labels, needed_labels
from annotator.services.packages.making import labels_in
from annotator.services.packages.meeting import (
    check_alone,
    check_steps,
    find_home,
    meet_documents,
    new_people,
)
from annotator.services.packages.uniting import Fresh, Spot, grouped, unite
from annotator.storage.received import BY, COMMENT, DECISION, LAYER, SPAN
from annotator.text.digest import text_sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotator.exchange.changes import Change
    from annotator.exchange.members import Package, PackageChange, PackageStep
    from annotator.model.document import Annotator
    from annotator.model.package import RefusedDocument
    from annotator.model.rounds import Round
    from annotator.services.packages.known import Known
    from annotator.services.packages.label_meeting import MetLabels
    from annotator.services.packages.meeting import Home, MetDocument
    from annotator.services.packages.uniting import Difference
    from annotator.storage.repositories import Repositories

_OF_ONE = (SPAN, LAYER)


@dataclass(frozen=True, slots=True)
class Plan:
    """All that merging a package comes to.

    Attributes:
        package: what is merged.
        home: where it goes.
        documents: each of its documents with the one it is here.
        refused: documents because of which it cannot be merged.
        labels: those to be written.
        people: annotators to be written.
        steps: those that made fresh changes.
        fresh: changes that were not here, by where they belong.
        known: how many changes of the package were here.
        differences: what becomes of spans, layers, decisions and comments.
        already: when it was merged before, "" for never.
        assigned: the round it belongs to, to be kept; None when nothing is to be kept of it.
    """

    package: Package
    home: Home
    documents: Sequence[MetDocument]
    refused: Sequence[RefusedDocument]
    labels: MetLabels
    people: Sequence[Annotator]
    steps: Sequence[PackageStep]
    fresh: Mapping[Spot, Sequence[Fresh]]
    known: int
    differences: Mapping[Spot, Difference]
    already: str
    assigned: Round | None

    @property
    def changes_new(self) -> int:
        """How many changes come."""
        return sum(map(len, self.fresh.values()))

    @property
    def is_known(self) -> bool:
        """Whether the package was merged and brings nothing that must be written."""
        return not (
            self.fresh
            or self.labels.new
            or self.people
            or self.assigned
            or self.home.alias
            or any(each.new or each.aliases for each in self.documents)
            or (not self.already and any(each.metadata or each.leaves_bin for each in self.documents))
        )


def plan_merge(view: Repositories, package: Package, into: str | None) -> Plan:
    """What merging would do; nothing is written.

    Args:
        view: of the library.
        package: as it was read.
        into: uid of the corpus the person named, None for the package's own.

    Raises:
        UserError: it cannot be merged; documents with another text are no error here, but `Plan.refused`.
    """
    home = find_home(view, package.manifest.corpus, into)
    documents, refused = meet_documents(view, home, package)
    check_steps(view, package.steps)
    uids = {each.sent.uid: each.uid for each in documents}
    known = _known(view, documents)
    fresh = grouped(_fresh(package, uids, known))
    texts = {each.uid: text_sha256(each.sent.text) for each in documents}
    labels, differences = _united(view, package, home, lambda same: unite(known, fresh, same, texts), fresh)
    steps = {each.step for held in fresh.values() for each in held}
    check_alone(view, _coming(fresh, differences))
    already = view.received.merged(package.manifest.uid, package.digest)
    return Plan(
        package,
        home,
        documents,
        refused,
        labels,
        new_people(view, package, has_gold=any(map(_is_gold, differences))),
        [each for each in package.steps if each.uid in steps],
        fresh,
        sum(each.document in uids for each in package.changes) - sum(map(len, fresh.values())),
        differences,
        already,
        None if already else assigned(view, home, package, documents),
    )


def _united(
    view: Repositories,
    package: Package,
    home: Home,
    work_out: Callable[[Mapping[str, str]], dict[Spot, Difference]],
    fresh: Mapping[Spot, Sequence[Fresh]],
) -> tuple[MetLabels, dict[Spot, Difference]]:
    """The labels a corpus gains, and what becomes of everything.

    Which labels are needed follows from what comes to be seen, that from which labels are one. So it is
    worked out with all that changes name; of labels that are not on offer only those that are seen come.
    """
    there = [] if home.key is None else view.meeting.labels(home.key)
    is_offered = home.key is None or package.manifest.kind is PackageKind.ASSIGNMENT
    who = package.manifest.creator.name
    meet = partial(meet_labels, there, package.labels, who=who, is_offered=is_offered)
    named = needed_labels(_named(fresh))
    labels = meet(needed=named)
    differences = work_out(labels.same)
    bodies = (body for difference in differences.values() for body in difference.come.values())
    seen = needed_labels(map(labels_in, bodies))
    return labels if seen == named else meet(needed=seen), differences


def _coming(
    fresh: Mapping[Spot, Sequence[Fresh]], differences: Mapping[Spot, Difference]
) -> dict[str, list[str]]:
    """By kind, uids of what comes and is not at its place yet."""
    found = {"received": [each.change.uid for held in fresh.values() for each in held]}
    for kind in (DECISION, COMMENT):
        own = [each for spot, each in differences.items() if spot.kind == kind]
        found[kind] = [thing for each in own for thing in each.come.keys() - set(each.gone)]
    return found


def _is_gold(spot: Spot) -> bool:
    return spot.kind == SPAN and spot.annotator == GOLD_UID


def _named(fresh: Mapping[Spot, Sequence[Fresh]]) -> Iterator[Iterator[str]]:
    for held in fresh.values():
        yield from (labels_in(each.change.body) for each in held if each.change.body)


def _known(view: Repositories, documents: Sequence[MetDocument]) -> dict[Spot, Known]:
    """What is known of the documents of a package that are or were here."""
    uids = {each.there.key: each.uid for each in documents if each.there is not None}
    people = {key: uid for uid, key in view.meeting.people().items()}
    return {
        Spot(place.kind, uids[place.document], people[place.annotator] if place.annotator else ""): held
        for place, held in known_of(view, list(uids)).items()
    }


def _fresh(
    package: Package, uids: Mapping[str, str], known: Mapping[Spot, Known]
) -> Iterator[tuple[Spot, Fresh]]:
    """The changes of a package that are not here, each with where it belongs."""
    here = {spot: held.uids for spot, held in known.items()}
    for each in package.changes:
        if each.document not in uids:
            continue
        kind = each.kind.value
        spot = Spot(kind, uids[each.document], each.annotator if kind in _OF_ONE else "")
        if each.change.uid not in here.get(spot, ()):
            yield spot, Fresh(each.annotator, each.step, _owned(each))


def _owned(sent: PackageChange) -> Change:
    """The change as it is kept here: of a decision or comment the body says whose it is."""
    change = sent.change
    if change.body is None or sent.kind.value not in (DECISION, COMMENT):
        return change
    return replace(change, body={**change.body, BY: sent.annotator})
