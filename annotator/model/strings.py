"""Review by strings: every distinct string that people marked, with its labels. Pure values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.model.review import Difference


@dataclass(frozen=True, slots=True)
class StringRow:
    """One string in the compared documents of a corpus.

    Attributes:
        key: as strings are compared.
        words: its most frequent form.
        labels: (label uid, spans), the most frequent first.
        people: (annotator uid, spans), the most frequent first.
        places: clusters in which somebody marked exactly it.
        differing: of them, those on which people differ.
        open: those that "decide for all" would settle: nobody ruled on them, and all who marked something
            marked exactly these words, in documents on which nobody's spans are still to come.
        forms: every form that the spans cover, exactly as it stands in the texts.
        at_odds: those that nobody ruled on and in which others marked more or fewer words: to be looked at
            one by one.
        waiting: those that nobody ruled on, in documents on which somebody's spans are still to come; they
            are counted nowhere else but in `places` and `differing`.
    """

    key: str
    words: str
    labels: tuple[tuple[str, int], ...]
    people: tuple[tuple[str, int], ...]
    places: int
    differing: int
    open: int
    at_odds: int = 0
    forms: tuple[str, ...] = ()
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class StringPlace:
    """One cluster in which somebody marked a string.

    Attributes:
        document: uid.
        title: of it.
        cluster: uid.
        start: of the string, code points; `end` likewise, half open.
        difference: class of the cluster.
        labels: uids of the labels that the string carries here.
        is_open: whether nobody has ruled on it.
        is_waiting: whether somebody's spans are still to come in the document.
        before: what stands before the words, as stored; `words`: themselves; `after`: what stands behind.
    """

    document: str
    title: str
    cluster: str
    start: int
    end: int
    difference: Difference
    labels: tuple[str, ...]
    is_open: bool
    is_waiting: bool
    before: str
    words: str
    after: str
