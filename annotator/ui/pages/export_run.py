"""What the export page asks of the services, and their answer as it shows it; runs beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.i18n import sentence
from annotator.ui.models.loss_model import LossRow
from annotator.ui.pages.proof import Proof
from annotator.ui.pages.recipe_form import ALL_LAYERS, Recipe

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.document import Annotator
    from annotator.services.library import Library


def layers_of(library: Library, corpus: str) -> tuple[Annotator, ...]:
    """Everyone with a layer in the corpus (its uid), the library's own annotator first."""
    with library.snapshots.snapshot() as snapshot:
        found = snapshot.annotators(corpus)
    own = library.self_annotator.uid
    return tuple(sorted(found, key=lambda annotator: annotator.uid != own))


def run_export(
    library: Library, corpus: str, recipe: Recipe, progress: Callable[[int, int], None]
) -> Proof:
    """Write the file of the recipe, read it back, and tell what came of it.

    Raises:
        UserError: the recipe is refused; no file was written.
        EnvironmentProblem: the file cannot be written.
        Cancelled: from `progress`.
    """
    result = library.exporting.export(
        corpus,
        recipe.format,
        recipe.output,
        annotator=recipe.layer if recipe.layer not in ("", ALL_LAYERS) else None,
        all_layers=recipe.layer == ALL_LAYERS,
        status=recipe.status,
        scheme=recipe.scheme,
        tokens=recipe.tokens,
        nested=recipe.nested,
        force=recipe.replace,
        progress=progress,
    )
    titles = _titles(library, corpus) if result.lost else {}
    lost = [
        LossRow(titles.get(one.document, one.document), one.start, one.end, one.label, sentence(one.reason))
        for one in result.lost
    ]
    notes = tuple(sentence(note) for note in result.notes)
    return Proof(
        recipe.output, result.documents, result.spans, result.spans_recovered, lost, notes, result.sha256
    )


def _titles(library: Library, corpus: str) -> dict[str, str]:
    return {document.uid: document.title for document in library.documents.listing(corpus)}
