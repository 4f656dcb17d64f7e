"""The command about recipes of exports that a corpus keeps."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from annotator.cli.choices import add_choices, chosen
from annotator.messages import say
from annotator.model.recipe import Recipe, dump

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.cli.parser import WordsParser
    from annotator.cli.request import Commands, Request, Run
    from annotator.messages import Message
    from annotator.model.recipe import KeptRecipe
    from annotator.services.library import Library


def add_commands(commands: Commands) -> None:
    """Put the command and its actions in."""
    parser = commands.add("recipes", say("list or change the recipes of exports that a corpus keeps"), _list)
    commands.corpus_option(parser, required=False)
    actions = commands.below(parser, "action", required=False)
    _action(actions, "list", say("list the recipes"), _list)
    save = _action(
        actions, "save", say("keep choices of an export under a name; those not given are the usual"), _save
    )
    save.add_argument("name", metavar="NAME")
    add_choices(actions, save)
    rename = _action(actions, "rename", say("give a recipe another name"), _rename)
    rename.add_argument("name", metavar="NAME")
    rename.add_argument("new", metavar="NEW")
    for name, does, run in (
        ("show", say("show the choices of a recipe"), _show),
        ("remove", say("keep a recipe no longer"), _remove),
    ):
        _action(actions, name, does, run).add_argument("name", metavar="NAME")


def _action(actions: Commands, name: str, does: Message, run: Run) -> WordsParser:
    """An action of the command; its corpus may be named before it or after it."""
    parser = actions.add(name, does, run)
    actions.corpus_option(parser, required=False, default=argparse.SUPPRESS)
    return parser


def _corpus(request: Request, library: Library) -> str:
    return library.corpora.named(request.words.corpus).uid


def _check(request: Request) -> None:
    if request.words.corpus is None:
        request.words.misused("the following arguments are required: --corpus")


def _list(request: Request) -> int:
    _check(request)
    with request.reading() as library:
        corpus = _corpus(request, library)
        _tell(request, library.recipes.of(corpus), _names(library, corpus))
    return 0


def _show(request: Request) -> int:
    _check(request)
    with request.reading() as library:
        corpus = _corpus(request, library)
        kept = library.recipes.named(corpus, request.words.name)
        names = _names(library, corpus)
    if request.console.as_json:
        request.console.document(_json(kept))
        return 0
    request.console.table(
        (say("choice"), say("value")), [(name, _said(value)) for name, value in _told(kept, names).items()]
    )
    return 0


def _save(request: Request) -> int:
    _check(request)
    recipe = chosen(request.words, Recipe())
    if "format" not in request.words:
        request.words.misused("the following arguments are required: --format")
    with request.writing() as library:
        corpus = _corpus(request, library)
        library.recipes.keep(corpus, request.words.name, recipe)
        _tell(request, library.recipes.of(corpus), _names(library, corpus))
    return 0


def _rename(request: Request) -> int:
    _check(request)
    with request.writing() as library:
        corpus = _corpus(request, library)
        library.recipes.rename(library.recipes.named(corpus, request.words.name).uid, request.words.new)
        _tell(request, library.recipes.of(corpus), _names(library, corpus))
    return 0


def _remove(request: Request) -> int:
    _check(request)
    with request.writing() as library:
        corpus = _corpus(request, library)
        library.recipes.remove(library.recipes.named(corpus, request.words.name).uid)
        _tell(request, library.recipes.of(corpus), _names(library, corpus))
    return 0


def _names(library: Library, corpus: str) -> dict[str, str]:
    """Uid of each annotator with a layer -> name; the window keeps recipes by uid."""
    with library.snapshots.snapshot() as snapshot:
        return {one.uid: one.name for one in snapshot.annotators(corpus)}


def _tell(request: Request, kept: list[KeptRecipe], names: Mapping[str, str]) -> None:
    if request.console.as_json:
        request.console.document([_json(each) for each in kept])
        return
    request.console.table(
        (say("name"), say("format"), say("other choices")),
        [(each.name, each.recipe.format, _summary(each, names)) for each in kept],
        none=say("This corpus keeps no recipe yet; `annotator recipes save NAME` makes one."),
    )


def _summary(kept: KeptRecipe, names: Mapping[str, str]) -> str:
    """What is not as usual, in the words of the options."""
    rest = {name: value for name, value in _told(kept, names).items() if name != "format"}
    return "; ".join(f"{name} {_said(value)}".strip() for name, value in rest.items())


def _choices(kept: KeptRecipe) -> dict[str, Any]:
    """Every choice that is not as usual, by name; the format always."""
    found: dict[str, Any] = {"format": kept.recipe.format} | json.loads(dump(kept.recipe, kept.unknown))
    return found


def _told(kept: KeptRecipe, names: Mapping[str, str]) -> dict[str, Any]:
    """The choices, with an annotator's name for their uid."""
    found = _choices(kept)
    if "annotator" in found:
        found["annotator"] = names.get(found["annotator"], found["annotator"])
    return found


def _said(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(_pair(name, held) for name, held in value.items())
    if isinstance(value, list):
        return "/".join(map(str, value)) if all(isinstance(each, int) for each in value) else ",".join(value)
    return str(value)


def _pair(name: str, held: object) -> str:
    if isinstance(held, bool):
        return name if held else f"not {name}"
    return f"{name} {_said(held)}"


def _json(kept: KeptRecipe) -> dict[str, object]:
    return {"uid": kept.uid, "name": kept.name, "recipe": _choices(kept)}
