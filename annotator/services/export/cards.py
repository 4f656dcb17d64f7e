"""What stands beside exported data and explains it: a card, and a manifest with every file's sum."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

from annotator import __version__
from annotator.agreement.undefined import Undefined
from annotator.model.recipe import dump
from annotator.model.wishes import without_people
from annotator.services.export.dataset_card import card
from annotator.services.export.folder import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.report import Agreed
    from annotator.formats.base import OutgoingHead
    from annotator.model.recipe import Recipe
    from annotator.services.export.facts import ExportFacts, WrittenPart
    from annotator.services.export.target import Target, Written

CARD: Final = "README.md"


def explainers(recipe: Recipe) -> tuple[str, ...]:
    """Names of the files that stand beside a single file."""
    return (CARD, MANIFEST) if recipe.card else ()


def add_cards(target: Target, facts: ExportFacts, *, in_folder: bool) -> None:
    """Write what explains the files, beside them; a card that the format wrote itself stays."""
    if not in_folder and not facts.recipe.card:
        return
    told = manifest_of(facts, target.written)
    if all(file["name"] != CARD for file in told["files"]):
        with target.beside(CARD) as stream:
            stream.write(card(facts, told).encode())
        told["files"].append(_told(target.written[-1]))
    with target.beside(MANIFEST) as stream:
        stream.write(json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n")


def manifest_of(facts: ExportFacts, written: Sequence[Written]) -> dict[str, Any]:
    """What the manifest tells, by name; the same for the same data, recipe and version of the program.

    It has no time, no path and no name of a person that the recipe keeps back.

    Args:
        facts: of the export.
        written: the files so far.
    """
    lost = sum(kind.count for kind in facts.lost)
    split = facts.recipe.split
    return {
        "format": facts.recipe.format,
        **({"seed": split.seed} if split else {}),
        "corpus": facts.head.corpus.name,
        "licence": facts.recipe.licence,
        "tool": {"name": "annotator", "version": __version__},
        "recipe": _recipe(facts),
        "documents": sum(part.counts.documents for part in facts.parts),
        "documents_recovered": facts.documents_recovered,
        "spans": facts.spans,
        "spans_written": facts.spans - lost,
        "spans_recovered": facts.spans_recovered,
        "agreement": _agreement(facts.agreement),
        "guideline_sha256": guideline_sha256(facts.head),
        "labels": [{"name": one.name, "definition": one.definition} for one in facts.head.labels],
        "annotators": [{"name": one.name, "kind": one.kind.value} for one in facts.head.annotators],
        "parts": [_part(part) for part in facts.parts],
        "split": [str(each) for each in facts.dealt],
        "lost": [{"reason": str(kind.reason), "count": kind.count} for kind in facts.lost],
        "notes": [str(note) for note in facts.notes],
        "refused": [
            {"document": one.document, "title": one.title, "reason": str(one.reason)} for one in facts.refused
        ],
        "files": _files(facts, written),
    }


def _agreement(agreed: Agreed | None) -> dict[str, Any] | None:
    """Strict F1 of people on these documents; null where nothing can be said."""
    figure = None if agreed is None else agreed.strict_f1
    if agreed is None or not isinstance(figure, float):
        return None
    interval = None if isinstance(agreed.interval, Undefined) else list(agreed.interval)
    return {"strict_f1": figure, "interval": interval, "documents": agreed.documents}


def _recipe(facts: ExportFacts) -> dict[str, Any]:
    """The choices that are not as usual; people only as the files name them."""
    chosen: dict[str, Any] = json.loads(dump(facts.recipe))
    if "annotator" in chosen:
        chosen["annotator"] = ", ".join(one.name for one in facts.head.annotators)
    if "search" in chosen and not facts.recipe.names_people:
        chosen["search"] = without_people(chosen["search"])
    return chosen


def guideline_sha256(head: OutgoingHead) -> str:
    """The version of the guideline: equal as long as nothing in guidelines, labels and codebook changes."""
    told = [head.corpus.guidelines]
    for label in head.labels:
        guidance = head.guidance.get(label.uid)
        told += [label.name, label.definition]
        if guidance is not None:
            told += [guidance.heading, guidance.use_when, guidance.avoid_when]
            told += [part for one in guidance.examples for part in (one.text, one.note, str(one.is_counter))]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _part(part: WrittenPart) -> dict[str, Any]:
    counts = part.counts
    return {
        "name": counts.name,
        "documents": counts.documents,
        "documents_with_spans": counts.labelled,
        "spans": counts.spans,
        "labels": dict(counts.labels),
    }


def _files(facts: ExportFacts, written: Sequence[Written]) -> list[dict[str, Any]]:
    """All files; one that holds a part alone is told with the part's counts."""
    alone = {part.files[0][0]: part.counts for part in facts.parts if len(part.files) == 1}
    found = []
    for file in written:
        counts = alone.get(file.name)
        told = {} if counts is None else {"documents": counts.documents, "spans": counts.spans}
        found.append({**_told(file), **told})
    return found


def _told(file: Written) -> dict[str, Any]:
    return {"name": file.name, "sha256": file.sha256}
