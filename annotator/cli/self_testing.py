"""The command that kills a copy of the program while it writes: self-test."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from annotator.messages import say

if TYPE_CHECKING:
    from annotator.cli.request import Commands, Request

_MOST: Final = 10_000


def add_commands(commands: Commands) -> None:
    """Put the command in."""
    command = commands.add(
        "self-test",
        say("kill a copy of the program while it writes, and look that nothing saved is lost"),
        _self_test,
    )
    command.add_argument(
        "--kills",
        type=_number,
        default=None,
        metavar="N",
        help=commands.render(say("how many times it is killed, 25 by default")),
    )


def _number(word: str) -> int:
    number = int(word)
    if not 1 <= number <= _MOST:
        raise argparse.ArgumentTypeError
    return number


def _self_test(request: Request) -> int:
    from annotator.services.safety.self_test import KILLS, SelfTest

    kills = request.words.kills or KILLS
    found = SelfTest(kills).run(lambda each: request.console.progress(each.number, kills))
    request.console.document(
        {
            "saved": found.saved,
            "kills": len(found.rounds),
            "lost": found.lost,
            "damaged": found.damaged,
            "seconds": round(found.seconds, 1),
        }
    )
    request.console.line(
        say(
            "{saved} changes were said to be saved, the program was killed {kills} times while it wrote, "
            "{lost} were lost, {damaged} times the library was damaged.",
            saved=found.saved,
            kills=len(found.rounds),
            lost=found.lost,
            damaged=found.damaged,
        )
    )
    return 0 if found.holds else 1
