"""One span of own JSONL, read with care: every key it may have, and words for all that can be wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.base import ORIGIN_IMPORT, IncomingSpan, ProblemError
from annotator.formats.wording import quoted, shown, wrong_value
from annotator.messages import say
from annotator.model.label import is_name
from annotator.model.span import FLAGS, Span, covered_text

if TYPE_CHECKING:
    from annotator.formats.base import Problems
    from annotator.formats.uniqueness import Uids
    from annotator.model.span import Parts

_KNOWN: Final = frozenset(
    {"uid", "start", "end", "label", "annotator", "note", "flags", "origin", "parts", "text"}
)


@dataclass(slots=True)
class CarefulSpans:
    """Reads spans of one file.

    Attributes:
        uids: of all spans of the file so far.
        labels: names found sound so far.
        annotators: names found sound so far; None stands for no name.
        origins: words found sound so far; None stands for no word.
        unknown: how often an unknown key was left out.
        empty: how many spans without a character were left out.
    """

    file: str
    problems: Problems
    uids: Uids
    labels: set[str] = field(default_factory=set)
    annotators: set[str | None] = field(default_factory=lambda: {None})
    origins: set[str | None] = field(default_factory=lambda: {None})
    unknown: Counter[str] = field(default_factory=Counter)
    empty: int = 0

    def read(self, item: object, place: int, text: str, line: int) -> IncomingSpan | None:
        """The span, or None after its problem was noted or if it is empty.

        Args:
            item: its parsed JSON.
            place: which span of the document, from 1.
            text: the document's.
            line: of the document, from 1.
        """
        try:
            return _OneSpan(self, f"line {line}, span {place}", line, place).read(item, text)
        except ProblemError as error:
            self.problems.add(error.message)
            return None


@dataclass(slots=True)
class _OneSpan:
    spans: CarefulSpans
    where: str
    line: int
    place: int

    def read(self, item: object, text: str) -> IncomingSpan | None:
        if not isinstance(item, dict):
            raise self._bad_value("spans", item)
        if not _KNOWN.issuperset(item):
            self.spans.unknown.update(item.keys() - _KNOWN)
        start, end = self._offset(item, "start"), self._offset(item, "end")
        if not self._fits(start, end, len(text)):
            self.spans.empty += 1
            return None
        label = self._name(item, "label", self.spans.labels)
        if label is None:
            raise self._missing("label")
        annotator = self._name(item, "annotator", self.spans.annotators)
        parts = self._parts(item.get("parts"), start, end)
        return IncomingSpan(
            start,
            end,
            label,
            annotator,
            self._uid(item),
            self._optional(item, "note") or "",
            self._flags(item.get("flags")),
            self._name(item, "origin", self.spans.origins) or ORIGIN_IMPORT,
            parts,
            self._covered(item, text, start, end, parts),
        )

    def _offset(self, item: dict[str, Any], key: str) -> int:
        if key not in item:
            raise self._missing(key)
        found = item[key]
        if type(found) is int:
            return found
        raise ProblemError(
            say(
                "{file}, line {line}, span {span}: “{key}” must be a whole number of characters, not "
                "{value}. Nothing was imported.",
                file=self.spans.file,
                line=self.line,
                span=self.place,
                key=key,
                value=shown(found),
            )
        )

    def _fits(self, start: int, end: int, length: int) -> bool:
        """Whether the range holds a character; raises if it is none of this text."""
        if start < 0:
            raise ProblemError(
                say(
                    "{file}, line {line}, span {span}: start {start} is before the beginning of the text. "
                    "Nothing was imported.",
                    file=self.spans.file,
                    line=self.line,
                    span=self.place,
                    start=shown(start),
                )
            )
        if end > length:
            raise ProblemError(
                say(
                    "{file}, line {line}, span {span}: end {end} is after the end of the text ({length} "
                    "characters). Nothing was imported.",
                    file=self.spans.file,
                    line=self.line,
                    span=self.place,
                    end=shown(end),
                    length=length,
                )
            )
        if start > end:
            raise ProblemError(
                say(
                    "{file}, line {line}, span {span}: start {start} is after end {end}. Nothing was "
                    "imported.",
                    file=self.spans.file,
                    line=self.line,
                    span=self.place,
                    start=start,
                    end=end,
                )
            )
        return start < end

    def _name(self, item: dict[str, Any], key: str, known: set[str] | set[str | None]) -> str | None:
        found = self._optional(item, key)
        if found is None or found in known:
            return found
        if not is_name(found):
            raise self._bad_value(key, found)
        known.add(found)
        return found

    def _optional(self, item: dict[str, Any], key: str) -> str | None:
        found = item.get(key)
        if found is not None and not isinstance(found, str):
            raise self._bad_value(key, found)
        return found

    def _uid(self, item: dict[str, Any]) -> str | None:
        uid = self._optional(item, "uid")
        if uid is None:
            return None
        if not is_name(uid):
            raise self._bad_value("uid", uid)
        if self.spans.uids.add(uid, self.line) is not None:
            raise ProblemError(
                say(
                    "{file}, line {line}, span {span}: the uid {uid} was already used by another span. "
                    "Nothing was imported.",
                    file=self.spans.file,
                    line=self.line,
                    span=self.place,
                    uid=uid,
                )
            )
        return uid

    def _flags(self, found: object) -> tuple[str, ...]:
        if found is None:
            return ()
        if not isinstance(found, list) or any(flag not in FLAGS for flag in found):
            raise self._bad_value("flags", found)
        return tuple(sorted(set(found)))

    def _parts(self, found: object, start: int, end: int) -> Parts | None:
        if found is None:
            return None
        if not isinstance(found, list) or not all(_is_part(part) for part in found):
            raise self._bad_value("parts", found)
        edges = [edge for part in found for edge in part]
        in_order = all(left < right for left, right in pairwise(edges))
        if len(found) < 2 or not in_order or edges[0] != start or edges[-1] != end:
            raise self._bad_value("parts", found)
        return tuple((part[0], part[1]) for part in found)

    def _covered(
        self, item: dict[str, Any], text: str, start: int, end: int, parts: Parts | None
    ) -> str | None:
        said = self._optional(item, "text")
        if said is None:
            return None
        covered = covered_text(text, Span("", start, end, "", parts=parts))
        if said == covered:
            return said
        raise ProblemError(
            say(
                "{file}, line {line}, span {span}: says {said} but the text at {start}–{end} is {covered}. "
                "The offsets may count in another unit, or the text may be another version. Nothing was "
                "imported.",
                file=self.spans.file,
                line=self.line,
                span=self.place,
                said=quoted(said),
                start=start,
                end=end,
                covered=quoted(covered),
            )
        )

    def _missing(self, key: str) -> ProblemError:
        return ProblemError(
            say(
                "{file}, line {line}, span {span}: has no “{key}”. Nothing was imported.",
                file=self.spans.file,
                line=self.line,
                span=self.place,
                key=key,
            )
        )

    def _bad_value(self, key: str, found: object) -> ProblemError:
        return ProblemError(
            say(
                "{file}, line {line}, span {span}: {problem}. Nothing was imported.",
                file=self.spans.file,
                line=self.line,
                span=self.place,
                problem=wrong_value(key, found),
            )
        )


def _is_part(part: object) -> bool:
    return isinstance(part, list) and len(part) == 2 and all(type(edge) is int for edge in part)
