"""Figures of a corpus: what is labelled, by whom, how long, how deep; the same for window and command.

Each answer is counted from one consistent state, on a reading connection of its own, while saving goes on.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import islice
from operator import itemgetter, sub
from typing import TYPE_CHECKING, Any, Final

from annotator.model.document import Status
from annotator.model.figures import (
    FoundSpan,
    LabelFigure,
    Lengths,
    Nesting,
    Overview,
    PersonFigure,
    Pick,
    Scope,
    Scopes,
    StringFigure,
    Strings,
    Work,
)
from annotator.model.listing import StatusCounts
from annotator.services.figures.counted import Counted
from annotator.services.figures.working import local_time, work_of
from annotator.services.lookup import corpus_key
from annotator.services.review.figuring import review_figures
from annotator.text.passages import passage
from annotator.text.phrases import string_key
from annotator.text.syllables import count_syllables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import tzinfo

    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store

_SHOWN_STRINGS: Final = 5000
_FOUND: Final = 200
_REACH: Final = 60
_MOST_FORMS: Final = 500
"""So many forms at most are looked for by the database: it takes no endless questions."""
_LAYER_AND_LABEL: Final = itemgetter(0, 3)
_START: Final = itemgetter(1)
_END: Final = itemgetter(2)


class Figures:
    """Counts a corpus."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def overview(self, corpus: str, scope: Scope = Scope()) -> Overview:  # noqa: B008  (frozen)
        """Documents by status, spans by label and annotator, lengths, nesting.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            counted = Counted.of(view, corpus, scope)
            cells: Counter[tuple[int, int]] = Counter()
            lengths: Counter[int] = Counter()
            nests = _Nests()
            for rows in view.figures.ranges(counted.home, counted.owners):
                chosen = _of_layers(rows, counted) if scope.is_narrowed else rows
                cells.update(map(_LAYER_AND_LABEL, chosen))
                lengths.update(map(sub, map(_END, chosen), map(_START, chosen)))
                nests.add(chosen)
            found = _overview(view, counted, cells, Lengths(dict(lengths)), nests.result())
            return found if scope.is_narrowed else replace(found, review=review_figures(view, counted.home))

    def strings(
        self,
        corpus: str,
        scope: Scope = Scope(),  # noqa: B008  (frozen)
        most: int = _SHOWN_STRINGS,
    ) -> Strings:
        """What spans cover, the forms of accents and blanks aside: top list and all ambiguous strings.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            counted = Counted.of(view, corpus, scope)
            uids = view.labels.all_uids(counted.home)
            forms: Counter[tuple[str, int]] = Counter()
            homes: dict[str, set[int]] = {}
            for rows in view.figures.covered(counted.home, counted.owners):
                for layer, label, words in rows:
                    if layer in counted.layers:
                        forms[words, label] += 1
                        homes.setdefault(words, set()).add(counted.layers[layer][0])
            return _strings(forms, homes, uids, most)

    def work(self, corpus: str, zone: tzinfo | None = None, annotator: str = "") -> Work:
        """Work by day and hour in a time zone, None for the machine's own; of one annotator (uid) or of all.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            people = {key: person.uid for key, person in view.people.all().items()}
            steps = [row for row in view.figures.steps(home) if annotator in ("", people[row[2]])]
            return work_of(steps, Counter(view.figures.made(home)), people, zone)

    def scopes(self, corpus: str) -> Scopes:
        """What the figures of a corpus can be narrowed to.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            owners = set(view.layers.owners(home))
            people = tuple(person for key, person in view.people.all().items() if key in owners)
            return Scopes(people, tuple(_tags(view, home)), tuple(view.filters.of(home)))

    def tags(self, corpus: str) -> list[str]:
        """All tags on living documents of a corpus, in order.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            return _tags(view, corpus_key(view, corpus))

    def spans(
        self,
        corpus: str,
        pick: Pick,
        scope: Scope = Scope(),  # noqa: B008  (frozen)
        *,
        zone: tzinfo | None = None,
        limit: int | None = _FOUND,
    ) -> list[FoundSpan]:
        """The spans behind a figure, in import and reading order, with what stands round them.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            counted = Counted.of(view, corpus, scope)
            rows = _picked(view, counted, pick, zone)
            return _with_surroundings(view, counted, list(islice(rows, limit)))

    def found(
        self,
        corpus: str,
        pick: Pick,
        scope: Scope = Scope(),  # noqa: B008  (frozen)
        *,
        zone: tzinfo | None = None,
        limit: int = _FOUND,
    ) -> tuple[list[FoundSpan], int]:
        """The first `limit` spans behind a figure as `spans` gives them, and how many there are in all.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            counted = Counted.of(view, corpus, scope)
            rows = _picked(view, counted, pick, zone)
            first = list(islice(rows, limit))
            return _with_surroundings(view, counted, first), len(first) + sum(1 for _ in rows)

    def documents(
        self,
        corpus: str,
        status: Status,
        scope: Scope = Scope(),  # noqa: B008  (frozen)
    ) -> list[tuple[str, str]]:
        """(uid, title) of the documents of a status, in import order.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            counted = Counted.of(view, corpus, scope)
            statuses = _statuses(counted, by_layers=bool(scope.annotator))
            return [counted.documents[key][:2] for key, found in statuses.items() if found is status]


