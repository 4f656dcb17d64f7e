"""What the history says of an import: of one file, and of files that came in together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.messages import Message
    from annotator.model.outcome import StepInfo


def file_imported(name: str, documents: int, spans: int) -> Message:
    """What one file brought."""
    return say(
        "{name} imported: {new_documents}, {new_spans} new",
        name=name,
        new_documents=say("{count} document|{count} documents", count=documents),
        new_spans=say("{count} span|{count} spans", count=spans),
        count=documents,
        spans=spans,
    )


def as_one(steps: Sequence[StepInfo]) -> StepInfo:
    """The steps of a group, the newest first, as the one act of a person they are."""
    if len(steps) == 1:
        return steps[0]
    return replace(
        steps[0],
        summary=_of_files([step.summary for step in steps]),
        document=None,
        reversed=all(step.reversed for step in steps),
    )


def _of_files(summaries: Sequence[Message]) -> Message:
    return say(
        "Import of {files} files: {documents}, {spans}",
        files=len(summaries),
        documents=say("{count} document|{count} documents", count=_sum(summaries, "count")),
        spans=say("{count} span|{count} spans", count=_sum(summaries, "spans")),
    )


def _sum(summaries: Sequence[Message], name: str) -> int:
    return sum(value for summary in summaries if isinstance(value := summary.values.get(name), int))
