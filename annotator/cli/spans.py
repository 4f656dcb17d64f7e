"""The command about spans: add from lines, list, remove."""

from __future__ import annotations

import sys
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from annotator.cli.request import person_named
from annotator.errors import AnnotatorError, EnvironmentProblem, OutcomeUnknownError, UserError, reason_of
from annotator.messages import say
from annotator.model.changes import SpanAdded
from annotator.model.document import AnnotatorKind, names_apart
from annotator.model.identity import new_uid
from annotator.model.label import name_key
from annotator.model.span import Span
from annotator.strict_json import JsonProblemError, objects_of, parse_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager

    from annotator.cli.request import Commands, Request
    from annotator.model.document import Annotator, Corpus
    from annotator.model.listing import SpanRecord
    from annotator.services.library import Library

_NEEDED: Final = {"document": str, "start": int, "end": int, "label": str}
_ALLOWED: Final = {**_NEEDED, "note": str}
_SHAPE: Final = '{"document": uid, "start": n, "end": n, "label": name, "note": text}'


def add_commands(commands: Commands) -> None:
    """Put the command and its actions in."""
    parser = commands.add("spans", say("add, list or remove spans"), _list)
    actions = commands.below(parser, "action", required=True)
    add = actions.add("add", say("add spans, one JSON object a line, each saved at once"), _add)
    actions.corpus_option(add)
    add.add_argument(
        "--annotator", metavar="NAME", required=True, help=actions.render(say("whose spans they are"))
    )
    add.add_argument(
        "--from",
        dest="source",
        metavar="FILE",
        default="-",
        help=actions.render(say("the lines; - is stdin")),
    )
    show = actions.add("list", say("list the spans of a corpus"), _list)
    actions.corpus_option(show)
    show.add_argument("--annotator", metavar="NAME", help=actions.render(say("only this annotator's spans")))
    remove = actions.add("remove", say("remove spans; can be undone"), _remove)
    remove.add_argument("uids", metavar="UID", nargs="+")


def _add(request: Request) -> int:
    with _lines(request.words.source) as lines, request.writing() as library:
        corpus = library.corpora.named(request.words.corpus)
        owner = library.people.annotator(request.words.annotator, AnnotatorKind.PERSON)
        return _Adding(request, library, corpus, owner).run(lines)


def _lines(source: str) -> AbstractContextManager[BinaryIO]:
    if source == "-":
        return nullcontext(sys.stdin.buffer)
    with _readable(source):
        return Path(source).open("rb")


