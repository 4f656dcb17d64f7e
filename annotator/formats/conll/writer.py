"""CoNLL: a token a row, tags in the last columns, sentences parted by a blank line.

Beside the rows stand the comments by which the text is read back to the last character: `# newdoc id`, `#
text` (CoNLL-U) and, only where they are needed, three of our own, each a JSON string: `# text_exact` for a
sentence that `# text` cannot hold on one line, `# space_before` and `# space_after` for what stands between
sentences when it is not one blank. `# global.columns` (CoNLL-U Plus) names the columns when there is more
than one of tags.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise
from json.encoder import encode_basestring_ascii as encode
from operator import add, itemgetter
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from annotator.formats.tagged.tagging import Tagging
from annotator.formats.tagged.tags import OUTSIDE, Chunk, escape_label, put_tags
from annotator.formats.tagged.tokens import tokeniser
from annotator.formats.unnamed import telling_empty
from annotator.messages import say
from annotator.text.segment import sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from annotator.formats.base import LossReport, OutgoingDocument, OutgoingHead, OutgoingSpan, WriteOptions
    from annotator.text.segment import TokenTexts

_NOT_ON_ONE_LINE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_OUTSIDE: Final = f"\t{OUTSIDE}"
_NEXT_ROW: Final = f"{_OUTSIDE}\n"


def write(
    head: OutgoingHead,
    documents: Iterable[OutgoingDocument],
    stream: BinaryIO,
    options: WriteOptions,
    losses: LossReport,
) -> None:
    """Write every document; what a flat tag column cannot hold goes into `losses`.

    Raises:
        UserError: an option has no such value, words cannot be found, or spans overlap and that was to be
        refused.
    """
    writer = _Writer(head, options, losses)
    _note_what_goes(head, losses)
    documents = telling_empty(documents, losses)
    if options.nested == "levels":
        _write_levels(writer, documents, stream)
        return
    if options.nested == "per-label":
        names = " ".join(f"NER:{escape_label(label.name)}" for label in head.labels)
        stream.write(f"# global.columns = FORM {names}\n\n".encode())
    for document in documents:
        text, _ = writer.document(document)
        stream.write(text.encode())


def _note_what_goes(head: OutgoingHead, losses: LossReport) -> None:
    losses.note(
        say("CoNLL holds tokens and labels; titles, metadata, notes, flags and statuses are not in it.")
    )
    if len(head.annotators) > 1:
        losses.note(say("CoNLL does not say which annotator marked a span."))


def _write_levels(writer: _Writer, documents: Iterable[OutgoingDocument], stream: BinaryIO) -> None:
    """Write rows of equal width although how deep spans are nested is known only at the end."""
    widest = 1
    with TemporaryFile() as body:
        widths = []
        for document in documents:
            text, width = writer.document(document)
            widths.append((body.write(text.encode()), width))
            widest = max(widest, width)
        if widest > 1:
            names = " ".join(f"NER_{level}" for level in range(1, widest + 1))
            stream.write(f"# global.columns = FORM {names}\n\n".encode())
        body.seek(0)
        for length, width in widths:
            stream.write(_widened(body.read(length), widest - width))


def _widened(rows: bytes, by: int) -> bytes:
    if not by:
        return rows
    more = f"\t{OUTSIDE}".encode() * by
    return b"\n".join(line + more if b"\t" in line else line for line in rows.split(b"\n"))


class _Writer:
    """Makes the rows of one document after the other."""

    def __init__(self, head: OutgoingHead, options: WriteOptions, losses: LossReport) -> None:
        self._tagging = Tagging(head, options, losses)
        self._tokens = tokeniser(options.tokens)
        self._scheme = options.scheme

    def document(self, outgoing: OutgoingDocument) -> tuple[str, int]:
        """The document's comments and rows, and how many tag columns they have."""
        text, uid = outgoing.document.text, outgoing.document.uid
        starts = _sentence_starts(text)
        tokens = self._tokens(text, _places(starts, outgoing.spans))
        tagged = self._tagging.columns(outgoing, tokens)
        cuts = _cuts(tokens, starts, chain.from_iterable(tagged.columns))
        breaks = frozenset(cut.token for cut in cuts)
        self._tagging.lose(outgoing, tagged, breaks)
        rows = self._rows(tokens.texts, tagged.columns, breaks)
        return _joined(uid, text, rows, cuts), len(tagged.columns)

    def _rows(
        self, tokens: list[str], columns: Sequence[Sequence[Chunk]], breaks: Collection[int]
    ) -> list[str]:
        """Tokens with their tags, but for the last column's `_OUTSIDE`, which joins the rows.

        A row that has another tag there ends in a tab, by which `_joined` knows it: to touch only such rows
        takes a third of the time that a tag for each takes, as nine of ten tokens are outside.
        """
        rows = tokens
        for chunks in columns[:-1]:
            rows = list(map(add, rows, self._tags(chunks, _OUTSIDE, len(rows), breaks)))
        tags = self._tags(columns[-1], "", len(rows), breaks)
        for first, last, _ in columns[-1]:
            for place in range(first, last + 1):
                rows[place] += f"{tags[place]}\t"
        return rows

    def _tags(self, chunks: Sequence[Chunk], outside: str, count: int, breaks: Collection[int]) -> list[str]:
        """One column, each tag with the tab before it; `outside` where no chunk is."""
        tags = [outside] * count
        put_tags(tags, chunks, self._scheme, breaks, "\t")
        return tags


