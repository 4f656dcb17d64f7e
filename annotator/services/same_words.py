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
from annotator.services.lookup import document_key
from annotator.services.people import find_annotator
from annotator.services.searching import hit_at
from annotator.storage.repositories.search import Names
from annotator.text.matching import Wanted, is_whole, matcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.model.search import Action, HitSpan, Sought
    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.search import TextRow

    Check = Callable[[], None]

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
    spans: list[HitSpan]
    over: Overlaps[HitSpan]
    is_done: bool
    is_own: bool


class SameWords:
    """Words of a document, to be found in its corpus, within one read transaction.

    Attributes:
        document: key of the document.
    """

    def __init__(self, view: Repositories, own: int, document: str, words: str, options: Sought) -> None:
        self._view = view
        self.document = document_key(view, document)
        self._corpus = view.documents.version(self.document).corpus
        self._owner = layer_owner(view, own, options.annotator)
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
        people = {key: who.uid for key, who in view.people.all().items()}
        self._names = Names(view.labels.all_uids(self._corpus), people)

    def pages(self, check: Check) -> Iterator[Page]:
        """Documents that may hold the words, in import order; `check` is called between them."""
        options, search = self._options, self._view.search
        chosen = [document_key(self._view, uid) for uid in options.documents] if options.documents else None
        texts = search.texts(self._corpus, self._finder.probe, status=options.status, documents=chosen)
        while together := list(islice(texts, _TOGETHER)):
            check()
            keys = [row.key for row in together]
            spans = search.spans(keys, [self._owner], self._names)
            statuses = search.statuses(keys, self._owner)
            for row in together:
                held = spans.get(row.key, [])
                is_done = statuses.get(row.key) is Status.DONE
                yield Page(row, held, Overlaps(held), is_done, row.key == self.document)

    def bare_hits(self, page: Page) -> list[tuple[int, int]]:
        """The hits of a document that no span touches."""
        return [hit for hit in self._finder.find_all(page.row.text) if not page.over.over(*hit)]

    def candidates(self, label: str, action: Action, only: str | None, check: Check) -> Iterator[Candidate]:
        """All places, in the order of documents and texts; see `Propagating.candidates`."""
        for page in self.pages(check):
            if action == "label":
                for start, end in self._finder.find_all(page.row.text):
                    yield self._of_hit(page, start, end, label)
                continue
            for span in page.spans:
                if self._finder.fits(page.row.text[span.start : span.end]):
                    yield _of_span(page, span, label, action, only)

    def _of_hit(self, page: Page, start: int, end: int, label: str) -> Candidate:
        state, span = state_of(page.over, start, end, label)
        if not self._options.words and not is_whole(page.row.text, start, end):
            state = HitState.INSIDE_WORD
        return Candidate(
            hit_at(page.row, start, end, page.over),
            state,
            None if span is None else span.uid,
            "" if span is None else span.label,
            page.is_done,
            ticked=state is HitState.BARE and (page.is_own or not page.is_done),
        )


def _of_span(page: Page, span: HitSpan, label: str, action: Action, only: str | None) -> Candidate:
    state = HitState.SAME if span.label == label else HitState.OTHER
    meant = state is HitState.SAME if action == "remove" else state is HitState.OTHER
    if action == "relabel" and only is not None:
        meant = meant and span.label == only
    return Candidate(
        hit_at(page.row, span.start, span.end, page.over),
        state,
        span.uid,
        span.label,
        page.is_done,
        ticked=meant and (page.is_own or not page.is_done),
    )


def state_of(over: Overlaps[HitSpan], start: int, end: int, label: str) -> tuple[HitState, HitSpan | None]:
    """What spans of a layer there are at [start, end), and the one of just that range, if any."""
    there = over.over(start, end)
    if not there:
        return HitState.BARE, None
    exact = [span for span in there if (span.start, span.end) == (start, end)]
    same = next((span for span in exact if span.label == label), None)
    if same is not None:
        return HitState.SAME, same
    return (HitState.OTHER, exact[0]) if exact else (HitState.OVERLAPS, None)


def layer_owner(view: Repositories, own: int, annotator: str | None) -> int:
    """Key of whose layers are meant: the annotator of that uid or name, the own without one.

    Raises:
        UserError: there is none.
    """
    if annotator is None:
        return own
    found = find_annotator(view, annotator)
    key = None if found is None else view.people.key_of(found.uid)
    if key is None:
        raise UserError(say("There is no annotator {uid} in this library.", uid=annotator))
    return key
