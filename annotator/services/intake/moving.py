"""Takes a staging file into a corpus: finds or makes corpus, people and labels, then moves the rows."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.errors import FormatError, UserError
from annotator.messages import say
from annotator.model.codebook import guidance_of, with_marks
from annotator.model.document import Annotator, AnnotatorKind
from annotator.model.label import Label, is_key, name_key, standard_labels
from annotator.model.outcome import Outcome, Touched
from annotator.model.palette import offered_colours
from annotator.model.summaries import file_imported
from annotator.services.documents.corpora import add_corpus
from annotator.services.labels.labels import add_label, alike
from annotator.services.people import resolve
from annotator.storage.bulk import Bulk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.storage.bulk import Moved, StagedLabel
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

_NAMED: Final = 100
_DIGITS: Final = "123456789"
_STANDARD: Final = {name_key(label.name): label for label in standard_labels()}


class ToBeToldError(UserError):
    """There is something to say of what was moved, and of which file it is true is not known."""


def move_staged(
    store: Store,
    staging: Path,
    *,
    corpus: str,
    name: str,
    group: str | None = None,
    labels: str = "add",
    dry_run: bool = False,
    quietly: bool = False,
) -> Outcome[Moved]:
    """Move a sound staging file into the library as one step, or nothing of it.

    Must run in the writer's thread.

    Args:
        store: the library's.
        staging: the file; it is used up.
        corpus: name or uid; made when there is none, with the label set the file lists, else the standard
            five.
        name: of the file, as the person gave it; the history has it without its folders.
        group: steps of one command share it.
        labels: "add" what the corpus lacks, or "refuse" the file.
        dry_run: do all, then take it back; the outcome has no step.
        quietly: take it back too if there is anything to say of it.

    Raises:
        FormatError: a uid is there with another text, or labels are refused; nothing was changed.
        UserError: a name of corpus or annotator is not possible; nothing was changed.
        ToBeToldError: it was to be moved quietly, and there is something to say; nothing was changed.
        EnvironmentProblem: it could not be saved.
    """
    with store.saving(staging) as unit:
        step = unit.step("import", say("Import"), group=group)
        bulk = Bulk(unit, step, name)
        home, fresh = _corpus(unit, bulk, corpus, step, store.language())
        bulk.set_targets("label", _labels(unit, bulk, home, step, labels, name, fresh=fresh))
        bulk.set_targets("annotator", _people(unit, bulk, step))
        bulk.place_documents(home)
        bulk.write_documents(home)
        bulk.write_layers()
        bulk.write_spans()
        unit.projection.refresh()
        moved = bulk.moved
        if quietly and moved.notices:
            raise ToBeToldError(moved.notices[0])
        summary = file_imported(Path(name).name, moved.documents_added, moved.spans_added)
        unit.steps.describe(step, summary, home, moved.documents[0] if len(moved.documents) == 1 else None)
        if dry_run or unit.steps.is_empty(step):
            return Outcome(moved, documents=moved.documents)
        committed = unit.commit()
    touched = Touched.DOCUMENTS | Touched.CORPORA | Touched.SPANS | Touched.LABELS | Touched.PEOPLE
    return Outcome(moved, touched, moved.documents if len(moved.documents) <= _NAMED else (), committed)


def _corpus(unit: UnitOfWork, bulk: Bulk, name: str, step: int, language: str) -> tuple[int, bool]:
    """(key, whether it was made); a corpus made for a file that lists labels begins without any."""
    key = unit.corpora.named(name) or unit.corpora.key_of(name)
    if key is not None and not unit.corpora.is_binned(key):
        return key, False
    listed = any(label.listed for label in bulk.labels())
    told = bulk.guidelines()
    made = add_corpus(unit, name, with_labels=not listed, guidelines=told, language=language, step=step)
    return made, True


def _people(unit: UnitOfWork, bulk: Bulk, step: int) -> dict[int, int]:
    targets = {}
    for person in bulk.people():
        kind = AnnotatorKind(person.kind)
        if not person.uid:
            targets[person.key] = resolve(unit, person.name, kind, step)
        elif unit.people.living(person.uid) is None:
            targets[person.key] = unit.people.add(Annotator(person.uid, person.name, kind), step)
        else:
            targets[person.key] = unit.people.living_key(person.uid)
    return targets


def _labels(
    unit: UnitOfWork, bulk: Bulk, home: int, step: int, policy: str, name: str, *, fresh: bool
) -> dict[int, int]:
    """The label each staged one is: by uid, by name, or made.

    A corpus made for a file that lists its labels begins without any; the standard ones are no news in it.
    """
    staged = bulk.labels()
    targets = {label.key: unit.labels.meeting(home, label.uid, label.name) for label in staged}
    unknown = [label for label in staged if targets[label.key] is None]
    expected = {label.name for label in standard_labels()} if fresh else set()
    refused = [label.name for label in unknown if label.used and label.name not in expected]
    if policy == "refuse" and refused:
        problem = say(
            "{path}: the corpus does not have the labels {labels}. Nothing was imported; add them, or let "
            "the import add them.",
            path=name,
            labels=", ".join(refused),
        )
        raise FormatError(problem)
    wanted = [label for label in unknown if label.used or label.listed]
    there = unit.labels.usable(home)
    for label, complete in zip(wanted, _complete(wanted, there.values()), strict=True):
        met = unit.labels.meeting(home, label.uid, label.name)  # two names of one uid: as if in two files
        if met is None:
            met = unit.labels.living_key(add_label(unit, home, complete, step, there).uid, home)
        targets[label.key] = met
        bulk.moved.labels_added += () if label.name in expected else (label.name,)
        bulk.moved.notices += alike(label.name, [each.name for each in there.values()])
    _guide(unit, home, step, staged, {label.key for label in wanted}, targets)
    bulk.moved.labels_joined = tuple(_joined(staged, targets, unit.labels.usable(home)))
    return {key: target for key, target in targets.items() if target is not None}


def _joined(
    staged: Iterable[StagedLabel], targets: Mapping[int, int | None], there: Mapping[int, Label]
) -> Iterator[tuple[str, str]]:
    """(name that spans have in the file, name of the label that they get) where the two differ."""
    for label in staged:
        key = targets[label.key]
        if label.used and key is not None:
            name = there[key].name
            yield from ((each, name) for each in json.loads(label.spellings or "[]") if each != name)


def _guide(
    unit: UnitOfWork,
    home: int,
    step: int,
    staged: Sequence[StagedLabel],
    made: set[int],
    targets: Mapping[int, int | None],
) -> None:
    """Write what the file's codebook says of the labels that were made; marks name the labels of here."""
    told = [label for label in staged if label.guidance and label.key in made]
    if not told:
        return
    there = unit.labels.usable(home)
    uids = {label.uid: there[key].uid for label in staged if (key := targets[label.key]) in there}
    for label in told:
        key = targets[label.key]
        if key is not None:
            guidance = guidance_of(there[key].uid, json.loads(label.guidance))
            unit.guidance.put(key, with_marks(guidance, uids), step)


