"""spaCy: one DocBin with every document, its text to the last character, and its spans on tokens.

All spans stand in `doc.spans["sc"]`; `doc.ents`, which holds none that overlap, gets those that the choice
for nested spans keeps. White space that is not the one blank after a token is a token of its own, as spaCy
has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from annotator.errors import UserError
from annotator.formats.meta import meta_of
from annotator.formats.spacy.docbin import GroupSpan, Packer
from annotator.formats.tagged.edges import fit
from annotator.formats.tagged.nesting import LabelOrder, OverlapError, columns_of
from annotator.formats.tagged.tagging import PARTS, check_options
from annotator.formats.tagged.tokens import placer
from annotator.formats.unnamed import each_once, telling_empty
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.formats.base import LossReport, OutgoingDocument, OutgoingHead, OutgoingSpan, WriteOptions
    from annotator.formats.tagged.edges import Fitting
    from annotator.messages import Message


def write(
    head: OutgoingHead,
    documents: Iterable[OutgoingDocument],
    stream: BinaryIO,
    options: WriteOptions,
    losses: LossReport,
) -> None:
    """Write every document; spans that miss the edges of tokens go into `losses`.

    Raises:
        UserError: the extra is missing, an option has no such value, words cannot be found, or spans overlap
        and that was to be refused.
    """
    check_options(options)
    with _packer() as packer:
        writer = _Writer(head, options, losses, packer)
        for document in telling_empty(documents, losses):
            writer.add(document)
        writer.tell()
        packer.write(stream)


def _packer() -> Packer:
    try:
        return Packer()
    except ImportError as error:
        raise UserError(
            say("DocBin needs the extra “spacy”: install it with pip install 'annotator[spacy]'.")
        ) from error


class _Writer:
    """Packs one document after the other."""

    def __init__(self, head: OutgoingHead, options: WriteOptions, losses: LossReport, packer: Packer) -> None:
        self._labels = LabelOrder.of(head.labels)
        self._people = len(head.annotators)
        self._places = placer(options.tokens)
        self._options = options
        self._losses = losses
        self._packer = packer
        self._only_in_group = 0

    def add(self, outgoing: OutgoingDocument) -> None:
        """Pack a document."""
        text = outgoing.document.text
        once = each_once(outgoing, self._losses)
        tokens = self._places(text)
        firsts = {start: number for number, (start, _) in enumerate(tokens)}
        lasts = {end: number for number, (_, end) in enumerate(tokens)}
        fitting = fit(once, firsts, lasts, lambda: tokens, self._options.edges)
        self._lose(outgoing, once, fitting)
        words, spaces, numbers = _cut(text, tokens)
        group = [*dict.fromkeys(_placed(span, fitting, numbers) for span in fitting.spans)]
        entities = [_placed(span, fitting, numbers) for span in self._entities(outgoing, fitting.spans)]
        self._only_in_group += len(group) - len(entities)
        self._packer.add(
            words,
            spaces,
            [(one.first, one.last, one.label) for one in entities],
            group,
            meta_of(outgoing.document),
        )

    def tell(self) -> None:
        """Say what DocBin does not hold, and what is only in the group."""
        if count := self._only_in_group:
            self._losses.note(
                say(
                    '{count} span is in doc.spans["sc"] only, for doc.ents holds none that overlap.'
                    '|{count} spans are in doc.spans["sc"] only, for doc.ents holds none that overlap.',
                    count=count,
                )
            )
        self._losses.note(say("DocBin does not hold notes, flags and statuses."))
        if self._people > 1:
            self._losses.note(say("DocBin does not say which annotator marked a span."))

    def _entities(self, outgoing: OutgoingDocument, spans: Sequence[OutgoingSpan]) -> list[OutgoingSpan]:
        """The spans of `doc.ents`; "levels" and "per-label" are for columns, which it has not: outermost."""
        policy = self._options.nested if self._options.nested in {"innermost", "refuse"} else "outermost"
        try:
            return columns_of(spans, policy, self._labels)[0][0]
        except OverlapError as error:
            title, uid, problem = outgoing.document.title, outgoing.document.uid, error.message
            raise UserError(
                say("{title} ({uid}): {problem}", title=title, uid=uid, problem=problem)
            ) from error

    def _lose(self, outgoing: OutgoingDocument, spans: Iterable[OutgoingSpan], fitting: Fitting) -> None:
        for span in spans:
            reason: Message | None = PARTS if span.parts else fitting.reasons.get(span.uid)
            if reason is not None:
                self._losses.add(outgoing.document, span, reason)


def _placed(span: OutgoingSpan, fitting: Fitting, numbers: Sequence[int]) -> GroupSpan:
    first, last, label = fitting.chunks[span.uid]
    return GroupSpan(numbers[first], numbers[last] + 1, span.start, span.end, label)


def _cut(text: str, tokens: Sequence[tuple[int, int]]) -> tuple[list[str], bytes, list[int]]:
    """All of a text as spaCy's tokens.

    Args:
        text: of the document.
        tokens: (start, end) of those that are not white space.

    Returns:
        (texts of all tokens, for each whether a blank follows that is none, the numbers of `tokens` in it).
    """
    words: list[str] = []
    spaces = bytearray()
    numbers = []
    before = 0
    for start, end in (*tokens, (len(text), len(text))):
        if words and start > before and text[before] == " ":
            spaces[-1] = 1
            before += 1
        if start > before:
            words.append(text[before:start])
            spaces.append(0)
        if end > start:
            numbers.append(len(words))
            words.append(text[start:end])
            spaces.append(0)
        before = end
    return words, bytes(spaces), numbers
