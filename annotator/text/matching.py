"""Finding words or a pattern in a stored text, with offsets that are exact in it.

Words are compared folded (see `fold`), stretch by stretch: a hit is a stretch of whole letters whose folded
form is that of the sought words. The text is not folded as a whole, which takes long: a *sieve*, a regular
expression made of all letters that can stand for each sought one, runs over the text as it is, and only what
it finds is compared exactly.

Patterns are those of the `regex` package, under a time limit.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.text.fold import Composed, Folded, fold
from annotator.text.pattern_problems import problem_of
from annotator.text.pattern_size import LARGEST, size_of
from annotator.text.sieve import sieve_of
from annotator.text.words import cuts_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

PATTERN_SECONDS: Final = 1.0
"""So long a pattern may take for a million characters, and a fifth of it on any text: see decision 0014."""

LONGEST_SOUGHT: Final = 10_000
LONGEST_PATTERN: Final = 1_000
_MILLION: Final = 1_000_000
_ON_ANY_TEXT: Final = 0.2
_SHOWN: Final = 60
_KNOWN: Final = 1024


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for, and how exactly.

    Attributes:
        text: the words, or the pattern.
        regex: whether it is a regular expression of the `regex` package.
        words: only hits that begin and end where words do.
        case: whether letter case counts.
        diacritics: whether diacritics count (else đ is d as well).
        tone: whether "hòa" and "hoà" are the same; not looked at in patterns.
    """

    text: str
    regex: bool = False
    words: bool = True
    case: bool = True
    diacritics: bool = True
    tone: bool = True


def find_all(text: str, wanted: Wanted, seconds: float = PATTERN_SECONDS) -> list[tuple[int, int]]:
    """Every hit as [start, end), code points of the text; none overlap.

    Args:
        text: the stored text.
        wanted: what to look for.
        seconds: how long a pattern may take for a million characters, and a fifth of it beside that.

    Raises:
        UserError: nothing that can be looked for, not a pattern, or one that takes too long.
    """
    return matcher(wanted).find_all(text, seconds)


class Matcher:
    """Something to look for, made ready; get one by `matcher`.

    Attributes:
        wanted: what it looks for.
        probe: what the fully folded text of a document with a hit certainly contains; None if that cannot be
            said.
    """

    def __init__(self, wanted: Wanted) -> None:
        _require_sought(wanted)
        self.wanted = wanted
        self.probe: str | None = None

    def find_all(self, text: str, seconds: float = PATTERN_SECONDS) -> list[tuple[int, int]]:
        """As the function of that name."""
        return list(self._stretches(text, seconds))

    def _is_wanted(self, text: str, start: int, end: int) -> bool:
        """Whether a hit there counts: all do, or those of whole words."""
        return not self.wanted.words or is_whole(text, start, end)

    def fits(self, stretch: str) -> bool:
        """Whether this whole stretch, taken out of its text, is what is looked for."""
        return self.find_all(stretch) == [(0, len(stretch))]

    def _stretches(self, text: str, seconds: float) -> Iterator[tuple[int, int]]:
        raise NotImplementedError


