"""An export as one file, or split into the three parts that learning machines want."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.formats.registry import extension_of
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from annotator.services.export_file import Delivery
    from annotator.services.export_proof import Proof

PARTS: Final = ("train", "dev", "test")
"""Files of a split export, in the order of its percentages."""

MANIFEST: Final = "manifest.json"
"""Names the files of a split export with their sums; its own sum stands for the folder."""


def parts_of(
    path: Path, format_name: str, split: Sequence[int], seed: int, count: int
) -> list[tuple[Path, Callable[[int], bool] | None]]:
    """Where each part goes, and which document numbers belong to it (None: all).

    Raises:
        UserError: the percentages do not make 100.
    """
    if not split:
        return [(path, None)]
    if len(split) != len(PARTS) or sum(split) != 100 or min(split) < 0:
        raise UserError(
            say("The parts of a split must be three whole numbers that make 100, as in 80/10/10.")
        )
    numbers = list(range(count))
    random.Random(seed).shuffle(numbers)  # noqa: S311  (a reproducible choice, not a secret)
    first, second = round(count * split[0] / 100), round(count * (split[0] + split[1]) / 100)
    sets = (frozenset(numbers[:first]), frozenset(numbers[first:second]), frozenset(numbers[second:]))
    extension = extension_of(format_name)
    return [
        (path / f"{name}.{extension}", chosen.__contains__) for name, chosen in zip(PARTS, sets, strict=True)
    ]


def write_manifest(
    path: Path, delivery: Delivery, proofs: Sequence[Proof], format_name: str, seed: int
) -> None:
    """Write beside the parts what they hold."""
    files = [
        {"name": file.target.name, "sha256": file.sha256, "documents": proof.documents, "spans": proof.spans}
        for file, proof in zip(delivery.files, proofs, strict=True)
    ]
    manifest = {"format": format_name, "seed": seed, "files": files}
    with delivery.writing(path / MANIFEST) as stream:
        stream.write(json.dumps(manifest, ensure_ascii=False, indent=1).encode() + b"\n")
