"""Use-cases of finding: hits in context over a corpus, counted, in the order asked for."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple, TextIO

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.label import name_key
from annotator.model.overlaps import Overlaps
from annotator.model.plain_table import no_formula
from annotator.model.search import Found, Hit, HitPage, Mark, Sought
from annotator.services.lookup import corpus_key, document_key
from annotator.storage.repositories.search import Names, folded_text
from annotator.storage.tables import COUNTED_KINDS
from annotator.text.contexts import around
from annotator.text.fold import fold
from annotator.text.matching import PATTERN_SECONDS, Wanted, find_all, matcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotator.model.search import Order
    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.search import SpanRow, TextRow
    from annotator.storage.store import Store
    from annotator.text.matching import Matcher

    Check = Callable[[], None]

PAGE: Final = 200
"""Hits of one page."""

_TOGETHER: Final = 100
"""Documents whose spans are read together."""

_NAMED_TOGETHER: Final = 5_000
"""Documents whose uids are asked for in one statement."""

_SLICE: Final = 100_000
"""Characters that are folded in one go while nobody waits: some ten milliseconds."""


def _unwatched() -> None:
    """Nobody wants to stop it."""


class _Place(NamedTuple):
    """One hit, before its context is read: sort key, document, range."""

    context: str
    document: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where to look, in keys."""

    corpus: int
    documents: list[int] | None
    owners: list[int]
    labels: frozenset[int] | None
    names: Names
    covered: bool | None = None


class Searching:
    """Finding in a library."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._folded_up_to = 0

    @staticmethod
    def in_text(text: str, wanted: Wanted, seconds: float = PATTERN_SECONDS) -> list[tuple[int, int]]:
        """As `annotator.text.matching.find_all`."""
        return find_all(text, wanted, seconds)

    def page(
        self,
        corpus: str,
        sought: Sought,
        *,
        order: Order = "text",
        after: Mark | None = None,
        limit: int = PAGE,
        check: Check = _unwatched,
    ) -> HitPage:
        """Hits in context, the first ones in that order or those behind `after`.

        In the order of the text nothing is read beyond the page; in any other order all hits are found
        first.

        Args:
            corpus: uid.
            sought: what, and where.
            order: by document and place, or by the folded words before ("left", the nearest first) or after.
            after: the mark of the page before.
            limit: of hits.
            check: called between documents; what it raises ends the search.

        Raises:
            UserError: nothing that can be looked for, a pattern that is none or takes too long, or no such
                corpus, document or annotator.
        """
        with self._store.reading() as view:
            scope = _scope(view, corpus, sought)
            places = _places(view, scope, sought, check, order, after)
            chosen = list(islice(places, limit + 1)) if order == "text" else nsmallest(limit + 1, places)
            shown = chosen[:limit]
            hits = tuple(_in_context(view, scope, shown))
        last = shown[-1] if shown else None
        mark = None if last is None else Mark(last.context, last.document, last.start)
        return HitPage(hits, len(chosen) > limit, mark)

    def count(self, corpus: str, sought: Sought, check: Check = _unwatched) -> Found:
        """How many hits there are in all, which takes as long as looking at every document does.

        Raises:
            UserError: as `page`.
        """
        hits, documents, last = 0, 0, None
        with self._store.reading() as view:
            for place in _places(view, _scope(view, corpus, sought), sought, check):
                hits += 1
                documents += place.document != last
                last = place.document
        return Found(hits, documents)

    def hits(
        self,
        corpus: str,
        sought: Sought,
        *,
        order: Order = "text",
        limit: int | None = None,
        check: Check = _unwatched,
    ) -> Iterator[Hit]:
        """All hits in context, or the first ones; in the order of the text they need not fit into memory.

        Raises:
            UserError: as `page`.
        """
        with self._store.reading() as view:
            scope = _scope(view, corpus, sought)
            places: Iterable[_Place] = _places(view, scope, sought, check, order)
            if order != "text":
                places = sorted(places) if limit is None else nsmallest(limit, places)
            rest = islice(places, limit)
            while piece := list(islice(rest, PAGE)):
                yield from _in_context(view, scope, piece)

    def csv(
        self,
        corpus: str,
        sought: Sought,
        stream: TextIO,
        *,
        order: Order = "text",
        limit: int | None = None,
        check: Check = _unwatched,
    ) -> int:
        """Write all hits, or the first ones, as CSV, one a line under a header; how many there were.

        Labels of spans that cover the hit stand in one column, joined by "; ". What a spreadsheet would take
        for a formula gets an apostrophe before it.

        Raises:
            UserError: as `page`.
        """
        names = self._label_names(corpus)
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(("document", "title", "status", "start", "end", "left", "match", "right", "labels"))
        number = 0
        for hit in self.hits(corpus, sought, order=order, limit=limit, check=check):
            number += 1
            words = (hit.left, hit.match, hit.right, "; ".join(_labels_on(hit, names)))
            place = (hit.document, no_formula(hit.title), hit.status.value, hit.start, hit.end)
            out.writerow((*place, *map(no_formula, words)))
        return number

    def _label_names(self, corpus: str) -> dict[str, str]:
        with self._store.reading() as view:
            return {label.uid: label.name for label in view.labels.usable(corpus_key(view, corpus)).values()}

    def tags(self, corpus: str) -> dict[str, tuple[str, ...]]:
        """The tags of the living documents of a corpus that have any, by uid.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            found = view.figures.tags(corpus_key(view, corpus))
            uids: dict[int, str] = {}
            keys = iter(found)
            while together := list(islice(keys, _NAMED_TOGETHER)):
                uids |= view.documents.uids(together)
        return {uids[key]: tuple(tags) for key, tags in found.items()}

    def fold_some(self) -> bool:
        """Keep the folded texts of some documents, which makes searches quicker; whether some are left.

        For the writer's thread, when it is idle: takes some ten milliseconds.

        Raises:
            EnvironmentProblem: they could not be saved.
        """
        if self._store.is_read_only:
            return False
        with self._store.reading() as view:
            texts = view.search.not_folded(self._folded_up_to, _SLICE)
        if not texts:
            return False
        folded = {key: folded_text(text) for key, text in texts}
        with self._store.saving() as unit:
            unit.search.keep_folded(folded)
            unit.commit()
        self._folded_up_to = texts[-1][0]
        return True


