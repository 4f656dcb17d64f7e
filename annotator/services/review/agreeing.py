"""How far annotators agree, and the spans behind each figure; the same for window and command.

Each answer is reckoned from one consistent state, on a reading connection of its own, while saving goes on.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations, islice
from typing import TYPE_CHECKING, Final

from annotator.agreement.behind import behind
from annotator.agreement.by_chance import chance_figures
from annotator.agreement.gathering import Gathering
from annotator.agreement.report import AgreementReport, AgreementScope, PersonFigures
from annotator.agreement.trend import monday_of, trend
from annotator.services.review.comparing import Comparing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from annotator.agreement.compared import Compared
    from annotator.agreement.report import FigureRef, PlacePair
    from annotator.storage.store import Store

_SHOWN: Final = 500
_EVERYTHING: Final = AgreementScope()


class Agreeing:
    """Compares annotators of a corpus."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def report(
        self,
        corpus: str,
        scope: AgreementScope = _EVERYTHING,
        by_chance: bool = False,
        go_on: Callable[[int, int], None] | None = None,
    ) -> AgreementReport:
        """All figures of a corpus.

        Args:
            corpus: uid.
            scope: whose layers on which documents.
            by_chance: also kappa, alpha-U and gamma, which take longer and hold all texts.
            go_on: called with (done, total) of what takes long; what it raises ends the reckoning.

        Raises:
            UserError: there is no such corpus, annotator or document.
        """
        with self._store.reading() as view:
            comparing = Comparing(view, corpus, scope)
            gathering = Gathering([each.uid for each in comparing.people], tuple(comparing.labels))
            looked: Counter[str] = Counter()
            marked: Counter[str] = Counter()
            kept: list[Compared] = []
            for document, compared in comparing.documents():
                gathering.add(compared, document.title)
                looked.update(compared.layers.keys())
                marked.update({uid: len(spans) for uid, spans in compared.layers.items()})
                if by_chance:
                    kept.append(compared)
            changed = comparing.last_changed()
        whole, pairs, by_label = gathering.figures()
        return AgreementReport(
            corpus=comparing.corpus.name,
            people=tuple(
                PersonFigures(each, looked[each.uid], marked[each.uid]) for each in comparing.people
            ),
            labels=comparing.labels,
            documents=len(gathering.documents),
            whole=whole,
            pairs=pairs,
            by_label=by_label,
            by_document=tuple(gathering.documents),
            confusion=gathering.confusion,
            edges=tuple(gathering.edges),
            weeks=tuple(
                trend(
                    (changed[each.document], each.counts)
                    for each in gathering.documents
                    if each.document in changed
                )
            ),
            hulls=gathering.hulls,
            chance=chance_figures(gathering, kept, go_on) if by_chance else None,
        )

    def spans_behind(
        self, corpus: str, figure: FigureRef, scope: AgreementScope = _EVERYTHING, limit: int | None = _SHOWN
    ) -> list[PlacePair]:
        """The first `limit` pairs of spans that a figure counts, in import and reading order.

        Raises:
            UserError: there is no such corpus, annotator or document.
        """
        with self._store.reading() as view:
            comparing = Comparing(view, corpus, scope)
            return list(islice(_places(comparing, figure), limit))


def _places(comparing: Comparing, figure: FigureRef) -> Iterator[PlacePair]:
    changed = comparing.last_changed() if figure.week is not None else {}
    for document, compared in comparing.documents(only=figure.document):
        if figure.week is not None and _week_of(document.uid, changed) != figure.week:
            continue
        for two in combinations(compared.layers, 2):
            if figure.pair is None or set(figure.pair) == set(two):
                yield from behind(compared, document.title, two, figure)


def _week_of(document: str, changed: Mapping[str, str]) -> date | None:
    return monday_of(changed[document]) if document in changed else None
