"""Actions of `labels` that concern the codebook: rules, label sets as files, the guideline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.cli.outputs import writable_file
from annotator.cli.request import label_named
from annotator.errors import EnvironmentProblem, reason_of
from annotator.files import write_atomically
from annotator.language import persons_language
from annotator.messages import say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from annotator.cli.parser import WordsParser
    from annotator.cli.request import Commands, Request, Run
    from annotator.messages import Message
    from annotator.model.document import Corpus
    from annotator.model.outcome import Outcome
    from annotator.services.library import Library

    Act = Callable[["Library", "Corpus", argparse.Namespace], Outcome[Any]]
    MakeAction = Callable[[Commands, str, Message, Run], WordsParser]

_RULES = (
    ("--definition", "definition"),
    ("--use-when", "use_when"),
    ("--avoid-when", "avoid_when"),
    ("--group", "heading"),
)


def add_actions(actions: Commands, action: MakeAction, act: Callable[[Act], Run]) -> None:
    """Put the actions in.

    Args:
        actions: those of the command.
        action: makes an action whose corpus may be named before it or after it.
        act: makes a run of what writes and then lists the labels.
    """
    rekey = action(actions, "rekey", say("give a label another key"), act(_rekey))
    _label(actions, rekey)
    rekey.add_argument("key", metavar="K")
    swap = actions.render(say("if another label has the key, both swap theirs"))
    rekey.add_argument("--swap", action="store_true", help=swap)
    does = say("say what a label means, when to use it and when not")
    define = action(actions, "define", does, act(_define))
    _label(actions, define)
    for option, field in _RULES:
        define.add_argument(option, dest=field, metavar="TEXT")
    action(actions, "sets", say("list the label sets that can be loaded"), _sets)
    load = action(actions, "load", say("take a label set in; what it adds and changes is told"), _load)
    named = actions.render(say("a file, or the name of a listed label set"))
    load.add_argument("set", metavar="SET", help=named)
    only = actions.render(say("only tell what it would do"))
    load.add_argument("--dry-run", action="store_true", help=only)
    save = action(actions, "save", say("write the label set into a file"), _save)
    does = say("write the codebook as a page to print, in HTML")
    guideline = action(actions, "guideline", does, _guideline)
    for parser in (save, guideline):
        parser.add_argument("--output", metavar="FILE", required=True)
        replace = actions.render(say("replace a file that is there"))
        parser.add_argument("--force", action="store_true", help=replace)


def _label(actions: Commands, parser: WordsParser) -> None:
    parser.add_argument("label", metavar="LABEL", help=actions.render(say("a label, by name or uid")))


def _rekey(library: Library, corpus: Corpus, words: argparse.Namespace) -> Outcome[Any]:
    from annotator.model.label import KeyTakenError

    label = label_named(library, corpus.uid, words.label)
    try:
        return library.labels.change(label.uid, corpus=corpus.uid, key=words.key)
    except KeyTakenError as error:
        if not words.swap:
            raise
        return library.labels.swap_keys(label.uid, error.holder, corpus=corpus.uid)


def _define(library: Library, corpus: Corpus, words: argparse.Namespace) -> Outcome[Any]:
    label = label_named(library, corpus.uid, words.label)
    rules = {field: getattr(words, field) for _, field in _RULES[1:] if getattr(words, field) is not None}
    return library.codebook.change(label.uid, corpus=corpus.uid, definition=words.definition, **rules)


def _corpus(request: Request, library: Library) -> Corpus:
    if request.words.corpus is None:
        request.words.misused("the following arguments are required: --corpus")
    return library.corpora.named(request.words.corpus)


def _sets(request: Request) -> int:
    from annotator.services.labels.presets import Presets

    presets = Presets.listed(persons_language(request.words.language))
    rows = [
        {
            "name": each.name,
            "about": each.about,
            "labels": [one.label.name for one in each.labels],
            "path": each.path,
        }
        for each in presets
    ]
    request.console.document(rows)
    request.console.tell(*(each.problem for each in presets if each.problem is not None))
    if not request.console.as_json:
        request.console.table(
            (say("label set"), say("labels"), say("what it is for")),
            [(each.name, len(each.labels), each.about) for each in presets if each.problem is None],
        )
    return 0


def _load(request: Request) -> int:
    words = request.words
    code = persons_language(words.language)
    with request.reading() if words.dry_run else request.writing() as library:
        corpus = _corpus(request, library)
        preset = library.presets.find(words.set, code)
        changes = library.presets.preview(corpus.uid, preset)
        if not words.dry_run:
            library.presets.load(corpus.uid, preset)
    rows = [
        {"label": each.name, "added": each.is_new, "changed": list(each.fields), "without_key": each.lost_key}
        for each in changes
    ]
    request.console.document(rows)
    if not request.console.as_json:
        request.console.table(
            (say("label"), say("added"), say("changed"), say("without its key")),
            [
                (each.name, "+" if each.is_new else "", ", ".join(each.fields), each.lost_key)
                for each in changes
            ],
        )
    return 0


def _save(request: Request) -> int:
    words = request.words
    target = writable_file(words.output, force=words.force)
    with request.reading() as library:
        corpus = _corpus(request, library)
        path = library.presets.save(corpus.uid, target.stem, str(target))
    request.console.answer({"path": path})
    return 0


def _guideline(request: Request) -> int:
    from annotator.services.labels.guideline import guideline_html

    words = request.words
    target = writable_file(words.output, force=words.force)
    with request.reading() as library:
        book = library.codebook.whole(_corpus(request, library).uid)
    page = guideline_html(book, persons_language(words.language), request.console.render)
    try:
        write_atomically(target, page.encode())
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "{path} could not be written ({reason}). Choose another place.",
                path=words.output,
                reason=reason_of(error),
            )
        ) from error
    request.console.answer({"path": words.output, "labels": len(book.entries), "version": book.version})
    return 0
