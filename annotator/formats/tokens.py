"""The three ways to cut a text into tokens for formats that have rows of them, and where tokens stand."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.errors import UserError
from annotator.messages import say
from annotator.text.segment import token_stretches, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_BLANK_SIGNS: Final = re.compile(r"[\x1c-\x1f]")  # white space for Python, signs for the regex package


class Tokens(NamedTuple):
    """The tokens of a text in order: together they are all of it but its white space.

    Attributes:
        texts: as they stand in rows.
        starts: where each begins in the text.
        ends: where each ends, None if each is as long in the text as in its row.
    """

    texts: list[str]
    starts: list[int]
    ends: Sequence[int] | None = None

    def end(self, place: int) -> int:
        """Where one token ends."""
        return self.ends[place] if self.ends else self.starts[place] + len(self.texts[place])


def tokeniser(name: str) -> Callable[[str], Tokens]:
    """A function that gives the tokens of a text.

    Args:
        name: syllables (`text.segment.tokens`), words (syllables that belong together, by underthesea, with
            a low line for the white space inside), or characters (code points but white space).

    Raises:
        UserError: no such way, or words without the extra that knows them.
    """
    if name == "syllables":
        return _syllables
    if name == "characters":
        return _characters
    if name == "words":
        return _words()
    raise UserError(
        say(
            "“{tokens}” is no kind of token; there are {known}.",
            tokens=name,
            known="syllables, words, characters",
        )
    )


def ends_of(tokens: Iterable[str]) -> list[int]:
    """For each token, the inked characters up to its end."""
    return list(accumulate(map(len, tokens)))


def join_syllables(text: str, words: Iterable[str]) -> Tokens:
    """The words of a text; one that ends inside a syllable goes on to the syllable's end.

    Args:
        text: as it is stored.
        words: what a word segmenter made of it, in order; white space in them is free.
    """
    word_ends = set(ends_of("".join(word.split()) for word in words))
    joined, starts, ends = [], [], []
    first = ink = 0
    places = [place for place in tokens(text) if not text[place[0]].isspace()]
    for number, (start, end) in enumerate(places):
        ink += end - start
        if ink in word_ends or number == len(places) - 1:
            joined.append("_".join(text[places[first][0] : end].split()))
            starts.append(places[first][0])
            ends.append(end)
            first = number + 1
    return Tokens(joined, starts, ends)


def _syllables(text: str) -> Tokens:
    if _BLANK_SIGNS.search(text):
        places = [place for place in tokens(text) if not text[place[0]].isspace()]
        return Tokens([text[start:end] for start, end in places], [start for start, _ in places])
    stretches = token_stretches(text)
    begin = len(text) - len(text.lstrip())
    starts = list(accumulate(map(len, stretches), initial=begin))
    return Tokens(list(map(str.rstrip, stretches)), starts[:-1])


def _characters(text: str) -> Tokens:
    places = [place for place, sign in enumerate(text) if not sign.isspace()]
    return Tokens([text[place] for place in places], places)


def _words() -> Callable[[str], Tokens]:
    try:
        from underthesea import word_tokenize  # type: ignore[import-not-found]
    except ImportError as error:
        raise UserError(
            say(
                "Words need the extra “vietnamese”: install it with pip install 'annotator[vietnamese]', or "
                "choose syllables."
            )
        ) from error

    def words(text: str) -> Tokens:
        return join_syllables(text, word_tokenize(text))

    return words