class _Cut(NamedTuple):
    """Where a sentence begins: its first token, and the place of that in the text."""

    token: int
    place: int


def _sentence_starts(text: str) -> list[int]:
    """Where sentences begin, in order; the first at the first inked character."""
    first = len(text) - len(text.lstrip())
    return [first, *(start for start, _ in sentences(text, 0, len(text)) if start > first)]


def _places(starts: Iterable[int], spans: Sequence[OutgoingSpan]) -> list[int]:
    """Where sentences and spans begin and end, in order: what must be known of the tokens' places."""
    return sorted({*starts, *map(itemgetter(0), spans), *map(itemgetter(1), spans)})


def _cuts(tokens: TokenTexts, places: Iterable[int], chunks: Iterable[Chunk]) -> list[_Cut]:
    """Where sentences begin; none begins inside a chunk, so that no sentence cuts a span."""
    inside: set[int] = set()
    for first, last, _ in chunks:
        inside.update(range(first + 1, last + 1))
    begun = [(tokens.firsts.get(place), place) for place in places]
    return [_Cut(token, place) for token, place in begun if token is not None and token not in inside]


def _joined(uid: str, text: str, rows: list[str], cuts: Sequence[_Cut]) -> str:
    """One document; its `rows` are used up.

    No token, tag or comment holds a tab, so two stand only where `_rows` ended a row with its tag.
    """
    head = f"# newdoc id = {uid}\n"
    if not rows:
        return f"{head}# space_before = {encode(text)}\n\n"
    if cuts[0].place:
        head += f"# space_before = {encode(text[: cuts[0].place])}\n"
    for cut, after in pairwise((*cuts, _Cut(len(rows), len(text)))):
        comments = _comments(text[cut.place : after.place], is_last=after.token == len(rows))
        rows[cut.token] = (
            f"\n{comments}{rows[cut.token]}"  # the row before ends its line, this ends its block
        )
    rows[0] = f"{head}{rows[0][1:]}"
    return _NEXT_ROW.join([*rows, "\n"]).replace(f"\t{_OUTSIDE}", "")


def _comments(stretch: str, *, is_last: bool) -> str:
    """The comments of a sentence; `stretch` goes on to the next one."""
    sentence = stretch.rstrip()
    if not sentence.isprintable() and _NOT_ON_ONE_LINE.search(sentence):  # mostly the quick test is enough
        comments = f"# text = {' '.join(sentence.split())}\n# text_exact = {encode(sentence)}\n"
    else:
        comments = f"# text = {sentence}\n"
    gap = stretch[len(sentence) :]
    return comments if gap == ("" if is_last else " ") else f"{comments}# space_after = {encode(gap)}\n"
