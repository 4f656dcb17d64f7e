"""Commands that bring documents in and out: import and export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.messages import say

if TYPE_CHECKING:
    from annotator.cli.request import Commands, Request
    from annotator.services.importing import FileReport, ImportResult

_READ: Final = ("auto", "txt", "docx", "html", "jsonl")


def add_commands(commands: Commands) -> None:
    """Put the commands of this family in."""
    _add_import(commands)


def _add_import(commands: Commands) -> None:
    parser = commands.add("import", say("read files or folders into a corpus"), _import)
    parser.add_argument("paths", metavar="PATH", nargs="+")
    commands.corpus_option(parser)
    render = commands.render
    parser.add_argument("--format", choices=_READ, default="auto", help=render(say("format of the files")))
    parser.add_argument(
        "--annotator", metavar="NAME", help=render(say("whose spans they are where the file does not say"))
    )
    parser.add_argument(
        "--encoding", metavar="ENC", help=render(say("encoding of text files, without it a guess"))
    )
    parser.add_argument(
        "--labels",
        choices=("add", "refuse"),
        default="add",
        help=render(say("what to do with labels that the corpus does not have")),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=render(say("say what would happen and write nothing"))
    )


def _import(request: Request) -> int:
    words = request.words
    with request.reading() if words.dry_run else request.writing() as library:
        result = library.importing.import_paths(
            words.paths,
            words.corpus,
            format=words.format,
            annotator=words.annotator,
            encoding=words.encoding,
            labels=words.labels,
            dry_run=words.dry_run,
            progress=request.console.progress,
        )
    _tell_import(request, result)
    return 0 if all(file.accepted for file in result.files) else 1


def _tell_import(request: Request, result: ImportResult) -> None:
    console = request.console
    for file in result.files:
        for message in file.messages:
            console.tell(say("{path}: {message}", path=file.path, message=console.render(message)))
    console.document(
        {
            "files": [_file_json(request, file) for file in result.files],
            "documents_added": result.documents_added,
            "documents_known": result.documents_known,
            "spans_added": result.spans_added,
            "labels_added": list(result.labels_added),
        }
    )
    console.line(
        say(
            "{documents} documents added, {known} known already, {spans} spans added.",
            documents=result.documents_added,
            known=result.documents_known,
            spans=result.spans_added,
        )
    )
    if result.labels_added:
        console.line(say("New labels: {names}.", names=", ".join(result.labels_added)))
    if request.words.dry_run:
        console.line(say("This was a trial: nothing was written."))


def _file_json(request: Request, file: FileReport) -> dict[str, object]:
    return {
        "path": file.path,
        "format": file.format,
        "accepted": file.accepted,
        "documents": file.documents,
        "spans": file.spans,
        "message": " ".join(request.console.render(message) for message in file.messages),
    }
