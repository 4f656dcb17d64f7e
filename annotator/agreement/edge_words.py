"""Which words make the edges of spans differ ("ông", "Đ/c", quotes, a year), how often, for which labels.

Looked at are clusters in which different people marked one label with different edges. What lies between two
edges is a *stretch*; stretches of one sort are counted together, so that each row is one question for the
guideline: does "person" take in "ông"?
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import normalize

from annotator.agreement.clusters import clusters
from annotator.messages import say
from annotator.text.edges import QUOTE, SIGN, TITLE, YEAR, peel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.agreement.compared import Compared
    from annotator.messages import Message
    from annotator.model.review import Cluster, Variant

_MOST_WORDS: Final = 6
_EXAMPLES: Final = 20
_ROUND: Final = "\"'“”„‘’«» ,;:–—-"


class Stuff(Enum):
    """What a stretch is made of."""

    TITLE = "title"
    QUOTE = "quote"
    YEAR = "year"
    SIGN = "sign"
    WORDS = "words"
    LONG = "long"


_STUFF: Final = {TITLE: Stuff.TITLE, YEAR: Stuff.YEAR, QUOTE: Stuff.QUOTE, SIGN: Stuff.SIGN}


class Stretch(NamedTuple):
    """What lies between two edges.

    Attributes:
        stuff: what it is made of.
        key: titles and other words in small letters, composed (NFC); "" for what is counted together.
    """

    stuff: Stuff
    key: str


class EdgePlace(NamedTuple):
    """One place where edges differ: half-open code points of the shorter and of the longer words."""

    document: str
    shorter: tuple[int, int]
    longer: tuple[int, int]


@dataclass(frozen=True, slots=True)
class EdgeWords:
    """Stretches of one sort on one side of spans of one label.

    Attributes:
        label: uid.
        is_before: whether they stand before the words all agree on, else behind them.
        stretch: the sort.
        words: as most places have them.
        places: how often edges differ by it.
        with_it: spans that take it in; `without`: that do not.
        examples: the first twenty.
    """

    label: str
    is_before: bool
    stretch: Stretch
    words: str
    places: int
    with_it: int
    without: int
    examples: tuple[EdgePlace, ...]


@dataclass(slots=True)
class _Row:
    forms: Counter[str] = field(default_factory=Counter)
    with_it: int = 0
    without: int = 0
    examples: list[EdgePlace] = field(default_factory=list)


class EdgeTable:
    """Adds up documents one after the other."""

    def __init__(self) -> None:
        self._rows: defaultdict[tuple[str, bool, Stretch], _Row] = defaultdict(_Row)

    def add(self, document: str, text: str, found: Iterable[Cluster]) -> None:
        """Take in the clusters of one document."""
        for cluster in found:
            by_label: defaultdict[str, list[Variant]] = defaultdict(list)
            for variant in cluster.variants:
                by_label[variant.label].append(variant)
            for label, variants in by_label.items():
                if len(variants) > 1 and _are_of_several(variants):
                    self._take(document, text, label, variants)

    def rows(self) -> list[EdgeWords]:
        """Those first that most edges differ by."""
        found = [
            EdgeWords(
                label,
                is_before,
                stretch,
                min(row.forms, key=lambda words: (-row.forms[words], words)),
                row.forms.total(),
                row.with_it,
                row.without,
                tuple(row.examples),
            )
            for (label, is_before, stretch), row in self._rows.items()
        ]
        return sorted(
            found,
            key=lambda row: (-row.places, row.label, row.stretch.stuff.value, row.words, not row.is_before),
        )

    def _take(self, document: str, text: str, label: str, variants: Sequence[Variant]) -> None:
        for is_before in (True, False):
            for outer, inner in _steps(variants, is_before=is_before):
                first, last = (outer, inner) if is_before else (inner, outer)
                wide = [variant for variant in variants if _takes_in(variant, outer, is_before=is_before)]
                narrow = [variant for variant in variants if variant not in wide]
                row = self._rows[label, is_before, stretch_of(text[first:last], is_before=is_before)]
                row.forms[_flat(text[first:last])] += 1
                row.with_it += sum(len(variant.votes) for variant in wide)
                row.without += sum(len(variant.votes) for variant in narrow)
                if len(row.examples) < _EXAMPLES:
                    places = ((one.start, one.end) for one in (narrow[0], wide[-1]))
                    row.examples.append(EdgePlace(document, *places))


def edge_words(documents: Iterable[Compared]) -> list[EdgeWords]:
    """The rows of all documents, those first that most edges differ by."""
    table = EdgeTable()
    for one in documents:
        table.add(one.document, one.text, clusters(one))
    return table.rows()


def _are_of_several(variants: Sequence[Variant]) -> bool:
    """Whether different people have different ones; one person's nested spans are no quarrel over edges."""
    everybody = {who for variant in variants for who in variant.annotators}
    return any(set(variant.annotators) != everybody for variant in variants) and len(everybody) > 1


