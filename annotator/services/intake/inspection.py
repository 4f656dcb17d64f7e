"""What is odd in the texts of one file, in sentences, and which lines a person may want to leave out."""

from __future__ import annotations

import unicodedata
from array import array
from collections import Counter
from typing import TYPE_CHECKING, Final

from annotator.messages import Message, say
from annotator.model.reading import REMOVE
from annotator.text.furniture import furniture, repeated, without_lines
from annotator.text.likeness import sketch
from annotator.text.oddities import oddities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.text.furniture import Line

MOST_INSPECTED: Final = 200
"""Documents of one file whose texts are looked at."""

FEWEST_WORDS: Final = 40
"""Words that a text must have to be held against others: short ones are alike by chance."""

_EMPTY: Final = array("Q")
_NAMED: Final = 3
_CONTROL: Final = say("control character")
_DIRECTION: Final = say("mark of direction or layout")
_NAMES: Final = {
    "\u00ad": say("soft hyphen"),
    "\u200b": say("zero width space"),
    "\u200c": say("zero width non-joiner"),
    "\u200d": say("zero width joiner"),
    "\u2060": say("word joiner"),
    "\ufeff": say("byte order mark"),
}
"""Signs that nobody sees and that are met most."""
_SHOWN: Final = 60


class Inspection:
    """Looks at the texts of a file one after the other.

    Attributes:
        boilerplate: lines of the first text that look like those of a web page around an article.
        sketches: of the texts, for `text.likeness`; empty ones for short texts.
    """

    def __init__(self, what_of_boilerplate: str) -> None:
        self._removes = what_of_boilerplate == REMOVE
        self._seen = 0
        self._unseen: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()
        self._repeated: list[tuple[str, int]] = []
        self._line_ends: tuple[str, ...] = ()
        self._removed: list[str] = []
        self._kept_for_spans = 0
        self.boilerplate: tuple[Line, ...] = ()
        self.sketches: list[array[int]] = []

    def look_at(self, text: str, *, has_spans: bool) -> None:
        """Note what is odd in one more text; only the first `MOST_INSPECTED` are looked at."""
        if self._seen >= MOST_INSPECTED:
            return
        found = oddities(text)
        self._unseen.update(dict(found.unseen))
        for name in ("lost", "eths", "misread"):
            self._counts[name] += getattr(found, name)
        if found.apart:
            self._counts["apart"] += found.apart
            self._counts["mixed"] += found.composed > 0
        self._line_ends = self._line_ends or found.line_ends
        self._repeated.extend(repeated(text))
        if not has_spans:
            lines = furniture(text)
            self._counts["boilerplate"] += len(lines)
            if not self._seen:
                self.boilerplate = tuple(lines)
        self.sketches.append(sketch(text) if len(text.split(None, FEWEST_WORDS)) > FEWEST_WORDS else _EMPTY)
        self._seen += 1

    def kept(self, text: str, *, has_spans: bool) -> str:
        """What comes in of a text: all, or all but its boilerplate if that is to go and no span moves."""
        if not self._removes:
            return text
        lines = furniture(text)
        if has_spans:
            self._kept_for_spans += bool(lines)
            return text
        self._removed.extend(text[start:end].strip() for start, end in lines)
        return without_lines(text, lines)

    def removals(self) -> list[Message]:
        """What was left out of the texts, and why some of it was not."""
        told = []
        if self._removed:
            told.append(
                say(
                    "{count} line that looks like part of the web page was left out: {lines}.|"
                    "{count} lines that look like part of the web page were left out: {lines}.",
                    count=len(self._removed),
                    lines=_listed(self._removed),
                )
            )
        if self._kept_for_spans:
            told.append(
                say(
                    "Lines that look like part of the web page were kept in {count} document, because it has "
                    "spans.|Lines that look like part of the web page were kept in {count} documents, "
                    "because they have spans.",
                    count=self._kept_for_spans,
                )
            )
        return told

    @property
    def boilerplate_lines(self) -> int:
        """How many lines of all texts that were looked at look like parts of a web page."""
        return self._counts["boilerplate"]

    def questions(self) -> tuple[Message, ...]:
        """What could be left out and was not, for where nobody can be asked."""
        if self._removes or not self.boilerplate_lines:
            return ()
        told = say(
            "{count} line looks like part of a web page, not of the article; it was kept.|"
            "{count} lines look like parts of a web page, not of the article; they were kept.",
            count=self.boilerplate_lines,
        )
        return (told,)

    def oddities(self) -> tuple[Message, ...]:
        """What is odd in all texts that were looked at, the gravest first."""
        return (*self._lost_letters(), *self._wrong_letters(), *self._forms(), *self._lines())

    @property
    def is_suspect(self) -> bool:
        """Whether letters are lost, misread, unseen or not what they look like; they stay so for good."""
        return bool(self._unseen) or any(self._counts[name] for name in ("misread", "lost", "eths"))

    def _lost_letters(self) -> Iterator[Message]:
        if count := self._counts["misread"]:
            yield say(
                "Its letters were read in a wrong encoding once ({count} place such as “Ã¡”).|"
                "Its letters were read in a wrong encoding once ({count} places such as “Ã¡”).",
                count=count,
            )
        if count := self._counts["lost"]:
            yield say(
                "{count} letter was lost by an earlier program; {sign} stands in its place.|"
                "{count} letters were lost by an earlier program; {sign} stands in their places.",
                count=count,
                sign="\ufffd",
            )

    def _forms(self) -> Iterator[Message]:
        if count := self._counts["apart"]:
            yield _mixed(count) if self._counts["mixed"] else _apart(count)

    def _wrong_letters(self) -> Iterator[Message]:
        if count := self._counts["eths"]:
            yield say(
                "{count} letter Ð (U+00D0) stands where Vietnamese has Đ (U+0110).|"
                "{count} letters Ð (U+00D0) stand where Vietnamese has Đ (U+0110).",
                count=count,
            )
        if self._unseen:
            yield say(
                "{count} character that nobody sees is kept: {names}.|"
                "{count} characters that nobody sees are kept: {names}.",
                count=self._unseen.total(),
                names=_in_row([_named(*each) for each in self._unseen.most_common(_NAMED)]),
            )

    def _lines(self) -> Iterator[Message]:
        if self._repeated:
            line, times = self._repeated[0]
            yield say(
                "{count} line stands more than once: “{line}” {times} times.|"
                "{count} lines stand more than once, “{line}” {times} times.",
                count=len(self._repeated),
                line=_cut(line),
                times=times,
            )
        if self._line_ends:
            yield say("Its line ends are of several kinds: {kinds}.", kinds=", ".join(self._line_ends))


