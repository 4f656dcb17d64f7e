"""Clusters as the command line lists and names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator import ways
from annotator.errors import UserError
from annotator.messages import say
from annotator.model.review import cluster_uid
from annotator.model.rulings import ListedCluster
from annotator.model.span import covered_words
from annotator.services.lookup import corpus_key
from annotator.services.review.reading import Reader
from annotator.storage.repositories.spans import load_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.model.review import Cluster
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store


def clusters(store: Store, corpus: str, annotators: Sequence[str]) -> Iterator[ListedCluster]:
    """See `Review.clusters`."""
    with store.reading() as view:
        home = corpus_key(view, corpus)
        reader = Reader(view, home, annotators)
        for piece in reader.pieces(view.reviewed.compared(home)):
            texts = view.many.texts([each.key for each in piece])
            for examined in piece:
                for cluster in examined.clusters:
                    yield listed(cluster, texts[examined.key])


def listed(cluster: Cluster, text: str) -> ListedCluster:
    """A cluster with its words."""
    words = (covered_words(text, each.start, each.end, each.parts) for each in cluster.variants)
    return ListedCluster(cluster, tuple(words))


def home(store: Store, cluster: str) -> str:
    """See `Review.home`."""
    with store.reading() as view:
        key = view.decisions.home(cluster)
        found = _by_span(view, cluster) if key is None else view.documents.uids([key])[key]
    if found is None:
        raise UserError(
            say(
                "There is no cluster {uid} (any more). {way}",
                uid=cluster,
                way=ways.LIST_DIFFERENCES,
            )
        )
    return found


def _by_span(view: Repositories, cluster: str) -> str | None:
    """The document of a cluster nobody ruled on: its uid is made of one of its spans."""
    for document, start, end, label, parts in view.reviewed.places():
        named = label if not parts else f"{label} {load_parts(parts)}"
        if cluster_uid(document, start, end, named) == cluster:
            return document
    return None