def _complete(staged: Sequence[StagedLabel], there: Iterable[Label]) -> list[Label]:
    """The labels to make, none with a key that another has.

    Those of which the file tells no colour are known by name alone and get colour and key: the standard ones
    their own, others the next that are free. Own JSONL always tells the colour, so that a label with one and
    without a key is meant to have none.
    """
    present = list(there)
    colours, keys = {label.colour for label in present}, {label.key.casefold() for label in present}
    told = []
    for label in map(_as_told, staged):
        is_free = is_key(label.key) and label.key.casefold() not in keys
        told.append(label if is_free else replace(label, key=""))
        keys.add(label.key.casefold())
    colours |= {label.colour for label in told}
    complete = []
    for label, source in zip(told, staged, strict=True):
        if not source.colour:
            colour = label.colour or next((each for each in offered_colours() if each not in colours), "")
            key = label.key or next((digit for digit in _DIGITS if digit not in keys), "")
            label = replace(label, colour=colour, key=key)
            colours.add(colour)
            keys.add(key)
        complete.append(label)
    return complete


def _as_told(staged: StagedLabel) -> Label:
    """A label as the file has it; a standard one known by name alone, with its colour and key."""
    colour, key = staged.colour, staged.letter
    if not colour and (standard := _STANDARD.get(name_key(staged.name))):
        colour, key = standard.colour, key or standard.key
    return Label(staged.uid, staged.name, colour, key, staged.definition, staged.short)
