"""doccano: every dialect of its JSON is read or refused with a sentence; what is written comes back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from outgoing import LAN, PEOPLE, hostile_documents, kept, places

from annotator.formats.base import OutgoingSpan
from annotator.model.identity import fixed_uid
from annotator.model.label import Label

SAMPLES = Path(__file__).parents[3].parent / "shared" / "samples" / "doccano"

TRIPLES = {"text": "Ông An 😀 về Huế", "label": [[4, 6, "person"], [12, 15, "place"]]}
OBJECTS = {
    "text": "Ông An về Huế",
    "entities": [
        {"id": 7, "start_offset": 4, "end_offset": 6, "label": "person"},
        {"id": 8, "start_offset": 10, "end_offset": 13, "label": "place"},
    ],
    "relations": [{"id": 1, "from_id": 7, "to_id": 8, "type": "goes to"}],
    "Comments": ["sure?"],
}
USERS = {
    "id": 3,
    "text": "Ông An về Huế",
    "meta": {"source": "báo", "page": 4},
    "annotation_approver": None,
    "annotations": [
        {"label": 12, "start_offset": 4, "end_offset": 6, "user": 1},
        {"label": 13, "start_offset": 4, "end_offset": 6, "user": 2},
        {"label": 12, "user": 2},
    ],
}
TYPES = [
    {"id": 12, "text": "person", "suffix_key": "p", "background_color": "#FF0000", "task_type": "Span"},
    {"id": 13, "text": "chức vụ", "suffix_key": "p", "background_color": "red"},
    {"id": 14, "text": "about sport", "task_type": "Category"},
]


def found(taken):
    return [(span.start, span.end, span.label) for span in taken.only.spans]


def lines(*records) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


@pytest.mark.parametrize("key", ["label", "labels", "entities"])
@pytest.mark.parametrize(
    "write", [json.dumps, lambda record: json.dumps(record, indent=2), lambda r: json.dumps([r])]
)
def test_spans_stand_under_three_names_in_three_shapes(bench, key, write):
    record = {"text": TRIPLES["text"], key: TRIPLES["label"]}
    taken = bench.read("a.json", write(record).encode())
    assert found(taken) == [(4, 6, "person"), (12, 15, "place")]
    assert taken.notices == []


def test_relations_and_comments_are_counted(bench):
    taken = bench.read("a.jsonl", lines(OBJECTS))
    assert found(taken) == [(4, 6, "person"), (10, 13, "place")]
    assert taken.notices == ["1 relation was left out.", "1 comment was left out."]


def test_users_have_layers_and_labels_have_names_by_the_list_beside(bench, tmp_path):
    alone = bench.read("a.jsonl", lines(USERS))
    assert [(span.label, span.annotator) for span in alone.only.spans] == [("12", "user 1"), ("13", "user 2")]
    assert alone.notices == [
        "1 label of a whole document was left out.",
        (
            "2 labels are known by their numbers only. Put doccano's label_types.json beside the file, or "
            "rename the labels."
        ),
    ]
    assert alone.only.metadata == {"id": "3", "source": "báo", "page": "4"}
    (tmp_path / "label_types.json").write_text(json.dumps(TYPES))
    together = type(bench)(tmp_path).read("a.jsonl", lines(USERS))
    assert [span.label for span in together.only.spans] == ["person", "chức vụ"]
    assert together.head.labels == (
        Label("", "person", "#ff0000", "p"),
        Label("", "chức vụ", "", "", position=1),
    )


def test_a_list_of_other_labels_beside_is_left_alone(bench, tmp_path):
    (tmp_path / "label_types.json").write_text(json.dumps(TYPES))
    taken = type(bench)(tmp_path).read("a.jsonl", lines({"text": "An", "label": [[0, 2, "city"]]}))
    assert taken.head is None
    assert found(taken) == [(0, 2, "city")]


def test_a_damaged_list_beside_refuses_the_file(bench, tmp_path):
    (tmp_path / "label_types.json").write_text('[{"text": ""}]')
    assert type(bench)(tmp_path).problems("a.jsonl", lines(TRIPLES)) == [
        'label_types.json, record 1: "" cannot be the name of a label. Nothing was imported.'
    ]


def test_the_list_of_labels_alone_is_refused(bench):
    assert bench.problems("label_types.json", json.dumps(TYPES).encode()) == [
        (
            "label_types.json, record 1: it describes a label and is no text. Import the file of the texts; "
            "this list is read with it when it stands beside it. Nothing was imported."
        )
    ]


def test_labels_of_documents_and_empty_spans_are_counted(bench):
    taken = bench.read("a.jsonl", lines({"text": "An", "label": ["good", 3, [1, 1, "x"]], "cats": ["news"]}))
    assert found(taken) == []
    assert taken.notices == ["3 labels of whole documents were left out.", "1 empty span was left out."]


def test_texts_of_older_versions_stand_under_data(bench):
    taken = bench.read("a.jsonl", lines({"id": 1, "data": "An", "label": [[0, 2, "person"]], "meta": "{}"}))
    assert (taken.only.text, taken.only.metadata) == ("An", {"id": "1"})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"label": []}', "line 1: it has no “text”"),
        (b'{"text": "", "label": []}', "line 1: the text is empty"),
        (b'{"text": 5, "label": []}', "line 1: “text” cannot be 5; expected: a text"),
        (
            b'{"text": "An", "label": [[0, 9, "x"]]}',
            "line 1: span 1: end 9 is after the end of the text (2 characters)",
        ),
        (b'{"text": "An", "label": [[-1, 1, "x"]]}', "line 1: span 1: -1–1 is no stretch of text"),
        (b'{"text": "An", "label": [[2, 1, "x"]]}', "line 1: span 1: 2–1 is no stretch of text"),
        (
            b'{"text": "An", "label": [[0, 1]]}',
            "line 1: span 1: [0, 1] is no span; expected: start and end as whole numbers, and a label",
        ),
        (
            b'{"text": "An", "label": [[0, true, "x"]]}',
            (
                'line 1: span 1: [0, true, "x"] is no span; expected: start and end as whole numbers, and a '
                "label"
            ),
        ),
        (
            b'{"text": "An", "label": [[0, 1, ""]]}',
            (
                'line 1: span 1: [0, 1, ""] has no label that can be used; expected: a name of 1 to 200 '
                "characters "
                "on one line"
            ),
        ),
        (b'{"text": "An", "label": [[0, 1, "x"]', "record 1: not valid JSON (ends too early)"),
        (b'{"text": "An", "label": [[0, NaN, "x"]]}', "line 1: NaN is no number that can be kept"),
        (b'{"text": "A", "label": [], "text": "B"}', "line 1: the key “text” comes twice in one object"),
        (
            b'{"text": "A", "label": [{"start": 0, "start": 1}]}',
            "line 1: the key “start” comes twice in one object",
        ),
        (
            b'{"text": "\\ud83d", "label": []}',
            "line 1: a text holds U+D83D, which no text can hold (NUL or half of a surrogate pair)",
        ),
        (
            b'{"text": "An", "label": ' + b"[" * 300 + b"]" * 300 + b"}",
            "line 1: lists or objects are nested more than 200 deep",
        ),
        (b'[{"text": "An", "label": []}', "record 1: the array does not end"),
        (b'[{"text": "An", "label": []} {}]', "record 1: a comma is missing before it"),
        (b'[{"text": "An", "label": []}, 5]', "record 2: it is no JSON object"),
        (b'[{"text": "An", "label": []}] x', "record 1: something follows the array"),
    ],
)
def test_a_bad_file_is_refused_with_place_and_cause(bench, data, said):
    assert bench.problems("a.json", data, format_name="doccano") == [f"a.json, {said}. Nothing was imported."]


def test_problems_of_many_lines_are_all_named(bench):
    data = lines({"label": []}, TRIPLES, {"text": "An", "label": [[0, 9, "x"]]}) + b"{\n"
    assert [problem.split(":")[0] for problem in bench.problems("a.jsonl", data)] == [
        "a.jsonl, line 1",
        "a.jsonl, line 3",
        "a.jsonl, line 4",
    ]


def test_bytes_that_are_no_utf8_are_refused(bench):
    assert "line 1: not valid UTF-8" in bench.problems("a.jsonl", b'{"text": "\xff", "label": []}')[0]
    assert "not valid utf-8" in bench.problems("a.json", b'[{"text": "\xff",\n "label": []}]')[0]


def test_another_encoding_can_be_chosen(bench):
    for write in (json.dumps, lambda records: "\n".join(map(json.dumps, records))):
        data = write([TRIPLES, TRIPLES]).encode("utf-16")
        taken = bench.read("a.json", data, format_name="doccano", encoding="utf-16")
        assert [len(document.spans) for document in taken.documents] == [2, 2]


def test_large_records_over_many_lines_are_read_one_at_a_time(bench):
    texts = [f"{number} " + "An " * 60_000 for number in range(5)]
    data = json.dumps([{"label": [[0, 1, "x"]], "text": text} for text in texts], indent=1).encode()
    taken = bench.read("a.json", data)
    assert [document.text for document in taken.documents] == texts
    assert [document.line for document in taken.documents] == [2, 12, 22, 32, 42]


def test_what_is_written_is_what_doccano_takes(bench):
    data, losses = bench.write(
        "doccano", [bench.document("Ông An về Huế", (0, 6, "person"), (4, 6, "award"))]
    )
    (line,) = data.decode().splitlines()
    record = json.loads(line)
    assert record["label"] == [[0, 6, "person"], [4, 6, "award"]]
    assert record["meta"]["title"] == "Title 1"
    assert [str(note) for note in losses.notes] == [
        (
            "1 span lies inside or across another: allow overlapping spans in the settings of the doccano "
            "project before you import the file, for else doccano drops it."
        ),
        "The file does not say whose span it is.",
        "The file does not hold statuses, what the codebook says of labels, guidelines and history.",
    ]


def test_the_bytes_are_always_these(bench):
    data, _ = bench.write("doccano", [bench.document("Ông “An” 😀\r\n", (4, 8, "chức vụ"))])
    assert data.decode() == (
        '{"text":"Ông “An” 😀\\r\\n","label":[[4,8,"chức vụ"]],"meta":{"uid":"UID","title":"Title 1"}}\n'
    ).replace("UID", fixed_uid("document", "1"))


def test_equal_spans_of_two_people_are_written_once_and_reported(bench):
    outgoing = bench.document("Ông An", (4, 6, "person"))
    span = outgoing.spans[0]
    other = OutgoingSpan(4, 6, "person", LAN.uid, "u2", note="n", flags=("unsure",))
    data, losses = bench.write(
        "doccano", [replace(outgoing, spans=(span, other))], annotators=(bench.annotator, LAN)
    )
    assert json.loads(data)["label"] == [[4, 6, "person"]]
    assert [str(one.reason) for one in losses.lost] == [
        "Another person's span has the same place and label; the file has it once."
    ]
    assert str(losses.notes[0]) == "1 note of a span is not in the file."


@settings(max_examples=80, deadline=None)
@given(document=hostile_documents(people=PEOPLE))
def test_write_then_read_gives_the_same(bench, document):
    data, losses = bench.write("doccano", [document], annotators=PEOPLE)
    back = bench.read("back.jsonl", data)
    assert places(back.only.spans) == kept(document, losses)
    told = document.document
    assert (back.only.text, back.only.uid, back.only.title) == (told.text, told.uid, told.title)
    assert back.only.metadata == told.metadata
    assert back.notices == []
    assert bench.write("doccano", [document], annotators=PEOPLE)[0] == data


@settings(max_examples=30, deadline=None)
@given(document=hostile_documents(parts=True))
def test_spans_in_parts_are_in_the_file_from_first_to_last(bench, document):
    data, losses = bench.write("doccano", [document])
    assert kept(document, losses) <= places(bench.read("back.jsonl", data).only.spans)
    assert len(losses.lost) == sum(span.parts is not None for span in document.spans)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
@pytest.mark.parametrize(
    ("name", "documents", "spans"), [("export_span_label.jsonl", 3, 4), ("import_relation.jsonl", 1, 4)]
)
def test_samples_are_read(bench, name, documents, spans):
    taken = bench.read(name, (SAMPLES / name).read_bytes())
    assert (len(taken.documents), sum(len(one.spans) for one in taken.documents)) == (documents, spans)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
def test_the_sample_with_a_record_without_text_is_refused(bench):
    name = "import_span_label.jsonl"
    assert bench.problems(name, (SAMPLES / name).read_bytes()) == [
        f"{name}, line 3: it has no “text”. Nothing was imported."
    ]


OURS = {"text": "Bà Hà", "spans": [{"start": 3, "end": 5, "label": "person"}]}
PUB = {"text": "Bà Hà", "denotations": [{"id": "T1", "span": {"begin": 3, "end": 5}, "obj": "person"}]}
BDOC = {"text": "Bà Hà", "annotation_sets": {"": {"annotations": [{"start": 3, "end": 5, "type": "p"}]}}}
THEIRS = {"text": "Bà Hà", "label": [[3, 5, "person"]]}


@pytest.mark.parametrize(
    ("format_name", "record", "key", "known"),
    [
        ("doccano", OURS, "spans", "label, labels, entities, annotations"),
        ("doccano", PUB, "denotations", "label, labels, entities, annotations"),
        ("prodigy", BDOC, "annotation_sets", "spans"),
        ("prodigy", {"text": "Bà", "regions": [{"start_offset": 0, "end_offset": 2}]}, "regions", "spans"),
        ("jsonl", THEIRS, "label", "spans"),
    ],
)
def test_spans_of_another_format_never_become_metadata_in_silence(bench, format_name, record, key, known):
    data = json.dumps(record).encode()
    assert bench.problems("a.jsonl", data, format_name=format_name)[0] == (
        f"a.jsonl, line 1: “{key}” holds spans, but this format has them under {known}. Choose the format "
        "that the file is of and try again. Nothing was imported."
    )


@pytest.mark.parametrize(("format_name", "own"), [("doccano", {"label": []}), ("prodigy", {"spans": []})])
def test_what_looks_like_spans_beside_spans_is_metadata_and_said(bench, format_name, own):
    record = {"text": "Bà Hà", **own, "sentences": [[0, 5, "S"]], "pages": [1, 2], "size": {"start": 1}}
    taken = bench.read("a.jsonl", json.dumps(record).encode(), format_name=format_name)
    assert taken.only.metadata["sentences"] == '[[0, 5, "S"]]'
    assert taken.notices == ["1 value that looks like spans was kept as metadata, and is no span."]
