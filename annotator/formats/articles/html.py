"""Web pages: the article without menu, advertisements and related news, by trafilatura. Nothing is fetched.

The page is decoded by byte order mark, then by what its <meta> says, then by detection. Scripts are never
run, pictures and style sheets never asked for; trafilatura gets the text of the page and nothing else.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Any, Final

from annotator.errors import FormatError
from annotator.formats.articles.html_facts import facts_of, visible_text
from annotator.formats.base import IncomingDocument
from annotator.formats.decoding.decode import BOM, Decoded, decode_bytes
from annotator.formats.no_network import no_look_at_the_network
from annotator.formats.whole_file import read_article
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source

_META_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*+=\s*+["']?\s*+([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_LOOK: Final = 4096
_DEEPEST: Final = 200
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)[^<>]*?(/?)>")
_VOID: Final = frozenset(
    re.findall(
        r"\w+",
        "area base br col embed hr img input link meta param source track wbr p li td tr th dt dd option",
    )
)


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The one article of a page: main text, paragraphs parted by line feeds; title, date, source.

    Raises:
        FormatError: not a text, no article found in it, or nested too deep.
        OSError: the file cannot be read.
    """
    decoded = _decode(read_article(source), options.encoding, source.name)
    if _depth(decoded.text) > _DEEPEST:
        raise FormatError(
            say(
                "{file}: its elements are nested more than {depth} deep. Nothing was imported.",
                file=source.name,
                depth=_DEEPEST,
            )
        )
    found = _extract(decoded.text)
    text = (found.text or "").strip() if found is not None else ""
    if not text:
        raise FormatError(
            say(
                "{file}: no article was found in the page. Save its text as a text file and import that. "
                "Nothing was imported.",
                file=source.name,
            )
        )
    _tell(decoded.text, text, notices)
    yield IncomingDocument(text, found.title or "", metadata=facts_of(decoded.text, found, text))


def _decode(data: bytes, encoding: str | None, name: str) -> Decoded:
    named = _META_CHARSET.search(data[:_LOOK])
    has_mark = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if encoding is None and named and not has_mark and b"\0" not in data[:_LOOK]:
        encoding = named[1].decode("ascii")
        if encoding.lower().startswith("utf-16"):  # it cannot be, or the <meta> could not have been read
            encoding = None
    return decode_bytes(data, encoding, name=name)


def _extract(page: str) -> Any:
    """Trafilatura's document with title, text and data; None if it finds nothing."""
    with no_look_at_the_network():
        from trafilatura import bare_extraction  # here, because loading it takes a third of a second
    return bare_extraction(
        page.removeprefix(BOM),
        include_comments=False,
        include_tables=True,
        include_images=False,
        include_links=False,
        with_metadata=True,
        deduplicate=False,
        # Only dates that the page marks as its own; and the same ones on any day that it is read.
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
    )


def _tell(page: str, text: str, notices: Notices) -> None:
    whole = len(visible_text(page))
    notices.add(
        say(
            "The article was taken out of the page: {kept} of {whole} characters; menus, pictures, scripts "
            "and related news were left out.",
            kept=len(text),
            whole=max(whole, len(text)),
        )
    )


def _depth(page: str) -> int:
    """How deep elements are nested; those whose end tag may be missing are not counted."""
    deepest = depth = 0
    for end, name, closed in _TAG.findall(page):
        if closed or name.lower() in _VOID:
            continue
        depth = max(0, depth - 1) if end else depth + 1
        deepest = max(deepest, depth)
    return deepest