def _scope(view: Repositories, corpus: str, sought: Sought) -> _Scope:
    home = corpus_key(view, corpus)
    names = Names(view.labels.all_uids(home), {key: who.uid for key, who in view.people.all().items()})
    labels = None
    if sought.labels:
        labels = frozenset(key for key, uid in names.labels.items() if uid in sought.labels)
    documents = _documents(view, home, sought)
    return _Scope(home, documents, _owners(view, sought.annotator), labels, names, sought.covered)


def _documents(view: Repositories, corpus: int, sought: Sought) -> list[int] | None:
    """Keys of the only documents that are looked at; None for all."""
    chosen = [document_key(view, uid) for uid in sought.documents] if sought.documents else None
    if not sought.tag:
        return chosen
    wanted = name_key(sought.tag)
    tagged = [
        key for key, tags in view.figures.tags(corpus).items() if any(name_key(tag) == wanted for tag in tags)
    ]
    return tagged if chosen is None else sorted(set(tagged) & set(chosen))


def _owners(view: Repositories, annotator: str | None) -> list[int]:
    people = view.people.all()
    if annotator is None:
        return [key for key, who in people.items() if who.kind.value in COUNTED_KINDS]
    found = [key for key, who in people.items() if who.uid == annotator]
    if not found:
        raise UserError(say("There is no annotator {uid} in this library.", uid=annotator))
    return found


