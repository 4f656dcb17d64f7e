"""Tells what merging a package brings: numbers, what was changed apart, and why it cannot be merged."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.exchange.members import PackageKind
from annotator.messages import say
from annotator.model.package import ComingDocument, MergePreview
from annotator.services.packages.conflicts import Names, steps_of, told_conflicts
from annotator.services.people import uids_of
from annotator.storage.received import LAYER, SPAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.exchange.members import PackageStep
    from annotator.messages import Message
    from annotator.model.package import MergeConflict, RefusedDocument
    from annotator.services.packages.conflicts import Found
    from annotator.services.packages.planning import Plan
    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.received import StepRow


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
        documents=tuple(sorted(_coming(plan), key=lambda each: each.title.casefold())),
        round_new="" if plan.assigned is None else plan.assigned.name,
        notices=tuple(_notices(view, plan)),
    )


def _coming(plan: Plan) -> Iterator[ComingDocument]:
    changes: Counter[str] = Counter()
    for spot, held in plan.fresh.items():
        changes[spot.document] += len(held)
    for each in plan.documents:
        title = each.sent.title if each.new is not None or each.there is None else each.there.title
        yield ComingDocument(title or each.uid, each.new is not None, changes[each.uid])


def _others(view: Repositories, plan: Plan) -> Iterator[Message]:
    """Whose layers a return brings besides those of the one whose work it is."""
    manifest = plan.package.manifest
    if manifest.kind is not PackageKind.RETURN or manifest.recipient is None:
        return
    owners = {spot.annotator for spot in plan.fresh if spot.kind in (SPAN, LAYER)}
    others = owners - uids_of(view, manifest.recipient.uid)
    if others:
        names = sorted(each.name for each in plan.package.annotators if each.uid in others)
        yield say("It brings layers of others too: {names}", names=", ".join(names))


def _notices(view: Repositories, plan: Plan) -> Iterator[Message]:
    yield from _others(view, plan)
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
    return told_conflicts(found, _names(view, plan, found)) if found else iter(())


def _names(view: Repositories, plan: Plan, found: Found) -> Names:
    """Names of what is here go before those of the package."""
    labels = {each.label.uid: each.label.name for each in plan.package.labels}
    if plan.home.key is not None:
        labels |= {row.uid: row.name for row in view.meeting.labels(plan.home.key)}
    people = {each.uid: each.name for each in plan.package.annotators}
    steps: dict[str, StepRow | PackageStep] = {each.uid: each for each in plan.steps}
    documents = {
        each.uid: ((each.there.title if each.there is not None else "") or each.sent.title, each.sent.text)
        for each in plan.documents
    }
    return Names(
        documents,
        people | {each.uid: each.name for each in view.people.each().values()},
        labels,
        steps | view.received.steps(steps_of(found)),
    )
