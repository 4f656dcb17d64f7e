"""The card of exported data: a page of Markdown that says what the files are.

It is English wherever it is made, and the same for the same data and recipe.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.registry import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.services.export.facts import ExportFacts

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LIST: Final = re.compile(r"^(\d*)([-+=.)])")
"""What at the beginning of a line makes a list or a heading."""
_MOST_FILES: Final = 50
"""Files, and documents left out, that a card names; the manifest names all."""

_OPTIONS: Final = {
    "scheme": "Scheme of tags",
    "tokens": "Tokens",
    "nested": "Nested spans",
    "edges": "Spans that do not begin and end where tokens do",
}
_VALUES: Final = {
    "syllables": "Vietnamese syllables",
    "words": "Vietnamese words",
    "outermost": "the outermost are kept",
    "innermost": "the innermost are kept",
    "levels": "all are kept, a column for each level",
    "per-label": "a column for each label",
    "refuse": "there are none, else nothing was written",
    "drop": "left out",
    "widen": "widened to whole tokens",
    "narrow": "narrowed to whole tokens",
}
_CHOSEN: Final = {
    "search": "Only documents that fit",
    "with_tags": "Only documents with one of the tags",
    "without_tags": "No document with the tags",
    "labels": "Only spans of",
    "without_flags": "No span with the flags",
    "people": "Annotators",
}
_TOGETHER: Final = {"text": "equal or nearly equal texts", "source": "one source", "date": "one date"}


def card(facts: ExportFacts, told: Mapping[str, Any]) -> str:
    """The page.

    Args:
        facts: of the export.
        told: what the manifest says of it.
    """
    sections = (
        _summary(told),
        _section("Parts", _parts(told)),
        _section("Labels", _labels(facts)),
        _section("Annotators", _annotators(told)),
        _section("What is not in the files", _lost(told)),
        _section("Guidelines", _quoted(facts.head.corpus.guidelines)),
        _section("How it was made", _choices(facts, told["recipe"])),
        _section("Files", _files(told["files"])),
    )
    return "\n".join(line for section in sections for line in section)


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """The lines under their heading; nothing where there are none."""
    found = list(lines)
    if found:
        yield from (f"## {heading}", "", *found, "")


def _summary(told: Mapping[str, Any]) -> Iterator[str]:
    licence = _plain(told["licence"]) or "none named; ask whoever made the data before you pass it on"
    yield from (f"# {_plain(told['corpus'])}", "")
    refused = len(told["refused"])
    yield f"- Documents: {told['documents']:,}{f'; {refused:,} left out, see below' if refused else ''}"
    yield f"- Spans: {told['spans_written']:,} of {told['spans']:,} chosen"
    yield (
        f"- Read back: {told['documents_recovered']:,} of {told['documents']:,} texts and "
        f"{told['spans_recovered']:,} of {told['spans_written']:,} spans were found again in the files, each "
        "in its place"
    )
    yield f"- Format: {_plain(told['format'])}"
    yield f"- Licence: {licence}"
    yield f"- Agreement between annotators: {_agreement(told['agreement'])}"
    yield f"- Version of the guideline: {told['guideline_sha256'][:12]}"
    yield f"- Written by: {told['tool']['name']} {told['tool']['version']}"
    yield ""


def _agreement(told: Mapping[str, Any] | None) -> str:
    if told is None:
        return "not known, for no two people marked anything in one and the same of these documents"
    documents = "1 document" if told["documents"] == 1 else f"{told['documents']:,} documents"
    told_interval = told["interval"]
    between = ""
    if told_interval is not None:
        low, high = told_interval
        between = f" (between {low:.3f} and {high:.3f} in 95 of 100 draws of documents)"
    return f"strict F1 {told['strict_f1']:.3f}{between}, on {documents} with layers of two people or more"


def _parts(told: Mapping[str, Any]) -> Iterator[str]:
    """A column for each part, a row for each label."""
    parts: Sequence[Mapping[str, Any]] = told["parts"]
    if not parts:
        return
    names = [_plain(part["name"]) or "all" for part in parts]
    yield _row("", names)
    yield _row("---", ["---:"] * len(parts))
    for heading, key in (
        ("documents", "documents"),
        ("documents with spans", "documents_with_spans"),
        ("spans", "spans"),
    ):
        yield _row(heading, [f"{part[key]:,}" for part in parts])
    for label in parts[0]["labels"]:
        yield _row(f"spans of **{_plain(label)}**", [f"{part['labels'].get(label, 0):,}" for part in parts])
    if told["split"]:
        yield ""
        yield from (f"- {_plain(each)}" for each in told["split"])


def _row(head: str, cells: Iterable[str]) -> str:
    return f"| {' | '.join((head, *cells))} |"


def _labels(facts: ExportFacts) -> Iterator[str]:
    for label in facts.head.labels:
        definition = _plain(label.definition)
        yield f"- **{_plain(label.name)}**{': ' if definition else ''}{definition}"
        guidance = facts.head.guidance.get(label.uid)
        if guidance is not None:
            rules = (("Use when", guidance.use_when), ("Avoid when", guidance.avoid_when))
            yield from (f"  - {name}: {_plain(rule)}" for name, rule in rules if _plain(rule))


def _annotators(told: Mapping[str, Any]) -> Iterator[str]:
    for one in told["annotators"]:
        yield f"- {_plain(one['name'])} ({one['kind']})"


def _lost(told: Mapping[str, Any]) -> Iterator[str]:
    for kind in told["lost"]:
        spans = "span" if kind["count"] == 1 else "spans"
        yield f"- {kind['count']:,} {spans}: {_plain(kind['reason'])}"
    refused = told["refused"]
    for one in refused[:_MOST_FILES]:
        yield f"- The document {_plain(one['title'])} ({one['document']}): {_plain(one['reason'])}"
    if (more := len(refused) - _MOST_FILES) > 0:
        yield f"- And {more:,} more documents, which manifest.json names."
    yield from (f"- {_plain(note)}" for note in told["notes"])


def _choices(facts: ExportFacts, chosen: Mapping[str, Any]) -> Iterator[str]:
    """What was chosen, in words, and what the format does where nothing was."""
    recipe = facts.recipe
    yield f"- Format: {_plain(recipe.format)}"
    known = FORMATS.get(recipe.format)
    for option in known.options if known is not None else ():
        yield f"- {_OPTIONS[option]}: {_VALUES.get(getattr(recipe, option), getattr(recipe, option))}"
    layers = {"all": "everyone's but gold", "gold": "gold"}
    names = ", ".join(_plain(one.name) for one in facts.head.annotators)
    yield f"- Layers: {layers.get(recipe.layers, names or 'nobody has one')}"
    yield f"- Documents: {recipe.status.value if recipe.status else 'of every status'}"
    for name, words in _CHOSEN.items():
        if name in chosen:
            yield f"- {words}: {_plain(_said(chosen[name]))}"
    if recipe.split is not None:
        split = recipe.split
        yield f"- Split: {' / '.join(map(str, split.shares))} %, seed {split.seed}"
        yield f"- Kept in one part: {', '.join(_TOGETHER[each] for each in split.together) or 'nothing'}"
        yield f"- Balanced by label: {'yes' if split.stratified else 'no'}"


def _said(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _files(files: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield from (_row("file", ["SHA-256"]), _row("---", ["---"]))
    yield from (_row(_plain(file["name"]), [file["sha256"]]) for file in files[:_MOST_FILES])
    if (more := len(files) - _MOST_FILES) > 0:
        yield from ("", f"And {more:,} more, which manifest.json names.")


def _quoted(text: str) -> Iterator[str]:
    yield from (f"> {_plain(line)}".rstrip() for line in text.splitlines()) if text.strip() else ()


def _plain(text: str) -> str:
    """Text on one line that Markdown takes for nothing but text."""
    escaped = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    return _LIST.sub(r"\1\\\2", escaped)
