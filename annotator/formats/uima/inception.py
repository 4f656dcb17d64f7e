"""Archives of INCEpTION and WebAnno read: a whole project, or one document exported as XMI.

A project has a file for each document and person, `annotation/DOCUMENT/PERSON.tsv` or `.json`, or an archive
there with `PERSON.xmi` and its type system; what was curated is in `curation/`. All that people made of one
document becomes its layers.
"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.archive import LARGEST_NESTED, Archive, Budget
from annotator.formats.base import IncomingDocument, IncomingLayer, Notices, Problems, Source
from annotator.formats.uima import json_reader as uima_json
from annotator.formats.uima import xmi_reader as uima_xmi
from annotator.formats.webanno import reader as webanno
from annotator.formats.whole_file import refuse_empty
from annotator.messages import Message, say
from annotator.model.document import Status
from annotator.model.label import is_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.formats.base import Incoming, IncomingSpan, Reader, ReadOptions

_READERS: Final[dict[str, Reader]] = {
    ".xmi": uima_xmi.read,
    ".json": uima_json.read,
    ".tsv": webanno.read,
}
_FOLDERS: Final = ("annotation", "curation")
_NO_PERSON: Final = "INITIAL_CAS"
_TYPES: Final = "TypeSystem.xml"


class _Work(NamedTuple):
    """What one person made of one document.

    Attributes:
        document: its name.
        person: "" if the archive does not say.
        entry: the name in the archive.
        inner: the name in an archive within the archive; "" for none.
    """

    document: str
    person: str
    entry: str
    inner: str = ""

    @property
    def name(self) -> str:
        """Its place, for messages."""
        return f"{self.entry}/{self.inner}" if self.inner else self.entry


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The documents of an archive, each with the layers of all its people.

    Raises:
        FormatError: no such archive, nothing in it that can be read, a file in it that is refused, people
        whose texts of one document differ. OSError: the file cannot be read.
    """
    problems = Problems(source.name)
    said = Notices()
    refuse_empty(source)
    with Archive(source.path, source.name) as archive, TemporaryDirectory() as folder:
        bench = _Bench(archive, Path(folder), source.name)
        works = bench.works()
        if not works:
            problems.refuse(
                say(
                    "{file}: holds no annotations as UIMA CAS XMI, CAS JSON or WebAnno TSV 3. Export the "
                    "project from INCEpTION with one of these as its format. Nothing was imported.",
                    file=source.name,
                )
            )
        layers: set[str] = set()
        for of_one in works.values():
            yield _together([(work, bench.read(work, options, said)) for work in of_one], problems)
            layers.update(said.offers.get("layer", ()))
            notices.offer("layer", sorted(layers))
    problems.raise_if_any()
    _tell(said, notices)


class _Bench:
    """Unpacks one file at a time into a folder of our own, under names of our own, and has it read there."""

    def __init__(self, archive: Archive, folder: Path, name: str) -> None:
        self._archive = archive
        self._folder = folder
        self._name = name
        self._nested = Budget(LARGEST_NESTED)

    def works(self) -> dict[str, list[_Work]]:
        """Name of a document -> what was made of it; the state before anybody began only if it is all."""
        found: dict[str, list[_Work]] = {}
        for entry in self._archive.names:
            for work in self._works_of(entry):
                found.setdefault(work.document, []).append(work)
        for name, works in found.items():
            found[name] = [work for work in works if work.person != _NO_PERSON] or works[:1]
        return found

    def _works_of(self, entry: str) -> Iterator[_Work]:
        path = PurePosixPath(entry)
        is_of_project = len(path.parts) > 2 and path.parts[0] in _FOLDERS
        document = "/".join(path.parts[1:-1]) if is_of_project else str(path).removesuffix(path.suffix)
        if path.suffix in _READERS and (is_of_project or path.suffix == ".xmi"):
            yield _Work(document, path.stem if is_of_project else "", entry)
        elif path.suffix == ".zip" and is_of_project:
            with self._inner(entry) as inner:
                for name in inner.names:
                    if name.endswith(".xmi"):
                        yield _Work(document, PurePosixPath(name).stem, entry, name)

    @contextmanager
    def _inner(self, entry: str) -> Iterator[Archive]:
        """An archive within the archive."""
        place = self._folder / "inner.zip"
        place.write_bytes(self._archive.read(entry))
        with Archive(place, f"{self._name}, {entry}", self._nested) as inner:
            yield inner

    def read(self, work: _Work, options: ReadOptions, notices: Notices) -> IncomingDocument:
        """The document as one person left it."""
        if not work.inner:
            return self._read(self._archive, work, work.entry, options, notices)
        with self._inner(work.entry) as inner:
            return self._read(inner, work, work.inner, options, notices)

    def _read(
        self, archive: Archive, work: _Work, entry: str, options: ReadOptions, notices: Notices
    ) -> IncomingDocument:
        path = PurePosixPath(entry)
        types = str(path.with_name(_TYPES))
        beside = self._folder / _TYPES
        beside.unlink(missing_ok=True)
        if types in archive:
            beside.write_bytes(archive.read(types))
        place = self._folder / f"document{path.suffix}"
        place.write_bytes(archive.read(entry))
        reader = _READERS[path.suffix]
        source = Source(place, f"{self._name}, {work.name}")
        return next(one for one in reader(source, options, notices) if isinstance(one, IncomingDocument))


def _together(works: Sequence[tuple[_Work, IncomingDocument]], problems: Problems) -> IncomingDocument:
    """One document out of what several people made of it."""
    first_work, first = works[0]
    spans: list[IncomingSpan] = []
    layers: dict[str, Status] = {}
    for work, one in works:
        if one.text != first.text:
            problems.add(
                say(
                    "{file}, {part}: its text is not that of {other}. Nothing was imported.",
                    file=problems.source,
                    part=work.name,
                    other=first_work.name,
                )
            )
        person = work.person if work.person != _NO_PERSON and is_name(work.person) else None
        spans += [span if span.annotator else span._replace(annotator=person) for span in one.spans]
        named = one.layers or ([IncomingLayer(person, Status.NEW)] if person else [])
        layers.update({layer.annotator: layer.status for layer in named})
    return replace(
        first,
        title=first_work.document if first_work.person else first.title or first_work.document,
        spans=tuple(spans),
        layers=tuple(IncomingLayer(name, status) for name, status in layers.items()),
    )


def _tell(said: Notices, notices: Notices) -> None:
    """What was said of single files, each sentence once and with its counts added up."""
    counts: Counter[str] = Counter()
    for message in said.messages:
        count = message.values.get("count")
        alike = replace(message, values={**message.values, "count": 0} if count else message.values)
        counts[alike.dump()] += count if isinstance(count, int) else 0
    for stored, count in counts.items():
        message = Message.load(stored)
        notices.add(replace(message, values={**message.values, "count": count}) if count else message)
