"""The articles of the soak: made from their number alone, so that nobody has to keep them to compare with.

Most words are plain, and it is known where they stand; between them lie the characters that move offsets in
programs that count otherwise: emoji, joined emoji, decomposed letters, right to left, line ends of all kinds.
"""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

NAMES: Final = tuple(
    f"{family} {given}"
    for family in ("Trần Văn", "Lê Thị", "Y Brơm", "Tỉnh ủy", "Sở Nội", "Phong trào", "Bằng khen")
    for given in ("Được", "Bình", "Niê", "Cửu Hà", "Sông Vàng", "Mường Lũng", "Đắk")
)
"""Names that come again and again, so that "the same words everywhere" has something to do."""

_WORDS: Final = (
    *("ngày", "nay", "các", "đơn", "vị", "trong", "tỉnh", "đã", "tổ", "chức", "hội", "nghị", "biểu", "dương"),
    *("tập", "thể", "và", "cá", "nhân", "điển", "hình", "tiên", "tiến", "năm", "qua", "có", "nhiều", "cho"),
)
_ODD: Final = (
    "😀",
    "👩🏽‍🚀",
    "🇻🇳",
    "العربية",
    "עברית",
    "e\u0301",
    "𝒜𝒷",
    "\u200b",
    "\ufffc",
    "漢字",
    "a\u00a0b",
)
_ENDS: Final = ("\n\n", "\n", "\r\n", "\r\n\r\n", "\u2028", "\n")
_PLAIN_ENDS: Final = ("\n\n", "\n")
FEW: Final = 50
"""Documents of a corpus up to which a labeller works only for a moment."""

PLAIN_FROM: Final = 1_000_000
"""Articles from this number on hold nothing that an import would ask about."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text and where its plain words stand.

    Attributes:
        title: its first line.
        text: as it is stored.
        words: (start, end) of words of letters only, in order.
        follows: whether the word after the one of the same number follows it after exactly one blank.
    """

    title: str
    text: str
    words: tuple[tuple[int, int], ...]
    follows: tuple[bool, ...]


def title_of(number: int) -> str:
    """The first line of an article."""
    return f"Bài {number:04}"


@lru_cache(maxsize=64)
def article(number: int) -> Article:
    """The article of that number, always the same."""
    chance = random.Random(number)  # noqa: S311  (the same each time)
    is_plain = number >= PLAIN_FROM
    pieces: list[str] = [title_of(number), "\n\n"]
    length = sum(map(len, pieces))
    words: list[tuple[int, int]] = []
    follows: list[bool] = []
    for _ in range(chance.randint(3, 8)):
        for part in _sentence(chance, is_plain=is_plain):
            if part.isalpha() and part not in _ODD:
                words.append((length, length + len(part)))
                follows.append(False)
            elif part == " " and words and words[-1][1] == length:
                follows[-1] = True
            pieces.append(part)
            length += len(part)
        end = chance.choice(_PLAIN_ENDS if is_plain else _ENDS)
        pieces.append(end)
        length += len(end)
    text = "".join(pieces)
    follows = [
        blank and number + 1 < len(words) and words[number + 1][0] == words[number][1] + 1
        for number, blank in enumerate(follows)
    ]
    return Article(title_of(number), text, tuple(words), tuple(follows))


def _sentence(chance: random.Random, *, is_plain: bool) -> list[str]:
    """Tokens, blanks among them, of one paragraph."""
    tokens: list[str] = []
    for _ in range(chance.randint(12, 60)):
        kind = chance.random()
        if kind < 0.12:
            parts = chance.choice(NAMES).split(" ")
        elif kind < 0.18 and not is_plain:
            parts = [chance.choice(_ODD)]
        else:
            word = chance.choice(_WORDS)
            parts = [unicodedata.normalize("NFD", word) if kind > 0.97 and not is_plain else word]
        for part in parts:
            tokens += [part, " "]
        if chance.random() < 0.06:
            tokens[-1:] = [chance.choice([", ", ". ", " (", ") ", "; "])]
    tokens[-1] = "."
    return tokens
