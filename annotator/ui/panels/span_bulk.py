"""What is done to all chosen spans at once, as one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.messages import say
from annotator.model.changes import SpanRemoved, SpanReplaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.messages import Message
    from annotator.model.span import Span
    from annotator.ui.editor.session import LabellingSession


class SpanBulk(QObject):
    """Relabels, flags and removes spans of the open layer."""

    def __init__(self, session: LabellingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def relabel(self, spans: Sequence[Span], label_uid: str) -> None:
        """Give all of them this label; those over whose words it is already are left and told."""
        label = next((each for each in self._session.labels if each.uid == label_uid), None)
        if label is None:
            return
        taken: set[tuple[object, ...]] = set()
        changes = []
        for span in spans:
            after = replace(span, label=label_uid)
            if (
                span.label != label_uid
                and after.place not in taken
                and not self._session.state.at_place(after)
            ):
                taken.add(after.place)
                changes.append(SpanReplaced(span, after))
        left = sum(span.label != label_uid for span in spans) - len(changes)
        summary = say(
            "{count} span is now {label}|{count} spans are now {label}", count=len(changes), label=label.name
        )
        if changes and self._session.make(tuple(changes), summary):
            self._tell(self.tr("%n span(s) relabelled.", "", len(changes)), left)
        elif left:
            self._tell("", left)

    def remove(self, spans: Sequence[Span]) -> None:
        """Remove all of them."""
        summary = say("{count} span removed|{count} spans removed", count=len(spans))
        if spans and self._session.make(tuple(map(SpanRemoved, spans)), summary):
            self._tell(self.tr("%n span(s) removed.", "", len(spans)), 0)

    def flag(self, spans: Sequence[Span], flag: str) -> None:
        """Give all of them a flag; take it away when all have it."""
        everywhere = all(flag in span.flags for span in spans)
        changes = tuple(
            SpanReplaced(span, replace(span, flags=tuple(sorted(set(span.flags) ^ {flag}))))
            for span in spans
            if (flag in span.flags) is everywhere
        )
        if not changes:
            return
        self._session.make(changes, _flag_words(flag, len(changes), on=not everywhere))

    def _tell(self, done: str, left: int) -> None:
        words = [done] if done else []
        if left:
            words.append(self.tr("%n span(s) stay: these words already have this label.", "", left))
        self._session.hint.emit(" ".join(words))


def _flag_words(flag: str, count: int, *, on: bool) -> Message:
    """What the history says of flags given to many, or taken away."""
    if flag == "unsure" and on:
        return say("{count} span is marked unsure|{count} spans are marked unsure", count=count)
    if flag == "unsure":
        return say(
            "{count} span is no longer marked unsure|{count} spans are no longer marked unsure", count=count
        )
    if on:
        return say("{count} span has a question|{count} spans have a question", count=count)
    return say("{count} span has no question any more|{count} spans have no question any more", count=count)
