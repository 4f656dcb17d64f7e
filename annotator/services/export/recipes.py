"""Use-cases on recipes of exports that are kept by name."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.label import name_key
from annotator.model.recipe import KeptRecipe
from annotator.services.documents.kept import KeptByName, Words, same_name
from annotator.services.lookup import corpus_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.outcome import Outcome
    from annotator.model.recipe import Recipe
    from annotator.storage.store import Store


_WORDS: Final = Words(
    step="recipe",
    kept=say("Recipe {name} kept"),
    renamed=say("Recipe {old} renamed to {new}"),
    removed=say("Recipe {name} removed"),
    taken=say("There is a recipe named {name} already. Choose another name."),
    gone=say("That recipe is no longer kept."),
)


class Recipes:
    """The kept recipes of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: KeptByName[KeptRecipe] = KeptByName(store, attrgetter("recipes"), _WORDS)

    def of(self, corpus: str) -> list[KeptRecipe]:
        """The recipes of a corpus (its uid) by name; labels that were renamed or merged since by their names.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            kept = view.recipes.of(home)
            names = view.labels.names_now(home) if any(each.recipe.labels for each in kept) else {}
            return [replace(each, recipe=_followed(each.recipe, names)) for each in kept]

    def require_labels(self, corpus: str, kept: KeptRecipe) -> None:
        """Refuse a recipe whose labels are not all there any more.

        Raises:
            UserError: the sentence names recipe and labels; or there is no such corpus.
        """
        with self._store.reading() as view:
            there = [each.name for each in view.labels.usable(corpus_key(view, corpus)).values()]
        gone = [name for name in kept.recipe.labels if name not in there]
        if gone:
            raise UserError(
                say(
                    "The recipe “{name}” asks for labels that this corpus does not have (any more): {gone}. "
                    "Its labels are: {known}. Name others with --labels, or save the recipe anew.",
                    name=kept.name,
                    gone=", ".join(gone),
                    known=", ".join(there) or "–",
                )
            )

    def named(self, corpus: str, name: str) -> KeptRecipe:
        """The recipe of that name, without regard to case.

        Raises:
            UserError: there is no such corpus or recipe; the sentence lists those there are.
        """
        kept = self.of(corpus)
        found = same_name(kept, name)
        if found is None:
            raise UserError(
                say(
                    "There is no recipe “{name}” in this corpus. Its recipes are: {known}.",
                    name=name,
                    known=", ".join(each.name for each in kept) or "–",
                )
            )
        return found

    def keep(self, corpus: str, name: str, recipe: Recipe) -> Outcome[KeptRecipe]:
        """Keep a recipe under a name; one that has the name already is replaced.

        Raises:
            UserError: there is no such corpus, or the name is none.
        """
        return self._kept.keep(corpus, name, lambda uid, words: KeptRecipe(uid, words, recipe))

    def rename(self, uid: str, name: str) -> Outcome[KeptRecipe]:
        """Give a recipe another name.

        Raises:
            UserError: there is no such recipe (any more), the name is none, or another recipe has it.
        """
        return self._kept.rename(uid, name)

    def remove(self, uid: str) -> Outcome[None]:
        """Keep a recipe no longer.

        Raises:
            UserError: there is no such recipe (any more).
        """
        return self._kept.remove(uid)


def ready(kept: KeptRecipe) -> Recipe:
    """The choices of a recipe that can be run as it was meant.

    Raises:
        UserError: it has choices that this version does not know, or a value of one that it does not.
    """
    if kept.unknown:
        raise UserError(
            say(
                "The recipe “{name}” was kept by a newer version and has choices that this one does not "
                "know: {choices}. Run it there, or make the choices anew and save them under its name.",
                name=kept.name,
                choices=", ".join(sorted(kept.unknown)),
            )
        )
    return kept.recipe


def _followed(recipe: Recipe, names: Mapping[str, str]) -> Recipe:
    """The recipe with the present names of its labels; `names` is as `names_now` of labels gives it."""
    if not recipe.labels:
        return recipe
    now = (names.get(name_key(name), name) for name in recipe.labels)
    return replace(recipe, labels=tuple(dict.fromkeys(now)))
