"""Files made to do harm, one for each trick of the security list; nothing of them is bigger than it must be.

`tests/reliability/test_hostile.py` tries each in its reader: it is refused with a sentence, or harmless.
"""

from __future__ import annotations

import io
import json
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

from tests.reliability.judging import Case
from tests.reliability.seeds import OWN, Seed, seeds

if TYPE_CHECKING:
    from collections.abc import Iterator

_OF_XML: Final = ("docx", "uima-xmi", "inception")
_OF_ZIP: Final = ("docx", "inception", "package")
_OF_JSON: Final = (
    *("jsonl", "doccano", "prodigy", "label-studio", "huggingface", "spacy", "uima-json", "label-set"),
)
_DEEP: Final = 100_000
_BIG: Final = 300_000_000


@dataclass(frozen=True, slots=True)
class Bomb:
    """One trick.

    Attributes:
        row: of the security list.
        title: what it does.
        case: the file.
        is_refused: whether it must be refused; else it may also be read.
    """

    row: int
    title: str
    case: Case
    is_refused: bool = True

    def __str__(self) -> str:
        return f"{self.row}-{self.case.reader}-{self.title}"


def bombs(family: str) -> Iterator[Bomb]:
    """All of one family, each made when it is asked for."""
    return FAMILIES[family]()


def _sound(reader: str) -> Seed:
    return next(seed for seed in seeds() if seed.reader == reader)


# -- rows 1 to 3: archives


