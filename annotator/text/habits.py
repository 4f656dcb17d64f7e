"""What a person's own spans tell of how they draw borders: with quotes or without, the body, the years."""

from __future__ import annotations

from collections import Counter
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from annotator.text.headlines import words_read
from annotator.text.name_tokens import paragraph_near, phrase_at, plain
from annotator.text.name_words import ADDRESS, YEARS
from annotator.text.names import award_from, before_address, office_from, years_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.text.name_tokens import Token

_ENOUGH: Final = 3
_LONGEST: Final = 160
_MOST_WORDS: Final = 20_000
_QUOTES: Final = frozenset('"“”„‘’«»‹›「」『』《》')


class Trait(Enum):
    """A choice that a border makes."""

    QUOTES = auto()
    ADDRESS = auto()
    BODY = auto()
    YEARS = auto()


class Habits:
    """How often a person kept what stands at borders, by label, and the words each label was given to."""

    def __init__(self) -> None:
        self._kept: Counter[tuple[str, Trait]] = Counter()
        self._left: Counter[tuple[str, Trait]] = Counter()
        self._words: dict[str, Counter[str]] = {}
        self._first: dict[str, set[str]] = {}
        self._count = 0

    def learn(self, label: str, text: str, start: int, end: int) -> None:
        """Take in the borders of one span of `label` over [start, end) of a text."""
        if end - start > _LONGEST:
            return
        self.learn_words(label, text[start:end])
        for trait, is_kept in traits(text, start, end):
            (self._kept if is_kept else self._left)[label, trait] += 1

    def unlearn(self, label: str, text: str, start: int, end: int) -> None:
        """Forget what `learn` took in of this span."""
        if end - start > _LONGEST:
            return
        words, known = folded(text[start:end]), self._words.get(label, Counter())
        known[words] -= 1
        if known[words] <= 0:
            del known[words]
        for trait, is_kept in traits(text, start, end):
            (self._kept if is_kept else self._left)[label, trait] -= 1

    def learn_words(self, label: str, covered: str) -> None:
        """Take in words a label was given to."""
        if len(covered) <= _LONGEST and self._count < _MOST_WORDS:
            self._count += 1
            words = folded(covered)
            self._words.setdefault(label, Counter())[words] += 1
            self._first.setdefault(label, set()).add(_beginning(words))

    def add(self, other: Habits) -> None:
        """Take in all that another one has learned."""
        self._kept.update(other._kept)
        self._left.update(other._left)
        for label, words in other._words.items():
            self._words.setdefault(label, Counter()).update(words)
            self._first.setdefault(label, set()).update(other._first[label])
        self._count += other._count

    def keeps(self, label: str, trait: Trait, usually: bool) -> bool:
        """Whether the person mostly keeps it; `usually` while too little is known."""
        kept, left = self._kept[label, trait], self._left[label, trait]
        return kept > left if kept + left >= _ENOUGH else usually

    def knows(self, label: str, covered: str) -> bool:
        """Whether these very words carry the label elsewhere."""
        words = self._words.get(label)
        return words is not None and folded(covered) in words

    def may_begin(self, label: str, word: str) -> bool:
        """Whether words that carry the label begin so; a quick look before `knows`."""
        return _beginning(word) in self._first.get(label, ())

    def is_empty(self, label: str) -> bool:
        """Whether nothing is known of a label."""
        return not self._words.get(label)


def _beginning(words: str) -> str:
    """The first two characters, of one letter that letter and the blank after it."""
    return f"{words} "[:2]


def folded(covered: str) -> str:
    """Words as they are compared: composed, in small letters, one blank between them."""
    return " ".join(plain(covered).split())


def traits(text: str, start: int, end: int) -> Iterator[tuple[Trait, bool]]:
    """The choices that the borders of [start, end) made: which, and whether it was kept inside."""
    if text[start] in _QUOTES and text[end - 1] in _QUOTES:
        yield Trait.QUOTES, True
    elif start > 0 and end < len(text) and text[start - 1] in _QUOTES and text[end] in _QUOTES:
        yield Trait.QUOTES, False
    words = words_read(text, *paragraph_near(text, start))
    inside = [place for place, token in enumerate(words) if start <= token.start and token.end <= end]
    if inside:
        yield from _by_words(words, inside[0], inside[-1] + 1)


def _by_words(words: Sequence[Token], first: int, last: int) -> Iterator[tuple[Trait, bool]]:
    if 0 < phrase_at(words, first, ADDRESS) < last - first:
        yield Trait.ADDRESS, True
    elif before_address(words, first) < first:
        yield Trait.ADDRESS, False
    for bare, whole in (office_from(words, first), award_from(words, first)):
        if bare < whole and last in (bare, whole):
            yield Trait.BODY, last == whole
    if years_after(words, last) > last:
        yield Trait.YEARS, False
    elif any(phrase_at(words, place, YEARS) for place in range(first + 1, last)):
        yield Trait.YEARS, True
