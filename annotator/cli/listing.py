"""Commands that look: corpora, documents, stats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.cli.request import Commands, Request
    from annotator.model.listing import ListedDocument


def add_commands(commands: Commands) -> None:
    """Put the commands of this family in."""
    commands.add("corpora", say("list the corpora of the library"), _corpora)
    documents = commands.add("documents", say("list the documents of a corpus"), _documents)
    commands.corpus_option(documents)
    stats = commands.add("stats", say("count documents, spans and labels of a corpus"), _stats)
    commands.corpus_option(stats)


def _corpora(request: Request) -> int:
    with request.reading() as library:
        corpora, spans = library.corpora.list(), library.measuring.spans_by_corpus()
    request.console.document(
        [
            {"uid": each.uid, "name": each.name, "documents": each.documents, "spans": spans[each.uid]}
            for each in corpora
        ]
    )
    if not request.console.as_json:
        request.console.table(
            (say("corpus"), say("documents"), say("spans"), say("uid")),
            [(each.name, each.documents, spans[each.uid], each.uid) for each in corpora],
            none=say("This library has no corpus yet; `annotator import FILE --corpus NAME` makes one."),
        )
    return 0


def _documents(request: Request) -> int:
    with request.reading() as library:
        corpus = library.corpora.named(request.words.corpus)
        listed = library.documents.listing(corpus.uid)
        if request.console.as_json:
            request.console.array(_document_json(each) for each in listed)
        else:
            request.console.table(
                (say("title"), say("characters"), say("status"), say("spans"), say("uid")),
                _document_rows(listed),
                none=say("This corpus has no documents yet."),
                shortened=0,
            )
    return 0


def _document_json(document: ListedDocument) -> dict[str, object]:
    return {
        "uid": document.uid,
        "title": document.title,
        "characters": document.characters,
        "status": document.status.value,
        "layers": [
            {"annotator": layer.annotator.name, "spans": layer.spans, "status": layer.status.value}
            for layer in document.layers
        ],
        "metadata": dict(document.metadata),
    }


def _document_rows(listed: Iterable[ListedDocument]) -> Iterator[tuple[str | int, ...]]:
    for each in listed:
        spans = sum(layer.spans for layer in each.layers)
        yield each.title, each.characters, each.status.value, spans, each.uid


def _stats(request: Request) -> int:
    with request.reading() as library:
        stats = library.measuring.stats(library.corpora.named(request.words.corpus).uid)
    request.console.document(stats)
    if not request.console.as_json:
        request.console.table((say("figure"), say("value")), list(_flat(stats)))
    return 0


def _flat(figures: dict[str, Any], before: str = "") -> Iterator[tuple[str, str | int | float]]:
    """Nested figures as rows: the names of all levels in one."""
    for name, value in figures.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name} / ")
        else:
            yield f"{before}{name}", "–" if value is None else value
