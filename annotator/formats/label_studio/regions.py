"""The results of one annotation of Label Studio: which of them mark text, and what the others are.

A result is an object with a `type` and a `value`; in the short form ("JSON_MIN") the value stands alone, and
its type is told by the key of its labels.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import count, repeat
from operator import eq
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from annotator.formats.base import ProblemError
from annotator.formats.left_out import EMPTY_SPANS, RELATIONS, SAID, LeftOut
from annotator.formats.offsets import Claim
from annotator.formats.wording import shown
from annotator.messages import say
from annotator.model.label import is_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.messages import Message

PLAIN: Final = "labels"
PAGE: Final = "hypertextlabels"

ANSWERS: Final = "answers"
NOT_TEXT: Final = "not text"
UNLABELLED: Final = "unlabelled"
ELSEWHERE: Final = "elsewhere"
CANCELLED: Final = "cancelled"
DRAFTS: Final = "drafts"
AGAIN: Final = "again"


_KNOWN: Final = frozenset({"id", "from_name", "to_name", "type", "origin", "value"})
_ORDER: Final = ("start", "end", "text", "labels")
_VALUE: Final = frozenset(_ORDER)


class Region(NamedTuple):
    """One marked stretch of text.

    Attributes:
        claim: where, in the unit of the file.
        labels: names, at least one.
        note: what the annotator wrote of it, "" for nothing.
        target: name of what it is marked in (`to_name`), "" if the file does not say.
        is_page: whether it is marked in an HTML page, whose offsets count what a browser shows.
        place: of the result among those of its annotation, from 1.
    """

    claim: Claim
    labels: tuple[str, ...]
    note: str
    target: str
    is_page: bool
    place: int


_make_claim = partial(tuple.__new__, Claim)
_make_region = partial(tuple.__new__, Region)


@dataclass(slots=True)
class Regions:
    """Reads results; counts those that no library keeps, by the kinds above."""

    left_out: LeftOut = field(default_factory=lambda: LeftOut(_SAID))
    _names: set[str] = field(default_factory=set)

    def as_usual(self, items: list[Any]) -> list[Region] | None:
        """The regions of a `result` whose objects are still pairs, if all mark text in the same usual way.

        All are taken together, a column at a time. None says nothing: `of_results` has the words.
        """
        try:
            columns = _columns(items)
            if not _KNOWN.issuperset(columns) or set(columns["type"]) != {PLAIN}:
                return None
            values = _columns(columns["value"])
        except (KeyError, TypeError, ValueError):
            return None
        targets = columns.get("to_name", ("",) * len(items))
        return None if values.keys() != _VALUE else self._made(targets, *map(values.__getitem__, _ORDER))

    def _made(
        self,
        targets: tuple[Any, ...],
        starts: tuple[Any, ...],
        ends: tuple[Any, ...],
        words: tuple[Any, ...],
        labels: tuple[Any, ...],
    ) -> list[Region] | None:
        if set(map(type, labels)) != {list} or set(map(len, labels)) != {1}:
            return None
        names = tuple(name for (name,) in labels)
        sound = (
            {*map(type, starts), *map(type, ends)} == {int}
            and {*map(type, words), *map(type, names), *map(type, targets)} == {str}
            and not any(map(eq, starts, ends))
            and self._names.issuperset(names)
        )
        if not sound:
            return None
        claims = map(_make_claim, zip(starts, ends, words, repeat(None), strict=False))
        rest = (repeat(""), targets, repeat(False), count(1))
        return list(map(_make_region, zip(claims, zip(names, strict=True), *rest, strict=False)))

    def of_results(self, items: Iterable[Any]) -> list[Region]:
        """The regions of an annotation's `result`.

        Raises:
            ProblemError: a result is no object, or marks text without saying where or what.
        """
        found = []
        for place, item in enumerate(items, 1):
            if not isinstance(item, dict):
                raise ProblemError(_at(place, say("{value} is no object", value=shown(item))))
            kind, value = item.get("type"), item.get("value")
            if kind == "relation":
                self.left_out.add(RELATIONS)
            elif not isinstance(kind, str) or not isinstance(value, dict):
                raise ProblemError(_at(place, say("it has no “type” and “value”")))
            elif not kind.endswith("labels"):
                self.left_out.add(ANSWERS)
            elif region := self._region(kind, value, item, place):
                found.append(region)
        return found

    def of_values(self, items: Iterable[dict[str, Any]]) -> list[Region]:
        """The regions of one control of the short form; errors as `of_results`."""
        found = []
        for place, value in enumerate(items, 1):
            kind = next((key for key in value if key.endswith("labels")), PLAIN)
            if region := self._region(kind, value, {}, place):
                found.append(region)
        return found

    def _region(self, kind: str, value: dict[str, Any], item: dict[str, Any], place: int) -> Region | None:
        where = value.get("globalOffsets") if kind == PAGE else value
        start, end = (where.get("start"), where.get("end")) if isinstance(where, dict) else (None, None)
        if kind not in {PLAIN, PAGE} or isinstance(start, float) or isinstance(end, float):
            self.left_out.add(NOT_TEXT)
            return None
        if type(start) is not int or type(end) is not int:
            raise ProblemError(_at(place, _no_numbers(start, end)))
        labels = self._labels(value.get(kind), place)
        if not labels or start == end:
            self.left_out.add(EMPTY_SPANS if labels else UNLABELLED)
            return None
        words, target = value.get("text"), item.get("to_name")
        return Region(
            Claim(start, end, words if isinstance(words, str) else None),
            labels,
            _note(item.get("meta")),
            target if isinstance(target, str) else "",
            kind == PAGE,
            place,
        )

    def _labels(self, found: object, place: int) -> tuple[str, ...]:
        if found is None:
            return ()
        names = found if isinstance(found, list) else [found]
        for name in names:
            if not isinstance(name, str) or (name not in self._names and not is_name(name)):
                raise ProblemError(_at(place, say("{value} can be no label", value=shown(name))))
            self._names.add(name)
        return tuple(dict.fromkeys(names))


def _columns(items: Sequence[Any]) -> dict[str, tuple[Any, ...]]:
    """Values by key of objects that have the same keys in the same order, as pairs.

    Raises:
        TypeError, ValueError: they have not, or are none.
    """
    if set(map(type, items)) != {tuple}:
        raise TypeError
    columns: dict[str, tuple[Any, ...]] = {}
    for column in zip(*items, strict=True):
        keys, values = zip(*column, strict=True)
        if keys.count(keys[0]) < len(keys):
            raise ValueError
        columns[keys[0]] = values
    if len(columns) < len(items[0]):
        raise ValueError
    return columns


def _note(meta: object) -> str:
    """What the annotator wrote of a region: Label Studio keeps its lines in a list."""
    found = meta.get("text") if isinstance(meta, dict) else None
    lines = found if isinstance(found, list) else [found]
    return "\n".join(line for line in lines if isinstance(line, str))


def _at(place: int, problem: Message) -> Message:
    return say("region {place}: {problem}", place=place, problem=problem)


def _no_numbers(start: object, end: object) -> Message:
    return say(
        "“start” and “end” must be whole numbers, not {start} and {end}", start=shown(start), end=shown(end)
    )


_SAID: Final[Mapping[str, Message]] = {
    RELATIONS: SAID[RELATIONS],
    ANSWERS: say(
        "{count} answer to a question (choice, text, rating) was left out."
        "|{count} answers to questions (choices, texts, ratings) were left out."
    ),
    NOT_TEXT: say(
        "{count} region that marks no text was left out.|{count} regions that mark no text were left out."
    ),
    UNLABELLED: say(
        "{count} region without a label was left out.|{count} regions without a label were left out."
    ),
    EMPTY_SPANS: SAID[EMPTY_SPANS],
    ELSEWHERE: say(
        "{count} span in a second text of its task was left out."
        "|{count} spans in second texts of their tasks were left out."
    ),
    CANCELLED: say(
        "{count} annotation was skipped by its annotator and left out."
        "|{count} annotations were skipped by their annotators and left out."
    ),
    DRAFTS: say(
        "{count} draft that was never submitted was left out."
        "|{count} drafts that were never submitted were left out."
    ),
    AGAIN: say(
        "{count} further annotation by one annotator was put together with the first on the same task."
        "|{count} further annotations by one annotator were put together with the first on the same task."
    ),
}
