"""What documents of a split stay together: those of nearly one text, of one source, or of one date."""

from __future__ import annotations

import re
from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.formats.base import OutgoingSpan
from annotator.model.label import name_key
from annotator.text.digest import text_sha256
from annotator.text.likeness import groups, sketch

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.formats.base import OutgoingDocument
    from annotator.model.recipe import Together

_LABEL: Final = itemgetter(OutgoingSpan._fields.index("label"))
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?=[t ]|$)")
"""What a date and a point in time of one day have in common, case folded."""
_MOST_SKETCHES: Final = 50_000
"""A sketch takes a kilobyte."""


class Known(NamedTuple):
    """What dealing out needs of a document; about a kilobyte, whatever the text.

    Attributes:
        uid: of the document.
        title: for messages.
        sha256: of the text.
        sketch: of the text, as `text.likeness` has it.
        source: as it is compared, "" for none.
        date: likewise.
        labels: spans of each label that has any.
    """

    uid: str
    title: str
    sha256: str
    sketch: array[int]
    source: str
    date: str
    labels: Mapping[str, int]


class Sketches:
    """Sketches of texts by their fingerprints, kept while a library is open: making them takes longest."""

    def __init__(self) -> None:
        self._held: dict[str, array[int]] = {}

    def of(self, sha256: str, text: str) -> array[int]:
        """The sketch of the text that has this fingerprint."""
        found = self._held.get(sha256)
        if found is None:
            if len(self._held) >= _MOST_SKETCHES:
                self._held.clear()
            found = self._held[sha256] = sketch(text)
        return found


def known_of(document: OutgoingDocument, sketches: Sketches) -> Known:
    """What dealing out needs of a document."""
    one = document.document
    sha256 = text_sha256(one.text)
    day = _DAY.match(date := name_key(" ".join(one.metadata.get("date", "").split())))
    return Known(
        one.uid,
        one.title,
        sha256,
        sketches.of(sha256, one.text),
        name_key(" ".join(one.metadata.get("source", "").split())),
        day.group() if day else date,
        Counter(map(_LABEL, document.spans)),
    )


def alike(documents: Sequence[Known]) -> list[int]:
    """For each document the number of the first one of the same, or nearly the same, text."""
    near = groups([one.sketch for one in documents])
    return _joined((leader, one.sha256) for leader, one in zip(near, documents, strict=True))


def held_together(
    documents: Sequence[Known], texts: Sequence[int], together: Iterable[Together]
) -> list[list[int]]:
    """Numbers of documents in groups that no split may part; a document by itself is a group of one.

    Args:
        documents: in import order.
        texts: what `alike` says of them.
        together: what keeps documents together; groups that share a document become one.

    Returns:
        Groups by their first document, each rising.
    """
    wanted = set(together)
    leaders = _joined(
        (
            ("text", texts[number]) if "text" in wanted else None,
            ("source", one.source) if "source" in wanted and one.source else None,
            ("date", one.date) if "date" in wanted and one.date else None,
        )
        for number, one in enumerate(documents)
    )
    found: dict[int, list[int]] = {}
    for number, leader in enumerate(leaders):
        found.setdefault(leader, []).append(number)
    return list(found.values())


def _joined(keys: Iterable[tuple[object, ...]]) -> list[int]:
    """For each item the number of the first item that it shares a key with, directly or through others."""
    leaders: list[int] = []
    holders: dict[object, int] = {}
    for number, own in enumerate(keys):
        leaders.append(number)
        for key in own:
            if key is None:
                continue
            holder = _leader(leaders, holders.setdefault(key, number))
            first, second = sorted((holder, _leader(leaders, number)))
            leaders[second] = first
    return [_leader(leaders, number) for number in range(len(leaders))]


def _leader(leaders: list[int], number: int) -> int:
    while leaders[number] != number:
        leaders[number] = leaders[leaders[number]]
        number = leaders[number]
    return number