class _Nests:
    """How spans lie in each other, layer by layer, while they stream by in reading order.

    The stack holds the ends of the spans that began and have not ended: each holds the next one or crosses
    it.
    """

    def __init__(self) -> None:
        self._layer = -1
        self._ends: list[int] = []
        self._reach = 0
        self._depths: Counter[int] = Counter()
        self._nested = self._crossing = 0

    def add(self, rows: Iterable[Sequence[int]]) -> None:
        """Count (layer, start, end, ...) rows."""
        ends, reach, layer, depths = self._ends, self._reach, self._layer, self._depths
        alone = 0
        for row in rows:
            start, end = row[1], row[2]
            if start >= reach or row[0] != layer:  # most spans: nothing is open
                layer, reach, ends = row[0], end, [end]
                alone += 1
                continue
            ends, inside = open_ends(ends, start, end)
            self._nested += inside > 0
            self._crossing += inside < len(ends)
            depths[inside] += 1
            ends.append(end)
            reach = max(reach, end)
        depths[0] += alone
        self._ends, self._reach, self._layer = ends, reach, layer

    def result(self) -> Nesting:
        """What was counted."""
        depths = range(max(+self._depths, default=-1) + 1)
        return Nesting(self._nested, self._crossing, tuple(self._depths[depth] for depth in depths))


def open_ends(ends: list[int], start: int, end: int) -> tuple[list[int], int]:
    """(ends of the spans before that reach over `start`, how many of them hold all up to `end`)."""
    if not ends:
        return ends, 0
    ends = [other for other in ends if other > start]
    return ends, sum(other >= end for other in ends)


def _of_layers(rows: Sequence[tuple[int, ...]], counted: Counted) -> list[tuple[int, ...]]:
    return [row for row in rows if row[0] in counted.layers]


def _overview(
    view: Repositories,
    counted: Counted,
    by_layer: Counter[tuple[int, int]],
    lengths: Lengths,
    nesting: Nesting,
) -> Overview:
    people = view.people.all()
    uids = view.labels.all_uids(counted.home)
    by_label: Counter[str] = Counter()
    by_owner: Counter[int] = Counter()
    cells: Counter[tuple[str, str]] = Counter()
    seen: dict[str, set[int]] = {}
    for (layer, label), number in by_layer.items():
        document, owner, _ = counted.layers[layer]
        by_label[uids[label]] += number
        by_owner[owner] += number
        cells[uids[label], people[owner].uid] += number
        seen.setdefault(uids[label], set()).add(document)
    statuses = _statuses(counted, by_layers=len(counted.owners) == 1)
    return Overview(
        documents=_status_counts(statuses.values()),
        characters=sum(row[3] for row in counted.documents.values()),
        layers=len(counted.layers),
        labels=tuple(
            LabelFigure(label, by_label[label.uid], len(seen.get(label.uid, ())))
            for label in view.labels.usable(counted.home).values()
        ),
        people=_people(view, counted, by_owner),
        cells=dict(cells),
        lengths=lengths,
        nesting=nesting,
    )


def _people(view: Repositories, counted: Counted, spans: Counter[int]) -> tuple[PersonFigure, ...]:
    layers = Counter(owner for _, owner, _ in counted.layers.values())
    done = Counter(owner for _, owner, status in counted.layers.values() if status is Status.DONE)
    return tuple(
        PersonFigure(person, layers[key], done[key], spans[key])
        for key, person in view.people.all().items()
        if layers[key]
    )


def _statuses(counted: Counted, *, by_layers: bool) -> dict[int, Status]:
    """Of each document, what its list shows or, for one annotator, how far that one is with it."""
    if not by_layers:
        return {key: row[2] for key, row in counted.documents.items()}
    own = {document: status for document, _, status in counted.layers.values()}
    return {key: own.get(key, Status.NEW) for key in counted.documents}


def _status_counts(statuses: Iterable[Status]) -> StatusCounts:
    found = Counter(statuses)
    return StatusCounts(found.total(), found[Status.NEW], found[Status.IN_PROGRESS], found[Status.DONE])


