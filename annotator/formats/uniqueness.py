"""Uids that may stand only once in a file, however many there are, in memory that hardly grows with them.

So many as most files have are kept as they are, and a repeat is found at once. Beyond that only their hashes
are kept, eight bytes each; two equal ones are a suspicion, and the file is then read once more, with nothing
but the suspected uids kept. A sound file is read once.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

HELD: Final = 400_000
"""Uids that are kept as they are."""
_TOGETHER: Final = 250_000
"""Hashes, about, that are compared with each other at a time."""
_LOWEST: Final = -(1 << (sys.hash_info.width - 1))


class Hashes:
    """Hashes of uids, each lot of them sorted."""

    def __init__(self) -> None:
        self._lots: list[array[int]] = []

    def add(self, uids: Iterable[str]) -> None:
        """One more lot of uids, all different from each other."""
        self._lots.append(array("q", sorted(map(hash, uids))))

    def repeated(self) -> frozenset[int]:
        """The hashes that stand in more than one lot."""
        total = sum(map(len, self._lots))
        step = -2 * _LOWEST // (total // _TOGETHER + 1) + 1
        found: set[int] = set()
        for lowest in range(_LOWEST, -_LOWEST, step):
            seen: set[int] = set()
            for lot in self._lots:
                piece = lot[bisect_left(lot, lowest) : bisect_left(lot, lowest + step)]
                found.update(seen.intersection(piece))
                seen.update(piece)
        return frozenset(found)


class Uids:
    """The uids of one kind of thing in one file, each with the place where it stands.

    Args:
        suspects: hashes of the only uids that are looked at; None for all.

    Attributes:
        has_let_go: whether a uid may have been met again without `add` having said so.
    """

    def __init__(self, suspects: frozenset[int] | None = None) -> None:
        self._suspects = suspects
        self._places: dict[str, int] = {}
        self._hashes = Hashes()
        self._met_again: set[int] = set()
        self.has_let_go = False

    def add(self, uid: str, place: int) -> int | None:
        """Remember a uid; the place where it stood before, if that is known still."""
        if self._suspects is not None and hash(uid) not in self._suspects:
            return None
        if uid in self._places:
            self._met_again.add(hash(uid))
            return self._places[uid]
        self._places[uid] = place
        self._let_go()
        return None

    def add_all(self, uids: Collection[str], place: int) -> bool:
        """Remember different uids that stand at one place; False, and none is, if one was there before."""
        if self._suspects is not None:
            uids = [uid for uid in uids if hash(uid) in self._suspects]
        if not self._places.keys().isdisjoint(uids):
            return False
        self._places.update(dict.fromkeys(uids, place))
        self._let_go()
        return True

    def repeated(self) -> frozenset[int]:
        """Hashes of the uids that were met again, and of hardly any other; call it once, at the end."""
        if self.has_let_go:
            self._hashes.add(self._places)
        return self._hashes.repeated() | self._met_again

    def _let_go(self) -> None:
        if len(self._places) >= HELD and self._suspects is None:
            self._hashes.add(self._places)
            self._places.clear()
            self.has_let_go = True