def _steps(variants: Sequence[Variant], *, is_before: bool) -> Iterator[tuple[int, int]]:
    """(outer edge, next inner edge) on one side, from the outside in."""
    if is_before:
        return pairwise(sorted({variant.start for variant in variants}))
    return pairwise(sorted({variant.end for variant in variants}, reverse=True))


def _takes_in(variant: Variant, outer: int, *, is_before: bool) -> bool:
    return variant.start <= outer if is_before else variant.end >= outer


def stretch_of(words: str, *, is_before: bool) -> Stretch:
    """What sort of stretch this is: the text between two edges, with the blanks in it.

    >>> stretch_of("Đ/c ", is_before=True)
    Stretch(stuff=<Stuff.TITLE: 'title'>, key='đ/c')
    """
    pieces = _pieces(words, is_before=is_before)
    stuff = next((_STUFF[kind] for kind in _STUFF if kind in pieces), None)
    if stuff is None:
        key = _key(words)
        is_long = len(key.split()) > _MOST_WORDS
        return Stretch(Stuff.LONG, "") if is_long else Stretch(Stuff.WORDS, key)
    return Stretch(stuff, _key(words) if stuff is Stuff.TITLE else "")


def _pieces(words: str, *, is_before: bool) -> str:
    """The kinds of the pieces that `text.edges` sees in a stretch; "" where it sees anything else."""
    peeled = peel(f"{words}X" if is_before else f"X{words}")
    core = (len(words), len(words) + 1) if is_before else (0, 1)
    return "".join(peeled.shape) if peeled.core == core else ""


def _key(words: str) -> str:
    """The words as they are compared: without case, and without signs and quotes round them."""
    return normalize("NFC", _flat(words)).casefold().strip(_ROUND)


def _flat(words: str) -> str:
    return " ".join(words.split())


_QUESTIONS: Final = {
    (Stuff.QUOTE, True): say(
        "Do the quotes belong to {label}? Edges differ by them once.|"
        "Do the quotes belong to {label}? Edges differ by them {count} times."
    ),
    (Stuff.QUOTE, False): say(
        "Do the quotes belong to {label}? Edges differ by them once.|"
        "Do the quotes belong to {label}? Edges differ by them {count} times."
    ),
    (Stuff.SIGN, True): say(
        "Does a sign before it belong to {label}? Edges differ by it once.|"
        "Does a sign before it belong to {label}? Edges differ by it {count} times."
    ),
    (Stuff.SIGN, False): say(
        "Does a sign behind it belong to {label}? Edges differ by it once.|"
        "Does a sign behind it belong to {label}? Edges differ by it {count} times."
    ),
    (Stuff.YEAR, True): say(
        "Does the year belong to {label}? Edges differ by it once.|"
        "Does the year belong to {label}? Edges differ by it {count} times."
    ),
    (Stuff.YEAR, False): say(
        "Does the year belong to {label}? Edges differ by it once.|"
        "Does the year belong to {label}? Edges differ by it {count} times."
    ),
    (Stuff.LONG, True): say(
        "Where does {label} begin? Edges differ by long stretches once.|"
        "Where does {label} begin? Edges differ by long stretches {count} times."
    ),
    (Stuff.LONG, False): say(
        "Where does {label} end? Edges differ by long stretches once.|"
        "Where does {label} end? Edges differ by long stretches {count} times."
    ),
}
_TAKE_IN: Final = {
    True: say(
        "Does {label} take in “{words}” before it? Edges differ by it once.|"
        "Does {label} take in “{words}” before it? Edges differ by it {count} times."
    ),
    False: say(
        "Does {label} take in “{words}” behind it? Edges differ by it once.|"
        "Does {label} take in “{words}” behind it? Edges differ by it {count} times."
    ),
}


def question(row: EdgeWords, names: Mapping[str, str]) -> Message:
    """What the guideline should answer, in a sentence ready to be put into it."""
    template = _QUESTIONS.get((row.stretch.stuff, row.is_before), _TAKE_IN[row.is_before])
    return replace(
        template,
        values={"label": names.get(row.label, row.label), "count": row.places, "words": row.words},
    )
