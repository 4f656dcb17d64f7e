"""The command that brings documents in."""

from __future__ import annotations

from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from annotator.formats.registry import AUTO, READABLE
from annotator.messages import say
from annotator.model.reading import BOILERPLATE, CHOICES, KEEP, WHOLE, ReadingChoice

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from annotator.cli.parser import WordsParser
    from annotator.cli.request import Commands, Request
    from annotator.messages import Message
    from annotator.services.intake.importing import FileReport, ImportResult
    from annotator.services.library import Library


def add_commands(commands: Commands) -> None:
    """Put the command in."""
    parser = commands.add("import", say("read files or folders into a corpus"), _import)
    parser.add_argument("paths", metavar="PATH", nargs="+")
    commands.corpus_option(parser)
    render = commands.render
    parser.add_argument(
        "--format", choices=(AUTO, *READABLE), default=AUTO, help=render(say("format of the files"))
    )
    parser.add_argument(
        "--annotator", metavar="NAME", help=render(say("whose spans they are where the file does not say"))
    )
    parser.add_argument(
        "--encoding",
        metavar="ENC",
        help=render(
            say(
                "encoding of text files, without it a guess; tcvn3 or vni where Word and PDF files have "
                "old fonts"
            )
        ),
    )
    _add_choices(parser, render)
    parser.add_argument(
        "--labels",
        choices=("add", "refuse"),
        default="add",
        help=render(say("what to do with labels that the corpus does not have")),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=render(say("say what would happen and write nothing"))
    )


def _add_choices(parser: WordsParser, render: Callable[[Message], str]) -> None:
    """Options for what a file leaves open."""
    parser.add_argument(
        "--discontinuous",
        choices=CHOICES,
        default=WHOLE,
        help=render(
            say(
                "spans in several parts: keep them whole, as one from first to last word (hull), as one for "
                "each part (fragments), or refuse the file with a list of them"
            )
        ),
    )
    parser.add_argument(
        "--layer",
        metavar="NAME",
        default="",
        help=render(
            say("which layer of spans to read from UIMA and WebAnno files; usually the named entities")
        ),
    )
    parser.add_argument(
        "--text-column",
        metavar="NAME",
        default="",
        help=render(say("which column of a table holds the text; usually “text”")),
    )
    parser.add_argument(
        "--boilerplate",
        choices=BOILERPLATE,
        default=KEEP,
        help=render(
            say(
                "keep or remove lines that look like parts of a web page around the article; --dry-run "
                "counts them"
            )
        ),
    )


def _choice(words: Namespace) -> ReadingChoice:
    return ReadingChoice(
        encoding=words.encoding,
        discontinuous=words.discontinuous,
        layer=words.layer,
        text_column=words.text_column,
        boilerplate=words.boilerplate,
    )


def _import(request: Request) -> int:
    words = request.words
    with _target(request) as library:
        result = library.importing.import_paths(
            words.paths,
            words.corpus,
            format=words.format,
            annotator=words.annotator,
            choice=_choice(words),
            labels=words.labels,
            dry_run=words.dry_run,
            progress=request.console.progress,
        )
    _tell_import(request, result)
    return 0 if all(file.accepted for file in result.files) else 1


@contextmanager
def _target(request: Request) -> Iterator[Library]:
    """The library to import into; for a trial where there is none yet, one that is thrown away."""
    if not request.words.dry_run:
        with request.writing() as library:
            yield library
    elif request.has_library:
        with request.reading() as library:
            yield library
    else:
        with (
            TemporaryDirectory(prefix="annotator-") as folder,
            request.elsewhere(f"{folder}/trial.annotator").writing() as library,
        ):
            yield library


def _tell_import(request: Request, result: ImportResult) -> None:
    console = request.console
    console.tell(*result.warnings)
    for file in result.files:
        for message in file.messages if file.accepted else ():
            console.about(file.path, message)
        if not file.accepted:
            console.tell(*file.messages)
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
            "Documents added: {documents}, known already: {known}; spans added: {spans}.",
            documents=result.documents_added,
            known=result.documents_known,
            spans=result.spans_added,
        )
    )
    if result.labels_added:
        console.line(say("New labels: {names}.", names=", ".join(result.labels_added)))
    console.tell(*result.notes)
    for name in result.left_out:
        console.about(name, say("left out, for it looks like no article; name it to import it all the same"))
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
