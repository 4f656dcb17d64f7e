"""Reading a package from another machine: safely, without unpacking anything to disk.

Nothing in the file is trusted before it was looked at: the archive (`annotator.archive`), the hashes, every
record, and how the records fit together. Every refusal is one sentence that names the file and the part.
"""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple, NoReturn, TypeVar

from annotator.archive import Archive
from annotator.errors import EnvironmentProblem, FormatError, reason_of
from annotator.exchange.fields import Fields, WrongRecordError, shown
from annotator.exchange.manifest import NewerVersionError, manifest_in, seal
from annotator.exchange.members import (
    ALWAYS_THERE,
    ANNOTATORS,
    CHANGES,
    DOCUMENTS,
    FORMAT,
    FORMAT_VERSION,
    LABELS,
    LAYERS,
    MANIFEST,
    SETTINGS,
    STEPS,
    Package,
)
from annotator.exchange.records import (
    annotator_in,
    change_in,
    document_in,
    label_in,
    layer_in,
    settings_in,
    step_in,
)
from annotator.exchange.soundness import flaws
from annotator.files import no_file
from annotator.messages import say
from annotator.strict_json import JsonProblemError, objects_of, parse_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from annotator.exchange.manifest import Sealed
    from annotator.exchange.members import Manifest
    from annotator.messages import Message

    Made = TypeVar("Made")

_LARGEST_MANIFEST: Final = 1_000_000


def read(path: Path, name: str = "") -> Package:
    """The package in a file; nothing is written anywhere.

    Args:
        path: of the file.
        name: as the person gave it, for messages; the file's name when empty.

    Raises:
        FormatError: it is no package, a damaged or altered one, or one of a newer version.
        EnvironmentProblem: the file cannot be read.
    """
    name = name or path.name
    try:
        if problem := no_file(path, name):
            raise FormatError(problem)
        if path.is_dir():
            raise FormatError(say("{file} is no file. Choose the file of a package.", file=name))
        with path.open("rb") as stream:
            return read_stream(stream, name)
    except OSError as error:
        raise EnvironmentProblem(
            say("{file} cannot be read: {reason}.", file=name, reason=reason_of(error))
        ) from error


def read_stream(stream: BinaryIO, name: str) -> Package:
    """As `read`, of an open file that can be read anywhere.

    Raises:
        FormatError: as `read`.
        OSError: the file cannot be read.
    """
    try:
        with Archive(stream, name) as archive:
            return _Reading(name, archive).package()
    except _RefusedError as error:
        raise FormatError(error.message) from error
    except FormatError as error:
        raise FormatError(
            say("{problem} If it is a package, ask who made it to send it again.", problem=error.message)
        ) from error


