"""What the offsets of a foreign file count, found out by the covered words that the file carries.

Tools count code points (spaCy, doccano), UTF-16 units (UIMA, WebAnno, JavaScript), bytes, or code points with
a Windows line end as one (brat). A unit is accepted for a document only if all of its spans fit; else the
spans that do not fit are named one by one, by the unit in which most do.

Words are compared in steps: exactly, then with runs of white space as one blank, then in one normal form,
then without case; a step is taken only when no unit fits at the steps before it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate
from operator import lt
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotator.formats.base import Notices
    from annotator.messages import Message
    from annotator.model.span import Parts

CODE_POINTS: Final = "code points"
UTF16: Final = "UTF-16 units"
BYTES: Final = "bytes of UTF-8"
CRLF_AS_ONE: Final = "code points, a Windows line end as one"

UNITS: Final = (CODE_POINTS, UTF16, BYTES, CRLF_AS_ONE)
"""In the order in which they are tried."""

_TWO_UNITS: Final = re.compile("[\U00010000-\U0010ffff]")
"""What takes two UTF-16 units; to look for the largest sign of a text takes ten times as long."""

_JOINTS: Final = (" ", " ... ", " [...] ", "")
"""What writers put between the parts of a discontinuous span."""

_SHOWN: Final = 60


class Claim(NamedTuple):
    """Where a file says that a span is, in the file's unit.

    Attributes:
        start: first unit, inclusive.
        end: unit after the last one.
        words: that it covers, None if the file does not say.
        parts: None, or the stretches of a discontinuous span, in order; `start` and `end` are their hull.
    """

    start: int
    end: int
    words: str | None = None
    parts: tuple[tuple[int, int], ...] | None = None


class Place(NamedTuple):
    """Where the span is, in code points of the text, half open."""

    start: int
    end: int
    parts: Parts | None = None


class Misfit(NamedTuple):
    """A claim that does not fit: its number among the claims, from 0, and why, without a full stop."""

    number: int
    reason: Message


_make_place = partial(tuple.__new__, Place)


@dataclass(frozen=True, slots=True)
class Settled:
    """What was found out about one document.

    Attributes:
        unit: one of `UNITS`.
        step: how loosely words had to be compared, 0 for exactly; see `STEPS`.
        places: one a claim and in their order; empty if any does not fit.
        misfits: those that do not fit, by the unit in which most do; empty if all do.
    """

    unit: str
    step: int
    places: tuple[Place, ...]
    misfits: tuple[Misfit, ...] = ()


def settle(text: str, claims: Sequence[Claim], units: Sequence[str] = UNITS) -> Settled:
    """The places of all claims, in code points, by the first unit in which all of them fit.

    Args:
        text: of the document, as it is stored.
        claims: of all its spans. Without words only their being inside the text and in order is checked.
        units: those to try, the likeliest first; one alone where the format leaves no doubt.
    """
    ways: list[_Way] = []
    for way in _ways(text, units):
        ways.append(way)
        if settled := _fitting(way, claims, 0):
            return settled
    for step in range(1, len(STEPS)):
        for way in ways:
            if settled := _fitting(way, claims, step):
                return settled
    return min((_refused(way, claims) for way in ways), key=lambda settled: len(settled.misfits))


def _ways(text: str, units: Sequence[str]) -> Iterator[_Way]:
    """A way for each unit, made when it is its turn; of those that count as code points do only the first."""
    is_any_plain = False
    for unit in units:
        way = _Way(unit, text)
        if not way.is_plain or not is_any_plain:
            yield way
        is_any_plain = is_any_plain or way.is_plain


def _fitting(way: _Way, claims: Sequence[Claim], step: int) -> Settled | None:
    """What is settled if all claims fit, at this step of comparing words; None as soon as one does not."""
    whole: Iterator[Place] | None = None
    if step == 0 and way.is_plain:
        plain = way.all_places([claim for claim in claims if not claim.parts])
        if plain is not None and len(plain) == len(claims):
            return Settled(way.unit, step, plain)
        whole = None if plain is None else iter(plain)
    places = []
    for claim in claims:
        place = next(whole) if whole is not None and not claim.parts else way.place(claim, step)
        if not isinstance(place, Place):
            return None
        places.append(place)
    return Settled(way.unit, step, tuple(places))


def _refused(way: _Way, claims: Iterable[Claim]) -> Settled:
    loosest = len(STEPS) - 1
    found = [(number, way.place(claim, loosest)) for number, claim in enumerate(claims)]
    misfits = tuple(Misfit(number, place) for number, place in found if not isinstance(place, Place))
    return Settled(way.unit, loosest, (), misfits)


class _Way:
    """Reads the claims of one document in one unit."""

    def __init__(self, unit: str, text: str) -> None:
        self.unit = unit
        self._text = text
        self._places = _places(_widths(unit, text))

    @property
    def is_plain(self) -> bool:
        """Whether in this text the unit counts as code points do."""
        return self._places is None

    def all_places(self, claims: Sequence[Claim]) -> tuple[Place, ...] | None:
        """The places of claims in one piece as most files have them: in code points, with words.

        All are looked at together, a column at a time. None says nothing: look at each.
        """
        if not claims:
            return ()
        starts, ends, words, parts = zip(*claims, strict=True)
        if min(starts) < 0 or max(ends) > len(self._text) or not all(map(lt, starts, ends)):
            return None
        if tuple(map(self._text.__getitem__, map(slice, starts, ends))) != words:
            return None
        return tuple(map(_make_place, zip(starts, ends, parts, strict=True)))

    def place(self, claim: Claim, step: int) -> Place | Message:
        """Where the claim is, or why it cannot be there."""
        parts = claim.parts or ((claim.start, claim.end),)
        found = []
        for start, end in parts:
            stretch = self._stretch(start, end)
            if not isinstance(stretch, tuple):
                return stretch
            found.append(stretch)
        if claim.words is not None and not self._covers(found, claim.words, step):
            return _says(self._text, found, claim)
        hull = found[0][0], found[-1][1]
        return Place(*hull, tuple(found) if claim.parts and len(found) > 1 else None)

    def _stretch(self, start: int, end: int) -> tuple[int, int] | Message:
        if start < 0 or end <= start:
            return say("{start}–{end} is no stretch of text", start=start, end=end)
        if self._places is None:
            if end > len(self._text):
                return say(
                    "end {end} is after the end of the text ({length} characters)",
                    end=end,
                    length=len(self._text),
                )
            return start, end
        first, last = self._places.get(start), self._places.get(end)
        if first is not None and last is not None:
            return first, last
        if max(start, end) > max(self._places):
            return say(
                "end {end} is after the end of the text ({length} {unit})",
                end=end,
                length=max(self._places),
                unit=UNIT_NAMES[self.unit],
            )
        return say("{start}–{end} begins or ends inside a character", start=start, end=end)

    def _covers(self, stretches: Sequence[tuple[int, int]], words: str, step: int) -> bool:
        pieces = [self._text[start:end] for start, end in stretches]
        if len(pieces) == 1:
            return _alike(pieces[0], words, step)
        return any(_alike(joint.join(pieces), words, step) for joint in _JOINTS)


def _alike(covered: str, words: str, step: int) -> bool:
    if covered == words:
        return True
    return any(fold(covered) == fold(words) for fold in STEPS[1 : step + 1])


def _says(text: str, stretches: Sequence[tuple[int, int]], claim: Claim) -> Message:
    covered = " ".join(text[start:end] for start, end in stretches)
    return say(
        "says “{words}” but the text at {start}–{end} is “{covered}”",
        words=_short(claim.words or ""),
        start=claim.start,
        end=claim.end,
        covered=_short(covered),
    )


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def utf16_places(text: str) -> Sequence[int]:
    """For each code point of the text, and for its end, the UTF-16 units before it."""
    if not _TWO_UNITS.search(text):
        return range(len(text) + 1)
    return list(accumulate((2 if sign > "\uffff" else 1 for sign in text), initial=0))


def _widths(unit: str, text: str) -> Iterator[int] | None:
    """How many units each code point takes; None where all take one."""
    if unit == UTF16 and _TWO_UNITS.search(text):
        return (2 if sign > "\uffff" else 1 for sign in text)
    if unit == BYTES and not text.isascii():
        return (len(sign.encode("utf-8", "surrogatepass")) for sign in text)
    if unit == CRLF_AS_ONE and "\r\n" in text:
        following = [*text[1:], ""]
        return (
            0 if sign == "\r" and after == "\n" else 1 for sign, after in zip(text, following, strict=True)
        )
    return None


def _places(widths: Iterator[int] | None) -> dict[int, int] | None:
    """Units before a code point -> its place; of a line end that counts as one, where it begins."""
    if widths is None:
        return None
    places: dict[int, int] = {}
    for place, units in enumerate(accumulate(widths, initial=0)):
        places.setdefault(units, place)
    return places


def _blanks(words: str) -> str:
    return " ".join(words.split())


def _one_form(words: str) -> str:
    return unicodedata.normalize("NFC", _blanks(words))


def _no_case(words: str) -> str:
    return _one_form(words).casefold()


STEPS: Final[tuple[Callable[[str], str], ...]] = (str, _blanks, _one_form, _no_case)
"""How words are folded before they are compared: not at all, then white space, normal form, case as well."""

UNIT_NAMES: Final = {
    CODE_POINTS: say("code points"),
    UTF16: say("UTF-16 units"),
    BYTES: say("bytes of UTF-8"),
    CRLF_AS_ONE: say("code points, a Windows line end as one"),
}

_STEP_NAMES: Final = (
    say("exactly"),
    say("but for white space"),
    say("but for white space and normal form (NFC, NFD)"),
    say("but for letter case, white space and normal form"),
)


@dataclass(slots=True)
class UnitTally:
    """Which units and steps the documents of one file needed, for what its report says of it."""

    units: Counter[str] = field(default_factory=Counter)
    steps: Counter[int] = field(default_factory=Counter)

    def count(self, settled: Settled) -> None:
        """One more document that fits."""
        self.units[settled.unit] += 1
        self.steps[settled.step] += 1

    def tell(self, notices: Notices) -> None:
        """Say what is worth knowing: another unit than code points, words that are not exactly the text's."""
        for unit in UNITS[1:]:
            if self.units[unit]:
                notices.add(
                    say(
                        "Offsets of {count} document count {unit}; they were turned into code points."
                        "|Offsets of {count} documents count {unit}; they were turned into code points.",
                        count=self.units[unit],
                        unit=UNIT_NAMES[unit],
                    )
                )
        for step in range(1, len(STEPS)):
            if self.steps[step]:
                notices.add(
                    say(
                        "In {count} document the words given for spans agree with the text {how}."
                        "|In {count} documents the words given for spans agree with the text {how}.",
                        count=self.steps[step],
                        how=_STEP_NAMES[step],
                    )
                )
