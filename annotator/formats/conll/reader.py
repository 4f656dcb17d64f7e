"""CoNLL files read: our own back to the last character, those of others with tags in the last columns.

A stretch marked by `# newdoc` or `-DOCSTART-` is a document, in a file without such marks each block is. Rows
are parted by tabs, or by white space in a file without tabs; which columns hold tags is told by
`# global.columns`, else seen from the rows. Tokens are joined by one blank unless `# text` gives the text.
Sentences on one line (`word|tag word|tag`) are read like blocks; CoNLL-U comes in without spans.
"""

from __future__ import annotations

import json
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.formats.base import IncomingDocument, IncomingSpan, Problems
from annotator.formats.conll.blocks import Block, are_piped, blocks_of, unfolded
from annotator.formats.conll.layout import DOCSTART, layout_of
from annotator.formats.conll.places import joined_spans, places_one_by_one, spans_by_ink, surface_of
from annotator.formats.tagged.schemes import SchemeTally
from annotator.formats.tagged.tags import OUTSIDE, Chunk, chunks_of
from annotator.formats.wording import no_label, quoted
from annotator.messages import say
from annotator.model.identity import is_uid
from annotator.model.label import is_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source
    from annotator.formats.conll.layout import Layout

_LOOK_AT: Final = 200
_NEW_DOCUMENT: Final = "newdoc"


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The documents of a CoNLL file.

    Raises:
        FormatError: no rows, rows of unequal width, tags that are none, `# text` that is not what the tokens
        say. OSError: the file cannot be read.
    """
    problems = Problems(source.name)
    blocks = blocks_of(source, options)
    first = list(islice(blocks, _LOOK_AT))
    if are_piped(first):
        blocks = unfolded(first, chain(first, blocks))
        first = list(islice(blocks, _LOOK_AT))
    layout = layout_of(first, problems)
    reader = _Reader(layout, problems)
    builder = _Builder()
    for block in chain(first, blocks):
        if builder.began and (reader.marks_document(block) or not layout.has_marks):
            yield from builder.finished(problems)
            builder = _Builder()
        reader.add(block, builder)
    yield from builder.finished(problems)
    problems.raise_if_any()
    reader.tell(notices)


class _Builder:
    """Puts one document together."""

    def __init__(self) -> None:
        self.began = False
        self.uid = ""
        self.source = ""
        self.line = 0
        self._pieces: list[str] = []
        self._length = 0
        self._gap = ""
        self._spans: list[IncomingSpan] = []

    def begin(self, before: str) -> int:
        """Where the next sentence begins; `before` is text that stands right before it."""
        self._append(self._gap)
        self._append(before)
        return self._length

    def add(self, sentence: str, spans: Sequence[IncomingSpan], after: str | None) -> None:
        """The sentence that was begun; `after` stands behind it, None for a blank if another one follows."""
        self._append(sentence)
        self._spans += spans
        self._append(after or "")
        self._gap = " " if after is None else ""

    def finished(self, problems: Problems) -> Iterator[IncomingDocument]:
        """The document, if there is one and nothing was wrong so far."""
        text = "".join(self._pieces)
        if not self.began or problems.count or not text:
            return
        uid = self.uid if is_uid(self.uid) else None
        metadata = {"source": self.source} if self.source else {}
        spans = tuple(self._spans)
        yield IncomingDocument(text, "" if uid else self.uid, uid, metadata, spans, line=self.line)

    def _append(self, piece: str) -> None:
        if piece:
            self._pieces.append(piece)
            self._length += len(piece)


class _Comments(NamedTuple):
    """What a block's comments say; None where they are silent."""

    new_document: str | None
    text: str | None
    before: str
    after: str | None
    source: str


