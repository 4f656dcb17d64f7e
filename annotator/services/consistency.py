"""Unevenness of a corpus as a work list: what carries several labels, is bare elsewhere, or ends otherwise.

Only documents that somebody has begun are looked at: what nobody has read yet is not uneven but not done.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final, Protocol

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.consistency import Fixed, Intended, Item, Kind, Spot
from annotator.model.document import Status
from annotator.model.figures import FoundSpan, Scope
from annotator.model.identity import new_uid
from annotator.model.outcome import Outcome, Touched
from annotator.services.backups import Backups
from annotator.services.figures import Counted, in_context
from annotator.services.fixing import fix
from annotator.services.lookup import corpus_key
from annotator.text.edges import Peeled, peel
from annotator.text.matching import is_whole
from annotator.text.phrases import Phrases, string_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store

_SHORTEST: Final = 2
"""Code points of a string that is looked for where it is bare."""
_SHOWN: Final = 200
MOST_SPOTS: Final = 2000
"""So many bare places of one string are kept; all are counted."""


class Progress(Protocol):
    """What is told how far a long look is, and may end it."""

    def __call__(self, done: int, total: int) -> None:
        """So many documents of so many were looked at."""


@dataclass(slots=True)
class _Labelled:
    """One labelled string while it is gathered: how often by label and by form."""

    labels: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    by_label: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, words: str, label: str, number: int) -> None:
        """Count so many spans more."""
        self.labels[label] += number
        self.forms[words] += number
        self.by_label.setdefault(label, Counter())[words] += number


class Consistency:
    """Looks for unevenness, evens it out, and remembers what is meant so."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def at_odds(self, corpus: str, scope: Scope = Scope()) -> list[Item]:  # noqa: B008  (frozen)
        """Strings with several labels and boundary variants, those first that most places differ in.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            counted = Counted.of(view, corpus, scope)
            strings = _labelled(view, counted)
        found = [*_several_labels(strings), *_variants(strings)]
        return sorted(found, key=_most_first)

    def bare(
        self,
        corpus: str,
        scope: Scope = Scope(),  # noqa: B008  (frozen)
        progress: Progress | None = None,
    ) -> list[Item]:
        """Strings that are labelled here and bare there, those first that are bare most often.

        Bare means: no span of the layers that count covers a part of it. One pass over all texts: seconds
        for thousands of articles.

        Raises:
            UserError: there is no such corpus.
            Cancelled: `progress` raised it.
        """
        with self._store.reading() as view:
            counted = Counted.of(view, corpus, scope)
            strings = _labelled(view, counted)
            seen = _Seen(Phrases(key for key in strings if len(key) >= _SHORTEST))
            covers = _covers(view, counted)
            begun = sorted(
                {row[0] for row in counted.layers.values() if row[2] is not Status.NEW} | set(covers)
            )
            for number, (document, text) in enumerate(view.figures.texts(counted.home, begun)):
                if progress is not None and number % 20 == 0:
                    progress(number, len(begun))
                seen.look(counted.documents[document][0], text, covers.get(document, []))
        found = [_bare_item(key, strings[key], seen) for key in seen.spots]
        return sorted(found, key=_most_first)

    def lines(self, corpus: str, spots: Sequence[Spot]) -> list[FoundSpan]:
        """Bare places with what stands round them, the first 200 of them.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            counted = Counted.of(view, corpus, Scope(everyone=True))
            keys = {row[0]: key for key, row in counted.documents.items()}
            shown = [spot for spot in spots[:_SHOWN] if spot[0] in keys]
            texts = dict(view.figures.texts(counted.home, sorted({keys[spot[0]] for spot in shown})))
            return [_line(counted, texts, keys[document], start, end) for document, start, end in shown]

    def fix(
        self,
        corpus: str,
        item: Item,
        *,
        label: str = "",
        annotator: str = "",
        only: Sequence[Spot] | None = None,
    ) -> Outcome[Fixed]:
        """Even an item out as one step, in one annotator's layers.

        Args:
            corpus: uid.
            item: one of this service's.
            label: uid of the label to give; "" for the suggested one.
            annotator: uid of whose layers to change; "" for the only one there is, else the library's own.
            only: the places to change; None for all.

        Raises:
            UserError: there is no such corpus, label or annotator.
            EnvironmentProblem: it could not be saved.
        """
        warnings = Backups(self._store).before_bulk()
        return fix(self._store, corpus, item, label or item.label, annotator, only, warnings)

    def intend(self, corpus: str, item: Item, reason: str = "") -> Outcome[str]:
        """Remember that an item is meant so; the record's uid. Undone like any step, withdrawn any time.

        Raises:
            UserError: there is no such corpus, or the reason is too long.
        """
        if len(reason) > 1000:
            raise UserError(say("A reason may have 1,000 characters at most. Write a shorter one."))
        with self._store.saving() as unit:
            home = corpus_key(unit, corpus)
            known = next((each for each in unit.intended.of(home) if each.item == item.uid), None)
            if known is not None:
                return Outcome(known.uid)
            uid = new_uid()
            step = unit.step("intended", say("“{words}” is meant so", words=item.words), corpus_key=home)
            unit.intended.add(uid, home, item, reason.strip(), step)
            return Outcome(uid, Touched.CORPORA, step=unit.commit())

    def intended(self, corpus: str) -> list[Intended]:
        """What was said to be meant so in a corpus, the newest first.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            return view.intended.of(corpus_key(view, corpus))

    def withdraw(self, uid: str) -> Outcome[None]:
        """Take back that something is meant so: it comes into the list again.

        Raises:
            UserError: there is no such record (any more).
        """
        with self._store.saving() as unit:
            found = unit.intended.home(uid)
            if found is None:
                raise UserError(say("That is no longer among what is meant so."))
            home, words = found
            step = unit.step("intended", say("“{words}” is looked at again", words=words), corpus_key=home)
            unit.intended.end(uid, step)
            return Outcome(None, Touched.CORPORA, step=unit.commit())


def _most_first(item: Item) -> tuple[int, str, str]:
    return -item.places, item.key, item.kind.value


def _labelled(view: Repositories, counted: Counted) -> dict[str, _Labelled]:
    """Key of a string -> what covers it."""
    uids = view.labels.all_uids(counted.home)
    forms: Counter[tuple[str, int]] = Counter()
    for rows in view.figures.covered(counted.home, counted.owners):
        forms.update((words, label) for layer, label, words in rows if layer in counted.layers)
    strings: defaultdict[str, _Labelled] = defaultdict(_Labelled)
    for (words, label), number in forms.items():
        strings[string_key(words.strip())].add(words, uids[label], number)
    return dict(strings)


def _by_number(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _several_labels(strings: Mapping[str, _Labelled]) -> Iterator[Item]:
    for key, found in strings.items():
        if len(found.labels) > 1:
            labels = _by_number(found.labels)
            yield Item(
                Kind.LABELS,
                key,
                _by_number(found.forms)[0][0],
                labels,
                places=sum(number for _, number in labels[1:]),
                forms=frozenset(found.forms),
            )


def _variants(strings: Mapping[str, _Labelled]) -> Iterator[Item]:
    """Per label: strings with the same core but not the same things at its edges."""
    labels = {label for found in strings.values() for label in found.by_label}
    key_of = cache(string_key)
    for label in sorted(labels):
        others = {
            words
            for found in strings.values()
            for other, forms in found.by_label.items()
            if other != label
            for words in forms
        }
        groups: defaultdict[str, list[tuple[str, int, Peeled]]] = defaultdict(list)
        for found in strings.values():
            for words, number in found.by_label.get(label, Counter()).items():
                peeled = peel(words, others)
                first, last = peeled.core
                groups[key_of(words[first:last])].append((words, number, peeled))
        for core, forms in groups.items():
            if len({peeled.shape for _, _, peeled in forms}) > 1:
                yield _variant_item(core, label, forms)


def _variant_item(core: str, label: str, forms: Sequence[tuple[str, int, Peeled]]) -> Item:
    shapes: Counter[tuple[str, str]] = Counter()
    variants: Counter[str] = Counter()
    for words, number, peeled in forms:
        shapes[peeled.shape] += number
        variants[words] += number
    shape = min(shapes, key=lambda each: (-shapes[each], len(each[0]) + len(each[1]), each))
    shown = _by_number(Counter({words: number for words, number, peeled in forms if peeled.shape == shape}))
    return Item(
        Kind.EDGES,
        core,
        shown[0][0],
        ((label, variants.total()),),
        places=variants.total() - shapes[shape],
        variants=_by_number(variants),
        forms=frozenset(words for words, _, peeled in forms if peeled.shape != shape),
        shape=shape,
    )


class _Seen:
    """Where labelled strings stand in the texts that were looked at."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self.met: Counter[str] = Counter()
        self.bare: Counter[str] = Counter()
        self.documents: Counter[str] = Counter()
        self.spots: defaultdict[str, list[Spot]] = defaultdict(list)

    def look(self, document: str, text: str, covers: Sequence[tuple[int, int]]) -> None:
        """Look through a text; `covers` are the stretches that spans cover, in order and apart."""
        ends = [end for _, end in covers]
        found: set[str] = set()
        for start, end, key in self._phrases.find(text):
            if not is_whole(text, start, end):
                continue
            self.met[key] += 1
            place = bisect_right(ends, start)
            if place == len(covers) or covers[place][0] >= end:
                self.bare[key] += 1
                found.add(key)
                if self.bare[key] <= MOST_SPOTS:
                    self.spots[key].append((document, start, end))
        self.documents.update(found)


def _covers(view: Repositories, counted: Counted) -> dict[int, list[tuple[int, int]]]:
    """Document -> the stretches that spans of the layers that count cover, in order, none touching."""
    ranges: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for rows in view.figures.ranges(counted.home, counted.owners):
        for layer, start, end, _ in rows:
            if layer in counted.layers:
                ranges[counted.layers[layer][0]].append((start, end))
    return {document: _united(found) for document, found in ranges.items()}


def _united(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    united: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _bare_item(key: str, found: _Labelled, seen: _Seen) -> Item:
    return Item(
        Kind.BARE,
        key,
        _by_number(found.forms)[0][0],
        _by_number(found.labels),
        places=seen.bare[key],
        documents=seen.documents[key],
        forms=frozenset(found.forms),
        met=seen.met[key],
        spots=tuple(seen.spots[key]),
    )


def _line(counted: Counted, texts: Mapping[int, str], key: int, start: int, end: int) -> FoundSpan:
    uid, title, status, _ = counted.documents[key]
    return FoundSpan(uid, title, status, start, end, *in_context(texts[key], start, end))
