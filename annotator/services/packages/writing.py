"""Writes what a plan of a merge comes to, as one step in one transaction."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from annotator.exchange.lineage import second_uid
from annotator.exchange.members import PackageKind
from annotator.messages import say
from annotator.model.codebook import with_marks
from annotator.services.packages.label_meeting import MERGED as MERGED_LABEL
from annotator.storage.received import BY, COMMENT, DECISION, LAYER, SPAN
from annotator.storage.repositories.merged_rows import MergedRows, row_uid, span_row
from annotator.storage.repositories.received import StepRow
from annotator.storage.steps import MERGE
from annotator.storage.types import dump_json, utc_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from annotator.messages import Message
    from annotator.services.packages.planning import Plan
    from annotator.services.packages.uniting import Difference, Fresh, Spot
    from annotator.storage.unit_of_work import UnitOfWork

    Progress = Callable[[int, int], None]


def untold(done: int, total: int) -> None:
    """What is told how far a merge is where nobody asks."""


def write_merge(unit: UnitOfWork, plan: Plan, progress: Progress = untold) -> int:
    """Write what the plan says, which was worked out in this very transaction; the number of the step.

    `progress` is told how many documents, things and changes are written, of how many.
    """
    return _Writing(unit, plan, progress).write()


class _Writing:
    def __init__(self, unit: UnitOfWork, plan: Plan, progress: Progress) -> None:
        self._unit = unit
        self._plan = plan
        self._step = unit.step(MERGE, summary_of(plan), seen=max((s.lamport for s in plan.steps), default=0))
        self._rows = MergedRows(unit.connection, self._step)
        self._documents = {each.uid: each.there.key for each in plan.documents if each.there is not None}
        self._people: dict[str, int] = {}
        self._labels: dict[str, int] = {}
        self._layers: dict[tuple[int, int], int] = {}
        self._progress, self._done = progress, 0
        self._total = len(plan.documents) + self._things + plan.changes_new

    @property
    def _things(self) -> int:
        """How many spans, statuses, decisions and comments come or go."""
        return sum(len(each.come) + len(each.gone) for each in self._plan.differences.values())

    def _advance(self, count: int) -> None:
        self._done += count
        self._progress(self._done, self._total)

    def write(self) -> int:
        home = self._corpus()
        for person in self._plan.people:
            self._unit.people.add(person, self._step)
        self._people = self._unit.meeting.people()
        self._write_labels(home)
        self._advance(0)
        self._write_documents(home)
        self._advance(len(self._plan.documents))
        self._make_layers()
        self._close()
        self._open_layers()
        self._open_spans()
        self._open_decisions_and_comments()
        self._advance(self._things)
        self._keep_received()
        self._advance(self._plan.changes_new)
        if self._plan.assigned is not None:
            self._unit.rounds.keep(home, self._plan.assigned, self._step)
        self._unit.projection.refresh()
        touched = list(self._documents)
        self._unit.steps.describe(
            self._step, summary_of(self._plan), home, touched[0] if len(touched) == 1 else None
        )
        return self._step

    # ------------------------------------------------------------------ corpus, labels, documents

    def _corpus(self) -> int:
        plan, home = self._plan, self._plan.home
        if home.key is None:
            return self._unit.corpora.add(home.uid, home.name, home.guidelines, self._step)
        if not home.guidelines and plan.package.manifest.corpus.guidelines:
            self._unit.corpora.change(
                home.key, self._step, guidelines=plan.package.manifest.corpus.guidelines
            )
        if home.alias:
            self._unit.meeting.alias_corpus(home.alias, home.uid, self._step)
        return home.key

    def _write_labels(self, home: int) -> None:
        keys = {row.uid: row.key for row in self._unit.meeting.labels(home)}
        waiting = list(self._plan.labels.new)
        for each in sorted(waiting, key=lambda each: each.state == MERGED_LABEL):
            target = keys[self._plan.labels.same[each.label.uid]] if each.state == MERGED_LABEL else None
            keys[each.label.uid] = self._rows.add_label(each.label, home, each.state, target)
        names = {uid: self._plan.labels.same.get(uid, uid) for uid in keys}
        for each in waiting:
            if each.guidance is not None and not each.guidance.is_empty:
                self._unit.guidance.put(keys[each.label.uid], with_marks(each.guidance, names), self._step)
        self._labels = keys

    def _write_documents(self, home: int) -> None:
        meeting, plan = self._unit.meeting, self._plan
        new = [each.new for each in plan.documents if each.new is not None]
        keys = meeting.identify(new)
        self._documents.update((each.uid, key) for each, key in zip(new, keys, strict=True))
        self._unit.projection.mark(list(self._documents.values()))
        meeting.open_documents(new, keys, home, self._step)
        for each in plan.documents:
            changes: dict[str, Any] = {}
            if each.metadata is not None:
                changes["metadata"] = dump_json(each.metadata)
            if each.leaves_bin:
                changes["binned"] = 0
            if changes:
                meeting.change_document(self._documents[each.uid], self._step, **changes)
        aliases = {uid: each.uid for each in plan.documents for uid in each.aliases}
        meeting.add_aliases("document", aliases, self._step)

    # ------------------------------------------------------------------ what was worked out

    def _of_kind(self, kind: str) -> Iterator[tuple[Spot, Difference]]:
        return ((spot, each) for spot, each in self._plan.differences.items() if spot.kind == kind)

    def _place(self, spot: Spot) -> tuple[int, int]:
        return self._documents[spot.document], self._people[spot.annotator]

    def _make_layers(self) -> None:
        places = [self._place(spot) for spot, _ in self._of_kind(LAYER)]
        self._layers = self._unit.meeting.make_layers(places)

    def _close(self) -> None:
        aliases = self._unit.meeting.span_aliases()
        self._rows.close_spans(
            [
                row_uid(thing, spot.annotator, aliases)
                for spot, each in self._of_kind(SPAN)
                for thing in each.gone
            ]
        )
        layers = [self._layers[self._place(spot)] for spot, each in self._of_kind(LAYER) if each.gone]
        self._rows.close_layers(layers)
        self._rows.close_decisions([uid for _, each in self._of_kind(DECISION) for uid in each.gone])
        self._rows.close_comments([uid for _, each in self._of_kind(COMMENT) for uid in each.gone])

    def _open_layers(self) -> None:
        statuses = {
            self._layers[self._place(spot)]: body["status"]
            for spot, each in self._of_kind(LAYER)
            for body in each.come.values()
        }
        self._rows.open_layers(statuses)

    def _open_spans(self) -> None:
        texts = {each.uid: each.sent.text for each in self._plan.documents}
        seconds = self._second_uids()
        rows = [
            span_row(
                seconds.get((spot, thing), thing),
                self._layers[self._place(spot)],
                body,
                texts[spot.document],
                self._labels,
            )
            for spot, each in self._of_kind(SPAN)
            for thing, body in each.come.items()
        ]
        self._rows.open_spans(rows)

    def _second_uids(self) -> dict[tuple[Spot, str], str]:
        """Other uids for spans whose own are those of spans in other layers: two rows cannot share one."""
        aliases = self._unit.meeting.span_aliases()
        coming = [(spot, thing) for spot, each in self._of_kind(SPAN) for thing in each.come]
        taken = set(self._unit.meeting.living_spans([thing for _, thing in coming]))
        found: dict[tuple[Spot, str], str] = {}
        fresh: dict[str, str] = {}
        for spot, thing in coming:
            second = second_uid(thing, spot.annotator)
            if second in aliases or thing in taken:
                found[spot, thing] = second
                if second not in aliases:
                    fresh[second] = thing
            taken.add(thing)
        self._unit.meeting.add_aliases("span", fresh, self._step)
        return found

    def _open_decisions_and_comments(self) -> None:
        for kind, write in ((DECISION, self._rows.open_decisions), (COMMENT, self._rows.open_comments)):
            bodies = {
                uid: (self._documents[spot.document], body)
                for spot, each in self._of_kind(kind)
                for uid, body in each.come.items()
            }
            write(bodies, self._people)

    # ------------------------------------------------------------------ what came

    def _keep_received(self) -> None:
        received, plan = self._unit.received, self._plan
        received.add_steps(
            [
                StepRow(
                    each.uid,
                    each.kind,
                    each.actor,
                    each.replica,
                    each.counter,
                    each.lamport,
                    each.time,
                    each.summary.dump(),
                )
                for each in plan.steps
            ]
        )
        rows = [self._row(spot, each) for spot, held in plan.fresh.items() for each in held]
        received.add(rows, self._step)
        manifest = plan.package.manifest
        received.log(
            self._step,
            uid=manifest.uid,
            sha256=plan.package.digest,
            kind=manifest.kind.value,
            creator=manifest.creator.uid,
            time=utc_now(),
            changes_new=plan.changes_new,
            changes_known=plan.known,
        )

    def _row(self, spot: Spot, fresh: Fresh) -> dict[str, Any]:
        change = fresh.change
        return {
            "uid": change.uid,
            "kind": spot.kind,
            "thing": change.thing,
            "document": self._documents[spot.document],
            "annotator": self._people[fresh.annotator],
            "made_in": fresh.step,
            "base": _dumped(list(change.base)),
            "body": "" if change.body is None else _dumped(_bare(change.body)),
        }


def summary_of(plan: Plan) -> Message:
    """The sentence of the step for the history."""
    manifest = plan.package.manifest
    whose = manifest.recipient if manifest.kind is PackageKind.RETURN else None
    name = (whose or manifest.creator).name
    if plan.changes_new:
        return say(
            "Package from {name} merged: {count} change|Package from {name} merged: {count} changes",
            name=name,
            count=plan.changes_new,
        )
    return say(
        "Package from {name} merged: {count} document|Package from {name} merged: {count} documents",
        name=name,
        count=len(plan.documents),
    )


def _bare(body: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name != BY}


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
