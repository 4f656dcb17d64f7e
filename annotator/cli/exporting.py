"""The command that writes a corpus to a file."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from annotator.formats.registry import WRITABLE
from annotator.messages import say
from annotator.model.document import Status
from annotator.model.recipe import Recipe, Split

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.cli.parser import WordsParser
    from annotator.cli.request import Commands, Request
    from annotator.messages import Message
    from annotator.services.export_facts import ExportResult

_SCHEMES: Final = ("iob1", "iob2", "bioes", "bilou", "io")
_TOKENS: Final = ("syllables", "words", "characters")
_NESTED: Final = ("outermost", "innermost", "levels", "per-label", "refuse")


def add_commands(commands: Commands) -> None:
    """Put the command in."""
    parser = commands.add("export", say("write a corpus to a file and read it back"), _export)
    commands.corpus_option(parser)
    render = commands.render
    parser.add_argument("--format", choices=WRITABLE, required=True, help=render(say("format of the file")))
    parser.add_argument(
        "--output", metavar="PATH", required=True, help=render(say("the file, with --split a folder"))
    )
    _add_choice(commands, parser)
    parser.add_argument(
        "--scheme", choices=_SCHEMES, default="iob2", help=render(say("how tags begin and end; iob2"))
    )
    parser.add_argument(
        "--tokens", choices=_TOKENS, default="syllables", help=render(say("what gets a tag; syllables"))
    )
    parser.add_argument(
        "--nested",
        choices=_NESTED,
        default="outermost",
        help=render(say("which spans a flat format keeps of those within each other; outermost")),
    )
    parser.add_argument(
        "--split",
        metavar="80/10/10",
        type=_shares_in(commands.render),
        default=(),
        help=render(say("shares of train, dev and test")),
    )
    parser.add_argument("--seed", metavar="N", type=int, default=0, help=render(say("of the split; 0")))
    parser.add_argument("--force", action="store_true", help=render(say("replace what is at PATH")))


def _add_choice(commands: Commands, parser: WordsParser) -> None:
    """The options that say which documents, layers and spans."""
    render = commands.render
    layer = parser.add_mutually_exclusive_group()
    layer.add_argument("--annotator", metavar="NAME", help=render(say("whose layer, by name or uid")))
    layer.add_argument("--gold", action="store_true", help=render(say("the layer that review made")))
    layer.add_argument("--all-layers", action="store_true", help=render(say("everyone's layers but gold")))
    parser.add_argument(
        "--status", choices=[each.value for each in Status], help=render(say("only documents of this status"))
    )
    parser.add_argument(
        "--labels", metavar="A,B", type=_names, default=(), help=render(say("only spans of these labels"))
    )


def _shares_in(render: Callable[[Message], str]) -> Callable[[str], tuple[int, int, int]]:
    """Reads the shares of a split; what it says of others is in the language of `render`."""

    def shares_of(word: str) -> tuple[int, int, int]:
        shares = tuple(int(share) if share.isdecimal() else -1 for share in word.split("/"))
        if len(shares) == 3 and min(shares) >= 0 and sum(shares) == 100:
            return shares[0], shares[1], shares[2]
        raise argparse.ArgumentTypeError(
            render(say("{word} is not three shares that make 100, as in 80/10/10", word=repr(word)))
        )

    return shares_of


def _names(word: str) -> tuple[str, ...]:
    return tuple(name for name in (part.strip() for part in word.split(",")) if name)


def _export(request: Request) -> int:
    words = request.words
    with request.reading() as library:
        result = library.exporting.export(
            words.corpus, _recipe(words), words.output, force=words.force, progress=request.console.progress
        )
    if request.console.as_json:
        request.console.document(_json(request, result))
    _tell(request, result)
    return 0 if result.spans_recovered == result.spans_written else 1


def _recipe(words: argparse.Namespace) -> Recipe:
    shares = words.split
    return Recipe(
        format=words.format,
        layers="all" if words.all_layers else "gold" if words.gold else "one",
        annotator=words.annotator or "",
        status=Status(words.status) if words.status else None,
        labels=words.labels,
        scheme=words.scheme,
        tokens=words.tokens,
        nested=words.nested,
        split=Split(shares, words.seed) if shares else None,
    )


def _json(request: Request, result: ExportResult) -> dict[str, object]:
    reasons = request.console.render_all(each.reason for each in result.lost)
    return {
        "output": result.output,
        "format": result.format,
        "documents": result.documents,
        "spans": result.spans,
        "spans_written": result.spans_written,
        "spans_recovered": result.spans_recovered,
        "lost": [
            {
                "document": each.document,
                "start": each.start,
                "end": each.end,
                "label": each.label,
                "reason": reason,
            }
            for each, reason in zip(result.lost, reasons, strict=True)
        ],
        "sha256": result.sha256,
    }


def _tell(request: Request, result: ExportResult) -> None:
    console = request.console
    console.line(
        say(
            "{path}: documents: {documents}; spans written: {written} of {spans}, found again: {recovered}.",
            path=result.output,
            documents=result.documents,
            written=result.spans_written,
            spans=result.spans,
            recovered=result.spans_recovered,
        )
    )
    console.tell(*result.notes)
    console.about_each(
        (f"{each.title or each.document} {each.start}–{each.end} {each.label} “{each.words}”", each.reason)
        for each in result.lost
    )
    if result.lost:
        console.tell(
            say(
                "{count} span is not in the file, or not whole.|{count} spans are not in the file, or not "
                "whole.",
                count=len(result.lost),
            )
        )
    if result.spans_recovered != result.spans_written:
        console.tell(say("Reading the file back did not find every span; do not use it."))
