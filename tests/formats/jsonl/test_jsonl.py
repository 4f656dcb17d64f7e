"""Own JSONL is read strictly: what is sound comes in whole, what is not is refused with place and cause."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from annotator.formats import uniqueness
from annotator.model.document import AnnotatorKind, Status

UID = "01a20738-42fd-74af-918b-750ba78d782c"
OTHER = "01a20738-42fd-74af-918b-750ba78d782d"


def line(**keys: Any) -> bytes:
    return (json.dumps({"text": "Ông An về Huế.", **keys}, ensure_ascii=False) + "\n").encode()


def span(start: Any = 4, end: Any = 6, label: Any = "person", **keys: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "label": label, **keys}


def test_the_least_is_text_and_spans(bench):
    document = bench.read("a.jsonl", b'{"text":"An","spans":[{"start":0,"end":2,"label":"person"}]}').only
    assert document.text == "An"
    assert [tuple(one[:5]) for one in document.spans] == [(0, 2, "person", None, None)]
    assert document.spans[0].origin == "import"
    assert document.line == 1


def test_all_keys_come_in(bench):
    full = span(
        uid=UID,
        annotator="Lan",
        note="?",
        flags=["unsure"],
        origin="hand",
        parts=[[4, 6], [7, 9]],
        end=9,
        text="An … về",
    )
    taken = bench.read(
        "a.jsonl",
        line(
            uid=OTHER,
            title="T",
            metadata={"source": "báo"},
            spans=[full],
            status="done",
            layers=[{"annotator": "Lan", "status": "done"}, {"annotator": "Minh"}],
        ),
    )
    document = taken.only
    assert (document.uid, document.title, document.metadata) == (OTHER, "T", {"source": "báo"})
    assert document.status is Status.DONE
    assert [tuple(layer) for layer in document.layers] == [("Lan", Status.DONE), ("Minh", Status.NEW)]
    one = document.spans[0]
    assert one[:9] == (4, 9, "person", "Lan", UID, "?", ("unsure",), "hand", ((4, 6), (7, 9)))
    assert taken.notices == []


def test_the_head_carries_labels_and_people(bench):
    head = {
        "corpus": {
            "name": "Tin",
            "labels": [{"name": "person", "colour": "#0283CE", "key": "1", "definition": "who"}, "chức vụ"],
            "guidelines": "read first",
        },
        "format": "annotator-jsonl",
        "version": 1,
        "annotators": [{"uid": UID, "name": "Lan", "kind": "person"}, {"name": "báo"}],
    }
    taken = bench.read("a.jsonl", json.dumps(head).encode() + b"\n" + line(spans=[]))
    assert taken.head is not None
    assert taken.head.name == "Tin"
    assert [(one.name, one.colour, one.key, one.position) for one in taken.head.labels] == [
        ("person", "#0283ce", "1", 0),
        ("chức vụ", "", "", 1),
    ]
    assert [(one.name, one.kind) for one in taken.head.annotators] == [
        ("Lan", AnnotatorKind.PERSON),
        ("báo", AnnotatorKind.SOURCE),
    ]
    assert taken.head.guidelines == "read first"
    assert len(taken.documents) == 1


@pytest.mark.parametrize(
    "text", ["a\u2028b", "a\u2029b", "a\x85b", "a\x0bb\x0cc", "\ufeffx", "a\r\nb", "a\rb"]
)
def test_only_a_line_feed_ends_a_line(bench, text):
    data = (json.dumps({"text": text}, ensure_ascii=False) + "\r\n\n").encode()
    assert bench.read("a.jsonl", data).only.text == text


def test_a_byte_order_mark_is_no_text(bench):
    assert bench.read("a.jsonl", b"\xef\xbb\xbf" + line()).only.text.startswith("Ông")


def test_other_encodings_when_they_are_named(bench):
    data = '{"text":"Ông An"}'.encode("utf-16")
    assert bench.read("a.jsonl", data, format_name="jsonl", encoding="utf-16").only.text == "Ông An"
    assert bench.problems("a.jsonl", data, format_name="jsonl") == [
        (
            "a.jsonl is UTF-16, and this format is UTF-8. Save it as UTF-8 or choose the encoding utf-16, "
            "and try again. Nothing was imported."
        )
    ]


def test_unknown_keys_and_empty_spans_are_counted_not_hidden(bench):
    taken = bench.read("a.jsonl", line(id=1, spans=[span(score=0.5), span(4, 4)]) + line(id=2, text="B"))
    assert [one.end for one in taken.documents[0].spans] == [6]
    assert taken.notices == [
        "2 values under the unknown key “id” were left out.",
        "1 value under the unknown key “score” was left out.",
        "1 empty span was left out.",
    ]


def test_metadata_that_is_no_text_is_kept_as_json(bench):
    taken = bench.read("a.jsonl", line(metadata={"year": 2024, "tags": ["a"], "who": None}))
    assert taken.only.metadata == {"year": "2024", "tags": '["a"]', "who": "null"}
    assert taken.notices == ["3 metadata values that are not text were kept as their JSON text."]


EXPECTED = re.compile(r"; expected: [^.]+(?=\. Nothing)")


def plain(problems):
    """Sentences without what they say was expected."""
    return [EXPECTED.sub("", problem) for problem in problems]


REFUSED = {
    b'{"text": "An", "x": ' + b"9" * 5000 + b"}": "a number has thousands of digits",
    b'{"text": "An", "spans": [{"start": ' + b"9" * 5000 + b"}]}": "a number has thousands of digits",
    b'{"text": "An': "not valid JSON (ends inside a string)",
    b'{"text": "An"': "not valid JSON (ends too early)",
    b'{"text": "An"} {}': (
        "not valid JSON (something follows the object at column 16; one line is one object)"
    ),
    b"{'text': 1}": "not valid JSON (at column 2: “'text': 1}”)",
    b'[{"text": "An"}]': "each line must be one JSON object, and the whole object on one line",
    b'{"text": "An", "x": NaN}': "NaN is no number that can be kept",
    b'{"text": "An", "x": 1e400}': "1e400 is no number that can be kept",
    b'{"text": "An", "text": "Bo"}': "the key “text” comes twice in one object",
    b'{"text": "An", "text" : "Bo"}': "the key “text” comes twice in one object",
    b'{"text": "An", "spans": [{"start": 0, "end": 1, "end": 2, "label": "p"}]}': (
        "the key “end” comes twice in one object"
    ),
    b'{"text": "An", "x": {"y": 1, "y": 1}}': "the key “y” comes twice in one object",
    b'{"text": "\\ud83d"}': "a text holds U+D83D, which no text can hold (NUL or half of a surrogate pair)",
    b'{"text": "a\\u0000b"}': "a text holds U+0000, which no text can hold (NUL or half of a surrogate pair)",
    b'{"text": "An", "x": '
    + b"[" * 300
    + b"]" * 300
    + b"}": "lists or objects are nested more than 200 deep",
    b'{"text": "An", "x": '
    + b"[" * 99_999
    + b"]" * 99_999
    + b"}": "lists or objects are nested more than 200 deep",
    b'{"spans": []}': 'the object has no “text”. A line needs at least {"text": "...", "spans": []}',
    b'{"text": ""}': "the text is empty",
    b'{"text": 5}': "“text” cannot be 5",
    b'{"text": "An", "title": 5}': "“title” cannot be 5",
    b'{"text": "An", "spans": {}}': "“spans” cannot be {}",
    b'{"text": "An", "spans": "x"}': '“spans” cannot be "x"',
    b'{"text": "An", "metadata": [1]}': "“metadata” cannot be [1]",
    b'{"text": "An", "layers": [3]}': "“layers” cannot be 3",
    b'{"text": "An", "status": "finished"}': '"finished" is no status; the words are new, in-progress, done',
}


@pytest.mark.parametrize(("data", "said"), REFUSED.items())
def test_bad_lines_are_refused_with_their_number(bench, data, said):
    assert plain(bench.problems("train.jsonl", line() + data, format_name="jsonl")) == [
        f"train.jsonl, line 2: {said}. Nothing was imported."
    ]


BAD_SPANS = [
    (span(end=999), "end 999 is after the end of the text (14 characters)"),
    (span(start=-1), "start -1 is before the beginning of the text"),
    (span(start=7), "start 7 is after end 6"),
    (span(start="4"), '“start” must be a whole number of characters, not "4"'),
    (span(end=6.0), "“end” must be a whole number of characters, not 6.0"),
    (span(start=True), "“start” must be a whole number of characters, not true"),
    (span(end=None), "“end” must be a whole number of characters, not null"),
    ({"start": 4, "end": 6}, "has no “label”"),
    ({"end": 6, "label": "person"}, "has no “start”"),
    (span(label=""), '“label” cannot be ""'),
    (span(label="a\nb"), '“label” cannot be "a\\nb"'),
    (span(label=3), "“label” cannot be 3"),
    (span(label=["x"]), '“label” cannot be ["x"]'),
    (span(uid=7), "“uid” cannot be 7"),
    (span(annotator=["x"]), '“annotator” cannot be ["x"]'),
    (span(note=1), "“note” cannot be 1"),
    (span(flags=["sure"]), '“flags” cannot be ["sure"]'),
    (span(parts=[[4, 6]]), "“parts” cannot be [[4, 6]]"),
    (span(parts=[[4, 5], [5, 6]]), "“parts” cannot be [[4, 5], [5, 6]]"),
    (span(parts=[[4, 5.0], [5, 6]]), "“parts” cannot be [[4, 5.0], [5, 6]]"),
    (5, "“spans” cannot be 5"),
    (
        span(text="Bob"),
        (
            'says "Bob" but the text at 4–6 is "An". The offsets may count in another unit, or the text may '
            "be another version"
        ),
    ),
]


@pytest.mark.parametrize(("bad", "said"), BAD_SPANS)
def test_bad_spans_are_refused_with_line_and_number(bench, bad, said):
    assert plain(bench.problems("train.jsonl", line() + line(spans=[span(), bad]))) == [
        f"train.jsonl, line 2, span 2: {said}. Nothing was imported."
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"text": 5}, "a text"),
        ({"title": 5}, "a text"),
        ({"metadata": [1]}, "an object of texts"),
        ({"layers": [3]}, "a list of objects with an “annotator”"),
        ({"spans": {}}, "a list of objects with “start”, “end” and “label”"),
        ({"spans": [span(label="")]}, "a name of 1 to 200 characters on one line"),
        ({"spans": [span(flags="x")]}, "a list of the words question and unsure"),
        ({"spans": [span(note=1)]}, "a text"),
    ],
)
def test_what_was_expected_is_told(bench, fields, expected):
    (problem,) = bench.problems("a.jsonl", line(**fields))
    assert problem.endswith(f"; expected: {expected}. Nothing was imported.")


@pytest.mark.parametrize("depth", [200, 400, 900, 990, 1100, 50_000])
@pytest.mark.parametrize(
    "place", ['"x": %s', '"metadata": {"x": %s}', '"spans": [%s]', '"spans": [{"flags": %s}]', '"uid": %s']
)
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_nesting_is_refused_by_its_depth(bench, depth, place, opening, closing):
    deep = opening * depth + "1" + closing * depth
    data = ('{"text": "An", ' + place % deep + "}").encode()
    assert bench.problems("a.jsonl", data) == [
        "a.jsonl, line 1: lists or objects are nested more than 200 deep. Nothing was imported."
    ]


def test_nesting_up_to_the_limit_is_read(bench):
    data = b'{"text": "An", "metadata": {"x": ' + b"[" * 198 + b"]" * 198 + b"}}"
    assert bench.read("a.jsonl", data).documents[0].metadata == {"x": "[" * 198 + "]" * 198}


def test_uids_are_used_once(bench):
    assert bench.problems("a.jsonl", line(uid=UID) + line(uid=UID)) == [
        f"a.jsonl, line 2: the uid {UID} was already used in line 1. Nothing was imported."
    ]
    twice = [span(uid=UID), span(0, 3, uid=UID)]
    assert bench.problems("a.jsonl", line(spans=twice)) == [
        f"a.jsonl, line 1, span 2: the uid {UID} was already used by another span. Nothing was imported."
    ]


@pytest.mark.parametrize("held", [1, 2, 3, 100])
def test_uids_are_used_once_however_many_there_are(bench, monkeypatch, held):
    monkeypatch.setattr(uniqueness, "HELD", held)
    monkeypatch.setattr(uniqueness, "_TOGETHER", 2)

    def numbered(number: int, spans: list[int]) -> bytes:
        return line(
            uid=f"{number:036}", spans=[span(at, 9, uid=f"{uid:036}") for at, uid in enumerate(spans)]
        )

    sound = [numbered(n, [10 * n, 10 * n + 1, 10 * n + 2]) for n in range(1, 8)]
    assert len(bench.read("a.jsonl", b"".join(sound)).documents) == 7
    twice = [*sound, numbered(2, [80, 31, 81]), numbered(9, [90, 90])]
    assert bench.problems("a.jsonl", b"".join(twice)) == [
        f"a.jsonl, line 8: the uid {2:036} was already used in line 2. Nothing was imported.",
        f"a.jsonl, line 8, span 2: the uid {31:036} was already used by another span. Nothing was imported.",
        f"a.jsonl, line 9, span 2: the uid {90:036} was already used by another span. Nothing was imported.",
    ]


def test_all_problems_are_told_the_first_twenty_by_name(bench):
    problems = bench.problems("a.jsonl", line() + b"{\n" * 25)
    assert len(problems) == 21
    assert problems[0].startswith("a.jsonl, line 2: not valid JSON")
    assert problems[-1] == "a.jsonl: 5 more problems were found."


def test_bytes_that_are_not_utf8_are_refused_with_their_place(bench):
    assert bench.problems("a.jsonl", line() + b'{"text": "\x93"}') == [
        (
            "a.jsonl, line 2: not valid UTF-8 (byte 0x93 at position 10 of the line). Save the file as UTF-8 "
            "or name its encoding, and try again. Nothing was imported."
        )
    ]


def test_an_empty_file_is_refused(bench):
    assert bench.problems("a.jsonl", b" \n\n") == ["a.jsonl is empty. There is nothing to import."]


def test_a_newer_version_is_refused_naming_both(bench):
    data = b'{"format":"annotator-jsonl","version":2,"corpus":{}}\n' + line()
    assert bench.problems("a.jsonl", data) == [
        "a.jsonl: made by a newer version (format 2, this program reads up to 1). Nothing was imported."
    ]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ({"format": "other", "corpus": {}}, '“format” cannot be "other"'),
        ({"version": True, "corpus": {}}, "“version” cannot be true"),
        ({"corpus": [1]}, "“corpus” cannot be [1]"),
        ({"corpus": {"labels": ["a", "A"]}}, '“labels” cannot be "A"'),
        ({"corpus": {"labels": [{"name": "a", "colour": "red"}]}}, '“colour” cannot be "red"'),
        ({"corpus": {"labels": [{"name": "a", "key": "12"}]}}, '“key” cannot be "12"'),
        (
            {"corpus": {}, "annotators": [{"name": "x", "kind": ["y"]}]},
            '“annotators” cannot be {"kind": ["y"], "name": "x"}',
        ),
    ],
)
def test_bad_heads_are_refused(bench, head, said):
    assert plain(bench.problems("a.jsonl", json.dumps(head).encode() + b"\n" + line())) == [
        f"a.jsonl, line 1: {said}. Nothing was imported."
    ]


def test_progress_is_told_and_may_stop_the_reading(bench, tmp_path):
    from annotator.errors import Cancelled
    from annotator.formats.base import Notices, ReadOptions, Source
    from annotator.formats.jsonl.reader import read
    from annotator.messages import say

    path = tmp_path / "many.jsonl"
    path.write_bytes(line() * 600)

    def stop(done: int, total: int) -> None:
        assert 0 < done <= total == path.stat().st_size
        raise Cancelled(say("Stopped."))

    with pytest.raises(Cancelled):
        list(read(Source(path, "many.jsonl"), ReadOptions(progress=stop), Notices()))
