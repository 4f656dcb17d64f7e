"""Label Studio's JSON: every shape it comes in is read, and what is written Label Studio takes.

What Label Studio asks of a file that is imported is written down in `as_label_studio_takes`: an array of
tasks, each with an object `data`; annotations and predictions with a list `result`; results whose `from_name`
and `to_name` are those of the setup, with `start` and `end` in code points and labels of the setup.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from outgoing import LAN, PEOPLE, hostile_documents, kept, places

from annotator.formats.base import (
    IncomingDocument,
    IncomingSpan,
    Notices,
    OutgoingDocument,
    OutgoingSpan,
    ReadOptions,
    Source,
)
from annotator.formats.label_studio import reader as label_studio
from annotator.formats.registry import reader_for
from annotator.model.document import Annotator, AnnotatorKind, Document, Status
from annotator.model.identity import fixed_uid

if TYPE_CHECKING:
    from conftest import Bench, Taken

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples" / "label-studio"
TEXT = "Bà Ngô Thị Hà 😀 về Tân An."
HA = {"start": 3, "end": 13, "text": "Ngô Thị Hà", "labels": ["person"]}
TAN_AN = {"start": 19, "end": 25, "text": "Tân An", "labels": ["place"]}
BERT = Annotator(fixed_uid("annotator", "bert"), "bert", AnnotatorKind.MACHINE)


def result(value: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": "r", "type": "labels", "from_name": "label", "to_name": "text", "value": value, **more}


def task(*results: Any, **more: Any) -> dict[str, Any]:
    return {
        "id": 1,
        "data": {"text": TEXT},
        "annotations": [{"completed_by": 7, "result": [*results]}],
        **more,
    }


def take(bench: Bench, *tasks: Any) -> Taken:
    return bench.read("x.json", json.dumps(tasks).encode(), format_name="label-studio")


def problems(bench: Bench, *tasks: Any) -> list[str]:
    return bench.problems("x.json", json.dumps(tasks).encode(), format_name="label-studio")


def spans(document: IncomingDocument) -> list[tuple[int, int, str, str | None]]:
    return [(one.start, one.end, one.label, one.annotator) for one in document.spans]


def as_label_studio_takes(data: bytes, labels: set[str]) -> list[dict[str, Any]]:
    tasks = json.loads(data)
    assert isinstance(tasks, list)
    for each in tasks:
        text = each["data"]["text"]
        for work in each["annotations"] + each["predictions"]:
            assert "completed_by" not in work
            for one in work["result"]:
                assert (one["type"], one["from_name"], one["to_name"]) == ("labels", "label", "text")
                value = one["value"]
                assert value["text"] == text[value["start"] : value["end"]]
                assert set(value["labels"]) <= labels
    return tasks


def test_a_full_export_is_read(bench: Bench) -> None:
    each = task(result(HA, meta={"text": ["bà nào?", "hỏi lại"]}), result(TAN_AN))

    taken = take(bench, {**each, "data": {"text": TEXT, "source": "Báo Mới", "title": "Về quê", "n": 3}})

    assert taken.only.text == TEXT
    assert (taken.only.title, taken.only.metadata) == ("Về quê", {"source": "Báo Mới", "n": "3"})
    assert spans(taken.only) == [(3, 13, "person", "user 7"), (19, 25, "place", "user 7")]
    assert taken.only.spans[0].note == "bà nào?\nhỏi lại"
    assert [(one.annotator, one.status) for one in taken.only.layers] == [("user 7", Status.DONE)]
    assert taken.notices == []


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ({"id": 3, "email": "lan@x.vn", "first_name": "Lan"}, "lan@x.vn"),
        ({"id": 3, "email": "", "first_name": "Lan", "last_name": "Ngô"}, "Lan Ngô"),
        ({"id": 3}, "user 3"),
        (3, "user 3"),
        ("Lan", "Lan"),
        (None, None),
    ],
)
def test_annotators_have_names(bench: Bench, who: object, name: str | None) -> None:
    each = {"data": {"text": TEXT}, "annotations": [{"completed_by": who, "result": [result(HA)]}]}

    assert spans(take(bench, each).only) == [(3, 13, "person", name)]


def test_several_annotators_have_a_layer_each_and_empty_ones_too(bench: Bench) -> None:
    works = [{"completed_by": number, "result": found} for number, found in ((1, [result(HA)]), (2, []))]

    found = take(bench, {"data": {"text": TEXT}, "annotations": works}).only

    assert [one.annotator for one in found.layers] == ["user 1", "user 2"]
    assert spans(found) == [(3, 13, "person", "user 1")]


def test_a_second_annotation_of_one_annotator_goes_with_the_first(bench: Bench) -> None:
    works = [{"completed_by": 1, "result": [result(value)]} for value in (HA, TAN_AN)]

    taken = take(bench, {"data": {"text": TEXT}, "annotations": works})

    assert len(taken.only.layers) == 1
    assert len(taken.only.spans) == 2
    assert taken.notices[0].startswith("1 further annotation by one annotator")


def test_predictions_are_layers_of_machines(bench: Bench) -> None:
    guess = [{"model_version": "bert é", "result": [result(HA)], "score": 0.4}, {"result": [result(TAN_AN)]}]

    taken = take(bench, {"data": {"text": TEXT}, "predictions": guess})

    assert taken.head is not None
    assert {one.name: one.kind for one in taken.head.annotators} == {
        "bert é": AnnotatorKind.MACHINE,
        "predictions": AnnotatorKind.MACHINE,
    }
    assert spans(taken.only) == [(3, 13, "person", "bert é"), (19, 25, "place", "predictions")]


def test_what_a_library_does_not_keep_is_counted(bench: Bench) -> None:
    results = [
        result(HA),
        {"type": "relation", "from_id": "r", "to_id": "q", "direction": "right"},
        result({"choices": ["sure"]}, type="choices"),
        result({"x": 1, "y": 2, "rectanglelabels": ["box"]}, type="rectanglelabels"),
        result({"start": 0.5, "end": 1.5, "channel": 0, "labels": ["voice"]}),
        result({**HA, "labels": []}),
        result({**HA, "end": 3, "text": ""}),
    ]
    skipped = {"completed_by": 1, "was_cancelled": True, "result": [result(TAN_AN)]}
    each = {**task(*results), "drafts": [{"result": []}]}
    each["annotations"].append(skipped)

    taken = take(bench, each)

    assert spans(taken.only) == [(3, 13, "person", "user 7")]
    assert taken.notices == [
        "1 relation was left out.",
        "1 answer to a question (choice, text, rating) was left out.",
        "2 regions that mark no text were left out.",
        "1 region without a label was left out.",
        "1 empty span was left out.",
        "1 annotation was skipped by its annotator and left out.",
        "1 draft that was never submitted was left out.",
    ]


def test_spans_among_the_data_of_a_task_are_said_to_be_metadata(bench: Bench) -> None:
    given = [{"start": 3, "end": 13, "label": "person"}]

    taken = take(bench, {**task(result(HA)), "data": {"text": TEXT, "spans": given, "pages": [1, 2]}})

    assert [each[:3] for each in spans(taken.only)] == [(3, 13, "person")]
    assert taken.notices == ["1 value that looks like spans was kept as metadata, and is no span."]


def test_several_labels_of_one_region_are_several_spans(bench: Bench) -> None:
    found = take(bench, task(result({**HA, "labels": ["person", "woman"]}))).only

    assert [each.label for each in found.spans] == ["person", "woman"]


@pytest.mark.parametrize("key", ["body", "$text", "văn bản"])
def test_the_text_is_where_its_words_are(bench: Bench, key: str) -> None:
    data = {"title": "một đầu đề dài hơn cả bài, dài hơn nữa và dài hơn mãi", key: TEXT, "text": "Ngô"}

    found = take(bench, {"data": data, "annotations": [{"result": [result(TAN_AN)]}]}).only

    assert found.text == TEXT
    assert spans(found) == [(19, 25, "place", None)]


def test_a_task_without_regions_has_the_text_of_the_others(bench: Bench) -> None:
    data = {"body": TEXT, "about": "x" * 99}
    first = {"data": data, "annotations": [{"result": [result(HA)]}]}

    assert [each.text for each in take(bench, first, {"data": data}).documents] == [TEXT, TEXT]


def test_spans_of_a_second_text_are_counted(bench: Bench) -> None:
    data = {"text": TEXT, "head": "Tin Huế"}
    other = result({"start": 4, "end": 7, "text": "Huế", "labels": ["place"]}, to_name="head")

    taken = take(bench, {"data": data, "annotations": [{"result": [result(HA), result(TAN_AN), other]}]})

    assert len(taken.only.spans) == 2
    assert taken.notices == ["1 span in a second text of its task was left out."]


def test_utf16_offsets_of_old_versions_are_found_out(bench: Bench) -> None:
    taken = take(bench, task(result({**TAN_AN, "start": 20, "end": 26})))

    assert spans(taken.only) == [(19, 25, "place", "user 7")]
    assert taken.notices == ["Offsets of 1 document count UTF-16 units; they were turned into code points."]


def test_exports_of_before_version_1_are_read(bench: Bench) -> None:
    old = {
        "id": 1,
        "data": {"text": TEXT},
        "completions": [
            {"id": 1001, "lead_time": 2.5, "result": [result({**HA, "confidence": 0.9})]},
            {"id": 1002, "skipped": True, "result": []},
        ],
    }

    taken = take(bench, old)

    assert spans(taken.only) == [(3, 13, "person", None)]
    assert taken.notices == ["1 annotation was skipped by its annotator and left out."]


def test_the_short_form_is_read_and_work_on_one_task_joined(bench: Bench) -> None:
    short = {"id": 4, "text": TEXT, "source": "Báo Mới", "lead_time": 3.1, "updated_at": "2026"}
    records = [
        {**short, "label": [HA], "annotator": 1, "annotation_id": 8},
        {**short, "label": [TAN_AN], "annotator": 2, "annotation_id": 9},
        {"id": 5, "text": "Huế", "annotator": 1, "annotation_id": 10},
    ]

    first, second = take(bench, *records).documents

    assert spans(first) == [(3, 13, "person", "user 1"), (19, 25, "place", "user 2")]
    assert [one.annotator for one in first.layers] == ["user 1", "user 2"]
    assert first.metadata == {"source": "Báo Mới"}
    assert (second.text, second.spans) == ("Huế", ())
    assert [one.annotator for one in second.layers] == ["user 1"]


def test_pages_are_read_where_their_offsets_fit(bench: Bench) -> None:
    value = {
        "start": "/text()[1]",
        "end": "/text()[1]",
        "startOffset": 3,
        "endOffset": 13,
        "text": "Ngô Thị Hà",
    }
    page = {**value, "globalOffsets": {"start": 3, "end": 13}, "hypertextlabels": ["person"]}

    found = take(bench, task(result(page, type="hypertextlabels"))).only
    each = {**task(result(page, type="hypertextlabels")), "data": {"text": f"<p>{TEXT}</p>"}}

    assert spans(found) == [(3, 13, "person", "user 7")]
    assert "record 1: it marks an HTML page (HyperText)" in problems(bench, each)[0]


@pytest.mark.parametrize(
    ("each", "said"),
    [
        (task(result({**HA, "text": "Ngô Thị Bé"})), "region 1: says “Ngô Thị Bé” but the text at 3–13 is"),
        (task(result({**HA, "end": 900})), "region 1: end 900 is after the end of the text"),
        (task(result({**HA, "start": 13, "end": 3})), "region 1: 13–3 is no stretch of text"),
        (task(result({**HA, "start": "3"})), 'must be whole numbers, not "3" and 13'),
        (task(result({**HA, "start": True})), "must be whole numbers, not true and 13"),
        (task(result({**HA, "labels": [3]})), "region 1: 3 can be no label"),
        (task(result({**HA, "labels": ["a\nb"]})), "can be no label"),
        (task("x"), 'region 1: "x" is no object'),
        (task({"value": {}}), "region 1: it has no “type” and “value”"),
        ({"data": {"text": TEXT}, "annotations": [{"result": None}]}, "an annotation has no list “result”"),
        ({"data": {"text": TEXT}, "annotations": "x"}, "“annotations” must be a list of objects"),
        ({"data": {"text": TEXT}, "predictions": [3]}, "“predictions” must be a list of objects"),
        ({"data": {"text": "https://x.vn/a.txt"}}, "it names only the address of its text"),
        ({"data": {"text": "/data/upload/3/a.txt"}}, "it names only the address of its text"),
        ({"data": {"dialogue": [{"author": "Lan", "text": "Dạ"}]}}, "its data holds no text"),
        ({"data": {"text": ""}}, "its data holds no text"),
        ({"id": 3}, "its data holds no text"),
        (7, "it is no JSON object"),
        (
            {"data": {"text": TEXT}, "annotations": [{"completed_by": "a\nb", "result": []}]},
            "“annotator” cannot",
        ),
    ],
)
def test_what_is_wrong_is_said(bench: Bench, each: Any, said: str) -> None:
    found = problems(bench, each)

    assert said in found[0]
    assert found[0].startswith("x.json, record 1: ")
    assert found[0].endswith("Nothing was imported.")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "is empty"),
        ("[", "not valid JSON (ends too early)"),
        ('[{"data": {"text": "a', "not valid JSON (ends inside a string)"),
        ('[{"data": {"text": "a"}}', "the array does not end"),
        ('[{"data": {"text": "a"}} {"data": 1}]', "a comma is missing"),
        ('[{"data": {"text": "a", "text": "b"}}]', "the key “text” comes twice"),
        ('[{"data": {"text": "a", "n": NaN}}]', "NaN is no number"),
        ('[{"data": {"text": "a\\ud83d"}}]', "half of a surrogate pair"),
        ('[{"data": {"text": "a", "n": ' + "[" * 5000 + "]" * 5000 + "}}]", "nested more than"),
        (
            '[{"id": 1, "data": {"text": "a"}}, {"id": 1, "data": {"text": "b"}}]',
            "the task 1 was there before",
        ),
    ],
)
def test_files_that_are_not_sound_are_refused(bench: Bench, data: str, said: str) -> None:
    assert said in bench.problems("x.json", data.encode(), format_name="label-studio")[0]


def test_a_file_in_latin_letters_is_refused(bench: Bench) -> None:
    assert bench.problems("x.json", b'[{"data": {"text": "\xe9"}}]', format_name="label-studio")


def test_nothing_is_given_after_a_problem(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps([task(), {"id": 2}, {"id": 3, "data": {"text": "b"}}]))
    given_out = []

    with pytest.raises(Exception, match="holds no text"):
        given_out.extend(label_studio.read(Source(path, "x.json"), ReadOptions(), Notices()))

    assert len(given_out) == 1
    assert len(problems(bench, {"id": 2}, {"id": 3})) == 2


def outgoing(*marked: OutgoingSpan, layers: tuple[Annotator, ...] = (LAN,)) -> OutgoingDocument:
    document = Document(fixed_uid("document", "1"), "c", "Về quê", TEXT, {"source": "Báo Mới", "uid": "9"})
    return OutgoingDocument(
        document, tuple((one.uid, Status.IN_PROGRESS) for one in layers), marked, Status.NEW
    )


def test_a_written_file(bench: Bench) -> None:
    first = OutgoingSpan(3, 13, "person", LAN.uid, "s1", note='"bà"\nnào')
    second = OutgoingSpan(19, 25, "địa danh", BERT.uid, "s2", flags=("unsure",))

    data, losses = bench.write(
        "label-studio", [outgoing(first, second, layers=(BERT, LAN))], annotators=(LAN, BERT)
    )

    [each] = as_label_studio_takes(data, {"person", "địa danh"})
    assert each["annotations"][0]["annotator"] == "Lan"
    assert each["predictions"][0]["model_version"] == "bert"
    assert each["data"] == {"title": "Về quê", "text": TEXT}
    assert data.count(b"\n") == 3
    assert [str(note) for note in losses.notes] == [
        "1 span has flags that are not in the file.",
        "The file does not hold origins, guidelines, what the codebook says and history.",
    ]


def test_who_what_and_about_what_come_back(bench: Bench) -> None:
    first = OutgoingSpan(3, 13, "person", LAN.uid, "s1", note='"bà"\nnào')
    document = outgoing(first, layers=(LAN, BERT))
    data, _ = bench.write("label-studio", [document], annotators=(LAN, BERT))

    taken = bench.read("x.json", data)

    assert taken.only.uid == document.document.uid
    assert taken.only.title == "Về quê"
    assert taken.only.metadata == {"source": "Báo Mới", "uid": "9"}
    assert taken.only.spans == (IncomingSpan(3, 13, "person", "Lan", note='"bà"\nnào'),)
    assert [(one.annotator, one.status) for one in taken.only.layers] == [
        ("Lan", Status.IN_PROGRESS),
        ("bert", Status.NEW),
    ]


def test_spans_in_parts_are_told(bench: Bench) -> None:
    apart = OutgoingSpan(3, 13, "person", LAN.uid, "s1", parts=((3, 6), (11, 13)))

    data, losses = bench.write("label-studio", [outgoing(apart)], annotators=(LAN,))

    assert len(losses.lost) == 1
    assert spans(bench.read("x.json", data).only) == [(3, 13, "person", "Lan")]


@given(document=hostile_documents(people=PEOPLE, parts=True, notes=True))
def test_every_document_comes_back(bench: Bench, document: OutgoingDocument) -> None:
    data, losses = bench.write("label-studio", [document], annotators=PEOPLE)

    found = bench.read("x.json", data).only

    as_label_studio_takes(data, {one.label for one in document.spans})
    assert found.text == document.document.text
    assert found.uid == document.document.uid
    assert found.title == document.document.title
    assert found.metadata == document.document.metadata
    assert not kept(document, losses) - places(found.spans)
    assert len(found.spans) == len(document.spans)


def test_no_documents_are_an_array_too(bench: Bench) -> None:
    data, _ = bench.write("label-studio", [])

    assert json.loads(data) == []


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
def test_every_sample_is_read() -> None:
    counts = {}
    for path in sorted(SAMPLES.glob("*.json")):
        name, reader = reader_for(path)
        assert name == "label-studio"
        found = list(reader(Source(path, path.name), ReadOptions(), Notices()))
        counts[path.name] = [len(each.spans) for each in found if isinstance(each, IncomingDocument)]

    assert counts == {"ls_colliding_keys.json": [0], "own_ner_export.json": [26, 26, 18]}
