"""An export as a line for the terminal, so that it can be made again from a script."""

from __future__ import annotations

import os
import shlex
import subprocess
from typing import TYPE_CHECKING

from annotator.model.recipe import Recipe

if TYPE_CHECKING:
    from annotator.ui.pages.recipe_form import Wish

_LISTS = ("labels", "with_tags", "without_tags", "without_flags")
_PLAIN = ("search", "people", "scheme", "tokens", "nested", "edges", "licence")


def command_for(library: str, corpus: str, wish: Wish, kept: str | None) -> str:
    """The command that makes the export again, "" when no options say its recipe.

    Args:
        library: path of the library.
        corpus: name.
        wish: what was exported, and where to.
        kept: name of the recipe that the corpus keeps and that was exported; None for none.
    """
    recipe = wish.recipe
    split = recipe.split
    if kept is None and split is not None and not split.stratified:
        return ""
    if kept is None and any("," in each for name in _LISTS for each in getattr(recipe, name)):
        return ""
    words = ["annotator", "--library", library, "export", "--corpus", corpus, "--output", wish.output]
    words += ["--recipe", kept] if kept is not None else _options(recipe)
    words.append("--force")
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def _options(recipe: Recipe) -> list[str]:
    usual, words = Recipe(), ["--format", recipe.format]
    if recipe.layers != "one":
        words.append({"gold": "--gold", "all": "--all-layers"}[recipe.layers])
    elif recipe.annotator:
        words += ["--annotator", recipe.annotator]
    if recipe.status is not None:
        words += ["--status", recipe.status.value]
    for name in _LISTS:
        if chosen := getattr(recipe, name):
            words += [f"--{name.replace('_', '-')}", ",".join(chosen)]
    for name in _PLAIN:
        if getattr(recipe, name) != getattr(usual, name):
            words += [f"--{name}", getattr(recipe, name)]
    if recipe.card:
        words.append("--card")
    if recipe.split is not None:
        split = recipe.split
        words += ["--split", "/".join(map(str, split.shares)), "--seed", str(split.seed)]
        words += ["--together", ",".join(split.together) or "nothing"]
    return words
