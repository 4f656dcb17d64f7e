"""The type system of a UIMA file: which kinds of things there are, and what each of them holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.uima.layers import NAMED_ENTITY
from annotator.formats.xml import local_name, parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

ANNOTATION: Final = "uima.tcas.Annotation"
DOCUMENT: Final = "uima.tcas.DocumentAnnotation"
METADATA: Final = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
STRING: Final = "uima.cas.String"
TYPE_SYSTEM: Final = "typeSystemDescription"
"""The root element of a `TypeSystem.xml`."""

_PRIMITIVE: Final = frozenset(
    f"uima.cas.{name}"
    for name in ("Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double", "String")
)
_ROOTS: Final = frozenset({"", ANNOTATION, "uima.cas.AnnotationBase", "uima.cas.TOP"})
_KNOWN: Final = {DOCUMENT: ANNOTATION, METADATA: DOCUMENT, NAMED_ENTITY: ANNOTATION}
"""Supertypes that hold without being said."""


@dataclass(frozen=True, slots=True)
class TypeSystem:
    """What a file says of its types; types that it does not mention have no features that are known.

    Attributes:
        parents: type -> its supertype.
        ranges: type -> feature of its own -> type of that feature's values.
    """

    parents: dict[str, str] = field(default_factory=dict)
    ranges: dict[str, dict[str, str]] = field(default_factory=dict)

    def lineage(self, name: str) -> tuple[str, ...]:
        """The type and those it is a kind of, the nearest first, without UIMA's most general ones."""
        found = [name]
        while (parent := self._parent(found[-1])) not in _ROOTS and parent not in found:
            found.append(parent)
        return tuple(found)

    def is_text(self, name: str, feature: str) -> bool:
        """Whether a feature holds a word or number, not a reference; what nothing is said of may."""
        for one in self.lineage(name):
            if found := self.ranges.get(one, {}).get(feature):
                return found in _PRIMITIVE or self._parent(found) == STRING
        return True

    def spans(self) -> Iterator[str]:
        """The types that are layers of spans, so far as the file says so."""
        for name in self.parents:
            last = self.lineage(name)[-1]
            if self._parent(last) == ANNOTATION and last not in {DOCUMENT, METADATA}:
                yield name

    def _parent(self, name: str) -> str:
        return self.parents.get(name) or _KNOWN.get(name, "")


def types_of_xml(data: bytes, name: str) -> TypeSystem | None:
    """The type system of a `TypeSystem.xml`; None if it is some other XML.

    Raises:
        FormatError: no well-formed XML, or with a document type declaration.
    """
    root = parse_xml(data, name, "XML")
    if local_name(root) != TYPE_SYSTEM:
        return None
    types = TypeSystem()
    for element in root.iter():
        if local_name(element) == "typeDescription":
            type_name = _said(element, "name")
            types.parents[type_name] = _said(element, "supertypeName")
            types.ranges[type_name] = {
                _said(feature, "name"): _said(feature, "rangeTypeName")
                for feature in element.iter()
                if local_name(feature) == "featureDescription"
            }
    return types


def _said(element: Element, part: str) -> str:
    """The text of a child, "" without one."""
    for child in element:
        if local_name(child) == part:
            return (child.text or "").strip()
    return ""


def types_of_json(declared: object) -> TypeSystem:
    """The type system in a CAS JSON file; what is not as it should be there says nothing."""
    types = TypeSystem()
    for name, body in declared.items() if isinstance(declared, dict) else ():
        if isinstance(body, dict):
            types.parents[name] = _text(body.get("%SUPER_TYPE"))
            types.ranges[name] = {
                feature: _text(about.get("%RANGE"))
                for feature, about in body.items()
                if isinstance(about, dict)
            }
    return types


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
