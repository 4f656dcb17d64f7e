"""Use-cases on the codebook: what is said of labels beyond their definition, and examples from the corpus."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.codebook import MOST_EXAMPLES, Codebook, Entry, Example, Mark, with_marks
from annotator.model.outcome import Outcome, Touched
from annotator.services.labels.names import require_text
from annotator.services.lookup import corpus_key, document_key, label_key
from annotator.text.passages import passage
from annotator.text.spans import overlap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.messages import Message
    from annotator.model.codebook import Guidance, Place
    from annotator.model.span import Span
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

REACH: Final = 26
"""Code points of an example's passage on either side of its words, at most."""

_SHOWN: Final = 60


class Codebooks:
    """The codebooks of a library's corpora."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, corpus: str) -> list[Guidance]:
        """What is said of each label, in the order of the label set.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            return list(told_of(view, home, list(view.labels.usable(home))).values())

    def whole(self, corpus: str) -> Codebook:
        """Labels, guidance and guidelines of a corpus, with its version.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            keys, there = list(view.labels.usable(home)), view.corpora.get(home)
            told = told_of(view, home, keys)
            counted = view.labels.counted(home)
            entries = tuple(
                Entry(row.label, told[key], row.spans, row.documents)
                for key, row in zip(keys, counted, strict=True)
            )
            return Codebook(there.name, entries, there.guidelines, *view.guidance.stamp(home))

    def change(
        self,
        uid: str,
        *,
        corpus: str,
        definition: str | None = None,
        heading: str | None = None,
        use_when: str | None = None,
        avoid_when: str | None = None,
    ) -> Outcome[Guidance]:
        """Change what is given of what is said of a label.

        Raises:
            UserError: there is no such label, or a text cannot be kept.
        """
        given = {"heading": heading, "use_when": use_when, "avoid_when": avoid_when}
        changes: dict[str, Any] = {field: text.strip() for field, text in given.items() if text is not None}
        for text in (*changes.values(), definition or ""):
            require_text(text)
        with self._store.saving() as unit:
            key, home = label_key(unit, uid, corpus)
            label, before = unit.labels.usable(home)[key], unit.guidance.of([key])[key]
            after = replace(before, **changes)
            is_defined = definition is not None and definition.strip() != label.definition
            if after == before and not is_defined:
                return Outcome(before)
            summary = say("What the codebook says of {name} changed", name=label.name)
            step = unit.step("label.guide", summary, corpus_key=home)
            if is_defined:
                unit.labels.change(key, step, definition=(definition or "").strip())
            unit.guidance.put(key, after, step)
            return Outcome(after, Touched.LABELS, step=unit.commit())

    def _put(
        self,
        unit: UnitOfWork,
        home: int,
        key: int,
        after: Guidance,
        summary: Message,
        kind: str = "label.guide",
    ) -> Outcome[Guidance]:
        if after == unit.guidance.of([key])[key]:
            return Outcome(after)
        step = unit.step(kind, summary, corpus_key=home)
        unit.guidance.put(key, after, step)
        return Outcome(after, Touched.LABELS, step=unit.commit())

    def arrange(self, corpus: str, uids: Sequence[str], moved: str, heading: str) -> Outcome[None]:
        """Bring the label set into this order and `moved` under this heading, as one step.

        Args:
            corpus: uid.
            uids: all labels in their new order.
            moved: the label that changed its place.
            heading: the group it stands in now, "" for none.

        Raises:
            UserError: there is no such label.
        """
        require_text(heading)
        with self._store.saving() as unit:
            key, home = label_key(unit, moved, corpus)
            there = unit.labels.usable(home)
            place = {uid: number for number, uid in enumerate(uids)}
            order = sorted(there, key=lambda each: place.get(there[each].uid, len(place)))
            told = unit.guidance.of([key])[key]
            if order == list(there) and told.heading == heading:
                return Outcome(None)
            step = unit.step("label.reorder", say("Labels put into another order"), corpus_key=home)
            unit.labels.arrange(home, order, step)
            if told.heading != heading:
                unit.guidance.put(key, replace(told, heading=heading), step)
            return Outcome(None, Touched.LABELS, step=unit.commit())

    # Examples

    def pin(
        self,
        uid: str,
        *,
        corpus: str,
        document: str,
        start: int,
        end: int,
        counter: bool,
        spans: Sequence[Span] = (),
    ) -> Outcome[Example]:
        """Keep words of a document as an example of a label, with their passage and the spans in it.

        Args:
            uid: the label.
            corpus: its corpus.
            document: uid.
            start: first code point of the words, inclusive.
            end: the one after the last.
            counter: whether this is how not to mark.
            spans: of the layer that is open; those within the passage are kept with it.

        Raises:
            UserError: there is no such label or document, or the words are not in it, or are pinned already.
        """
        with self._store.saving() as unit:
            key, home = label_key(unit, uid, corpus)
            text = unit.documents.text(document_key(unit, document))
            if not 0 <= start < end <= len(text) or end - start > 1000:
                raise UserError(
                    say("An example is 1 to 1,000 characters of its document. Select other words.")
                )
            made = _example(text, document, start, end, counter, [one for one in spans if one.label != uid])
            told = unit.guidance.of([key])[key]
            _check_room(told, made)
            name = unit.labels.usable(home)[key].name
            after = replace(told, examples=(*told.examples, made))
            step = self._put(unit, home, key, after, _pinned(made, name), "label.pin").step
            return Outcome(made, Touched.LABELS, step=step)

    def change_example(
        self, uid: str, before: Example, after: Example | None, *, corpus: str
    ) -> Outcome[Guidance]:
        """Put another example in the place of one, or nothing.

        Raises:
            UserError: it is not among the label's examples any more, or its note cannot be kept.
        """
        if after is not None:
            require_text(after.note)
        with self._store.saving() as unit:
            key, home = label_key(unit, uid, corpus)
            told = unit.guidance.of([key])[key]
            if before not in told.examples:
                raise UserError(say("This example is not in the codebook any more."))
            place = told.examples.index(before)
            new = () if after is None else (after,)
            examples = (*told.examples[:place], *new, *told.examples[place + 1 :])
            name = unit.labels.usable(home)[key].name
            summary = (
                say("Example {words} taken out of {name}", words=_quoted(before), name=name)
                if after is None
                else say("Example {words} of {name} changed", words=_quoted(before), name=name)
            )
            return self._put(unit, home, key, replace(told, examples=examples), summary)

    # What was decided under an older definition

    def decided_before(self, corpus: str, uid: str) -> list[Place]:
        """Spans of a label that were decided while its definition or rules were others than now.

        Raises:
            UserError: there is no such label.
        """
        from annotator.services.labels.work_lists import outdated

        with self._store.reading() as view:
            key, _ = label_key(view, uid, corpus)
            return outdated(view, key)


def told_of(view: Repositories, home: int, keys: Sequence[int]) -> dict[int, Guidance]:
    """What is said of labels; marks of merged labels in examples are those of the labels they count for."""
    told, shown = view.guidance.of(keys), view.labels.shown_as(home)
    return {key: with_marks(told[key], shown) for key in keys}


def _example(text: str, document: str, start: int, end: int, counter: bool, spans: Sequence[Span]) -> Example:
    begin, finish = passage(text, start, end, REACH)
    around = tuple(
        Mark(span.start - begin, span.end - begin, span.label)
        for span in spans
        if begin <= span.start and span.end <= finish and overlap(span.start, span.end, start, end)
    )
    words = text[begin:finish]
    return Example(words, start - begin, end - begin, counter, document, around=around)


def _check_room(told: Guidance, made: Example) -> None:
    if any((one.text, one.start, one.end) == (made.text, made.start, made.end) for one in told.examples):
        raise UserError(say("These words are an example of this label already."))
    if len(told.examples) >= MOST_EXAMPLES:
        raise UserError(say("A label has at most {limit} examples. Take one out first.", limit=MOST_EXAMPLES))


def _pinned(made: Example, name: str) -> Message:
    if made.is_counter:
        return say("{words} pinned as a counter-example of {name}", words=_quoted(made), name=name)
    return say("{words} pinned as an example of {name}", words=_quoted(made), name=name)


def _quoted(example: Example) -> str:
    words = " ".join(example.words.split())
    return f"“{words[:_SHOWN]}…”" if len(words) > _SHOWN else f"“{words}”"
