"""Recipes of exports that are kept by name in a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.model.recipe import KeptRecipe, dump, load
from annotator.storage.repositories.kept import KeptRow, KeptRows

if TYPE_CHECKING:
    from sqlalchemy import Connection

_KIND: Final = "recipe"


class RecipeRows:
    """The living recipes of a library."""

    def __init__(self, connection: Connection) -> None:
        self._rows = KeptRows(connection, _KIND)

    def of(self, corpus_key: int) -> list[KeptRecipe]:
        """The recipes of a corpus by name."""
        return [KeptRecipe(row.uid, row.name, *load(row.body)) for row in self._rows.of(corpus_key)]

    def home(self, uid: str) -> tuple[int, str] | None:
        """(corpus key, name) of a living recipe."""
        return self._rows.home(uid)

    def keep(self, corpus_key: int, kept: KeptRecipe, number: int) -> None:
        """Keep a recipe under the running step `number`, instead of the living one of its uid."""
        body = dump(kept.recipe, kept.unknown)
        self._rows.keep(corpus_key, KeptRow(kept.uid, kept.name, body), number)

    def end(self, uid: str, number: int) -> None:
        """End a recipe under the running step `number`."""
        self._rows.end(uid, number)
