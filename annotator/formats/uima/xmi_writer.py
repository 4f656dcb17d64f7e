"""UIMA CAS as XMI written: a folder with one file a document and their `TypeSystem.xml`.

XML 1.0 cannot hold most control characters. In the text each of them is a blank, so that places stay as they
are, and an entry says what it was, by which we read the text back to the last character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from annotator.formats.uima.cas import CHARACTER, ENTRY, STAND_IN
from annotator.formats.uima.cas_writer import SOFA, Written, types_of, write_documents
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.formats.base import Folder, LossReport, OutgoingDocument, OutgoingHead, WriteOptions

_TYPES_FILE: Final = "TypeSystem.xml"
_NOT_IN_XML: Final = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SPECIAL: Final = re.compile('[&<>"\t\n\r]')
_CHANGED: Final = re.compile('[\x01-\x1f&<>"\ufffe\uffff]')
"""What either of the two above finds."""
_ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_REPLACEMENT: Final = "\ufffd"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_folder(
    head: OutgoingHead,
    documents: Iterable[OutgoingDocument],
    folder: Folder,
    options: WriteOptions,  # noqa: ARG001  (the format has no choices)
    losses: LossReport,
) -> None:
    """Write the type system and one file a document; discontinuous spans are written as their hulls."""
    with folder.file(_TYPES_FILE, holds_documents=False) as stream:
        stream.write(_type_system(types_of(head)).encode())
    not_held = _NotHeld()
    write_documents(head, documents, folder, losses, ".xmi", partial(_file, not_held))
    not_held.tell(losses)


@dataclass(slots=True)
class _NotHeld:
    """Control characters met so far: in texts, and in titles and metadata."""

    in_texts: int = 0
    elsewhere: int = 0

    def tell(self, losses: LossReport) -> None:
        """Say what became of them, if there were any."""
        if self.in_texts:
            losses.note(
                say(
                    "XML cannot hold {count} control character; other programs read a blank there, this one "
                    "what it is.|XML cannot hold {count} control characters; other programs read blanks "
                    "there, this one what they are.",
                    count=self.in_texts,
                )
            )
        if self.elsewhere:
            losses.note(
                say(
                    "XML cannot hold {count} control character of titles and metadata; U+FFFD stands for it."
                    "|XML cannot hold {count} control characters of titles and metadata; U+FFFD stands for "
                    "each.",
                    count=self.elsewhere,
                )
            )


def _file(not_held: _NotHeld, text: str, structures: Sequence[Written]) -> str:
    characters = [*_NOT_IN_XML.finditer(text)]
    not_held.in_texts += len(characters)
    entries = (
        Written(ENTRY, {"kind": CHARACTER, "name": str(found.start()), "value": f"{ord(found[0]):04X}"})
        for found in characters
    )
    lines = [_line(number, one) for number, one in enumerate(chain(structures, entries), SOFA + 1)]
    if any(_REPLACEMENT in line for line in lines):
        not_held.elsewhere += _not_held_in(structures)
    members = " ".join(map(str, range(SOFA + 1, SOFA + 1 + len(lines))))
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.values())
    sofa = _attributes({"sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text"})
    return "\n".join(
        (
            (
                f'{_HEAD}<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
                f'{spaces} xmi:version="2.0">'
            ),
            '<cas:NULL xmi:id="0"/>',
            *lines,
            f'<cas:Sofa xmi:id="{SOFA}"{sofa} sofaString="{_quoted(_NOT_IN_XML.sub(STAND_IN, text))}"/>',
            f'<cas:View sofa="{SOFA}" members="{members}"/>',
            "</xmi:XMI>",
            "",
        )
    )


def _not_held_in(structures: Iterable[Written]) -> int:
    """How many characters of their values stand as U+FFFD in the file."""
    values = (str(value) for one in structures for value in one.features.values())
    return sum(len(_NOT_IN_XML.findall(value)) for value in values)


_SPACES: Final = {
    "annotator": ("annotator", "http:///annotator.ecore"),
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.type": (
        "metadata",
        "http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore",
    ),
    "de.tudarmstadt.ukp.dkpro.core.api.ner.type": (
        "ner",
        "http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore",
    ),
}
"""Package -> prefix and namespace of its types."""


def _line(number: int, one: Written) -> str:
    sofa = f' sofa="{SOFA}"' if "begin" in one.features else ""
    return f'<{_element(one.type)} xmi:id="{number}"{sofa}{_attributes(one.features)}/>'


@lru_cache(16)
def _element(type_name: str) -> str:
    package, _, name = type_name.rpartition(".")
    return f"{_SPACES[package][0]}:{name}"


def _attributes(values: Mapping[str, str | int]) -> str:
    return "".join(
        [
            f' {name}="{value if type(value) is int else _quoted(str(value))}"'
            for name, value in values.items()
        ]
    )


def _quoted(value: str) -> str:
    """The value of an attribute; what XML cannot hold becomes U+FFFD."""
    if not _CHANGED.search(value):
        return value
    return _SPECIAL.sub(
        lambda found: _ESCAPES.get(found[0]) or f"&#{ord(found[0])};", _NOT_IN_XML.sub(_REPLACEMENT, value)
    )


def _type_system(types: Mapping[str, tuple[str, tuple[str, ...]]]) -> str:
    lines = [f'{_HEAD}<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">', "<types>"]
    for name, (parent, features) in types.items():
        lines += [
            "<typeDescription>",
            f"<name>{name}</name>",
            "<description/>",
            f"<supertypeName>{parent}</supertypeName>",
            "<features>",
            *(
                f"<featureDescription><name>{feature}</name><description/>"
                "<rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>"
                for feature in features
            ),
            "</features>",
            "</typeDescription>",
        ]
    return "\n".join((*lines, "</types>", "</typeSystemDescription>", ""))
