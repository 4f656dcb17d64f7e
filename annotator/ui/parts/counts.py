"""Counts inside sentences."""

from __future__ import annotations

from annotator.ui.i18n import number


def separated(words: str, count: int) -> str:
    """A plural that `tr` made with %n, its number written with the language's separators: "1,204 spans"."""
    return words.replace(str(count), number(count), 1)
