"""Words of a command line, read by argparse, with all it says in the person's language.

argparse makes its sentences in English. Those it can make are listed here by their shape and said again as
our own; one that a later Python words otherwise is shown as it is.
"""

from __future__ import annotations

import argparse
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

_USAGE: Final = "usage: "
_OF_OPTION: Final = re.compile(r"argument (?P<option>[^:]+): (?P<problem>.+)", re.DOTALL)
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
    (r"ignored explicit argument (?P<value>.+)", say("takes no value, but got {value}", value="")),
    (r"not allowed with argument (?P<other>.+)", say("cannot stand together with {other}", other="")),
    (r"invalid int value: (?P<value>.+)", say("{value} is no whole number", value="")),
    (
        r"invalid choice: (?P<value>.+?) \(choose from (?P<known>.+)\)",
        say("{value} is not possible; possible are {known}", value="", known=""),
    ),
)


class WordsParser(argparse.ArgumentParser):
    """A parser that speaks through `render`; with `as_json` its refusal also goes to stdout, as JSON."""

    def __init__(
        self, render: Callable[[Message], str], *, as_json: bool = False, add_help: bool = True, **how: Any
    ) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **how)
        self._render = render
        self._as_json = as_json
        self._positionals.title = render(say("what to name"))
        self._optionals.title = render(say("options"))
        if add_help:
            self.add_argument("-h", "--help", action="help", help=render(say("show this help and end")))

    def below(
        self, name: str, *, metavar: str, required: bool
    ) -> argparse._SubParsersAction[WordsParser]:
        """Where words below this one go, with parsers that speak the same; the chosen one is under `name`."""
        make: Any = partial(WordsParser, self._render, as_json=self._as_json)
        return self.add_subparsers(dest=name, metavar=metavar, required=required, parser_class=make)

    def format_usage(self) -> str:
        """The line that shows all words."""
        return self._usage_in(super().format_usage())

    def format_help(self) -> str:
        """The whole description."""
        return self._usage_in(super().format_help())

    def _usage_in(self, text: str) -> str:
        rest = text.removeprefix(_USAGE)
        return text if rest == text else self._render(say("usage: ")) + rest

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words, in the person's language, and end with status 2."""
        sentence = self._said(message)
        if self._as_json:
            print(json.dumps({"refused": sentence}, ensure_ascii=False))  # noqa: T201
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"{self.prog}: {sentence}\n")

    def _said(self, message: str) -> str:
        of_option = _OF_OPTION.fullmatch(message)
        if of_option is None:
            return self._again(message)
        return f"{of_option['option']}: {self._again(of_option['problem'])}."

    def _again(self, message: str) -> str:
        for shape, sentence in _SHAPES:
            if found := re.fullmatch(shape, message, re.DOTALL):
                return self._render(Message(sentence.text, found.groupdict()))
        return message


def language_in(arguments: Sequence[str]) -> str | None:
    """The language that the words ask for, known before they are parsed: errors of parsing need it."""
    following = dict(pairwise(arguments))
    joined = [word.partition("=")[2] for word in arguments if word.startswith("--language=")]
    return joined[0] if joined else following.get("--language")
