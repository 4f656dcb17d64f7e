"""Writes decisions and the gold that comes of them: many at once, within one running unit of work."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.changes import check_range
from annotator.model.identity import new_uid
from annotator.model.review import (
    Decision,
    GoldRange,
    SeenVariant,
    Verdict,
    decision_uid,
    gold_span_uid,
)
from annotator.model.span import Span, covered_words
from annotator.services.labels.names import require_text
from annotator.services.review.gold_rows import GoldRows, write_rows
from annotator.storage.repositories.decisions import decision_rows
from annotator.storage.repositories.spans import dump_parts
from annotator.storage.types import utc_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.model.review import Cluster, Ruling
    from annotator.model.span import Parts
    from annotator.services.review.joining import Joined
    from annotator.services.review.reading import Examined
    from annotator.storage.repositories import Repositories
    from annotator.storage.unit_of_work import UnitOfWork

    Place = tuple[int, int, str, Parts | None]

ORIGIN: Final = "review"
"""The origin of gold spans."""


@dataclass(slots=True)
class _Sheet:
    """The gold of one document while decisions on it are recorded.

    Attributes:
        key: of the document.
        text: of the document.
        places: of its gold spans -> their uids.
        by_uid: the same the other way round.
        users: how many decisions hold on to each gold span.
        is_ruled: whether rulings, not only delays, were made, so that gold must be there.
        opened: decisions to be written, by uid; `closed`: uids of those that end.
        spans: gold spans to be written, by uid.
        gone: places of gold spans that end -> their uids.
    """

    key: int
    text: str
    places: dict[Place, str]
    by_uid: dict[str, Place]
    users: Counter[str]
    is_ruled: bool = False
    opened: dict[str, Decision] = field(default_factory=dict)
    closed: dict[str, None] = field(default_factory=dict)
    spans: dict[str, GoldRange] = field(default_factory=dict)
    gone: dict[Place, str] = field(default_factory=dict)

    def held(self, gold: GoldRange) -> str:
        """The uid by which gold holds what a decision gave; after a merge that of an equal span."""
        return gold.uid if gold.uid in self.by_uid else self.places.get(gold.place, gold.uid)

    def put(self, place: Place, uid: str) -> None:
        """There is gold on that place."""
        self.places[place] = uid
        self.by_uid[uid] = place


class GoldWriting:
    """Records rulings; nothing is written before `write`.

    Args:
        view: of the library.
        corpus_key: all documents are of this corpus.
        reviewer: key of who rules.
    """

    def __init__(self, view: Repositories, corpus_key: int, reviewer: int) -> None:
        self._view = view
        self._labels = {label.uid: key for key, label in view.labels.usable(corpus_key).items()}
        self._reviewer = reviewer
        self._person = view.people.by_key(reviewer)
        self._made = utc_now()
        self._sheets: dict[str, _Sheet] = {}

    def begin(self, examined: Sequence[Examined]) -> None:
        """Make ready for rulings on these documents."""
        texts = self._view.many.texts([each.key for each in examined])
        for each in examined:
            sheet = self._sheets[each.uid] = _Sheet(each.key, texts[each.key], {}, {}, Counter())
            for span in each.gold:
                sheet.put(span.place, span.uid)
            sheet.users.update(sheet.held(gold) for one in each.decisions for gold in one.gold)

    def words(self, cluster: Cluster) -> str:
        """The words that a cluster spans."""
        return self._sheets[cluster.document].text[cluster.start : cluster.end]

    def knows(self, label: str) -> bool:
        """Whether the label of that uid is in the label set, so that it can be gold."""
        return label in self._labels

    def rule(self, joined: Joined, ruling: Ruling) -> Decision:
        """Rule on a cluster; what was ruled on it before is replaced, with the gold that came of it.

        Raises:
            UserError: the ruling cannot be: a range outside the text, a label that is not in the label set,
                nothing to take, something to take although it says otherwise, or a reason that cannot be
                kept.
        """
        sheet = self._sheets[ruling.document]
        cluster = joined.cluster
        require_text(ruling.reason)
        self._check(ruling, sheet)
        for earlier in joined.decisions:
            self._release(sheet, earlier)
        self._drop_unclaimed(sheet, cluster)
        gold = tuple(self._take(sheet, ruling.document, wanted) for wanted in _distinct(ruling.takes))
        decision = Decision(
            decision_uid(cluster.uid),
            ruling.document,
            cluster.uid,
            self._person,
            _verdict(ruling, cluster),
            seen_in(cluster),
            gold,
            ruling.category,
            ruling.reason.strip(),
            ruling.source,
            self._made,
        )
        sheet.opened[decision.uid] = decision
        sheet.is_ruled |= decision.verdict is not Verdict.DEFER
        return decision

    def keep_for(self, other: Cluster, earlier: Decision) -> None:
        """Let what was ruled once on two clusters that were one go on standing for the other one.

        Called after `rule` on the first one: its gold is taken anew where it lies in the other cluster.
        """
        sheet = self._sheets[other.document]
        places = {variant.place for variant in other.variants}
        held = [gold for gold in earlier.gold if gold.start < other.end and other.start < gold.end]
        kept = replace(
            earlier,
            uid=decision_uid(other.uid),
            cluster=other.uid,
            variants=tuple(seen for seen in earlier.variants if seen.place in places),
            gold=tuple(self._take(sheet, other.document, gold) for gold in held),
        )
        sheet.opened[kept.uid] = kept

    def take_back(self, joined: Joined) -> None:
        """Remove all decisions on a cluster, and the gold that came of them alone."""
        for earlier in joined.decisions:
            self._release(self._sheets[earlier.document], earlier)

    def amend(self, decision: Decision, gold: Sequence[GoldRange], verdict: Verdict) -> None:
        """Say of a decision what became of its gold by a change of the gold layer itself, which is made."""
        sheet = self._sheets[decision.document]
        sheet.closed[decision.uid] = None
        sheet.opened[decision.uid] = replace(
            decision,
            gold=tuple(gold),
            verdict=verdict,
            source="gold",
            reviewer=self._person,
            made=self._made,
        )

    def _check(self, ruling: Ruling, sheet: _Sheet) -> None:
        takes = ruling.verdict in (Verdict.TAKE, Verdict.TAKE_EDITED)
        if takes and not ruling.takes:
            raise UserError(say("There is nothing to take into gold. Choose a variant, or reject them all."))
        if not takes and ruling.takes:
            raise UserError(say("A ruling that rejects or puts off takes nothing into gold."))
        for wanted in ruling.takes:
            check_range(Span("", wanted.start, wanted.end, wanted.label, parts=wanted.parts), len(sheet.text))
            if not self.knows(wanted.label):
                raise UserError(
                    say(
                        "The label of the span {start}–{end} is not in the label set, so it cannot be gold. "
                        "Take it with another label, or add the label first.",
                        start=wanted.start,
                        end=wanted.end,
                    )
                )

    def _release(self, sheet: _Sheet, decision: Decision) -> None:
        """End a decision; gold that no other decision holds on to goes with it."""
        if sheet.opened.pop(decision.uid, None) is None:
            sheet.closed[decision.uid] = None
        for uid in map(sheet.held, decision.gold):
            sheet.users[uid] -= 1
            if uid in sheet.by_uid and sheet.users[uid] <= 0:
                self._let_go(sheet, uid)

    def _drop_unclaimed(self, sheet: _Sheet, cluster: Cluster) -> None:
        """Let go of gold on a variant's place that no decision gave, as a file or a package may bring it."""
        for variant in cluster.variants:
            uid = sheet.places.get(variant.place)
            if uid is not None and sheet.users[uid] <= 0:
                self._let_go(sheet, uid)

    def _let_go(self, sheet: _Sheet, uid: str) -> None:
        place = sheet.by_uid.pop(uid)
        del sheet.places[place]
        if sheet.spans.pop(uid, None) is None:
            sheet.gone[place] = uid

    def _take(self, sheet: _Sheet, document: str, wanted: GoldRange) -> GoldRange:
        """The gold span on that place, made unless it is there or was only just let go of."""
        uid = sheet.places.get(wanted.place) or sheet.gone.pop(wanted.place, None)
        if uid is None:
            uid = gold_span_uid(document, wanted.place)
            if uid in sheet.by_uid:  # somebody moved it elsewhere by hand
                uid = new_uid()
            sheet.spans[uid] = wanted
        sheet.put(wanted.place, uid)
        sheet.users[uid] += 1
        return replace(wanted, uid=uid)

    def write(self, unit: UnitOfWork, step: int) -> None:
        """Write all under the running step."""
        write_rows(unit, self.taken(), step)

    def taken(self) -> list[GoldRows]:
        """All that was recorded as rows, document by document; nothing is recorded any more."""
        sheets, self._sheets = self._sheets, {}
        return [self._rows(uid, sheet) for uid, sheet in sheets.items()]

    def _rows(self, uid: str, sheet: _Sheet) -> GoldRows:
        return GoldRows(
            sheet.key,
            sheet.is_ruled or bool(sheet.spans),
            tuple(sheet.closed),
            tuple(sheet.gone.values()),
            decision_rows(sheet.opened.values(), {uid: sheet.key}, self._reviewer),
            [self._row(span, wanted, sheet.text) for span, wanted in sheet.spans.items()],
        )

    def _row(self, uid: str, wanted: GoldRange, text: str) -> Mapping[str, object]:
        return {
            "uid": uid,
            "start": wanted.start,
            "end": wanted.end,
            "parts": dump_parts(wanted.parts),
            "label": self._labels[wanted.label],
            "note": "",
            "flags": "",
            "origin": ORIGIN,
            "suggestion_uid": "",
            "covered": covered_words(text, wanted.start, wanted.end, wanted.parts),
        }


def seen_in(cluster: Cluster) -> tuple[SeenVariant, ...]:
    """The variants of a cluster as a decision remembers them."""
    return tuple(
        SeenVariant(each.start, each.end, each.label, tuple(vote.span.uid for vote in each.votes), each.parts)
        for each in cluster.variants
    )


def _distinct(takes: Iterable[GoldRange]) -> list[GoldRange]:
    return list({each.place: each for each in takes}.values())


def _verdict(ruling: Ruling, cluster: Cluster) -> Verdict:
    """The ruling's verdict; whether what it takes was edited is seen from what it takes."""
    if ruling.verdict not in (Verdict.TAKE, Verdict.TAKE_EDITED):
        return ruling.verdict
    places = {each.place for each in cluster.variants}
    return Verdict.TAKE if all(each.place in places for each in ruling.takes) else Verdict.TAKE_EDITED
