"""Use-cases on spans: the changes of one layer as one step, checked by the rules the window paints by."""

from __future__ import annotations

from collections import Counter, OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator import ways
from annotator.errors import EnvironmentProblem, UserError
from annotator.messages import say
from annotator.model.changes import LayerState, SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.document import Status
from annotator.model.listing import SpanRecord
from annotator.model.outcome import Outcome, Touched
from annotator.model.review import GOLD_UID
from annotator.model.span import covered_text
from annotator.services.lookup import corpus_key, document_key
from annotator.services.people import find_annotator
from annotator.services.review import gold_edits
from annotator.services.safety.backups import MANY, Backups
from annotator.storage.repositories.efforts import Efforts
from annotator.storage.repositories.spans import span_of
from annotator.storage.tables import COUNTED_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.messages import Message
    from annotator.model.changes import Change
    from annotator.model.document import Document
    from annotator.model.effort import Effort
    from annotator.model.span import Span
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

_KEPT_STATES: Final = 4
_TOUCHED: Final = Touched.SPANS | Touched.DOCUMENTS | Touched.LABELS


@dataclass(slots=True)
class _Sheet:
    """A layer as the writer last saw it, so that a key stroke does not read 100,000 spans anew."""

    document: int
    document_uid: str
    owner: int
    corpus: int
    counted: bool
    text: str
    state: LayerState
    layer: int | None
    status: Status | None


