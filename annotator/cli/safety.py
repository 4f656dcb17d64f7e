"""Commands about copies of the library: backup, backups, restore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.messages import say

if TYPE_CHECKING:
    from annotator.cli.request import Commands, Request
    from annotator.model.soundness import BackupInfo


def add_commands(commands: Commands) -> None:
    """Put the commands of this family in."""
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
