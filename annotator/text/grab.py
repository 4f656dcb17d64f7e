"""What a label key takes when nothing is selected: stretches round the caret, the likeliest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.text.graphemes import grapheme_end, grapheme_start
from annotator.text.habits import Habits, Trait
from annotator.text.headlines import words_read
from annotator.text.name_tokens import Joint, paragraph_near, phrase_at, plain
from annotator.text.name_words import AWARDS, BODIES, DOINGS, KINDS, NO_NAMES, OFFICES, OPENERS, STOPS
from annotator.text.names import (
    after_address,
    award_from,
    before_address,
    body_from,
    clause_around,
    name_run,
    office_from,
    person_from,
    years_after,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from annotator.text.name_tokens import Token

Stretch = tuple[int, int]
MOST: Final = 9
"""No more candidates than one would go through."""

_HEAD_REACH: Final = 30
_OWN_REACH: Final = 24
_QUOTE_PAIRS: Final = (("“", "”"), ("«", "»"), ("‘", "’"), ("„", "“"), ("„", "”"), ("《", "》"), ('"', '"'))
_LONGEST_QUOTE: Final = 300


def kind_of(label_name: str) -> str:
    """What a label is for, by the words of its name: "person", "position", ...; "" when none is known."""
    return next((KINDS[word] for word in plain(label_name).split() if word in KINDS), "")


@dataclass(frozen=True, slots=True)
class _Around:
    """The words round a caret."""

    text: str
    words: Sequence[Token]
    place: int
    low: int
    high: int
    caret: int
    label: str
    habits: Habits

    def stretch(self, first: int, last: int) -> Stretch:
        return self.words[first].start, self.words[last - 1].end

    def keeps(self, trait: Trait, *, usually: bool) -> bool:
        return self.habits.keeps(self.label, trait, usually)


def candidates(
    text: str, caret: int, *, kind: str = "", label: str = "", habits: Habits | None = None
) -> list[Stretch]:
    """The stretches a person may mean by a label's key at the caret, best first.

    Args:
        text: the stored text.
        caret: where it stands, 0 <= caret <= len(text), in code points.
        kind: what the label is for, see `kind_of`.
        label: the label's uid, by which `habits` knows it.
        habits: what the person's own borders tell.

    Returns:
        At most `MOST` different [start, end) on borders of words, each holding or touching the caret, within
        its paragraph; only an office that its paragraph cuts off goes on in the next one. Empty where
        neither a word nor its edge is at the caret.
    """
    low, high = paragraph_near(text, caret)
    words = words_read(text, low, high)
    place = _word_at(words, caret)
    if place is None:
        return []
    around = _Around(text, words, place, low, high, caret, label, habits or Habits())
    guessed = [one for family in _ORDER.get(kind, _ORDER[""]) for one in family(around)]
    ordered = _own_first([*_own(around)], guessed)
    whole = ((grapheme_start(text, start), grapheme_end(text, end)) for start, end in ordered)
    return list(dict.fromkeys(whole))[:MOST]


def framed_first(text: str, frame: Stretch, found: Sequence[Stretch], *, kind: str = "") -> list[Stretch]:
    """What a label's key may mean where a name is framed (see `gaps`): first that name.

    Only what the person's own borders tell comes before it, and, where the frame holds no known body, office
    or award, a longer name of the label's kind that begins with it.

    Args:
        text: the stored text.
        frame: the framed name, [start, end) in code points.
        found: those of `candidates` at its start that may be taken.
        kind: what the label is for, see `kind_of`.

    Returns:
        The frame and what was found, each once.
    """
    start, end = frame
    best = found[0] if found else frame
    usual = next((one for one in candidates(text, start, kind=kind) if one in found), frame)
    is_longer = best[0] == start and best[1] > end
    if best != usual or (is_longer and not _is_known(text, start)):
        return list(dict.fromkeys([best, frame, *found]))
    return list(dict.fromkeys([frame, *found]))


def _is_known(text: str, start: int) -> bool:
    """Whether a body, an office or an award is named from `start` on."""
    words = words_read(text, *paragraph_near(text, start))
    place = _word_at(words, start)
    if place is None:
        return False
    return max(body_from(words, place), office_from(words, place)[1], award_from(words, place)[1]) > place


def _own_first(own: Sequence[Stretch], guessed: Sequence[Stretch]) -> list[Stretch]:
    """The person's own words before what is guessed, but not before a guess that only goes further on."""
    best = guessed[0]
    shorter = [one for one in own if best[0] <= one[0] and one[1] <= best[1] and one != best]
    return [*(one for one in own if one not in shorter), best, *shorter, *guessed[1:]]