class Annotating:
    """Labelling in a library."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sheets: OrderedDict[tuple[str, str | None], _Sheet] = OrderedDict()
        self._seen = 0

    def forget(self) -> None:
        """Let go of the layers that are kept at hand."""
        self._sheets.clear()

    def apply(
        self,
        document_uid: str,
        changes: tuple[Change, ...],
        summary: Message | None = None,
        annotator_uid: str | None = None,
        actor_uid: str | None = None,
        step_uid: str | None = None,
        effort: Effort | None = None,
    ) -> Outcome[tuple[Change, ...]]:
        """Make the changes as one step; the layer is made when it is missing.

        The first span of a new layer also makes its status in-progress; the value is all changes made, with
        that. Whose layer it is and who acts are two things: both are the library's own annotator unless
        named.

        A step whose uid the caller gives is made once: sent again after a failure of the disk that left open
        whether it was kept, it is found. `effort` is what it cost the person, for the figures.

        Raises:
            UserError: a change does not fit the layer as it is, or names a label the corpus does not have;
                nothing
                was changed.
            EnvironmentProblem: it could not be saved.
        """
        if not changes:
            return Outcome(())
        where = (document_uid, annotator_uid)
        try:
            with self._store.saving() as unit:
                if unit.steps.newest() != self._seen:  # something else changed spans, labels or documents
                    self._sheets.clear()
                    if step_uid is not None and (kept := _kept_step(unit, document_uid, step_uid)):
                        return kept
                sheet = self._sheets.get(where) or self._read(unit, document_uid, annotator_uid)
                made = _with_status(sheet, changes)
                actor = None if actor_uid is None else _owner(unit, actor_uid)
                said = summary or describe(made)
                number = self._write(unit, sheet, made, said, actor, step_uid)
                if effort is not None:
                    Efforts(unit.connection).add(number, effort)
                step = unit.commit()
        except BaseException:
            self._sheets.pop(where, None)  # it may hold what was not kept
            raise
        self._keep(where, sheet, step or 0)
        return Outcome(made, _TOUCHED, (sheet.document_uid,), step)

    def _keep(self, where: tuple[str, str | None], sheet: _Sheet, step: int) -> None:
        self._seen = step
        for other, held in list(self._sheets.items()):  # the own layer, once by its owner and once by default
            if (held.document, held.owner) == (sheet.document, sheet.owner) and other != where:
                del self._sheets[other]
        self._sheets[where] = sheet
        self._sheets.move_to_end(where)
        while len(self._sheets) > _KEPT_STATES:
            self._sheets.popitem(last=False)

    def _read(self, unit: UnitOfWork, document_uid: str, annotator_uid: str | None) -> _Sheet:
        key = document_key(unit, document_uid)
        version = unit.documents.version(key)
        if version.binned or unit.corpora.is_binned(version.corpus):
            raise UserError(
                say("The document {title} lies in the bin. Take it out to label it.", title=version.title)
            )
        own = unit.people.main_key(self._store.actor)
        owner = own if annotator_uid is None else _owner(unit, annotator_uid)
        text = unit.documents.text(key)
        shown = unit.aliases.layers(key, owner)
        state = LayerState(len(text))
        if shown.status is not None:
            spans = unit.spans.of_layers(shown.keys, unit.labels.all_uids(version.corpus))
            state = LayerState.of(len(text), spans, shown.status)
        layer = unit.layers.identity(key, owner)
        layer = layer if layer in shown.keys else None
        return _Sheet(
            document=key,
            document_uid=unit.documents.uids([key])[key],
            owner=owner,
            corpus=version.corpus,
            counted=unit.people.by_key(owner).kind.value in COUNTED_KINDS,
            text=text,
            state=state,
            layer=layer,
            status=shown.status,
        )

    def _write(
        self,
        unit: UnitOfWork,
        sheet: _Sheet,
        changes: tuple[Change, ...],
        summary: Message,
        actor: int | None,
        step_uid: str | None,
    ) -> int:
        labels = {label.uid: key for key, label in unit.labels.usable(sheet.corpus).items()}
        before, after = _net(sheet, changes)
        _check_labels(after, labels)
        _check_uids(unit, [uid for uid in after if uid not in before])
        step = unit.step(
            "annotate",
            summary,
            actor=actor,
            corpus_key=sheet.corpus,
            document=sheet.document_uid,
            uid=step_uid,
        )
        restated = sheet.status is not sheet.state.status
        if restated or sheet.layer is None:
            sheet.layer = unit.layers.set_status(sheet.document, sheet.owner, sheet.state.status, step)
            sheet.status = sheet.state.status
        suggestions = unit.spans.suggestions(list(before))
        unit.spans.close(before, step)
        unit.spans.open(sheet.layer, list(after.values()), sheet.text, labels, suggestions, step)
        if sheet.counted:
            self._count(unit, sheet.document, list(before.values()), list(after.values()), labels)
            if restated:
                unit.projection.restatus(sheet.document)
        elif sheet.owner == unit.people.key_of(GOLD_UID):
            gold_edits.follow(unit, sheet.document, before, after, actor or unit.actor, step)
        return step

    @staticmethod
    def _count(
        unit: UnitOfWork, document: int, gone: list[Span], come: list[Span], labels: dict[str, int]
    ) -> None:
        """Adjust the counts: a label's documents change when its first span comes or its last one goes."""
        more = Counter(labels[span.label] for span in come)
        more.subtract(labels[span.label] for span in gone)
        changes = {}
        for key, number in more.items():
            if number:
                total = unit.spans.on_document(document, unit.labels.carried(key))
                changes[key] = (number, int(total > 0) - int(total > number))
        unit.projection.adjust(document, len(come) - len(gone), changes)

    def spans(self, corpus: str, annotator_uid: str | None = None) -> Iterator[SpanRecord]:
        """All living spans of a corpus, or one annotator's, in import and reading order.

        Raises:
            UserError: there is no such corpus or annotator.
            EnvironmentProblem: a document cannot be read.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            owner = None if annotator_uid is None else _owner(view, annotator_uid)
            names = {label.uid: label.name for label in view.labels.usable(home).values()}
            people, labels = view.people.all(), view.labels.all_uids(home)
            for held in view.stream.documents(home, owners=None if owner is None else [owner]):
                if not held.is_readable:
                    raise EnvironmentProblem(_unreadable(held.document))
                for row in held.spans:
                    span = span_of(row, labels)
                    yield SpanRecord(
                        span,
                        held.document.uid,
                        people[row.annotator],
                        names.get(span.label, ""),
                        covered_text(held.document.text, span),
                    )

    def remove(self, uids: Sequence[str]) -> Outcome[int]:
        """Remove spans, whosever they are, as one step; how many there were.

        Raises:
            UserError: one of them is not there (any more); nothing was removed.
        """
        warnings = Backups(self._store).before_bulk() if len(uids) >= MANY else ()
        with self._store.saving() as unit:
            homes = {uid: unit.spans.home(uid) for uid in uids}
            missing = next((uid for uid, home in homes.items() if home is None), None)
            if missing is not None:
                raise UserError(say("There is no span {uid} (any more). Nothing was removed.", uid=missing))
            documents = sorted({home[0] for home in homes.values() if home is not None})
            if not documents:
                return Outcome(0)
            names = unit.documents.uids(documents)
            step = unit.step(
                "annotate",
                say("{count} span removed|{count} spans removed", count=len(homes)),
                corpus_key=unit.documents.version(documents[0]).corpus,
                document=names[documents[0]] if len(documents) == 1 else None,
            )
            gold = gold_edits.among(unit, {uid: home for uid, home in homes.items() if home is not None})
            unit.projection.mark(documents)
            unit.spans.close(homes, step)
            unit.projection.refresh()
            for document, gone in gold.items():
                gold_edits.follow(unit, document, gone, {}, unit.actor, step)
            committed = unit.commit()
        return Outcome(len(homes), _TOUCHED, tuple(names.values())[:100], committed, warnings)


def _unreadable(document: Document) -> Message:
    return say(
        "The document {title} ({uid}) is damaged and cannot be read. {way}",
        title=document.title,
        uid=document.uid,
        way=ways.LOOK,
    )


def _owner(view: Repositories, annotator_uid: str) -> int:
    found = find_annotator(view, annotator_uid)
    key = None if found is None else view.people.key_of(found.uid)
    if key is None:
        raise UserError(say("There is no annotator {uid} in this library.", uid=annotator_uid))
    return key


def _kept_step(unit: UnitOfWork, document_uid: str, step_uid: str) -> Outcome[tuple[Change, ...]] | None:
    """What a step of that uid did that is in the library already."""
    number = unit.steps.number(step_uid)
    found = None if number is None else unit.stream.layer_changes(number)
    return None if found is None else Outcome(found[1], _TOUCHED, (document_uid,), number)


def _with_status(sheet: _Sheet, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes, and "in progress" with a new layer's first span unless they say a status themselves."""
    if sheet.state.status is not Status.NEW or any(isinstance(change, StatusChanged) for change in changes):
        return changes
    if any(isinstance(change, SpanAdded) for change in changes):
        return (*changes, StatusChanged(Status.NEW, Status.IN_PROGRESS))
    return changes


