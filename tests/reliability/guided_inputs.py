"""What a fuzzer led by coverage works on: bytes of which the first few say how the others are read.

`guided_child.py` imports this module while atheris looks at imports, so that what it imports tells which ways
through it were gone. Every input is one case of `fuzzing.py`, judged as there.
"""

from __future__ import annotations

import random
import sqlite3
import time
from typing import TYPE_CHECKING, Final

from annotator.model.reading import CHOICES, ReadingChoice
from tests.reliability.fuzzing import ENCODINGS, Trial, keep, sound_files, tell
from tests.reliability.judging import LABEL_SET, LIBRARY, PACKAGE, Case
from tests.reliability.libraries import altered_library
from tests.reliability.mutating import Mutator
from tests.reliability.seeds import forged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.reliability.seeds import Seed

HEADER: Final = 3
"""Bytes before the file: which sound file it stands in for, its encoding, and `_FLAGS`."""

_INSPECTS: Final = 0b0000_1100
_IS_AUTO: Final = 0b0111_0000
_WRITES: Final = 0b1000_0000
_DISCONTINUOUS: Final = 0b0000_0011
"""Bits of the third byte; what has several bits is asked for when all are set: half as often for each."""

_OTHERWISE_READ: Final = 0.1
_BY_GRAMMAR: Final = 0.75
"""How often the way of reading is altered, and how often the file is by what we know of its kind."""
_ANEW: Final = 0.2
"""How often a sound file is altered instead: what comes of a file that is refused is refused as well."""
_TELLS_EVERY: Final = 1.0
"""Seconds between two tallies: a process that is led by libFuzzer comes to no end of its own."""


class Inputs:
    """The inputs for one reader.

    Args:
        reader: as in `seeds.Seed`, or "library".
        folder: to work in.
    """

    def __init__(self, reader: str, folder: Path) -> None:
        self._reader = reader
        self._folder = folder
        self._parts = [
            (seed, name) for seed in sound_files(folder)[reader] for name in (seed.name, *sorted(seed.beside))
        ]
        self._chance = random.Random()  # noqa: S311  (its seed comes with each alteration)
        self._mutator = Mutator(self._chance, [_part(*each) for each in self._parts])

    def begin(self) -> list[bytes]:
        """One input for each sound file and each file beside it, read as nobody asked for anything."""
        return [bytes((number, 0, 0)) + _part(*each) for number, each in enumerate(self._parts[:256])]

    def longest(self) -> int:
        """Bytes of the longest input: what is longer is slow and goes the same ways."""
        return max(2 * len(each) for each in self.begin()) + 4096

    def case(self, data: bytes) -> Case:
        """What an input stands for; one that is too short for its first bytes has zeros there."""
        which, encoding, flags = data[:HEADER].ljust(HEADER, b"\0")
        seed, altered = self._parts[which % len(self._parts)]
        files = {**seed.beside, seed.name: seed.data, altered: data[HEADER:]}
        main = files.pop(seed.name)
        if self._reader == LIBRARY:
            return Case(LIBRARY, seed.name, main, writes=bool(flags & _WRITES))
        is_auto = flags & _IS_AUTO == _IS_AUTO and self._reader not in (PACKAGE, LABEL_SET)
        return Case(
            "auto" if is_auto else self._reader,
            seed.name,
            main,
            files,
            ReadingChoice(ENCODINGS[encoding % len(ENCODINGS)], CHOICES[flags & _DISCONTINUOUS]),
            inspects=flags & _INSPECTS == _INSPECTS,
        )

    def altered(self, data: bytes, longest: int, seed: int, blindly: Callable[[bytes, int], bytes]) -> bytes:
        """An input like this one, of `longest` bytes at most; `blindly` alters bytes as libFuzzer does."""
        self._chance.seed(seed)
        head, body = data[:HEADER].ljust(HEADER, b"\0"), data[HEADER:]
        if self._chance.random() < _ANEW:
            body = _part(*self._parts[head[0] % len(self._parts)])
        if self._chance.random() < _OTHERWISE_READ:
            place = self._chance.randrange(HEADER)
            head = head[:place] + self._chance.randbytes(1) + head[place + 1 :]
        elif self._chance.random() < _BY_GRAMMAR:
            body = self._by_grammar(body)
        else:
            body = blindly(body, longest - HEADER)
        return (head + body)[:longest]

    def _by_grammar(self, body: bytes) -> bytes:
        if self._reader == LIBRARY:
            return self._library(body)
        body = self._mutator.altered(body)
        return forged(body) if self._reader == PACKAGE else body

    def _library(self, body: bytes) -> bytes:
        """This library altered, or a sound one where this is too damaged to run statements on."""
        place = self._folder / "altered.annotator"
        try:
            return altered_library(body, self._chance, place)
        except (sqlite3.Error, LookupError, ValueError):
            return altered_library(self._parts[0][0].data, self._chance, place)


class Judge:
    """Tries inputs, counts, and keeps what is at fault.

    Args:
        inputs: what they stand for.
        folder: to work in.
        found: where cases at fault are kept.
        tally: where the counts are written.
    """

    def __init__(self, inputs: Inputs, folder: Path, found: Path, tally: Path) -> None:
        self._inputs = inputs
        self._found = found
        self._tally = tally
        self._trial = Trial(folder)
        self._kept: set[str] = set()
        self._told = 0.0

    def judge(self, data: bytes) -> None:
        """Try one input; what is at fault is kept, and the search goes on."""
        self._trial.of(self._inputs.case(data))
        for where, (fault, case) in self._trial.found.faults.items():
            if where not in self._kept:
                self._kept.add(where)
                keep(where, fault, case, self._found)
        if time.monotonic() - self._told > _TELLS_EVERY:
            self._told = time.monotonic()
            tell(self._trial.found, self._tally)


def _part(seed: Seed, name: str) -> bytes:
    """The bytes of a sound file, or of the one of that name beside it."""
    return seed.data if name == seed.name else seed.beside[name]
