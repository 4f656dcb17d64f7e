"""Commands on packages, the files with which people exchange work."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.cli.console import Console
    from annotator.cli.parser import WordsParser
    from annotator.cli.request import Commands, Request
    from annotator.exchange.members import Package
    from annotator.model.package import ConflictSide, MergeConflict, MergePreview, PackageMade

_KINDS = ("assignment", "return", "gold")


def add_commands(commands: Commands) -> None:
    """Put the command and its actions in."""
    parser = commands.add("package", say("exchange work by files: make, look at and take in packages"), _show)
    actions = commands.below(parser, "action", required=True)
    _add_make(actions)
    show = actions.add("show", say("say what is in a package"), _show)
    show.add_argument("file", metavar="FILE")
    merge = actions.add(
        "merge", say("take a package in, in one step; taken in again it changes nothing"), _merge
    )
    merge.add_argument("file", metavar="FILE")
    text = actions.render(say("the corpus it goes into; without it the package's own, made when missing"))
    merge.add_argument("--into", metavar="CORPUS", help=text)
    text = actions.render(say("say what it would bring, and change nothing"))
    merge.add_argument("--dry-run", action="store_true", help=text)
    apart = actions.add("conflicts", say("list what was changed apart and nobody has settled"), _apart)
    actions.corpus_option(apart)


def _add_make(actions: Commands) -> WordsParser:
    make = actions.add("make", say("make a package"), _make)
    actions.corpus_option(make)
    render = actions.render
    text = render(say("documents to work on, a person's work back, or gold and decisions"))
    make.add_argument("--kind", choices=_KINDS, required=True, help=text)
    make.add_argument(
        "--output", metavar="FILE", required=True, help=render(say("where to; nothing may be there"))
    )
    text = render(say("whom it is for; of a return, whose work it is"))
    make.add_argument("--annotator", metavar="NAME", default="", help=text)
    text = render(say("uids, with commas between; all without it"))
    make.add_argument("--documents", metavar="UID,...", default="", help=text)
    return make


def _make(request: Request) -> int:
    from annotator.model.package import PackageWish

    words = request.words
    if words.kind == "return" and not words.annotator:
        words.misused("the following arguments are required: --annotator")
    documents = tuple(filter(None, (uid.strip() for uid in words.documents.split(","))))
    with request.writing() if words.kind == "assignment" else request.reading() as library:
        corpus = library.corpora.named(words.corpus).uid
        wish = PackageWish(corpus, words.kind, words.output, words.annotator, documents)
        made = library.packages.make(wish)
    request.console.document(_made_json(made))
    request.console.line(
        say(
            "{path}: documents: {documents}, layers: {layers}, changes: {changes}.",
            path=made.path,
            documents=made.documents,
            layers=made.layers,
            changes=made.changes,
        )
    )
    return 0


def _made_json(made: PackageMade) -> dict[str, object]:
    names = (
        "path",
        "uid",
        "kind",
        "documents",
        "labels",
        "layers",
        "changes",
        "decisions",
        "comments",
        "bytes",
    )
    return {name: getattr(made, name) for name in names}


# ---------------------------------------------------------------------- show


def _show(request: Request) -> int:
    from annotator.exchange.package_reading import read

    file = request.words.file
    package = read(Path(file), file)
    request.console.document(_package_json(package))
    if not request.console.as_json:
        request.console.table((say("what"), say("value")), _package_rows(request.console, package))
        request.console.table(
            (say("title"), say("characters"), say("uid")),
            [(each.title, len(each.text), each.uid) for each in package.documents],
            shortened=0,
        )
    return 0


def _package_json(package: Package) -> dict[str, object]:
    manifest, settings = package.manifest, package.settings
    people: dict[str, object] = {}
    if manifest.recipient is not None:
        people["for"] = {"uid": manifest.recipient.uid, "name": manifest.recipient.name}
    if settings is not None:
        told = {
            "round": settings.round,
            "round_uid": settings.round_uid,
            "blind": settings.is_blind,
            "unaided": list(settings.unaided),
        }
        people["settings"] = told
    return {
        "uid": manifest.uid,
        "kind": manifest.kind.value,
        "corpus": {"uid": manifest.corpus.uid, "name": manifest.corpus.name},
        "creator": {"uid": manifest.creator.uid, "name": manifest.creator.name},
        "created": manifest.created,
        "program": manifest.program,
        "documents": [
            {"uid": each.uid, "title": each.title, "characters": len(each.text)} for each in package.documents
        ],
        "labels": [each.label.name for each in package.labels],
        "annotators": [{"uid": each.uid, "name": each.name} for each in package.annotators],
        "layers": len(package.layers),
        "steps": len(package.steps),
        "changes": dict(_changes(package)),
        **people,
    }


def _changes(package: Package) -> Counter[str]:
    """How many changes there are of each kind."""
    return Counter(change.kind.value for change in package.changes)


def _package_rows(console: Console, package: Package) -> Iterable[tuple[str, str | int]]:
    manifest, changes = package.manifest, _changes(package)
    yield console.render(say("kind")), manifest.kind.value
    yield console.render(say("corpus")), manifest.corpus.name
    yield console.render(say("made by")), f"{manifest.creator.name}, {manifest.created}"
    if manifest.recipient is not None:
        yield console.render(say("person")), manifest.recipient.name
    if (settings := package.settings) is not None:
        yield console.render(say("round")), settings.round
        yield console.render(say("documents without suggestions")), len(settings.unaided)
    labels = sorted((each.label for each in package.labels), key=attrgetter("position", "name"))
    yield console.render(say("labels")), ", ".join(label.name for label in labels)
    yield console.render(say("layers")), len(package.layers)
    for kind, count in sorted(changes.items()):
        yield console.render(say("changes ({kind})", kind=kind)), count


# ---------------------------------------------------------------------- merge


def _merge(request: Request) -> int:
    words = request.words
    into = words.into
    if words.dry_run:
        # one that is to be opened for writing is not made before its first change
        with request.reading() if request.has_library else request.writing() as library:
            seen = library.packages.preview(words.file, into)
    else:
        with request.writing() as library:
            seen = library.packages.merge(words.file, into).value
    request.console.document(_merge_json(seen))
    _tell(request.console, seen, is_dry=words.dry_run)
    return 1 if seen.refused else 0


def _merge_json(seen: MergePreview) -> dict[str, object]:
    return {
        "documents_new": seen.documents_new,
        "documents_known": seen.documents_known,
        "layers": seen.layers,
        "changes_new": seen.changes_new,
        "changes_known": seen.changes_known,
        "conflicts": [_conflict_json(each) for each in seen.conflicts],
        "labels_new": list(seen.labels_new),
    }


def _apart(request: Request) -> int:
    with request.reading() as library:
        found = library.packages.conflicts(library.corpora.named(request.words.corpus).uid)
    request.console.document({"conflicts": [_conflict_json(each) for each in found]})
    _tell_conflicts(request.console, found)
    if not found:
        request.console.tell(say("Nothing was changed apart that is not settled."))
    return 0


def _conflict_json(conflict: MergeConflict) -> dict[str, object]:
    return {
        "kind": conflict.kind,
        "document": conflict.document,
        "annotator": conflict.annotator,
        "uid": conflict.thing,
        "kept": _side_json(conflict.kept),
        "others": [_side_json(each) for each in conflict.others],
    }


def _side_json(side: ConflictSide) -> dict[str, Any]:
    body = None if side.body is None else dict(side.body)
    return {"change": side.change, "annotator": side.actor, "time": side.time, "body": body}


def _tell(console: Console, seen: MergePreview, *, is_dry: bool) -> None:
    if not console.as_json:
        console.line(
            say(
                "{corpus}: new documents: {documents}, known: {known}, new changes: {new}, known: {old}.",
                corpus=seen.corpus,
                documents=seen.documents_new,
                known=seen.documents_known,
                new=seen.changes_new,
                old=seen.changes_known,
            )
        )
    if seen.is_nothing_new:
        console.tell(say("Nothing in it is new. Nothing was changed."))
    elif is_dry:
        console.tell(say("This is what it would bring. Nothing was changed."))
    if seen.labels_new:
        console.tell(say("New labels: {names}.", names=", ".join(seen.labels_new)))
    _tell_conflicts(console, seen.conflicts)
    console.tell(*seen.notices)


def _tell_conflicts(console: Console, conflicts: Iterable[MergeConflict]) -> None:
    for conflict in conflicts:
        where = conflict.title or conflict.document
        console.about(where, say("holds: {words}", words=conflict.kept.says))
        for side in conflict.others:
            console.about(where, say("does not hold: {words}", words=side.says))
