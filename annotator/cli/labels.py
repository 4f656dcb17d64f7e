"""The command about the label set of a corpus; spans follow every act, and every act can be undone."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from annotator.cli import codebook
from annotator.cli.request import label_named
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.cli.parser import WordsParser
    from annotator.cli.request import Commands, Request, Run
    from annotator.messages import Message
    from annotator.model.document import Corpus
    from annotator.model.outcome import Outcome
    from annotator.services.library import Library

    Act = Callable[["Library", "Corpus", argparse.Namespace], Outcome[Any]]


def add_commands(commands: Commands) -> None:
    """Put the command and its actions in."""
    parser = commands.add("labels", say("list or change the label set of a corpus"), _list)
    commands.corpus_option(parser, required=False)
    actions = commands.below(parser, "action", required=False)
    _action(actions, "list", say("list the labels with their counts"), _list)
    _add_adding(actions)
    rename = _action(actions, "rename", say("give a label another name"), _act(_rename))
    _label(actions, rename)
    rename.add_argument("name", metavar="NAME")
    merge = _action(actions, "merge", say("make one label of two; spans take the second one"), _merge_command)
    _label(actions, merge)
    merge.add_argument("into", metavar="INTO")
    only = actions.render(say("only tell what it would do"))
    merge.add_argument("--dry-run", action="store_true", help=only)
    _add_removing(actions)
    recolour = _action(actions, "recolour", say("give a label another colour"), _act(_recolour))
    _label(actions, recolour)
    recolour.add_argument("colour", metavar="#RRGGBB")
    codebook.add_actions(actions, _action, _act)


def _action(actions: Commands, name: str, does: Message, run: Run) -> WordsParser:
    """An action of the command; its corpus may be named before it or after it."""
    parser = actions.add(name, does, run)
    actions.corpus_option(parser, required=False, default=argparse.SUPPRESS)
    return parser


def _label(actions: Commands, parser: WordsParser) -> None:
    parser.add_argument("label", metavar="LABEL", help=actions.render(say("a label, by name or uid")))


def _add_adding(actions: Commands) -> None:
    add = _action(actions, "add", say("add a label"), _act(_add))
    add.add_argument("name", metavar="NAME")
    add.add_argument("--key", default="", help=actions.render(say("the character that labels a selection")))
    add.add_argument("--colour", default="", metavar="#RRGGBB")
    add.add_argument("--definition", default="", metavar="TEXT")


def _add_removing(actions: Commands) -> None:
    remove = _action(
        actions, "remove", say("remove a label; a used one needs --move-to or --with-spans"), _act(_remove)
    )
    _label(actions, remove)
    spans = remove.add_mutually_exclusive_group()
    spans.add_argument("--move-to", metavar="LABEL", help=actions.render(say("its spans take this label")))
    spans.add_argument(
        "--with-spans", action="store_true", help=actions.render(say("its spans are removed as well"))
    )


def _list(request: Request) -> int:
    _check_corpus(request)
    with request.reading() as library:
        _show(request, library, library.corpora.named(request.words.corpus))
    return 0


def _check_corpus(request: Request) -> None:
    if request.words.corpus is None:
        request.words.misused("the following arguments are required: --corpus")


def _act(act: Act) -> Run:
    """The action as a command: does it, then lists the labels."""

    def run(request: Request) -> int:
        _check_corpus(request)
        with request.writing() as library:
            corpus = library.corpora.named(request.words.corpus)
            request.console.tell(*act(library, corpus, request.words).warnings)
            _show(request, library, corpus)
        return 0

    return run


def _add(library: Library, corpus: Corpus, words: argparse.Namespace) -> Outcome[Any]:
    return library.labels.add(
        corpus.uid, words.name, key=words.key, colour=words.colour, definition=words.definition
    )


def _rename(library: Library, corpus: Corpus, words: argparse.Namespace) -> Outcome[Any]:
    return library.labels.change(
        label_named(library, corpus.uid, words.label).uid, corpus=corpus.uid, name=words.name
    )


def _recolour(library: Library, corpus: Corpus, words: argparse.Namespace) -> Outcome[Any]:
    return library.labels.change(
        label_named(library, corpus.uid, words.label).uid, corpus=corpus.uid, colour=words.colour
    )


def _merge(library: Library, corpus: Corpus, words: argparse.Namespace) -> Outcome[Any]:
    source = label_named(library, corpus.uid, words.label)
    target = label_named(library, corpus.uid, words.into)
    return library.labels.merge(source.uid, target.uid, corpus=corpus.uid)


def _merge_command(request: Request) -> int:
    """Merge, or with --dry-run tell what that would do."""
    if not request.words.dry_run:
        return _act(_merge)(request)
    _check_corpus(request)
    with request.reading() as library:
        corpus = library.corpora.named(request.words.corpus)
        source = label_named(library, corpus.uid, request.words.label)
        target = label_named(library, corpus.uid, request.words.into)
        found = library.labels.merge_preview(source.uid, target.uid, corpus=corpus.uid)
    told = {"spans": found.spans, "documents": found.documents, "others": found.others, "equal": found.equal}
    request.console.document(told)
    if not request.console.as_json:
        request.console.table(
            (say("spans"), say("documents"), say("of another annotator"), say("become one with another")),
            [tuple(told.values())],
        )
    return 0


def _remove(library: Library, corpus: Corpus, words: argparse.Namespace) -> Outcome[Any]:
    label = label_named(library, corpus.uid, words.label)
    target = label_named(library, corpus.uid, words.move_to).uid if words.move_to else None
    return library.labels.remove(label.uid, corpus=corpus.uid, move_to=target, with_spans=words.with_spans)


def _show(request: Request, library: Library, corpus: Corpus) -> None:
    labels = [each.label for each in library.labels.list(corpus.uid)]
    spans = library.measuring.spans_by_label(corpus.uid)
    request.console.document(
        [
            {
                "uid": each.uid,
                "name": each.name,
                "colour": each.colour,
                "key": each.key,
                "definition": each.definition,
                "spans": spans[each.uid],
            }
            for each in labels
        ]
    )
    if not request.console.as_json:
        request.console.table(
            (say("label"), say("key"), say("colour"), say("spans"), say("definition")),
            [(each.name, each.key, each.colour, spans[each.uid], each.definition) for each in labels],
        )
