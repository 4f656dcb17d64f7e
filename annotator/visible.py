"""Words from other people as they may stand in our own sentences and lists: nothing in them works unseen.

A title, a name, a note or a file name may hold characters that nobody sees, and marks that turn the direction
of what stands around them: a file called "invoice<U+202E>txt.exe" would read as one that ends in "exe.txt".
They are shown as their numbers. The words themselves are never changed: this is for showing only, and never
for the text of an article.
"""

from __future__ import annotations

import re
from typing import Final

_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
    "|(?<![\u0600-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\U0010ffff])"
)
"""Control characters but tabs and line feeds, characters without width, marks of writing direction, halves of
characters; what joins letters or pictures (U+200C, U+200D) only where it joins none."""

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def visible(words: str) -> str:
    """The words with every unseen character as its number: "a<U+202E>b"."""
    if words.isascii() and words.isprintable():
        return words
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", words)


def isolated(words: str) -> str:
    """Visible words to be put into a sentence: those written from right to left do not turn what follows."""
    shown = visible(words)
    if shown.isascii() or not _RIGHT_TO_LEFT.search(shown):
        return shown
    return f"{_FIRST_STRONG_ISOLATE}{shown}{_POP_ISOLATE}"
