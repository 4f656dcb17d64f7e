"""The command about differences between annotators: list them, rule on one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.cli.request import label_named, person_named
from annotator.errors import UserError
from annotator.messages import say
from annotator.model.document import AnnotatorKind, names_apart
from annotator.model.review import GoldRange, Premerge, Ruling, Verdict

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from annotator.cli.request import Commands, Request
    from annotator.messages import Message
    from annotator.model.label import Label
    from annotator.model.review import Cluster, ReviewedDocument, Variant
    from annotator.model.rulings import ListedCluster
    from annotator.services.library import Library


def add_commands(commands: Commands) -> None:
    """Put the command and its action in."""
    render = commands.render
    parser = commands.add("review", say("list where annotators differ, or rule on it"), _list)
    commands.corpus_option(parser, required=False)
    parser.add_argument(
        "--annotators",
        metavar="A,B,...",
        help=render(say("whose layers to compare, by name or uid; without it those of all people")),
    )
    parser.add_argument(
        "--premerge",
        choices=[each.value for each in Premerge],
        help=render(say("first take into gold what all, or most, agree on; what has a verdict stays")),
    )
    actions = commands.below(parser, "action", required=False)
    decide = actions.add("decide", say("rule on one difference; can be undone"), _decide)
    decide.add_argument("cluster", metavar="CLUSTER-UID", help=render(say("as the list names it")))
    _add_verdicts(actions, decide)
    decide.add_argument("--label", metavar="L", help=render(say("take it with this label instead")))
    decide.add_argument("--start", metavar="S", type=int, help=render(say("take it from here instead")))
    decide.add_argument("--end", metavar="E", type=int, help=render(say("take it up to here instead")))
    decide.add_argument("--reason", metavar="TEXT", default="", help=render(say("why, in your words")))
    decide.add_argument(
        "--annotator", metavar="REVIEWER", help=render(say("who rules; without it the library's owner"))
    )


def _add_verdicts(actions: Commands, decide: argparse.ArgumentParser) -> None:
    render = actions.render
    verdicts = decide.add_mutually_exclusive_group(required=True)
    verdicts.add_argument(
        "--take",
        metavar="N",
        type=int,
        help=render(say("take the variant of that number into gold")),
    )
    verdicts.add_argument(
        "--take-all", action="store_true", help=render(say("take all variants into gold: true nesting"))
    )
    verdicts.add_argument("--reject", action="store_true", help=render(say("none of them is right")))
    verdicts.add_argument("--defer", action="store_true", help=render(say("put it off; it stays open")))


# ---------------------------------------------------------------------- list


def _list(request: Request) -> int:
    words = request.words
    if words.corpus is None:
        words.misused("the following arguments are required: --corpus")
    with request.writing() if words.premerge else request.reading() as library:
        corpus = library.corpora.named(words.corpus).uid
        named = [name.strip() for name in (words.annotators or "").split(",") if name.strip()]
        people = [person_named(library, name).uid for name in named]
        if words.premerge:
            _premerge(request, library, corpus)
        names = _Names(library, corpus)
        clusters = library.review.clusters(corpus, people)
        if request.console.as_json:
            request.console.array(map(names.json, clusters))
        else:
            _print(request, names, clusters)
    return 0


def _premerge(request: Request, library: Library, corpus: str) -> None:
    how = Premerge(request.words.premerge)
    outcome = library.review.premerge(corpus, how, progress=request.console.progress)
    done = outcome.value
    request.console.tell(
        *outcome.warnings,
        say(
            "{count} cluster taken into gold. Differences left to rule on: {left}.|{count} clusters taken "
            "into gold. Differences left to rule on: {left}.",
            count=done.clusters,
            left=done.open,
        ),
    )


def _print(request: Request, names: _Names, clusters: Iterator[ListedCluster]) -> None:
    heads = (say("text"), say("class"), say("variants"), say("verdict"), say("uid"))
    none = say("No document of this corpus has layers of two people or more, so there is nothing to compare.")
    request.console.table(heads, map(names.row, clusters), none=none, shortened=0)


class _Names:
    """People and labels of a corpus by uid, for what is printed."""

    def __init__(self, library: Library, corpus: str) -> None:
        self._people: Mapping[str, str] = names_apart(library.people.list())
        self._labels: Mapping[str, Label] = library.review.labels(corpus)

    def json(self, listed: ListedCluster) -> dict[str, object]:
        """A cluster as the contract has it."""
        cluster = listed.cluster
        return {
            "uid": cluster.uid,
            "document": cluster.document,
            "class": cluster.difference.value,
            "unanimous": cluster.is_unanimous,
            "variants": [
                {
                    "annotators": [self._people[uid] for uid in variant.annotators],
                    "start": variant.start,
                    "end": variant.end,
                    "label": self._label(variant),
                    "text": words,
                }
                for variant, words in zip(cluster.variants, listed.words, strict=True)
            ],
            "verdict": None if cluster.decision is None else cluster.decision.verdict.value,
        }

    def row(self, listed: ListedCluster) -> tuple[str, ...]:
        """A cluster as a line of the table."""
        cluster = listed.cluster
        variants = "; ".join(
            f"{number}: {self._label(each)} {each.start}–{each.end} ({self._names(each)})"
            for number, each in enumerate(cluster.variants, 1)
        )
        verdict = "–" if cluster.decision is None else cluster.decision.verdict.value
        return (listed.words[0], cluster.difference.value, variants, verdict, cluster.uid)

    def _label(self, variant: Variant) -> str:
        label = self._labels.get(variant.label)
        return variant.label if label is None else label.name

    def _names(self, variant: Variant) -> str:
        return ", ".join(self._people[uid] for uid in variant.annotators)


# ---------------------------------------------------------------------- decide


def _decide(request: Request) -> int:
    words = request.words
    edits = (words.label, words.start, words.end)
    if words.take is None and any(each is not None for each in edits):
        words.misused("the following arguments are required: --take")
    with request.writing() as library:
        document = library.review.document(library.review.home(words.cluster))
        cluster = next((each for each in document.clusters if each.is_called(words.cluster)), None)
        if cluster is None:
            raise UserError(_gone(words.cluster))
        verdict, takes = _ruled(request, library, document, cluster)
        ruling = Ruling(cluster.document, cluster.uid, verdict, takes, reason=words.reason)
        ruled = library.review.decide(ruling, _reviewer(library, words.annotator)).value
        listed = library.review.listed(ruled)
        names = _Names(library, document.document.corpus)
        request.console.document(names.json(listed))
        if not request.console.as_json:
            _print(request, names, iter([listed]))
    return 0


def _gone(uid: str) -> Message:
    return say(
        "There is no cluster {uid} (any more). `annotator review --corpus NAME` lists those there are.",
        uid=uid,
    )


def _reviewer(library: Library, name: str | None) -> str | None:
    return None if name is None else library.people.annotator(name, AnnotatorKind.PERSON).uid


def _ruled(
    request: Request, library: Library, document: ReviewedDocument, cluster: Cluster
) -> tuple[Verdict, tuple[GoldRange, ...]]:
    """What the words rule."""
    words = request.words
    if words.reject or words.defer:
        return (Verdict.REJECT if words.reject else Verdict.DEFER), ()
    if words.take_all:
        return Verdict.TAKE, tuple(map(_range, cluster.variants))
    if not 1 <= words.take <= len(cluster.variants):
        raise UserError(
            say(
                "This cluster has no variant {number}: they are counted from 1 to {last}.",
                number=words.take,
                last=len(cluster.variants),
            )
        )
    taken = _range(cluster.variants[words.take - 1])
    home, label = document.document.corpus, taken.label
    if words.label is not None:
        label = label_named(library, home, words.label).uid
    start = taken.start if words.start is None else words.start
    end = taken.end if words.end is None else words.end
    parts = taken.parts if (start, end) == (taken.start, taken.end) else None
    return Verdict.TAKE, (GoldRange(start, end, label, parts=parts),)


def _range(variant: Variant) -> GoldRange:
    return GoldRange(variant.start, variant.end, variant.label, parts=variant.parts)
