"""Counting where thousands of strings stand in a text, in one pass.

Texts and strings are compared as `string_key` makes them: forms of accents and kinds of blanks aside. Both
are cut into pieces, a piece being a syllable with the blank behind it or a single sign, and each piece is a
number. An automaton after Aho and Corasick reads the pieces and notes the state it comes to; which strings
ended there is summed up once, at the end. So a text costs what its pieces cost, however many strings stand
in it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from annotator.text.fold import fold
from annotator.text.words import cuts_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Numbers = list[int]
    Move = tuple[int, int]

_UNSEEN: Final = "\u00ad\u200b\u2060\ufeff\ufe00-\ufe0f"
"""What folding drops, inside a character class."""

_APART: Final = r"\s!\"();?\[\]{}«»“”…–—"
"""Blanks and signs that stand in no word, inside a character class."""

_BLANK, _WITHIN, _APART_BY = 1, 2, 4
"""Bits of the number of a piece: a blank follows; it ends within a word. 0 is what no string holds."""

_KNOWN: Final = 200_000
"""So many different pieces of texts, and so many detours of the automaton, are remembered at a time."""


def string_key(words: str) -> str:
    r"""What makes two strings the same: forms of accents and kinds of blanks aside.

    >>> string_key("Tỉnh\u00a0ủy") == string_key("Tỉnh ủy")
    True
    """
    return words if words.isascii() and words.isprintable() else fold(words, case=False, diacritics=False)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """(what finds the pieces of a text, what finds signs that may tie two runs of letters to one word)."""
    marks = "".join(chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code))[0] == "M")
    letters = rf"\w{marks}"
    piece = rf"[{_UNSEEN}]*(?:[{letters}][{letters}{_UNSEEN}]*\s?|[^{letters}{_UNSEEN}]|$)"
    tie = rf"[^{letters}{_APART}{_UNSEEN}](?=[^{_APART}])"
    return re.compile(piece), re.compile(tie)


class _Pieces(dict[str, int]):
    """A piece of a text -> its number, filled as pieces are met.

    The number says which letters they are, and by its last two bits whether a blank follows, and whether
    their end lies within a word.
    """

    def __init__(self) -> None:
        super().__init__()
        self._letters: dict[str, int] = {}
        self.is_closed = False

    @property
    def span(self) -> int:
        """More than the highest number."""
        return _APART_BY * (len(self._letters) + 1)

    def __missing__(self, piece: str) -> int:
        if len(self) >= _KNOWN:
            self.clear()
        has_blank = len(piece) > 1 and piece[-1].isspace()
        letters = string_key(piece[:-1] if has_blank else piece)
        if self.is_closed or not letters:
            number = self._letters.get(letters, 0)
        else:
            number = self._letters.setdefault(letters, len(self._letters) + 1)
        self[piece] = found = _APART_BY * number + (_BLANK if has_blank and number else 0)
        return found


@dataclass(slots=True)
class Tally:
    """What was met in some texts, to be read by `Phrases.counts`.

    Attributes:
        states: of the automaton, each as often as it was come to.
        excess: strings that these hold too often, since they begin within a word.
    """

    states: Counter[int] = field(default_factory=Counter)
    excess: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Read:
    """A text in pieces: as they stand there, their numbers, their starts, those that begin within a word."""

    words: list[str]
    numbers: Numbers
    starts: Numbers
    within: Numbers

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The pieces that lie in [start, end), the blank behind the last one left aside."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        if last > first and self.starts[last - 1] + len(self.words[last - 1].rstrip()) > end:
            last -= 1
        return first, last


class _Moves(dict[int, "Move"]):
    """State and number of a piece, added -> (the state if nothing follows, the state to go on from).

    Filled as moves are made.
    """

    def __init__(self, tree: dict[int, int], fails: dict[int, int], span: int) -> None:
        super().__init__()
        self._tree, self._fails, self._span = tree, fails, span

    def __missing__(self, move: int) -> Move:
        if len(self) >= _KNOWN:
            self.clear()
        number = move % self._span
        ended = 0 if number & _WITHIN else self._step(move - number, number & ~_BLANK)
        self[move] = found = ended, self._step(move - number, number & ~_WITHIN)
        return found

    def _step(self, state: int, number: int) -> int:
        after = self._tree.get(state + number)
        return fallen(self._tree, self._fails, state, number) if after is None else after


def fallen(tree: dict[int, int], fails: dict[int, int], state: int, number: int) -> int:
    """The state behind a piece that does not go on from `state`: the longest end of it that does."""
    while state:
        state = fails[state]
        found = tree.get(state + number)
        if found is not None:
            return found
    return 0


class Phrases:
    """Strings to be counted, made ready.

    Args:
        keys: the strings, each as `string_key` makes it, without blanks at its ends; those without a letter
            or figure are never found.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._pieces = _Pieces()
        self._cutter, self._tie = _patterns()
        strings = {key: self._cut(key) for key in keys if any(map(str.isalnum, key))}
        self._pieces.is_closed = True
        self._tree: dict[int, int] = {}
        self._fails: dict[int, int] = {}
        self._ends = self._grow(strings)
        self._moves = _Moves(self._tree, self._fails, self._pieces.span)

    def _cut(self, key: str) -> Numbers:
        return [self._pieces[piece] for piece in self._cutter.findall(key) if piece]

    def _grow(self, strings: dict[str, Numbers]) -> dict[int, str]:
        """Make the tree level by level; the states where strings end.

        States are so far apart that adding the number of a piece to one makes no other.
        """
        tree, fails, span = self._tree, self._fails, self._pieces.span
        ends: dict[int, str] = {}
        growing = dict.fromkeys(strings, 0)
        depth = 0
        while growing:
            for key, state in list(growing.items()):
                number = strings[key][depth]
                after = tree.get(state + number)
                if after is None:
                    after = (len(tree) + 1) * span
                    fails[after] = fallen(tree, fails, state, number)
                    tree[state + number] = after
                growing[key] = after
                if depth + 1 == len(strings[key]):
                    ends[growing.pop(key)] = key
            depth += 1
        return ends

    def look(self, text: str, covers: Sequence[tuple[int, int]], met: Tally, free: Tally) -> None:
        """Count the places of strings in a text, whole words only; places may overlap.

        Args:
            text: as stored.
            covers: stretches [start, end) in code points, in order, none touching another.
            met: takes what stands anywhere.
            free: takes what stands where no cover touches it.
        """
        read = self._read(text)
        moves = self._walk(read.numbers)
        met.states.update([ended for ended, _ in moves])
        met.excess.update(self._too_much(read, 0, len(read.numbers)))
        last = 0
        apart: Numbers = []
        for start, end in (*covers, (len(text), len(text))):
            first, finish = read.between(last, start)
            apart += [ended for ended, _ in self._walk_anew(read.numbers, first, finish, moves)]
            free.excess.update(self._too_much(read, first, finish))
            last = end
        free.states.update(apart)

    def counts(self, tally: Tally) -> Counter[str]:
        """How often each string was counted, those that were not left out."""
        states = Counter(tally.states)
        for state in reversed(self._fails):  # made level by level, so the longest come first
            if states[state]:
                states[self._fails[state]] += states[state]
        found = Counter({key: states[state] for state, key in self._ends.items() if states[state]})
        found.subtract(tally.excess)
        return +found

    def _read(self, text: str) -> _Read:
        words = [*filter(None, self._cutter.findall(text))]
        numbers = list(map(self._pieces.__getitem__, words))
        starts = list(accumulate(map(len, words), initial=0))[:-1]
        within = []
        for border in sorted(self._within_words(text)):
            place = bisect_left(starts, border)
            if place < len(starts) and starts[place] == border:
                within.append(place)
                numbers[place - 1] |= _WITHIN
        return _Read(words, numbers, starts, within)

    def _within_words(self, text: str) -> set[int]:
        """The borders of pieces that lie within a word: at a sign that ties, as in "20/11"."""
        borders = (place for match in self._tie.finditer(text) for place in match.span())
        return {place for place in borders if cuts_word(text, place)}

    def _walk(self, numbers: Numbers) -> list[Move]:
        """The moves that the pieces make."""
        known, state = self._moves, 0
        made = []
        for number in numbers:
            move = known[state + number]
            made.append(move)
            state = move[1]
        return made

    def _walk_anew(self, numbers: Numbers, first: int, finish: int, moves: list[Move]) -> list[Move]:
        """The moves that the pieces [first, finish) make, read without what stands before them.

        As soon as they come to the state of the whole text's, which is soon, they are the same.
        """
        known, state = self._moves, 0
        made = []
        for place in range(first, finish):
            move = known[state + numbers[place]]
            made.append(move)
            state = move[1]
            if state == moves[place][1]:
                return made + moves[place + 1 : finish]
        return made

    def _too_much(self, read: _Read, first: int, finish: int) -> list[str]:
        """The strings in the pieces [first, finish) that begin within a word."""
        if not read.within:
            return []
        places = read.within[bisect_left(read.within, first) : bisect_left(read.within, finish)]
        return [key for place in places for key in self._beginning(read.numbers, place, finish)]

    def _beginning(self, numbers: Numbers, place: int, finish: int) -> Iterator[str]:
        """The strings that begin with a piece, and end before `finish`."""
        state: int | None = 0
        while state is not None and place < finish:
            number = numbers[place]
            ended = None if number & _WITHIN else self._tree.get(state + (number & ~_BLANK))
            if ended in self._ends:
                yield self._ends[ended]
            state = self._tree.get(state + (number & ~_WITHIN))
            place += 1
