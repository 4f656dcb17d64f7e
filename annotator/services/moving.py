"""Takes a staging file into a corpus: finds or makes corpus, people and labels, then moves the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import FormatError
from annotator.messages import say
from annotator.model.document import Annotator, AnnotatorKind
from annotator.model.label import Label, standard_labels
from annotator.model.outcome import Outcome, Touched
from annotator.services.corpora import add_corpus
from annotator.services.labels import add_label
from annotator.services.people import resolve
from annotator.storage.bulk import Bulk

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.storage.bulk import Moved, StagedLabel
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

_NAMED = 100


def move_staged(
    store: Store,
    staging: Path,
    *,
    corpus: str,
    name: str,
    group: str | None = None,
    labels: str = "add",
    dry_run: bool = False,
) -> Outcome[Moved]:
    """Move a sound staging file into the library as one step, or nothing of it.

    Must run in the writer's thread.

    Args:
        store: the library's.
        staging: the file; it is used up.
        corpus: name or uid; made when there is none, with the label set the file lists, else the standard
            five.
        name: what the history calls the file.
        group: steps of one command share it.
        labels: "add" what the corpus lacks, or "refuse" the file.
        dry_run: do all, then take it back; the outcome has no step.

    Raises:
        FormatError: a uid is there with another text, or labels are refused; nothing was changed.
        UserError: a name of corpus or annotator is not possible; nothing was changed.
        EnvironmentProblem: it could not be saved.
    """
    with store.saving(staging) as unit:
        step = unit.step("import", say("Import"), group=group)
        bulk = Bulk(unit, step)
        home, fresh = _corpus(unit, bulk, corpus, step)
        bulk.set_targets("label", _labels(unit, bulk, home, step, labels, name, fresh=fresh))
        bulk.set_targets("annotator", _people(unit, bulk, step))
        bulk.place_documents(home)
        bulk.write_documents(home)
        bulk.write_layers()
        bulk.write_spans()
        unit.projection.refresh()
        moved = bulk.moved
        summary = say(
            "{name} imported: {count} document, {spans} spans new|{name} imported: {count} documents, "
            "{spans} spans new",
            name=name,
            count=moved.documents_added,
            spans=moved.spans_added,
        )
        unit.steps.describe(step, summary, home, moved.documents[0] if len(moved.documents) == 1 else None)
        if dry_run or unit.steps.is_empty(step):
            return Outcome(moved, documents=moved.documents)
        committed = unit.commit()
    touched = Touched.DOCUMENTS | Touched.CORPORA | Touched.SPANS | Touched.LABELS | Touched.PEOPLE
    return Outcome(moved, touched, moved.documents if len(moved.documents) <= _NAMED else (), committed)


def _corpus(unit: UnitOfWork, bulk: Bulk, name: str, step: int) -> tuple[int, bool]:
    """(key, whether it was made); a corpus made for a file that lists labels begins without any."""
    key = unit.corpora.named(name) or unit.corpora.key_of(name)
    if key is not None and not unit.corpora.is_binned(key):
        return key, False
    listed = any(label.listed for label in bulk.labels())
    made = add_corpus(unit, name, with_labels=not listed, guidelines=bulk.guidelines(), step=step)
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
    for label in unknown:
        if label.used or label.listed:
            targets[label.key] = _add(unit, home, label, step)
            bulk.moved.labels_added += () if label.name in expected else (label.name,)
    return {key: target for key, target in targets.items() if target is not None}


def _add(unit: UnitOfWork, home: int, staged: StagedLabel, step: int) -> int:
    letters = {label.key for label in unit.labels.active(home).values()}
    letter = staged.letter if staged.letter not in letters else ""
    wanted = Label(staged.uid, staged.name, staged.colour, letter, staged.definition, staged.short)
    made = add_label(unit, home, wanted, step)
    return unit.labels.living_key(made.uid, home)
