"""The words that make a recipe: what is exported, and in what form; `export` and `recipes` have the same."""

from __future__ import annotations

import argparse
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.registry import WRITABLE
from annotator.messages import say
from annotator.model.document import Status
from annotator.model.recipe import (
    EDGES,
    NESTED,
    SCHEMES,
    TOGETHER,
    TOKENS,
    Recipe,
    Split,
    are_shares,
)
from annotator.model.span import FLAGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.cli.parser import WordsParser
    from annotator.cli.request import Commands
    from annotator.messages import Message

_NOTHING: Final = "nothing"
_LAYERS: Final = {"gold": "gold", "all_layers": "all"}
_OF_SPLIT: Final = ("seed", "together")


def add_choices(commands: Commands, parser: WordsParser) -> None:
    """Put the options in; those that are not given leave no trace in the words (see `chosen`)."""
    _add_what(commands, parser)
    _add_form(commands, parser)
    _add_parts(commands, parser)


def _option(commands: Commands, parser: Any, name: str, told: Message, **how: Any) -> None:
    parser.add_argument(name, default=argparse.SUPPRESS, help=commands.render(told), **how)


def _add_what(commands: Commands, parser: WordsParser) -> None:
    """Which documents, layers and spans, and under which names."""
    layer = parser.add_mutually_exclusive_group()
    _option(commands, layer, "--annotator", say("whose layer, by name or uid"), metavar="NAME")
    _option(commands, layer, "--gold", say("the layer that review made"), action="store_true")
    _option(commands, layer, "--all-layers", say("everyone's layers but gold"), action="store_true")
    states = [each.value for each in Status]
    _option(commands, parser, "--status", say("only documents of this status"), choices=states)
    _option(
        commands,
        parser,
        "--search",
        say("only documents that fit these words and conditions, as in the document list"),
        metavar="SEARCH",
    )
    listed: dict[str, Any] = {"metavar": "A,B", "type": names_in}
    _option(commands, parser, "--labels", say("only spans of these labels"), **listed)
    _option(commands, parser, "--with-tags", say("only documents that have one of these tags"), **listed)
    _option(commands, parser, "--without-tags", say("no document that has one of these tags"), **listed)
    _option(
        commands,
        parser,
        "--without-flags",
        say("no span that has one of these flags: {known}", known=", ".join(FLAGS)),
        **listed,
    )
    _option(
        commands,
        parser,
        "--people",
        say("whether annotators are named or numbered; jsonl names them, all other formats number them"),
        choices=("names", "pseudonyms"),
    )


def _add_form(commands: Commands, parser: WordsParser) -> None:
    """In what form."""
    _option(commands, parser, "--format", say("format of the file"), choices=WRITABLE)
    _option(commands, parser, "--scheme", say("how tags begin and end; iob2"), choices=SCHEMES)
    _option(commands, parser, "--tokens", say("what gets a tag; syllables"), choices=TOKENS)
    _option(
        commands,
        parser,
        "--nested",
        say("which spans a flat format keeps of those within each other; outermost"),
        choices=NESTED,
    )
    _option(
        commands,
        parser,
        "--edges",
        say("what becomes of spans that begin or end within a token; drop"),
        choices=EDGES,
    )
    _option(commands, parser, "--licence", say("licence of the data, for its card"), metavar="TEXT")
    _option(
        commands,
        parser,
        "--card",
        say("put a card and a manifest beside a single file too"),
        action="store_true",
    )


def _add_parts(commands: Commands, parser: WordsParser) -> None:
    """In which parts."""
    shares = _shares_in(commands.render)
    _option(
        commands, parser, "--split", say("shares of train, dev and test"), metavar="80/10/10", type=shares
    )
    _option(commands, parser, "--seed", say("of the split; 0"), metavar="N", type=int)
    _option(
        commands,
        parser,
        "--together",
        say(
            "what keeps documents in one part of a split: {known}, or nothing; text", known=",".join(TOGETHER)
        ),
        metavar="A,B",
        type=_together_in(commands.render),
    )


def chosen(words: argparse.Namespace, base: Recipe) -> Recipe:
    """The recipe with what was given instead of what `base` has."""
    given = vars(words)
    plain = {each.name for each in fields(Recipe)} - {"status", "split", "layers"}
    found: dict[str, Any] = {name: given[name] for name in plain if name in given}
    for name, layers in _LAYERS.items():
        if given.get(name):
            found |= {"layers": layers, "annotator": ""}
    if "annotator" in given:
        found |= {"layers": "one"}
    if "status" in given:
        found["status"] = Status(given["status"])
    split = base.split
    if "split" in given:
        split = replace(split or Split(), shares=given["split"])
    if split is not None:
        split = replace(split, **{name: given[name] for name in _OF_SPLIT if name in given})
    return replace(base, **found, split=split)


def _shares_in(render: Callable[[Message], str]) -> Callable[[str], tuple[int, int, int]]:
    """Reads the shares of a split; what it says of others is in the language of `render`."""

    def shares_of(word: str) -> tuple[int, int, int]:
        shares = tuple(int(share) if share.isdecimal() else -1 for share in word.split("/"))
        if are_shares(shares):
            return shares[0], shares[1], shares[2]
        raise argparse.ArgumentTypeError(
            render(say("{word} is not three shares that make 100, as in 80/10/10", word=repr(word)))
        )

    return shares_of


def _together_in(render: Callable[[Message], str]) -> Callable[[str], tuple[str, ...]]:
    """Reads what keeps documents together, likewise."""

    def together_of(word: str) -> tuple[str, ...]:
        wanted = names_in(word)
        if wanted == (_NOTHING,):
            return ()
        if wanted and set(wanted) <= set(TOGETHER):
            return tuple(each for each in TOGETHER if each in wanted)
        known = ", ".join((*TOGETHER, _NOTHING))
        raise argparse.ArgumentTypeError(
            render(say("{value} is not possible; possible are {known}", value=repr(word), known=known))
        )

    return together_of


def names_in(word: str) -> tuple[str, ...]:
    """Names parted by commas."""
    return tuple(name for name in (part.strip() for part in word.split(",")) if name)
