"""CoNLL: a token a row, tags in the last columns, sentences parted by a blank line.

Beside the rows stand the comments by which the text is read back to the last character: `# newdoc id`, `#
text` (CoNLL-U) and, only where they are needed, three of our own, each a JSON string: `# text_exact` for a
sentence that `# text` cannot hold on one line, `# space_before` and `# space_after` for what stands between
sentences when it is not one blank. `# global.columns` (CoNLL-U Plus) names the columns when there is more
than one of tags.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from json.encoder import encode_basestring_ascii as encode
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO, Final

from annotator.errors import UserError
from annotator.formats.nesting import POLICIES, columns_of
from annotator.formats.tags import OUTSIDE, SCHEMES, Chunk, escape_label, put_tags
from annotator.formats.tokens import tokeniser
from annotator.messages import say
from annotator.text.segment import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.formats.base import LossReport, OutgoingDocument, OutgoingHead, WriteOptions

_NOT_ON_ONE_LINE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]|^\s|\s$")
_BLANKS: Final = re.compile(r"\s+")
_EDGES: Final = say("It does not begin and end where tokens do.")
_PARTS: Final = say("It is discontinuous; the file marks all from its first to its last word.")
_NEIGHBOUR: Final = say("The next words have the same label, and the scheme io cannot part them.")


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
    _check(options)
    _note_what_goes(head, losses)
    if options.nested == "levels":
        _write_levels(head, documents, stream, options, losses)
        return
    writer = _Writer(head, options, losses)
    if options.nested == "per-label":
        names = " ".join(f"NER:{escape_label(label.name)}" for label in head.labels)
        stream.write(f"# global.columns = FORM {names}\n\n".encode())
    for document in documents:
        text, _ = writer.document(document)
        stream.write(text.encode())


def _check(options: WriteOptions) -> None:
    for value, known in ((options.scheme, tuple(SCHEMES)), (options.nested, POLICIES)):
        if value not in known:
            raise UserError(
                say("“{value}” is not possible here; there are {known}.", value=value, known=", ".join(known))
            )


def _note_what_goes(head: OutgoingHead, losses: LossReport) -> None:
    losses.note(
        say("CoNLL holds tokens and labels; titles, metadata, notes, flags and statuses are not in it.")
    )
    if len(head.annotators) > 1:
        losses.note(say("CoNLL does not say which annotator marked a span."))


def _write_levels(
    head: OutgoingHead,
    documents: Iterable[OutgoingDocument],
    stream: BinaryIO,
    options: WriteOptions,
    losses: LossReport,
) -> None:
    """Write rows of equal width although how deep spans are nested is known only at the end."""
    writer = _Writer(head, options, losses)
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
        self._tokens = tokeniser(options.tokens)
        self._joins_syllables = options.tokens == "words"
        self._options = options
        self._losses = losses
        self._labels = {label.name: place for place, label in enumerate(head.labels)}

    def document(self, outgoing: OutgoingDocument) -> tuple[str, int]:
        """The document's comments and rows, and how many tag columns they have."""
        text = outgoing.document.text
        tokens = self._tokens(text)
        starts = [start for start, _ in tokens]
        columns = self._columns(outgoing, tokens, starts)
        cuts = _cuts(text, starts, columns)
        tags = [self._tags(outgoing, column, len(tokens), cuts, tokens) for column in columns]
        words = [text[start:end] for start, end in tokens]
        if self._joins_syllables:
            words = [_BLANKS.sub("_", word) for word in words]
        rows = list(map("\t".join, zip(words, *tags, strict=True)))
        return self._blocks(outgoing.document.uid, text, tokens, rows, cuts), len(columns)

    def _columns(
        self, outgoing: OutgoingDocument, tokens: list[tuple[int, int]], starts: list[int]
    ) -> list[list[Chunk]]:
        aligned = {}
        uid = outgoing.document.uid
        for span in outgoing.spans:
            if span.parts is not None:
                self._losses.add(uid, span, _PARTS)
            first, last = bisect_left(starts, span[0]), bisect_left(starts, span[1]) - 1
            if first <= last and starts[first] == span[0] and tokens[last][1] == span[1]:
                aligned[span] = Chunk(first, last, span[2])
            elif span.parts is None:
                self._losses.add(uid, span, _EDGES)
        columns, dropped = columns_of(list(aligned), self._options.nested, self._labels)
        for span, reason in dropped:
            if span.parts is None:
                self._losses.add(uid, span, reason)
        return [[aligned[span] for span in column] for column in columns] or [[]]

    def _tags(
        self,
        outgoing: OutgoingDocument,
        chunks: list[Chunk],
        count: int,
        cuts: list[int],
        tokens: list[tuple[int, int]],
    ) -> list[str]:
        tags = [OUTSIDE] * count
        put_tags(tags, chunks, self._options.scheme, cuts)
        if self._options.scheme == "io":
            self._lose_neighbours(outgoing, chunks, frozenset(cuts), tokens)
        return tags

    def _lose_neighbours(
        self,
        outgoing: OutgoingDocument,
        chunks: list[Chunk],
        cuts: frozenset[int],
        tokens: list[tuple[int, int]],
    ) -> None:
        merged = set()
        for before, chunk in itertools.pairwise(chunks):
            if before.last + 1 == chunk.first and before.label == chunk.label and chunk.first not in cuts:
                merged |= {before, chunk}
        places = {(tokens[chunk.first][0], tokens[chunk.last][1], chunk.label) for chunk in merged}
        for span in outgoing.spans:
            if places and span.parts is None and span[:3] in places:
                places.discard(span[:3])
                self._losses.add(outgoing.document.uid, span, _NEIGHBOUR)

    def _blocks(
        self, uid: str, text: str, tokens: list[tuple[int, int]], rows: list[str], cuts: list[int]
    ) -> str:
        pieces = [f"# newdoc id = {uid}\n"]
        for first, last in zip(cuts, [*cuts[1:], len(rows)], strict=True):
            start, end = tokens[first][0], tokens[last - 1][1]
            following = tokens[last][0] if last < len(rows) else len(text)
            if first == 0 and start:
                pieces.append(f"# space_before = {encode(text[:start])}\n")
            pieces.append(_sentence_comments(text[start:end], text[end:following], is_last=last == len(rows)))
            pieces.append("\n".join(rows[first:last]))
            pieces.append("\n\n")
        if not rows:
            pieces.append(f"# space_before = {encode(text)}\n\n")
        return "".join(pieces)


def _sentence_comments(sentence: str, gap: str, *, is_last: bool) -> str:
    if _NOT_ON_ONE_LINE.search(sentence):
        shown = " ".join(sentence.split())
        comments = f"# text = {shown}\n# text_exact = {encode(sentence)}\n"
    else:
        comments = f"# text = {sentence}\n"
    if gap != ("" if is_last else " "):
        comments += f"# space_after = {encode(gap)}\n"
    return comments


def _cuts(text: str, starts: Sequence[int], columns: list[list[Chunk]]) -> list[int]:
    """The first token of every sentence; none lies inside a chunk."""
    if not starts:
        return []
    found = sorted({bisect_left(starts, start) for start, _ in sentences(text, 0, len(text))} | {0})
    inside: set[int] = set()
    for column in columns:
        for chunk in column:
            for place in range(bisect_left(found, chunk.first + 1), len(found)):
                if found[place] > chunk.last:
                    break
                inside.add(found[place])
    return [cut for cut in found if cut not in inside and cut < len(starts)]