class _Reader:
    """Turns blocks into sentences."""

    def __init__(self, layout: Layout, problems: Problems) -> None:
        self._layout = layout
        self._problems = problems
        self._sound: set[str] = set()
        self._joined = 0
        self._schemes = SchemeTally()

    def tell(self, notices: Notices) -> None:
        """Say what the text is made of and what was not read."""
        self._schemes.tell(notices)
        if not self._layout.tags:
            notices.add(
                say("The file is CoNLL-U and has no column of tags: its texts came in without spans.")
            )
        elif count := self._layout.left_out:
            notices.add(
                say(
                    "{count} column that is neither token nor tag was left out."
                    "|{count} columns that are neither token nor tag were left out.",
                    count=count,
                )
            )
        if count := self._joined:
            notices.add(
                say(
                    "{count} sentence has no text but its tokens, which were joined by blanks."
                    "|{count} sentences have no text but their tokens, which were joined by blanks.",
                    count=count,
                )
            )

    def marks_document(self, block: Block) -> bool:
        """Whether the block begins a document."""
        return any(comment.startswith(_NEW_DOCUMENT) for comment in block.comments) or self._is_docstart(
            block
        )

    def add(self, block: Block, builder: _Builder) -> None:
        """Append the block's sentence to its document; what is wrong is noted."""
        comments = self._comments(block)
        if comments.new_document is not None:
            builder.uid = comments.new_document
        if self._is_docstart(block):
            builder.began = True
            return
        if not block.body and comments.new_document is None and not comments.before:
            return
        if not builder.began:
            builder.began, builder.line, builder.source = True, block.line, comments.source
        sentence, spans = self._sentence(block, comments.text, builder.begin(comments.before))
        builder.add(sentence, spans, comments.after if block.body else "")

    def _is_docstart(self, block: Block) -> bool:
        """Whether the block is a mark and no sentence, whose text would stand in a comment."""
        if not block.body.startswith(DOCSTART) or "\n" in block.body:
            return False
        return not any(comment.startswith("text") for comment in block.comments)

    def _comments(self, block: Block) -> _Comments:
        new_document, text, before, after, source = None, None, "", None, ""
        for comment in block.comments:
            key, equals, value = comment.partition("=")
            key, value = key.strip(), value.removeprefix(" ")
            if key.startswith(_NEW_DOCUMENT):
                new_document = value.strip() if equals else ""
            elif key == "text" and text is None and equals:
                text = value
            elif key == "text_exact":
                text = self._string(value, block)
            elif key == "space_before":
                before = self._string(value, block)
            elif key == "space_after":
                after = self._string(value, block)
            elif key == "source":
                source = value.strip()
        return _Comments(new_document, text, before, after, source)

    def _string(self, value: str, block: Block) -> str:
        try:
            found = json.loads(value)
            if isinstance(found, str) and "\0" not in found:
                found.encode()
                return found
        except ValueError:
            pass
        self._problems.add(
            say(
                "{file}, line {line}: {value} is no JSON string. Nothing was imported.",
                file=self._problems.source,
                line=block.line,
                value=quoted(value),
            )
        )
        return ""

    def _sentence(self, block: Block, text: str | None, offset: int) -> tuple[str, list[IncomingSpan]]:
        """A block's text and spans; `offset` is where it begins in its document."""
        if not block.body:
            return text or "", []
        if (
            text is not None
            and self._layout.width == 2
            and block.is_outside
            and "".join(text.split()) == block.inked
        ):
            return text, []
        cells = self._layout.cells(block, self._problems, is_checked_later=text is not None)
        if cells is None:
            return "", []
        tokens, columns = cells
        if not self._layout.tags:
            return self._untagged(block, text), []
        chunks = self._chunks(block, columns)
        if text is None:
            self._joined += 1
            return " ".join(tokens), joined_spans(tokens, chunks, offset)
        return text, self._placed_spans(block, tokens, chunks, text, offset)

    def _untagged(self, block: Block, text: str | None) -> str:
        if text is not None:
            return text
        self._joined += 1
        return surface_of([row.split("\t") for row in block.rows])

    def _chunks(self, block: Block, columns: Sequence[Sequence[str]]) -> list[Chunk]:
        found: list[Chunk] = []
        for column in columns:
            if column.count(OUTSIDE) == len(column):
                continue
            if stray := self._schemes.stray(column):
                self._refuse_tag(*stray, block, column)
                continue
            try:
                chunks = list(chunks_of(column))
            except ValueError as error:
                self._refuse_tag(str(error), "", block, column)
                continue
            self._schemes.count(column, chunks)
            found += chunks
        for one in found:
            if one.label not in self._sound:
                self._check_label(one, block)
        return found

    def _refuse_tag(self, tag: str, other: str, block: Block, column: Sequence[str]) -> None:
        """Note a tag that is none, or that is of another kind than `other`."""
        file, line = self._problems.source, block.line_of_row(list(column).index(tag))
        if other:
            problem = say(
                "{file}, line {line}: {value} is no such tag as {other} before it: only one of the two has a "
                "letter and a hyphen before its label. Mend the tags and try again. Nothing was imported.",
                file=file,
                line=line,
                value=quoted(tag),
                other=quoted(other),
            )
        else:
            problem = say(
                "{file}, line {line}: {value} is no tag. Nothing was imported.",
                file=file,
                line=line,
                value=quoted(tag),
            )
        self._problems.add(problem)

    def _check_label(self, chunk: Chunk, block: Block) -> None:
        if is_name(chunk.label):
            self._sound.add(chunk.label)
            return
        self._problems.add(
            say(
                "{file}, line {line}: {problem}. Nothing was imported.",
                file=self._problems.source,
                line=block.line_of_row(chunk.first),
                problem=no_label(chunk.label),
            )
        )

    def _placed_spans(
        self, block: Block, tokens: Sequence[str], chunks: Sequence[Chunk], text: str, offset: int
    ) -> list[IncomingSpan]:
        found = spans_by_ink(tokens, chunks, text, offset)
        if found is not None:
            return found
        if self._layout.cells(block, self._problems) is None:
            return []
        places = places_one_by_one(tokens, text)
        if isinstance(places, int):
            self._problems.add(
                say(
                    "{file}, line {line}: the token {token} is not in the sentence that “# text” gives, or "
                    "not at this place. Nothing was imported.",
                    file=self._problems.source,
                    line=block.line_of_row(places),
                    token=quoted(tokens[places]),
                )
            )
            return []
        return [
            IncomingSpan(places[one.first][0] + offset, places[one.last][1] + offset, one.label)
            for one in chunks
        ]
