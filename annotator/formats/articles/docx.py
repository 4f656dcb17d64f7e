"""Word documents (ECMA-376 part 1, WordprocessingML): the text of `word/document.xml`, read by ourselves.

Paragraphs are parted by a line feed, cells of a table by a tab, rows by a line feed. Text inserted with
"track changes" on is kept, deleted text dropped, as if the changes had been accepted. Foot- and endnotes come
after the text. Relationships are never followed, macros and pictures never opened. What is not taken over is
counted and said.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from annotator.archive import Archive
from annotator.errors import FormatError
from annotator.formats.base import IncomingDocument
from annotator.formats.decoding.legacy_text import settled
from annotator.formats.foreign import refuse_rich_text
from annotator.formats.whole_file import refuse_empty
from annotator.formats.xml import local_name, parse_xml
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source

_MAIN: Final = "word/document.xml"
_CORE: Final = "docProps/core.xml"
_NOTES: Final = {"footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}
_LOOK: Final = 64
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
    "commentReference": "comments",
    "drawing": "pictures",
    "pict": "pictures",
    "sym": "symbols",
    "numPr": "numbers",
}
_LEGACY_FONT: Final = re.compile(rb'"(\.Vn[A-Za-z]*|VNI-[A-Za-z]+)"')


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The one document of a Word file; title, author and date as metadata.

    Raises:
        FormatError: not a Word document, damaged, without text, or one of the dangers of archives and XML.
        UndecidedEncodingError: its letters are those of an old Vietnamese font.
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
        held = {part: archive.read(part) for part in _NOTES.values() if part in archive}
    notes = {part: parse_xml(data, source.name, part) for part, data in held.items()}
    body = _Body()
    text = body.text(parse_xml(main, source.name, _MAIN))
    text = "\n".join([text, *body.notes(notes)])
    if not text.strip():
        raise FormatError(say("{file}: holds no text. There is nothing to import.", file=source.name))
    text = settled(text, options.encoding, source.name, notices)
    _tell(body.counts, main if options.encoding is None else b"", notices)
    properties = _properties(parse_xml(core, source.name, _CORE)) if core else {}
    title = properties.pop("title", "")
    yield IncomingDocument(text, title, metadata=properties)


def _refuse_old_word(source: Source) -> None:
    refuse_empty(source)
    with source.path.open("rb") as stream:
        start = stream.read(_LOOK)
    refuse_rich_text(start, source.name)
    if start.startswith(_OLD_WORD):
        raise FormatError(
            say(
                "{file}: is an old Word document (.doc) or one with a password. Save it as .docx without a "
                "password and try again. Nothing was imported.",
                file=source.name,
            )
        )
    if not start.startswith(b"PK\x03\x04"):
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
        self._called: list[tuple[str, str]] = []

    def text(self, root: Element) -> str:
        """All paragraphs under `root`, each ended by a line feed but the last."""
        return "\n".join(self._blocks(root))

    def notes(self, parts: Mapping[str, Element]) -> Iterator[str]:
        """The notes that the text called for, in that order; those that are not there are counted."""
        for kind, number in list(self._called):
            root = parts.get(_NOTES[kind])
            found = None if root is None else _of_number(root, number)
            if found is None:
                self.counts["lost notes"] += 1
            else:
                self.counts["notes"] += 1
                yield self.text(found).strip()

    def _blocks(self, parent: Element) -> Iterator[str]:
        before = ""
        for child in parent:
            name = local_name(child)
            self._count(child, name)
            if name == "p":
                boxes: list[Element] = []
                before += "".join(self._inline(child, boxes))
                if _runs_on(child):
                    continue  # its end was deleted: the next paragraph goes on in the same line
                yield before
                before = ""
                for box in boxes:
                    yield from self._blocks(box)
            elif name == "tbl":
                yield from self._rows(child)
            elif name not in _DROPPED and name != "sectPr":
                yield from self._blocks(child)
        if before:
            yield before

    def _rows(self, table: Element) -> Iterator[str]:
        for row in table:
            name = local_name(row)
            if name == "tr":
                if _is_deleted_row(row):
                    self.counts["deleted"] += 1
                else:
                    cells = [cell for cell in row if local_name(cell) in {"tc", "sdt"}]
                    yield "\t".join(self.text(cell) for cell in cells)
            elif name in {"sdt", "sdtContent", "ins"}:
                yield from self._rows(row)

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
            elif name in {"footnoteReference", "endnoteReference"}:
                self._called.append((name.removesuffix("Reference"), _attribute(child, "id")))
            elif name == "pPr":
                self.counts["numbers"] += any(local_name(inner) == "numPr" for inner in child)
            elif name not in _DROPPED:
                yield from self._inline(child, boxes)

    def _count(self, element: Element, name: str) -> None:
        if name in _COUNTED and (name != "ins" or len(element)):
            self.counts[_COUNTED[name]] += 1


def _of_number(root: Element, number: str) -> Element | None:
    """The note of that number, but not the lines that part notes from the text."""
    return next(
        (note for note in root if _attribute(note, "id") == number and not _attribute(note, "type")), None
    )


def _attribute(element: Element, name: str) -> str:
    """The value of an attribute in any namespace, "" without it."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _runs_on(paragraph: Element) -> bool:
    """Whether the mark that ends the paragraph was deleted or moved away."""
    marks = (inner for part in paragraph if local_name(part) == "pPr" for inner in part)
    signs = (sign for inner in marks if local_name(inner) == "rPr" for sign in inner)
    return any(local_name(sign) in {"del", "moveFrom"} for sign in signs)


def _is_deleted_row(row: Element) -> bool:
    marks = (inner for part in row if local_name(part) == "trPr" for inner in part)
    return any(local_name(inner) == "del" for inner in marks)


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
            "{count} footnote was taken in after the text.|{count} footnotes were taken in after the text.",
            count=counts["notes"],
        ),
        "lost notes": say(
            "{count} footnote was left out.|{count} footnotes were left out.", count=counts["lost notes"]
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
