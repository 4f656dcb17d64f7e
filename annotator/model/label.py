"""Labels: the tags of a corpus, known by uid, shown by name, colour and key."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.model.identity import fixed_uid

if TYPE_CHECKING:
    from annotator.messages import Message

STANDARD_COLOURS: Final = {
    "person": "#0283ce",
    "position": "#bd8703",
    "organization": "#057836",
    "campaign": "#c54c79",
    "award": "#652f94",
}
"""The five labels every corpus starts with, in key order, each with its rail colour in light mode."""


LONGEST_NAME: Final = 200
"""Characters that a name of a label, corpus or annotator may have."""

_BREAKS_A_LINE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_UNSEEN: Final = re.compile(r"[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Marks of writing direction and characters without width: two names that look alike would differ by them."""

_TAKEN_KEYS: Final = frozenset("[]{}!?")
"""Signs that mean something else in the article."""


class KeyTakenError(UserError):
    """Another label has the key; `holder` is its uid, so that both may swap their keys."""

    def __init__(self, message: Message, holder: str) -> None:
        super().__init__(message)
        self.holder = holder


@dataclass(frozen=True, slots=True)
class Label:
    """One label of one corpus.

    Attributes:
        uid: fixed for the standard labels, random for others.
        name: as the person wrote it; unique in the corpus by `name_key`.
        colour: "#rrggbb", its rail on the light page; tints, ink and the dark set are derived from it.
        key: one character that labels a selection, or "" for none; unique in the corpus.
        definition: what the label means, plain text.
        short: name for narrow places, "" for one made from the name.
        position: place in the label set, counted from 0.
    """

    uid: str
    name: str
    colour: str
    key: str = ""
    definition: str = ""
    short: str = ""
    position: int = 0


def is_name(name: str) -> bool:
    """Whether labels, corpora and annotators may be called so: one line of 1 to `LONGEST_NAME` characters.

    Blanks alone are none, nor is what holds control characters, halves of characters, marks of writing
    direction or characters that nobody sees.
    """
    if not name.strip() or len(name) > LONGEST_NAME:
        return False
    return not _BREAKS_A_LINE.search(name) and not _UNSEEN.search(name)


def is_key(key: str) -> bool:
    """Whether a label may have this key: one sign that is seen, and that does nothing else in the article."""
    return len(key) == 1 and key.isprintable() and not key.isspace() and key not in _TAKEN_KEYS


def same_key(first: str, second: str) -> bool:
    """Whether two keys are the same one on the keyboard: letter case does not tell them apart."""
    return bool(first) and first.casefold() == second.casefold()


def name_key(name: str) -> str:
    """What makes two names of labels (or corpora, or annotators) the same: what a reader sees in them.

    Letter case and the form of accents do not count, nor do blanks at the ends, of which kind a blank is, and
    how many stand together.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return " ".join(folded.split())


def standard_label_uid(name: str) -> str:
    """The uid that the standard label of this English name has in every library."""
    return fixed_uid("label", name)


def standard_labels() -> tuple[Label, ...]:
    """Person, position, organization, campaign, award with keys 1 to 5."""
    return tuple(
        Label(standard_label_uid(name), name, colour, str(place + 1), position=place)
        for place, (name, colour) in enumerate(STANDARD_COLOURS.items())
    )
