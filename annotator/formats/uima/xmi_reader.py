"""UIMA CAS as XMI read, with the `TypeSystem.xml` beside it: as INCEpTION, WebAnno and DKPro write it.

Without a type system the file is read all the same; subtypes of a layer are then layers of their own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from annotator.formats.base import Problems
from annotator.formats.uima.cas import READ, Cas, Structure, document_of
from annotator.formats.uima.cas_types import TYPE_SYSTEM, TypeSystem, types_of_xml
from annotator.formats.whole_file import read_whole, refuse_empty
from annotator.formats.wording import quoted
from annotator.formats.xml import local_name, parse_xml
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source

_XMI: Final = "{http://www.omg.org/XMI}"
_CAS: Final = "{http:///uima/cas.ecore}"
_ID: Final = f"{_XMI}id"
_NUMBER: Final = re.compile("[0-9]{1,18}")
_NO_PACKAGE: Final = "uima.noNamespace."
_LARGEST_TYPES: Final = 20_000_000
_USUAL: Final = "TypeSystem.xml"


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The document of an XMI file.

    Raises:
        FormatError: no XMI, a document type declaration, dangling references, places that do not fit the
        text, no layer as asked for. OSError: the file cannot be read.
    """
    refuse_empty(source)
    problems = Problems(source.name)
    root = parse_xml(read_whole(source), source.name, "XML")
    if local_name(root) == TYPE_SYSTEM:
        problems.refuse(
            say(
                "{file}: is the type system of XMI files, not an article. Keep it in their folder and import "
                "the XMI files. Nothing was imported.",
                file=source.name,
            )
        )
    if root.tag != f"{_XMI}XMI":
        problems.refuse(
            say(
                "{file}: is no XMI of a UIMA CAS (it begins with <{element}>). Nothing was imported.",
                file=source.name,
                element=local_name(root),
            )
        )
    types = _types_beside(source)
    if types is None:
        notices.add(say("No TypeSystem.xml stands beside the file; features of spans were taken as texts."))
    cas = Cas(types=types or TypeSystem())
    _Taking(cas, problems).take(root)
    problems.raise_if_any()
    yield document_of(cas, options, problems, notices)


def _types_beside(source: Source) -> TypeSystem | None:
    """The type system in the same folder: `TypeSystem.xml`, or a file whose name ends so."""
    usual = source.path.with_name(_USUAL)
    if usual.is_file() and (types := _types_in(usual)):
        return types
    folder = source.path.parent
    for path in _others(folder, folder.stat().st_mtime_ns):
        if types := _types_in(path):
            return types
    return None


@lru_cache(1)
def _others(folder: Path, _stamp: int) -> tuple[Path, ...]:
    """Files whose names end like that, the shortest first; a folder of thousands is not walked for each."""
    named = (path for path in folder.iterdir() if path.name.casefold().endswith(_USUAL.casefold()))
    found = (path for path in named if path.is_file())
    return tuple(sorted(found, key=lambda path: (len(path.name), path.name)))


def _types_in(path: Path) -> TypeSystem | None:
    stamp = path.stat()
    if stamp.st_size > _LARGEST_TYPES:
        return None
    return _parsed_types(path, (stamp.st_mtime_ns, stamp.st_size))


@lru_cache(1)
def _parsed_types(path: Path, _stamp: tuple[int, int]) -> TypeSystem | None:
    """Kept for the next file of the same folder, which asks for the same one."""
    return types_of_xml(path.read_bytes(), path.name)


class _Taking:
    """Takes the elements of an XMI into a CAS."""

    def __init__(self, cas: Cas, problems: Problems) -> None:
        self._cas = cas
        self._problems = problems
        self._sofas: dict[str, str] = {}
        self._seen: set[int] = set()

    def take(self, root: Element) -> None:
        """All of them; what is wrong is noted."""
        for element in root:
            if element.tag == f"{_CAS}Sofa":
                self._take_sofa(element)
        for element in root:
            if element.tag == f"{_CAS}View":
                self._take_view(element)
            elif element.tag not in {f"{_CAS}Sofa", f"{_CAS}NULL"}:
                self._take_structure(element)
            element.clear()  # a file of many spans needs its memory only once
        for view, members in self._cas.members.items():
            if missing := sorted(members - self._seen):
                self._problems.add(
                    say(
                        "{file}: the view {view} has a member {number}, and nothing in the file has this id. "
                        "Nothing was imported.",
                        file=self._problems.source,
                        view=view,
                        number=missing[0],
                    )
                )

    def _take_sofa(self, element: Element) -> None:
        name = element.get("sofaID", "")
        if name in self._cas.texts:
            self._problems.add(
                say(
                    "{file}: holds the text {view} twice, so that it is not certain which counts. Nothing "
                    "was imported.",
                    file=self._problems.source,
                    view=name,
                )
            )
        self._sofas[element.get(_ID, "")] = name
        self._cas.texts[name] = element.get("sofaString", "")

    def _take_view(self, element: Element) -> None:
        name = self._sofas.get(element.get("sofa", ""))
        if name is not None:
            numbers = element.get("members", "").split()
            self._cas.members[name] = frozenset(int(one) for one in numbers if _NUMBER.fullmatch(one))

    def _take_structure(self, element: Element) -> None:
        number = self._number(element, _ID)
        if number is None:
            return
        if number in self._seen:
            self._problems.add(
                say(
                    "{file}, {type}: the id {number} is that of another one, too. Nothing was imported.",
                    file=self._problems.source,
                    type=local_name(element),
                    number=number,
                )
            )
        self._seen.add(number)
        type_name = _type_of(element)
        begin = end = None
        if (sofa := element.get("sofa")) is not None:
            self._say_if_dangling(element, sofa)
            self._cas.views[number] = self._sofas.get(sofa, "")
            if element.get("begin") is not None or element.get("end") is not None:
                begin, end = self._number(element, "begin"), self._number(element, "end")
        types = self._cas.types
        features = {
            name: value if types.is_text(type_name, name) else ""
            for name, value in element.attrib.items()
            if name in READ
        }
        self._cas.structures.append(Structure(number, type_name, begin, end, features))

    def _say_if_dangling(self, element: Element, sofa: str) -> None:
        if sofa not in self._sofas:
            self._problems.add(
                say(
                    "{file}, {type} id {number}: belongs to the text {sofa}, and the file has no such text. "
                    "Nothing was imported.",
                    file=self._problems.source,
                    type=local_name(element),
                    number=element.get(_ID, ""),
                    sofa=quoted(sofa),
                )
            )

    def _number(self, element: Element, name: str) -> int | None:
        value = element.get(name, "")
        if _NUMBER.fullmatch(value):
            return int(value)
        self._problems.add(
            say(
                "{file}, {type}: “{name}” must be a whole number, not {value}. Nothing was imported.",
                file=self._problems.source,
                type=local_name(element),
                name=name.removeprefix(_XMI),
                value=quoted(value),
            )
        )
        return None


def _type_of(element: Element) -> str:
    """The name of a type: `{http:///a/b.ecore}C` is a.b.C."""
    space, _, name = element.tag.removeprefix("{").rpartition("}")
    package = space.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
    return f"{package}.{name}".removeprefix(_NO_PACKAGE)
