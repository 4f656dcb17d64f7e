"""The codebook: what a label means, when to use it and when not, with examples; and what acts on it do."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.messages import Message
    from annotator.model.label import Label

LONGEST_TEXT: Final = 20_000
"""Code points that a definition, a rule or a note of the codebook may have."""

MOST_EXAMPLES: Final = 100
"""Examples and counter-examples that one label may have."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Another span within an example, drawn with it: code points of the example's text, and a label's uid."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Example:
    """A passage that shows how to mark, or with `is_counter` how not to.

    Attributes:
        text: the passage as it stands in the document.
        start: first code point of `text` that is marked, inclusive; `end`: the one after the last.
        is_counter: whether this is how not to mark.
        document: uid of where it was pinned, or None.
        note: why, plain text.
        around: other spans of the passage.
    """

    text: str
    start: int
    end: int
    is_counter: bool = False
    document: str | None = None
    note: str = ""
    around: tuple[Mark, ...] = ()

    @property
    def words(self) -> str:
        """The words that are marked."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Guidance:
    """What the codebook says of a label beyond its definition; all of it may be empty.

    Attributes:
        label: uid.
        heading: the group it stands under.
        use_when: plain text; `avoid_when`: likewise.
        examples: in the order in which they were pinned.
    """

    label: str
    heading: str = ""
    use_when: str = ""
    avoid_when: str = ""
    examples: tuple[Example, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not (self.heading or self.use_when or self.avoid_when or self.examples)


@dataclass(frozen=True, slots=True)
class Entry:
    """A label with its guidance and what use is made of it: spans of people's layers, and documents."""

    label: Label
    guidance: Guidance
    spans: int = 0
    documents: int = 0


