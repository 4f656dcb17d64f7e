"""What rows of the past say in words: of a change only the columns that differ, of a new thing its name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.messages import Message
    from annotator.storage.naming import Naming
    from annotator.storage.soundness.resting import Row

    Told = Callable[[Row, Naming], Message]

_SHOWN: Final = 200
"""Code points of a long text (a definition, a guideline) that are told."""


def described(
    table: str, before: Row | None, after: Row | None, naming: Naming
) -> tuple[Message | None, Message | None]:
    """What a row of a version table was and became; None where there was none."""
    fields = _FIELDS[table]
    if before is None or after is None:
        first = next(iter(fields))
        was, became = (None if row is None else fields[first](row, naming) for row in (before, after))
        return was, became
    differing = [name for name in fields if before[name] != after[name]] or [next(iter(fields))]
    return _joined(before, differing, fields, naming), _joined(after, differing, fields, naming)


def _joined(row: Row, names: list[str], fields: dict[str, Told], naming: Naming) -> Message:
    told = fields[names[0]](row, naming)
    for name in names[1:]:
        told = say("{first}; {second}", first=told, second=fields[name](row, naming))
    return told


def _short(words: object) -> str:
    flat = " ".join(str(words).split())
    return flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN]}…"


def _metadata(stored: str) -> str:
    return ", ".join(f"{name}: {value}" for name, value in json.loads(stored).items()) or "–"


def _status(row: Row, naming: Naming) -> Message:
    return say("{annotator}: {status}", annotator=naming.owner_of(row), status=_STATUS[row["status"]])


def _label_state(row: Row, naming: Naming) -> Message:
    if row["merged_into"] is None:
        return say("Label {name}", name=row["name"])
    return say("Label {name} counts for {into}", name=row["name"], into=naming.label(row["merged_into"]).name)


def _alias(row: Row, naming: Naming) -> Message:
    if row["kind"] != "annotator":
        return say("another uid: {uid}", uid=row["uid"])
    return say("{name} is {main}", name=naming.person(row["uid"]), main=naming.person(row["main_uid"]))


def _of_label(template: Callable[[str, str], Message], column: str) -> Told:
    return lambda row, naming: template(naming.label(row["label"]).name, _short(row[column]) or "–")


def _binned(row: Row, _naming: Naming) -> Message:
    return say("in the bin") if row["binned"] else say("not in the bin")


def _ruled(row: Row, _naming: Naming) -> Message:
    told = say("decision: {verdict}", verdict=_VERDICTS[row["verdict"]])
    if row["reason"]:
        told = say(
            "{first}; {second}", first=told, second=say("reason: {words}", words=_short(row["reason"]))
        )
    return told


_VERDICTS: Final = {
    "take": say("taken into gold"),
    "take-edited": say("taken into gold otherwise than it was marked"),
    "reject": say("rejected"),
    "defer": say("put off"),
}

_CATEGORIES: Final = {
    "": say("cause: not said"),
    "guideline-gap": say("cause: gap in the guideline"),
    "ambiguous-text": say("cause: the text is ambiguous"),
    "annotator-slip": say("cause: a slip"),
    "guideline-misread": say("cause: the guideline was misread"),
    "edge-case": say("cause: an edge case"),
}

_STATUS: Final = {"new": say("new"), "in-progress": say("in progress"), "done": say("done")}

_FIELDS: Final[dict[str, dict[str, Told]]] = {
    "layer_version": {"status": _status},
    "document_version": {
        "title": lambda row, _: say("Document {title}", title=row["title"]),
        "metadata": lambda row, _: say("metadata: {values}", values=_short(_metadata(row["metadata"]))),
        "binned": _binned,
    },
    "label_version": {
        "name": lambda row, _: say("Label {name}", name=row["name"]),
        "merged_into": _label_state,
        "colour": lambda row, _: say("colour {colour}", colour=row["colour"]),
        "key": lambda row, _: say("key {key}", key=row["key"] or "–"),
        "short": lambda row, _: say("short name {name}", name=row["short"] or "–"),
        "definition": lambda row, _: say("definition: {words}", words=_short(row["definition"]) or "–"),
        "position": lambda row, _: say(
            "Label {name}: place {number}", name=row["name"], number=row["position"] + 1
        ),
    },
    "guidance_version": {
        "heading": _of_label(
            lambda name, words: say("{label}, heading: {words}", label=name, words=words), "heading"
        ),
        "use_when": _of_label(
            lambda name, words: say("{label}, use when: {words}", label=name, words=words), "use_when"
        ),
        "avoid_when": _of_label(
            lambda name, words: say("{label}, avoid when: {words}", label=name, words=words), "avoid_when"
        ),
        "examples": lambda row, naming: say(
            "{label}: {count} example|{label}: {count} examples",
            label=naming.label(row["label"]).name,
            count=len(json.loads(row["examples"] or "[]")),
        ),
    },
    "corpus_version": {
        "name": lambda row, _: say("Corpus {name}", name=row["name"]),
        "guidelines": lambda row, _: say("guidelines: {words}", words=_short(row["guidelines"]) or "–"),
        "binned": _binned,
    },
    "annotator_version": {"name": lambda row, _: say("Annotator {name}", name=row["name"])},
    "kept_version": {"name": lambda row, _: say("kept by name: {name}", name=row["name"])},
    "alias_version": {"uid": _alias},
    "decision_version": {
        "verdict": _ruled,
        "gold": lambda row, _: say(
            "{count} gold span|{count} gold spans", count=len(json.loads(row["gold"]))
        ),
        "category": lambda row, _: _CATEGORIES.get(row["category"], _CATEGORIES[""]),
    },
    "comment_version": {
        "text": lambda row, _: say("comment: {words}", words=_short(row["text"])),
        "resolved": lambda row, _: say("resolved") if row["resolved"] else say("still open"),
    },
}
