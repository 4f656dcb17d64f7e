"""Finding thousands of strings in one pass over a text.

Texts and strings are compared as `string_key` makes them: forms of accents and kinds of blanks aside. A tree
of syllables leads from the first one of a string to its last, so that a text costs what its syllables cost,
however many strings there are.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from annotator.text.fold import Folded, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SYLLABLE: Final = re.compile(r"[\w\u0300-\u036f]+")
"""Runs of letters and marks; where a script has other marks it cuts too often, which finds no less."""

_BLANKS: Final = {code: " " for code in range(0x3001) if chr(code).isspace()}
_UNSEEN: Final = re.compile("[\u00ad\u200b\u2060\ufeff\ufe00-\ufe0f]")
"""What folding drops: where such a sign stands, places in the text are not those in the folded one."""


def string_key(words: str) -> str:
    r"""What makes two strings the same: forms of accents and kinds of blanks aside.

    >>> string_key("Tỉnh\u00a0ủy") == string_key("Tỉnh ủy")
    True
    """
    return words if words.isascii() and words.isprintable() else fold(words, case=False, diacritics=False)


_EARLY: Final = re.compile("(?:([òóõỏọÒÓÕỎỌ])([aAeE])|([ùúũủụÙÚŨỦỤ])([yY]))(?![\u0300-\u036f])")
"""A tone mark on the first vowel of oa, oe, uy in composed letters, as `text.fold` moves it."""


def _tones_late(text: str) -> str:
    """A composed text with those tone marks on the second vowel; no letter changes its place."""
    return _EARLY.sub(_moved, text)


def _moved(found: re.Match[str]) -> str:
    first, second = (found.group(1), found.group(2)) if found.group(1) else (found.group(3), found.group(4))
    apart = unicodedata.normalize("NFD", first)
    return apart[0] + unicodedata.normalize("NFC", second + apart[1])


@dataclass(slots=True)
class _Node:
    """A place in the tree: the syllables that go on from here, and the strings that end here.

    `ends` holds what stands before the first syllable (its length), the string, and its key.
    """

    after: dict[str, _Node] = field(default_factory=dict)
    ends: list[tuple[int, str, str]] = field(default_factory=list)


class Phrases:
    """Strings to be found, made ready.

    Args:
        keys: the strings, each as `string_key` makes it; those without a letter or figure are never found.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = tuple(keys)

    @cached_property
    def _composed(self) -> dict[str, _Node]:
        return _tree((unicodedata.normalize("NFC", key), key) for key in self._keys)

    @cached_property
    def _decomposed(self) -> dict[str, _Node]:
        return _tree((key, key) for key in self._keys)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, key) of every place in a text, in code points of it, nearly in order.

        Places of different strings may overlap. Whether one cuts a word is for the caller to ask.
        """
        if unicodedata.is_normalized("NFC", text) and _UNSEEN.search(text) is None:
            yield from _find(self._composed, _tones_late(text.translate(_BLANKS)))
            return
        folded = Folded(text, case=False, diacritics=False)
        for start, end, key in _find(self._decomposed, folded.text):
            yield *folded.source(start, end), key


def _tree(strings: Iterable[tuple[str, str]]) -> dict[str, _Node]:
    """The tree of (string, key)."""
    root: dict[str, _Node] = {}
    for string, key in strings:
        level, node, before = root, None, 0
        for match in _SYLLABLE.finditer(string):
            before = before if node else match.start()
            node = level.setdefault(match.group(), _Node())
            level = node.after
        if node is not None:
            node.ends.append((before, string, key))
    return root


def _find(root: dict[str, _Node], text: str) -> Iterator[tuple[int, int, str]]:
    syllables = [(match.group(), match.start()) for match in _SYLLABLE.finditer(text)]
    for place, (syllable, start) in enumerate(syllables):
        node = root.get(syllable)
        if node is not None:
            yield from _ending(text, syllables, place, start, node)


def _ending(
    text: str, syllables: list[tuple[str, int]], place: int, start: int, node: _Node | None
) -> Iterator[tuple[int, int, str]]:
    """The strings that begin with the syllable at `place`."""
    while node is not None:
        for before, string, key in node.ends:
            if start >= before and text.startswith(string, start - before):
                yield start - before, start - before + len(string), key
        place += 1
        node = node.after.get(syllables[place][0]) if place < len(syllables) else None
