"""Prodigy: answers, sessions and tokens are read as what they mean; what is written comes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from outgoing import LAN, MINH, PEOPLE, hostile_documents, kept, places

from annotator.formats.base import IncomingLayer, OutgoingDocument
from annotator.model.document import Annotator, AnnotatorKind, Document, Status
from annotator.model.identity import fixed_uid

SAMPLES = Path(__file__).parents[3].parent / "shared" / "samples" / "prodigy"
TEXT = "Ông An về Huế"
TOKENS = [
    {"text": "Ông", "start": 0, "end": 3, "id": 0, "ws": True},
    {"text": "An", "start": 4, "end": 6, "id": 1, "ws": True},
    {"text": "về", "start": 7, "end": 9, "id": 2, "ws": True},
    {"text": "Huế", "start": 10, "end": 13, "id": 3, "ws": False},
]
PERSON = {"start": 0, "end": 6, "label": "person"}
PLACE = {"start": 10, "end": 13, "label": "place"}


def lines(*records) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def answer(*spans, answer="accept", **more):
    return {"text": TEXT, "_input_hash": 1, "spans": list(spans), "answer": answer, **more}


def found(taken):
    return [(span.start, span.end, span.label, span.annotator) for span in taken.only.spans]


def test_sessions_over_one_text_are_layers_of_one_document(bench):
    taken = bench.read(
        "a.jsonl",
        lines(
            answer(PERSON, _session_id="data-lan"),
            answer(PLACE, _session_id="data-minh", _annotator_id="Minh"),
            answer(_session_id="data-hoa"),
        ),
    )
    assert found(taken) == [(0, 6, "person", "data-lan"), (10, 13, "place", "Minh")]
    assert taken.only.layers == (IncomingLayer("data-hoa", Status.NEW),)
    assert taken.notices == []


def test_a_rejected_answer_brings_its_text_and_says_nothing_of_it(bench):
    taken = bench.read(
        "a.jsonl",
        lines(
            answer(PERSON, answer="reject", _session_id="lan", _is_binary=True),
            answer(PLACE, answer="ignore", _session_id="lan"),
        ),
    )
    assert (found(taken), taken.only.layers) == ([], ())
    assert taken.notices == [
        "1 rejected answer says what is wrong, not what is right; its text came in without a layer.",
        "1 span of a rejected answer was left out.",
        "1 answer was “ignore”; its text came in without a layer.",
    ]


def test_decisions_about_one_span_each_are_joined_and_said(bench):
    taken = bench.read("a.jsonl", lines(answer(PERSON, _is_binary=True), answer(PLACE, _is_binary=True)))
    assert found(taken) == [(0, 6, "person", None), (10, 13, "place", None)]
    assert taken.notices == [
        "2 answers judge one span each; whether there is more in their texts was not asked."
    ]


def test_spans_by_tokens_alone_are_placed_by_them(bench):
    span = {"token_start": 0, "token_end": 1, "label": "person"}
    assert found(bench.read("a.jsonl", lines(answer(span, tokens=TOKENS)))) == [(0, 6, "person", None)]


def test_offsets_that_count_utf16_are_found_out_by_the_tokens(bench):
    tokens = [
        {"text": "😀", "start": 0, "end": 2, "id": 0, "ws": True},
        {"text": "An", "start": 3, "end": 5, "id": 1, "ws": False},
    ]
    span = {"start": 3, "end": 5, "token_start": 1, "token_end": 1, "label": "person"}
    taken = bench.read(
        "a.jsonl", lines({"text": "😀 An", "spans": [span], "tokens": tokens, "answer": "accept"})
    )
    assert found(taken) == [(2, 4, "person", None)]
    assert taken.notices == ["Offsets of 1 document count UTF-16 units; they were turned into code points."]


def test_what_a_model_proposed_without_an_answer_is_its_layer(bench):
    task = {"text": TEXT, "spans": [{**PERSON, "source": "vi_core"}], "_input_hash": 1}
    taken = bench.read("a.jsonl", lines(task))
    assert found(taken) == [(0, 6, "person", "vi_core")]
    assert taken.head.annotators == (Annotator("", "vi_core", AnnotatorKind.MACHINE),)
    accepted = bench.read("a.jsonl", lines({**task, "answer": "accept"}))
    assert (accepted.head, found(accepted)) == (None, [(0, 6, "person", None)])


def test_what_is_no_span_is_counted(bench):
    taken = bench.read(
        "a.jsonl",
        lines(
            answer(
                {"start": 3, "end": 3, "label": "x"},
                relations=[{"head": 0, "child": 1, "label": "r"}],
                accept=["a", "b"],
                label="news",
            )
        ),
    )
    assert taken.notices == [
        "1 relation was left out.",
        "1 label of a whole document was left out.",
        "1 empty span was left out.",
        "2 choices among options were left out.",
    ]


def test_meta_and_foreign_keys_are_metadata(bench):
    taken = bench.read("a.jsonl", lines(answer(meta={"source": "báo", "page": 2}, url="x", title="Tin")))
    assert taken.only.metadata == {"source": "báo", "page": "2", "url": "x"}
    assert taken.only.title == "Tin"


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"answer": "accept", "image": "a.png"}, "it has no “text”"),
        ({"answer": "accept", "text": 3}, "“text” cannot be 3; expected: a text"),
        (answer(answer="yes"), '"yes" is no answer; there are accept, reject, ignore'),
        (answer(5), "span 1: 5 is no object with “start”, “end” and “label”"),
        ({**answer(), "spans": {"a": 1}}, '“spans” cannot be {"a": 1}; expected: a list'),
        (
            answer({"start": 0, "end": 2}),
            "span 1: null cannot be its label; expected: a name of 1 to 200 characters on one line",
        ),
        (answer({"label": "x"}), "span 1: it says neither “start” and “end” nor its tokens"),
        (
            answer({"start": 0, "end": 99, "label": "x"}),
            "span 1: end 99 is after the end of the text (13 characters)",
        ),
        (answer({"start": "0", "end": 2, "label": "x"}), 'span 1: “start” must be a whole number, not "0"'),
        (
            answer({**PERSON, "text": "Ông Na"}),
            "span 1: says “Ông Na” but the text at 0–6 is “Ông An”",
        ),
        (
            answer({"token_start": 2, "token_end": 9, "label": "x"}, tokens=TOKENS),
            "span 1: tokens 2 to 9 are not among the 4 tokens of the record",
        ),
        (
            answer({"token_start": 0, "token_end": 1, "label": "x"}),
            "span 1: tokens 0 to 1 are not among the 0 tokens of the record",
        ),
        (
            answer({**PERSON, "token_start": 1, "token_end": 1}, tokens=TOKENS),
            "span 1: it is at 0–6, but its tokens are at 4–6",
        ),
        (
            answer({"token_start": 0, "token_end": 0, "label": "x"}, tokens=[{"text": "Ông"}]),
            'span 1: {"text": "Ông"} is no token; expected: “text”, “start” and “end”',
        ),
    ],
)
def test_a_bad_record_is_refused_with_place_and_cause(bench, record, said):
    data = lines(answer(PERSON), record)
    assert bench.problems("a.jsonl", data) == [f"a.jsonl, line 2: {said}. Nothing was imported."]


def test_truncated_and_doubtful_json_is_refused(bench):
    sound = lines(answer(PERSON))
    assert bench.problems("a.jsonl", sound + b'{"text": "An", "spa') == [
        "a.jsonl, line 2: not valid JSON (ends inside a string). Nothing was imported."
    ]
    twice = b'{"text": "An", "answer": "accept", "spans": [{"start": 0, "start": 1}]}'
    assert bench.problems("a.jsonl", sound + twice) == [
        "a.jsonl, line 2: the key “start” comes twice in one object. Nothing was imported."
    ]


def test_the_bytes_are_always_these(bench):
    data, _ = bench.write("prodigy", [bench.document("Ông An", (4, 6, "person"), (0, 6, "award"))])
    assert data.decode() == (
        '{"text":"Ông An","meta":{"uid":"UID","title":"Title 1"},"spans":[{"start":0,"end":6,"label":"award"}'
        ',{"start":4,"end":6,"label":"person"}],"answer":"accept","_session_id":"Ann","_view_id":"spans_manual"}\n'
    ).replace("UID", fixed_uid("document", "1"))


def test_a_document_nobody_looked_at_is_an_answer_that_says_nothing(bench):
    untouched = OutgoingDocument(Document(fixed_uid("document", "x"), "c", "", TEXT), (), (), Status.NEW)
    data, _ = bench.write("prodigy", [untouched])
    assert json.loads(data)["answer"] == "ignore"
    assert bench.read("a.jsonl", data).only.layers == ()


@settings(max_examples=80, deadline=None)
@given(document=hostile_documents(people=PEOPLE, notes=True))
def test_write_then_read_gives_the_same_layers_notes_and_flags(bench, document):
    data, losses = bench.write("prodigy", [document], annotators=PEOPLE)
    back = bench.read("back.jsonl", data)
    names = {LAN.uid: "Lan", MINH.uid: "Minh"}
    assert sorted((*span[:4], *span[5:7]) for span in back.only.spans) == sorted(
        (*span[:3], names[span.annotator], *span[5:7]) for span in document.spans
    )
    marked = {span.annotator for span in back.only.spans}
    assert marked | {layer.annotator for layer in back.only.layers} == {"Lan", "Minh"}
    told = document.document
    assert (back.only.text, back.only.uid, back.only.title) == (told.text, told.uid, told.title)
    assert back.only.metadata == told.metadata
    assert (losses.lost, back.notices) == ([], [])
    assert bench.write("prodigy", [document], annotators=PEOPLE)[0] == data


@settings(max_examples=30, deadline=None)
@given(document=hostile_documents(parts=True))
def test_spans_in_parts_are_in_the_file_from_first_to_last(bench, document):
    data, losses = bench.write("prodigy", [document], annotators=PEOPLE)
    assert kept(document, losses) <= places(bench.read("back.jsonl", data).only.spans)
    assert len(losses.lost) == sum(span.parts is not None for span in document.spans)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
@pytest.mark.parametrize(("name", "documents"), [("demo.jsonl", 1), ("emerson_annotated_text.jsonl", 30)])
def test_samples_are_read(bench, name, documents):
    taken = bench.read(name, (SAMPLES / name).read_bytes())
    assert [len(one.spans) for one in taken.documents] == [1] * documents