@contextmanager
def _readable(source: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = reason_of(error)
        raise UserError(say("{path}: cannot be read ({reason}).", path=source, reason=reason)) from error


class _Adding:
    """One run of `spans add`: each line is saved and answered before the next one is read."""

    def __init__(self, request: Request, library: Library, corpus: Corpus, owner: Annotator) -> None:
        self._source = request.words.source
        self._console = request.console
        self._library = library
        self._corpus = corpus
        self._owner = owner
        self._labels = {
            key: each.label.uid
            for each in library.labels.list(corpus.uid)
            for key in (each.label.uid, name_key(each.label.name))
        }
        self._documents = {each.uid for each in library.documents.listing(corpus.uid)}

    def run(self, lines: BinaryIO) -> int:
        status, number = 0, 0
        while line := self._next(lines):
            number += 1
            if not line.strip():
                continue
            try:
                self._console.answer({"saved": self._save(line, number)})
            except OutcomeUnknownError as error:
                self._console.answer({"unknown": self._console.render(error.message), "line": number})
                return 1
            except AnnotatorError as error:
                self._console.answer({"refused": self._console.render(error.message), "line": number})
                if isinstance(error, EnvironmentProblem):
                    return 1
                status = 1
        return status

    def _next(self, lines: BinaryIO) -> bytes:
        with _readable(self._source):
            return lines.readline()

    def _save(self, line: bytes, number: int) -> str:
        wish = _parsed(line, number)
        document = wish["document"]
        if document not in self._documents:
            raise UserError(
                say(
                    "There is no document {uid} in the corpus “{corpus}”.",
                    uid=document,
                    corpus=self._corpus.name,
                )
            )
        label = self._labels.get(wish["label"]) or self._labels.get(name_key(wish["label"]))
        if label is None:
            raise UserError(say("The corpus has no label “{name}”; add it first.", name=wish["label"]))
        span = Span(new_uid(), wish["start"], wish["end"], label, wish.get("note", ""))
        who = self._owner.uid
        self._library.annotating.apply(document, (SpanAdded(span),), annotator_uid=who, actor_uid=who)
        return span.uid


def _parsed(line: bytes, number: int) -> dict[str, Any]:
    """The object of one line, every value of its kind.

    Args:
        line: as it was read.
        number: of the line, from 1.

    Raises:
        UserError: it is no such object; the sentence says what is wrong.
    """
    try:
        text = line.decode("utf-8").removesuffix("\n")
        wish = objects_of(parse_line(text, file="", number=number), file="", number=number)
    except UnicodeDecodeError as error:
        problem = say(
            "This line is not UTF-8 (at byte {place}); expected {shape}.", place=error.start, shape=_SHAPE
        )
        raise UserError(problem) from error
    except JsonProblemError as error:
        raise UserError(
            say("In this line: {problem}; expected {shape}.", problem=error.problem, shape=_SHAPE)
        ) from error
    if not isinstance(wish, dict):
        raise UserError(say("This line is not a JSON object; expected {shape}.", shape=_SHAPE))
    for name, kind in _NEEDED.items():
        if name not in wish:
            raise UserError(say("“{name}” is missing; expected {shape}.", name=name, shape=_SHAPE))
        _check_kind(name, wish[name], kind)
    for name in wish.keys() - _NEEDED.keys():
        if name not in _ALLOWED:
            raise UserError(say("“{name}” is not known here; expected {shape}.", name=name, shape=_SHAPE))
        _check_kind(name, wish[name], _ALLOWED[name])
    return wish


def _check_kind(name: str, value: object, kind: type) -> None:
    if type(value) is kind:
        return
    if kind is int:
        raise UserError(say("“{name}” must be a whole number.", name=name))
    raise UserError(say("“{name}” must be a text.", name=name))


def _list(request: Request) -> int:
    words = request.words
    with request.reading() as library:
        corpus = library.corpora.named(words.corpus)
        owner = person_named(library, words.annotator).uid if words.annotator else None
        records = library.annotating.spans(corpus.uid, owner)
        names = names_apart(library.people.list())
        if request.console.as_json:
            request.console.array(_json(each, names) for each in records)
        else:
            request.console.table(
                (say("label"), say("text"), say("start"), say("end"), say("annotator"), say("uid")),
                [
                    (
                        each.label_name,
                        each.text,
                        each.span.start,
                        each.span.end,
                        names.get(each.annotator.uid, each.annotator.name),
                        each.span.uid,
                    )
                    for each in records
                ],
                none=say("There are no spans."),
                shortened=1,
            )
    return 0


def _json(record: SpanRecord, names: Mapping[str, str]) -> dict[str, object]:
    return {
        "uid": record.span.uid,
        "document": record.document,
        "annotator": names.get(record.annotator.uid, record.annotator.name),
        "start": record.span.start,
        "end": record.span.end,
        "label": record.label_name,
        "text": record.text,
        "origin": record.span.origin,
        "note": record.span.note,
    }


def _remove(request: Request) -> int:
    with request.writing() as library:
        outcome = library.annotating.remove(request.words.uids)
    removed = outcome.value
    request.console.tell(*outcome.warnings)
    request.console.document({"removed": removed})
    request.console.line(say("{count} span removed.|{count} spans removed.", count=removed))
    return 0
