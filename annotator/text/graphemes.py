"""What a reader sees as one character: extended grapheme clusters (Unicode UAX 29, by the `regex` package).

Clusters are found from a nearby code point at which one certainly begins, so that a lookup costs the same
in any text. Only where no such code point stands within `_REACH` (thousands of combining marks or flags on
end) are clusters also ended at every multiple of `_REACH`.
"""

from __future__ import annotations

from annotator.text.patterns import Pattern

_REACH = 256
_PLAIN = "\u0300"
"""Below this code point only CR LF and the pictographs © ® join with a neighbour."""

# Sure starts: ordinary code points (UAX 29 property "Other") and Hangul syllables, but not those which a
# character before them may hold on to: after a ZWJ or a prepended mark, after a Hangul lead consonant, and
# in the scripts whose conjuncts form one cluster (rule GB9c).
_SURE_START = Pattern(
    r"(?rV1)(?<![\u200d\p{GCB=Prepend}])(?:"
    r"[\p{GCB=Other}--[\p{Deva}\p{Beng}\p{Gujr}\p{Orya}\p{Telu}\p{Mlym}\p{Khmr}\p{Mymr}\p{Java}\p{Bali}]]"
    r"|(?<!\p{GCB=L})[\p{GCB=LV}\p{GCB=LVT}])",
)
_CLUSTER = Pattern(r"\X")


def _cluster_around(text: str, position: int) -> tuple[int, int]:
    """The cluster [start, end) with start < position <= end; 0 < position <= len(text)."""
    block = (position - 1) // _REACH * _REACH
    sure = _SURE_START.search(text, max(0, block - _REACH), position)
    start = sure.start() if sure else block
    limit = (start // _REACH + 2) * _REACH if sure else block + _REACH
    # On a copy of the neighbourhood: for flags the `regex` package looks back to the beginning of its text.
    for cluster in _CLUSTER.finditer(text[start:limit]):
        if start + cluster.end() >= position:
            return start + cluster.start(), start + cluster.end()
    return start, position


def _is_plain_boundary(text: str, position: int) -> bool:
    if position <= 0 or position >= len(text):
        return True
    before, after = text[position - 1], text[position]
    return before < _PLAIN and after < _PLAIN and not (before == "\r" and after == "\n")


def grapheme_start(text: str, position: int) -> int:
    """The nearest cluster boundary at or before `position`."""
    if _is_plain_boundary(text, position):
        return position
    start, end = _cluster_around(text, position)
    return position if end == position else start


def grapheme_end(text: str, position: int) -> int:
    """The nearest cluster boundary at or after `position`."""
    if _is_plain_boundary(text, position):
        return position
    return _cluster_around(text, position)[1]


def next_grapheme(text: str, position: int) -> int:
    """The first cluster boundary after `position`; the text's end when there is none."""
    return grapheme_end(text, position + 1) if position < len(text) else len(text)


def previous_grapheme(text: str, position: int) -> int:
    """The last cluster boundary before `position`; 0 when there is none."""
    if position <= 0:
        return 0
    return grapheme_start(text, position - 1)
