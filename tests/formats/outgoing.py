"""Strategies shared by the tests of formats: documents hard to write, and what must come back of them.

A test is given `hostile_documents()`, writes one with `bench.write`, reads it with `bench.read`, and compares
`places` of what was read with `kept` of what was written.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from annotator.formats.base import OutgoingDocument, OutgoingSpan
from annotator.model.document import Annotator, Document, Status
from annotator.model.identity import fixed_uid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.formats.base import IncomingSpan, LossReport

LAN: Final = Annotator(fixed_uid("annotator", "Lan"), "Lan")
MINH: Final = Annotator(fixed_uid("annotator", "Minh"), "Minh")
PEOPLE: Final = (LAN, MINH)

HOSTILE: Final = (
    *("👳🏻\u200d♀️", "😀", "e\u0302\u0301", "\u00ea\u0301", "Ủy ban", "Đ", "đồng chí"),
    *("\r\n", "\n", "\n\n", "\r", "\t", "\u2028", "\u2029", "\x85", "\x1c", "\x0b"),
    *("\ufeff", "\u200b", "\u00a0", "\u00ad", "\u202e", "\u2066", "مرحبا", "שלום"),
    *('"', "'", "\\", "\\n", "\\u0000", "<b>&amp;", "]]>", "{}", "[1]", "|", "_", "*", "->", ";", "#", "%"),
    *("=1+1", "@x", "-DOCSTART-", "O\tB", ",", " ", "  ", "An", "Huế."),
)
"""Pieces of text that some format has stumbled over."""

STRANGE_LABELS: Final = ("person", "chức vụ", 'a "b" c', "a\\b", "R&D", "=x", "B-PER", "a_b", "a%20b", "a b")
"""All of them names that a library takes, no two the same without regard to case."""

words = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=6)
_pieces = st.one_of(st.sampled_from(HOSTILE), words)


def hostile_texts(pieces: st.SearchStrategy[str] = _pieces) -> st.SearchStrategy[str]:
    """Texts as a library may hold them: not blank, and no byte order mark in front, which is no text."""
    joined = st.lists(pieces, min_size=1, max_size=12).map("".join)
    return joined.filter(lambda text: bool(text.strip()) and not text.startswith("\ufeff"))


@st.composite
def hostile_documents(
    draw: st.DrawFn,
    *,
    texts: st.SearchStrategy[str] | None = None,
    labels: Iterable[str] = STRANGE_LABELS,
    people: tuple[Annotator, ...] = (LAN,),
    parts: bool = False,
    notes: bool = False,
) -> OutgoingDocument:
    """One document with up to six spans, nested, crossing and equal ones among them; perhaps none.

    Args:
        draw: given by hypothesis.
        texts: of the document.
        labels: names to choose from.
        people: each has a layer.
        parts: whether spans may be discontinuous.
        notes: whether spans may have notes and flags.
    """
    text = draw(hostile_texts() if texts is None else texts)
    names, uids = sorted(labels), [person.uid for person in people]
    spans: dict[tuple[int, int, str, str], OutgoingSpan] = {}
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        place = (start, end, draw(st.sampled_from(names)), draw(st.sampled_from(uids)))
        spans[place] = OutgoingSpan(
            *place,
            fixed_uid("span", f"{text} {place}"),
            draw(words) if notes else "",
            draw(st.sampled_from([(), ("unsure",), ("question", "unsure")])) if notes else (),
            parts=((start, start + 1), (end - 1, end))
            if parts and end - start > 2 and draw(st.booleans())
            else None,
        )
    marked = sorted(spans.values(), key=lambda span: (span.start, -span.end, span.uid))
    metadata = draw(st.dictionaries(words.filter(str.strip), words, max_size=2))
    document = Document(fixed_uid("document", text), "c", draw(words), text, metadata)
    return OutgoingDocument(document, tuple((uid, Status.NEW) for uid in uids), tuple(marked), Status.NEW)


Kept = tuple[int, int, str]


def places(spans: Iterable[IncomingSpan]) -> Counter[Kept]:
    """Start, end and label of spans that were read, counted."""
    return Counter((span.start, span.end, span.label) for span in spans)


def kept(document: OutgoingDocument, losses: LossReport) -> Counter[Kept]:
    """Start, end and label of the spans of this document that the file must hold, counted."""
    uid = document.document.uid
    lost = Counter((one.start, one.end, one.label) for one in losses.lost if one.document == uid)
    return Counter((span.start, span.end, span.label) for span in document.spans) - lost
