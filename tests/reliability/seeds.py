"""Sound files of every kind that is read, for fuzzing to begin with: our own exports, and what others write.

Fuzzing alters these, so that what it makes looks like a file of its kind for a while before it goes wrong.
"""

from __future__ import annotations

import contextlib
import io
import sys
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from annotator.errors import FormatError
from annotator.exchange.package_file import packed
from annotator.formats.base import LossReport, OutgoingDocument, OutgoingHead, OutgoingSpan, WriteOptions
from annotator.formats.registry import FORMATS, detect
from annotator.model.document import Annotator, Corpus, Document, Status
from annotator.model.identity import fixed_uid
from annotator.model.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[2]
OWN: Final = ROOT / "tests" / "data" / "seeds"
"""A folder for each reader, with files in dialects that our writers do not write."""

SAMPLES: Final = ROOT.parent / "shared" / "samples"
"""Files of other projects, which are here on some machines."""

_LARGEST: Final = 30_000
_BESIDE: Final = (".txt", ".conf", ".xml")
_TEXT: Final = "Bà Mai 😊 ở\tHuế.\n\nÔng An, Chủ tịch\u00a0“A|B”.\n"
_PLACES: Final = ((0, 6, "person"), (3, 6, "a|b"), (11, 14, "place"), (4, 8, "x"), (18, 24, "person"))
_LAN: Final = Annotator(fixed_uid("annotator", "Lan"), "Lan")


@dataclass(frozen=True, slots=True)
class Seed:
    """One sound file.

    Attributes:
        reader: name of a format, or "package" or "label-set".
        name: of the file.
        data: its bytes.
        beside: name -> bytes of files that lie beside it and are read with it.
    """

    reader: str
    name: str
    data: bytes
    beside: dict[str, bytes] = field(default_factory=dict, hash=False)


@cache
def seeds() -> tuple[Seed, ...]:
    """All of them, in an order that is always the same on one machine."""
    return (*_written(), *_of_others(), _package(), *_samples())


def _written() -> Iterator[Seed]:
    """What our writers make of two documents."""
    for name, known in FORMATS.items():
        if known.writer and known.reader:
            writer = import_module(f"annotator.formats.{known.writer}")
            for options in (WriteOptions(), WriteOptions(nested="levels", scheme="bioes")):
                yield from (
                    _in_folder(name, writer, options) if known.in_folder else _in_file(name, writer, options)
                )


def _in_file(name: str, writer: object, options: WriteOptions) -> Iterator[Seed]:
    stream = io.BytesIO()
    writer.write(_head(), _documents(), stream, options, LossReport())  # type: ignore[attr-defined]
    yield Seed(name, f"a.{FORMATS[name].extension}", stream.getvalue())


def _in_folder(name: str, writer: object, options: WriteOptions) -> Iterator[Seed]:
    folder = _InMemory()
    writer.write_folder(_head(), _documents(), folder, options, LossReport())  # type: ignore[attr-defined]
    for file in folder.of_documents:
        beside = {other: data for other, data in folder.files.items() if other != file}
        yield Seed(name, file, folder.files[file], beside)


class _InMemory:
    """A folder that a writer fills."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.of_documents: list[str] = []

    @contextlib.contextmanager
    def file(self, name: str, *, holds_documents: bool = True) -> Iterator[BinaryIO]:
        """As `formats.base.Folder.file`."""
        stream = io.BytesIO()
        yield stream
        self.files[Path(name).name] = stream.getvalue()
        if holds_documents:
            self.of_documents.append(Path(name).name)


def _head() -> OutgoingHead:
    labels = tuple(
        Label(fixed_uid("label", name), name, "#336699") for name in sorted({place[2] for place in _PLACES})
    )
    return OutgoingHead(Corpus("c", "Corpus", "Hướng dẫn"), labels, (_LAN,))


def _documents() -> Iterator[OutgoingDocument]:
    for number in (1, 2):
        spans = sorted(
            (
                OutgoingSpan(*place, _LAN.uid, fixed_uid("span", f"{place} {number}"), "vì")
                for place in _PLACES
            ),
            key=lambda span: (span.start, -span.end, span.uid),
        )
        uid = fixed_uid("document", str(number))
        document = Document(uid, "c", f"Bài {number}", _TEXT * number, {"a": "b"})
        yield OutgoingDocument(document, ((_LAN.uid, Status.DONE),), tuple(spans), Status.DONE)


def _of_others() -> Iterator[Seed]:
    for path in sorted(OWN.glob("*/*")):
        if path.suffix not in _BESIDE or path.parent.name == "txt":
            yield Seed(path.parent.name, path.name, path.read_bytes(), _beside(path))


def _package() -> Seed:
    """What the tests of packages have as their smallest one."""
    return Seed("package", "a.zip", packed(_package_bench().small()))


def forged(data: bytes) -> bytes:
    """A package whose manifest agrees with its parts, as a forger makes it; as it is where there is none."""
    try:
        parts = _package_bench().parts_of(data)
        return bytes(_package_bench().sealed(parts))
    except (
        EOFError,
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        RuntimeError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
    ):
        return data


def _package_bench() -> Any:
    folder = str(ROOT / "tests" / "exchange")
    if folder not in sys.path:
        sys.path.append(folder)
    return import_module("package_bench")


def _samples() -> Iterator[Seed]:
    """Small files of other projects, each for the reader that its content or name asks for."""
    for path in sorted(SAMPLES.rglob("*")) if SAMPLES.is_dir() else ():
        if path.is_file() and path.stat().st_size <= _LARGEST and path.name != "SOURCES.md":
            with contextlib.suppress(FormatError):
                yield Seed(detect(path, path.name), path.name, path.read_bytes(), _beside(path))


def _beside(path: Path) -> dict[str, bytes]:
    return {
        other.name: other.read_bytes()
        for other in sorted(path.parent.iterdir())
        if other != path and other.suffix in _BESIDE and other.stat().st_size <= _LARGEST
    }