class _Words(Matcher):
    """Looks for words."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__(wanted)
        self._needle = self._folded(wanted.text)
        whole = fold(self._needle)
        if not whole:
            raise UserError(
                say("What you look for holds no letter, only marks. Write the letters they stand on.")
            )
        self._sieve = sieve_of(fold(self._needle, case=not wanted.case), case=wanted.case)
        self._is_sure = not (wanted.diacritics and not wanted.case and "ι" in self._needle)
        self.probe = whole if self._is_sure else None
        self._known: dict[str, bool] = {}

    def _folded(self, text: str) -> str:
        wanted = self.wanted
        return fold(text, case=not wanted.case, diacritics=not wanted.diacritics, tone=wanted.tone)

    def _stretches(self, text: str, seconds: float) -> Iterator[tuple[int, int]]:  # noqa: ARG002
        rough = self._by_sieve(text) if self._sieve and self._is_sure else self._by_folding(text)
        place = 0
        for start, end in rough:
            if start >= place and self._is_it(text[start:end]) and self._is_wanted(text, start, end):
                yield start, end
                place = end

    def fits(self, stretch: str) -> bool:
        """Whether these are the words."""
        if self._is_sure and self._sieve is not None and self._sieve.match(stretch) is None:
            return False  # most are not, and folding them would take long
        return self._is_it(stretch)

    def _is_it(self, stretch: str) -> bool:
        known = self._known.get(stretch)
        if known is None:
            if len(self._known) >= _KNOWN:
                self._known.clear()
            known = self._known[stretch] = self._folded(stretch) == self._needle
        return known

    def _by_sieve(self, text: str) -> Iterator[tuple[int, int]]:
        if self._sieve is None:
            return
        found = self._sieve.search(text)
        while found is not None:
            start = found.start()
            yield start, _with_marks(text, found.end())
            found = self._sieve.search(text, start + 1)

    def _by_folding(self, text: str) -> Iterator[tuple[int, int]]:
        """As the sieve, for letters it does not know: over the folded text."""
        wanted = self.wanted
        if self._is_sure:
            folded, needle = Folded(text), fold(self._needle)
        else:
            folded = Folded(text, case=not wanted.case, diacritics=not wanted.diacritics, tone=wanted.tone)
            needle = self._needle
        place = folded.text.find(needle)
        while place >= 0:
            start, end = folded.source(place, place + len(needle))
            if fold(text[start]):  # a mark without a letter is none
                yield start, end
            place = folded.text.find(needle, place + 1)


class _Pattern(Matcher):
    """Looks for a regular expression."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__(wanted)
        if len(wanted.text) > LONGEST_PATTERN:
            raise UserError(
                say(
                    "A pattern may have {most} characters; this one has {length}. Shorten it.",
                    most=LONGEST_PATTERN,
                    length=len(wanted.text),
                )
            )
        if size_of(wanted.text) > LARGEST:
            raise UserError(
                say(
                    "The pattern “{pattern}” is too large when its repeats are written out. Repeat less "
                    "often, and without repeats within repeats.",
                    pattern=_short(wanted.text),
                )
            )
        self._compiled = _compiled(wanted)

    def _stretches(self, text: str, seconds: float) -> Iterator[tuple[int, int]]:
        way = self._way(text)
        limit = seconds * (_ON_ANY_TEXT + len(text) / _MILLION)
        looked_at = text if way is None else way.text
        place = 0
        try:
            for found in self._compiled.finditer(looked_at, timeout=limit, concurrent=True):
                start, end = found.span() if way is None else way.source(*found.span())
                end = _with_marks(text, end)
                if place <= start < end and self._is_wanted(text, start, end):
                    yield start, end
                    place = end
        except TimeoutError as error:
            raise _too_slow(self.wanted.text, limit) from error

    def _way(self, text: str) -> Composed | Folded | None:
        """What to look at instead of the text itself, with the way back."""
        if not self.wanted.diacritics:
            return Folded(text, case=False, diacritics=True, tone=False)
        return None if unicodedata.is_normalized("NFC", text) else Composed(text)


@lru_cache(maxsize=16)
def matcher(wanted: Wanted) -> Matcher:
    """What looks for this; one for the same wish, which must be no subclass of `Wanted` with more in it.

    Raises:
        UserError: nothing that can be looked for.
    """
    return _Pattern(wanted) if wanted.regex else _Words(wanted)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether [start, end) begins and ends outside words or at their edges."""
    return not cuts_word(text, start) and not cuts_word(text, end)


def _with_marks(text: str, end: int) -> int:
    """`end`, behind the marks of the letter before it."""
    while end < len(text) and text[end] >= "\u0300" and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end


def _require_sought(wanted: Wanted) -> None:
    text = wanted.text
    if not text:
        raise UserError(say("There is nothing to look for. Write the words you look for."))
    if len(text) > LONGEST_SOUGHT:
        raise UserError(
            say(
                "Words of up to {most} characters can be looked for; these have {length}. Shorten them.",
                most=LONGEST_SOUGHT,
                length=len(text),
            )
        )
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise UserError(say("What you look for holds half a character, which no text has. Write it anew."))


def _compiled(wanted: Wanted) -> regex.Pattern[str]:
    import regex

    pattern = unicodedata.normalize("NFC", wanted.text)
    if not wanted.diacritics:
        pattern = fold(pattern, case=False, diacritics=True, tone=False)
    try:
        return regex.compile(pattern, 0 if wanted.case else regex.IGNORECASE)
    except (regex.error, OverflowError, RecursionError, ValueError) as error:
        raise UserError(
            say(
                "“{pattern}” is not a regular expression ({problem}). Correct it, or look for it as words.",
                pattern=_short(wanted.text),
                problem=problem_of(error),
            )
        ) from error


def _too_slow(pattern: str, limit: float) -> UserError:
    return UserError(
        say(
            "The pattern “{pattern}” was stopped: it took longer than {seconds} s on one text. Write it so "
            "that fewer ways fit, without repeats within repeats for example.",
            pattern=_short(pattern),
            seconds=f"{limit:.2g}",
        )
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
