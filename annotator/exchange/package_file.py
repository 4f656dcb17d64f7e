"""Writing a package: a ZIP archive that is the same, byte for byte, for the same content.

What was written is read again before the file gets its name, so that no package leaves that another machine
would refuse.
"""

from __future__ import annotations

import io
import json
import stat
import zipfile
import zlib
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from annotator.archive import GREATEST_RATIO, LARGEST_ENTRY, LARGEST_TOTAL, RATIO_MATTERS_FROM
from annotator.errors import FormatError, UserError
from annotator.exchange.manifest import manifest_out
from annotator.exchange.members import (
    ALWAYS_THERE,
    ANNOTATORS,
    CHANGES,
    DOCUMENTS,
    LABELS,
    LAYERS,
    MANIFEST,
    SETTINGS,
    STEPS,
)
from annotator.exchange.package_reading import read_stream
from annotator.exchange.records import (
    annotator_out,
    change_out,
    document_out,
    label_out,
    layer_out,
    settings_out,
    step_out,
)
from annotator.files import write_atomically
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from annotator.exchange.members import Package, PackageChange

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_READABLE: Final = (stat.S_IFREG | 0o644) << 16


def write(path: Path, package: Package) -> Package:
    """Write a package to `path`, whole or not at all; the package in the order of the file, with its digest.

    Raises:
        UserError: it is too large, or holds what no package may hold; the file is as it was.
        OSError: the disk refused; likewise.
    """
    data = packed(package)
    proof = _proof(data, path.name)
    write_atomically(path, data, is_private=False)
    return proof


def _proof(data: bytes, name: str) -> Package:
    try:
        proof = read_stream(io.BytesIO(data), name)
    except FormatError as error:
        raise UserError(
            say(
                "{file} was not written, for another program could not read it: {problem} This is a fault of "
                "the program, not yours; your library is as it was.",
                file=name,
                problem=error.message,
            )
        ) from error
    if packed(proof) != data:
        raise UserError(
            say(
                "{file} was not written: read again, it is not what it was made of. This is a fault of the "
                "program, not yours; your library is as it was.",
                file=name,
            )
        )
    return proof


def packed(package: Package) -> bytes:
    """The bytes of the file.

    Raises:
        UserError: a part of it is larger than parts of packages may be.
    """
    lines = _lines(package)
    parts = {name: b"".join(lines[name]) for name in ALWAYS_THERE}
    if package.settings is not None:
        parts[SETTINGS] = _line(settings_out(package.settings))
    _check_sizes(parts)
    counts = {name.removesuffix(".jsonl"): len(lines[name]) for name in ALWAYS_THERE}
    manifest = _line(manifest_out(package.manifest, counts, parts))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in {MANIFEST: manifest, **parts}.items():
            archive.writestr(_entry(name, data), data)
    return stream.getvalue()


def _lines(package: Package) -> dict[str, list[bytes]]:
    """The lines of every part with many records, in their order."""
    changes = sorted(package.changes, key=_order)
    return {
        DOCUMENTS: _sorted(map(document_out, package.documents), "uid"),
        LABELS: _sorted(map(label_out, package.labels), "uid"),
        ANNOTATORS: _sorted(map(annotator_out, package.annotators), "uid"),
        LAYERS: _sorted(map(layer_out, package.layers), "document", "annotator"),
        STEPS: _sorted(map(step_out, package.steps), "lamport", "uid"),
        **{name: [_line(change_out(c)) for c in changes if c.kind.member == name] for name in CHANGES},
    }


def _sorted(records: Iterable[dict[str, Any]], *keys: str) -> list[bytes]:
    return list(map(_line, sorted(records, key=itemgetter(*keys))))


def _order(change: PackageChange) -> tuple[int, str, str]:
    return (change.change.lamport, change.step, change.change.thing)


def _line(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _check_sizes(parts: Mapping[str, bytes]) -> None:
    largest = max(parts, key=lambda name: len(parts[name]))
    if len(parts[largest]) > LARGEST_ENTRY or sum(map(len, parts.values())) > LARGEST_TOTAL:
        raise UserError(
            say(
                "The package would be too large: its part {part} has {size} MB, and {most} MB are read. "
                "Choose fewer documents.",
                part=largest,
                size=len(parts[largest]) // 1_000_000,
                most=LARGEST_ENTRY // 1_000_000,
            )
        )


def _entry(name: str, data: bytes) -> zipfile.ZipInfo:
    """The entry of a part; one that packs so well that it would pass for a bomb is left unpacked."""
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.create_system = _UNIX
    entry.external_attr = _READABLE
    packs_too_well = len(data) > RATIO_MATTERS_FROM and len(zlib.compress(data)) * GREATEST_RATIO < len(data)
    entry.compress_type = zipfile.ZIP_STORED if packs_too_well else zipfile.ZIP_DEFLATED
    return entry
