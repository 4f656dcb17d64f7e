"""Made-up corpora for measuring: the sentences of the program's own sample articles, shuffled, with spans.

The same seed gives the same corpus. Spans lie as in hand-made work: one about every hundred characters, of
them 20 % inside another, 5 % on the same words with a second label, 5 % crossing.
"""

from __future__ import annotations

import json
import random
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.identity import new_uid
from annotator.model.label import standard_labels
from annotator.paths import resource
from annotator.text.segment import paragraphs, sentences, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LABELS = tuple(label.name for label in standard_labels())
SPAN_EVERY = 100


class Mark(NamedTuple):
    """One span: code points, half open, and its label's name."""

    start: int
    end: int
    label: str


@cache
def sample_texts() -> tuple[str, ...]:
    """The texts of the sample corpus."""
    lines = resource("samples", "sample-corpus.jsonl").read_text(encoding="utf-8").split("\n")
    return tuple(json.loads(line)["text"] for line in lines[1:] if line)


@cache
def _sentences() -> tuple[str, ...]:
    return tuple(
        text[start:end]
        for text in sample_texts()
        for first, last in paragraphs(text)
        for start, end in sentences(text, first, last)
    )


def long_text(characters: int, *, one_line: bool) -> str:
    """The sample articles again and again, exactly so many characters, on one line or in their paragraphs."""
    once = "\n\n".join(sample_texts()) + "\n\n"
    if one_line:
        once = " ".join(once.split()) + " "
    return (once * (characters // len(once) + 1))[:characters]


def articles(count: int, characters: int) -> Iterator[tuple[str, str]]:
    """So many (title, text), each text different and about that long."""
    chance = random.Random(20240705)  # noqa: S311  (made-up data)
    stock = _sentences()
    for number in range(count):
        title = f"Bản tin số {number + 1}: {chance.choice(stock)[:60]}"
        parts = [title]
        length = len(title)
        while length < characters:
            parts.append(" ".join(chance.choices(stock, k=3)))
            length += len(parts[-1]) + 2
        yield title, "\n\n".join(parts)[:characters].rstrip()


def marks(text: str, chance: random.Random) -> list[Mark]:
    """Spans over the text, in reading order, no two alike."""
    words = [span for span in tokens(text) if text[span[0]].isalnum()]
    step = max(1, len(words) * SPAN_EVERY // max(1, len(text)))
    found: dict[Mark, None] = {}
    for place in range(0, len(words) - step - 8, step):
        first = place + chance.randrange(step)
        width = chance.randint(2, 6)
        outer = Mark(words[first][0], words[min(first + width, len(words)) - 1][1], chance.choice(LABELS))
        found[outer] = None
        kind = chance.random()
        if kind < 0.2:
            found[Mark(words[first + 1][0], outer.end, chance.choice(LABELS))] = None
        elif kind < 0.25:
            found[outer._replace(label=LABELS[LABELS.index(outer.label) - 1])] = None
        elif kind < 0.3 and first + width + 1 < len(words):
            found[Mark(words[first + 1][0], words[first + width + 1][1], chance.choice(LABELS))] = None
    return sorted(found, key=lambda mark: (mark.start, -mark.end))


def write_jsonl(path: Path, count: int, characters: int, *, with_spans: bool = True) -> int:
    """Write so many articles as own JSONL; gives the number of spans."""
    chance = random.Random(5)  # noqa: S311  (made-up data)
    total = 0
    source = new_uid()
    head = {
        "format": "annotator-jsonl",
        "version": 1,
        "corpus": {"name": "made up", "labels": _label_set()},
        "annotators": [{"uid": source, "name": "Source", "kind": "source"}],
    }
    with path.open("w", encoding="utf-8") as file:
        file.write(json.dumps(head) + "\n")
        for title, text in articles(count, characters):
            line: dict[str, object] = {"uid": new_uid(), "title": title, "text": text}
            if with_spans:
                spans = marks(text, chance)
                line["spans"] = [_span(mark, source) for mark in spans]
                total += len(spans)
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return total


def _label_set() -> list[dict[str, str]]:
    return [
        {"uid": label.uid, "name": label.name, "colour": label.colour, "key": label.key}
        for label in standard_labels()
    ]


def _span(mark: Mark, source: str) -> dict[str, object]:
    """A span as an export of the program writes it."""
    return {
        "uid": new_uid(),
        "start": mark.start,
        "end": mark.end,
        "label": mark.label,
        "annotator": source,
    }
