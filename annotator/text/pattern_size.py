"""How large a regular expression becomes when it is made ready.

The `regex` package writes repeats out: `((a{9}){9}){9}` becomes a thousand pieces, a few levels more fill the
memory, and no time limit stops it. So the size is estimated first, without compiling.
"""

from __future__ import annotations

import re
from typing import Final

LARGEST: Final = 20_000
"""Pieces; that many are made ready in about a tenth of a second. Patterns people write have some hundreds."""

_PIECES: Final = re.compile(
    r"""
    (?P<atom> \\. | \[\^?\]?(?:\\.|[^\]\\])*\] )
    | (?P<open> \( )
    | (?P<close> \) )
    | \{ (?P<least> \d+ ) (?:,\d*)? \}
    | (?P<more> \+ )
    | (?P<free> [*?|] )
    | (?P<letter> . )
    """,
    re.VERBOSE | re.DOTALL,
)


def size_of(pattern: str) -> int:
    """About how many pieces a pattern has when its repeats are written out, never far too few.

    Each level of "at least n times" counts twice n, "once or more" twice, as compiling was seen to take.
    """
    sizes, last = [0], 0
    for piece in _PIECES.finditer(pattern):
        kind = piece.lastgroup
        if kind == "open":
            sizes.append(0)
        elif kind == "close":
            last = 1 + (sizes.pop() if len(sizes) > 1 else 0)
            sizes[-1] += last
        elif kind in ("least", "more"):
            times = 2 if kind == "more" else max(1, 2 * int(piece["least"][:9]))
            sizes[-1] += last * (times - 1)
            last *= times
        elif kind != "free":
            sizes[-1] += 1
            last = 1
    return sum(sizes)
