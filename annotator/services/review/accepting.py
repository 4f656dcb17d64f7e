"""Acceptance: a sample of one annotator's work is drawn, judged span by span, and reported on."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from annotator.agreement import acceptance
from annotator.agreement.sampled import (
    Fault,
    Judgement,
    LabelErrors,
    Sample,
    SampledSpan,
    SampleReport,
    SampleWish,
)
from annotator.errors import UserError
from annotator.messages import say
from annotator.model.document import Annotator, Status
from annotator.model.identity import fixed_uid, new_uid
from annotator.model.outcome import Outcome, Touched
from annotator.services.documents.kept import same_name
from annotator.services.figures.figures import in_context
from annotator.services.labels.names import require_name
from annotator.services.lookup import corpus_key, document_key
from annotator.services.people import find_annotator
from annotator.services.review.reading import Reader
from annotator.storage.types import utc_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.messages import Message
    from annotator.model.span import Span
    from annotator.services.review.reading import Examined
    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.samples import SampleRow
    from annotator.storage.store import Store

_STEP = "sample"
_LONGEST_NOTE = 1000


class Accepting:
    """The samples of a library. Each act is one step, undone like any other."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def draw(self, corpus: str, wish: SampleWish, name: str = "") -> Outcome[Sample]:
        """Draw a sample of one annotator's spans and documents, and keep it.

        Args:
            corpus: uid.
            wish: whose work, how much of it, and how good it has to be.
            name: under which it is kept; "" for the annotator's name and a number.

        Raises:
            UserError: there is no such corpus or annotator, nothing to draw from, a name that is none or
                taken, or rates that are none.
            EnvironmentProblem: it could not be saved.
        """
        if not 0 < wish.good < wish.bad < 1:
            raise UserError(
                say("The good error rate must be above 0 and below the bad one, that below 100 %.")
            )
        with self._store.reading() as view:
            person = _person(view, wish.annotator)
            body = _Drawing(view, corpus_key(view, corpus), person, wish).body()
        with self._store.saving() as unit:
            home = corpus_key(unit, corpus)
            name = _named(_all(unit, home), name, person)
            uid = new_uid()
            step = unit.step(_STEP, say("Sample “{name}” drawn", name=name), corpus_key=home)
            unit.samples.keep(home, uid, name, body, step)
            sample = _one(unit, home, uid)
            return Outcome(sample, Touched.REVIEW, step=unit.commit())

    def of(self, corpus: str) -> list[Sample]:
        """The samples of a corpus by name.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            return _all(view, corpus_key(view, corpus))

    def judge(self, sample: str, place: int, fault: Fault = Fault.NONE, note: str = "") -> Outcome[Judgement]:
        """Say of a sampled span that it is right, or what is wrong with it; an earlier judgement is replaced.

        Args:
            sample: uid.
            place: in `Sample.spans`.
            fault: what is wrong.
            note: plain.

        Raises:
            UserError: there is no such sample or place, or the note is too long.
        """
        return self._found(sample, Judgement(place, fault, None, note.strip()))

    def look_through(
        self, sample: str, place: int, missing: Mapping[str, int], note: str = ""
    ) -> Outcome[Judgement]:
        """Say how many spans a sampled document lacks; an earlier count is replaced.

        Args:
            sample: uid.
            place: in `Sample.documents`.
            missing: how many by label's uid; empty for none.
            note: plain.

        Raises:
            UserError: there is no such sample or place, a count is below 0, or the note is too long.
        """
        counts = {label: number for label, number in sorted(missing.items()) if number}
        return self._found(sample, Judgement(place, Fault.NONE, counts, note.strip()))

    def one_more_missing(self, sample: str, place: int, label: str) -> Outcome[Judgement]:
        """Count one span of a label (uid) more that a sampled document lacks.

        Raises:
            UserError: there is no such sample or place.
        """
        return self._found(sample, Judgement(place, missing={label: 1}), adds=True)

    def _found(self, uid: str, judgement: Judgement, *, adds: bool = False) -> Outcome[Judgement]:
        if len(judgement.note) > _LONGEST_NOTE:
            raise UserError(say("A note may have 1,000 characters at most. Write a shorter one."))
        with self._store.saving() as unit:
            home = _home(unit, uid)
            sample = _one(unit, home, uid)
            _require_place(sample, judgement)
            if adds:
                judgement = _added(sample, judgement)
            reviewer = unit.people.by_key(unit.actor).name
            made = replace(judgement, reviewer=reviewer, made=utc_now())
            step = unit.step(_STEP, _said(sample, made), corpus_key=home)
            unit.samples.judge(home, uid, _record(uid, made), _judgement_body(made), step)
            return Outcome(made, Touched.REVIEW, step=unit.commit())

    def forget(self, sample: str, place: int) -> Outcome[None]:
        """Take back what was said of a sampled span.

        Raises:
            UserError: there is no such sample, or nothing was said.
        """
        with self._store.saving() as unit:
            home = _home(unit, sample)
            held = _one(unit, home, sample)
            if place not in held.judgements:
                raise UserError(say("Nobody has judged this span yet."))
            summary = say("Sample “{name}”: judgement {number} taken back", name=held.name, number=place + 1)
            step = unit.step(_STEP, summary, corpus_key=home)
            unit.samples.end([_record(sample, Judgement(place))], step)
            return Outcome(None, Touched.REVIEW, step=unit.commit())

    def remove(self, sample: str) -> Outcome[None]:
        """Keep a sample no longer, with all that was judged in it.

        Raises:
            UserError: there is no such sample.
        """
        with self._store.saving() as unit:
            home = _home(unit, sample)
            row = next(each for each in unit.samples.of(home) if each.uid == sample)
            step = unit.step(_STEP, say("Sample “{name}” removed", name=row.name), corpus_key=home)
            unit.samples.end([sample, *row.found], step)
            return Outcome(None, Touched.REVIEW, step=unit.commit())

    def report(self, sample: str) -> SampleReport:
        """What a sample says so far: error rates with intervals, and whether to go on.

        Raises:
            UserError: there is no such sample.
        """
        with self._store.reading() as view:
            home = _home(view, sample)
            return _report(_one(view, home, sample), list(view.labels.told(home)))

    def surroundings(self, sample: str, place: int) -> tuple[str, str, str]:
        """(what stands before a sampled span, its words, what stands behind), as stored.

        Raises:
            UserError: there is no such sample or place, or its document is no longer there.
        """
        with self._store.reading() as view:
            held = _one(view, _home(view, sample), sample)
            _require_place(held, Judgement(place))
            span = held.spans[place]
            text = view.documents.text(document_key(view, span.document))
            return in_context(text, span.start, span.end)


class _Drawing:
    """Chooses spans and documents of one annotator."""

    def __init__(self, view: Repositories, home: int, person: Annotator, wish: SampleWish) -> None:
        self._view = view
        self._person = person
        self._wish = wish
        wanted = (Status.DONE,) if wish.done_only else (Status.DONE, Status.IN_PROGRESS)
        self._work: list[tuple[Examined, Span]] = []
        self._documents: list[Examined] = []
        for examined in Reader(view, home, (person.uid,)).each(view.documents.living(home)):
            if any(layer.status in wanted for layer in examined.layers):
                self._documents.append(examined)
                self._work += [
                    (examined, span)
                    for span in examined.spans[person.uid]
                    if not wish.labels or span.label in wish.labels
                ]

    def body(self) -> dict[str, Any]:
        """What is kept of it.

        Raises:
            UserError: there is nothing to draw from.
        """
        if not self._work:
            raise UserError(
                say(
                    "{name} has no spans to draw from. Choose other labels, or also documents in progress.",
                    name=self._person.name,
                )
            )
        wish = self._wish
        spans = acceptance.draw(self._work, wish.spans, wish.seed, lambda each: (each[1].label, each[1].uid))
        documents = (
            acceptance.draw(self._documents, wish.documents, wish.seed, lambda each: ("", each.uid))
            if wish.documents
            else []
        )
        population: dict[str, int] = {}
        for _, span in self._work:
            population[span.label] = population.get(span.label, 0) + 1
        return {
            "wish": asdict(wish),
            "annotator": {
                "uid": self._person.uid,
                "name": self._person.name,
                "kind": self._person.kind.value,
            },
            "drawn": utc_now(),
            "spans": [self._sampled(*each) for each in spans],
            "documents": [[each.uid, each.title, len(each.spans[self._person.uid])] for each in documents],
            "population": population,
        }

    def _sampled(self, examined: Examined, span: Span) -> dict[str, Any]:
        words = self._view.documents.text(examined.key)[span.start : span.end]
        return asdict(SampledSpan(span.uid, examined.uid, span.start, span.end, span.label, words))


def _person(view: Repositories, uid: str) -> Annotator:
    found = find_annotator(view, uid)
    if found is None:
        raise UserError(say("There is no annotator {uid} in this library.", uid=uid))
    return found


def _named(kept: Iterable[Sample], name: str, person: Annotator) -> str:
    samples = list(kept)
    if not name:
        number = 1
        while same_name(samples, f"{person.name} {number}"):
            number += 1
        return f"{person.name} {number}"
    require_name(name)
    if same_name(samples, name):
        raise UserError(
            say("There is a sample named {name} already. Choose another name.", name=name.strip())
        )
    return name.strip()


def _home(view: Repositories, uid: str) -> int:
    found = view.samples.home(uid)
    if found is None:
        raise UserError(say("That sample is no longer kept."))
    return found


def _all(view: Repositories, home: int) -> list[Sample]:
    return [_sample(row) for row in view.samples.of(home)]


def _one(view: Repositories, home: int, uid: str) -> Sample:
    return next(each for each in _all(view, home) if each.uid == uid)


def _sample(row: SampleRow) -> Sample:
    body = row.body
    wish = {**body["wish"], "labels": tuple(body["wish"]["labels"])}
    who = body["annotator"]
    found = [_judgement(each) for each in row.found.values()]
    return Sample(
        row.uid,
        row.name,
        SampleWish(**wish),
        Annotator(who["uid"], who["name"]),
        body["drawn"],
        tuple(SampledSpan(**each) for each in body["spans"]),
        tuple((uid, title, spans) for uid, title, spans in body["documents"]),
        body["population"],
        {each.place: each for each in found if each.missing is None},
        {each.place: each for each in found if each.missing is not None},
    )


def _record(sample: str, judgement: Judgement) -> str:
    """Uid of the record of one place: a second judgement takes the place of the first."""
    kind = "span" if judgement.missing is None else "document"
    return fixed_uid("judgement", f"{sample} {kind} {judgement.place}")


def _judgement_body(judgement: Judgement) -> dict[str, Any]:
    return {**asdict(judgement), "fault": judgement.fault.value}


def _judgement(body: Mapping[str, Any]) -> Judgement:
    return Judgement(
        body["place"], Fault(body["fault"]), body["missing"], body["note"], body["reviewer"], body["made"]
    )


def _require_place(sample: Sample, judgement: Judgement) -> None:
    places = sample.spans if judgement.missing is None else sample.documents
    if not 0 <= judgement.place < len(places):
        raise UserError(
            say("The sample {name} has no number {number}.", name=sample.name, number=judgement.place + 1)
        )
    if judgement.missing and min(judgement.missing.values()) < 0:
        raise UserError(say("A document cannot lack fewer spans than none. Count again."))


def _added(sample: Sample, judgement: Judgement) -> Judgement:
    """What was counted before for the document, and this."""
    before = sample.looked_through.get(judgement.place)
    counted = Counter(before.missing if before is not None else {}) + Counter(judgement.missing)
    return replace(judgement, missing=dict(counted), note="" if before is None else before.note)


def _said(sample: Sample, judgement: Judgement) -> Message:
    if judgement.missing is not None:
        title = sample.documents[judgement.place][1]
        return say("Sample “{name}”: {title} looked through", name=sample.name, title=title)
    words = " ".join(sample.spans[judgement.place].words.split())[:60]
    if judgement.fault is Fault.NONE:
        return say("Sample “{name}”: “{words}” is right", name=sample.name, words=words)
    return say("Sample “{name}”: “{words}” is wrong", name=sample.name, words=words)


def _report(sample: Sample, order: list[str]) -> SampleReport:
    faults: dict[str, dict[Fault, int]] = {}
    for place, judgement in sample.judgements.items():
        held = faults.setdefault(sample.spans[place].label, {})
        held[judgement.fault] = held.get(judgement.fault, 0) + 1
    missing: dict[str, int] = {}
    for judgement in sample.looked_through.values():
        for label, number in (judgement.missing or {}).items():
            missing[label] = missing.get(label, 0) + number
    known = [*order, *sorted((faults.keys() | missing.keys()) - set(order))]
    rows = [
        _label_errors(label, faults.get(label, {}), missing.get(label, 0))
        for label in known
        if label in faults or label in missing
    ]
    judged = len(sample.judgements)
    errors = sum(row.rate.errors for row in rows)
    wish, left = sample.wish, len(sample.spans) - judged
    return SampleReport(
        sample,
        acceptance.rate(judged, errors),
        tuple(rows),
        acceptance.standing(judged, errors, good=wish.good, bad=wish.bad, left=left),
        len(sample.looked_through),
        sum(missing.values()),
        sum(sample.documents[place][2] for place in sample.looked_through),
    )


def _label_errors(label: str, faults: Mapping[Fault, int], missing: int) -> LabelErrors:
    judged = sum(faults.values())
    errors = judged - faults.get(Fault.NONE, 0)
    return LabelErrors(label, judged, faults, acceptance.rate(judged, errors), missing)
