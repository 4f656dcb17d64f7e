"""What the export page asks of the services, and their answer as it shows it; runs beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.recipe import Recipe as KeptRecipe
from annotator.ui.i18n import sentence
from annotator.ui.models.loss_model import LossRow
from annotator.ui.pages.proof import Proof
from annotator.ui.pages.recipe_form import ALL_LAYERS, Recipe

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.document import Annotator
    from annotator.services.export_facts import Foresight
    from annotator.services.library import Library


def layers_of(library: Library, corpus: str) -> tuple[Annotator, ...]:
    """Everyone with a layer in the corpus (its uid), the library's own annotator first."""
    with library.snapshots.snapshot() as snapshot:
        found = snapshot.annotators(corpus)
    own = library.self_annotator.uid
    return tuple(sorted(found, key=lambda annotator: annotator.uid != own))


def foresee(library: Library, corpus: str, recipe: Recipe, progress: Callable[[int, int], None]) -> Foresight:
    """What the recipe would leave out; writes nothing.

    Raises:
        UserError: the recipe is refused.
        Cancelled: from `progress`.
    """
    return library.exporting.foresee(corpus, _kept(recipe), progress)


def run_export(library: Library, corpus: str, recipe: Recipe, progress: Callable[[int, int], None]) -> Proof:
    """Write the file of the recipe, read it back, and tell what came of it.

    Raises:
        UserError: the recipe is refused; no file was written.
        EnvironmentProblem: the file cannot be written.
        Cancelled: from `progress`.
    """
    result = library.exporting.export(
        corpus,
        _kept(recipe),
        recipe.output,
        force=recipe.replace,
        make_folder=recipe.make_folder,
        progress=progress,
    )
    lost = [
        LossRow(one.title or one.document, one.start, one.end, one.words, one.label, sentence(one.reason))
        for one in result.lost
    ]
    notes = tuple(sentence(note) for note in result.notes)
    return Proof(
        recipe.output, result.documents, result.spans, result.spans_recovered, lost, notes, result.sha256
    )


def _kept(recipe: Recipe) -> KeptRecipe:
    """The choices without place and permissions."""
    is_all = recipe.layer == ALL_LAYERS
    return KeptRecipe(
        format=recipe.format,
        layers="all" if is_all else "one",
        annotator="" if is_all else recipe.layer,
        status=recipe.status,
        scheme=recipe.scheme,
        tokens=recipe.tokens,
        nested=recipe.nested,
    )
