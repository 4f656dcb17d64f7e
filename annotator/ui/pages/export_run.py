"""What the export page asks of the services; runs beside the window."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.document import Status
from annotator.ui.pages.recipe_what import Material

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.listing import StatusCounts
    from annotator.model.recipe import Recipe
    from annotator.services.export.facts import ExportResult, Foresight, Preview
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.pages.recipe_form import Wish

_LINES = 200
_BETWEEN = 0.1
"""Seconds between two figures of how far an export is."""

_MOST_SKIPPED = 50
"""So many documents that the recipe leaves out are passed over to find the next one."""


def of_status(counts: StatusCounts, status: Status | None) -> int:
    """So many documents are of that status; None for all."""
    counted = {Status.NEW: counts.new, Status.IN_PROGRESS: counts.in_progress, Status.DONE: counts.done}
    return counts.total if status is None else counted[status]


@dataclass(frozen=True, slots=True)
class Prospect:
    """What an export would be.

    Attributes:
        recipe: of it.
        seen: what it would hold and leave out.
        preview: a passage and its file; None when no document is chosen.
    """

    recipe: Recipe
    seen: Foresight
    preview: Preview | None


def material_of(library: Library, corpus: str, first: str = "") -> Material:
    """What there is to choose from in the corpus (its uid).

    The annotator with the uid `first` comes first, or the library's own.
    """
    from annotator.formats.registry import FORMATS, WRITABLE  # the window comes up without formats

    with library.snapshots.snapshot() as snapshot:
        found = snapshot.annotators(corpus)
        labels = tuple(snapshot.labels(corpus))
    own = library.self_annotator.uid
    people = tuple(sorted(found, key=lambda one: (one.uid != first, one.uid != own)))
    formats = {name: FORMATS[name] for name in WRITABLE}
    return Material(people, labels, tuple(library.describing.tags(corpus)), formats)


def foresee(library: Library, corpus: str, recipe: Recipe, progress: Progress) -> Prospect:
    """What the recipe would write and leave out; writes nothing.

    Raises:
        UserError: the recipe is refused.
        Cancelled: from `progress`.
    """
    seen = library.exporting.foresee(corpus, recipe, lambda _done, _total: progress.check())
    preview = preview_of(library, corpus, recipe, seen.part_of)
    return Prospect(recipe, seen, preview)


def preview_of(
    library: Library, corpus: str, recipe: Recipe, part_of: Mapping[str, str] | None = None
) -> Preview | None:
    """The preview of the first document that has a span; None when no document is chosen.

    `part_of` names the part of a split that each document goes into, by uid.

    Raises:
        UserError: the recipe is refused.
    """
    return library.exporting.preview(corpus, recipe, lines=_LINES, part_of=part_of)


def preview_after(
    library: Library, corpus: str, recipe: Recipe, place: int, shown: str, part_of: Mapping[str, str]
) -> tuple[int, Preview] | None:
    """The preview of the next document of the choice, from the last one on the first; None without another.

    Args:
        library: to read from.
        corpus: uid.
        recipe: what would be written.
        place: the first of the documents of the recipe's status that may be it.
        shown: uid of the document that is shown now, which is passed over.
        part_of: the part of a split that each document goes into, by uid.

    Returns:
        The place behind it, and the preview.
    """
    keys = library.documents.keys(corpus, status=recipe.status)
    for step in range(min(len(keys), _MOST_SKIPPED)):
        at = (place + step) % len(keys)
        uid = library.documents.rows(keys[at : at + 1])[0].uid
        if uid == shown:
            continue
        found = library.exporting.preview(corpus, recipe, document=uid, lines=_LINES, part_of=part_of)
        if found is not None:
            return at + 1, found
    return None


class Sparing:
    """Tells a window how far a work is no more often than it can be read, but stops it at once."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._told = 0.0

    def __call__(self, done: int, total: int) -> None:
        """So many of so many.

        Raises:
            Cancelled: the person does not want the work any more.
        """
        now = time.monotonic()
        if now - self._told < _BETWEEN and done < total:
            self._progress.check()
        else:
            self._told = now
            self._progress(done, total)


def run_export(library: Library, corpus: str, wish: Wish, progress: Progress) -> ExportResult:
    """Write the file of the recipe, read it back, and tell what came of it.

    Raises:
        UserError: the recipe is refused; no file was written.
        EnvironmentProblem: the file cannot be written.
        Cancelled: from `progress`.
    """
    return library.exporting.export(
        corpus,
        wish.recipe,
        wish.output,
        force=wish.replace,
        make_folder=wish.make_folder,
        progress=Sparing(progress),
    )
