"""Settles a conflict by one of its sides: a later change, made on all of them, that holds everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.exchange.changes import heads, place_of
from annotator.exchange.gold import follow_decisions, given, given_by
from annotator.exchange.lineage import as_never_made
from annotator.messages import say
from annotator.model.identity import new_uid
from annotator.services.packages.known import known_of
from annotator.services.packages.uniting import Spot
from annotator.services.past.bringing_back import RESTORE
from annotator.services.review.gold_rows import gold_owner
from annotator.storage.received import COMMENT, DECISION, LAYER, SPAN, where
from annotator.storage.repositories.merged_rows import MergedRows, row_uid, span_row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from annotator.exchange.changes import Change
    from annotator.model.package import MergeConflict
    from annotator.services.packages.known import Known
    from annotator.storage.unit_of_work import UnitOfWork


def restore_side(unit: UnitOfWork, conflict: MergeConflict, change_uid: str) -> int:
    """Write under a new step what one side of a conflict made of its thing; the number of the step.

    The side may be the one that holds: then it goes on holding, and there is no conflict any more.

    Raises:
        UserError: it is so already, or cannot be so any more.
    """
    return _Restoring(unit, conflict).restore(change_uid)


class _Restoring:
    def __init__(self, unit: UnitOfWork, conflict: MergeConflict) -> None:
        self._unit = unit
        self._thing = conflict.thing
        self._kind = conflict.kind
        key, owner = unit.documents.key_of(conflict.document), unit.people.key_of(conflict.annotator)
        if key is None or owner is None:
            raise UserError(_GONE)
        self._document, self._owner = key, owner
        self._spot = Spot(conflict.kind, conflict.document, conflict.annotator)
        self._known = known_of(unit, [key])

    def restore(self, change_uid: str) -> int:
        known = self._known.get(where(self._kind, self._document, self._owner))
        change = None if known is None else _found(known, change_uid)
        if known is None or change is None:
            raise UserError(_GONE)
        now = (known.living or {}).get(self._thing)
        made = [each for each in known.with_fresh() if each.thing == self._thing]
        ends = heads(as_never_made(made, self._unit.received.reversals()))
        if now == change.body and len(ends) < 2:
            raise UserError(say("It is already as it was then."))
        self._unit.projection.mark([self._document])
        group = new_uid()
        is_there = now is not None
        if change.body is None and not is_there:
            # removing what is not there would leave no trace, and so settle nothing: it comes back and goes
            other = next(each.body for each in ends if each.body is not None)
            self._write(self._begin(group), known, other, is_there=False)
            is_there = True
        rows = self._begin(group)
        self._write(rows, known, change.body, is_there=is_there)
        self._unit.projection.refresh()
        return rows.step

    def _begin(self, group: str) -> MergedRows:
        version = self._unit.documents.version(self._document)
        step = self._unit.step(
            RESTORE,
            say("A change made apart was settled in “{title}”", title=version.title),
            corpus_key=version.corpus,
            document=self._spot.document,
            group=group,
        )
        return MergedRows(self._unit.connection, step)

    def _write(
        self, rows: MergedRows, known: Known, body: Mapping[str, Any] | None, *, is_there: bool
    ) -> None:
        if self._kind == SPAN:
            self._write_span(rows, known, body, is_there=is_there)
            return
        close, write = {
            DECISION: (rows.close_decisions, rows.open_decisions),
            COMMENT: (rows.close_comments, rows.open_comments),
        }[self._kind]
        if is_there:
            close([self._thing])
        if body is not None:
            write({self._thing: (self._document, body)}, self._unit.meeting.people())
        if self._kind == DECISION:
            self._follow(rows, known, body)

    def _follow(self, rows: MergedRows, known: Known, body: Mapping[str, Any] | None) -> None:
        """Make gold what the decisions want it to be now."""
        owner = gold_owner(self._unit, rows.step)
        there, same = self._labels()
        held = self._known.get(where(SPAN, self._document, owner))
        before = dict(held.living or {}) if held is not None else {}
        holding = [(each, 0) for thing, each in (known.living or {}).items() if thing != self._thing]
        wanted = given(given_by(known.with_fresh()).ever, [*holding, (body, 0)])
        after = follow_decisions(before, wanted, (), same)
        come = {uid: each for uid, each in after.items() if before.get(uid) != each}
        if any(each["label"] not in there for each in come.values()):
            raise UserError(_NO_LABEL)
        rows.close_spans([uid for uid in before if uid not in after or uid in come])
        if come:
            text, layer = self._unit.documents.text(self._document), self._layer(rows, owner)
            rows.open_spans([span_row(uid, layer, each, text, there) for uid, each in come.items()])

    def _labels(self) -> tuple[dict[str, int], dict[str, str]]:
        """Key of every label by uid, and uid of every merged one -> uid of the one it counts for."""
        there = self._unit.meeting.labels(self._unit.documents.version(self._document).corpus)
        return (
            {row.uid: row.key for row in there},
            {row.uid: row.merged_into for row in there if row.merged_into},
        )

    def _write_span(
        self, rows: MergedRows, known: Known, body: Mapping[str, Any] | None, *, is_there: bool
    ) -> None:
        uid = row_uid(self._thing, self._spot.annotator, self._unit.meeting.span_aliases())
        if is_there:
            rows.close_spans([uid])
        if body is None:
            return
        labels, same = self._labels()
        others = (held for thing, held in (known.living or {}).items() if thing != self._thing)
        if any(place_of(held, same) == place_of(body, same) for held in others):
            raise UserError(say("It cannot be restored: these words carry that label already."))
        if body["label"] not in labels:
            raise UserError(_NO_LABEL)
        text = self._unit.documents.text(self._document)
        rows.open_spans([span_row(uid, self._layer(rows, self._owner), body, text, labels)])

    def _layer(self, rows: MergedRows, owner: int) -> int:
        """The layer, which is there again if it was not."""
        place = (self._document, owner)
        key = self._unit.meeting.make_layers([place])[place]
        held = self._known.get(where(LAYER, *place))
        if held is None or not held.living:
            rows.open_layers({key: "in-progress"})
        return key


_NO_LABEL = say("It cannot be restored: its label is no longer in the label set.")
_GONE = say("This change is not in the library (any more), so it cannot be restored.")


def _found(known: Known, uid: str) -> Change | None:
    return next((change for change in known.with_fresh() if change.uid == uid), None)
