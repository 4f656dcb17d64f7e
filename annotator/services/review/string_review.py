"""Review string by string: what people marked under which labels, and one ruling for all its places."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.review import Difference, GoldRange, Ruling, Verdict
from annotator.model.strings import StringPlace, StringRow
from annotator.services.figures.figures import in_context
from annotator.services.lookup import corpus_key
from annotator.services.review import deciding
from annotator.services.review.reading import Reader
from annotator.text.phrases import string_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from annotator.model.outcome import Outcome
    from annotator.model.review import Cluster, Variant
    from annotator.model.rulings import Decided
    from annotator.services.review.reading import Examined
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store

SOURCE: Final = "string"
"""`Decision.source` of what was decided for all places of a string."""
_SHOWN: Final = 60


class _Met(NamedTuple):
    """A cluster in which somebody marked a string, the variants that are it, and what those cover."""

    examined: Examined
    cluster: Cluster
    variants: tuple[Variant, ...]
    covered: frozenset[str]

    @property
    def is_only_it(self) -> bool:
        """Whether all who marked something here marked exactly these words."""
        return len(self.variants) == len(self.cluster.variants) and len(self.places) == 1

    @property
    def places(self) -> set[tuple[int, int]]:
        return {(variant.start, variant.end) for variant in self.variants}


@dataclass(slots=True)
class _String:
    forms: Counter[str] = field(default_factory=Counter)
    covered: set[str] = field(default_factory=set)
    labels: Counter[str] = field(default_factory=Counter)
    people: Counter[str] = field(default_factory=Counter)
    places: int = 0
    differing: int = 0
    open: int = 0
    at_odds: int = 0
    waiting: int = 0

    def take(self, met: _Met, words: str) -> None:
        """Count one cluster more."""
        self.covered |= met.covered
        for variant in met.variants:
            self.forms[words] += len(variant.votes)
            self.labels[variant.label] += len(variant.votes)
            self.people.update(variant.annotators)
        self.places += 1
        self.differing += met.cluster.difference is not Difference.AGREE
        if met.cluster.decision is not None:
            return
        if met.examined.is_waiting:
            self.waiting += 1
        elif met.is_only_it:
            self.open += 1
        else:
            self.at_odds += 1

    def row(self, key: str) -> StringRow:
        """As it is shown."""
        return StringRow(
            key,
            _most(self.forms)[0][0],
            _most(self.labels),
            _most(self.people),
            self.places,
            self.differing,
            self.open,
            self.at_odds,
            tuple(sorted(self.covered)),
            self.waiting,
        )


class StringReview:
    """The strings of a corpus under review."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(
        self, corpus: str, annotators: Sequence[str] = (), check: Callable[[], None] | None = None
    ) -> list[StringRow]:
        """Every string that anybody marked in a compared document, those first that are open most often.

        Args:
            corpus: uid.
            annotators: uids or names of those compared; () for all people.
            check: called now and then; what it raises ends the search.

        Raises:
            UserError: there is no such corpus or annotator.
        """
        strings: defaultdict[str, _String] = defaultdict(_String)
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            for key, met, words in _strings(view, home, annotators, check):
                strings[key].take(met, words)
        rows = [found.row(key) for key, found in strings.items()]
        return sorted(rows, key=lambda row: (-len(row.labels) * bool(row.open), -row.open, row.key))

    def places(
        self,
        corpus: str,
        key: str,
        annotators: Sequence[str] = (),
        forms: Sequence[str] = (),
        most: int = 200,
    ) -> list[StringPlace]:
        """The first places of a string, with what stands round them.

        Args:
            corpus: uid.
            key: of the string (`StringRow.key`).
            annotators: uids or names of those compared; () for all people.
            forms: `StringRow.forms`, so that other documents are left unread; () to look at all.
            most: how many.

        Raises:
            UserError: there is no such corpus or annotator.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            found = islice(
                (met for each, met, _ in _strings(view, home, annotators, forms=forms) if each == key), most
            )
            return [_place(view, met) for met in found]

    def decide_for_all(
        self,
        corpus: str,
        key: str,
        label: str | None,
        annotators: Sequence[str] = (),
        reason: str = "",
        forms: Sequence[str] = (),
    ) -> Outcome[Decided]:
        """Rule alike on every open cluster of a string, as one step.

        Clusters on which somebody ruled, also to put them off, those in which others marked more or fewer
        words, and those of documents on which somebody's spans are still to come
        (`OverviewRow.is_waiting`) are left as they are.

        Args:
            corpus: uid.
            key: of the string (`StringRow.key`).
            label: uid of the label it gets in gold; None to reject it.
            annotators: uids or names of those compared; () for all people.
            reason: the reviewer's words.
            forms: as in `places`.

        Raises:
            UserError: there is no such corpus, annotator or label, or nothing is open.
            EnvironmentProblem: it could not be saved.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            names = {label.uid: label.name for label in view.labels.told(home).values()}
            strings = _strings(view, home, annotators, forms=forms)
            met = [(met, words) for each, met, words in strings if each == key]
        rulings = [_ruling(one, label, reason) for one, _ in met if _is_settled_by_all(one)]
        if not rulings:
            raise UserError(say("Nothing of this string waits for a ruling that fits all its places."))
        words = _short(_most(Counter(words for _, words in met))[0][0])
        if label is None:
            summary = say("Decided for all: “{words}” rejected", words=words)
        else:
            summary = say("Decided for all: “{words}” is {label}", words=words, label=names.get(label, label))
        return deciding.decide_many(self._store, rulings, summary)


