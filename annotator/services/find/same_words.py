"""The same words in one corpus: where they stand, and what one annotator's layers have there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.document import Status
from annotator.model.overlaps import Overlaps
from annotator.model.search import Candidate, HitState
from annotator.services.find.searching import hit_at
from annotator.services.lookup import document_key
from annotator.services.people import find_annotator
from annotator.storage.repositories.search import Names
from annotator.text.grab import kind_of
from annotator.text.longer_names import is_part_of_name
from annotator.text.matching import Wanted, is_whole, matcher

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from annotator.model.search import Action, HitSpan, Sought
    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.search import SpanRow, TextRow

    Check = Callable[[], None]

FRESH: Final = frozenset((HitState.BARE, HitState.NESTED))
"""What is ticked to be labelled: nobody has said yet what the words are.

Within a span of their own label words are ticked too where the person nests that label in itself.
"""

_TOGETHER: Final = 100
"""Documents whose spans are read together."""


@dataclass(frozen=True, slots=True)
class Page:
    """A document that may hold the words, with the layer on it.

    Attributes:
        row: the document.
        spans: of the layer, in reading order.
        over: the same, to be asked about places.
        is_done: whether the layer is done.
        is_own: whether it is the document that is worked in, where the person means what they do.
    """

    row: TextRow
    spans: list[SpanRow]
    over: Overlaps[SpanRow]
    is_done: bool
    is_own: bool

    @property
    def is_meant(self) -> bool:
        """Whether changes everywhere go here without being asked for."""
        return self.is_own or not self.is_done


class LayerPages:
    """Documents of one corpus with the layers of one annotator, within one read transaction."""

    def __init__(self, view: Repositories, corpus: int, owner: int) -> None:
        self._fresh = FRESH
        self._search = view.search
        self._owner = owner
        people = {key: who.uid for key, who in view.people.all().items()}
        self._names = Names(view.labels.all_uids(corpus), people)
        names = view.labels.all_names(corpus)
        self._kinds = {uid: kind_of(names.get(key, "")) for key, uid in self._names.labels.items()}
        self._takes_parts = False

    def ranges(self, document: int, label: str) -> set[tuple[int, int]]:
        """Where spans of a label stand in a document."""
        rows = self._search.spans([document], [self._owner]).get(document, [])
        return {row[:2] for row in rows if self._names.labels[row[2]] == label}

    def learn(self, ranges: Collection[tuple[int, int]]) -> None:
        """See from the ranges that have a label whether it is nested in itself."""
        furthest = 0
        for start, end in sorted(ranges, key=lambda each: (each[0], -each[1])):
            if start < furthest and end <= furthest:
                self._fresh = FRESH | {HitState.WITHIN_OWN}
            furthest = max(furthest, end)

    def learn_parts(self, text: str, ranges: Iterable[tuple[int, int]], label: str) -> None:
        """Who gave the label to a part of a longer name means such parts elsewhere too."""
        kind = self._kinds.get(label, "")
        self._takes_parts = any(is_part_of_name(text, start, end, kind) for start, end in ranges)

    def pages(self, texts: Iterator[TextRow], own: int, check: Check) -> Iterator[Page]:
        """These documents with their layers; `own` is the one that is worked in, `check` called between."""
        while together := list(islice(texts, _TOGETHER)):
            check()
            keys = [row.key for row in together]
            spans = self._search.spans(keys, [self._owner])
            statuses = self._search.statuses(keys, self._owner)
            for row in together:
                held = spans.get(row.key, [])
                is_done = statuses.get(row.key) is Status.DONE
                yield Page(row, held, Overlaps(held), is_done, row.key == own)

    def of_hit(self, page: Page, start: int, end: int, label: str) -> Candidate:
        """What giving a label to [start, end) would meet."""
        state, span = self._state(page, start, end, label)
        if state in self._fresh and self._is_part(page, start, end, label):
            state = HitState.IN_NAME
        if not is_whole(page.row.text, start, end):
            state = HitState.INSIDE_WORD
        return Candidate(
            hit_at(page.row, start, end, page.over, self._names),
            state,
            None if span is None else span.uid,
            "" if span is None else span.label,
            page.is_done,
            ticked=state in self._fresh and page.is_meant,
        )

    def is_fresh(self, page: Page, start: int, end: int, label: str) -> bool:
        """Whether giving a label to [start, end), whole words, would be proposed if the page is meant."""
        is_meant = self._state(page, start, end, label)[0] in self._fresh
        return is_meant and not self._is_part(page, start, end, label)

    def _is_part(self, page: Page, start: int, end: int, label: str) -> bool:
        """Whether a longer name holds the words; not where a span parts them from what follows."""
        if self._takes_parts or any(row[0] > end for row in page.over.over(end + 1, end + 2)):
            return False
        return is_part_of_name(page.row.text, start, end, self._kinds.get(label, ""))

    def _state(self, page: Page, start: int, end: int, label: str) -> tuple[HitState, HitSpan | None]:
        there = [self._names.span(span) for span in page.over.over(start, end)]
        return state_of(there, start, end, label)

    def of_span(
        self, page: Page, row: SpanRow, label: str, action: Action, only: str | None = None
    ) -> Candidate:
        """What relabelling or removing a span would meet; see `Propagating.candidates`."""
        span = self._names.span(row)
        state = HitState.SAME if span.label == label else HitState.OTHER
        meant = state is HitState.SAME if action == "remove" else state is HitState.OTHER
        if action == "relabel" and only is not None:
            meant = meant and span.label == only
        return Candidate(
            hit_at(page.row, span.start, span.end, page.over, self._names),
            state,
            span.uid,
            span.label,
            page.is_done,
            ticked=meant and page.is_meant,
        )


class SameWords:
    """Words of a document, to be found in its corpus, within one read transaction.

    Attributes:
        document: key of the document.
    """

    def __init__(self, view: Repositories, own: int, document: str, words: str, options: Sought) -> None:
        self._view = view
        self.document = document_key(view, document)
        self._corpus = view.documents.version(self.document).corpus
        self._layers = LayerPages(view, self._corpus, layer_owner(view, own, options.annotator))
        self._options = options
        self._finder = matcher(
            Wanted(
                words,
                words=options.words,
                case=options.case,
                diacritics=options.diacritics,
                tone=options.tone,
            )
        )

    def pages(self, check: Check) -> Iterator[Page]:
        """Documents that may hold the words, in import order; `check` is called between them."""
        options = self._options
        chosen = [document_key(self._view, uid) for uid in options.documents] if options.documents else None
        texts = self._view.search.texts(
            self._corpus, self._finder.probe, status=options.status, documents=chosen
        )
        return self._layers.pages(texts, self.document, check)

    def learn(self, label: str, place: tuple[int, int] | None = None) -> None:
        """Tick words within spans of their own label, or within longer names, if the person does so here.

        Args:
            label: uid of the label to give.
            place: a range in the document that may not be saved yet and has the label.
        """
        ranges = self._layers.ranges(self.document, label) | ({place} if place else set())
        self._layers.learn(ranges)
        text = self._view.documents.text(self.document)
        alike = [each for each in ranges if self._finder.fits(text[each[0] : each[1]])]
        self._layers.learn_parts(text, alike, label)

    def fresh_hits(self, page: Page, label: str) -> list[tuple[int, int]]:
        """The hits of a document that may well get the label: bare, or nested within or around others."""
        text = page.row.text
        hits = self._finder.find_all(text)
        if not self._options.words:  # a hit inside a word is never proposed
            hits = [hit for hit in hits if is_whole(text, *hit)]
        return [hit for hit in hits if self._layers.is_fresh(page, *hit, label)]

    def candidates(self, label: str, action: Action, only: str | None, check: Check) -> Iterator[Candidate]:
        """All places, in the order of documents and texts; see `Propagating.candidates`."""
        if action == "label":
            self.learn(label)
        for page in self.pages(check):
            if action == "label":
                for start, end in self._finder.find_all(page.row.text):
                    yield self._layers.of_hit(page, start, end, label)
                continue
            for span in page.spans:
                if self._finder.fits(page.row.text[span[0] : span[1]]):
                    yield self._layers.of_span(page, span, label, action, only)


def state_of(there: Sequence[HitSpan], start: int, end: int, label: str) -> tuple[HitState, HitSpan | None]:
    """What a place [start, end) is to a label, and the span of just that range, if any.

    Args:
        there: the spans of the layer that overlap it.
        start: first code point.
        end: code point after the last one.
        label: uid.
    """
    if not there:
        return HitState.BARE, None
    exact = [span for span in there if (span.start, span.end) == (start, end)]
    same = next((span for span in exact if span.label == label), None)
    if same is not None:
        return HitState.SAME, same
    if exact:
        return HitState.OTHER, exact[0]
    if not all(_is_nested(span, start, end) for span in there):
        return HitState.OVERLAPS, None
    is_own = any(span.label == label for span in there)
    return (HitState.WITHIN_OWN if is_own else HitState.NESTED), None


def _is_nested(span: HitSpan, start: int, end: int) -> bool:
    """Whether [start, end) lies in the span or holds it."""
    return (span.start <= start and end <= span.end) or (start <= span.start and span.end <= end)


def layer_owner(view: Repositories, own: int, annotator: str | None) -> int:
    """Key of whose layers are meant: the annotator of that uid or name, the own without one.

    Raises:
        UserError: there is none.
    """
    if annotator is None:
        return view.people.main_key(own)
    found = find_annotator(view, annotator)
    key = None if found is None else view.people.key_of(found.uid)
    if key is None:
        raise UserError(say("There is no annotator {uid} in this library.", uid=annotator))
    return key
