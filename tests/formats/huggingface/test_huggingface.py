"""Hugging Face: what is written comes back, pyarrow and seqeval read the same, and bad rows are named."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layer_bench import Written
from outgoing import STRANGE_LABELS, hostile_documents, kept, places

from annotator.errors import FormatError, UserError
from annotator.formats.base import LossReport, OutgoingHead, WriteOptions
from annotator.formats.huggingface.writer import write, write_folder
from annotator.formats.tagged.tags import SCHEMES
from annotator.model.document import Corpus
from annotator.model.label import Label

GOLDEN = Path(__file__).parents[2] / "data" / "formats"
SAMPLES = Path(__file__).parents[3].parent / "shared" / "samples" / "hf-parquet"
TEXT = "Bí thư  Tỉnh ủy,\nông An"
MARKS = ((0, 15, "position"), (8, 15, "organization"), (21, 23, "person"))
LABELS = tuple(Label(f"uid {name}", name, "#000000") for name in (*STRANGE_LABELS, "x"))
USUAL = tuple(Label(f"uid {name}", name, "#000000") for name in ("person", "position", "organization"))


def in_folder(bench, documents, options=None, labels=USUAL):
    written = Written()
    head = OutgoingHead(Corpus("c", "Corpus"), labels, (bench.annotator,))
    write_folder(head, iter(documents), written, options or WriteOptions(), written.losses)
    return written


def in_parquet(bench, documents, options=None, labels=USUAL):
    stream, losses = io.BytesIO(), LossReport()
    head = OutgoingHead(Corpus("c", "Corpus"), labels, (bench.annotator,))
    write(head, iter(documents), stream, options or WriteOptions(), losses)
    return stream.getvalue(), losses


@pytest.fixture
def beside(tmp_path):
    """Reads data.jsonl with another file beside it."""

    def read(files, name="data.jsonl"):
        from annotator.formats.base import IncomingDocument, Notices, ReadOptions, Source
        from annotator.formats.registry import reader_for

        for each, content in files.items():
            (tmp_path / each).write_bytes(content)
        found, reader = reader_for(tmp_path / name, name=name)
        assert found == "huggingface"
        items = list(reader(Source(tmp_path / name, name), ReadOptions(), Notices()))
        assert all(isinstance(item, IncomingDocument) for item in items)
        return items

    return read


@settings(max_examples=80, deadline=None)
@given(
    documents=st.lists(hostile_documents(), min_size=1, max_size=2, unique_by=lambda one: one.document.uid),
    scheme=st.sampled_from(sorted(SCHEMES)),
    nested=st.sampled_from(["outermost", "innermost", "levels", "per-label"]),
    kind=st.sampled_from(["syllables", "characters"]),
)
def test_what_is_not_lost_comes_back_from_both(bench, tmp_path_factory, documents, scheme, nested, kind):
    from annotator.formats.base import Notices, ReadOptions, Source
    from annotator.formats.huggingface.reader import read

    options = WriteOptions(scheme, kind, nested)
    written = in_folder(bench, documents, options, LABELS)
    data, losses = in_parquet(bench, documents, options, LABELS)
    assert losses == written.losses
    folder = tmp_path_factory.mktemp("hf")
    for name, content in {**written.files, "a.parquet": data}.items():
        (folder / name).write_bytes(content)
    for name in ("data.jsonl", "a.parquet"):
        taken = list(read(Source(folder / name, name), ReadOptions(), Notices()))
        for document, back in zip(documents, taken, strict=True):
            given = document.document
            assert (back.text, back.uid, back.title) == (given.text, given.uid, given.title)
            assert back.metadata == dict(given.metadata)
            expected, found = kept(document, losses), places(back.spans)
            assert expected == found if scheme != "io" else not expected - found


def test_rows_and_features_of_a_folder(bench):
    written = in_folder(bench, [bench.document(TEXT, *MARKS)])
    assert list(written.files) == ["data.jsonl", "dataset_info.json"]
    assert written.of_documents == ["data.jsonl"]
    row = json.loads(written.files["data.jsonl"])
    assert list(row) == ["id", "metadata", "ner_tags", "text", "title", "tokens"]
    assert row["tokens"] == ["Bí", "thư", "Tỉnh", "ủy", ",", "ông", "An"]
    assert row["ner_tags"] == [3, 4, 4, 4, 0, 0, 1]
    features = json.loads(written.files["dataset_info.json"])["features"]
    names = ["O", "B-person", "I-person", "B-position", "I-position", "B-organization", "I-organization"]
    assert features["ner_tags"]["feature"] == {"_type": "ClassLabel", "names": names}
    assert [str(one.reason) for one in written.losses.lost] == [
        "It lies inside another span, and the file keeps the outermost."
    ]


@pytest.mark.parametrize("name", ["data.jsonl", "dataset_info.json"])
def test_golden_files(bench, name):
    documents = [bench.document(f"{TEXT}\u2028😀", *MARKS), bench.document("Huế", number=2)]
    written = in_folder(bench, documents, WriteOptions("bioes", nested="levels"))
    assert written.files[name] == (GOLDEN / f"golden.huggingface.{name}").read_bytes()


def test_levels_are_columns_of_all_rows(bench):
    documents = [bench.document("An", (0, 2, "person")), bench.document(TEXT, *MARKS, number=2)]
    data, losses = in_parquet(bench, documents, WriteOptions(nested="levels"))
    assert not losses.lost
    table = import_module("pyarrow.parquet").read_table(io.BytesIO(data))
    assert table.column_names == ["id", "metadata", "ner_tags", "ner_tags_1", "text", "title", "tokens"]
    assert table.column("ner_tags_1").to_pylist() == [[0], [0, 0, 5, 6, 0, 0, 0]]


def test_per_label_every_column_names_its_label(bench):
    data, _ = in_parquet(bench, [bench.document(TEXT, *MARKS)], WriteOptions("bioes", nested="per-label"))
    schema = import_module("pyarrow.parquet").read_schema(io.BytesIO(data))
    features = json.loads(schema.metadata[b"huggingface"])["info"]["features"]
    assert [features[name]["feature"]["names"][1] for name in ("ner_tags", "ner_tags_1", "ner_tags_2")] == [
        "B-person",
        "B-position",
        "B-organization",
    ]


@pytest.mark.parametrize("scheme", ["iob2", "bioes"])
def test_seqeval_finds_the_same_entities(bench, scheme):
    documents = [bench.document(TEXT, (0, 6, "position"), (8, 15, "organization"), (21, 23, "person"))]
    written = in_folder(bench, documents, WriteOptions(scheme))
    row = json.loads(written.files["data.jsonl"])
    names = json.loads(written.files["dataset_info.json"])["features"]["ner_tags"]["feature"]["names"]
    labeling = import_module("seqeval.scheme")
    kind = {"iob2": labeling.IOB2, "bioes": labeling.IOBES}[scheme]
    entities = labeling.Entities([[names[number] for number in row["ner_tags"]]], kind)
    assert {(one.start, one.end, one.tag) for one in entities.entities[0]} == {
        (0, 2, "position"),
        (2, 4, "organization"),
        (6, 7, "person"),
    }


def test_equal_documents_give_equal_bytes(bench):
    documents = [bench.document(TEXT, *MARKS), bench.document("Huế", number=2)]
    assert in_parquet(bench, documents) == in_parquet(bench, documents)
    assert in_folder(bench, documents).files == in_folder(bench, documents).files


def test_parquet_without_the_extra_names_it(bench, monkeypatch):
    data, _ = in_parquet(bench, [bench.document(TEXT)])
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(UserError, match=r"pip install 'annotator\[parquet\]'"):
        in_parquet(bench, [bench.document(TEXT)])
    assert "pip install 'annotator[parquet]'" in bench.problems("a.parquet", data)[0]


def jsonl(*rows):
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def test_tags_by_name_need_no_features(bench):
    row = {
        "id": "7",
        "tokens": ["An", "ở", "Huế"],
        "ner_tags": ["B-PER", "O", "B-LOC"],
        "pos_tags": [1, 2, 3],
    }
    taken = bench.read("a.jsonl", jsonl(row))
    assert (taken.only.text, taken.only.metadata) == ("An ở Huế", {"id": "7"})
    assert [span[:3] for span in taken.only.spans] == [(0, 2, "PER"), (5, 8, "LOC")]
    assert taken.notices == [
        "Columns that were left out: pos_tags.",
        "1 document has no text but its tokens, which were joined by blanks.",
    ]


@pytest.mark.parametrize(
    "info",
    [
        {"features": {"ner_tags": {"feature": {"names": ["O", "B-PER"]}, "_type": "List"}}},
        {"default": {"features": {"ner_tags": {"feature": {"names": ["O", "B-PER"]}}}}},
        {"features": {"ner_tags": [{"names": ["O", "B-PER"]}]}},
        {"features": {"ner_tags": {"sequence": {"class_label": {"names": {"0": "O", "1": "B-PER"}}}}}},
    ],
)
def test_names_of_numbers_stand_beside(beside, info):
    row = {"tokens": ["An", "ở"], "ner_tags": [1, 0]}
    (document,) = beside({"data.jsonl": jsonl(row), "dataset_info.json": json.dumps(info).encode()})
    assert [span[:3] for span in document.spans] == [(0, 2, "PER")]


NUMBERS = (
    "holds numbers, and nothing tells what they mean. Put the dataset_info.json of the data beside the file"
)
GOOD = {"tokens": ["An"], "ner_tags": ["O"]}
BAD = [
    ({"tokens": ["An"], "ner_tags": [0]}, f"a.jsonl: “ner_tags” {NUMBERS}"),
    ({"tokens": ["An"], "ner_tags": ["O", "O"]}, "line 1: “ner_tags” has 2 tags for 1 tokens."),
    ({"tokens": ["An"], "ner_tags": "O"}, "line 1: “ner_tags” has 0 tags for 1 tokens."),
    (
        {"tokens": ["An", ""], "ner_tags": ["O", "O"]},
        "line 1: “tokens” must be a list of words, none of them",
    ),
    ({"tokens": "An", "ner_tags": ["O"]}, "line 1: “tokens” must be a list of words"),
    ({"tokens": ["An"], "ner_tags": ["B-"]}, 'line 1: "B-" is no tag.'),
    ({"tokens": ["An"], "ner_tags": [f"B-{'x' * 201}"]}, "is no label; a label is 1 to 200 characters"),
    ({"tokens": ["An"], "ner_tags": None}, "line 1: there is no column “ner_tags”."),
    ({**GOOD, "text": "Bo"}, 'line 1: the token "An" is not in the text, or not at this place.'),
    ({**GOOD, "text": 7}, "line 1: “text” cannot be 7."),
]


@pytest.mark.parametrize(("row", "said"), BAD)
def test_bad_rows_are_refused(bench, row, said):
    problems = bench.problems("a.jsonl", jsonl(row), format_name="huggingface")
    assert said in problems[0]
    assert problems[0].endswith("Nothing was imported.")


def test_every_bad_row_is_named_and_uids_stand_once(bench):
    uid = "6f1c1a4e-6a0e-4b0e-8a65-0d4c1f3a2b10"
    data = (
        jsonl({**GOOD, "id": uid}, {**GOOD, "id": uid}, {**GOOD, "ner_tags": []}) + b'{"tokens": [NaN]}\n{"a'
    )
    problems = bench.problems("a.jsonl", data, format_name="huggingface")
    assert [problem.partition(": ")[0] for problem in problems] == [
        f"a.jsonl, line {number}" for number in (2, 3, 4, 5)
    ]
    assert f"the uid {uid} was already used in line 1" in problems[0]


@pytest.mark.parametrize("data", [b"PAR1", b"PAR1 not really PAR1"])
def test_damaged_parquet_is_refused(bench, data):
    assert bench.problems("a.parquet", data)[0].startswith(
        "a.parquet: is no Parquet file, or it is damaged ("
    )


def test_truncated_parquet_is_refused(bench):
    data, _ = in_parquet(bench, [bench.document(TEXT, *MARKS)])
    assert "is damaged" in bench.problems("a.parquet", data[:-20])[0]
    middle = data[:40] + bytes(60) + data[100:]
    assert "Nothing was imported." in bench.problems("a.parquet", middle)[0]


def test_columns_of_every_kind_are_metadata_or_named(bench):
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    stream = io.BytesIO()
    columns = {
        "tokens": [["An"]],
        "ner_tags": [["B-X"]],
        "day": arrow.array([19_000], arrow.date32()),
        "price": arrow.array([Decimal("1.50")]),
        "score": [0.5],
        "kind": arrow.array(["tin"]).dictionary_encode(),
        "picture": arrow.array([b"\xff"]),
        "vectors": arrow.array([[b"\xff"]]),
        "more": [{"a": 1}],
    }
    parquet.write_table(arrow.table(columns), stream)
    taken = bench.read("a.parquet", stream.getvalue())
    assert taken.only.metadata == {"day": "2022-01-08", "price": "1.50", "score": "0.5", "kind": "tin"}
    assert taken.notices[0] == "Columns that were left out: more, picture, vectors."


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_whatever_is_wrong_with_parquet_is_a_sentence(bench, data):
    whole = bytearray(in_parquet(bench, [bench.document(TEXT, *MARKS)])[0])
    for _ in range(data.draw(st.integers(1, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        taken = bench.read("a.parquet", bytes(whole))
    except FormatError as error:
        assert all(str(problem).endswith("Nothing was imported.") for problem in error.problems)
    else:
        assert len(taken.documents) <= 1


def test_a_number_beyond_the_names_is_refused(bench):
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    info = {"info": {"features": {"ner_tags": {"feature": {"names": ["O"]}}}}}
    table = arrow.table({"tokens": [["An"]], "ner_tags": [[-100]]})
    stream = io.BytesIO()
    parquet.write_table(table.replace_schema_metadata({"huggingface": json.dumps(info)}), stream)
    assert bench.problems("a.parquet", stream.getvalue()) == [
        "a.parquet, row 1: -100 is none of the 1 tags of “ner_tags”. Nothing was imported."
    ]


def test_texts_that_no_library_holds_are_refused(bench):
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    stream = io.BytesIO()
    rows = {"tokens": [["An"], ["a\0b"]], "ner_tags": [["O"], ["O"]], "title": ["\0", ""]}
    parquet.write_table(arrow.table(rows), stream)
    assert [problem.partition(":")[0] for problem in bench.problems("a.parquet", stream.getvalue())] == [
        "a.parquet, row 1",
        "a.parquet, row 2",
    ]


def test_a_broken_info_beside_is_named(beside):
    with pytest.raises(Exception, match=r"dataset_info\.json beside it is no valid JSON"):
        beside({"data.jsonl": jsonl(GOOD), "dataset_info.json": b"{"})


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not here")
def test_the_sample(bench):
    taken = bench.read("wnut.parquet", (SAMPLES / "wnut17_dev_300.parquet").read_bytes())
    assert len(taken.documents) == 300
    spans = [(one.text[span.start : span.end], span.label) for one in taken.documents for span in one.spans]
    assert spans[:2] == [("Redondo Beach Blvd", "location"), ("Gardena", "location")]
    assert taken.notices == ["300 documents have no text but their tokens, which were joined by blanks."]
