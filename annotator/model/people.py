"""The people of a library as a page lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.model.document import Annotator


@dataclass(frozen=True, slots=True)
class Person:
    """One annotator with all who were joined to them.

    Attributes:
        annotator: the main one.
        joined: those who are the same person.
        documents: living documents on which they have a layer.
        done: how many of these layers are done.
        spans: living spans in them, equal ones once.
        changed: UTC, ISO 8601: when their layers were changed last; "" where they have none.
        is_at_desk: whether steps are made in their name.
    """

    annotator: Annotator
    joined: tuple[Annotator, ...] = ()
    documents: int = 0
    done: int = 0
    spans: int = 0
    changed: str = ""
    is_at_desk: bool = False


def initials(name: str) -> str:
    """One or two letters for a person: of the first and the last word, Vietnamese names too.

    >>> initials("Nguyễn Thị Lan"), initials("lan"), initials(" ")
    ('NL', 'L', '?')
    """
    words = [word for word in ("".join(filter(str.isalnum, part)) for part in name.split()) if word]
    if not words:
        return "?"
    chosen = words[:1] + words[1:][-1:]
    return "".join(word[0].upper() for word in chosen)
