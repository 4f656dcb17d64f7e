"""The three ways to cut a text into tokens for formats that have rows of them, and where tokens stand."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from annotator.errors import UserError
from annotator.messages import say
from annotator.text.segment import TokenTexts, paragraphs, token_texts, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Places = list[tuple[int, int]]


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
    find = placer(name)

    def texts(text: str, places: Iterable[int]) -> TokenTexts:  # noqa: ARG001  (all are given)
        return _told(text, find(text))

    return texts


def placer(name: str) -> Callable[[str], Places]:
    """A function that gives (start, end) of each token of a text, in code points and in order.

    Args:
        name: as for `tokeniser`.

    Raises:
        UserError: no such way, or words without the extra that knows them.
    """
    if name == "syllables":
        return _syllables
    if name == "characters":
        return _characters
    if name == "words":
        return lru_cache(maxsize=2)(_words())
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


def join_syllables(text: str, words: Iterable[str]) -> Places:
    """Where the words of a text stand; one that ends inside a syllable goes on to the syllable's end.

    Inked characters are counted, so that no word is searched for. Where the segmenter has not given back
    the very characters of the text, each syllable is a word.

    Args:
        text: as it is stored.
        words: what a word segmenter made of its NFC, in order; white space in them is free.
    """
    places = _syllables(text)
    inks = [unicodedata.normalize("NFC", text[start:end]) for start, end in places]
    found = ["".join(word.split()) for word in words]
    if "".join(found) != "".join(inks):
        return places
    word_ends = set(ends_of(found))
    joined = []
    first = 0
    for number, ink in enumerate(ends_of(inks)):
        if ink in word_ends:
            joined.append((places[first][0], places[number][1]))
            first = number + 1
    return joined


def _told(text: str, places: Sequence[tuple[int, int]]) -> TokenTexts:
    return TokenTexts(
        ["_".join(text[start:end].split()) for start, end in places],
        {start: number for number, (start, _) in enumerate(places)},
        {end: number for number, (_, end) in enumerate(places)},
    )


def _syllables(text: str) -> Places:
    return [place for place in tokens(text) if not text[place[0]].isspace()]


def _characters(text: str) -> Places:
    return [(start, start + 1) for start, sign in enumerate(text) if not sign.isspace()]


def _words() -> Callable[[str], Places]:
    try:
        from underthesea import word_tokenize  # type: ignore[import-not-found]
    except ImportError as error:
        raise UserError(
            say(
                "Words need the extra “vietnamese”: install it with pip install 'annotator[vietnamese]', or "
                "choose syllables."
            )
        ) from error

    def words(text: str) -> Places:
        return [
            place for start, end in paragraphs(text) for place in _words_of(text, start, end, word_tokenize)
        ]

    return words


def _words_of(text: str, start: int, end: int, segment: Callable[..., Any]) -> Places:
    """The words of one paragraph; the segmenter sees an NFC copy and must not normalise further."""
    stretch = text[start:end]
    if not stretch.strip():
        return []
    words = segment(unicodedata.normalize("NFC", stretch), use_token_normalize=False)
    return [(first + start, last + start) for first, last in join_syllables(stretch, words)]
