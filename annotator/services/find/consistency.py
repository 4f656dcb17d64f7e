"""Unevenness of a corpus as a work list: what carries several labels, is bare elsewhere, or ends otherwise.

Only documents that somebody has begun are looked at: what nobody has read yet is not uneven but not done.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.consistency import Fixed, Intended, Item, Kind
from annotator.model.figures import FoundSpan, Scope
from annotator.model.identity import new_uid
from annotator.model.outcome import Outcome, Touched
from annotator.services.figures.counted import Counted
from annotator.services.figures.figures import in_context
from annotator.services.find.bare import bare_texts, count_bare
from annotator.services.find.fixing import Wish, fix
from annotator.services.lookup import corpus_key
from annotator.services.safety.backups import Backups
from annotator.text.edges import Peeled, peel
from annotator.text.phrases import string_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.model.consistency import Spot
    from annotator.services.find.bare import BareText, Progress
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store

_SHOWN: Final = 200


@dataclass(slots=True)
class _Labelled:
    """One labelled string while it is gathered: how often by label and by form; both in done documents."""

    labels: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    by_label: dict[str, Counter[str]] = field(default_factory=dict)
    done: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, words: str, label: str, number: int, *, is_done: bool) -> None:
        """Count so many spans more."""
        self.labels[label] += number
        self.forms[words] += number
        self.by_label.setdefault(label, Counter())[words] += number
        if is_done:
            self.done[label, words] += number


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

        Bare means: no span of the layers that count covers a part of it. One pass over all texts: some
        seconds for ten thousand articles.

        Raises:
            UserError: there is no such corpus.
            Cancelled: `progress` raised it.
        """
        with self._store.reading() as view:
            counted = Counted.of(view, corpus, scope)
            strings = _labelled(view, counted)
            counts = count_bare(view, counted, strings, progress)
        found = [
            _bare_item(key, strings[key], bare, counts.met[key], counts.finished[key])
            for key, bare in counts.bare.items()
        ]
        return sorted(found, key=_most_first)

    def lines(self, corpus: str, item: Item, scope: Scope = Scope()) -> list[FoundSpan]:  # noqa: B008
        """The first 200 bare places of an item, with what stands round them.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            counted = Counted.of(view, corpus, scope)
            texts = bare_texts(view, counted, item.key)
            return list(islice((line for found in texts for line in _lines(found)), _SHOWN))

    def fix(
        self,
        corpus: str,
        item: Item,
        scope: Scope = Scope(),  # noqa: B008  (frozen)
        *,
        label: str = "",
        only: Sequence[Spot] | None = None,
        also_done: bool = False,
    ) -> Outcome[Fixed]:
        """Even an item out as one step, at all its places in one annotator's layers.

        Args:
            corpus: uid.
            item: one of this service's.
            scope: the item was found in. The layers of its annotator are changed; without one those of the
                only annotator there is, else the library's own.
            label: uid of the label to give; "" for the suggested one.
            only: the places to change, whether or not their documents are done; None for all.
            also_done: change documents that are done as well.

        Raises:
            UserError: there is no such corpus, label or annotator.
            EnvironmentProblem: it could not be saved.
        """
        warnings = Backups(self._store).before_bulk()
        places = None if only is None else frozenset(only)
        wish = Wish(item, label or item.label, scope, places, also_done=also_done)
        return fix(self._store, corpus, wish, warnings)

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
    finished = counted.finished
    is_done = {layer: row[0] in finished for layer, row in counted.layers.items()}
    forms: Counter[tuple[str, int, bool]] = Counter()
    for rows in view.figures.covered(counted.home, counted.owners):
        forms.update((words, label, is_done[layer]) for layer, label, words in rows if layer in is_done)
    strings: defaultdict[str, _Labelled] = defaultdict(_Labelled)
    for (words, label, done), number in forms.items():
        strings[string_key(words.strip())].add(words, uids[label], number, is_done=done)
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
                done=_done_by_label(found),
                forms=frozenset(found.forms),
            )


def _done_by_label(found: _Labelled) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for (label, _), number in found.done.items():
        counts[label] += number
    return _by_number(counts)


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
        groups: defaultdict[str, list[_Form]] = defaultdict(list)
        for found in strings.values():
            for words, number in found.by_label.get(label, Counter()).items():
                peeled = peel(words, others)
                first, last = peeled.core
                form = _Form(words, number, found.done[label, words], peeled)
                groups[key_of(words[first:last])].append(form)
        for core, forms in groups.items():
            if len({form.peeled.shape for form in forms}) > 1:
                yield _variant_item(core, label, forms)


class _Form(NamedTuple):
    """A form of a string: its words, its spans, how many of them in done documents, its edges."""

    words: str
    spans: int
    done: int
    peeled: Peeled


def _variant_item(core: str, label: str, forms: Sequence[_Form]) -> Item:
    shapes: Counter[tuple[str, str]] = Counter()
    variants: Counter[str] = Counter()
    for form in forms:
        shapes[form.peeled.shape] += form.spans
        variants[form.words] += form.spans
    shape = min(shapes, key=lambda each: (-shapes[each], len(each[0]) + len(each[1]), each))
    shown = _by_number(Counter({form.words: form.spans for form in forms if form.peeled.shape == shape}))
    others = [form for form in forms if form.peeled.shape != shape]
    return Item(
        Kind.EDGES,
        core,
        shown[0][0],
        ((label, variants.total()),),
        places=variants.total() - shapes[shape],
        done=((label, sum(form.done for form in others)),),
        variants=_by_number(variants),
        forms=frozenset(form.words for form in others),
        shape=shape,
    )


def _bare_item(key: str, found: _Labelled, bare: int, met: int, done: int) -> Item:
    labels = _by_number(found.labels)
    return Item(
        Kind.BARE,
        key,
        _by_number(found.forms)[0][0],
        labels,
        places=bare,
        done=((labels[0][0], done),),
        forms=frozenset(found.forms),
        met=met,
    )


def _lines(found: BareText) -> Iterator[FoundSpan]:
    row = found.row
    for start, end in found.places:
        yield FoundSpan(row.uid, row.title, row.status, start, end, *in_context(row.text, start, end))
