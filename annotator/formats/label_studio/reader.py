"""Label Studio's JSON read: full exports, the short form ("JSON_MIN"), and those of before version 1.

Submitted annotations are layers of their annotators, done; predictions are layers of the models they name.
What was skipped or is a draft only is counted. Offsets are settled by the words that regions carry.
"""

from __future__ import annotations

import json
import mmap
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from annotator.formats.base import (
    IncomingDocument,
    IncomingHead,
    IncomingLayer,
    IncomingSpan,
    ProblemError,
    Problems,
)
from annotator.formats.json_records import records
from annotator.formats.label_studio.regions import (
    AGAIN,
    CANCELLED,
    DRAFTS,
    ELSEWHERE,
    Region,
    Regions,
)
from annotator.formats.label_studio.texts import Texts
from annotator.formats.left_out import OTHER_SPANS, LeftOut
from annotator.formats.meta import told_by
from annotator.formats.offsets import UnitTally
from annotator.formats.other_spans import keys_of_spans
from annotator.formats.uniqueness import Uids
from annotator.formats.wording import wrong_value
from annotator.messages import Message, say
from annotator.model.document import Annotator, AnnotatorKind, Status
from annotator.model.label import is_name
from annotator.strict_json import JsonProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source
    from annotator.formats.json_records import Record
    from annotator.formats.label_studio.texts import Chosen

PREDICTIONS: Final = "predictions"
"""The annotator of predictions that name no model."""

