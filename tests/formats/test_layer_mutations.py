"""Files of layers damaged at random: each is read, or refused with a sentence; nothing else comes out."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layer_bench import LayerBench
from outgoing import LAN

from annotator.errors import FormatError
from annotator.formats.base import OutgoingDocument, OutgoingSpan
from annotator.model.document import Document, Status

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Bà Mai 😊 ở\x02 Huế.\n\nÔng An."
SPANS = ((0, 6, "person"), (3, 6, "a|b"), (9, 14, "place"), (4, 8, "x"))
DOCUMENT = OutgoingDocument(
    Document("d", "c", "Bài", TEXT, {"a": "b"}),
    ((LAN.uid, Status.DONE),),
    tuple(OutgoingSpan(*span, LAN.uid, str(number)) for number, span in enumerate(SPANS)),
    Status.DONE,
)
FORMATS = {
    "webanno.reader": ("webanno.writer", ".tsv"),
    "uima.xmi_reader": ("uima.xmi_writer", ".xmi"),
    "uima.json_reader": ("uima.json_writer", ".json"),
}
PIECES = st.sampled_from(
    [
        *(b"", b"\t", b"\n", b"|", b"[1]", b"_", b"*", b"\\", b"-", b"0", b"99999999999999999999", b"-1"),
        *(b"\xff", b'"', b"<", b">", b"&#1;", b"null", b"true", b"{}", b"[]", b",", b"#Text=", b"\0"),
        "٣".encode(),
    ]
)
DAMAGE = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), PIECES), min_size=1, max_size=3)


def damaged(data: bytes, damage: list[tuple[float, int, bytes]]) -> bytes:
    for place, length, piece in damage:
        start = int(place * len(data))
        data = data[:start] + piece + data[start + length :]
    return data


def is_sound_or_refused(bench: LayerBench, data: bytes, beside: dict[str, bytes]) -> bool:
    try:
        taken = bench.read(data, beside=beside)
    except FormatError as error:
        return str(error).endswith(".") and "a" in str(error)
    return all(0 <= span.start < span.end <= len(one.text) for one in taken.documents for span in one.spans)


@pytest.mark.parametrize("name", FORMATS)
def test_damaged_files_are_read_or_refused(tmp_path_factory, name):
    writer, suffix = FORMATS[name]
    bench = LayerBench(tmp_path_factory.mktemp(name), name, writer, suffix)
    written = bench.write([DOCUMENT], (LAN,))
    (whole,) = (written.files[one] for one in written.of_documents)
    types = {one: data for one, data in written.files.items() if one not in written.of_documents}

    @settings(max_examples=60, deadline=None)
    @given(damage=DAMAGE, of_types=st.booleans())
    def check(damage, of_types):
        beside = {one: damaged(data, damage) for one, data in types.items()} if of_types else types
        data = whole if of_types and types else damaged(whole, damage)
        assert is_sound_or_refused(bench, data, beside)

    check()
    assert is_sound_or_refused(bench, whole, types)


def test_damaged_archives_are_read_or_refused(tmp_path: Path):
    bench = LayerBench(tmp_path, "uima.inception", "uima.xmi_writer", ".zip")
    inner, outer = io.BytesIO(), io.BytesIO()
    written = bench.write([DOCUMENT], (LAN,))
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("lan.xmi", written.files[written.of_documents[0]])
        archive.writestr("TypeSystem.xml", written.files["TypeSystem.xml"])
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("annotation/a.txt/1.zip", inner.getvalue())

    @settings(max_examples=60, deadline=None)
    @given(damage=DAMAGE)
    def check(damage):
        assert is_sound_or_refused(bench, damaged(outer.getvalue(), damage), {})

    check()
    assert len(bench.read(outer.getvalue()).only.spans) == len(SPANS)
