"""What the program does that can be broken: each operation, and what must be true wherever it was broken.

`python -m tests.reliability.operations prepare|do NAME FOLDER` makes the world of one, or does it there; a
line of the standard output that begins with "ack " is something that was acknowledged.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from tests.reliability import guarding, labelling, moving_files, ways_back
from tests.reliability.worlds import Operation, World

OPERATIONS: Final[dict[str, Operation]] = {
    each.name: each
    for each in (
        *labelling.OPERATIONS,
        *moving_files.OPERATIONS,
        *guarding.OPERATIONS,
        *ways_back.OPERATIONS,
    )
}
"""By their names."""


def main() -> int:
    """Do what the words say; gives the exit status."""
    act, name, folder = sys.argv[1:]
    world, operation = World(Path(folder)), OPERATIONS[name]
    with world.entered():
        if act == "prepare":
            operation.prepare(world)
            return 0
        return operation.do(world, _acknowledge)


def _acknowledge(ack: str) -> None:
    sys.stdout.write(f"ack {ack}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