def _net(sheet: _Sheet, changes: tuple[Change, ...]) -> tuple[dict[str, Span], dict[str, Span]]:
    """Apply the changes; the spans they touched as they were before and as they are after, by uid."""
    touched: dict[str, Span | None] = {}
    for change in changes:
        for uid in _uids(change):
            touched.setdefault(uid, sheet.state.get(uid))
        sheet.state.apply(change)
    before = {uid: span for uid, span in touched.items() if span is not None}
    after = {uid: span for uid in touched if (span := sheet.state.get(uid)) is not None}
    same = [uid for uid, span in before.items() if after.get(uid) == span]
    for uid in same:
        del before[uid], after[uid]
    return before, after


def _uids(change: Change) -> tuple[str, ...]:
    match change:
        case SpanAdded(span) | SpanRemoved(span):
            return (span.uid,)
        case SpanReplaced(before, after):
            return (before.uid, after.uid)
        case StatusChanged():
            return ()


def _check_labels(after: dict[str, Span], labels: dict[str, int]) -> None:
    for span in after.values():
        if span.label not in labels:
            raise UserError(
                say(
                    "The label of the span {start}–{end} is no longer in the label set.",
                    start=span.start,
                    end=span.end,
                )
            )


def _check_uids(unit: UnitOfWork, fresh: list[str]) -> None:
    taken = unit.spans.taken(fresh) if fresh else []
    if taken:
        raise UserError(say("A span with the uid {uid} is there already.", uid=taken[0]))


def describe(changes: tuple[Change, ...]) -> Message:
    """A sentence for the history, when the caller gives none."""
    spans = [change for change in changes if not isinstance(change, StatusChanged)]
    if not spans:
        status = next(change.after for change in changes if isinstance(change, StatusChanged))
        return _STATUS_SENTENCES[status]
    if all(isinstance(change, SpanAdded) for change in spans):
        return say("{count} span added|{count} spans added", count=len(spans))
    if all(isinstance(change, SpanRemoved) for change in spans):
        return say("{count} span removed|{count} spans removed", count=len(spans))
    return say("{count} span changed|{count} spans changed", count=len(spans))


_STATUS_SENTENCES: Final = {
    Status.NEW: say("Document marked as new"),
    Status.IN_PROGRESS: say("Document marked as in progress"),
    Status.DONE: say("Document marked as done"),
}
