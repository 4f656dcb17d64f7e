"""Going from one open difference to the next across documents, and to those that are like one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.messages import say
from annotator.model.document import Status
from annotator.model.review import GoldRange, ReviewFilter, Ruling
from annotator.model.rulings import Alike, AlikeFound
from annotator.model.span import covered_words
from annotator.services.lookup import corpus_key, document_key
from annotator.services.review.deciding import cluster_named, examine
from annotator.services.review.reading import Reader
from annotator.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from annotator.messages import Message
    from annotator.model.review import Cluster, Variant
    from annotator.model.span import Parts
    from annotator.services.review.figuring import Figuring
    from annotator.services.review.reading import Examined
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store

    Check = Callable[[], None]
    Pattern = tuple[object, ...]

_AROUND: Final = 40
_PIECE: Final = 50


def unchecked() -> None:
    """Nobody wants to stop it."""


def passes(cluster: Cluster, chosen: ReviewFilter) -> bool:
    """Whether the filter lets a cluster through."""
    if chosen.open_only and not cluster.is_open_difference:
        return False
    if chosen.differences and cluster.difference not in chosen.differences:
        return False
    if chosen.labels and not any(variant.label in chosen.labels for variant in cluster.variants):
        return False
    return chosen.pair is None or _differ(cluster, *chosen.pair)


def _differ(cluster: Cluster, one: str, other: str) -> bool:
    """Whether two annotators marked a cluster differently; who has no layer does not differ."""
    if not {one, other} <= set(cluster.voters):
        return False
    return any((one in each.annotators) != (other in each.annotators) for each in cluster.variants)


def next_open(
    store: Store,
    figuring: Figuring,
    corpus: str,
    document: str | None,
    cluster: str | None,
    chosen: ReviewFilter,
    *,
    backwards: bool,
    check: Check,
) -> tuple[str, str] | None:
    """See `Review.next_open`."""
    with store.reading() as view:
        home = corpus_key(view, corpus)
        reader = Reader(view, home, chosen.annotators)
        here = None if document is None else reader.one(document_key(view, document))
        leaves = here is None or (cluster is None and here.gold_status is Status.DONE)
        fitting = [] if here is None or leaves else _fitting(here, chosen, backwards=backwards)
        behind = _behind(here, fitting, cluster, backwards=backwards)
        if here is not None and behind:
            return here.uid, behind[0].uid
        for other in _others(view, figuring, home, here, chosen, backwards=backwards, check=check):
            found = _fitting(other, chosen, backwards=backwards)
            if found:
                return other.uid, found[0].uid
        if here is not None and fitting:
            return here.uid, fitting[0].uid
    return None


def _fitting(examined: Examined, chosen: ReviewFilter, *, backwards: bool) -> list[Cluster]:
    found = [cluster for cluster in examined.clusters if passes(cluster, chosen)]
    return found[::-1] if backwards else found


def _behind(
    examined: Examined | None, fitting: Sequence[Cluster], cluster: str | None, *, backwards: bool
) -> list[Cluster]:
    """Those of the fitting clusters that come after the named one on the way; all without a name."""
    joined = None if examined is None or cluster is None else examined.named(cluster)
    if examined is None or joined is None:
        return list(fitting)
    order = {each.uid: place for place, each in enumerate(examined.clusters)}
    here = order[joined.cluster.uid]
    return [each for each in fitting if (order[each.uid] < here if backwards else order[each.uid] > here)]


def _others(
    view: Repositories,
    figuring: Figuring,
    home: int,
    here: Examined | None,
    chosen: ReviewFilter,
    *,
    backwards: bool,
    check: Check,
) -> Iterator[Examined]:
    """The other documents that can be decided, from the next one round to the one before."""
    keys = view.reviewed.compared(home)
    at = 0 if here is None else here.key
    ahead = [key for key in keys if (key < at if backwards else key > at)]
    rest = [key for key in keys if (key > at if backwards else key < at)]
    way = [*(ahead[::-1] if backwards else ahead), *(rest[::-1] if backwards else rest)]
    reader = Reader(view, home, chosen.annotators)
    for begin in range(0, len(way), _PIECE):
        check()
        piece = way[begin : begin + _PIECE]
        if chosen.open_only:
            figures = dict(figuring.of_keys(view, home, piece, chosen.annotators))
            piece = [key for key in piece if key in figures and figures[key].open]
        for key in piece:
            examined = reader.one(key)
            if examined is None or examined.gold_status is Status.DONE or examined.is_waiting:
                continue
            yield examined


# ---------------------------------------------------------------------- clusters that are alike


def alike(store: Store, document: str, cluster: str, annotators: Sequence[str], check: Check) -> AlikeFound:
    """See `Review.alike`."""
    with store.reading() as view:
        examined = examine(view, document, annotators)
        own = cluster_named(examined, cluster).cluster
        text = view.documents.text(examined.key)
        pattern = _pattern(own, text)
        home = view.documents.version(examined.key).corpus
        words = text[own.start : own.end]
        holding = {row.key: row.text for row in view.search.texts(home, fold(words)) if words in row.text}
        found: list[Alike] = []
        waiting = 0
        reader = Reader(view, home, annotators)
        keys, marked = list(holding), _words(own.variants[0], text)
        for begin in range(0, len(keys), _PIECE):
            check()
            piece = view.reviewed.with_words(keys[begin : begin + _PIECE], marked)
            for other in reader.each(sorted(piece)):
                places = list(_alike_in(other, holding[other.key], pattern, own.uid))
                is_left = other.is_waiting and other.uid != document
                waiting += bool(places) and is_left
                found += [] if is_left else places
        return AlikeFound(tuple(sorted(found, key=lambda each: each.document != document)), waiting)


def _alike_in(examined: Examined, text: str, pattern: Pattern, besides: str) -> Iterator[Alike]:
    for cluster in examined.clusters:
        if cluster.uid != besides and cluster.is_open and _pattern(cluster, text) == pattern:
            start, end = cluster.start, cluster.end
            yield Alike(
                examined.uid,
                examined.title,
                cluster,
                _flat(text[max(0, start - _AROUND) : start]),
                _flat(text[start:end]),
                _flat(text[end : end + _AROUND]),
            )


def _words(variant: Variant, text: str) -> str:
    return covered_words(text, variant.start, variant.end, variant.parts)


def _pattern(cluster: Cluster, text: str) -> Pattern:
    """Equal for clusters in which the same people mark the same words in the same way."""
    start = cluster.start
    variants = sorted(
        (each.start - start, each.end - start, each.label, str(_moved(each.parts, -start)), each.annotators)
        for each in cluster.variants
    )
    return (text[start : cluster.end], cluster.voters, tuple(variants))


def rulings_alike(ruling: Ruling, start: int, others: Sequence[Alike]) -> list[Ruling]:
    """The same ruling for each of these clusters.

    Args:
        ruling: on a cluster that begins at `start`.
        start: code point.
        others: clusters that are alike.
    """
    return [
        Ruling(
            each.document,
            each.cluster.uid,
            ruling.verdict,
            tuple(_shifted(taken, each.cluster.start - start) for taken in ruling.takes),
            ruling.category,
            ruling.reason,
            "alike",
        )
        for each in others
    ]


def said_of_alike(others: Sequence[Alike]) -> Message:
    """What the history says of a ruling on clusters that are alike."""
    return say(
        "{count} difference decided alike: “{words}”|{count} differences decided alike: “{words}”",
        count=len(others),
        words=others[0].words if others else "",
    )


def _shifted(taken: GoldRange, by: int) -> GoldRange:
    return GoldRange(taken.start + by, taken.end + by, taken.label, parts=_moved(taken.parts, by))


def _moved(parts: Parts | None, by: int) -> Parts | None:
    return None if parts is None else tuple((start + by, end + by) for start, end in parts)


def _flat(words: str) -> str:
    """On one line, each blank one blank, so that its length stays."""
    return "".join(" " if sign.isspace() else sign for sign in words)
