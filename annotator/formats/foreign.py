"""Annotation formats that are known by sight and not read, so that a refusal can call them by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from annotator.errors import FormatError
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from annotator.messages import Message

RICH_TEXT: Final = b"{\\rtf"
"""How files of Rich Text Format begin."""

_PLAIN: Final = frozenset({".txt", ".text", ".md"})
_LOOK: Final = 8_192

_ROOT: Final = re.compile(rb"<([A-Za-z_][\w.:-]*)")
_CONFIGURATION: Final = say("a labelling configuration of Label Studio")
_ROOTS: Final[Mapping[bytes, str | Message]] = {
    b"collection": "BioC",
    b"GateDocument": "GATE XML",
    b"TEI": "TEI",
    b"teiCorpus": "TEI",
    b"View": _CONFIGURATION,
}
_KEYS: Final = (
    (b'"infons"', b'"documents"', "BioC"),
    (b'"annotation_sets"', b'"offset_type"', "GATE bdoc"),
    (b'"denotations"', b'"text"', "PubAnnotation"),
    (b'"entity_type"', b'"tokens"', "Thai-NNER"),
)
_BDOC: Final = frozenset({".bdoc", ".bdocjs"})
_PUBTATOR: Final = re.compile(rb"(?:\xef\xbb\xbf)?\w+\|t\|")
_YEDDA: Final = re.compile(rb"\[[@$][^\n\[#]++#[^\n*\[]++\*\]")
_MEDTATOR: Final = re.compile(rb"<TEXT>\s*<!\[CDATA\[")


def refuse_rich_text(start: bytes, name: str) -> None:
    """Raises FormatError for the beginning of a file that is Rich Text Format, whose codes are no words.

    Args:
        start: of the file.
        name: of the file, for messages.
    """
    if start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(RICH_TEXT):
        raise FormatError(
            say(
                "{file}: is a file in Rich Text Format (.rtf). Save it as .docx and try again. Nothing "
                "was imported.",
                file=name,
            )
        )


def foreign_kind(start: bytes, suffix: str, keys: Collection[str] = ()) -> str | Message | None:
    """What a file that cannot be read is; None for one that may be read, or that nobody knows.

    Args:
        start: its first bytes.
        suffix: of its name, in small letters, with its dot.
        keys: of the first record of a JSON file, where it goes on beyond `start`.
    """
    if suffix in _PLAIN:
        return None
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"<"):
        return _of_xml(head[:_LOOK])
    if head.startswith((b"{", b"[")) and (found := _of_json(start, suffix, keys)):
        return found
    if _PUBTATOR.match(start):
        return "PubTator"
    return "YEDDA" if suffix in {".ann", ".anns"} and _YEDDA.search(start) else None


def _of_xml(head: bytes) -> str | Message | None:
    if _MEDTATOR.search(head):
        return "MedTator"
    root = _ROOT.search(head)
    return _ROOTS.get(root[1]) if root else None


def _of_json(start: bytes, suffix: str, keys: Collection[str]) -> str | None:
    if suffix in _BDOC:
        return "GATE bdoc"
    seen = start + "".join(f'"{key}"' for key in keys).encode()
    return next((kind for first, second, kind in _KEYS if first in seen and second in seen), None)
