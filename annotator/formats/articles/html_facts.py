"""What a web page says of its article besides the text: title, author, date, source, address.

Tags made for machines come first; pages of Vietnamese offices often have none, but a line with the date over
the article, and the name of the site behind the title. A date in the list of other news is never taken.
"""

from __future__ import annotations

import html
import re
from typing import Any, Final
from urllib.parse import urlsplit

_FIELDS: Final = (
    ("author", "author"),
    ("date", "date"),
    ("source", "sitename"),
    ("url", "url"),
    ("description", "description"),
)
_UNSEEN: Final = re.compile(
    r"(?is)<(script|style|noscript)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)"
    r"|<head\b.*?(?:</head\s*>|(?=<body\b)|\Z)"
)
_TAG: Final = re.compile(r"<[^<>]*>")
_TITLE: Final = re.compile(r"(?is)<title[^<>]*>(.*?)(?:</title\s*>|\Z)")
_ADDRESS: Final = (
    re.compile(r"""(?is)<link\b(?=[^<>]*\brel\s*=\s*["']?canonical\b)[^<>]*\bhref\s*=\s*["']([^"'<>]+)"""),
    re.compile(
        r"""(?is)<meta\b(?=[^<>]*\bproperty\s*=\s*["']?og:url\b)[^<>]*\bcontent\s*=\s*["']([^"'<>]+)"""
    ),
)
_DATE: Final = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])")
_BETWEEN: Final = re.compile(r" [-–—|»·] ")
_START: Final = 40


def visible_text(page: str) -> str:
    """What of a page a person sees, tags taken out and blanks folded; lists and menus included."""
    return " ".join(html.unescape(_TAG.sub(" ", _UNSEEN.sub(" ", page))).split())


def facts_of(page: str, found: Any, text: str) -> dict[str, str]:
    """Metadata of the article, each only where the page tells it.

    Args:
        page: the whole page.
        found: what trafilatura made of it.
        text: of the article.
    """
    held = {key: str(getattr(found, field, None) or "").strip() for key, field in _FIELDS}
    held["date"] = held["date"] or _date_above(page, text)
    held["url"] = held["url"] or _address(page)
    held["source"] = held["source"] or _name_behind_title(page, found.title or "") or _host(held["url"])
    return {key: value for key, value in held.items() if value}


def _date_above(page: str, text: str) -> str:
    """The last date over the article, as YYYY-MM-DD; "" if there is none."""
    whole = visible_text(page)
    signs = "".join(text.split())[:_START]  # blanks differ: tags may stand within words
    start = re.search(r"\s*".join(map(re.escape, signs)), whole)
    dates = [_as_iso(match) for match in _DATE.finditer(whole, 0, start.start() if start else 0)]
    return next(filter(None, reversed(dates)), "")


def _as_iso(match: re.Match[str]) -> str:
    day, month, year = int(match[1]), int(match[3]), match[4]
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _address(page: str) -> str:
    for pattern in _ADDRESS:
        match = pattern.search(page)
        if match and match[1].strip().startswith(("http://", "https://")):
            return html.unescape(match[1].strip())
    return ""


def _name_behind_title(page: str, title: str) -> str:
    """The site's name in "Title - Name": what the page's title has more than the article's."""
    match = _TITLE.search(page)
    whole = " ".join(html.unescape(match[1]).split()) if match else ""
    parts = _BETWEEN.split(whole)
    if len(parts) < 2 or not title or not whole.startswith(" ".join(title.split())):
        return ""
    return parts[-1] if parts[-1] not in title else ""


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.") if address else ""
