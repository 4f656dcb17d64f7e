"""The command line: reads the words, does the one command, answers with its exit status."""

from __future__ import annotations

import argparse
import errno
import sys
from typing import TYPE_CHECKING, Final

import annotator
from annotator.cli import (
    agreement,
    checking,
    exporting,
    importing,
    labels,
    listing,
    package,
    past,
    recipes,
    review,
    safety,
    searching,
    self_testing,
    spans,
)
from annotator.cli.console import Console
from annotator.cli.parser import WordsParser, language_in
from annotator.cli.request import Commands, Request
from annotator.errors import AnnotatorError, FormatError
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.messages import Message

DONE: Final = 0
REFUSED: Final = 1
INTERRUPTED: Final = 130

_FAMILIES: Final = (
    importing,
    exporting,
    recipes,
    listing,
    labels,
    spans,
    searching,
    agreement,
    review,
    package,
    past,
    checking,
    safety,
    self_testing,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Do the command of these words; gives 0 done, 1 refused or partly refused, 2 wrong usage."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    as_json = "--json" in arguments
    try:
        render = Console(language_in(arguments), as_json=as_json).render
        words = build_parser(render, as_json=as_json).parse_args(arguments)
        return _run(Request(words, Console(words.language, as_json=words.json)))
    except SystemExit as end:  # how argparse ends after help and after wrong usage
        return end.code if isinstance(end.code, int) else DONE


def build_parser(render: Callable[[Message], str], *, as_json: bool = False) -> WordsParser:
    """The parser of all commands, with its texts in the language of `render`; see `WordsParser`."""
    parser = WordsParser(
        render,
        as_json=as_json,
        prog="annotator",
        description=render(
            say(
                "Label spans in articles, keep corpora, export training data. "
                "Without a command a window opens."
            )
        ),
        epilog=render(
            say("`annotator COMMAND --help` describes a command; `annotator FILE...` opens files.")
        ),
        parents=[_options(render, default=None)],
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"annotator {annotator.__version__}",
        help=render(say("show the version and end")),
    )
    below = parser.below("command", metavar="COMMAND", required=True)
    commands = Commands(below, _options(render, default=argparse.SUPPRESS), render)
    for family in _FAMILIES:
        family.add_commands(commands)
    return parser


def _options(render: Callable[[Message], str], default: str | None) -> WordsParser:
    """The options of every command; they may stand before it and after it."""
    options = WordsParser(render, add_help=False)
    options.add_argument(
        "--library",
        metavar="PATH",
        default=default,
        help=render(say("the library file; without it ANNOTATOR_LIBRARY, else the one in your data folder")),
    )
    options.add_argument(
        "--language", choices=("en", "vi"), default=default, help=render(say("language of the messages"))
    )
    off = False if default is None else default
    options.add_argument(
        "--json", action="store_true", default=off, help=render(say("print the result as one JSON document"))
    )
    options.add_argument(
        "--debug", action="store_true", default=off, help=render(say("say where the log is"))
    )
    return options


def _run(request: Request) -> int:
    console = request.console
    try:
        status: int = request.words.run(request)
        console.finish()
    except FormatError as refusal:
        console.refuse(*refusal.problems)
    except AnnotatorError as refusal:
        console.refuse(refusal.message)
    except KeyboardInterrupt:
        console.refuse(say("Stopped. What was reported as saved is kept."))
        return INTERRUPTED
    except BrokenPipeError:
        pass  # whoever read the output has seen enough; `annotator.streams` closes it without complaint
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise
        console.refuse(
            say("{file}: its name is too long for this disk. Choose a shorter one.", file=str(error.filename))
        )
    else:
        return status
    return REFUSED
