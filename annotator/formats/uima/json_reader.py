"""UIMA CAS JSON 0.4 read: the type system stands in the file, references have names that begin with "@"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from annotator.formats.base import Problems
from annotator.formats.decoding.decode import decode_bytes
from annotator.formats.uima.cas import INITIAL_VIEW, READ, Cas, Structure, document_of
from annotator.formats.uima.cas_types import types_of_json
from annotator.formats.whole_file import read_whole
from annotator.formats.wording import shown
from annotator.messages import say
from annotator.strict_json import JsonProblemError, objects_of, parse_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source

_SOFA: Final = "uima.cas.Sofa"
_LONGEST_ID: Final = 19


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The document of a CAS JSON file.

    Raises:
        FormatError: no JSON, no CAS, dangling references, places that do not fit the text, no layer as asked
        for. OSError: the file cannot be read.
    """
    problems = Problems(source.name)
    text = decode_bytes(read_whole(source), options.encoding or "utf-8", name=source.name).text
    try:
        whole = objects_of(parse_line(text, file=source.name, number=1), file=source.name, number=1)
    except JsonProblemError as error:
        problems.refuse(
            say("{file}: {problem}. Nothing was imported.", file=source.name, problem=error.problem)
        )
    structures = _structures(whole, problems)
    cas = Cas(types=types_of_json(whole.get("%TYPES")))
    _Taking(cas, problems).take(structures, whole.get("%VIEWS"))
    problems.raise_if_any()
    yield document_of(cas, options, problems, notices)


def _structures(whole: Any, problems: Problems) -> list[dict[str, Any]]:
    """The feature structures, each with its id; they stand in a list, or in an object by their ids."""
    held = whole.get("%FEATURE_STRUCTURES") if isinstance(whole, dict) else None
    if isinstance(held, dict):
        held = [
            {"%ID": int(name) if name.isdecimal() and len(name) < _LONGEST_ID else name, **one}
            if isinstance(one, dict)
            else one
            for name, one in held.items()
        ]
    if not isinstance(held, list):
        problems.refuse(
            say(
                "{file}: is no UIMA CAS JSON: it has no list “%FEATURE_STRUCTURES”. Nothing was imported.",
                file=problems.source,
            )
        )
    found = []
    for place, one in enumerate(held, 1):
        if isinstance(one, dict) and type(one.get("%ID")) is int and isinstance(one.get("%TYPE"), str):
            found.append(one)
        else:
            problems.add(
                say(
                    "{file}, structure {place}: {value} has no “%ID” that is a number, or no “%TYPE”. "
                    "Nothing was imported.",
                    file=problems.source,
                    place=place,
                    value=shown(one),
                )
            )
    return found


class _Taking:
    """Takes the structures of a file into a CAS."""

    def __init__(self, cas: Cas, problems: Problems) -> None:
        self._cas = cas
        self._problems = problems
        self._sofas: dict[int, str] = {}
        self._seen: set[int] = set()

    def take(self, structures: list[dict[str, Any]], views: object) -> None:
        """All of them, and which are in which view; what is wrong is noted."""
        for one in structures:
            self._say_if_twice(one)
            if one["%TYPE"] == _SOFA:
                name = one.get("sofaID", INITIAL_VIEW)
                text = one.get("sofaString")
                self._sofas[one["%ID"]] = str(name)
                self._cas.texts[str(name)] = text if isinstance(text, str) else ""
        for one in structures:
            if one["%TYPE"] != _SOFA:
                self._take_structure(one)
        for name, view in views.items() if isinstance(views, dict) else ():
            self._take_view(name, view)

    def _say_if_twice(self, one: dict[str, Any]) -> None:
        if one["%ID"] in self._seen:
            self._problems.add(
                say(
                    "{file}, {type}: the id {number} is that of another one, too. Nothing was imported.",
                    file=self._problems.source,
                    type=one["%TYPE"],
                    number=one["%ID"],
                )
            )
        self._seen.add(one["%ID"])

    def _take_view(self, name: str, view: object) -> None:
        members = view.get("%MEMBERS") if isinstance(view, dict) else None
        if not isinstance(members, list) or not all(type(one) is int for one in members):
            return
        self._cas.members[name] = frozenset(members)
        if missing := sorted(self._cas.members[name] - self._seen):
            self._problems.add(
                say(
                    "{file}: the view {view} has a member {number}, and nothing in the file has this id. "
                    "Nothing was imported.",
                    file=self._problems.source,
                    view=name,
                    number=missing[0],
                )
            )

    def _take_structure(self, one: dict[str, Any]) -> None:
        number, sofa = one["%ID"], one.get("@sofa")
        begin = end = None
        if sofa is not None:
            if type(sofa) is not int or sofa not in self._sofas:
                self._problems.add(
                    say(
                        "{file}, {type} id {number}: belongs to the text {sofa}, and the file has no such "
                        "text. Nothing was imported.",
                        file=self._problems.source,
                        type=one["%TYPE"],
                        number=number,
                        sofa=shown(sofa),
                    )
                )
                return
            self._cas.views[number] = self._sofas[sofa]
            if "begin" in one or "end" in one:
                begin, end = self._place(one, "begin"), self._place(one, "end")
        self._cas.structures.append(Structure(number, one["%TYPE"], begin, end, _features(one)))

    def _place(self, one: dict[str, Any], name: str) -> int | None:
        value = one.get(name)
        if type(value) is int:
            return value
        self._problems.add(
            say(
                "{file}, {type}: “{name}” must be a whole number, not {value}. Nothing was imported.",
                file=self._problems.source,
                type=one["%TYPE"],
                name=name,
                value=shown(value),
            )
        )
        return None


def _features(one: dict[str, Any]) -> dict[str, str]:
    """The features that are looked at, as text; references by their names, with an empty text."""
    found = {}
    for name, value in one.items():
        if name.startswith("@") and name[1:] in READ:
            found[name[1:]] = ""
        elif name in READ and value is not None:
            found[name] = value if isinstance(value, str) else shown(value, None)
    return found
