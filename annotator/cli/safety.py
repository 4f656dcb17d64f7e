"""Commands about copies of the library: backup, backups, restore."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.messages import say
from annotator.model.difference import Change
from annotator.model.soundness import Occasion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.cli.request import Commands, Request
    from annotator.messages import Message
    from annotator.model.difference import Difference
    from annotator.model.soundness import BackupInfo

_OCCASIONS: Final[Mapping[Occasion, Message]] = {
    Occasion.ASKED: say("asked for"),
    Occasion.ROUTINE: say("routine"),
    Occasion.IMPORT: say("before an import"),
    Occasion.MERGE: say("before a package was taken in"),
    Occasion.BULK: say("before a large act"),
    Occasion.MIGRATION: say("before a new version"),
    Occasion.REPAIR: say("before a repair"),
    Occasion.PURGE: say("before the bin was emptied"),
    Occasion.RESTORE: say("before documents were brought back"),
}
_CHANGES: Final[Mapping[Change, Message]] = {
    Change.GAINED: say("only in the backup"),
    Change.LOST: say("only in the library"),
    Change.CHANGED: say("different"),
}


def add_commands(commands: Commands) -> None:
    """Put the commands of this family in."""
    backup = commands.add("backup", say("make a verified copy of the library"), _backup)
    backup.add_argument(
        "--output", metavar="FILE", help=commands.render(say("where to; without it, where backups are kept"))
    )
    _add_backups(commands)
    _add_restore(commands)


def _add_backups(commands: Commands) -> None:
    backups = commands.add("backups", say("list the copies that can be restored, the latest first"), _backups)
    instead = backups.add_mutually_exclusive_group()
    instead.add_argument(
        "--compare",
        metavar="FILE",
        help=commands.render(say("how this copy differs from the library, by name; nothing is changed")),
    )
    instead.add_argument(
        "--thin-out",
        action="store_true",
        help=commands.render(say("after a restore: let older copies be removed again")),
    )


def _add_restore(commands: Commands) -> None:
    restore = commands.add("restore", say("bring back a copy, or documents out of it"), _restore)
    restore.add_argument("file", metavar="FILE")
    way = restore.add_mutually_exclusive_group(required=True)
    way.add_argument(
        "--output",
        metavar="NEW",
        help=commands.render(say("the copy as a new library, which must not exist")),
    )
    way.add_argument(
        "--in-place",
        action="store_true",
        help=commands.render(say("the copy in place of the library; the damaged file is kept beside it")),
    )
    way.add_argument(
        "--document",
        metavar="UID",
        nargs="+",
        help=commands.render(say("these documents of the copy, into the library, as one change")),
    )
    restore.add_argument(
        "--exactly",
        action="store_true",
        help=commands.render(say("with --document: what was made on them since goes")),
    )


def _backup(request: Request) -> int:
    with request.reading() as library:
        made = library.backups.make(request.words.output)
    _tell_copy(request, made)
    return 0


def _restore(request: Request) -> int:
    words = request.words
    if words.exactly and not words.document:
        words.misused(request.console.render(say("--exactly needs --document")))
    if words.document:
        return _bring_back(request)
    return _put_back(request) if words.in_place else _restore_new(request)


def _restore_new(request: Request) -> int:
    from annotator.services.library import path_of
    from annotator.services.safety.backups import Backups

    library = str(path_of(request.where))
    _tell_copy(request, Backups.restore(request.words.file, request.words.output, library))
    return 0


def _put_back(request: Request) -> int:
    from annotator.services.library import path_of
    from annotator.services.safety.backups import Backups

    back = Backups.put_back(request.words.file, str(path_of(request.where)), "annotator restore")
    if back.kept is not None:
        request.console.tell(say("What was there is kept as {path}.", path=back.kept))
    _tell_copy(request, back.made, kept=back.kept)
    return 0


def _bring_back(request: Request) -> int:
    words = request.words
    with request.writing() as library:
        outcome = library.copies.bring_back(words.file, words.document, exactly=words.exactly)
    done = outcome.value
    request.console.tell(*outcome.warnings, *done.reasons)
    request.console.document(
        {
            "documents": done.documents,
            "spans_gained": done.gained,
            "spans_changed": done.changed,
            "spans_removed": done.removed,
            "left": done.left,
            "saved": outcome.step is not None,
        }
    )
    if outcome.step is None:
        request.console.line(say("Everything is as in the copy already; nothing was changed."))
        return 0
    request.console.line(
        say(
            "Documents brought back: {documents}; spans that came back: {gained}, changed back: {changed}, "
            "removed: {removed}. One `annotator undo` takes it back.",
            documents=done.documents,
            gained=done.gained,
            changed=done.changed,
            removed=done.removed,
        )
    )
    return 0


def _tell_copy(request: Request, copy: BackupInfo, **more: object) -> None:
    request.console.document({**_json(copy), **more})
    request.console.line(
        say(
            "{path}: verified, documents: {documents}, spans: {spans}.",
            path=copy.path,
            documents=copy.documents,
            spans=copy.spans,
        )
    )


def _backups(request: Request) -> int:
    if request.words.compare is not None:
        return _compare(request)
    if request.words.thin_out:
        with request.reading() as library:
            library.backups.thin_out_again()
    from annotator.services.safety.rescue import backups_of

    found = backups_of(request.where)
    request.console.document([_listed(request, each) for each in found])
    if not request.console.as_json:
        heads = (
            say("time"),
            say("documents"),
            say("in its bin"),
            say("spans"),
            say("bytes"),
            say("why"),
            say("path"),
        )
        rows = [
            (
                each.time,
                each.documents,
                each.binned,
                each.spans,
                each.size,
                _occasion(request, each),
                each.path,
            )
            for each in found
        ]
        request.console.table(heads, rows, none=say("There is no backup yet; `annotator backup` makes one."))
    return 0


def _occasion(request: Request, copy: BackupInfo) -> str:
    why = "" if copy.occasion is None else request.console.render(_OCCASIONS[copy.occasion])
    another = request.console.render(say("of another file of this library"))
    return ", ".join(filter(None, (why, another if _is_of_another(request, copy) else "")))


def _is_of_another(request: Request, copy: BackupInfo) -> bool:
    from annotator.services.library import path_of
    from annotator.services.safety.backups import is_of_another

    return is_of_another(copy, path_of(request.where))


def _compare(request: Request) -> int:
    with request.reading() as library:
        found = library.copies.compare(request.words.compare, request.console.progress)
    request.console.document(_difference(found))
    if not request.console.as_json:
        request.console.line(_summed_up(found))
        _tell_differences(request, found)
    return 0


def _summed_up(found: Difference) -> Message:
    if found.is_same:
        return say("The library holds what the copy holds.")
    spans = found.spans
    return say(
        "Only in the backup: {gained} spans; only in the library: {lost}; different: {changed}.",
        gained=spans[Change.GAINED],
        lost=spans[Change.LOST],
        changed=spans[Change.CHANGED],
    )


def _tell_differences(request: Request, found: Difference) -> None:
    console = request.console
    words = {change: console.render(message) for change, message in _CHANGES.items()}
    in_bin = console.render(say("only in the backup, in its bin"))
    rows = [
        (
            in_bin if each.was_binned and each.change is Change.GAINED else words[each.change],
            each.title,
            each.corpus,
            each.gained,
            each.lost,
            each.changed,
            each.uid,
        )
        for each in found.documents
    ]
    console.table(
        (
            say("where"),
            say("document"),
            say("corpus"),
            say("gained"),
            say("lost"),
            say("changed"),
            say("uid"),
        ),
        rows,
        shortened=1,
    )
    for head, named in ((say("label"), found.labels), (say("corpus"), found.corpora)):
        lines = [(words[each.change], each.name, each.corpus, each.was) for each in named]
        console.table((say("where"), head, say("corpus"), say("in the backup")), lines)


def _difference(found: Difference) -> dict[str, object]:
    return {
        "same": found.is_same,
        "spans": {change.value: count for change, count in found.spans.items()},
        "documents": [
            {
                "change": each.change.value,
                "uid": each.uid,
                "title": each.title,
                "corpus": each.corpus,
                "spans_gained": each.gained,
                "spans_lost": each.lost,
                "spans_changed": each.changed,
                "in_bin": each.is_binned,
                "other": bool(each.aspects),
                "aspects": [aspect.value for aspect in each.aspects],
                "in_bin_of_backup": each.was_binned,
            }
            for each in found.documents
        ],
        "labels": [
            {"change": each.change.value, "uid": each.uid, "name": each.name, "corpus": each.corpus}
            for each in found.labels
        ],
        "corpora": [
            {"change": each.change.value, "uid": each.uid, "name": each.name} for each in found.corpora
        ],
    }


def _listed(request: Request, copy: BackupInfo) -> dict[str, object]:
    why = None if copy.occasion is None else copy.occasion.value
    another = _is_of_another(request, copy)
    more = {"time": copy.time, "bytes": copy.size, "why": why, "of_another_file": another}
    return {**_json(copy), **more, "binned": copy.binned}


def _json(copy: BackupInfo) -> dict[str, object]:
    return {"path": copy.path, "documents": copy.documents, "spans": copy.spans, "sha256": copy.sha256}
