"""Names that a reader cannot tell apart although their letters are others: "person" with a Cyrillic "о"."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from annotator.model.label import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHAPES: Final = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u051b\u051d\u0261\u0131"
    "\u03b1\u03bf\u03c1\u03bd\u03b9\u03c5"
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "aeopcyxijsdhqwgiaopviuABESIJKMHOPCTYXABEZHIKMNOPTYX",
)
"""Letters of the Cyrillic and Greek alphabets (and two of Latin) -> the Latin letter of the same shape."""


def shape_of(name: str) -> str:
    """What a reader sees of a name: names of one shape look alike, though they may be others.

    Marks over and under letters are seen and count; letter case and kinds of blanks do not.
    """
    apart = unicodedata.normalize("NFKD", name).translate(_SHAPES)
    return name_key(apart)


def look_alike(name: str, others: Iterable[str]) -> str:
    """The first of the other names that looks like this one and is another, "" if none does."""
    key, shape = _seen(name)
    return next((each for each in others if (seen := _seen(each))[1] == shape and seen[0] != key), "")


@lru_cache(maxsize=1 << 14)
def _seen(name: str) -> tuple[str, str]:
    """`name_key` and `shape_of` of a name; kept, for each new label is held against all others."""
    return name_key(name), shape_of(name)