def _word_at(words: Sequence[Token], caret: int) -> int | None:
    """The word that holds the caret, or begins there, else the one that ends there."""
    ending = None
    for place, token in enumerate(words):
        if token.start <= caret < token.end:
            return place
        if token.end == caret:
            ending = place
    return ending


def _own(around: _Around) -> Iterator[Stretch]:
    """Words at the caret that this label was given to before; from the caret on first, long ones first."""
    if around.habits.is_empty(around.label):
        return
    for first in range(around.place, max(-1, around.place - _OWN_REACH), -1):
        if not around.habits.may_begin(around.label, around.words[first].word):
            continue
        for last in range(min(len(around.words), first + _OWN_REACH), around.place, -1):
            start, end = around.stretch(first, last)
            if around.habits.knows(around.label, around.text[start:end]):
                yield start, end


def _persons(around: _Around) -> Iterator[Stretch]:
    run = name_run(around.words, around.place)
    if run is None:
        return
    run = max(run[0], person_from(around.words, *run, around.place)), run[1]
    first = after_address(around.words, *run)
    if first > around.place:
        first = run[0]
    addressed = min(before_address(around.words, first), min(first, run[0]))
    plain_name, whole = around.stretch(first, run[1]), around.stretch(addressed, run[1])
    keeps = around.keeps(Trait.ADDRESS, usually=False)
    yield from (whole, plain_name) if keeps else (plain_name, whole)


def _heads(around: _Around, phrase: Callable[[int], int]) -> Iterator[int]:
    """Where phrases begin that may reach the caret's word, the nearest first; not within another's head."""
    lowest = max(0, around.place - _HEAD_REACH)
    inside = -1
    found = []
    for first in range(lowest, around.place + 1):
        length = phrase(first) if first >= inside else 0
        if length:
            found.append(first)
            inside = first + length
    yield from reversed(found)


def _bodies(around: _Around) -> Iterator[Stretch]:
    words = around.words

    def head(place: int) -> int:
        return phrase_at(words, place, BODIES) if words[place].is_capital else 0

    for first in _heads(around, head):
        last = body_from(words, first)
        if last > around.place:
            yield from _with_years(around, first, last)


def _offices(around: _Around) -> Iterator[Stretch]:
    words = around.words

    def head(place: int) -> int:
        return office_from(words, place)[0] - place

    for first in _heads(around, head):
        bare, whole = office_from(words, first)
        if whole > around.place:
            taken = [*_either(around, first, bare, whole)]
            yield from (*taken[:1], *_listed_on(around, first, whole), *taken[1:])
            yield from _over_the_break(around, first, bare)


def _awards(around: _Around) -> Iterator[Stretch]:
    words = around.words
    for first in _heads(around, lambda place: phrase_at(words, place, AWARDS)):
        bare, whole = award_from(words, first)
        if whole > around.place:
            yield from _either(around, first, bare, whole)


def _either(around: _Around, first: int, bare: int, whole: int) -> Iterator[Stretch]:
    """With and without the body, in the person's order; without it only where the caret is in that part."""
    both = [around.stretch(first, whole)]
    if first < bare != whole and bare > around.place:
        both.append(around.stretch(first, bare))
    yield from both if around.keeps(Trait.BODY, usually=True) else reversed(both)


def _listed_on(around: _Around, first: int, last: int) -> Iterator[Stretch]:
    """An office whose body comes after a comma: "Trưởng phòng Thi đua, Sở Nội vụ"."""
    words = around.words
    if last < len(words) and words[last].joint is Joint.COMMA:
        end = body_from(words, last)
        if end > last:
            yield around.stretch(first, end)


