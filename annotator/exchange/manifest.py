"""The first part of a package: what it is, who made it, and the size and hash of every other part."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.exchange.fields import Fields, WrongRecordError
from annotator.exchange.members import (
    ALWAYS_THERE,
    FORMAT,
    FORMAT_VERSION,
    GREATEST_NUMBER,
    SETTINGS,
    Manifest,
    PackageCorpus,
    PackageKind,
)
from annotator.exchange.records import annotator_in, annotator_out, spoken
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.document import Annotator


class NewerVersionError(ValueError):
    """The package is of a format that a later version of the program writes; `version` is its number."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


class Sealed(NamedTuple):
    """Size in bytes and SHA-256 of a part."""

    bytes: int
    sha256: str


def seal(data: bytes) -> Sealed:
    """By what a part is known again."""
    return Sealed(len(data), hashlib.sha256(data).hexdigest())


def manifest_out(manifest: Manifest, counts: Mapping[str, int], parts: Mapping[str, bytes]) -> dict[str, Any]:
    """The manifest as JSON; `counts` is how many records each part has, `parts` is all of them by name."""
    corpus = manifest.corpus
    said = {"guidelines": corpus.guidelines}
    recipient = {} if manifest.recipient is None else {"for": annotator_out(manifest.recipient)}
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "uid": manifest.uid,
        "kind": manifest.kind.value,
        "corpus": {"uid": corpus.uid, "name": corpus.name, **spoken(said)},
        "creator": annotator_out(manifest.creator),
        "replica": manifest.replica,
        "program": manifest.program,
        "created": manifest.created,
        "counts": dict(counts),
        "members": {name: seal(data)._asdict() for name, data in parts.items()},
        **recipient,
    }


def manifest_in(value: Mapping[str, Any]) -> tuple[Manifest, dict[str, Sealed], dict[str, int]]:
    """The manifest of its JSON, what each part must be like, and how many records it must have.

    Raises:
        NewerVersionError: it is of a later format; nothing else of it was looked at.
        WrongRecordError: it is not what it must be.
    """
    fields = Fields(value)
    fields.text("format")
    if (version := fields.whole("format_version", 1, GREATEST_NUMBER)) > FORMAT_VERSION:
        raise NewerVersionError(version)
    manifest = Manifest(
        fields.uid("uid"),
        fields.choice("kind", PackageKind),
        _corpus(fields.within("corpus")),
        _annotator(fields.within("creator")),
        fields.uid("replica"),
        fields.name("program"),
        fields.time("created"),
        _annotator(fields.within("for")) if "for" in fields else None,
    )
    members = {name: _sealed(name, fields_of) for name, fields_of in _objects(fields.anything("members"))}
    counts = _counts(fields.within("counts"), members)
    fields.finish()
    return manifest, members, counts


def _corpus(fields: Fields) -> PackageCorpus:
    corpus = PackageCorpus(fields.name("uid"), fields.name("name"), fields.text("guidelines", ""))
    fields.finish()
    return corpus


def _annotator(fields: Fields) -> Annotator:
    annotator = annotator_in(fields)
    fields.finish()
    return annotator


def _objects(value: object) -> list[tuple[str, Fields]]:
    if not isinstance(value, dict):
        raise WrongRecordError(say("“{key}” is missing", key="members"))
    return [(name, Fields(held, name)) for name, held in value.items()]


def _sealed(name: str, fields: Fields) -> Sealed:
    if name not in (*ALWAYS_THERE, SETTINGS):
        raise WrongRecordError(say("it names the part {part}, which no package has", part=ascii(name)[:60]))
    sealed = Sealed(fields.whole("bytes", 0, GREATEST_NUMBER), fields.text("sha256"))
    fields.finish()
    return sealed


def _counts(fields: Fields, members: Mapping[str, Sealed]) -> dict[str, int]:
    for name in ALWAYS_THERE:
        if name not in members:
            raise WrongRecordError(say("it does not name the part {part}", part=name))
    counts = {name: fields.whole(name.removesuffix(".jsonl"), 0, GREATEST_NUMBER) for name in ALWAYS_THERE}
    fields.finish()
    return counts
