"""Commands about the library as a file: check, backup, backups, restore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import DamagedError
from annotator.messages import say
from annotator.model.soundness import CheckReport, Problem

if TYPE_CHECKING:
    from annotator.cli.request import Commands, Request
    from annotator.model.soundness import BackupInfo


def add_commands(commands: Commands) -> None:
    """Put the commands of this family in."""
    check = commands.add("check", say("look whether the library is sound"), _check)
    check.add_argument(
        "--repair", action="store_true", help=commands.render(say("put right what can be, after a copy"))
    )
    backup = commands.add("backup", say("make a verified copy of the library"), _backup)
    backup.add_argument(
        "--output", metavar="FILE", help=commands.render(say("where to; without it, where backups are kept"))
    )
    commands.add("backups", say("list the copies that can be restored, the latest first"), _backups)
    restore = commands.add("restore", say("write a copy out as a new library"), _restore)
    restore.add_argument("file", metavar="FILE")
    restore.add_argument(
        "--output", metavar="NEW", required=True, help=commands.render(say("the new library; must not exist"))
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


def _backup(request: Request) -> int:
    with request.reading() as library:
        made = library.backups.make(request.words.output)
    _tell_copy(request, made)
    return 0


def _restore(request: Request) -> int:
    from annotator.services.backups import Backups

    _tell_copy(request, Backups.restore(request.words.file, request.words.output))
    return 0


def _tell_copy(request: Request, copy: BackupInfo) -> None:
    request.console.document(_json(copy))
    request.console.line(
        say(
            "{path}: verified, documents: {documents}, spans: {spans}.",
            path=copy.path,
            documents=copy.documents,
            spans=copy.spans,
        )
    )


def _backups(request: Request) -> int:
    from annotator.services.rescue import backups_of

    found = backups_of(request.where)
    request.console.document([{**_json(each), "time": each.time} for each in found])
    if not request.console.as_json:
        request.console.table(
            (say("time"), say("documents"), say("spans"), say("path")),
            [(each.time, each.documents, each.spans, each.path) for each in found],
            none=say("There is no backup yet; `annotator backup` makes one."),
        )
    return 0


def _json(copy: BackupInfo) -> dict[str, object]:
    return {"path": copy.path, "documents": copy.documents, "spans": copy.spans, "sha256": copy.sha256}