_MODEL: Final = re.compile(rb'"model_version"\s*:\s*("(?:[^"\\]|\\.)*")')
_PREDICTED: Final = re.compile(rb'"predictions"\s*:\s*\[\s*\{')
_ABOUT_WORK: Final = frozenset(
    {"id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time", "inner_id", "agreement"}
)
"""Keys of the short form that say nothing of the text."""
_WORK: Final = frozenset({"annotations", "completions", "predictions", "drafts"})
_RESULT: Final = frozenset({"result"})
_STATUSES: Final = {status.value: status for status in Status}


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The models of predictions, if there are any, and a document for each task.

    Raises:
        FormatError: with the first twenty things that are wrong, each with its task and region.
        OSError: the file cannot be read.
    """
    problems = Problems(source.name)
    if models := _models(source.path):
        yield IncomingHead(annotators=models)
    tasks = _Tasks(problems)
    for record in records(source, options, problems):
        yield from tasks.take(record)
    yield from tasks.rest()
    problems.raise_if_any()
    tasks.tell(notices)


def _models(path: Path) -> tuple[Annotator, ...]:
    """Names that stand for models; a first look at the file, for they must be known before its tasks."""
    names: set[str] = set()
    with path.open("rb") as stream:
        if not stream.read(1):
            return ()
        with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
            if not _PREDICTED.search(data):
                return ()
            names.add(PREDICTIONS)
            written = {found[1] for found in _MODEL.finditer(data)}
    for literal in written:
        try:
            names.add(json.loads(literal))
        except ValueError:
            continue  # the reader of records has the words for it
    return tuple(Annotator("", name, AnnotatorKind.MACHINE) for name in sorted(names) if is_name(name))


class _Work(NamedTuple):
    """What one person or model made of one task."""

    annotator: str | None
    status: Status
    regions: list[Region]


class _Tasks:
    """Turns the records of one file into documents."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._regions = Regions()
        self._texts = Texts()
        self._tally = UnitTally()
        self._left = LeftOut()
        self._uids = Uids()
        self._waiting: tuple[str, IncomingDocument] | None = None

    def tell(self, notices: Notices) -> None:
        """Say what was left out, and how offsets were understood."""
        self._tally.tell(notices)
        self._left.tell(notices)
        self._regions.left_out.tell(notices)

    def take(self, record: Record) -> Iterator[IncomingDocument]:
        """The documents that are whole now that this record is read; none after a problem was noted."""
        try:
            is_full = any(key == "data" and type(held) is tuple for key, held in record.pairs)
            document = self._full(record) if is_full else self._short(record)
        except JsonProblemError as error:
            self._problems.add(record.says(error.problem))
            return
        except ProblemError as error:
            self._problems.add(record.says(error.message))
            return
        if document is None or self._problems.count:
            return
        if is_full:
            yield from self.rest()
            yield document
        else:
            yield from self._joined(record, document)

    def rest(self) -> Iterator[IncomingDocument]:
        """The document that waited for further work on it."""
        if self._waiting is not None and not self._problems.count:
            yield self._waiting[1]
        self._waiting = None

    def _joined(self, record: Record, document: IncomingDocument) -> Iterator[IncomingDocument]:
        """Of the short form, which has a record for each annotation, those of one task in a row are one."""
        uid = str(dict(record.pairs).get("id", record.line))
        if self._waiting is None or self._waiting[0] != uid or self._waiting[1].text != document.text:
            yield from self.rest()
            self._waiting = uid, document
            return
        before = self._waiting[1]
        known = {layer.annotator for layer in before.layers}
        layers = before.layers + tuple(layer for layer in document.layers if layer.annotator not in known)
        self._waiting = (
            uid,
            IncomingDocument(
                before.text,
                before.title,
                before.uid,
                before.metadata,
                before.spans + document.spans,
                layers,
                line=before.line,
            ),
        )

    def _full(self, record: Record) -> IncomingDocument | None:
        fields = record.fields(late=_WORK)
        if not self._is_new(record, fields.get("id")):
            return None
        works = self._submitted(record, fields) + self._predicted(record, fields)
        self._regions.left_out.add(DRAFTS, len(_objects(record, fields, "drafts")))
        meta = fields.get("meta")
        return self._document(record, fields["data"], works, meta if isinstance(meta, dict) else {})

    def _is_new(self, record: Record, uid: object) -> bool:
        if uid is None or (earlier := self._uids.add(str(uid), record.number or record.line)) is None:
            return True
        self._problems.add(
            record.says(
                say("the task {uid} was there before, as number {earlier}", uid=str(uid), earlier=earlier)
            )
        )
        return False

    def _submitted(self, record: Record, fields: dict[str, Any]) -> list[_Work]:
        works = []
        for each in _objects(record, fields, "annotations") or _objects(record, fields, "completions"):
            item = each.fields(late=_RESULT)
            if item.get("was_cancelled") or item.get("skipped"):
                self._regions.left_out.add(CANCELLED)
                continue
            name = _name_of(item.get("completed_by")) or _name_of(item.get("annotator"))
            status = _STATUSES.get(item.get("status", ""), Status.DONE)
            works.append(_Work(name, status, self._results(each, item)))
        return works

    def _predicted(self, record: Record, fields: dict[str, Any]) -> list[_Work]:
        works = []
        for each in _objects(record, fields, "predictions"):
            item = each.fields(late=_RESULT)
            name = _name_of(item.get("model_version")) or PREDICTIONS
            works.append(_Work(name, Status.NEW, self._results(each, item)))
        return works

    def _results(self, each: Record, item: dict[str, Any]) -> list[Region]:
        found = item.get("result")
        if not isinstance(found, list):
            raise ProblemError(say("an annotation has no list “result”"))
        return self._regions.as_usual(found) or self._regions.of_results(each.objects(found))

    def _short(self, record: Record) -> IncomingDocument | None:
        fields = record.fields()
        regions: list[Region] = []
        data = {}
        for key, value in fields.items():
            if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
                regions += self._regions.of_values(value)
            elif key not in _ABOUT_WORK:
                data[key] = value
        name = _name_of(fields.get("annotator"))
        is_work = bool(regions) or name is not None
        return self._document(record, data, [_Work(name, Status.DONE, regions)] if is_work else [], {})

    def _document(
        self, record: Record, data: dict[str, Any], works: list[_Work], meta: dict[str, Any]
    ) -> IncomingDocument | None:
        every = [region for work in works for region in work.regions]
        chosen = self._texts.choose(data, every)
        if isinstance(chosen, Message):
            self._problems.add(record.says(chosen))
            return None
        for misfit in chosen.settled.misfits:
            place = chosen.regions[misfit.number].place
            self._problems.add(
                record.says(say("region {place}: {problem}", place=place, problem=misfit.reason))
            )
        self._tally.count(chosen.settled)
        self._regions.left_out.add(ELSEWHERE, len(every) - len(chosen.regions))
        layers = self._layers(record, works)
        others = {key: value for key, value in data.items() if key != chosen.key}
        self._left.add(OTHER_SPANS, len(keys_of_spans(others)))
        told = told_by(others)
        more = told_by(meta)
        return IncomingDocument(
            chosen.text,
            more.title or told.title,
            more.uid or told.uid,
            told.metadata | more.metadata,
            tuple(_spans(works, chosen)),
            layers,
            line=record.line,
        )

    def _layers(self, record: Record, works: list[_Work]) -> tuple[IncomingLayer, ...]:
        found: dict[str, IncomingLayer] = {}
        for work in works:
            name = work.annotator
            if name is None:
                continue
            if not is_name(name):
                self._problems.add(record.says(wrong_value("annotator", name)))
            self._regions.left_out.add(AGAIN, name in found)
            found.setdefault(name, IncomingLayer(name, work.status))
        return tuple(found.values())


def _spans(works: list[_Work], chosen: Chosen) -> Iterator[IncomingSpan]:
    """A span for each label of each region that marks the text."""
    owners = {id(region): work.annotator for work in works for region in work.regions}
    for region, place in zip(chosen.regions, chosen.settled.places, strict=False):
        for label in region.labels:
            yield IncomingSpan(place.start, place.end, label, owners[id(region)], note=region.note)


def _objects(record: Record, fields: dict[str, Any], key: str) -> list[Record]:
    """The objects of a list of the record, each as it stands; nothing under the key is an empty list.

    Raises:
        ProblemError: there is something else.
    """
    found = fields.get(key)
    if not found:
        return []
    if isinstance(found, list) and all(type(item) is tuple for item in found):
        return [replace(record, pairs=item) for item in found]
    raise ProblemError(say("“{key}” must be a list of objects", key=key))


def _name_of(found: object) -> str | None:
    """What an annotator or a model is called: an address, a name or a number stands for a person."""
    if isinstance(found, dict):
        whole = " ".join(str(found.get(key) or "") for key in ("first_name", "last_name")).strip()
        return _name_of(found.get("email") or found.get("username") or whole or found.get("id"))
    if type(found) is int:
        return f"user {found}"
    return found if isinstance(found, str) and found else None
