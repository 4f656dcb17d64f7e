"""Altering files as a person with bad intent, a bad disk or another program would; the same by the same seed.

Half of the alterations know the grammar of a file: a value in a tree of JSON, an element of XML, a cell of a
table, a part within an archive, what a stream unpacks to. The others are blind: they alter bytes.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

_NASTY_NUMBERS: Final = (
    0,
    1,
    -1,
    2,
    255,
    2**31,
    2**31 - 1,
    2**32,
    2**53 + 1,
    2**63,
    -(2**63) - 1,
    10**30,
    1e308,
    0.5,
)
_NASTY_TEXTS: Final = (
    *(
        "",
        " ",
        "\0",
        "\ufeff",
        "\ud800",
        "\udc00x",
        "\u2028",
        "\u202e",
        "\x85",
        "\x1c",
        "\r",
        "\r\n",
        "\n",
        "\t",
    ),
    *(
        "😀",
        "e\u0301",
        "٣",
        "½",
        "ß",
        "İ",
        "ﷺ",
        "-1",
        "1e999",
        "NaN",
        "true",
        "null",
        "../../x",
        "C:\\x",
        "a" * 5000,
    ),
    *(
        "=1+1",
        "<b>",
        "&amp;",
        "{0}",
        "%s",
        "{file}",
        "[[",
        "]]>",
        "\\",
        '"',
        "'",
        "B-",
        "O",
        "I-x",
        "__proto__",
    ),
)
_NASTY_BYTES: Final = (
    *(
        b"",
        b"\0",
        b"\xff",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\x80",
        b"\n",
        b"\r",
        b"\t",
        b"\x1c",
    ),
    *(
        b"\xff\xff\xff\xff",
        b"\x7f\xff\xff\xff",
        b"\x00\x00\x00\x80",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"%PDF-",
        b"PAR1",
    ),
    *(
        b"[",
        b"]",
        b"{",
        b"}",
        b'"',
        b"\\",
        b",",
        b":",
        b"<",
        b">",
        b"&",
        b"<![CDATA[",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    ),
    *(
        b"-1",
        b"1e999",
        b"99999999999999999999",
        b"NaN",
        b"null",
        b"true",
        b"\\ud800",
        b"\\u0000",
        b"&#0;",
        b"&#xD800;",
    ),
    *(
        b"[" * 300,
        b"(" * 300,
        b"<a>" * 300,
        b"{" * 300,
        b"<<" * 300,
        b"|",
        b"_",
        b"*",
        b";",
        b"[1]",
        b"#Text=",
        b"T1\t",
    ),
    *(
        "Ủ".encode(),
        "٣".encode(),
        "𝟙".encode(),
        "\u2028".encode(),
        b"obj",
        b"endobj",
        b"stream",
        b"/Kids [2 0 R]",
    ),
)
_JSON_TOKEN: Final = re.compile(rb'"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null|[\[\]{},:]')
_XML_TOKEN: Final = re.compile(rb"<[^<>]*>|[^<>]+")
_ATTRIBUTE: Final = re.compile(rb'([\w:.-]+)="([^"]*)"')
_NUMBER: Final = re.compile(rb"\d+")
_STREAM: Final = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_MOST: Final = 4
_WITHIN: Final = 0.8
"""So often an archive is altered within its parts and not from outside, where all is refused at once."""
_LONGEST: Final = 300_000


class Mutator:
    """Alters files of one kind after the other.

    Args:
        chance: all it does follows from it.
        others: bytes of further files, pieces of which may be mixed in.
    """

    def __init__(self, chance: random.Random, others: Sequence[bytes] = ()) -> None:
        self._chance = chance
        self._others = others or (b"",)
        self._ways: tuple[Callable[[bytes], bytes], ...] = (
            self._bytes, self._bytes, self._tree, self._tokens, self._elements, self._rows, self._numbers,
            self._archive, self._squeezed, self._streams,
        )  # fmt: skip

    def altered(self, data: bytes) -> bytes:
        """One more file that is like this one, and is not."""
        for _ in range(self._chance.randint(1, _MOST)):
            data = self._once(data)
        return data[:_LONGEST]

    def _once(self, data: bytes) -> bytes:
        ways = [way for way in self._ways if self._fits(way, data)]
        is_packed = data.startswith(b"PK") and self._chance.random() < _WITHIN
        return self._archive(data) if is_packed else self._chance.choice(ways)(data)

    def _fits(self, way: Callable[[bytes], bytes], data: bytes) -> bool:
        """Whether an alteration has something to begin with."""
        is_zip = data.startswith(b"PK")
        if way == self._archive:
            return is_zip
        if way == self._squeezed:
            return data[:1] == b"\x78"
        if way == self._streams:
            return data.startswith(b"%PDF")
        if way in (self._tree, self._tokens):
            return data.lstrip()[:1] in (b"{", b"[")
        if way == self._elements:
            return data.lstrip()[:1] == b"<"
        return not is_zip or way == self._bytes

    # -- blind

    def _bytes(self, data: bytes) -> bytes:
        chance = self._chance
        start = chance.randint(0, len(data))
        end = min(len(data), start + int(chance.expovariate(1 / 8)))
        way = chance.randrange(6)
        if way == 0 and data:
            flipped = bytearray(data)
            for _ in range(chance.randint(1, 4)):
                flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            return bytes(flipped)
        if way == 1:
            return data[:start] + data[start:end] * chance.choice((2, 2, 3, 100)) + data[end:]
        if way == 2:
            return data[:start]
        if way == 3:
            other = chance.choice(self._others)
            place = chance.randint(0, len(other))
            return data[:start] + other[place : place + chance.randint(0, 200)] + data[end:]
        return data[:start] + chance.choice(_NASTY_BYTES) + data[end:]

    def _numbers(self, data: bytes) -> bytes:
        """One number is another one."""
        found = list(_NUMBER.finditer(data))
        if not found:
            return self._bytes(data)
        one = self._chance.choice(found)
        near = int(one[0][:9]) + self._chance.choice((-1, 1, 100))
        new = self._chance.choice((str(near), str(self._chance.choice(_NASTY_NUMBERS)), "0" * 20 + "1"))
        return data[: one.start()] + new.encode() + data[one.end() :]

    # -- by grammar

    def _tree(self, data: bytes) -> bytes:
        """A value of JSON is another one, comes twice, is gone, or lies deeper."""
        try:
            lines = [data] if _is_json(data) else data.splitlines()
            place = self._chance.randrange(len(lines))
            value = json.loads(lines[place])
        except (ValueError, RecursionError, IndexError):
            return self._tokens(data)
        lines[place] = json.dumps(self._other_value(value), ensure_ascii=self._chance.random() < 0.5).encode(
            errors="surrogatepass"
        )
        return b"\n".join(lines)

    def _other_value(self, value: Any, depth: int = 0) -> Any:
        chance = self._chance
        if isinstance(value, dict) and value and chance.random() < 0.85 and depth < 30:
            key = chance.choice(list(value))
            way = chance.randrange(8)
            if way == 0:
                del value[key]
            elif way == 1:
                value[chance.choice((*value, str(chance.choice(_NASTY_TEXTS))))] = value[key]
            else:
                value[key] = self._other_value(value[key], depth + 1)
            return value
        if isinstance(value, list) and value and chance.random() < 0.85 and depth < 30:
            place = chance.randrange(len(value))
            way = chance.randrange(8)
            if way == 0:
                del value[place]
            elif way == 1:
                value.append(value[place])
            elif way == 2:
                chance.shuffle(value)
            else:
                value[place] = self._other_value(value[place], depth + 1)
            return value
        return self._leaf(value)

    def _leaf(self, value: Any) -> Any:
        chance = self._chance
        way = chance.randrange(7)
        if way == 0:
            return [value]
        if way == 1:
            return {str(chance.choice(_NASTY_TEXTS)): value}
        if way == 2:
            deep: Any = value
            for _ in range(chance.choice((3, 190, 210))):
                deep = [deep]
            return deep
        if isinstance(value, int) and not isinstance(value, bool) and way < 5:
            return value + chance.choice((-1, 1, 1000))
        if isinstance(value, str) and way < 5:
            place = chance.randint(0, len(value))
            return value[:place] + str(chance.choice(_NASTY_TEXTS)) + value[place:]
        return chance.choice((None, True, False, [], {}, *_NASTY_NUMBERS, *_NASTY_TEXTS))

    def _tokens(self, data: bytes) -> bytes:
        """A sign of JSON is gone, comes twice, or is another one."""
        return self._of_found(data, list(_JSON_TOKEN.finditer(data)))

    def _elements(self, data: bytes) -> bytes:
        """A tag or text of XML is gone, comes twice, or has another value in an attribute."""
        found = list(_XML_TOKEN.finditer(data))
        if found and self._chance.random() < 0.5:
            one = self._chance.choice(found)
            pairs = list(_ATTRIBUTE.finditer(one[0]))
            if pairs:
                pair = self._chance.choice(pairs)
                start, end = one.start() + pair.start(2), one.start() + pair.end(2)
                new = str(self._chance.choice((*_NASTY_TEXTS, *_NASTY_NUMBERS)))
                return data[:start] + new.encode(errors="surrogatepass").replace(b'"', b"&quot;") + data[end:]
        return self._of_found(data, found)

    def _of_found(self, data: bytes, found: Sequence[re.Match[bytes]]) -> bytes:
        if not found:
            return self._bytes(data)
        one, other = self._chance.choice(found), self._chance.choice(found)
        new = self._chance.choice((b"", one[0] * 2, other[0], self._chance.choice(_NASTY_BYTES)))
        return data[: one.start()] + new + data[one.end() :]

    def _rows(self, data: bytes) -> bytes:
        """A line or cell of a table is gone, comes twice, stands elsewhere, or is another one."""
        chance = self._chance
        lines = data.split(b"\n")
        place = chance.randrange(len(lines))
        way = chance.randrange(5)
        if way == 0:
            del lines[place]
        elif way == 1:
            lines.insert(chance.randint(0, len(lines)), lines[place])
        elif way == 2:
            other = chance.randrange(len(lines))
            lines[place], lines[other] = lines[other], lines[place]
        else:
            mark = chance.choice((b"\t", b"\t", b" ", b",", b"|"))
            cells = lines[place].split(mark)
            new = chance.choice((chance.choice(cells), chance.choice(_NASTY_BYTES), b""))
            cells[chance.randrange(len(cells))] = new
            lines[place] = mark.join(cells)
        return b"\n".join(lines)

    def _archive(self, data: bytes) -> bytes:
        """A part of an archive is altered, called otherwise, there twice, or packed otherwise."""
        chance = self._chance
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = [(name, archive.read(name)) for name in archive.namelist()]
        except (
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            NotImplementedError,
            ValueError,
            EOFError,
            struct.error,
        ):
            return self._bytes(data)
        except OSError:  # a place before the beginning
            return self._bytes(data)
        if not parts:
            return self._bytes(data)
        place = chance.randrange(len(parts))
        name, content = parts[place]
        way = chance.randrange(8)
        if way == 0:
            parts[place] = (str(chance.choice(_NASTY_TEXTS)) + name, content)
        elif way == 1:
            parts.append((name, content))
        elif way == 2:
            del parts[place]
        else:
            parts[place] = (name, self._once(content) if content else b"x")
        return _packed(parts, chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) or self._bytes(data)

    def _squeezed(self, data: bytes) -> bytes:
        """What a zlib stream unpacks to is altered."""
        try:
            return zlib.compress(self._once(zlib.decompress(data)))
        except zlib.error:
            return self._bytes(data)

    def _streams(self, data: bytes) -> bytes:
        """What stands in a stream of a PDF file is altered."""
        found = list(_STREAM.finditer(data))
        if not found:
            return self._bytes(data)
        one = self._chance.choice(found)
        content = one[1]
        with contextlib.suppress(zlib.error):
            content = zlib.decompress(content)
        new = self._numbers(content) if self._chance.random() < 0.5 else self._bytes(content)
        if content != one[1]:
            new = zlib.compress(new)
        return data[: one.start(1)] + new + data[one.end(1) :]


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _packed(parts: list[tuple[str, bytes]], way: int) -> bytes:
    """An archive of these parts; nothing where no archive can have such a name."""
    stream = io.BytesIO()
    try:
        with zipfile.ZipFile(stream, "w", way) as archive:
            for name, content in parts:
                information = zipfile.ZipInfo(name)
                information.filename = name
                information.compress_type = way
                archive.writestr(information, content)
    except (ValueError, OverflowError, UserWarning):
        return b""
    return stream.getvalue()
