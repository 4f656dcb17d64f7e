"""Labels in formats whose names may not hold every sign: written so that the label can be told again.

Each sign that a format does not allow stands as an escape sign and two hexadecimal digits for each byte of
its UTF-8, and so does the escape sign itself: two labels never become one. A name that is not as it would
have been written here is somebody else's, and is left as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_letters, digits
from typing import Final

PLAIN: Final = frozenset(ascii_letters + digits + "_-")
"""Signs that identifiers of nearly every tool may hold."""

_KEPT: Final = 4096


@lru_cache(_KEPT)
def escaped(name: str, allowed: frozenset[str] = PLAIN, sign: str = "%") -> str:
    """The name with what is not allowed as `sign` and two digits a byte; equal only for equal names.

    Args:
        name: of a label.
        allowed: signs that stand for themselves; `sign` never does, even if it is among them.
        sign: one ASCII character that begins an escape; the format must allow it.
    """
    plain = allowed - {sign}
    return "".join(
        each if each in plain else "".join(f"{sign}{byte:02X}" for byte in each.encode()) for each in name
    )


@lru_cache(_KEPT)
def unescaped(written: str, allowed: frozenset[str] = PLAIN, sign: str = "%") -> str:
    """The name that `escaped` wrote so; any other is given back unchanged."""
    if sign not in written:
        return written
    try:
        name = re.sub(
            f"(?:{re.escape(sign)}[0-9A-F]{{2}})+",
            lambda found: bytes.fromhex(found[0].replace(sign, "")).decode(),
            written,
        )
    except UnicodeDecodeError:
        return written
    return name if escaped(name, allowed, sign) == written else written
