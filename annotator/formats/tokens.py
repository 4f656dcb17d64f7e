"""The three ways to cut a text into tokens for formats that have rows of them, and where tokens stand."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.messages import say
from annotator.text.segment import TokenTexts, token_texts, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def tokeniser(name: str) -> Callable[[str, Iterable[int]], TokenTexts]:
    """A function that gives the tokens of a text, and which of them begin and end at the places asked for.

    The places are code points in order, from 0 to the text's length.

    Args:
        name: syllables (`text.segment.tokens`), words (syllables that belong together, by underthesea, with
            a low line for the white space inside), or characters (code points but white space).

    Raises:
        UserError: no such way, or words without the extra that knows them.
    """
    if name == "syllables":
        return token_texts
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


def join_syllables(text: str, words: Iterable[str]) -> TokenTexts:
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
    return _placed(joined, starts, ends)


def _placed(texts: list[str], starts: Iterable[int], ends: Iterable[int]) -> TokenTexts:
    return TokenTexts(
        texts,
        {start: number for number, start in enumerate(starts)},
        {end: number for number, end in enumerate(ends)},
    )


def _characters(text: str, places: Iterable[int]) -> TokenTexts:  # noqa: ARG001
    starts = [place for place, sign in enumerate(text) if not sign.isspace()]
    return _placed([text[start] for start in starts], starts, [start + 1 for start in starts])


def _words() -> Callable[[str, Iterable[int]], TokenTexts]:
    try:
        from underthesea import word_tokenize  # type: ignore[import-not-found]
    except ImportError as error:
        raise UserError(
            say(
                "Words need the extra “vietnamese”: install it with pip install 'annotator[vietnamese]', or "
                "choose syllables."
            )
        ) from error

    def words(text: str, places: Iterable[int]) -> TokenTexts:  # noqa: ARG001
        return join_syllables(text, word_tokenize(text))

    return words
