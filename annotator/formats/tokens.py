"""The three ways to cut a text into tokens for formats that have rows of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.text.segment import tokens as syllables_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Tokens = list[tuple[int, int]]

_CHARACTER: Final = re.compile(r"\S")


def tokeniser(name: str) -> Callable[[str], Tokens]:
    """A function that gives the tokens of a text as (start, end) in code points, in order, never overlapping.

    Args:
        name: syllables (`text.segment.tokens`), words (syllables that belong together, by underthesea), or
            characters (code points other than white space).

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


def _syllables(text: str) -> Tokens:
    return list(syllables_of(text))


def _characters(text: str) -> Tokens:
    return [found.span() for found in _CHARACTER.finditer(text)]


def _words() -> Callable[[str], Tokens]:
    try:
        from underthesea import word_tokenize  # type: ignore[import-not-found]
    except ImportError as error:
        raise UserError(
            say(
                "Words need the extra “vietnamese”: install it with pip install 'annotator[vietnamese]', "
                "or choose syllables."
            )
        ) from error

    def words(text: str) -> Tokens:
        return join_syllables(text, _syllables(text), word_tokenize(text))

    return words


def join_syllables(text: str, syllables: Tokens, words: list[str]) -> Tokens:
    """The syllables, those that make up one of `words` joined; a word that cuts a syllable joins nothing.

    Args:
        text: the stored text.
        syllables: its syllables in order.
        words: what a word segmenter made of the text, in order; white space in them is free.
    """
    word_ends = _ends_without_space(words)
    joined: Tokens = []
    count = 0
    first = None
    for start, end in syllables:
        first = start if first is None else first
        count += len("".join(text[start:end].split()))
        if count in word_ends:
            joined.append((first, end))
            first = None
    if first is not None:
        joined.append((first, syllables[-1][1]))
    return joined


def _ends_without_space(words: list[str]) -> set[int]:
    """How many characters other than white space have passed at the end of each word."""
    ends, count = set(), 0
    for word in words:
        count += len("".join(word.split()))
        ends.add(count)
    return ends