def _places(
    view: Repositories,
    scope: _Scope,
    sought: Sought,
    check: Check,
    order: Order = "text",
    after: Mark | None = None,
) -> Iterator[_Place]:
    """Every hit behind `after`, in the order of the text."""
    finder = _finder(sought)
    first = after.document if after is not None and order == "text" else 0
    texts = view.search.texts(
        scope.corpus,
        None if finder is None else finder.probe,
        first=first,
        status=sought.status,
        documents=scope.documents,
        labels=scope.labels,
    )
    behind = None if after is None else (after.context, after.document, after.start)
    for row, hits in _hits(view, scope, texts, finder, check):
        for start, end in hits:
            place = _Place(_sort_key(row.text, start, end, order), row.key, start, end)
            if behind is None or place[:3] > behind:
                yield place


def _finder(sought: Sought) -> Matcher | None:
    """What finds the words; None where the spans of the labels are the hits."""
    if not sought.text and sought.labels:
        return None
    return matcher(
        Wanted(sought.text, sought.regex, sought.words, sought.case, sought.diacritics, sought.tone)
    )


def _hits(
    view: Repositories,
    scope: _Scope,
    texts: Iterator[TextRow],
    finder: Matcher | None,
    check: Check,
) -> Iterator[tuple[TextRow, list[tuple[int, int]]]]:
    """The documents with their hits, those without one too."""
    labels = scope.labels
    if labels is None and scope.covered is None:
        for row in texts:
            check()
            yield row, [] if finder is None else finder.find_all(row.text)
        return
    for together in _growing(texts):
        spans = view.search.spans([row.key for row in together], scope.owners)
        for row in together:
            check()
            marked = [span for span in spans.get(row.key, ()) if labels is None or span[2] in labels]
            wants_covered = scope.covered is not False
            if finder is None:
                yield row, list(dict.fromkeys(span[:2] for span in marked)) if wants_covered else []
            elif marked or not wants_covered:
                yield row, _by_cover(finder.find_all(row.text), marked, covered=wants_covered)


def _by_cover(hits: list[tuple[int, int]], marked: list[SpanRow], *, covered: bool) -> list[tuple[int, int]]:
    """The hits that one of the spans covers, or those that none does."""
    over = Overlaps(marked)
    return [
        (start, end)
        for start, end in hits
        if any(span[0] <= start and end <= span[1] for span in over.over(start, end)) is covered
    ]


def _growing(texts: Iterator[TextRow]) -> Iterator[list[TextRow]]:
    """Documents to look at together: few at first, so that the first page is there soon."""
    size = 10
    while together := list(islice(texts, size)):
        yield together
        size = _TOGETHER


def _labels_on(hit: Hit, names: Mapping[str, str]) -> list[str]:
    """Names of the labels whose spans cover a hit, each once."""
    covering = (span for span in hit.spans if span.start <= hit.start and hit.end <= span.end)
    return list(dict.fromkeys(names.get(span.label, span.label) for span in covering))


def _sort_key(text: str, start: int, end: int, order: Order) -> str:
    if order == "text":
        return ""
    left, right = around(text, start, end)
    if order == "right":
        return fold(right).strip()
    return " ".join(reversed(fold(left).split()))


def _in_context(view: Repositories, scope: _Scope, places: Sequence[_Place]) -> Iterator[Hit]:
    """The hits of these places, in their order."""
    keys = list(dict.fromkeys(place.document for place in places))
    rows = {row.key: row for row in view.search.texts(scope.corpus, None, documents=keys)}
    spans = view.search.spans(keys, scope.owners)
    over = {key: Overlaps(spans.get(key, [])) for key in keys}
    for place in places:
        yield hit_at(rows[place.document], place.start, place.end, over[place.document], scope.names)


def hit_at(row: TextRow, start: int, end: int, spans: Overlaps[SpanRow], names: Names) -> Hit:
    """The hit of a range in a document, in its context, with the spans there."""
    left, right = around(row.text, start, end)
    return Hit(
        document=row.uid,
        title=row.title,
        status=row.status,
        start=start,
        end=end,
        left=left,
        match=row.text[start:end],
        right=right,
        spans=tuple(names.span(span) for span in spans.over(start - len(left), end + len(right))),
    )
