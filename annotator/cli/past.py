"""Commands about what was done: history, undo, redo."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from annotator.cli.request import person_named
from annotator.errors import UserError
from annotator.messages import say
from annotator.model.past import HistoryFilter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.cli.request import Commands, Request
    from annotator.messages import Message
    from annotator.model.outcome import Outcome, StepInfo, Undone
    from annotator.services.library import Library

    Reversal = Callable[["Library"], Outcome[Undone]]

_DIGITS: Final = 10
_SHOWN: Final = 40


def add_commands(commands: Commands) -> None:
    """Put the commands of this family in."""
    history = commands.add("history", say("list the changes of a corpus, the latest first"), _history)
    commands.corpus_option(history)
    history.add_argument(
        "--document", metavar="UID", help=commands.render(say("only changes of this document"))
    )
    history.add_argument(
        "--annotator", metavar="NAME", help=commands.render(say("only changes made by this person"))
    )
    history.add_argument(
        "--kind", metavar="KIND", help=commands.render(say("only changes of this kind, as it is listed"))
    )
    history.add_argument(
        "--words", metavar="TEXT", help=commands.render(say("only changes whose sentence holds this"))
    )
    history.add_argument(
        "--limit",
        metavar="N",
        type=_positive_in(commands.render),
        help=commands.render(say("how many changes, all without it")),
    )
    undo = commands.add(
        "undo", say("take the latest changes back"), _repeated(lambda library: library.history.undo())
    )
    redo = commands.add(
        "redo",
        say("make the changes that were taken back again"),
        _repeated(lambda library: library.history.redo()),
    )
    for parser in (undo, redo):
        parser.add_argument(
            "count",
            metavar="N",
            nargs="?",
            type=_positive_in(commands.render),
            default=1,
            help=commands.render(say("how many changes, 1 without it")),
        )


def _positive_in(render: Callable[[Message], str]) -> Callable[[str], int]:
    """Reads how many; what it says of other words is in the language of `render`."""

    def positive(word: str) -> int:
        if word.isdecimal() and len(word) < _DIGITS and int(word) > 0:
            return int(word)
        raise argparse.ArgumentTypeError(
            render(say("{word} is not a whole number above 0", word=repr(word[:_SHOWN])))
        )

    return positive


def _history(request: Request) -> int:
    with request.reading() as library:
        words = request.words
        corpus = library.corpora.named(words.corpus)
        annotator = None if words.annotator is None else person_named(library, words.annotator).uid
        kinds = () if words.kind is None else (words.kind,)
        chosen = HistoryFilter(annotator, kinds, words.words or "")
        steps = library.history.steps(
            corpus.uid, words.document, words.limit, chosen, said=request.console.render
        )
    _show(request, steps)
    return 0


def _repeated(reverse: Reversal) -> Callable[[Request], int]:
    """The reversal as a command: as often as asked, and told when there is nothing left."""

    def run(request: Request) -> int:
        status = 0
        steps: list[StepInfo] = []
        with request.writing() as library:
            for _ in range(request.words.count):
                try:
                    done = reverse(library)
                except UserError as refusal:
                    if not steps:
                        raise
                    request.console.tell(refusal.message)
                    status = 1
                    break
                steps += done.value.steps
                request.console.tell(*done.warnings)
        _show(request, steps)
        return status

    return run


def _show(request: Request, steps: Iterable[StepInfo]) -> None:
    console = request.console
    found = list(steps)
    console.document(
        [
            {
                "uid": step.uid,
                "time": step.time,
                "annotator": step.actor,
                "kind": step.kind,
                "summary": console.render(step.summary),
            }
            for step in found
        ]
    )
    if not console.as_json:
        console.table(
            (say("time"), say("annotator"), say("kind"), say("summary")),
            [(step.time, step.actor, step.kind, console.render(step.summary)) for step in found],
        )
