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
