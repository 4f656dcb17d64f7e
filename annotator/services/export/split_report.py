"""What a person is told of a split: what stayed together, what leaks, and which part lacks what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from annotator.messages import say
from annotator.model.recipe import PARTS
from annotator.services.export.splitting import wanted

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from annotator.messages import Message
    from annotator.model.recipe import Split
    from annotator.services.export.split_groups import Known

_NAMED: Final = 3
"""So many titles of leaking documents are named."""


def told_of(
    split: Split, documents: Sequence[Known], texts: Sequence[int], places: Sequence[int]
) -> tuple[Message, ...]:
    """Sentences about a split that was made.

    Args:
        split: as it was wished.
        documents: in import order.
        texts: for each the number of the first document of nearly the same text.
        places: for each the number of its part.
    """
    return (
        *_empty(split, places),
        *_together(split, documents, texts),
        _leak(documents, texts, places),
        *_sizes(split, documents, places),
        *_lacking(documents, places),
    )


def _empty(split: Split, places: Sequence[int]) -> Iterator[Message]:
    """Parts that are to have documents and got none."""
    for place, (name, share) in enumerate(zip(PARTS, split.shares, strict=True)):
        if share and place not in places:
            yield say(
                "{part} is empty: there are too few documents for its share, or those that stay together "
                "fill the other parts.",
                part=name,
            )


def _together(split: Split, documents: Sequence[Known], texts: Sequence[int]) -> Iterator[Message]:
    if "text" in split.together:
        yield _same_texts(*_several(texts))
    if "source" in split.together:
        yield _same_sources([one.source for one in documents])
    if "date" in split.together:
        yield _same_dates([one.date for one in documents])


def _same_texts(groups: int, documents: int) -> Message:
    if not groups:
        return say("No two documents have the same or nearly the same text.")
    return say(
        "Documents of the same or nearly the same text stay in one part: {documents} documents in {count} "
        "group.|Documents of the same or nearly the same text stay in one part: {documents} documents in "
        "{count} groups.",
        count=groups,
        documents=documents,
    )


def _same_sources(sources: Sequence[str]) -> Message:
    groups, documents = _several(filter(None, sources))
    without = sources.count("")
    if not groups:
        return say(
            "No two documents name the same source; documents without any: {without}.", without=without
        )
    return say(
        "Documents of one source stay in one part: {documents} documents of {count} source; documents "
        "without any: {without}.|Documents of one source stay in one part: {documents} documents of {count} "
        "sources; documents without any: {without}.",
        count=groups,
        documents=documents,
        without=without,
    )


def _same_dates(dates: Sequence[str]) -> Message:
    groups, documents = _several(filter(None, dates))
    without = dates.count("")
    if not groups:
        return say("No two documents name the same date; documents without any: {without}.", without=without)
    return say(
        "Documents of one date stay in one part: {documents} documents of {count} date; documents without "
        "any: {without}.|Documents of one date stay in one part: {documents} documents of {count} dates; "
        "documents without any: {without}.",
        count=groups,
        documents=documents,
        without=without,
    )


def _several(keys: Iterable[Hashable]) -> tuple[int, int]:
    """How many keys come more than once, and how often all of those come."""
    counts = [count for count in Counter(keys).values() if count > 1]
    return len(counts), sum(counts)


def _leak(documents: Sequence[Known], texts: Sequence[int], places: Sequence[int]) -> Message:
    """The leak check, made on the parts as they are, whatever was to keep texts together."""
    of_text: dict[int, set[int]] = {}
    for text, place in zip(texts, places, strict=True):
        of_text.setdefault(text, set()).add(place)
    leaking = [number for number, text in enumerate(texts) if len(of_text[text]) > 1 and places[number] != 0]
    if not leaking:
        return say("Leak check: no text of one part is in another, nor nearly.")
    named = ", ".join(f"“{documents[number].title}”" for number in leaking[:_NAMED])
    return say(
        "Leak check: {count} document of dev or test is in another part too, or nearly: {titles}. Keep the "
        "same texts together, or what is measured on it is too good.|Leak check: {count} documents of dev or "
        "test are in another part too, or nearly: {titles}. Keep the same texts together, or what is "
        "measured on them is too good.",
        count=len(leaking),
        titles=named if len(leaking) <= _NAMED else f"{named}, …",
    )


def _sizes(split: Split, documents: Sequence[Known], places: Sequence[int]) -> Iterator[Message]:
    """Parts that are larger or smaller than wished, because groups stay whole."""
    counts = Counter(places)
    for place, wish in enumerate(wanted(split, len(documents))):
        if counts[place] != wish:
            yield say(
                "{part} has {count} documents and not {wanted}: what belongs together stays together.",
                part=PARTS[place],
                count=counts[place],
                wanted=wish,
            )


def _lacking(documents: Sequence[Known], places: Sequence[int]) -> Iterator[Message]:
    """Labels that a part with documents has no span of although others have."""
    there: list[set[str]] = [set() for _ in PARTS]
    for one, place in zip(documents, places, strict=True):
        there[place].update(one.labels)
    every = set().union(*there)
    for place, (name, labels) in enumerate(zip(PARTS, there, strict=True)):
        if place in places and (missing := sorted(every - labels)):
            yield say(
                "{part} has no span of {labels}: too few documents have one.",
                part=name,
                labels=", ".join(missing),
            )
