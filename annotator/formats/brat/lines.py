"""The lines of a brat .ann file: what each says, and which of them no annotation of brat can be.

Sources: "Brat standoff format" of the brat manual, and the shared tasks of BioNLP for older spellings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.formats.left_out import RELATIONS, SAID, LeftOut
from annotator.formats.wording import quoted
from annotator.messages import say
from annotator.model.span import FLAGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.formats.base import Notices, Problems
    from annotator.messages import Message

NOTE: Final = "AnnotatorNotes"
"""Type of a line that holds what an annotator wrote of something."""

_PLACES: Final = "[0-9]{1,12} [0-9]{1,12}"
_TEXT_BOUND: Final = re.compile(rf"(\S+) ({_PLACES}(?:;{_PLACES})*)")
_IN_ONE_PIECE: Final = re.compile(r"(T[^\t]*)\t(\S+) ([0-9]{1,12}) ([0-9]{1,12})\t(.*)")
"""A span as most are, id and words included; it is told in one look what otherwise takes several."""
_SHAPES: Final = {
    "R": re.compile(r"\S+(?: +\S+:[^\s:]+){2,}"),
    "E": re.compile(r"\S+:[^\s:]+(?: +\S+:[^\s:]+)*"),
    "A": re.compile(r"\S+ +(\S+)(?: .+)?"),
    "M": re.compile(r"\S+ (\S+)"),
    "N": re.compile(r"\S+ (\S+) \S[^\s:]*+:.+"),
    "#": re.compile(r"\S+ (\S+)"),
    "*": re.compile(r"\S+(?: +\S+)+"),
}
_EXPECTED: Final = {
    "T": "T1⇥Label 0 5⇥words",
    "R": "R1⇥Type Arg1:T1 Arg2:T2",
    "E": "E1⇥Type:T1 Role:T2",
    "A": "A1⇥Name T1 Value",
    "M": "M1⇥Name T1",
    "N": "N1⇥Reference T1 Database:Entry⇥words",
    "#": "#1⇥AnnotatorNotes T1⇥note",
    "*": "*⇥Equiv T1 T2",
}


class TextBound(NamedTuple):
    """One span as the file has it.

    Attributes:
        uid: as the file names it, T and what follows.
        label: type, as it stands in the file.
        parts: (start, end) of each of its stretches, in the order and the unit of the file; never none.
        words: that it covers, None if the file does not say.
        line: from 1.
    """

    uid: str
    label: str
    parts: tuple[tuple[int, int], ...]
    words: str | None
    line: int


@dataclass(slots=True)
class Standoff:
    """All that one or more .ann files say of one text.

    Attributes:
        spans: in the file's order.
        notes: lines that annotators wrote of something, by its id.
        flags: by id of the span.
        left_out: what the library does not keep, by the letter of its kind.
    """

    spans: list[TextBound] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=dict)
    flags: dict[str, set[str]] = field(default_factory=dict)
    left_out: LeftOut = field(default_factory=lambda: LeftOut(_LEFT_OUT))
    _lines: dict[str, int] = field(default_factory=dict)
    _named: list[tuple[int, str]] = field(default_factory=list)

    def take(self, text: str, problems: Problems) -> None:
        """Read the lines of one file; what is wrong with them is noted."""
        for number, whole in enumerate(text.split("\n"), 1):
            line = whole.removesuffix("\r")
            if (found := _IN_ONE_PIECE.fullmatch(line)) and found[1] not in self._lines:
                uid, label, start, end, words = found.groups()
                self._lines[uid] = number
                self.spans.append(TextBound(uid, label, ((int(start), int(end)),), words, number))
            elif line and not line.isspace():
                self._take_line(line, number, problems)

    def check(self, problems: Problems) -> None:
        """Note what leads to an annotation that no file has; call it once all are taken."""
        for number, uid in self._named:
            if uid not in self._lines:
                problems.add(
                    say(
                        "{file}, line {line}: there is no annotation {id} in the file. Nothing was imported.",
                        file=problems.source,
                        line=number,
                        id=quoted(uid),
                    )
                )

    def tell(self, notices: Notices) -> None:
        """Say how many of what the library does not keep there were."""
        spans = {span.uid for span in self.spans}
        self.left_out.add("#", sum(uid not in spans for uid in self.notes))
        self.left_out.tell(notices)

    def _take_line(self, line: str, number: int, problems: Problems) -> None:
        uid, tab, rest = line.partition("\t")
        data, has_tail, tail = rest.partition("\t")
        kind = uid[:1]
        if not tab or (kind == "*") != (uid == "*") or kind not in _EXPECTED:
            problems.add(_no_annotation(problems.source, number, line, ""))
            return
        if kind != "*" and (earlier := self._lines.setdefault(uid, number)) != number:
            problems.add(
                say(
                    "{file}, line {line}: the id {id} was already used in line {earlier}. Nothing was "
                    "imported.",
                    file=problems.source,
                    line=number,
                    id=quoted(uid),
                    earlier=earlier,
                )
            )
            return
        data = data.rstrip()
        if kind == "T":
            sound = self._take_span(uid, data, tail if has_tail else None, number)
        else:
            sound = self._take_other(kind, data, tail, number)
        if not sound:
            problems.add(_no_annotation(problems.source, number, line, kind))

    def _take_span(self, uid: str, data: str, words: str | None, number: int) -> bool:
        found = _TEXT_BOUND.fullmatch(data)
        if found is None:
            return False
        places = (place.split(" ") for place in found[2].split(";"))
        parts = tuple((int(start), int(end)) for start, end in places)
        self.spans.append(TextBound(uid, found[1], parts, words, number))
        return True

    def _take_other(self, kind: str, data: str, tail: str, number: int) -> bool:
        found = _SHAPES[kind].fullmatch(data)
        if found is None:
            return False
        name, *named = data.split()
        if kind == "E":
            name, trigger = name.rsplit(":", 1)
            self._named.append((number, trigger))
        if kind in "RE":
            named = [argument.rsplit(":", 1)[1] for argument in named]
        elif kind != "*":
            named = [found[1]]
        self._named += ((number, uid) for uid in named)
        if kind == "#" and name == NOTE:
            self.notes.setdefault(named[0], []).append(tail)
        elif kind == "A" and data == f"{name} {named[0]}" and name in FLAGS:
            self.flags.setdefault(named[0], set()).add(name)
        else:
            self.left_out.add("A" if kind == "M" else kind)
        return True


def _no_annotation(file: str, number: int, line: str, kind: str) -> Message:
    if not kind:
        return say(
            "{file}, line {line}: {value} is no line of brat: it begins with no id of T, R, E, A, M, N or # "
            "and a tab. Nothing was imported.",
            file=file,
            line=number,
            value=quoted(line),
        )
    return say(
        "{file}, line {line}: {value} is not as brat writes it; expected: {expected}. Nothing was imported.",
        file=file,
        line=number,
        value=quoted(line),
        expected=_EXPECTED[kind],
    )


_LEFT_OUT: Final[Mapping[str, Message]] = {
    "R": SAID[RELATIONS],
    "E": say(
        "{count} event was left out; the words that name it came in as a span."
        "|{count} events were left out; the words that name them came in as spans."
    ),
    "A": say("{count} attribute was left out.|{count} attributes were left out."),
    "N": say(
        "{count} reference to an entry of a database was left out."
        "|{count} references to entries of databases were left out."
    ),
    "*": say(
        "{count} group of spans that mean the same was left out."
        "|{count} groups of spans that mean the same were left out."
    ),
    "#": say(
        "{count} note on something else than a span was left out."
        "|{count} notes on something else than a span were left out."
    ),
}
