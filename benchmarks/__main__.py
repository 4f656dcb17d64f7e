"""One command that measures what the program promises and prints a table: `python -m benchmarks`."""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.rows import table

if TYPE_CHECKING:
    from benchmarks.rows import Row

_ALL: Final = {
    "article": "article",
    "keypress": "keypress",
    "start": "start",
    "import": "importing",
    "export": "exporting",
    "formats": "formats",
    "gigabyte": "gigabyte",
    "list": "listing",
    "opening": "opening",
    "figures": "figures",
    "search": "searching",
    "review": "review",
    "alpha": "alpha",
    "matrix": "matrix",
    "comparing": "comparing",
    "compare-page": "compare_page",
    "packages": "packages",
}
"""Name on the command line -> module with `run(quick=, folder=)`."""


def main() -> int:
    """Measure and print; 1 if a limit is not kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"out of: {', '.join(_ALL)}; all if none is named"
    )
    parser.add_argument("--quick", action="store_true", help="smaller sizes, one run each")
    words = parser.parse_args()
    if unknown := set(words.names) - set(_ALL):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    rows: list[Row] = []
    for name in words.names or _ALL:
        module = importlib.import_module(f"benchmarks.{_ALL[name]}")
        with tempfile.TemporaryDirectory(prefix="annotator-benchmark-") as folder:
            for row in module.run(quick=words.quick, folder=Path(folder)):
                print("  ".join(cell for cell in row.cells() if cell), file=sys.stderr, flush=True)
                rows.append(row)
    print(table(rows))
    return 0 if all(row.is_within for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
