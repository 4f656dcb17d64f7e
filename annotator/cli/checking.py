"""The command that looks whether the library is sound: check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import DamagedError
from annotator.messages import say
from annotator.model.soundness import CheckReport, Problem

if TYPE_CHECKING:
    from annotator.cli.request import Commands, Request


def add_commands(commands: Commands) -> None:
    """Put the command in."""
    check = commands.add("check", say("look whether the library is sound"), _check)
    check.add_argument(
        "--repair", action="store_true", help=commands.render(say("put right what can be, after a copy"))
    )


def _check(request: Request) -> int:
    report = _report(request)
    console = request.console
    console.document(
        {
            "sound": report.sound,
            "problems": [
                {
                    "kind": each.kind,
                    "where": each.where,
                    "message": console.render(each.message),
                    "repairable": each.repairable,
                }
                for each in report.problems
            ],
            "counts": dict(report.counts),
        }
    )
    _tell_findings(request, report)
    return 0 if report.sound else 1


def _report(request: Request) -> CheckReport:
    """What the check found; a library too damaged to be opened is a finding of its own."""
    repair = request.words.repair
    try:
        with request.writing() if repair else request.reading() as library:
            return library.checking.check(repair=repair)
    except DamagedError as damage:
        return CheckReport((Problem("structure", request.where, damage.message),))


def _tell_findings(request: Request, report: CheckReport) -> None:
    console = request.console
    if report.copy is not None:
        console.tell(say("The library as it was is kept as {path}.", path=report.copy))
    if report.repaired:
        console.tell(
            say("{count} thing was put right.|{count} things were put right.", count=report.repaired)
        )
    if not console.as_json:
        for name, count in report.counts.items():
            console.line(say("{name}: {number} looked at", name=name, number=count))
    for problem in report.problems:
        console.about(problem.where, problem.message)
    if report.sound:
        console.line(say("The library is sound."))
    else:
        console.tell(
            say(
                "The library is not sound: {count} problem was found. Nothing was changed.|"
                "The library is not sound: {count} problems were found. Nothing was changed.",
                count=len(report.problems),
            )
        )
