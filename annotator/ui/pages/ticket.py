"""Answers that come too late: a task that was given up must not be taken for the one begun after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Tickets:
    """Counts the tasks of a page; only the callbacks of the newest one are called."""

    def __init__(self) -> None:
        self._newest = 0

    def draw(self) -> None:
        """A new task begins, or the old one is given up."""
        self._newest += 1

    def mine(self, callback: Callable[[T], None]) -> Callable[[T], None]:
        """The callback for the task that began last; it does nothing once another began."""
        ticket = self._newest

        def call(value: T) -> None:
            if ticket == self._newest:
                callback(value)

        return call
