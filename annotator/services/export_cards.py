"""What stands beside exported data and explains it: a manifest that names every file with its sum."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from annotator.services.export_folder import MANIFEST

if TYPE_CHECKING:
    from annotator.model.recipe import Recipe
    from annotator.services.export_facts import ExportFacts, WrittenPart
    from annotator.services.export_target import Target


def explainers(recipe: Recipe) -> tuple[str, ...]:
    """Names of the files that stand beside a single file."""
    return (MANIFEST,) if recipe.card else ()


def add_cards(target: Target, facts: ExportFacts, *, in_folder: bool) -> None:
    """Write what explains the files, beside them."""
    if not in_folder and not facts.recipe.card:
        return
    with target.beside(MANIFEST) as stream:
        stream.write(json.dumps(_manifest(facts), ensure_ascii=False, indent=1).encode() + b"\n")


def _manifest(facts: ExportFacts) -> dict[str, Any]:
    split = facts.recipe.split
    files = [each for part in facts.parts for each in _files(part)]
    return {"format": facts.recipe.format, **({"seed": split.seed} if split else {}), "files": files}


def _files(part: WrittenPart) -> list[dict[str, Any]]:
    told = {"documents": part.counts.documents, "spans": part.counts.spans}
    is_alone = len(part.files) == 1
    return [{"name": name, "sha256": sha256, **(told if is_alone else {})} for name, sha256, _ in part.files]