def _archives() -> Iterator[Bomb]:
    names = ("../x", "a/../../x", "/etc/x", "C:\\x", "C:x", "\\\\server\\x", "..\\x", "x\0.xml")
    kinds = {"a link": stat.S_IFLNK, "a device": stat.S_IFCHR, "a disk": stat.S_IFBLK, "a pipe": stat.S_IFIFO}
    for reader in _OF_ZIP:
        data = _sound(reader).data
        for name in names:
            yield _bomb(1, f"a part {name!r}", reader, _added(data, name, b"x"))
        for title, kind in kinds.items():
            yield _bomb(1, title, reader, _added(data, "x", b"/etc/passwd", kind=kind))
        first = zipfile.ZipFile(io.BytesIO(data)).namelist()[0]
        yield _bomb(3, "a part twice", reader, _added(data, first, b"{}"))
        many = _added(data, *(part for number in range(10_001) for part in (f"{number}", b"")))
        yield _bomb(2, "ten thousand parts", reader, many)
    big = b"<a>" + bytes(_BIG // 10) + b"</a>"
    yield _bomb(2, "a part of 1 to 1000", "docx", _zip({"word/document.xml": big}))
    lying = _zip({"word/document.xml": big})
    size = struct.pack("<I", len(big))
    yield _bomb(2, "a size that lies", "docx", lying.replace(size, struct.pack("<I", 100)))
    inner = _zip({"lan.xmi": big, "TypeSystem.xml": b"<a/>"})
    yield _bomb(2, "an archive in an archive", "inception", _zip({"annotation/a.txt/lan.zip": inner}))
    twice = _zip({"annotation/a.txt/lan.zip": _zip({"b.zip": inner})})
    yield _bomb(2, "an archive in an archive in an archive", "inception", twice)


def _added(data: bytes, *parts: str | bytes, kind: int = 0) -> bytes:
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in zip(parts[::2], parts[1::2], strict=True):
            information = zipfile.ZipInfo("x")
            information.filename = str(name)
            information.create_system = 3
            information.external_attr = (kind | 0o644) << 16
            archive.writestr(information, content)
    return stream.getvalue()


def _zip(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


# -- row 4: XML


def _documents_of_xml() -> Iterator[Bomb]:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    types = {
        "a billion laughs": f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]>',
        "a long entity": f'<!DOCTYPE x [<!ENTITY a11 "{"a" * 100_000}">]>',
        "a file of ours": '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>',
        "a page": '<!DOCTYPE x [<!ENTITY a11 SYSTEM "http://127.0.0.1:9/">]>',
        "parameters": '<!DOCTYPE x [<!ENTITY % b SYSTEM "http://127.0.0.1:9/"> %b;]>',
        "a declaration elsewhere": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    }
    for title, declaration in types.items():
        for encoding in ("utf-8", "utf-16"):
            head = f'<?xml version="1.0" encoding="{encoding}"?>{declaration}'
            body = f"{head}<x>{'&a11;' * 1000 if 'a11' in declaration else ''}</x>".encode(encoding)
            named = f"{title} in {encoding}"
            yield _bomb(4, named, "docx", _zip({"word/document.xml": body}))
            yield _bomb(4, named, "uima-xmi", body)
            yield _bomb(4, named, "inception", _zip({"annotation/a/b.xmi": body}))
            sound = _sound("uima-xmi")
            case = Case("uima-xmi", sound.name, sound.data, {"TypeSystem.xml": body})
            yield Bomb(4, f"{named} in the type system", case)
    words = '<w:p><w:r><w:t><xi:include href="file:///etc/passwd" parse="text"/></w:t></w:r></w:p>'
    body = _word(f'<w:body xmlns:xi="http://www.w3.org/2001/XInclude">{words}</w:body>')
    yield _bomb(4, "an inclusion", "docx", _zip({"word/document.xml": body}))


def _word(body: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:document xmlns:w="{space}">{body}</w:document>'.encode()


# -- row 5: depth


def _nested() -> Iterator[Bomb]:
    for reader in _OF_JSON:
        yield _bomb(5, "lists", reader, b'{"text":' + b"[" * _DEEP + b"]" * _DEEP + b"}")
        yield _bomb(5, "objects", reader, b'{"a":' * _DEEP + b"1" + b"}" * _DEEP)
        yield _bomb(5, "an array", reader, b"[" * _DEEP)
    deep = b"<a>" * _DEEP + b"</a>" * _DEEP
    yield _bomb(5, "elements", "uima-xmi", deep)
    yield _bomb(5, "elements", "docx", _zip({"word/document.xml": deep}))
    for tag in (
        "div",
        "p",
        "li",
        "td",
        "span",
        "b",
        "table",
        "ul",
        "a",
        "object",
        "option",
        "x",
        "svg",
        "font",
    ):
        page = f"<html><body>{f'<{tag}>' * 10_000}Một bài viết."
        yield Bomb(5, f"<{tag}>", Case("html", "a.html", page.encode()), is_refused=False)
    objects = (
        b"%PDF-1.4\n1 0 obj\n" + b"[" * _DEEP + b"]" * _DEEP + b"\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF"
    )
    yield _bomb(5, "arrays", "pdf", objects)
    pages = (
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R 2 0 R]"
    )
    pages += b"/Count 9999999>>\nendobj\ntrailer\n<</Root 1 0 R/Size 3>>\n%%EOF"
    yield _bomb(5, "pages that hold themselves", "pdf", pages)


# -- rows 2 and 24: what unpacks to more than it is


def _packed() -> Iterator[Bomb]:
    squeezed = zlib.compress(bytes(_BIG // 3), 9)
    content = b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(squeezed), squeezed)
    own = (OWN / "pdf" / "a.pdf").read_bytes()
    start = own.index(b"5 0 obj") + 8
    page = own[:start] + content + own[own.index(b"endobj", start) - 1 :]
    yield Bomb(24, "a page of 1 to 1000", Case("pdf", "a.pdf", page), is_refused=False)
    yield _bomb(24, "a gzip", "auto", import_module("gzip").compress(b"{}"), "a.json")
    yield _bomb(24, "a workbook", "auto", _zip({"xl/workbook.xml": b"<a/>"}), "a.xlsx")
    pack = import_module("srsly").msgpack_dumps
    pickled = pack(
        {"version": "0.1", "user_data": [import_module("srsly.msgpack").ExtType(1, b"cos\nsystem\n")]}
    )
    yield _bomb(7, "an object in a DocBin", "spacy", zlib.compress(pickled))
    yield _bomb(7, "a pickle", "spacy", b"cos\nsystem\n(S'touch /tmp/x'\ntR.", "a.spacy")
    yield _bomb(7, "a pickle by its name", "auto", b"\x80\x04\x95cos\nsystem\n", "a.pkl")
    yield _bomb(7, "a shebang in YAML", "auto", b"!!python/object/apply:os.system ['touch x']", "a.yaml")


def _large() -> Iterator[Bomb]:
    """What takes seconds and much memory to be refused."""
    yield _bomb(24, "a DocBin of 1 to 1000", "spacy", _zlib_bomb())


def _zlib_bomb() -> bytes:
    """So many zeros that they are over every limit, in 2 MB: the same squeezed piece again and again."""
    squeeze = zlib.compressobj(9)
    head = squeeze.compress(b"") + squeeze.flush(zlib.Z_FULL_FLUSH)
    piece = squeeze.compress(bytes(10_000_000)) + squeeze.flush(zlib.Z_FULL_FLUSH)
    return head + piece * 170


# -- rows 25 to 27: values of JSON


def _values() -> Iterator[Bomb]:
    numbers = ("NaN", "Infinity", "1e400", "-1", "1.5", "true", '"1"', "9" * 30, "9" * 5_000, "null", "[]")
    for number in numbers:
        line = f'{{"text":"Bà Mai","spans":[{{"start":0,"end":{number},"label":"p"}}]}}'
        for reader in ("jsonl", "prodigy"):
            yield _bomb(25, f"an end {number[:20]}", reader, line.encode())
        yield _bomb(
            25, f"an end {number[:20]}", "doccano", f'{{"text":"a b","label":[[0,{number},"p"]]}}'.encode()
        )
    for digits in ("٣", "1" * 5_000, "-1", "1e3", "½"):
        yield _bomb(25, f"a place {digits[:8]}", "brat", f"T1\tP 0 {digits}\tAnn\n".encode(), "a.ann")
    for reader in _OF_JSON:
        (first, *_), suffix = _record(reader)
        yield _bomb(26, "a key twice", reader, _twice(first).encode(), f"a.{suffix}")
        for half in ("\\ud800", "\\udc00\\ud800", "\\u0000"):
            written = json.dumps(first, ensure_ascii=False)
            mark = '": "' if '": "' in written else '["'
            altered = written.replace(mark, mark + half, 1)
            yield _bomb(27, f"half a character {half}", reader, altered.encode(), f"a.{suffix}")
    yield _bomb(27, "half a character in UTF-8", "txt", b"An \xed\xa0\x80 Binh", "a.txt")
    yield _bomb(27, "half a character in UTF-16", "txt", b"\xff\xfeA\0\x00\xd8B\0", "a.txt")


def _record(reader: str) -> tuple[list[object], str]:
    seed = next(one for one in seeds() if one.reader == reader and one.data[:1] in b"[{")
    try:
        return [json.loads(seed.data)], "json"
    except ValueError:
        return [json.loads(line) for line in seed.data.splitlines()], "jsonl"


def _twice(value: object) -> str:
    """The value as JSON whose first object has its first key twice."""
    written = json.dumps(value, ensure_ascii=False)
    start = written.index("{") + 1
    key = written[start : written.index(":", start)]
    return f"{written[:start]}{key}: 1, {written[start:]}"


# -- rows 15 and 16: what takes long


def _slow() -> Iterator[Bomb]:
    for sign in (
        "<a",
        "<!--",
        "<script>",
        "<head>",
        "<title>",
        "<link rel=",
        "<meta property=",
        "&",
        "<p ",
        " ",
    ):
        page = f"<html><body><p>{sign * (200_000 // len(sign))}"
        yield Bomb(15, f"a page of {sign!r}", Case("html", "a.html", page.encode()), is_refused=False)
    groups = " ".join(["a" + ":" * 20 + "b"] * 20)
    yield _bomb(15, "colons", "brat", f"R1\tX {groups} e\t\n".encode(), "a.ann")
    yield _bomb(15, "colons", "brat", f"E1\tX:a {groups} e\t\n".encode(), "a.ann")
    for reader, name in (("webanno", "a.tsv"), ("conll", "a.conll"), ("csv", "a.csv"), ("tsv", "a.tsv")):
        for sign in ("\\", "|", "[", "_", " ", '"', "\t", "O\tB-x\n", "\r", "#Text="):
            data = (sign * (200_000 // len(sign))).encode()
            yield Bomb(15, f"only {sign!r}", Case(reader, name, data), is_refused=False)


# -- row 17: pictures


def _pictures() -> Iterator[Bomb]:
    parts = {"word/document.xml": _word("<w:body><w:p><w:r><w:t>Bài.</w:t><w:drawing/></w:r></w:p></w:body>")}
    parts["word/media/image1.png"] = bytes(_BIG // 10)
    parts["word/_rels/document.xml.rels"] = (
        b'<Relationships><Relationship Id="r" TargetMode="External" Target="http://127.0.0.1:9/x"/></Relationships>'
    )
    parts["word/vbaProject.bin"] = b"macro"
    yield Bomb(17, "pictures, links and macros", Case("docx", "a.docx", _zip(parts)), is_refused=False)


def _bomb(row: int, title: str, reader: str, data: bytes, name: str = "") -> Bomb:
    return Bomb(row, title, Case(reader, name or _sound(reader).name, data))


FAMILIES: Final = {
    "archives": _archives,
    "xml": _documents_of_xml,
    "nested": _nested,
    "packed": _packed,
    "values": _values,
    "slow": _slow,
    "pictures": _pictures,
    "large": _large,
}
"""Name -> what makes the files of it."""