def _over_the_break(around: _Around, first: int, bare: int) -> Iterator[Stretch]:
    """An office at its paragraph's end whose body begins the next one."""
    if bare != len(around.words) or around.text[around.words[-1].end : around.high].strip():
        return
    start = around.high
    while start < len(around.text) and start - around.high < 8 and around.text[start].isspace():
        start += 1
    following = words_read(around.text, *paragraph_near(around.text, start))
    last = body_from(following, 0) if following and following[0].start == start else 0
    if last:
        yield around.words[first].start, following[last - 1].end


def _with_years(around: _Around, first: int, last: int) -> Iterator[Stretch]:
    both = [around.stretch(first, last)]
    dated = years_after(around.words, last)
    if dated > last:
        both.append(around.stretch(first, dated))
    yield from reversed(both) if around.keeps(Trait.YEARS, usually=False) else both


def _quoted(around: _Around) -> Iterator[Stretch]:
    """What stands in the innermost quotes around the caret, bare and with them."""
    found = _quotes_around(around)
    if found is None:
        return
    opener, closer = found
    inside = [token for token in around.words if opener < token.start and token.end <= closer]
    if not inside:
        return
    both = [(inside[0].start, inside[-1].end), (opener, closer + 1)]
    keeps = around.keeps(Trait.QUOTES, usually=False)
    touching = [one for one in both if one[0] <= around.caret <= one[1]]
    yield from reversed(touching) if keeps else touching


def _quotes_around(around: _Around) -> Stretch | None:
    text, best = around.text, None
    token = around.words[around.place]
    for opener, closer in _QUOTE_PAIRS:
        start = text.rfind(opener, max(around.low, token.start - _LONGEST_QUOTE), token.start)
        if start < 0 or text.find(closer, start + 1, token.start) >= 0:
            continue
        end = text.find(closer, token.end, min(around.high, start + _LONGEST_QUOTE))
        if end >= 0 and (best is None or start > best[0]):
            best = start, end
    return best


def _clauses(around: _Around) -> Iterator[Stretch]:
    found = clause_around(around.words, around.place)
    if found is not None:
        first = _after_verb(around.words, *found)
        yield from _with_years(around, min(first, around.place), found[1])


def _runs(around: _Around) -> Iterator[Stretch]:
    run = name_run(around.words, around.place)
    if run is not None:
        first = _after_verb(around.words, *run)
        if first <= around.place and not (run[1] - first == 1 and _is_common(around.words, first)):
            yield around.stretch(first, run[1])


def _after_verb(words: Sequence[Token], first: int, last: int) -> int:
    """Where a run of capitals begins without the common word that opens its sentence: "Trao Giải"."""
    opens = first + 1 < last and words[first].joint is Joint.SENTENCE
    return first + 1 if opens and words[first].word in OPENERS | STOPS else first


def _is_common(words: Sequence[Token], place: int) -> bool:
    """Whether a capital is but the first syllable of a common word, or opens a sentence as one."""
    if any(phrase_at(words, place, phrases) > 1 for phrases in (OFFICES, NO_NAMES, DOINGS)):
        return True
    return words[place].joint is Joint.SENTENCE and words[place].word in OPENERS | STOPS


def _word(around: _Around) -> Iterator[Stretch]:
    token = around.words[around.place]
    yield token.start, token.end


def _rare_word(around: _Around) -> Iterator[Stretch]:
    """The word, unless it is a common one, which alone is no name."""
    if not _is_common(around.words, around.place):
        yield from _word(around)


_ORDER: Final = {
    "person": (_persons, _word, _quoted, _bodies, _offices),
    "position": (_offices, _bodies, _runs, _quoted, _word),
    "organization": (_bodies, _runs, _quoted, _rare_word, _offices, _clauses, _word),
    "campaign": (_quoted, _clauses, _runs, _bodies, _word),
    "award": (_awards, _quoted, _runs, _offices, _clauses, _word),
    "": (_bodies, _awards, _offices, _quoted, _persons, _clauses, _word),
}
"""What a label is for -> where to look, the likeliest first."""