def _strings(
    view: Repositories,
    home: int,
    annotators: Sequence[str],
    check: Callable[[], None] | None = None,
    forms: Sequence[str] = (),
) -> Iterator[tuple[str, _Met, str]]:
    """(key, cluster, words) for each string of each cluster, in import and reading order."""
    keys = view.reviewed.compared(home)
    if forms:
        holding = {key for words in forms for key in view.reviewed.with_words(keys, words)}
        keys = [key for key in keys if key in holding]
    for examined in Reader(view, home, annotators).each(keys):
        if check is not None:
            check()
        if not examined.joined:
            continue
        text = view.documents.text(examined.key)
        for cluster in examined.clusters:
            for key, variants in _by_string(cluster, text).items():
                covered = frozenset(text[each.start : each.end] for each in variants)
                first = variants[0]
                met = _Met(examined, cluster, tuple(variants), covered)
                yield key, met, text[first.start : first.end].strip()


def _by_string(cluster: Cluster, text: str) -> dict[str, list[Variant]]:
    """The variants of a cluster by the string they are; discontinuous ones are none."""
    found: dict[str, list[Variant]] = {}
    for variant in cluster.variants:
        if variant.parts is None:
            found.setdefault(string_key(text[variant.start : variant.end].strip()), []).append(variant)
    return found


def _is_settled_by_all(met: _Met) -> bool:
    return met.cluster.decision is None and met.is_only_it and not met.examined.is_waiting


def _ruling(met: _Met, label: str | None, reason: str) -> Ruling:
    document, cluster = met.cluster.document, met.cluster.uid
    if label is None:
        return Ruling(document, cluster, Verdict.REJECT, reason=reason, source=SOURCE)
    first = met.variants[0]
    gold = GoldRange(first.start, first.end, label)
    return Ruling(document, cluster, Verdict.TAKE, (gold,), reason=reason, source=SOURCE)


def _place(view: Repositories, met: _Met) -> StringPlace:
    first = met.variants[0]
    text = view.documents.text(met.examined.key)
    return StringPlace(
        met.examined.uid,
        met.examined.title,
        met.cluster.uid,
        first.start,
        first.end,
        met.cluster.difference,
        tuple(dict.fromkeys(variant.label for variant in met.variants)),
        met.cluster.decision is None,
        met.examined.is_waiting,
        *in_context(text, first.start, first.end),
    )


def _most(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """The most frequent first."""
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
