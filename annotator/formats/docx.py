"""Word documents (ECMA-376 part 1, WordprocessingML): the text of `word/document.xml`, read by ourselves.

Paragraphs are parted by a line feed, cells of a table by a tab, rows by a line feed. Text inserted with
"track changes" on is kept, deleted text dropped. Relationships are never followed, macros and pictures never
opened. What is not taken over is counted and said.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from annotator.errors import FormatError
from annotator.formats.archive import Archive
from annotator.formats.base import IncomingDocument
from annotator.formats.xml import local_name, parse_xml
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source

_MAIN: Final = "word/document.xml"
_CORE: Final = "docProps/core.xml"
_OLD_WORD: Final = b"\xd0\xcf\x11\xe0"
_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_DROPPED: Final = frozenset(
    {"del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "Fallback"}
)
_COUNTED: Final = {
    "ins": "inserted",
    "moveTo": "inserted",
    "del": "deleted",
    "moveFrom": "deleted",
    "tbl": "tables",
    "txbxContent": "boxes",
    "footnoteReference": "notes",
    "endnoteReference": "notes",
    "commentReference": "comments",
    "drawing": "pictures",
    "pict": "pictures",
    "sym": "symbols",
    "numPr": "numbers",
}
_LEGACY_FONT: Final = re.compile(rb'"(\.Vn[A-Za-z]*|VNI-[A-Za-z]+)"')


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:  # noqa: ARG001
    """The one document of a Word file; title, author and date as metadata.

    Raises:
        FormatError: not a Word document, damaged, without text, or one of the dangers of archives and XML.
        OSError: the file cannot be read.
    """
    _refuse_old_word(source)
    with Archive(source.path, source.name) as archive:
        if _MAIN not in archive:
            raise FormatError(
                say(
                    "{file}: is not a Word document (it holds no {part}). Nothing was imported.",
                    file=source.name,
                    part=_MAIN,
                )
            )
        main = archive.read(_MAIN)
        core = archive.read(_CORE) if _CORE in archive else b""
    body = _Body()
    text = body.text(parse_xml(main, source.name, _MAIN))
    if not text.strip():
        raise FormatError(say("{file}: holds no text. There is nothing to import.", file=source.name))
    _tell(body.counts, main, notices)
    properties = _properties(parse_xml(core, source.name, _CORE)) if core else {}
    title = properties.pop("title", "")
    yield IncomingDocument(text, title, metadata=properties)


def _refuse_old_word(source: Source) -> None:
    with source.path.open("rb") as stream:
        start = stream.read(4)
    if not start:
        raise FormatError(say("{file} is empty. There is nothing to import.", file=source.name))
    if start == _OLD_WORD:
        raise FormatError(
            say(
                "{file}: is an old Word document (.doc) or one with a password. Save it as .docx without a "
                "password and try again. Nothing was imported.",
                file=source.name,
            )
        )
    if start != b"PK\x03\x04":
        raise FormatError(
            say(
                "{file}: is not a Word document (a .docx file is a ZIP archive, this is not). Nothing was "
                "imported.",
                file=source.name,
            )
        )


class _Body:
    """Collects paragraphs of a document; `counts` is what it met besides text."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def text(self, root: Element) -> str:
        """All paragraphs under `root`, each ended by a line feed but the last."""
        return "\n".join(self._blocks(root))

    def _blocks(self, parent: Element) -> Iterator[str]:
        for child in parent:
            name = local_name(child)
            self._count(child, name)
            if name == "p":
                boxes: list[Element] = []
                yield "".join(self._inline(child, boxes))
                for box in boxes:
                    yield from self._blocks(box)
            elif name == "tbl":
                yield from self._rows(child)
            elif name not in _DROPPED and name != "sectPr":
                yield from self._blocks(child)

    def _rows(self, table: Element) -> Iterator[str]:
        for row in table.iter():
            if local_name(row) == "tr":
                cells = [cell for cell in row if local_name(cell) in {"tc", "sdt"}]
                yield "\t".join(self.text(cell) for cell in cells)

    def _inline(self, parent: Element, boxes: list[Element]) -> Iterator[str]:
        for child in parent:
            name = local_name(child)
            self._count(child, name)
            if name == "t":
                yield child.text or ""
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "txbxContent":
                boxes.append(child)
            elif name == "pPr":
                self.counts["numbers"] += any(local_name(inner) == "numPr" for inner in child)
            elif name not in _DROPPED:
                yield from self._inline(child, boxes)

    def _count(self, element: Element, name: str) -> None:
        if name in _COUNTED and (name != "ins" or len(element)):
            self.counts[_COUNTED[name]] += 1


def _tell(counts: Counter[str], main: bytes, notices: Notices) -> None:
    sentences = {
        "inserted": say(
            "{count} tracked insertion was taken in.|{count} tracked insertions were taken in.",
            count=counts["inserted"],
        ),
        "deleted": say(
            "{count} tracked deletion was left out.|{count} tracked deletions were left out.",
            count=counts["deleted"],
        ),
        "tables": say(
            "{count} table was taken in, cells parted by tabs.|{count} tables were taken in, cells parted "
            "by tabs.",
            count=counts["tables"],
        ),
        "boxes": say(
            "{count} text box was taken in after its paragraph.|"
            "{count} text boxes were taken in after their paragraphs.",
            count=counts["boxes"],
        ),
        "notes": say(
            "{count} footnote was left out.|{count} footnotes were left out.", count=counts["notes"]
        ),
        "comments": say(
            "{count} comment was left out.|{count} comments were left out.", count=counts["comments"]
        ),
        "pictures": say(
            "{count} picture was left out.|{count} pictures were left out.", count=counts["pictures"]
        ),
        "symbols": say(
            "{count} symbol of a special font was left out.|{count} symbols of special fonts were left out.",
            count=counts["symbols"],
        ),
        "numbers": say(
            "The automatic number of {count} paragraph was left out.|"
            "The automatic numbers of {count} paragraphs were left out.",
            count=counts["numbers"],
        ),
    }
    for kind, sentence in sentences.items():
        if counts[kind]:
            notices.add(sentence)
    if fonts := sorted({font.decode("ascii") for font in _LEGACY_FONT.findall(main)}):
        notices.add(
            say(
                "It uses the fonts {fonts}, whose letters are not Unicode: what is written in them will "
                "not read as Vietnamese. Convert the document to Unicode first.",
                fonts=", ".join(fonts),
            )
        )


def _properties(root: Element) -> dict[str, str]:
    named = {"title": "title", "creator": "author", "created": "date"}
    found = {}
    for element in root:
        key = named.get(local_name(element))
        if key and (value := (element.text or "").strip()):
            found[key] = value
    return found
