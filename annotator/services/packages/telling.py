"""Tells what merging a package brings: numbers, what was changed apart, and why it cannot be merged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.package import ConflictSide, MergeConflict, MergePreview
from annotator.services.packages.making import labels_in
from annotator.storage.received import BY, DECISION, SPAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.exchange.changes import Change, Conflict
    from annotator.messages import Message
    from annotator.model.package import RefusedDocument
    from annotator.services.packages.planning import Plan
    from annotator.services.packages.uniting import Spot
    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.received import StepRow

_SHOWN_WORDS: Final = 60
_REMOVED: Final = say("Removed")


class TextDiffersError(UserError):
    """Documents of a package are here with another text; `refused` has the differing lines."""

    def __init__(self, message: Message, refused: Sequence[RefusedDocument]) -> None:
        super().__init__(message)
        self.refused = tuple(refused)


def require_mergeable(plan: Plan, file: str) -> None:
    """Refuse a package that has a document with another text.

    Raises:
        TextDiffersError: the document is named, with the first lines that differ.
    """
    if plan.refused:
        first = plan.refused[0]
        raise TextDiffersError(
            say(
                "{file} was not merged: its document {title} ({uid}) is here with another text, so its spans "
                "would lie on other words.\n{diff}\n{count} document differs. Ask which text is the right "
                "one; import the other as a document of its own.|{file} was not merged: its document {title} "
                "({uid}) is here with another text, so its spans would lie on other words.\n{diff}\n{count} "
                "documents differ. Ask which text is the right one; import the other as a document of its "
                "own.",
                file=file,
                title=first.title,
                uid=first.uid,
                diff="\n".join(first.diff),
                count=len(plan.refused),
            ),
            plan.refused,
        )


def preview_of(view: Repositories, plan: Plan) -> MergePreview:
    """What a plan comes to, in numbers and sentences."""
    manifest = plan.package.manifest
    spans = [each for spot, each in plan.differences.items() if spot.kind == SPAN]
    changed = sum(len(set(each.gone) & each.come.keys()) for each in spans)
    new = sum(each.new is not None for each in plan.documents)
    return MergePreview(
        package=manifest.uid,
        kind=manifest.kind.value,
        creator=manifest.creator.name,
        created=manifest.created,
        recipient="" if manifest.recipient is None else manifest.recipient.name,
        corpus=plan.home.name,
        corpus_uid=plan.home.uid,
        corpus_new=plan.home.key is None,
        documents_new=new,
        documents_known=len(plan.documents) - new,
        documents_joined=sum(each.is_joined for each in plan.documents),
        layers=len(plan.package.layers),
        changes_new=plan.changes_new,
        changes_known=plan.known,
        spans_added=sum(len(each.come) for each in spans) - changed,
        spans_removed=sum(len(each.gone) for each in spans) - changed,
        spans_changed=changed,
        conflicts=tuple(_conflicts(view, plan)),
        labels_new=plan.labels.names,
        people_new=tuple(each.name for each in plan.people),
        refused=tuple(plan.refused),
        already=plan.already,
        round_new="" if plan.assigned is None else plan.assigned.name,
        notices=tuple(_notices(plan)),
    )


def _notices(plan: Plan) -> Iterator[Message]:
    settings = plan.package.settings
    if settings is not None and settings.unaided:
        yield say(
            "{count} document is a sample on which nothing is suggested|{count} documents are a sample on "
            "which nothing is suggested",
            count=len(settings.unaided),
        )
    joined = sum(each.is_joined for each in plan.documents)
    if joined:
        yield say(
            "{count} document is known under another uid; both lead to it now|{count} documents are known "
            "under other uids; both lead to them now",
            count=joined,
        )
    is_first = not plan.already
    if is_first and (binned := sum(each.leaves_bin for each in plan.documents)):
        yield say(
            "{count} document taken out of the bin|{count} documents taken out of the bin", count=binned
        )
    if is_first and (differing := sum(each.is_differing for each in plan.documents)):
        yield say(
            "{count} known document has other metadata in the file; that of the library was kept|{count} "
            "known documents have other metadata in the file; that of the library was kept",
            count=differing,
        )
    for each in plan.labels.new:
        if each.state == "inactive":
            yield say(
                "The label {name} is not in the label set; its spans are kept and the label stands beside "
                "the set",
                name=each.label.name,
            )


# ---------------------------------------------------------------------- conflicts


def _conflicts(view: Repositories, plan: Plan) -> Iterator[MergeConflict]:
    found = [(spot, conflict) for spot, each in plan.differences.items() for conflict in each.conflicts]
    if not found:
        return
    telling = _Telling(view, plan, [conflict for _, conflict in found])
    for spot, conflict in found:
        yield telling.conflict(spot, conflict)


class _Telling:
    def __init__(self, view: Repositories, plan: Plan, conflicts: Sequence[Conflict]) -> None:
        self._documents = {each.uid: each.sent for each in plan.documents}
        self._titles = {
            each.uid: each.sent.title if each.there is None else each.there.title or each.sent.title
            for each in plan.documents
        }
        self._people = {each.uid: each.name for each in plan.package.annotators}
        self._people |= {each.uid: each.name for each in view.people.each().values()}
        self._labels = {each.label.uid: each.label.name for each in plan.package.labels}
        if plan.home.key is not None:
            self._labels |= {row.uid: row.name for row in view.meeting.labels(plan.home.key)}
        steps = {_step(change) for each in conflicts for change in (each.kept, *each.others)}
        self._steps: dict[str, StepRow] = view.received.steps(sorted(steps))
        self._sent = {each.uid: each for each in plan.steps}

    def conflict(self, spot: Spot, conflict: Conflict) -> MergeConflict:
        """One conflict, as a person is told of it."""
        sides = (conflict.kept, *conflict.others)
        owner = next((each.body[BY] for each in sides if each.body and BY in each.body), spot.annotator)
        return MergeConflict(
            spot.kind,
            spot.document,
            self._titles[spot.document],
            owner,
            conflict.thing,
            self._side(spot, conflict.kept),
            tuple(self._side(spot, each) for each in conflict.others),
        )

    def _side(self, spot: Spot, change: Change) -> ConflictSide:
        uid = _step(change)
        step = self._steps.get(uid) or self._sent[uid]
        return ConflictSide(
            change.uid,
            self._people.get(step.actor, step.actor),
            step.time,
            change.body,
            self._says(spot, change),
        )

    def _says(self, spot: Spot, change: Change) -> Message:
        body = change.body
        if body is None:
            return _REMOVED
        if spot.kind == SPAN:
            return self._span(spot, body)
        if spot.kind == DECISION:
            labels = ", ".join(dict.fromkeys(self._labels.get(uid, uid) for uid in labels_in(body)))
            return say("{verdict} ({labels})", verdict=body["verdict"], labels=labels)
        return say("“{words}”", words=_short(body["text"]))

    def _span(self, spot: Spot, body: Mapping[str, object]) -> Message:
        start, end = int(str(body["start"])), int(str(body["end"]))
        words = _short(self._documents[spot.document].text[start:end])
        label = self._labels.get(str(body["label"]), str(body["label"]))
        if note := body.get("note"):
            return say("“{words}”, {label}: {note}", words=words, label=label, note=_short(str(note)))
        return say("“{words}”, {label}", words=words, label=label)


def _step(change: Change) -> str:
    return change.uid.removesuffix(f"/{change.thing}")


def _short(text: str) -> str:
    words = " ".join(text[: _SHOWN_WORDS + 1].split())
    return f"{words[:_SHOWN_WORDS]}…" if len(text) > _SHOWN_WORDS else words