def is_package(path: Path) -> bool:
    """Whether a file is a package of any version, sound or not; False also when it cannot be read."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream, Archive(stream, path.name) as archive:
            return MANIFEST in archive and FORMAT.encode() in archive.read(MANIFEST)
    except (FormatError, OSError):
        return False


class _RefusedError(FormatError):
    """A refusal that says all there is to say."""


class _Part(NamedTuple):
    """A part with many records: its name and its lines."""

    name: str
    lines: list[str]


class _Reading:
    """The way from an opened archive to a package."""

    def __init__(self, file: str, archive: Archive) -> None:
        self._file = file
        self._archive = archive

    def package(self) -> Package:
        data = self._manifest_bytes()
        manifest, members, counts = self._manifest(data)
        self._check_names(members)
        parts = {name: self._part(name, sealed) for name, sealed in members.items()}
        lines = {name: self._lines(name, parts[name], counts[name]) for name in ALWAYS_THERE}
        package = self._assembled(manifest, lines, parts.get(SETTINGS), hashlib.sha256(data).hexdigest())
        for flaw in flaws(package):
            self._wrong(flaw.member, flaw.place, flaw.problem)
        return package

    def _manifest_bytes(self) -> bytes:
        if MANIFEST not in self._archive:
            self._no_package()
        data = self._archive.read(MANIFEST)
        if len(data) > _LARGEST_MANIFEST or FORMAT.encode() not in data:
            self._no_package()
        return data

    def _no_package(self) -> NoReturn:
        raise _RefusedError(
            say(
                "{file} is a ZIP archive but no package of this program. Nothing was taken in. Choose a file "
                "that was made to hand out or to send back work; files of other programs are imported.",
                file=self._file,
            )
        )

    def _manifest(self, data: bytes) -> tuple[Manifest, dict[str, Sealed], dict[str, int]]:
        value = self._value(MANIFEST, 0, self._decoded(MANIFEST, data))
        if not isinstance(value, dict) or value.get("format") != FORMAT:
            self._no_package()
        try:
            return manifest_in(value)
        except NewerVersionError as error:
            raise _RefusedError(
                say(
                    "{file} was made by a newer version of this program: its format has the number {found}, "
                    "and up to {known} can be read. Nothing was taken in. Bring this program up to date.",
                    file=self._file,
                    found=error.version,
                    known=FORMAT_VERSION,
                )
            ) from error
        except WrongRecordError as error:
            self._wrong(MANIFEST, 0, error.problem)

    def _check_names(self, members: Mapping[str, Sealed]) -> None:
        there = {*self._archive.every_name} - {MANIFEST}
        for name in sorted(there - members.keys()):
            self._altered(say("it holds the part {part}, which its manifest does not name", part=shown(name)))
        for name in sorted(members.keys() - there):
            self._altered(say("its part {part} is missing", part=name))

    def _part(self, name: str, sealed: Sealed) -> bytes:
        data = self._archive.read(name)
        if seal(data) != sealed:
            self._altered(say("its part {part} is not as it was when the package was made", part=name))
        return data

    def _altered(self, problem: Message) -> NoReturn:
        raise _RefusedError(
            say(
                "{file} was altered or damaged on its way: {problem}. Nothing was taken in. Ask who made it "
                "to send it again.",
                file=self._file,
                problem=problem,
            )
        )

    def _lines(self, name: str, data: bytes, count: int) -> _Part:
        text = self._decoded(name, data)
        if text and not text.endswith("\n"):
            self._altered(say("its part {part} ends within a line", part=name))
        lines = text.split("\n")[:-1]
        if len(lines) != count:
            self._altered(say("its part {part} has not as many records as its manifest says", part=name))
        return _Part(name, lines)

    def _decoded(self, name: str, data: bytes) -> str:
        try:
            return data.decode()
        except UnicodeDecodeError:
            self._altered(say("its part {part} is not in UTF-8", part=name))

    def _assembled(
        self, manifest: Manifest, lines: Mapping[str, _Part], settings: bytes | None, digest: str
    ) -> Package:
        steps = self._records(lines[STEPS], step_in)
        change = partial(change_in, steps={step.uid: step for step in steps})
        return Package(
            manifest,
            self._records(lines[DOCUMENTS], document_in),
            self._records(lines[LABELS], label_in),
            self._records(lines[ANNOTATORS], annotator_in),
            self._records(lines[LAYERS], layer_in),
            steps,
            tuple(made for name in CHANGES for made in self._records(lines[name], change)),
            None
            if settings is None
            else self._record(SETTINGS, 0, self._decoded(SETTINGS, settings), settings_in),
            digest,
        )

    def _records(self, part: _Part, make: Callable[[Fields], Made]) -> tuple[Made, ...]:
        return tuple(self._record(part.name, place, line, make) for place, line in enumerate(part.lines))

    def _record(self, part: str, place: int, line: str, make: Callable[[Fields], Made]) -> Made:
        try:
            fields = Fields(self._value(part, place, line))
            made = make(fields)
            fields.finish()
        except WrongRecordError as error:
            self._wrong(part, place, error.problem)
        return made

    def _value(self, part: str, place: int, line: str) -> Any:
        try:
            return objects_of(
                parse_line(line, file=self._file, number=place + 1), file=self._file, number=place + 1
            )
        except JsonProblemError as error:
            self._wrong(part, place, error.problem)

    def _wrong(self, part: str, place: int, problem: Message) -> NoReturn:
        raise _RefusedError(
            say(
                "{file} cannot be taken in: in line {line} of its part {part}, {problem}. Nothing was "
                "changed. Ask who made the package to make it again.",
                file=self._file,
                line=place + 1,
                part=part,
                problem=problem,
            )
        )
