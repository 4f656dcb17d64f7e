"""Lines of a text that belong to the page it was copied from, not to the article: links, buttons, counters.

Vietnamese news pages end in "Các tin khác" (other news) and a list of headlines; whoever copies an article
copies these along. They are told by their words alone; nothing is taken away here without being asked for.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from annotator.text.patterns import Pattern
from annotator.text.segment import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

Line = tuple[int, int]
"""A line as [start, end) in code points, without its separator."""

_LEAD: Final = r"(?i)[\s>»›•·*|→-]*(?:"
_KINDS: Final = "khác|mới|cũ|đã đưa|liên quan|cùng chuyên mục|đọc nhiều|nổi bật"
_BUTTONS: Final = (
    r"chia sẻ(?: bài viết)?|in (?:trang|bài viết)(?: này)?|gửi (?:email|bài viết|cho bạn bè)|quay lại|"
    r"(?:về )?trang (?:trước|chủ)|(?:về|lên) đầu trang|bình luận(?: \(\d+\))?|đăng nhập|share|print|e-?mail|"
    r"facebook|twitter|zalo|messenger|copy link|comments?|home|menu|log ?in|sign in"
)
_MORE: Final = Pattern(
    rf"{_LEAD}(?:các )?(?:tin|bài)(?: viết)? (?:{_KINDS})(?: (?:hơn|nhất))?|"
    r"related (?:news|articles|posts)|other news|most read)\s*[:\d]*\s*"
)
"""The head of a list of other articles, alone on its line."""

_FURNITURE: Final = tuple(
    Pattern(source)
    for source in (
        r"\s*(?:>>|»).*",
        r"\s*https?://\S+\s*",
        rf"{_LEAD}tin|bài|bài viết) (?:liên quan|cùng chuyên mục)\s*:.*",
        rf"{_LEAD}xem thêm|đọc thêm|xem tiếp|read more|see also)\s*(?:[:»>.…].*)?",
        r"(?i)\s*(?:từ khóa|từ khoá|tags?|keywords?)\s*:.*",
        r"(?i)\s*(?:©|\(c\)\s|copyright\b|bản quyền (?:©|thuộc|của)).*",
        r"(?i)\s*(?:số )?(?:lượt (?:xem|đọc|truy cập)|views?)\s*:?\s*[\d.,]+\s*",
        r"(?i)\s*(?:trang|page)\s+\d+(?:\s*(?:/|of|trên)\s*\d+)?\s*",
        rf"(?i)(?:[\s|·•/-]*(?:{_BUTTONS})(?!\w))+[\s|·•/-]*",
    )
)
_LONGEST: Final = 200
"""Code points of a line that may be furniture; a paragraph is longer."""
_MOST_HEADLINES: Final = 20
_LEAST_REPEATED: Final = 3
"""Words of a line that counts when it stands twice; shorter ones are often meant so."""


def furniture(text: str) -> list[Line]:
    """The lines of the text that look like those of a web page around an article, in order.

    Letters whose marks stand apart (NFD) are the same letters here.
    A head such as "Các tin khác" takes along what follows it, if that is a list of headlines up to the end.
    """
    lines = [(start, end) for start, end in paragraphs(text) if text[start:end].strip()]
    found: list[Line] = []
    for place, (start, end) in enumerate(lines):
        if end - start > _LONGEST:
            continue
        line = unicodedata.normalize("NFC", text[start:end])
        if _is_whole(_MORE, line) and _are_headlines(lines[place + 1 :]):
            found += lines[place:]
            break
        if any(_is_whole(pattern, line) for pattern in _FURNITURE):
            found.append((start, end))
    return found if len(found) < len(lines) else []


def without_lines(text: str, lines: Sequence[Line]) -> str:
    """The text less these lines, each with the separator after it; nothing else changes.

    Empty lines that would then end the text go too.
    """
    if not lines:
        return text
    starts = dict(lines)
    bounds = [*paragraphs(text), (len(text), len(text))]
    kept = [text[start:following] for (start, _), (following, _) in pairwise(bounds) if start not in starts]
    left = "".join(kept)
    last = max(starts.values())
    return left if text[last:].strip() else left.rstrip()


def repeated(text: str) -> list[tuple[str, int]]:
    """Lines of three words or more that stand more than once, and how often; the most frequent first."""
    counts: dict[str, int] = {}
    for start, end in paragraphs(text):
        line = " ".join(text[start:end].split())
        if line.count(" ") >= _LEAST_REPEATED - 1:
            counts[line] = counts.get(line, 0) + 1
    often = [(line, count) for line, count in counts.items() if count > 1]
    return sorted(often, key=lambda found: -found[1])


def _is_whole(pattern: Pattern, line: str) -> bool:
    found = pattern.match(line)
    return found is not None and found.end() == len(line)


def _are_headlines(lines: Sequence[Line]) -> bool:
    return len(lines) <= _MOST_HEADLINES and all(end - start <= _LONGEST for start, end in lines)