def _strings(
    forms: Counter[tuple[str, int]], homes: dict[str, set[int]], uids: dict[int, str], most: int
) -> Strings:
    keys = {words: string_key(words) for words, _ in forms}
    labels: dict[str, Counter[str]] = {}
    shown: dict[str, Counter[str]] = {}
    documents: dict[str, set[int]] = {}
    syllables: Counter[int] = Counter()
    for (words, label), number in forms.items():
        key = keys[words]
        labels.setdefault(key, Counter())[uids[label]] += number
        shown.setdefault(key, Counter())[words] += number
        syllables[count_syllables(words)] += number
    for words, found in homes.items():
        documents.setdefault(keys[words], set()).update(found)
    totals = {key: counts.total() for key, counts in labels.items()}
    order = sorted(totals, key=lambda key: (-totals[key], key))
    chosen = order[:most] + [key for key in order[most:] if len(labels[key]) > 1]
    rows = tuple(
        StringFigure(shown[key].most_common(1)[0][0], _by_number(labels[key]), len(documents[key]))
        for key in chosen
    )
    return Strings(
        rows,
        len(totals),
        sum(number == 1 for number in totals.values()),
        sum(len(found) > 1 for found in labels.values()),
        Lengths(dict(syllables)),
    )


def _by_number(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _picked(
    view: Repositories, counted: Counted, pick: Pick, zone: tzinfo | None
) -> Iterator[tuple[Any, ...]]:
    """Rows of `FigureRows.spans` that a pick wants."""
    wanted = _test(view, counted, pick, zone)
    ends: list[int] = []
    layer = -1
    is_alone = pick.depth is None and not pick.crossing and len(pick.forms) <= _MOST_FORMS
    forms = pick.forms if is_alone else frozenset[str]()  # else what lies round a span is needed as well
    for rows in view.figures.spans(counted.home, counted.owners, forms):
        for row in rows:
            if row[0] not in counted.layers:
                continue
            if row[0] != layer:
                layer, ends = row[0], []
            ends, inside = open_ends(ends, row[1], row[2])
            fits = pick.depth in (None, inside) and (not pick.crossing or inside < len(ends))
            ends.append(row[2])
            if fits and wanted(row):
                yield row


def _test(
    view: Repositories, counted: Counted, pick: Pick, zone: tzinfo | None
) -> Callable[[tuple[Any, ...]], bool]:
    """Whether a row of `FigureRows.spans` fits in all that does not depend on its neighbours."""
    tests: list[Callable[[tuple[Any, ...]], bool]] = []
    if pick.label:
        keys = {key for key, uid in view.labels.all_uids(counted.home).items() if uid == pick.label}
        tests.append(lambda row: row[3] in keys)
    if pick.annotator:
        owner = view.people.key_of(pick.annotator)
        tests.append(lambda row: counted.layers[row[0]][1] == owner)
    if pick.words:
        key = cache(string_key)
        sought = key(pick.words)
        tests.append(lambda row: key(row[7]) == sought)
    if pick.forms:
        tests.append(lambda row: row[7] in pick.forms)
    if pick.characters is not None:
        least, most = pick.characters
        tests.append(lambda row: least <= row[2] - row[1] <= most)
    if pick.syllables is not None:
        fewest, many = pick.syllables
        tests.append(lambda row: fewest <= count_syllables(row[7]) <= many)
    if pick.day or pick.hour is not None:
        steps = _steps_of(view, counted.home, pick, zone)
        tests.append(lambda row: row[5] in steps)
    return lambda row: all(test(row) for test in tests)


def _tags(view: Repositories, home: int) -> list[str]:
    return sorted({tag for tags in view.figures.tags(home).values() for tag in tags})


def _steps_of(view: Repositories, home: int, pick: Pick, zone: tzinfo | None) -> set[int]:
    """Numbers of the labelling steps of a day, or of an hour of a weekday."""
    times = ((row[0], local_time(row[1], zone)) for row in view.figures.steps(home))
    return {
        seq
        for seq, time in times
        if pick.day in ("", time.date().isoformat()) and pick.hour in (None, (time.weekday(), time.hour))
    }


def in_context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """(what stands before, the words, what stands after) of a line of a list, as stored."""
    first, last = passage(text, start, end, _REACH)
    return text[first:start], text[start:end], text[end:last]


def _with_surroundings(
    view: Repositories, counted: Counted, rows: Sequence[tuple[Any, ...]]
) -> list[FoundSpan]:
    labels = view.labels.all_uids(counted.home)
    people = view.people.all()
    keys = sorted({counted.layers[row[0]][0] for row in rows})
    texts = dict(view.figures.texts(counted.home, keys))
    found = []
    for layer, start, end, label, uid, *_ in rows:
        document, owner, _ = counted.layers[layer]
        name, title, status, _ = counted.documents[document]
        lines = in_context(texts[document], start, end)
        place = (name, title, status, start, end)
        found.append(FoundSpan(*place, *lines, labels[label], people[owner].uid, uid))
    return found