@dataclass(frozen=True, slots=True)
class Codebook:
    """The whole codebook of a corpus.

    Attributes:
        corpus: its name.
        entries: in the order of the label set.
        guidelines: of the corpus as a whole, plain text.
        version: number of steps that changed label set or guidance.
        changed: time of the last of them, UTC in ISO 8601, "" for none; `actor`: who made it.
    """

    corpus: str
    entries: tuple[Entry, ...]
    guidelines: str = ""
    version: int = 0
    changed: str = ""
    actor: str = ""


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge of one label into another would do.

    Attributes:
        spans: that take the other label.
        documents: in which they stand.
        others: how many of the spans are another annotator's.
        equal: how many have a span of the other label on the very same words, and become one with it.
    """

    spans: int
    documents: int
    others: int
    equal: int


@dataclass(frozen=True, slots=True)
class Place:
    """One span in a work list.

    Attributes:
        key: of its present version; it is another one as soon as the span changes.
        owner: uid of the annotator whose span it is.
    """

    key: int
    owner: str


@dataclass(frozen=True, slots=True)
class ShownSpan:
    """One span in its line of text; `left` and `right` are cut at words, line breaks are blanks."""

    key: int
    uid: str
    document: str
    title: str
    start: int
    end: int
    left: str
    match: str
    right: str
    annotator: str
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class PresetLabel:
    """A label of a preset.

    Attributes:
        label: uid may be "", colour "" for the next free one.
        guidance: marks in its examples name labels of the preset by name.
        names: the label's name in every language that the preset has it in.
    """

    label: Label
    guidance: Guidance
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preset:
    """A label set to begin with or to take in.

    Attributes:
        name: for people.
        about: one sentence for whom it is.
        labels: in order.
        guidelines: plain text.
        path: of its file, "" for none.
        is_own: whether it lies in the person's folder.
        problem: why its file cannot be read; then it has no labels.
    """

    name: str
    about: str = ""
    labels: tuple[PresetLabel, ...] = ()
    guidelines: str = ""
    path: str = ""
    is_own: bool = False
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class PresetChange:
    """What loading a preset does to one label.

    Attributes:
        name: of the label, as it will be in the corpus.
        place: of the label in the preset.
        is_new: whether it is added.
        fields: names of what becomes another: colour, key, short, definition, heading, use_when, avoid_when,
            examples.
        lost_key: the key that the preset gives it and another label has, else "".
    """

    name: str
    place: int
    is_new: bool
    fields: tuple[str, ...] = ()
    lost_key: str = ""

    @property
    def is_same(self) -> bool:
        """Whether the corpus has the label just so."""
        return not self.is_new and not self.fields


@dataclass(frozen=True, slots=True)
class Redecided:
    """What an act on ticked spans did.

    Attributes:
        changed: spans that were kept, moved or removed as wished.
        documents: in which they stand.
        joined: how many became one with a span of the other label on the same words.
        skipped: ticked spans that had changed meanwhile and were left alone.
    """

    changed: int
    documents: int
    joined: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class PresetLoaded:
    """How many labels a preset added and changed."""

    added: int = 0
    changed: int = 0
    names: tuple[str, ...] = field(default=())


def dump_examples(examples: Sequence[Example]) -> str:
    """Examples as JSON text; what says nothing is left out, so that equal examples give equal text."""
    written = [example_parts(example) for example in examples]
    return json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":")) if written else ""


def load_examples(stored: str) -> tuple[Example, ...]:
    """The examples that `dump_examples` wrote."""
    return tuple(example_of(parts) for parts in json.loads(stored)) if stored else ()


def example_parts(example: Example) -> dict[str, Any]:
    """One example as plain values for JSON."""
    every: dict[str, Any] = {
        "text": example.text,
        "start": example.start,
        "end": example.end,
        "counter": example.is_counter,
        "document": example.document,
        "note": example.note,
        "around": [[mark.start, mark.end, mark.label] for mark in example.around],
    }
    return {key: value for key, value in every.items() if value or key in ("text", "start", "end")}


def example_of(parts: Mapping[str, Any]) -> Example:
    """The example of such values.

    Raises:
        ValueError, KeyError, TypeError: they are none.
    """
    text, start, end = parts["text"], parts["start"], parts["end"]
    if not isinstance(text, str) or not _fits(start, end, len(text)):
        raise ValueError(text)
    around = tuple(Mark(first, last, label) for first, last, label in parts.get("around", ()))
    if not all(_fits(mark.start, mark.end, len(text)) and isinstance(mark.label, str) for mark in around):
        raise ValueError(text)
    document, note = parts.get("document"), parts.get("note", "")
    if not isinstance(document, str | None) or not isinstance(note, str):
        raise TypeError(text)
    return Example(text, start, end, parts.get("counter") is True, document, note, around)


def with_marks(told: Guidance, labels: Mapping[str, str]) -> Guidance:
    """The guidance with the marks of its examples naming other labels; those not in `labels` stay."""

    def known(mark: Mark) -> Mark:
        return replace(mark, label=labels.get(mark.label, mark.label))

    examples = (replace(one, around=tuple(map(known, one.around))) for one in told.examples)
    return replace(told, examples=tuple(examples))


def guidance_parts(told: Guidance) -> dict[str, Any]:
    """Guidance as plain values for JSON, without the label's uid; what says nothing is left out."""
    every: dict[str, Any] = {
        "heading": told.heading,
        "use_when": told.use_when,
        "avoid_when": told.avoid_when,
        "examples": [example_parts(example) for example in told.examples],
    }
    return {key: value for key, value in every.items() if value}


def guidance_of(uid: str, parts: Mapping[str, Any]) -> Guidance:
    """The guidance of such values for a label.

    Raises:
        ValueError, KeyError, TypeError: they are none.
    """
    texts = [parts.get(key, "") for key in ("heading", "use_when", "avoid_when")]
    if not all(isinstance(text, str) and len(text) <= LONGEST_TEXT for text in texts):
        raise TypeError(uid)
    examples = parts.get("examples") or ()
    if not isinstance(examples, list | tuple) or len(examples) > MOST_EXAMPLES:
        raise TypeError(uid)
    heading, use_when, avoid_when = texts
    return Guidance(uid, heading, use_when, avoid_when, tuple(example_of(one) for one in examples))


def _fits(start: object, end: object, length: int) -> bool:
    return type(start) is int and type(end) is int and 0 <= start < end <= length
