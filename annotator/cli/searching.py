"""The command that finds: a concordance of words or a pattern, printed or saved as CSV."""

from __future__ import annotations

import argparse
import io
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.cli.request import label_named, person_named
from annotator.errors import EnvironmentProblem, reason_of
from annotator.files import write_atomically
from annotator.messages import say
from annotator.model.document import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotator.cli.parser import WordsParser
    from annotator.cli.request import Commands, Request
    from annotator.messages import Message
    from annotator.model.search import Hit, Sought
    from annotator.services.library import Library

_ORDERS: Final = ("text", "left", "right")
_SIDE: Final = 40
"""Characters of context in a printed line."""
_TITLE: Final = 24


def add_commands(commands: Commands) -> None:
    """Put the command in."""
    parser = commands.add("search", say("find words in the texts of a corpus, in their context"), _search)
    parser.add_argument("text", metavar="TEXT", help=commands.render(say("the words, or the pattern")))
    commands.corpus_option(parser)
    _add_manner(commands.render, parser)
    _add_scope(commands.render, parser)
    parser.add_argument(
        "--order",
        choices=_ORDERS,
        default="text",
        help=commands.render(say("by place, or by what stands left or right of the hit; text")),
    )
    parser.add_argument(
        "--limit",
        metavar="N",
        type=_number_in(commands.render),
        help=commands.render(say("at most so many hits")),
    )
    parser.add_argument(
        "--csv", metavar="FILE", help=commands.render(say("save the hits as CSV; must not exist"))
    )


def _add_manner(render: Callable[[Message], str], parser: WordsParser) -> None:
    """The options that say how words are compared."""
    parser.add_argument(
        "--fold", action="store_true", help=render(say("capitals and diacritics do not count"))
    )
    parser.add_argument("--words", action="store_true", help=render(say("whole words only")))
    parser.add_argument("--regex", action="store_true", help=render(say("TEXT is a regular expression")))


def _add_scope(render: Callable[[Message], str], parser: WordsParser) -> None:
    """The options that say where to look."""
    parser.add_argument(
        "--label", metavar="L", help=render(say("only hits that a span of this label covers"))
    )
    parser.add_argument(
        "--annotator", metavar="NAME", help=render(say("look at this annotator's spans only"))
    )
    parser.add_argument(
        "--status", choices=[each.value for each in Status], help=render(say("only documents of this status"))
    )


def _number_in(render: Callable[[Message], str]) -> Callable[[str], int]:
    """Reads a number of at least 1; what it says of others is in the language of `render`."""

    def number_of(word: str) -> int:
        if word.isdecimal() and int(word) > 0:
            return int(word)
        raise argparse.ArgumentTypeError(render(say("{word} is no number from 1 on", word=repr(word))))

    return number_of


def _search(request: Request) -> int:
    words = request.words
    with request.reading() as library:
        corpus = library.corpora.named(words.corpus).uid
        sought = _sought(request, library, corpus)
        if words.csv is not None:
            return _save(request, library, corpus, sought)
        found = library.searching.hits(corpus, sought, order=words.order, limit=words.limit)
        # A pattern may be stopped half way: nothing is printed before it is through.
        hits = list(found) if words.regex else found
        names = {each.label.uid: each.label.name for each in library.labels.list(corpus)}
        people = {each.uid: each.name for each in library.people.list()}
        if request.console.as_json:
            request.console.array(_json(hit, names, people) for hit in hits)
        else:
            _print(request, hits)
    return 0


def _sought(request: Request, library: Library, corpus: str) -> Sought:
    words = request.words
    from annotator.model.search import Sought  # patterns load what other commands need not

    return Sought(
        words.text,
        regex=words.regex,
        words=words.words,
        case=not words.fold,
        diacritics=not words.fold,
        labels=(label_named(library, corpus, words.label).uid,) if words.label else (),
        annotator=person_named(library, words.annotator).uid if words.annotator else None,
        status=Status(words.status) if words.status else None,
    )


def _json(hit: Hit, labels: dict[str, str], people: dict[str, str]) -> dict[str, object]:
    return {
        "document": hit.document,
        "start": hit.start,
        "end": hit.end,
        "left": hit.left,
        "match": hit.match,
        "right": hit.right,
        "spans": [
            {
                "uid": span.uid,
                "start": span.start,
                "end": span.end,
                "label": labels.get(span.label, ""),
                "annotator": people.get(span.annotator, ""),
            }
            for span in hit.spans
        ],
    }


def _print(request: Request, hits: Iterable[Hit]) -> None:
    number, documents = 0, set()

    def rows() -> Iterator[tuple[str, ...]]:
        nonlocal number
        for hit in hits:
            number += 1
            documents.add(hit.document)
            left, match, right = (" ".join(part.split()) for part in (hit.left, hit.match, hit.right))
            yield _cut(hit.title, _TITLE), f"{left[-_SIDE:]:>{_SIDE}}", match, right[:_SIDE]

    heads = (say("document"), say("before"), say("hit"), say("after"))
    request.console.table(heads, rows(), none=say("Nothing was found."))
    if number:
        request.console.tell(
            say(
                "{count} hit, documents: {documents}.|{count} hits, documents: {documents}.",
                count=number,
                documents=len(documents),
            )
        )


def _cut(title: str, length: int) -> str:
    return title if len(title) <= length else f"{title[: length - 1]}…"


def _save(request: Request, library: Library, corpus: str, sought: Sought) -> int:
    from annotator.services.safety.backups import check_free

    words = request.words
    path = Path(words.csv)
    check_free(path)
    stream = io.StringIO(newline="")
    number = library.searching.csv(corpus, sought, stream, order=words.order, limit=words.limit)
    try:
        write_atomically(path, stream.getvalue().encode("utf-8-sig"))
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "{path} could not be written ({reason}). Nothing was saved.",
                path=words.csv,
                reason=reason_of(error),
            )
        ) from error
    request.console.document({"output": words.csv, "hits": number})
    request.console.line(
        say("{path}: {count} hit saved.|{path}: {count} hits saved.", path=words.csv, count=number)
    )
    return 0
