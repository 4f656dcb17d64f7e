"""What a command gets: its words, the console, and the library when it asks for it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.errors import EnvironmentProblem, UserError
from annotator.messages import say
from annotator.model.label import name_key
from annotator.paths import default_library

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.cli.console import Console
    from annotator.cli.parser import WordsParser
    from annotator.messages import Message
    from annotator.model.document import Annotator
    from annotator.model.label import Label
    from annotator.services.library import Library

    Run = Callable[["Request"], int]


@dataclass(frozen=True, slots=True)
class Request:
    """One command to be done.

    Attributes:
        words: the parsed words.
        console: for what it has to say.
    """

    words: argparse.Namespace
    console: Console

    @property
    def where(self) -> str:
        """Path or URL of the library."""
        return default_library() if self.words.library is None else str(self.words.library)

    @property
    def has_library(self) -> bool:
        """Whether there is anything at the place of the library."""
        from annotator.services.library import path_of

        return path_of(self.where).exists()

    def elsewhere(self, where: str) -> Request:
        """The same command for another library."""
        return Request(argparse.Namespace(**{**vars(self.words), "library": where}), self.console)

    def reading(self) -> Library:
        """The library, opened for reading beside whoever writes it; it must be there.

        Raises:
            EnvironmentProblem: it is not, or it cannot be used.
        """
        from annotator.services.library import open_library

        return open_library(self.where, writable=False, create=False, program=self._program)

    def writing(self, *, to_repair: bool = False) -> Library:
        """The library, opened for this process alone to write; made when missing, by its first change.

        Args:
            to_repair: also one in which nothing but a repair may write.

        Raises:
            EnvironmentProblem: another process holds it, or it cannot be written or used.
        """
        from annotator.services.library import open_library

        lost = () if self.has_library else self._lost()
        library = open_library(self.where, program=self._program, at_once=False)
        if library.is_read_only and not (to_repair and library.is_frozen):
            library.close()
            raise EnvironmentProblem(
                library.warnings[-1]
                if library.warnings
                else say("{path}: this library cannot be written. Nothing was changed.", path=self.where)
            )
        self.console.tell(*library.warnings, *lost)
        return library

    def _lost(self) -> tuple[Message, ...]:
        from annotator.services.safety.rescue import lost_words

        return lost_words(self.where)

    @property
    def _program(self) -> str:
        return f"annotator {self.words.command}"


class Commands:
    """Where the families of commands put theirs."""

    def __init__(
        self,
        parsers: argparse._SubParsersAction[WordsParser],
        everywhere: WordsParser,
        render: Callable[[Message], str],
    ) -> None:
        self._parsers = parsers
        self._everywhere = everywhere
        self.render = render

    def add(self, name: str, does: Message, run: Run) -> WordsParser:
        """A new command; gives its parser for its own options."""
        text = self.render(does)
        parser = self._parsers.add_parser(name, help=text, description=text, parents=[self._everywhere])
        parser.set_defaults(run=run, misused=parser.error)
        return parser

    def below(self, parser: WordsParser, name: str, *, required: bool) -> Commands:
        """Where the actions of a command go; the chosen one is found under `name`."""
        parsers = parser.below(name, metavar=name.upper(), required=required)
        return Commands(parsers, self._everywhere, self.render)

    def corpus_option(self, parser: WordsParser, **how: Any) -> None:
        """The option --corpus, which must be given unless `how` says otherwise."""
        text = self.render(say("the corpus, by name or uid"))
        parser.add_argument("--corpus", metavar="NAME", help=text, **{"required": True, **how})


def person_named(library: Library, name_or_uid: str) -> Annotator:
    """The annotator of that name or uid.

    Raises:
        UserError: there is none, or several people have the name.
    """
    found = library.people.find(name_or_uid)
    if found is None:
        raise UserError(
            say(
                "There is no annotator “{name}” in this library. The annotators are: {known}.",
                name=name_or_uid,
                known=", ".join(each.name for each in library.people.list()),
            )
        )
    return found


def label_named(library: Library, corpus: str, name_or_uid: str) -> Label:
    """The label of that name (without regard to case) or uid in the corpus of that uid.

    Raises:
        UserError: there is none; the sentence lists those there are.
    """
    labels = [each.label for each in library.labels.list(corpus)]
    for label in labels:
        if name_or_uid == label.uid or name_key(label.name) == name_key(name_or_uid):
            return label
    raise UserError(
        say(
            "There is no label “{name}” in this corpus. Its labels are: {known}.",
            name=name_or_uid,
            known=", ".join(label.name for label in labels),
        )
    )
