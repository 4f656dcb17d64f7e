"""Every file that is no sound package is refused in a sentence that names it and says what to do."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from package_bench import (
    LAN,
    OTHER_LAN,
    PERSON,
    REPLICA,
    forged,
    parts_of,
    read,
    sealed,
    small,
    uid,
    without_digest,
    zipped,
)

from annotator.archive import MOST_ENTRIES
from annotator.errors import EnvironmentProblem, FormatError
from annotator.exchange import package_file, package_reading
from annotator.exchange.members import (
    ALWAYS_THERE,
    ANNOTATORS,
    COMMENTS,
    DECISIONS,
    DOCUMENTS,
    LABELS,
    LAYERS,
    MANIFEST,
    SETTINGS,
    STEPS,
    VERSIONS,
    ChangeKind,
    PackageKind,
    PackageLayer,
)
from annotator.model.document import Annotator, AnnotatorKind
from annotator.model.review import GOLD_UID

WHOLE = package_file.packed(small())
PARTS = parts_of(WHOLE)
AGAIN = "Ask who made it to send it again."
NO_ARCHIVE = (
    "a.zip: is not a ZIP archive, or a damaged one. Nothing was imported. If it is a package, ask who made "
    "it to send it again."
)


def refusal(data):
    with pytest.raises(FormatError) as refused:
        read(data)
    sentence = str(refused.value)
    assert "a.zip" in sentence
    assert sentence.endswith(".")
    return sentence


@settings(max_examples=150)
@given(st.integers(0, len(WHOLE) - 1))
@example(0)
@example(len(WHOLE) - 1)
def test_a_truncated_file_is_refused(length):
    assert refusal(WHOLE[:length]) == NO_ARCHIVE


@settings(max_examples=400)
@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_a_flipped_byte_is_refused_or_changes_nothing(place, mask):
    damaged = bytearray(WHOLE)
    damaged[place] ^= mask
    try:
        assert read(bytes(damaged)) == read(WHOLE)
    except FormatError as error:
        assert str(error).startswith("a.zip")


@settings(max_examples=150)
@given(st.sampled_from(sorted(PARTS)), st.floats(0, 1), st.integers(0, 9), st.binary(max_size=4))
def test_a_part_that_was_changed_without_its_hash_is_refused(name, place, length, piece):
    start = int(place * len(PARTS[name]))
    changed = PARTS[name][:start] + piece + PARTS[name][start + length :]
    data = zipped({**PARTS, name: changed})
    if changed == PARTS[name]:
        assert read(data) == read(WHOLE)
    elif name != MANIFEST:
        assert refusal(data) == (
            f"a.zip was altered or damaged on its way: its part {name} is not as it was when the package was "
            f"made. Nothing was taken in. {AGAIN}"
        )
    else:  # only its own words can change, never what it seals
        try:
            assert without_digest(read(data)).changes == small().changes
        except FormatError as error:
            assert str(error).startswith("a.zip")


JSON_PIECES = st.sampled_from(
    [
        *(
            b"",
            b"null",
            b"true",
            b"0",
            b"-1",
            b"1.5",
            b"1e400",
            b"NaN",
            b'""',
            b'"x"',
            b"[]",
            b"{}",
            b"[[1,2]]",
        ),
        *(
            b"9007199254740993",
            b"9" * 5000,
            b"[" * 300,
            b'"\\ud800"',
            b'"\\u0000"',
            b"\xff",
            b"\n",
            b",",
            b'"start":1,',
        ),
    ]
)


@settings(max_examples=300)
@given(st.sampled_from([*ALWAYS_THERE, SETTINGS]), st.floats(0, 1), st.integers(0, 12), JSON_PIECES)
def test_a_forger_who_seals_anew_gets_a_sentence_or_a_sound_package(name, place, length, piece):
    start = int(place * len(PARTS[name]))
    changed = PARTS[name][:start] + piece + PARTS[name][start + length :]
    try:
        package = read(sealed({**PARTS, name: changed}))
    except FormatError as error:
        assert str(error).startswith("a.zip")
    else:
        again = read(package_file.packed(package))
        assert again.changes == package.changes
        assert again.documents == package.documents


@pytest.mark.parametrize("data", [b"", b"PK", b"Not a package", b"%PDF-1.7", b"PK\x05\x06" + b"\0" * 17])
def test_what_is_no_archive_is_refused(data):
    assert refusal(data) == NO_ARCHIVE


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"word/document.xml": b"<x/>"},
        {MANIFEST: b'{"format": "other"}'},
        {MANIFEST: b'{"formal": "annotator-package"}'},
        {f"package/{name}": data for name, data in PARTS.items()},
    ],
)
def test_an_archive_of_another_tool_is_refused(parts):
    assert refusal(zipped(parts)) == (
        "a.zip is a ZIP archive but no package of this program. Nothing was taken in. Choose a file that "
        "was made to hand out or to send back work; files of other programs are imported."
    )


@pytest.mark.parametrize("name", [*ALWAYS_THERE, SETTINGS])
def test_an_absent_part_is_refused(name):
    data = zipped({part: held for part, held in PARTS.items() if part != name})
    assert refusal(data) == (
        f"a.zip was altered or damaged on its way: its part {name} is missing. Nothing was taken in. {AGAIN}"
    )
    told = {part: held for part, held in PARTS.items() if part != name}
    assert (name in refusal(sealed(told))) if name != SETTINGS else read(sealed(told)).settings is None


@pytest.mark.parametrize(
    "name", ["readme.txt", "folder/", "Documents.jsonl", "__MACOSX/._manifest.json", "a\nb"]
)
def test_a_part_that_no_package_has_is_refused(name):
    assert refusal(zipped({**PARTS, name: b""})).startswith(
        "a.zip was altered or damaged on its way: it holds the"
    )
    assert "which no package has" in refusal(sealed({**PARTS, name: b""}))


@pytest.mark.parametrize("name", ["../a", "/etc/passwd", "C:\\a", "a/../../b", "\\\\host\\a", "a:b"])
def test_names_that_lead_out_are_refused(name):
    information = zipfile.ZipInfo("x")
    information.filename = name
    stream = io.BytesIO(WHOLE)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(information, b"")
    assert "points outside the archive" in refusal(stream.getvalue())


def test_a_name_with_nul_is_refused():
    data = zipped({**PARTS, "aXb": b""}).replace(b"aXb", b"a\0b")
    assert "points outside the archive" in refusal(data)


def test_a_link_is_refused_whatever_its_name():
    link = zipfile.ZipInfo(SETTINGS)
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in PARTS.items():
            archive.writestr(link if name == SETTINGS else name, data)
    assert f"the part {SETTINGS} points outside" in refusal(stream.getvalue())


def test_a_part_that_is_there_twice_is_refused():
    stream = io.BytesIO(WHOLE)
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(VERSIONS, PARTS[VERSIONS])
    assert f"holds the part {VERSIONS} twice" in refusal(stream.getvalue())


def test_an_encrypted_part_is_refused():
    data = bytearray(WHOLE)
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(header)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(header, place + 1)
    assert "is damaged or encrypted" in refusal(bytes(data))


@pytest.mark.parametrize("kind", [PackageKind.ASSIGNMENT, PackageKind.GOLD])
def test_a_package_brings_nothing_that_its_kind_never_does(kind):
    told = small()
    odd = replace(told, manifest=replace(told.manifest, kind=kind))
    assert "a package of its kind never brings that; somebody altered it" in refusal(package_file.packed(odd))
    rulings = [each for each in told.changes if each.kind is ChangeKind.DECISION]
    steps = tuple(each for each in told.steps if each.uid == rulings[0].step)
    bare = replace(odd, layers=(), changes=tuple(rulings), steps=steps)
    if kind is PackageKind.GOLD:
        assert read(package_file.packed(bare)).changes == bare.changes
    else:
        assert "never brings that" in refusal(package_file.packed(bare))


def test_a_return_never_brings_gold():
    gold = Annotator(GOLD_UID, "Gold", AnnotatorKind.GOLD)
    told = small()
    people = tuple(sorted((*told.annotators, gold), key=lambda one: one.uid))
    odd = replace(told, annotators=people, layers=(PackageLayer("d1", GOLD_UID),))
    assert "never brings that" in refusal(package_file.packed(odd))


@pytest.mark.parametrize(("method", "way"), [(zipfile.ZIP_BZIP2, "bzip2"), (zipfile.ZIP_LZMA, "lzma")])
def test_parts_packed_in_rare_ways_are_refused(method, way):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in PARTS.items():
            archive.writestr(name, data)
    assert f"is packed in a way that is not read here ({way})" in refusal(stream.getvalue())


def test_a_bomb_is_refused_by_what_it_unpacks_to():
    bomb = zipped({**PARTS, DOCUMENTS: b" " * 30_000_000})
    assert f"the part {DOCUMENTS} unpacks to far more than it may" in refusal(bomb)


def test_a_bomb_that_lies_about_its_size_is_refused():
    size = 30_000_000
    bomb = zipped({**PARTS, DOCUMENTS: b" " * size})
    lying = bomb.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != bomb
    assert "damaged or encrypted" in refusal(lying)


def test_too_many_parts_are_refused():
    many = zipped({str(number): b"" for number in range(MOST_ENTRIES + 1)})
    assert f"holds {MOST_ENTRIES + 1} parts, more than the {MOST_ENTRIES}" in refusal(many)


def test_a_newer_version_is_refused_with_both_numbers_before_anything_else_is_looked_at():
    parts = {
        MANIFEST: json.dumps({"format": "annotator-package", "format_version": 7, "new": []}).encode(),
        "more": b"",
    }
    assert refusal(zipped(parts)) == (
        "a.zip was made by a newer version of this program: its format has the number 7, and up to 1 can be "
        "read. Nothing was taken in. Bring this program up to date."
    )


def test_a_manifest_that_miscounts_is_refused():
    told = json.loads(PARTS[MANIFEST])
    counts = {**told["counts"], "steps": 6}
    assert f"its part {STEPS} has not as many records as its manifest says" in refusal(
        sealed(PARTS, counts=counts)
    )


def test_a_part_that_ends_within_a_line_is_refused():
    counts = json.loads(PARTS[MANIFEST])["counts"]
    data = sealed({**PARTS, STEPS: PARTS[STEPS][:-1]}, counts=counts)
    assert f"its part {STEPS} ends within a line" in refusal(data)


def _set(**values):
    def alter(record):
        record.update(values)

    return alter


def _body(**values):
    def alter(record):
        record["body"].update(values)

    return alter


def _drop(key):
    return lambda record: {name: value for name, value in record.items() if name != key}


FORGERIES = [
    (
        DOCUMENTS,
        0,
        _set(text="Chủ tịch Ân"),
        "its text is not the one it was made with (the SHA-256 differs)",
    ),
    (DOCUMENTS, 0, _drop("title"), "“title” is missing"),
    (DOCUMENTS, 0, _set(title=7), "“title” must be a text"),
    (DOCUMENTS, 0, _set(metadata={"a": 1}), "“a” in “metadata” must be a text"),
    (DOCUMENTS, 0, _set(aliases=["d1"]), "it says again what an earlier one says, or calls itself the same"),
    (DOCUMENTS, 1, _set(uid="d1"), "it says again what an earlier one says, or calls itself the same"),
    (DOCUMENTS, 0, _set(more=1), "it holds “more”, which no package has there"),
    (
        DOCUMENTS,
        0,
        lambda record: json.dumps(record)[:-1] + ',"uid":"d1"}',
        "the key “uid” comes twice in one object",
    ),
    (DOCUMENTS, 0, lambda _: '{"uid":"\\ud800"}', "a text holds U+D800"),
    (DOCUMENTS, 0, lambda _: "[1]", "it is no object"),
    (DOCUMENTS, 0, lambda _: "", "not valid JSON (ends too early)"),
    (LABELS, 0, _set(colour="red"), "its colour or its key is none"),
    (LABELS, 0, _set(state="merged"), "it is merged without saying into which, or the other way round"),
    (
        LABELS,
        0,
        _set(state="merged", merged_into="?"),
        "it is merged into a label that is not in the package",
    ),
    (LABELS, 0, _set(name=" "), "“name” cannot be “ ”"),
    (LABELS, 0, _set(position=True), "“position” must be a whole number"),
    (ANNOTATORS, 0, _set(kind="robot"), "“kind” cannot be “robot”"),
    (ANNOTATORS, 2, _set(uid=small().annotators[0].uid), "it says again"),
    (LAYERS, 0, _set(document="d9"), "it names a document or an annotator that is not in the package"),
    (LAYERS, 1, _set(annotator="?"), "it names a document or an annotator that is not in the package"),
    (STEPS, 0, _set(uid="s1"), "“uid” cannot be “s1”"),
    (STEPS, 0, _set(lamport=0), "“lamport” is 0, not from 1 to 9007199254740992"),
    (STEPS, 0, _set(lamport=2**53 + 1), "“lamport” is 9007199254740993, not from 1"),
    (STEPS, 0, _set(lamport=1.0), "“lamport” must be a whole number"),
    (STEPS, 1, _set(counter=1), "it says again"),
    (STEPS, 0, _set(actor="?"), "it names a document or an annotator"),
    (STEPS, 0, _set(time="yesterday"), "“time” cannot be “yesterday”"),
    (STEPS, 0, _set(time="2026-02-30T10:00:00Z"), "“time” cannot be “2026-02-30T10:00:00Z”"),
    (STEPS, 0, _set(kind="<b>"), "“kind” is no word for a step"),
    (
        STEPS,
        0,
        _set(summary={"text": "{a.__class__}", "values": {"a": "x"}}),
        "its sentence has a gap that nothing fills",
    ),
    (STEPS, 0, _set(summary={"text": "{a:>999999999}", "values": {"a": "x"}}), "its sentence has a gap"),
    (STEPS, 0, _set(summary={"text": "{", "values": {}}), "its sentence has a gap"),
    (
        STEPS,
        0,
        _set(summary={"text": "a", "values": {"a": [1]}}),
        "its sentence has a value that cannot be said",
    ),
    (STEPS, 0, _set(summary="added"), "“summary” must be an object"),
    (VERSIONS, 0, _set(step=uid("unknown")), "the step that made it is not in the package"),
    (VERSIONS, 0, _set(thing="t9"), "its uid is not that of its step and thing"),
    (VERSIONS, 0, _set(base=["x"]), "it is made on a change of another thing, or on one that came after it"),
    (
        VERSIONS,
        0,
        _set(base=[f"{uid('s2')}/t1"]),
        "it is made on a change of another thing, or on one that came after",
    ),
    (VERSIONS, 0, _set(base=7), "“base” must be a list"),
    (VERSIONS, 0, _set(document="d9"), "it names a document or an annotator that is not in the package"),
    (VERSIONS, 0, _body(end=99), "“end” is 99, not from 0 to 24"),
    (VERSIONS, 0, _body(start=8), "it begins at 8 and ends at 8"),
    (VERSIONS, 0, _body(start=-1), "“start” is -1, not from 0 to 24"),
    (VERSIONS, 0, _body(label="?"), "its label ? is not among the package's labels"),
    (VERSIONS, 0, _body(flags=["odd"]), "“flags” holds what no span can carry"),
    (
        VERSIONS,
        0,
        _body(parts=[[0, 4], [3, 8]]),
        "its parts do not lie in order between its start and its end",
    ),
    (VERSIONS, 0, _body(parts=[[0, 8]]), "its parts do not lie in order between its start and its end"),
    (VERSIONS, 0, _body(parts=[[0, True], [3, 8]]), "“parts” cannot be “[0, True]”"),
    (VERSIONS, 0, _set(body=[]), "“body” must be an object"),
    (VERSIONS, 0, _drop("body"), "“body” is missing"),
    (DECISIONS, 0, _body(verdict="maybe"), "“verdict” cannot be “maybe”"),
    (DECISIONS, 0, _body(verdict="reject"), "it gives spans to gold although it takes none"),
    (DECISIONS, 0, _body(variants=[{"start": 0, "end": 99, "label": PERSON.uid}]), "“end” is 99"),
    (COMMENTS, 0, _body(end=99), "“end” is 99, not from 0 to 24"),
    (COMMENTS, 0, _body(resolved=1), "“resolved” must be true or false"),
    (SETTINGS, 0, _set(unaided=["d9"]), "it names a document that is not in the package"),
]


@pytest.mark.parametrize(("member", "line", "alter", "problem"), FORGERIES)
def test_a_forged_record_is_refused_with_its_place(member, line, alter, problem):
    assert refusal(forged(member, alter, line)).startswith(
        f"a.zip cannot be taken in: in line {line + 1} of its part {member}, {problem}"
    )


def test_equal_names_of_different_people_are_no_fault():
    assert LAN.name == OTHER_LAN.name
    assert [one.name for one in read(WHOLE).annotators].count("Lan") == 2


def test_one_number_may_come_twice_on_two_copies_of_a_library():
    other = read(forged(STEPS, _set(counter=1, replica=uid("other")), 1))
    assert [(step.counter, step.replica == REPLICA) for step in other.steps[:2]] == [(1, True), (1, False)]


def test_a_folder_a_pipe_and_a_missing_file_are_said(tmp_path):
    with pytest.raises(FormatError, match=r"is no file\. Choose the file of a package\."):
        package_reading.read(tmp_path, "here")
    with pytest.raises(EnvironmentProblem, match=r"gone\.zip cannot be read: it is not there any more\."):
        package_reading.read(tmp_path / "gone.zip")
    assert not package_reading.is_package(tmp_path)
    assert not package_reading.is_package(tmp_path / "gone.zip")


def test_a_package_is_recognised_by_its_manifest_alone(tmp_path):
    for name, data, expected in (
        ("newer", zipped({MANIFEST: b'{"format": "annotator-package", "format_version": 7}'}), True),
        ("other", zipped({MANIFEST: b"{}"}), False),
        ("text", b"annotator-package", False),
    ):
        (tmp_path / name).write_bytes(data)
        assert package_reading.is_package(tmp_path / name) is expected
