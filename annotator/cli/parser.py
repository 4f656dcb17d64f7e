"""Words of a command line, read by argparse, with all it says in the person's language.

argparse makes its sentences in English, and words them a little differently from one Python to the next.
Those it can make are listed here by their shape and said again as our own. One of another shape is never
shown: a sentence of ours that holds for every mistake takes its place.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import sys
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NoReturn

from annotator.messages import Message, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

WRONG_USAGE: Final = 2

_SHAPES: Final = (
    (
        r"the following arguments are required: (?P<names>.+)",
        say("This is missing: {names}.", names=""),
    ),
    (
        r"one of the arguments (?P<names>.+) is required",
        say("One of these is needed: {names}.", names=""),
    ),
    (
        r"unrecognized arguments: (?P<names>.+)",
        say("This is not understood here: {names}.", names=""),
    ),
    (r"expected one argument", say("a value must follow")),
    (r"expected at least one argument", say("at least one value must follow")),
    (r"expected at most one argument", say("only one value may follow")),
    (r"expected (?P<count>\d+) arguments?", say("{count} values must follow", count="")),
    (
        r"ambiguous option: (?P<option>.+?) could match (?P<known>.+)",
        say("{option} could be several: {known}", option="", known=""),
    ),
    (r"ignored explicit argument (?P<value>.+)", say("takes no value, but got {value}", value="")),
    (r"not allowed with argument (?P<other>.+)", say("cannot stand together with {other}", other="")),
    (r"invalid int value: (?P<value>.+)", say("{value} is no whole number", value="")),
    (
        r"invalid choice: (?P<value>.+?)(?:, maybe you meant .+\?)? \(choose from (?P<known>.+)\)",
        say("{value} is not possible; possible are {known}", value="", known=""),
    ),
    (r"invalid \S+ value: (?P<value>.+)", say("{value} is not possible here", value="")),
)
_WRONG_VALUE: Final = say("what stands there is not possible")
_WRONG_WORDS: Final = say("These words are not understood. --help shows what is possible.")


class WordsParser(argparse.ArgumentParser):
    """A parser that speaks through `render`; with `as_json` its refusal also goes to stdout, as JSON."""

    def __init__(
        self, render: Callable[[Message], str], *, as_json: bool = False, add_help: bool = True, **how: Any
    ) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **how)
        self.formatter_class = partial(_Formatter, render(say("usage: ")))
        self._render = render
        self._as_json = as_json
        self._positionals.title = render(say("what to name"))
        self._optionals.title = render(say("options"))
        if add_help:
            self.add_argument("-h", "--help", action="help", help=render(say("show this help and end")))

    def below(self, name: str, *, metavar: str, required: bool) -> argparse._SubParsersAction[WordsParser]:
        """Where words below this one go, with parsers that speak the same; the chosen one is under `name`."""
        make: Any = partial(WordsParser, self._render, as_json=self._as_json)
        return self.add_subparsers(dest=name, metavar=metavar, required=required, parser_class=make)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does, but that a list of paths or uids may go on after an option."""
        found, rest = super().parse_known_args(args, namespace)
        listed = next((action for action in self._actions if action.nargs == "+" and action.dest), None)
        options, more = _apart(rest)
        if listed is not None and not listed.option_strings and more and not options:
            setattr(found, listed.dest, [*getattr(found, listed.dest), *more])
            rest = []
        return found, rest

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words, in the person's language, and end with status 2."""
        sentence = self._said(message, sys.exc_info()[1])
        if self._as_json:
            with contextlib.suppress(OSError):  # on a full disk stderr and the status still say it
                print(json.dumps({"refused": sentence}, ensure_ascii=False), flush=True)  # noqa: T201
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"{self.prog}: {sentence}\n")

    def _said(self, message: str, raised: BaseException | None) -> str:
        """The `message` of argparse as our own; `raised` is what it caught before, if anything."""
        if not isinstance(raised, argparse.ArgumentError):
            return self._again(message, _WRONG_WORDS)
        if raised.argument_name is None:
            return self._again(raised.message, _WRONG_WORDS)
        ours = raised.__context__
        is_ours = isinstance(ours, argparse.ArgumentTypeError)
        problem = str(ours) if is_ours else self._again(raised.message, _WRONG_VALUE)
        return f"{raised.argument_name}: {problem}."

    def _again(self, message: str, otherwise: Message) -> str:
        for shape, sentence in _SHAPES:
            if found := re.fullmatch(shape, message, re.DOTALL):
                return self._render(Message(sentence.text, found.groupdict()))
        return self._render(otherwise)


def _apart(rest: Sequence[str]) -> tuple[list[str], list[str]]:
    """Words nobody took: what looks like options, and what does not or stands behind `--`."""
    place = rest.index("--") if "--" in rest else len(rest)
    before, behind = rest[:place], rest[place + 1 :]
    options = [word for word in before if word.startswith("-") and word != "-"]
    return options, [*(word for word in before if word not in options), *behind]


class _Formatter(argparse.HelpFormatter):
    """Formats usage and help as argparse does, but for the word before the usage."""

    def __init__(self, usage: str, *how: Any, **more: Any) -> None:
        super().__init__(*how, **more)
        self._usage_words = usage

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Put the line that shows all words first."""
        super().add_usage(usage, actions, groups, self._usage_words if prefix is None else prefix)


def language_in(arguments: Sequence[str]) -> str | None:
    """The language that the words ask for, known before they are parsed: errors of parsing need it."""
    following = dict(pairwise(arguments))
    joined = [word.partition("=")[2] for word in arguments if word.startswith("--language=")]
    return joined[0] if joined else following.get("--language")
