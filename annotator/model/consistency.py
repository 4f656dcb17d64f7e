"""What may be labelled unevenly in a corpus, as a work list: pure values, and the uid an item is known by."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum

from annotator.model.identity import fixed_uid


class Kind(Enum):
    """Why something is in the list."""

    LABELS = "labels"
    """The same string carries several labels."""
    BARE = "bare"
    """A string is labelled here and bare there."""
    EDGES = "edges"
    """A string is labelled with and without a title, quotes, a comma or a year."""


Spot = tuple[str, int, int]
"""(document uid, first code point, code point after the last one) of a place."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at.

    Attributes:
        kind: why it is here.
        key: the string, or the part that all variants share, as strings are compared.
        words: its most frequent form.
        labels: (label uid, spans), the most frequent first.
        variants: (form, spans) of boundary variants, the most frequent first; else empty.
        forms: every form that the spans concerned cover, exactly as it stands in the texts.
        met: how often the string stands in the documents looked at; 0 where that was not counted.
        places: how many places differ from what is suggested.
        done: (label uid, places in documents that are done): of those with several labels all its spans by
            label, of the others the places that differ, under the suggested label.
        shape: of boundary variants what the most frequent one has on either side (see `text.edges`).
    """

    kind: Kind
    key: str
    words: str
    labels: tuple[tuple[str, int], ...]
    places: int
    done: tuple[tuple[str, int], ...] = ()
    variants: tuple[tuple[str, int], ...] = ()
    forms: frozenset[str] = frozenset()
    met: int = 0
    shape: tuple[str, str] = ("", "")

    @property
    def spans(self) -> int:
        """How many spans are concerned."""
        return sum(number for _, number in self.labels)

    @property
    def label(self) -> str:
        """Uid of the label that is suggested: the most frequent one."""
        return self.labels[0][0]

    def concerned(self, label: str) -> tuple[int, int]:
        """(places that giving this label changes, how many of them lie in documents that are done)."""
        if self.kind is not Kind.LABELS:
            return self.places, sum(number for _, number in self.done)
        changed, done = (
            sum(number for uid, number in counts if uid != label) for counts in (self.labels, self.done)
        )
        return changed, done

    @property
    def uid(self) -> str:
        """The same for the same finding, however often it is looked for: by it "meant so" is remembered.

        It is another one as soon as a further label, or a further variant, comes.
        """
        labels = sorted(uid for uid, _ in self.labels)
        variants = sorted(words for words, _ in self.variants)
        return fixed_uid("intended", json.dumps([self.kind.value, self.key, labels, variants]))


@dataclass(frozen=True, slots=True)
class Intended:
    """An item that somebody said is meant so.

    Attributes:
        uid: of the record.
        item: `Item.uid`.
        kind: why it was in the list.
        words: its string.
        reason: in the person's words, may be empty.
        who: name of who said it.
        time: when, UTC as stored.
    """

    uid: str
    item: str
    kind: Kind
    words: str
    reason: str
    who: str
    time: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """What a fix did.

    Attributes:
        changed: spans that were made, changed or, where an equal one was there, removed.
        left: places that were left as they are: in a document that is done, changed meanwhile, in somebody
            else's layer, or without the words that the suggested form has.
    """

    changed: int
    left: int