def _mixed(count: int) -> Message:
    return say(
        "{count} word is written with its marks apart (NFD), others are not; the text stays so, and searches "
        "find both.|{count} words are written with their marks apart (NFD), others are not; the text stays "
        "so, and searches find both.",
        count=count,
    )


def _apart(count: int) -> Message:
    return say(
        "Its letters are written with their marks apart (NFD, {count} word); the text stays so.|"
        "Its letters are written with their marks apart (NFD, {count} words); the text stays so.",
        count=count,
    )


def _named(sign: str, times: int) -> Message:
    name = _NAMES.get(sign) or (_CONTROL if unicodedata.category(sign) == "Cc" else _DIRECTION)
    return say("{name} ({code}) ×{times}", name=name, code=f"U+{ord(sign):04X}", times=times)


def _in_row(messages: Sequence[Message]) -> Message:
    """The messages with commas between them."""
    places = [f"each{place}" for place in range(len(messages))]
    return Message(", ".join(f"{{{place}}}" for place in places), dict(zip(places, messages, strict=True)))


def _listed(lines: Sequence[str]) -> str:
    more = " …" if len(lines) > _NAMED else ""
    return ", ".join(f"“{_cut(line)}”" for line in lines[:_NAMED]) + more


def _cut(line: str) -> str:
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(None, 1)[0]}…"
