"""Filters of the document list that are kept by name in a corpus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Shown = Literal["all", "todo", "done"]

_CONDITIONS: Final = {"all": "", "todo": "-is:done", "done": "is:done"}


@dataclass(frozen=True, slots=True)
class KeptFilter:
    """Which documents a list shows.

    Attributes:
        uid: of the record.
        name: as the person wrote it; unique in the corpus without regard to case.
        search: words and "#tags" as in the search field.
        shown: all documents, those to do, or those done.
    """

    uid: str
    name: str
    search: str
    shown: Shown


def whole_search(search: str, shown: Shown) -> str:
    """The words and conditions that alone say what a list shows; "" for all documents.

    >>> whole_search("#báo", "todo")
    '#báo -is:done'
    """
    return f"{search} {_CONDITIONS[shown]}".strip()
