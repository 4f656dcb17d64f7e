"""The command that looks whether the library is sound: check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import DamagedError
from annotator.messages import say
from annotator.model.soundness import CheckReport, Problem

if TYPE_CHECKING:
    from annotator.cli.request import Commands, Request
    from annotator.messages import Message
    from annotator.model.soundness import Rescued


def add_commands(commands: Commands) -> None:
    """Put the command in."""
    check = commands.add("check", say("look whether the library is sound"), _check)
    way = check.add_mutually_exclusive_group()
    way.add_argument(
        "--repair", action="store_true", help=commands.render(say("put right what can be, after a copy"))
    )
    way.add_argument(
        "--rescue",
        metavar="NEW",
        help=commands.render(say("save what can be read of a damaged library as a new one")),
    )


def _check(request: Request) -> int:
    if request.words.rescue is not None:
        return _rescue(request)
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


def _rescue(request: Request) -> int:
    from annotator.services.safety.rescue import save_what_can_be_read

    console = request.console
    saved = save_what_can_be_read(request.where, request.words.rescue, lambda _done, _total: None)
    console.document(
        {
            "path": saved.path,
            "documents": saved.documents,
            "spans": saved.spans,
            "unread": dict(saved.unread),
            "changed": list(saved.changed),
            "left_out": list(saved.left_out),
            "altered": saved.altered,
            "problems": saved.problems,
        }
    )
    console.line(
        say(
            "{path}: all that could be read, documents: {documents}, spans: {spans}.",
            path=saved.path,
            documents=saved.documents,
            spans=saved.spans,
        )
    )
    _tell_losses(request, saved)
    return 0 if saved.is_whole else 1


def _tell_losses(request: Request, saved: Rescued) -> None:
    console = request.console
    for name, count in saved.unread.items():
        console.about(
            name, say("{count} row could not be read.|{count} rows could not be read.", count=count)
        )
    for title in saved.changed:
        console.about(title, say("Its text is not the one that was imported; it is there as it is."))
    for title in saved.left_out:
        console.about(title, say("Its text could not be read, so it is not there."))
    if saved.altered:
        console.tell(
            say(
                "{count} step lost rows or holds altered ones; it can be read, not undone.|"
                "{count} steps lost rows or hold altered ones; they can be read, not undone.",
                count=saved.altered,
            )
        )
    if saved.problems:
        console.tell(
            say(
                "The check still finds {count} problem in it.|The check still finds {count} problems in it.",
                count=saved.problems,
            )
        )


def _report(request: Request) -> CheckReport:
    """What the check found; a library too damaged to be opened is a finding of its own."""
    repair = request.words.repair
    try:
        with request.writing(to_repair=True) if repair else request.reading() as library:
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
        if problem.cure is not None and not console.as_json:
            console.about(problem.where, _can_be_put_right(problem.cure))
    if report.sound:
        console.line(say("The library is sound."))
    else:
        console.tell(_summary(report))


def _can_be_put_right(cure: Message) -> Message:
    return say("'annotator check --repair' puts it right. {cure}", cure=cure)


def _summary(report: CheckReport) -> Message:
    count = len(report.problems)
    if report.copy is not None:
        return say(
            "The library is not sound yet: {count} problem is left.|"
            "The library is not sound yet: {count} problems are left.",
            count=count,
        )
    return say(
        "The library is not sound: {count} problem was found. Nothing was changed.|"
        "The library is not sound: {count} problems were found. Nothing was changed.",
        count=count,
    )
