"""Files of records and tables damaged at random: each is read, or refused with a sentence."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import FormatError

TEXT = "Ông An về Huế 😀"
SPAN = {"start": 0, "end": 3, "token_start": 0, "token_end": 0, "label": "p", "source": "m"}
TOKEN = {"text": "Ông", "start": 0, "end": 3, "id": 0, "ws": True}
ENTITY = {"id": 0, "start_offset": 0, "end_offset": 3, "label": "a", "user": 1}
SOUND = {
    "doccano": [
        json.dumps({"text": TEXT, "label": [[0, 3, "a"], [4, 6, "b"]], "meta": {"uid": "x"}}),
        json.dumps([{"id": 1, "text": TEXT, "entities": [ENTITY], "relations": [{"from_id": 0}]}], indent=1),
        json.dumps({"text": TEXT, "annotations": [ENTITY, {"label": 1}]}) + "\n",
    ],
    "prodigy": [
        json.dumps({"text": TEXT, "tokens": [TOKEN], "spans": [SPAN], "answer": "accept", "meta": {"a": 1}}),
        json.dumps({"text": TEXT, "spans": [SPAN]}) + "\n",
    ],
    "csv": ['text,title,n\nA,b,c\n"d,""\n",e,f\n', "sep=;\r\ntext;n\r\n1;2\r\n"],
    "tsv": ['text\ttitle\nA\tb\n"x" y\tz\n'],
}
PIECES = st.sampled_from(
    [
        *(
            b"",
            b"null",
            b"true",
            b"1e999",
            b"NaN",
            b"[]",
            b"{}",
            b'"',
            b"\\",
            b"\n",
            b"\r",
            b"\0",
            b"\\ud83d",
        ),
        *(b"[[", b"]", b"-1", b"99999999999999999999", b":", b",", b"\xff", b"\t", b'"text"', b"1.5", b";"),
    ]
)
DAMAGE = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), PIECES), min_size=1, max_size=3)


@pytest.mark.parametrize(("name", "sound"), [(name, sound) for name in SOUND for sound in SOUND[name]])
@settings(max_examples=25, deadline=None)
@given(damage=DAMAGE)
def test_a_damaged_file_is_sound_or_refused(bench, name, sound, damage):
    data = sound.encode()
    for place, length, piece in damage:
        start = int(place * len(data))
        data = data[:start] + piece + data[start + length :]
    try:
        taken = bench.read("a", data, format_name=name)
    except FormatError as error:
        assert str(error).endswith(".")
        return
    for one in taken.documents:
        assert one.text
        assert all(type(value) is str for pair in one.metadata.items() for value in pair)
        assert all(0 <= span.start < span.end <= len(one.text) for span in one.spans)
