"""The command that writes a corpus to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.cli.choices import add_choices, chosen
from annotator.messages import say
from annotator.model.recipe import Recipe

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from annotator.cli.console import Console
    from annotator.cli.request import Commands, Request
    from annotator.services.export.facts import ExportResult, PartCounts, Refused
    from annotator.services.library import Library


def add_commands(commands: Commands) -> None:
    """Put the command in."""
    parser = commands.add("export", say("write a corpus to a file and read it back"), _export)
    commands.corpus_option(parser)
    render = commands.render
    parser.add_argument("--output", metavar="PATH", help=render(say("the file, or the folder of the files")))
    parser.add_argument(
        "--recipe",
        metavar="NAME",
        help=render(say("choices that the corpus keeps under this name; other options go before them")),
    )
    add_choices(commands, parser)
    parser.add_argument(
        "--dry-run", action="store_true", help=render(say("only tell what would be in it, and what not"))
    )
    parser.add_argument("--force", action="store_true", help=render(say("replace what is at PATH")))


def _export(request: Request) -> int:
    words = request.words
    if words.recipe is None and "format" not in words:
        words.misused("one of the arguments --format --recipe is required")
    if words.dry_run:
        return _foresee(request)
    if not words.output:
        words.misused("the following arguments are required: --output")
    with request.reading() as library:
        result = library.exporting.export(
            words.corpus,
            chosen(words, _base(library, words)),
            words.output,
            force=words.force,
            progress=request.console.progress,
        )
    if request.console.as_json:
        request.console.document(_json(request, result))
    _tell(request, result)
    return 0 if result.is_proven and not result.refused else 1


def _foresee(request: Request) -> int:
    words, console = request.words, request.console
    with request.reading() as library:
        recipe = chosen(words, _base(library, words))
        seen = library.exporting.foresee(words.corpus, recipe, console.progress)
    if console.as_json:
        console.document(
            {
                "documents": seen.documents,
                "spans": seen.spans,
                "lost": seen.left_out,
                "reasons": [
                    {"reason": console.render(each.reason), "count": each.count} for each in seen.kinds
                ],
                "refused": _refused(console, seen.refused),
            }
        )
    console.line(
        say(
            "documents: {documents}; spans that would be written: {written} of {spans}. Nothing was written.",
            documents=seen.documents,
            written=seen.spans - seen.left_out,
            spans=seen.spans,
        )
    )
    _tell_parts(console, seen.parts)
    console.tell(*seen.dealt, *seen.notes)
    console.about_each((str(each.count), each.reason) for each in seen.kinds)
    _tell_refused(console, seen.refused)
    return 1 if seen.refused else 0


def _base(library: Library, words: Namespace) -> Recipe:
    """The recipe that options are laid over."""
    if words.recipe is None:
        return Recipe()
    from annotator.services.export.recipes import ready

    corpus = library.corpora.named(words.corpus).uid
    kept = library.recipes.named(corpus, words.recipe)
    if "labels" not in words:
        library.recipes.require_labels(corpus, kept)
    return ready(kept)


def _json(request: Request, result: ExportResult) -> dict[str, object]:
    reasons = request.console.render_all(each.reason for each in result.lost)
    return {
        "output": result.output,
        "format": result.format,
        "documents": result.documents,
        "spans": result.spans,
        "spans_written": result.spans_written,
        "spans_recovered": result.spans_recovered,
        "lost": [
            {
                "document": each.document,
                "start": each.start,
                "end": each.end,
                "label": each.label,
                "reason": reason,
            }
            for each, reason in zip(result.lost, reasons, strict=True)
        ],
        "sha256": result.sha256,
        "refused": _refused(request.console, result.refused),
    }


def _refused(console: Console, refused: Sequence[Refused]) -> list[dict[str, str]]:
    return [
        {"document": each.document, "title": each.title, "reason": console.render(each.reason)}
        for each in refused
    ]


def _tell_refused(console: Console, refused: Sequence[Refused]) -> None:
    console.about_each((f"{each.title} ({each.document})", each.reason) for each in refused)
    if refused:
        console.tell(
            say(
                "{count} document is left out; all others are not touched by that."
                "|{count} documents are left out; all others are not touched by that.",
                count=len(refused),
            )
        )


def _tell(request: Request, result: ExportResult) -> None:
    console = request.console
    console.line(
        say(
            "{path}: documents: {documents}; spans written: {written} of {spans}, found again: {recovered}.",
            path=result.output,
            documents=result.documents,
            written=result.spans_written,
            spans=result.spans,
            recovered=result.spans_recovered,
        )
    )
    _tell_parts(console, result.parts)
    console.tell(*result.dealt, *result.notes)
    console.about_each(
        (f"{each.title or each.document} {each.start}–{each.end} {each.label} “{each.words}”", each.reason)
        for each in result.lost
    )
    if result.lost:
        console.tell(
            say(
                "{count} span is not in the file, or not whole.|{count} spans are not in the file, or not "
                "whole.",
                count=len(result.lost),
            )
        )
    _tell_refused(console, result.refused)
    if result.kept:
        console.tell(
            say(
                "These files of an earlier export were changed since and were left: {names}.",
                names=", ".join(result.kept),
            )
        )
    if result.documents_recovered != result.documents:
        console.tell(
            say(
                "Reading the file back did not find {count} text as it was; do not use it."
                "|Reading the file back did not find {count} texts as they were; do not use it.",
                count=result.documents - result.documents_recovered,
            )
        )
    if result.spans_recovered != result.spans_written:
        console.tell(say("Reading the file back did not find every span; do not use it."))


def _tell_parts(console: Console, parts: Sequence[PartCounts]) -> None:
    """The table of a split: documents, spans and spans by label of each part."""
    if len(parts) < 2 or console.as_json:
        return
    labels = list(parts[0].labels)
    heads = [say("part"), say("documents"), say("spans"), *(say("{name}", name=label) for label in labels)]
    console.table(
        heads,
        [
            (part.name, part.documents, part.spans, *(part.labels.get(label, 0) for label in labels))
            for part in parts
        ],
    )
