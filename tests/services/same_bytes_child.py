"""Run as a process of its own: exports a library in every format and prints what the files' bytes are."""

from __future__ import annotations

import hashlib
import json
import sys
from importlib.util import find_spec
from pathlib import Path

from annotator.formats.registry import FORMATS, WRITABLE
from annotator.model.recipe import Recipe, Split
from annotator.services.library import Library, open_library


def recipes() -> dict[str, Recipe]:
    """Every format once, and splits of a file and of a folder."""
    formats = [name for name in WRITABLE if not FORMATS[name].extra or find_spec(FORMATS[name].extra)]
    whole = {name: Recipe(name, layers="all", card=True) for name in formats}
    split = Split((60, 20, 20), 5, ("text", "source", "date"))
    return whole | {f"{name} split": Recipe(name, layers="all", split=split) for name in ("conll", "brat")}


def exported(library: Library, folder: Path) -> dict[str, str]:
    """Name of each file of each recipe -> SHA-256 of its bytes."""
    found = {}
    for name, recipe in recipes().items():
        known = FORMATS[recipe.format]
        place = folder / name
        place.mkdir(parents=True)
        library.exporting.export("Mẫu", recipe, str(place / f"data.{known.extension}"))
        for file in sorted(place.rglob("*")):
            if file.is_file():
                found[file.relative_to(folder).as_posix()] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found


if __name__ == "__main__":
    with open_library(sys.argv[1]) as opened:
        sys.stdout.write(json.dumps(exported(opened, Path(sys.argv[2]))))
