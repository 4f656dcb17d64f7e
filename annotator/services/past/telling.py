"""Says what a step did item by item, and what a span was in each of its versions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from annotator.messages import Message, say
from annotator.model.past import Detail, PastSpan, SpanVersion, StepDetails, Thing
from annotator.model.summaries import as_one
from annotator.services.past.words import described
from annotator.storage.naming import Naming
from annotator.storage.repositories.spans import span_of
from annotator.storage.steps import FOUNDING, MERGE, PURGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.model.outcome import StepInfo
    from annotator.storage.pasts import Touch
    from annotator.storage.repositories import Repositories
    from annotator.storage.soundness.resting import Row

AT_MOST: Final = 200
"""Items of a step that are told one by one."""
_WORDS_AT_MOST: Final = 300
_NEVER: Final = say("This cannot be undone.")
_NEVER_UNDONE: Final = {
    PURGE: _NEVER,
    FOUNDING: _NEVER,
    MERGE: say(
        "What others sent is not undone out of its order: their work would be undone in your name. "
        "As long as this is the latest change in the library, undoing takes the package back as a whole."
    ),
}

_THINGS: Final = {
    "span_version": Thing.SPAN,
    "layer_version": Thing.STATUS,
    "document_version": Thing.DOCUMENT,
    "label_version": Thing.LABEL,
    "guidance_version": Thing.LABEL,
    "corpus_version": Thing.CORPUS,
    "annotator_version": Thing.ANNOTATOR,
    "kept_version": Thing.KEPT,
    "alias_version": Thing.KEPT,
    "decision_version": Thing.REVIEW,
    "comment_version": Thing.REVIEW,
}
"""What each version table tells of, in the order in which it is told."""


def details(view: Repositories, act: Sequence[StepInfo], document: str | None) -> StepDetails:
    """What the steps of an act, the newest first, did; what they did to `document` comes first."""
    steps = sorted(step.seq for step in act)
    tables = [name for name in _THINGS if any(name in view.steps.tables(seq) for seq in steps[-AT_MOST:])]
    naming = Naming(view.connection)
    own = None if document is None else view.documents.key_of(document)
    items: list[Detail] = []
    total = 0
    for name in tables:
        total += view.pasts.count(name, steps)
        if len(items) < AT_MOST:
            touches = view.pasts.touched(name, steps[-AT_MOST:], AT_MOST, own)
            items += _told(name, touches, naming)
    shown = tuple(_in_order(items, document)[:AT_MOST])
    why_not = _NEVER_UNDONE.get(view.steps.origin(act[0].seq).kind)
    return StepDetails(
        as_one(act),
        shown,
        max(0, total - len(shown)),
        can_undo=why_not is None,
        why_not=why_not,
        has_gap=any(view.steps.has_gap(seq) for seq in steps),
    )


def _told(table: str, touches: Sequence[Touch], naming: Naming) -> Iterator[Detail]:
    for touch in touches:
        if touch.before != touch.after:
            yield _span_detail(touch, naming) if table == "span_version" else _detail(table, touch, naming)


def _in_order(items: list[Detail], document: str | None) -> list[Detail]:
    """Spans by place, those of the asked document before the others; what was told first stays first."""
    return sorted(
        items, key=lambda item: (item.document != document, item.thing is not Thing.SPAN, _place(item))
    )


def _place(item: Detail) -> tuple[str, int]:
    past = item.became or item.was
    return ("", 0) if past is None else (item.document or "", past.span.start)


def _detail(table: str, touch: Touch, naming: Naming) -> Detail:
    row = touch.after or touch.before or {}
    document = naming.document_of(table, row)
    before, after = described(table, touch.before, touch.after, naming)
    uid, title = document or (None, "")
    return Detail(_THINGS[table], before, after, uid, title)


def _span_detail(touch: Touch, naming: Naming) -> Detail:
    was, became = (past_span(row, naming) for row in (touch.before, touch.after))
    uid, title = naming.document_of("span_version", touch.after or touch.before or {}) or (None, "")
    return Detail(Thing.SPAN, _span_words(was), _span_words(became), uid, title, was, became)


def past_span(row: Row | None, naming: Naming) -> PastSpan | None:
    """A row of a span's version as the history shows it."""
    if row is None:
        return None
    label = naming.label(row["label"])
    span = span_of(naming.as_row(row), {row["label"]: label.uid})
    return PastSpan(span, label.name, label.colour, str(row["covered"])[:_WORDS_AT_MOST])


def _span_words(past: PastSpan | None) -> Message | None:
    if past is None:
        return None
    span = past.span
    words = " ".join(past.words.split())
    told = say(
        "“{words}” ({start}–{end}) is {label}", words=words, start=span.start, end=span.end, label=past.label
    )
    for flag in span.flags:
        told = say("{first}; {second}", first=told, second=_FLAGS[flag])
    if span.note:
        told = say("{first}; {second}", first=told, second=say("note: {note}", note=span.note))
    return told


_FLAGS: Final = {"unsure": say("unsure"), "question": say("question")}


def versions_of(view: Repositories, uid: str) -> list[SpanVersion]:
    """What each step made of a span, the newest first."""
    naming = Naming(view.connection)
    rows = view.pasts.of_span(uid)
    told: dict[int, SpanVersion] = {}
    for row in rows:
        info = _made(view, row, row["from_step"])
        if info is not None:
            told[info.seq] = SpanVersion(info, past_span(row, naming), row["to_step"] is None)
        ended = row["to_step"]
        if ended is not None and all(other["from_step"] != ended for other in rows):
            info = _made(view, row, ended)
            if info is not None:
                told[ended] = SpanVersion(info, None, row is rows[-1])
    return [told[seq] for seq in sorted(told, reverse=True)]


def _made(view: Repositories, row: Row, seq: int) -> StepInfo | None:
    """The step that wrote or ended a row; of a merge, who did what it brought, when and how."""
    info = view.steps.info(seq)
    if info is None or info.kind != MERGE:
        return info
    behind = view.received.behind(row["layer"], row["uid"], seq)
    if behind is None:
        return info
    # Who sat at the other machine is not always known here; whose layer it is always is.
    who = view.people.main_of(behind.actor) or view.people.by_key(view.pasts.owner_of_layer(row["layer"]))
    return replace(
        info, actor=who.name, time=behind.time, kind=behind.kind, summary=Message.load(behind.summary)
    )
