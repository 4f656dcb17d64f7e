"""The three ways to cut a text into tokens for formats that have rows of them, and where tokens stand.

The tokens of a text together are all of it but its white space. So a place in the text and a border between
tokens meet in one number: how many inked characters, those other than white space, come before it. Whole
lists are counted at once; no token is asked where it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.text.segment import token_texts, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Tokens = tuple[list[str], list[int]]
    """Tokens in order as they stand in rows, and for each the inked characters of the text up to its end."""

_BLANK: Final = re.compile(r"\s")
_BLANK_SIGNS: Final = re.compile(r"[\x1c-\x1f]")  # white space for Python, signs for the regex package


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


def blanks_of(text: str) -> list[int]:
    """The places of white space in a text, in order."""
    pieces = _BLANK.split(text)
    return list(map(add, ends_of(pieces), range(len(pieces) - 1)))


def ink_before(place: int, blanks: Sequence[int]) -> int:
    """The characters other than white space before a place; `blanks` as `blanks_of` gives them."""
    return place - bisect_left(blanks, place)


def join_syllables(text: str, words: Iterable[str]) -> Tokens:
    """The words of a text; one that ends inside a syllable goes on to the syllable's end.

    Args:
        text: as it is stored.
        words: what a word segmenter made of it, in order; white space in them is free.
    """
    word_ends = set(ends_of("".join(word.split()) for word in words))
    joined, ends = [], []
    first = ink = 0
    places = [place for place in tokens(text) if not text[place[0]].isspace()]
    for number, (start, end) in enumerate(places):
        ink += end - start
        if ink in word_ends or number == len(places) - 1:
            joined.append("_".join(text[places[first][0] : end].split()))
            ends.append(ink)
            first = number + 1
    return joined, ends


def _syllables(text: str) -> Tokens:
    found = token_texts(text)
    if _BLANK_SIGNS.search(text):
        found = [token for token in found if not token.isspace()]
    return found, ends_of(found)


def _characters(text: str) -> Tokens:
    found = list("".join(text.split()))
    return found, list(range(1, len(found) + 1))


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
