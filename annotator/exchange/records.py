"""The records of a package as JSON objects and back; what says nothing is left out, nothing unknown taken."""

from __future__ import annotations

import json
import re
from string import Formatter
from typing import TYPE_CHECKING, Any, Final

from annotator.exchange.changes import Change, change_uid
from annotator.exchange.fields import Fields, WrongRecordError
from annotator.exchange.members import (
    GREATEST_NUMBER,
    ChangeKind,
    LabelState,
    PackageChange,
    PackageDocument,
    PackageLabel,
    PackageLayer,
    PackageSettings,
    PackageStep,
)
from annotator.messages import Message, say
from annotator.model.codebook import Example, Guidance, Mark
from annotator.model.document import Annotator, AnnotatorKind
from annotator.model.label import Label, is_key
from annotator.text.digest import text_sha256

if TYPE_CHECKING:
    from collections.abc import Mapping

_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")
_WORD: Final = re.compile(r"[a-z][a-z0-9._-]{0,63}")
_DEEPEST_SENTENCE: Final = 10
"""Sentences within sentences that a step's summary may have."""


def spoken(values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the values that say something: no empty text, list or object, not None, not False."""
    return {key: value for key, value in values.items() if value not in ("", None, [], {}, (), False)}


def document_out(document: PackageDocument) -> dict[str, Any]:
    """A document as JSON."""
    said = spoken({"metadata": dict(document.metadata), "aliases": list(document.aliases)})
    text = {"text": document.text, "text_sha256": text_sha256(document.text)}
    return {"uid": document.uid, "title": document.title, **text, **said}


def document_in(fields: Fields) -> PackageDocument:
    """The document of its JSON; WrongRecordError, as all here, also when the text is not that of its hash."""
    text = fields.text("text")
    if fields.text("text_sha256") != text_sha256(text):
        raise WrongRecordError(say("its text is not the one it was made with (the SHA-256 differs)"))
    uid, title = fields.name("uid"), fields.text("title")
    return PackageDocument(uid, title, text, fields.strings("metadata"), fields.names("aliases"))


def label_out(label: PackageLabel) -> dict[str, Any]:
    """A label as JSON."""
    own = label.label
    names = {"uid": own.uid, "name": own.name, "colour": own.colour, "position": own.position}
    about = {"short": own.short, "key": own.key, "definition": own.definition, "aliases": list(label.aliases)}
    standing = {"merged_into": label.merged_into, "guidance": guidance_out(label.guidance)}
    return {**names, "state": label.state.value, **spoken({**about, **standing})}


def label_in(fields: Fields) -> PackageLabel:
    """The label of its JSON."""
    uid, colour, key = fields.name("uid"), fields.text("colour"), fields.text("key", "")
    if not _COLOUR.fullmatch(colour) or (key and not is_key(key)):
        raise WrongRecordError(say("its colour or its key is none"))
    position = fields.whole("position", 0, GREATEST_NUMBER)
    words = fields.text("definition", ""), fields.name("short", "")
    state, target = fields.choice("state", LabelState), fields.name("merged_into", "")
    if (state is LabelState.MERGED) != bool(target):
        raise WrongRecordError(say("it is merged without saying into which, or the other way round"))
    return PackageLabel(
        Label(uid, fields.name("name"), colour, key, *words, position),
        state,
        target,
        fields.names("aliases"),
        guidance_in(fields.within("guidance"), uid) if "guidance" in fields else None,
    )


def guidance_out(guidance: Guidance | None) -> dict[str, Any]:
    """What the codebook says of a label as JSON, without the documents that its examples come from."""
    if guidance is None:
        return {}
    texts = {name: getattr(guidance, name) for name in ("heading", "use_when", "avoid_when")}
    return spoken({**texts, "examples": [_example_out(example) for example in guidance.examples]})


def guidance_in(fields: Fields, label: str) -> Guidance:
    """What is said of the label of that uid."""
    heading, use_when = fields.text("heading", ""), fields.text("use_when", "")
    avoid_when, examples = fields.text("avoid_when", ""), tuple(map(_example_in, fields.each("examples")))
    guidance = Guidance(label, heading, use_when, avoid_when, examples)
    fields.finish()
    return guidance


def _example_out(example: Example) -> dict[str, Any]:
    around = [[mark.start, mark.end, mark.label] for mark in example.around]
    said = spoken({"counter": example.is_counter, "note": example.note, "around": around})
    return {"text": example.text, "start": example.start, "end": example.end, **said}


def _example_in(fields: Fields) -> Example:
    text = fields.text("text")
    start = fields.whole("start", 0, len(text))
    end = fields.whole("end", start, len(text))
    around = tuple(_mark_in(item, len(text)) for item in fields.anything("around") or ())
    is_counter, note = fields.flag("counter", default=False), fields.text("note", "")
    fields.finish()
    return Example(text, start, end, is_counter, None, note, around)


def _mark_in(item: object, length: int) -> Mark:
    if isinstance(item, list) and len(item) == 3:
        start, end, label = item
        if type(start) is int and type(end) is int and 0 <= start < end <= length and isinstance(label, str):
            return Mark(start, end, label)
    raise WrongRecordError(say("a span around an example is none"))


def annotator_out(annotator: Annotator) -> dict[str, Any]:
    """An annotator as JSON."""
    return {"uid": annotator.uid, "name": annotator.name, "kind": annotator.kind.value}


def annotator_in(fields: Fields) -> Annotator:
    """The annotator of its JSON."""
    return Annotator(fields.name("uid"), fields.name("name"), fields.choice("kind", AnnotatorKind))


def layer_out(layer: PackageLayer) -> dict[str, Any]:
    """A layer's heading as JSON."""
    return {"document": layer.document, "annotator": layer.annotator}


def layer_in(fields: Fields) -> PackageLayer:
    """The layer's heading of its JSON."""
    return PackageLayer(fields.name("document"), fields.name("annotator"))


def step_out(step: PackageStep) -> dict[str, Any]:
    """A step as JSON."""
    names = {name: getattr(step, name) for name in ("uid", "kind", "actor", "replica", "time")}
    return {
        **names,
        "counter": step.counter,
        "lamport": step.lamport,
        "summary": json.loads(step.summary.dump()),
    }


def step_in(fields: Fields) -> PackageStep:
    """The step of its JSON."""
    kind = fields.text("kind")
    if not _WORD.fullmatch(kind):
        raise WrongRecordError(say("“{key}” is no word for a step", key="kind"))
    return PackageStep(
        fields.uid("uid"),
        kind,
        fields.name("actor"),
        fields.uid("replica"),
        fields.whole("counter", 1, GREATEST_NUMBER),
        fields.whole("lamport", 1, GREATEST_NUMBER),
        fields.time("time"),
        _message_in(fields.anything("summary")),
    )


def _message_in(value: object, depth: int = 0) -> Message:
    """A sentence whose template asks for nothing but values that are there, so that it can always be said."""
    fields = Fields(value, "summary")
    text, values = fields.text("text"), fields.anything("values")
    fields.finish()
    if not isinstance(values, dict) or depth > _DEEPEST_SENTENCE:
        raise WrongRecordError(say("its sentence is none"))
    found = {name: _value_in(held, depth) for name, held in values.items()}
    if not _can_be_said(text, found):
        raise WrongRecordError(say("its sentence has a gap that nothing fills"))
    return Message(text, found)


def _value_in(value: object, depth: int) -> str | int | float | Message:
    if isinstance(value, dict):
        return _message_in(value, depth + 1)
    if isinstance(value, str | int | float):
        return value
    raise WrongRecordError(say("its sentence has a value that cannot be said"))


def _can_be_said(template: str, values: Mapping[str, Any]) -> bool:
    try:
        asked = list(Formatter().parse(template))
    except ValueError:
        return False
    return all(name is None or (name in values and not way and not turn) for _, name, way, turn in asked)


def change_out(change: PackageChange) -> dict[str, Any]:
    """A change as JSON; what its step says (number, replica) stands there and nowhere else."""
    own = change.change
    place = {"document": change.document, "annotator": change.annotator, "step": change.step}
    body = None if own.body is None else dict(own.body)
    return {
        "uid": own.uid,
        "kind": change.kind.value,
        "thing": own.thing,
        **place,
        "base": list(own.base),
        "body": body,
    }


def change_in(fields: Fields, steps: Mapping[str, PackageStep]) -> PackageChange:
    """The change of its JSON, whose body is not checked yet."""
    thing, uid = fields.thing("thing"), fields.thing("uid")
    kind, document, annotator = (
        fields.choice("kind", ChangeKind),
        fields.name("document"),
        fields.name("annotator"),
    )
    step = steps.get(fields.uid("step"))
    if step is None:
        raise WrongRecordError(say("the step that made it is not in the package"))
    if uid != change_uid(step.uid, thing):
        raise WrongRecordError(say("its uid is not that of its step and thing"))
    if "body" not in fields:
        raise WrongRecordError(say("“{key}” is missing", key="body"))
    base, body = fields.things("base"), fields.anything("body")
    return PackageChange(
        kind, document, annotator, step.uid, Change(uid, thing, step.lamport, step.replica, base, body)
    )


def settings_out(settings: PackageSettings) -> dict[str, Any]:
    """How an assignment is to be worked on as JSON."""
    said = {
        "round": settings.round,
        "round_uid": settings.round_uid,
        "blind": settings.is_blind,
        "unaided": list(settings.unaided),
    }
    return spoken(said)


def settings_in(fields: Fields) -> PackageSettings:
    """How an assignment is to be worked on."""
    return PackageSettings(
        fields.name("round", ""),
        fields.flag("blind", default=False),
        fields.names("unaided"),
        fields.name("round_uid", ""),
    )
