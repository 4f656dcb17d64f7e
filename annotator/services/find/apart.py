"""Counting a large corpus in a process of its own, so that the window stays quick and gets the memory back.

Beside the window such a count would hold it up: Python lets one thread work at a time, and each row that is
read has to wait for its turn.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from annotator.messages import say
from annotator.services.intake.child import Child
from annotator.services.library import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.agreement.report import AgreementReport, AgreementScope, FigureRef, PlacePair
    from annotator.formats.base import Progress
    from annotator.model.consistency import Intended, Item
    from annotator.model.figures import Overview, Scope, Strings, Work
    from annotator.model.overview import RowFigures
    from annotator.services.find.bare import Progress as Told
    from annotator.services.library import Library

MANY: Final = 50_000
"""From so many spans on a count is done apart: below that it is over before a process has begun."""

_ENDED: Final = say(
    "The figures were too much for this machine: the counting ended early. Count fewer documents at a time."
)


@dataclass(frozen=True, slots=True)
class Order:
    """One count: which one of which library, and what it is given.

    Attributes:
        path: of the library's file.
        part: attribute of the library.
        name: method of that.
        values: what it is called with.
        is_told: it also takes a `progress`.
    """

    path: str
    part: str
    name: str
    values: tuple[Any, ...]
    is_told: bool = False


def carry_out(order: Order, progress: Progress) -> Any:
    """The answer to an order; runs in the child, which ends before loops of objects are worth a search."""
    gc.disable()
    with open_library(order.path, writable=False) as library:
        count = getattr(getattr(library, order.part), order.name)
        return count(*order.values, progress) if order.is_told else count(*order.values)


@contextmanager
def counting(library: Library, progress: Progress) -> Iterator[Library | Apart]:
    """What counts: the library itself, or a process apart where it has many spans.

    Raises:
        Cancelled: `progress` raised it; the process is ended at once.
    """
    with library.store.reading() as view:
        has_many = view.figures.has_spans(MANY)
    if not has_many:
        yield library
        return
    with Child(_ENDED) as child:
        yield Apart(library, child, progress)


class Apart:
    """A library as far as it counts, in another process; what is small is still asked here.

    Attributes:
        figures, consistency, review, agreeing: as those of the library.
    """

    def __init__(self, library: Library, child: Child, progress: Progress) -> None:
        ask = _Ask(str(library.path), child, progress)
        self.figures = _Figures(ask)
        self.consistency = _Consistency(ask, library)
        self.review = _Review(ask, library)
        self.agreeing = _Agreeing(ask)


class _Ask:
    """Has a method called in the child."""

    def __init__(self, path: str, child: Child, progress: Progress) -> None:
        self._path, self._child, self._progress = path, child, progress

    def __call__(self, part: str, name: str, *values: object, told: Told | None = None) -> Any:
        order = Order(self._path, part, name, values, told is not None)
        return self._child.do(carry_out, order, told or self._progress)


class _Figures:
    def __init__(self, ask: _Ask) -> None:
        self._ask = ask

    def overview(self, corpus: str, scope: Scope) -> Overview:
        """As `Figures.overview`."""
        found: Overview = self._ask("figures", "overview", corpus, scope)
        return found

    def strings(self, corpus: str, scope: Scope, most: int | None = None) -> Strings:
        """As `Figures.strings`."""
        more = () if most is None else (most,)
        found: Strings = self._ask("figures", "strings", corpus, scope, *more)
        return found

    def work(self, corpus: str, *, annotator: str = "") -> Work:
        """As `Figures.work`, in the machine's own time zone."""
        found: Work = self._ask("figures", "work", corpus, None, annotator)
        return found


class _Agreeing:
    def __init__(self, ask: _Ask) -> None:
        self._ask = ask

    def report(self, corpus: str, scope: AgreementScope, by_chance: bool, told: Told) -> AgreementReport:
        """As `Agreeing.report`."""
        found: AgreementReport = self._ask("agreeing", "report", corpus, scope, by_chance, told=told)
        return found

    def spans_behind(
        self, corpus: str, figure: FigureRef, scope: AgreementScope, limit: int
    ) -> list[PlacePair]:
        """As `Agreeing.spans_behind`."""
        found: list[PlacePair] = self._ask("agreeing", "spans_behind", corpus, figure, scope, limit)
        return found


class _Consistency:
    def __init__(self, ask: _Ask, library: Library) -> None:
        self._ask, self._library = ask, library

    def at_odds(self, corpus: str, scope: Scope) -> list[Item]:
        """As `Consistency.at_odds`."""
        found: list[Item] = self._ask("consistency", "at_odds", corpus, scope)
        return found

    def bare(self, corpus: str, scope: Scope, progress: Told) -> list[Item]:
        """As `Consistency.bare`."""
        found: list[Item] = self._ask("consistency", "bare", corpus, scope, told=progress)
        return found

    def intended(self, corpus: str) -> list[Intended]:
        """As `Consistency.intended`."""
        return self._library.consistency.intended(corpus)


class _Review:
    def __init__(self, ask: _Ask, library: Library) -> None:
        self._ask = ask
        self._library = library

    def figures_of(self, documents: Sequence[str], annotators: Sequence[str] = ()) -> dict[str, RowFigures]:
        """As `Review.figures_of`, which knows them then too."""
        known = self._library.review.known_figures(documents, annotators)
        missing = [uid for uid in documents if uid not in known]
        if not missing:
            return known
        with self._library.store.reading() as view:
            step = view.steps.newest()
        found: dict[str, RowFigures] = self._ask("review", "figures_of", missing, annotators)
        self._library.review.learn(found, annotators, step)
        return {**known, **found}
