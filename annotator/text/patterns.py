"""Regular expressions that are compiled when first used.

The `regex` package and our Unicode classes take 30 ms to load and compile, a tenth of what the window may
take to appear, and no text is read before it has appeared.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import regex

    Found = regex.Match[str] | None


class Pattern:
    """A pattern of the `regex` package; its methods are that package's, bound at first use.

    Args:
        source: the expression; flags stand inside it, as in "(?V1)" or "(?r)".
    """

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def _compiled(self) -> regex.Pattern[str]:
        import regex

        return regex.compile(self.source)

    @cached_property
    def search(self) -> Callable[..., Found]:
        """`regex.Pattern.search`."""
        return self._compiled.search

    @cached_property
    def match(self) -> Callable[..., Found]:
        """`regex.Pattern.match`."""
        return self._compiled.match

    @cached_property
    def finditer(self) -> Callable[..., Iterator[regex.Match[str]]]:
        """`regex.Pattern.finditer`."""
        return self._compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[str]]:
        """`regex.Pattern.findall`."""
        return self._compiled.findall

    @cached_property
    def sub(self) -> Callable[..., str]:
        """`regex.Pattern.sub`."""
        return self._compiled.sub

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """`regex.Pattern.split`."""
        return self._compiled.split
