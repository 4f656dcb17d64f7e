"""Spans as tag columns: which tokens each column marks, and what of a document the columns do not hold.

What CoNLL and Hugging Face files have in common, so that the same choices mean the same in both.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.errors import UserError
from annotator.formats.tagged.edges import EDGES, Fitting, fit
from annotator.formats.tagged.nesting import POLICIES, LabelOrder, OverlapError, columns_of
from annotator.formats.tagged.tags import SCHEMES, Chunk
from annotator.formats.tagged.tokens import placer
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from annotator.formats.base import LossReport, OutgoingDocument, OutgoingHead, OutgoingSpan, WriteOptions
    from annotator.formats.tagged.nesting import Columns, Dropped
    from annotator.text.segment import TokenTexts

PARTS: Final = say("It is discontinuous; the file marks all from its first to its last word.")
"""What becomes of a discontinuous span where tokens have tags."""

_NEIGHBOUR: Final = say("The next words have the same label, and the scheme io cannot part them.")


def check_options(options: WriteOptions) -> None:
    """Raises UserError when a choice of tags has no such value."""
    chosen = ((options.scheme, tuple(SCHEMES)), (options.nested, POLICIES), (options.edges, EDGES))
    for value, known in chosen:
        if value not in known:
            raise UserError(
                say("“{value}” is not possible here; there are {known}.", value=value, known=", ".join(known))
            )


class Tagged(NamedTuple):
    """The columns of one document.

    Attributes:
        columns: of each the chunks, in order and not overlapping; at least one column.
        spans: of each column the spans, in the order of its chunks.
        fitting: how the spans were fitted to tokens.
        dropped: spans that found no place, and why.
    """

    columns: list[list[Chunk]]
    spans: Columns
    fitting: Fitting
    dropped: Dropped


class Tagging:
    """Finds the columns of one document after the other.

    Raises:
        UserError: an option has no such value.
    """

    def __init__(self, head: OutgoingHead, options: WriteOptions, losses: LossReport) -> None:
        check_options(options)
        self._places = placer(options.tokens)
        self._options = options
        self._losses = losses
        self._labels = LabelOrder.of(head.labels)

    def columns(self, outgoing: OutgoingDocument, tokens: TokenTexts) -> Tagged:
        """The columns of a document.

        Args:
            outgoing: the document.
            tokens: of its text, with the places where its spans begin and end.

        Raises:
            UserError: spans overlap, and that was to be refused.
        """
        document = outgoing.document
        places = partial(self._places, document.text)
        fitting = fit(outgoing.spans, tokens.firsts, tokens.lasts, places, self._options.edges)
        try:
            spans, dropped = columns_of(fitting.spans, self._options.nested, self._labels)
        except OverlapError as error:
            title, uid, problem = document.title, document.uid, error.message
            raise UserError(
                say("{title} ({uid}): {problem}", title=title, uid=uid, problem=problem)
            ) from error
        columns = [[fitting.chunks[span[4]] for span in column] for column in spans] or [[]]
        return Tagged(columns, spans, fitting, dropped)

    def lose(self, outgoing: OutgoingDocument, tagged: Tagged, breaks: Collection[int] = ()) -> None:
        """Report what the columns do not hold, each span once, whatever became of it.

        Args:
            outgoing: the document.
            tagged: its columns.
            breaks: first tokens of sentences, at which tags never go on.
        """
        dropped = tagged.dropped
        if self._options.scheme == "io":
            for column in tagged.spans:
                dropped = dropped + [
                    (span, _NEIGHBOUR) for span in _inseparable(column, tagged.fitting, breaks)
                ]
        reasons = {span.uid: reason for span, reason in dropped} | tagged.fitting.reasons
        for span in outgoing.spans:
            if span.parts is not None:
                self._losses.add(outgoing.document, span, PARTS)
            elif span[4] in reasons:
                self._losses.add(outgoing.document, span, reasons[span[4]])


def _inseparable(
    column: Sequence[OutgoingSpan], fitting: Fitting, breaks: Collection[int]
) -> list[OutgoingSpan]:
    """Neighbours of one label, all of them: read back, their tags are one chunk."""
    found: dict[OutgoingSpan, None] = {}
    chunks = fitting.chunks
    for before, span in pairwise(column):
        first = chunks[span.uid].first
        if chunks[before.uid].last + 1 == first and before.label == span.label and first not in breaks:
            found |= {before: None, span: None}
    return list(found)
