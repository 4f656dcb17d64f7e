"""A use-case that is loaded when it is first asked for: a command of one of them need not wait for all.

Loading all took half of the time of a short command (0.38 of 0.78 s of a slow core).
"""

from __future__ import annotations

import threading
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.services.library import Library

T = TypeVar("T")

_making = threading.RLock()
"""Writer and readers may ask at once, and a use-case with a memory must be one; one may ask for another."""


class UseCase(Generic[T]):
    """An attribute of `Library`: made of the library's store with the first question, and kept."""

    def __init__(self, where: str, make: Callable[[Any, Library], T] | None = None) -> None:
        """Name it.

        Args:
            where: "module:Class", below `annotator.services`.
            make: makes it of its class and the library, where it wants more than the store.
        """
        self._module, self._kind = where.split(":")
        self._make = make or (lambda kind, library: kind(library.store))
        self._name = ""

    def __set_name__(self, owner: type[Library], name: str) -> None:
        self._name = name

    def __get__(self, library: Library, owner: type[Library]) -> T:
        with _making:
            kept = vars(library)
            if self._name not in kept:
                kind = getattr(import_module(f"annotator.services.{self._module}"), self._kind)
                made = self._make(kind, library)
                library.introduce(made)
                kept[self._name] = made  # found before this descriptor from now on
            found: T = kept[self._name]
            return found
