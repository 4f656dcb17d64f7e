"""A small package with one of everything, and ways to take its file apart and forge it."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import replace

from annotator.exchange import package_file, package_reading
from annotator.exchange.changes import Change, change_uid
from annotator.exchange.members import (
    ALWAYS_THERE,
    MANIFEST,
    ChangeKind,
    Manifest,
    Package,
    PackageChange,
    PackageCorpus,
    PackageDocument,
    PackageKind,
    PackageLabel,
    PackageLayer,
    PackageSettings,
    PackageStep,
)
from annotator.messages import say
from annotator.model.codebook import Example, Guidance, Mark
from annotator.model.document import Annotator
from annotator.model.identity import fixed_uid
from annotator.model.label import standard_labels

PERSON, POSITION = standard_labels()[:2]
LEAD, LAN, OTHER_LAN = (
    Annotator(fixed_uid("annotator", name), name.rstrip("2")) for name in ("Minh", "Lan", "Lan2")
)
REPLICA = fixed_uid("replica", "one")
TIME = "2026-11-23T10:00:00.000Z"
TEXT = "Chủ tịch An 😊 thăm\tHuế.\n"


def uid(name):
    return fixed_uid("test", name)


def step(number, actor=LAN, replica=REPLICA, counter=0, lamport=0):
    summary = say("Span added in {title}", title=say("“{name}”", name="Bài {1}"))
    counter, lamport = counter or number, lamport or number
    return PackageStep(uid(f"s{number}"), "annotate", actor.uid, replica, counter, lamport, TIME, summary)


def change(kind, made_in, thing, body, base=(), document="d1", annotator=LAN):
    own = Change(change_uid(made_in.uid, thing), thing, made_in.lamport, made_in.replica, base, body)
    return PackageChange(kind, document, annotator.uid, made_in.uid, own)


def small():
    """Documents, people, layers; a span added, changed and another removed; a decision; a remark."""
    steps = tuple(step(number) for number in range(1, 6))
    first = change(ChangeKind.SPAN, steps[0], "t1", {"start": 0, "end": 8, "label": POSITION.uid})
    body = {"start": 0, "end": 11, "label": POSITION.uid, "note": "?", "flags": ["unsure"], "origin": "hand"}
    variant = {"start": 9, "end": 12, "label": PERSON.uid, "parts": [[9, 10], [11, 12]], "spans": ["t1"]}
    decision = {"cluster": "c", "verdict": "take", "variants": [variant], "made": TIME, "reason": "vì"}
    gold = {"start": 9, "end": 11, "label": PERSON.uid, "uid": "g1"}
    remark = {"text": "Sao thế?", "start": 0, "end": 4, "made": TIME, "resolved": True}
    changes = (
        first,
        change(ChangeKind.SPAN, steps[1], "t1", body, (first.change.uid,)),
        change(ChangeKind.SPAN, steps[1], "t2", None, (change_uid(uid("unknown"), "t2"),)),
        change(ChangeKind.LAYER, steps[2], "layer 1", {"status": "done"}),
        change(ChangeKind.DECISION, steps[3], "e1", {**decision, "gold": [gold]}, annotator=LEAD),
        change(ChangeKind.COMMENT, steps[4], "k1", remark),
    )
    example = Example("Chủ tịch An", 0, 8, False, None, "chức vụ", (Mark(9, 11, PERSON.uid),))
    labels = (
        PackageLabel(PERSON, aliases=("người",)),
        PackageLabel(POSITION, guidance=Guidance(POSITION.uid, "Chức", "khi", "trừ", (example,))),
    )
    return Package(
        Manifest(
            uid("package"),
            PackageKind.RETURN,
            PackageCorpus(uid("corpus"), "Báo", "Đọc kỹ."),
            LAN,
            REPLICA,
            "annotator 1",
            TIME,
            LAN,
        ),
        (
            PackageDocument("d1", "Bài\n1", TEXT, {"nguồn": "báo"}, ("cũ",)),
            PackageDocument("d2", "", "", {}),
        ),
        tuple(sorted(labels, key=lambda label: label.label.uid)),
        tuple(sorted((LEAD, LAN, OTHER_LAN), key=lambda one: one.uid)),
        tuple(
            sorted((PackageLayer("d1", LAN.uid), PackageLayer("d1", LEAD.uid), PackageLayer("d2", LAN.uid)))
        ),
        steps,
        changes,
        PackageSettings("round", is_blind=True, unaided=("d2",)),
    )


def without_digest(package):
    return replace(package, digest="")


def read(data, name="a.zip"):
    return package_reading.read_stream(io.BytesIO(data), name)


def parts_of(data):
    """name -> bytes of all parts, the manifest's too."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts, **more):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, **more) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def sealed(parts, **manifest):
    """A file whose manifest agrees with its parts, as a forger makes it; `manifest` replaces keys of it."""
    told = json.loads(parts[MANIFEST])
    others = {name: data for name, data in parts.items() if name != MANIFEST}
    told["members"] = {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in others.items()
    }
    for name in set(ALWAYS_THERE) & others.keys():
        told["counts"][name.removesuffix(".jsonl")] = others[name].count(b"\n")
    told.update(manifest)
    return zipped({MANIFEST: json.dumps(told).encode(), **others})


def forged(member, alter, line=0, package=None):
    """The small package with one record of a part replaced by what `alter` makes of it."""
    parts = parts_of(package_file.packed(package or small()))
    lines = (
        parts[member].decode().splitlines(keepends=True) if member.endswith("l") else [parts[member].decode()]
    )
    record = json.loads(lines[line])
    made = alter(record)
    made = record if made is None else made
    lines[line] = (made if isinstance(made, str) else json.dumps(made, ensure_ascii=False)) + "\n"
    parts[member] = "".join(lines).encode()
    return sealed(parts)
