"""spaCy: what is written comes back, spaCy itself reads the same, and what is wrong is said in a sentence."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import FormatError, UserError
from annotator.formats.base import OutgoingSpan, WriteOptions
from annotator.model.label import Label

GOLDEN = Path(__file__).parents[2] / "data" / "formats"
SAMPLES = Path(__file__).parents[3].parent / "shared" / "samples" / "spacy"
LABELS = ("PERSON", "a b%", "chức vụ")
TEXT = "  Bí thư  Tỉnh ủy\r\nông An\u00a0😀."

pieces = st.sampled_from(
    [
        *("Ông An", "Huế.", "TP. ", "(1) ", " ", "  ", "\n\n", "\r\n", "\t", "ORG", "\u2028", "\ufeff", "😀"),
        *("👳🏻\u200d♀️", "e\u0302\u0301", "\u00a0", "\u200b", "\x1c", "\x85", "שלום"),
    ]
)
texts = st.lists(pieces, min_size=1, max_size=12).map("".join)


@st.composite
def marked_texts(draw):
    text = draw(texts)
    spans = set()
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text) - 1))
        spans.add((start, draw(st.integers(start + 1, len(text))), draw(st.sampled_from(LABELS))))
    return text, spans


def label_set():
    return tuple(Label(f"uid {name}", name, "#000000") for name in LABELS)


def docs_of(data: bytes):
    from spacy.tokens import DocBin

    return list(DocBin().from_bytes(data).get_docs(vocabulary()))


@cache
def vocabulary():
    from spacy.vocab import Vocab

    return Vocab()


def marked(spans):
    return sorted((span.start_char, span.end_char, span.label_) for span in spans)


@settings(max_examples=60, deadline=None)
@given(
    case=marked_texts(),
    kind=st.sampled_from(["syllables", "characters"]),
    nested=st.sampled_from(["outermost", "innermost", "levels"]),
)
def test_what_is_not_lost_comes_back_and_spacy_reads_the_same(bench, case, kind, nested):
    text, spans = case
    document = bench.document(text, *spans)
    options = WriteOptions(tokens=kind, nested=nested)
    data, losses = bench.write("spacy", [document, document], labels=label_set(), options=options)
    kept = sorted(spans - {(one.start, one.end, one.label) for one in losses.lost})
    assert len(losses.lost) == 2 * (len(spans) - len(kept))
    taken = bench.read("a.spacy", data).documents
    assert [(one.text, one.uid, one.title) for one in taken] == [(text, document.document.uid, "Title 1")] * 2
    assert all(sorted(span[:3] for span in one.spans) == kept for one in taken)
    for doc in docs_of(data):
        assert doc.text == text
        assert marked(doc.spans["sc"]) == kept
        assert set(marked(doc.ents)) <= set(kept)
        assert all(first.end <= second.start for first, second in zip(doc.ents, doc.ents[1:], strict=False))
        assert bool(doc.ents) == bool(kept)


def test_tokens_are_syllables_and_white_space_but_for_one_blank(bench):
    data, losses = bench.write("spacy", [bench.document(TEXT, (2, 17, "position"), (10, 17, "organization"))])
    (doc,) = docs_of(data)
    assert [token.text for token in doc] == [
        *("  ", "Bí", "thư", " ", "Tỉnh", "ủy", "\r\n", "ông", "An", "\u00a0", "😀", ".")
    ]
    assert doc.text == TEXT
    assert marked(doc.ents) == [(2, 17, "position")]
    assert [token.ent_iob_ for token in doc] == ["O", "B", *"IIII", *"OOOOOO"]
    assert not losses.lost
    assert [str(note) for note in losses.notes] == [
        '1 span is in doc.spans["sc"] only, for doc.ents holds none that overlap.',
        "DocBin does not hold notes, flags and statuses.",
    ]


def test_the_golden_message(bench):
    marks = (2, 17, "position"), (10, 17, "organization")
    data, _ = bench.write("spacy", [bench.document(TEXT, *marks), bench.document("Huế", number=2)])
    assert zlib.decompress(data) == (GOLDEN / "golden.docbin.msgpack").read_bytes()


def test_innermost_spans_may_be_the_entities(bench):
    options = WriteOptions(nested="innermost")
    document = bench.document(TEXT, (2, 17, "position"), (10, 17, "organization"))
    data, _ = bench.write("spacy", [document], options=options)
    assert marked(docs_of(data)[0].ents) == [(10, 17, "organization")]


def test_overlaps_may_be_refused(bench):
    document = bench.document(TEXT, (2, 17, "position"), (10, 17, "organization"))
    with pytest.raises(UserError, match="overlap"):
        bench.write("spacy", [document], options=WriteOptions(nested="refuse"))


def test_one_document_or_none_is_a_docbin(bench):
    data, _ = bench.write("spacy", [])
    assert docs_of(data) == []
    assert bench.read("a.spacy", data).documents == []


def test_the_same_documents_give_the_same_bytes_and_metadata_comes_back(bench):
    document = bench.document("An", (0, 2, "person"))
    document = replace(document, document=replace(document.document, metadata={"source": "Báo", "a": "1"}))
    first, _ = bench.write("spacy", [document])
    assert first == bench.write("spacy", [document])[0]
    assert bench.read("a.spacy", first).only.metadata == {"source": "Báo", "a": "1"}


def test_a_discontinuous_span_is_its_hull_and_told(bench):
    span = OutgoingSpan(0, 8, "person", bench.annotator.uid, "u", parts=((0, 2), (6, 8)))
    document = bench.document("An và Bo")
    document = type(document)(document.document, document.layers, (span,), document.status)
    data, losses = bench.write("spacy", [document])
    (doc,) = docs_of(data)
    assert marked(doc.spans["sc"]) == [(0, 8, "person")]
    assert [str(one.reason) for one in losses.lost] == [
        "It is discontinuous; the file marks all from its first to its last word."
    ]


def test_of_equal_spans_of_two_people_one_is_there_and_the_other_told(bench):
    spans = tuple(OutgoingSpan(0, 2, "person", person, f"s{person}") for person in ("a", "b"))
    document = bench.document("An")
    document = type(document)(document.document, document.layers, spans, document.status)
    data, losses = bench.write("spacy", [document])
    assert [(one.start, one.label, str(one.reason)) for one in losses.lost] == [
        (0, "person", "Another annotator marked the same, and the file does not name annotators.")
    ]
    assert [span[:3] for span in bench.read("a.spacy", data).only.spans] == [(0, 2, "person")]


def foreign(make, **options):
    """A DocBin as spaCy makes it."""
    from spacy.tokens import Doc, DocBin, Span

    vocab = vocabulary()
    packed = DocBin(**options)
    for words, ents, groups in make:
        doc = Doc(vocab, words=words[0], spaces=words[1] if len(words) > 1 else None)
        doc.ents = [Span(doc, *one) for one in ents]
        for name, spans in groups.items():
            doc.spans[name] = [Span(doc, *one[:3], kb_id="".join(one[3:])) for one in spans]
        packed.add(doc)
    return packed.to_bytes()


def test_entities_are_read_where_there_are_no_groups(bench):
    words = ["Ông", "An", "Huế", "đẹp"], [True, False, True, False]
    data = foreign([(words, [(1, 2, "PER"), (2, 3, "LOC")], {}), (([],), [], {})])
    taken = bench.read("a.spacy", data)
    assert (taken.only.text, [span[:3] for span in taken.only.spans]) == (
        "Ông AnHuế đẹp",
        [(4, 6, "PER"), (6, 9, "LOC")],
    )
    assert taken.notices == ["1 document without text was left out."]


def test_groups_of_other_names_are_read_together(bench):
    groups = {"a": [(0, 2, "X")], "b": [(0, 2, "X"), (1, 2, "Y")]}
    data = foreign([((["An", "Bo"],), [(0, 1, "Z")], groups)])
    taken = bench.read("a.spacy", data).only
    assert (taken.text, [span[:3] for span in taken.spans]) == ("An Bo", [(0, 5, "X"), (3, 5, "Y")])


def test_links_and_unlabelled_spans_are_counted(bench):
    groups = {"sc": [(0, 1, "X", "Q42"), (1, 2, ""), (0, 2, "Y")]}
    taken = bench.read("a.spacy", foreign([((["An", "Bo"],), [], groups)]))
    assert [span[:3] for span in taken.only.spans] == [(0, 2, "X"), (0, 5, "Y")]
    assert taken.notices == [
        "1 link to a knowledge base was left out.",
        "1 span without a label was left out.",
    ]


def test_texts_that_no_library_holds_are_refused(bench):
    (problem,) = bench.problems("a.spacy", foreign([((["An", "a\0b"],), [], {})]))
    assert problem == (
        "a.spacy, document 1: a text holds U+0000, which no text can hold (NUL or half of a surrogate pair). "
        "Nothing was imported."
    )


@cache
def sound():
    return zlib.decompress(foreign([((["An", "Bo"],), [(0, 1, "X")], {"sc": [(0, 1, "X")]})]))


def message(**changes):
    """A sound message of one document "An Bo" with keys replaced."""
    import srsly

    found = srsly.msgpack_loads(sound())
    return zlib.compress(srsly.msgpack_dumps({**found, **changes}))


BAD = [
    (b"", "a.spacy is empty. There is nothing to import."),
    (b"PK\x03\x04 no DocBin", "a.spacy: is no DocBin of spaCy 3, or it is damaged (Error -3 while"),
    (zlib.compress(b"\x93\x01\x02\x03"), "a.spacy: is no DocBin of spaCy 3, or it is damaged (no map)."),
    (zlib.compress(b"\xc1"), "a.spacy: is no DocBin of spaCy 3, or it is damaged ("),
    (zlib.compress(b"\x80")[:-3], "a.spacy: is no DocBin of spaCy 3, or it is damaged (ends too early)."),
    (
        {"lengths": b"\x09\0\0\0"},
        "a.spacy: is no DocBin of spaCy 3, or it is damaged (lengths do not agree).",
    ),
    ({"lengths": b"\xff\xff\xff\xff"}, "(lengths do not agree)."),
    ({"tokens": b"\0" * 9}, "(tokens ends too early)."),
    ({"tokens": "text"}, "(no tokens)."),
    ({"attrs": [1]}, "(lengths do not agree)."),
    ({"strings": [1]}, "(lengths do not agree)."),
    ({"strings": []}, "a.spacy, document 1: is damaged (no string "),
    ({"span_groups": []}, "(span_groups: not one a document)."),
    ({"span_groups": [b"\x90\x90"]}, "a.spacy, document 1: is damaged (something follows)."),
    (zlib.compress(b"\x81\xa4attr"), "(Unpack failed: incomplete input)."),
    (zlib.compress(b"\x81\xa5attrs\xc6\xff\xff\xff\xff"), "(ends too early)."),
    (zlib.compress(b"\x81\xa5attrs"), "(Unpack failed: incomplete input)."),
    ({"span_groups": [b"\xc1"]}, "a.spacy, document 1: is damaged ("),
]


@pytest.mark.parametrize(("data", "said"), BAD)
def test_damaged_files_are_refused(bench, data, said):
    problems = bench.problems("a.spacy", message(**data) if isinstance(data, dict) else data)
    assert said in problems[0]
    assert problems[0].endswith("Nothing was imported.") or data == b""


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_whatever_is_wrong_with_a_message_is_a_sentence(bench, data):
    whole = bytearray(sound())
    for _ in range(data.draw(st.integers(1, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        taken = bench.read("a.spacy", zlib.compress(bytes(whole)))
    except FormatError as error:
        assert all(str(problem).endswith("Nothing was imported.") for problem in error.problems)
    else:
        assert len(taken.documents) <= 1


def test_a_bomb_is_not_unpacked(bench, monkeypatch):
    monkeypatch.setattr("annotator.formats.spacy.docbin_message.LARGEST", 1000)
    assert "more than 0 MB" in bench.problems("a.spacy", zlib.compress(bytes(10_000)))[0]


def test_spans_that_do_not_fit_their_tokens_are_refused(bench):
    import struct

    import srsly

    def group(*place):
        span = struct.pack(">QQQllll", 0, 0, 380, *place)
        packed = srsly.msgpack_dumps({"name": "sc", "attrs": {}, "spans": [span]})
        return message(span_groups=[srsly.msgpack_dumps({packed: ["sc"]})])

    assert bench.read("a.spacy", group(0, 1, 0, 2)).only.spans[0][:3] == (0, 2, "PERSON")
    assert bench.problems("a.spacy", group(0, 3, 0, 5)) == [
        "a.spacy, document 1: a span covers tokens 0–3 of 2. Nothing was imported."
    ]
    assert bench.problems("a.spacy", group(0, 1, 0, 3)) == [
        "a.spacy, document 1: a span says 0–3, but its tokens stand at 0–2. Nothing was imported."
    ]


def test_without_the_extra_both_ways_name_it(bench, monkeypatch):
    def missing():
        raise ImportError

    data, _ = bench.write("spacy", [bench.document("An")])
    monkeypatch.setattr("annotator.formats.spacy.docbin.library", missing)
    with pytest.raises(UserError, match=r"pip install 'annotator\[spacy\]'"):
        bench.write("spacy", [bench.document("An")])
    assert "pip install 'annotator[spacy]'" in bench.problems("a.spacy", data)[0]


SIMPLE = [["Ông An ở Huế", {"entities": [[4, 6, "PER"], [9, 12, "LOC"], [3, 3, "X"]], "cats": {"news": 1}}]]


@pytest.mark.parametrize("wrapped", [False, True])
def test_simple_json(bench, wrapped):
    data = {"classes": ["PER"], "annotations": [None, *SIMPLE]} if wrapped else SIMPLE
    taken = bench.read("a.json", json.dumps(data, ensure_ascii=False).encode())
    assert taken.only.text == "Ông An ở Huế"
    assert [span[:3] for span in taken.only.spans] == [(4, 6, "PER"), (9, 12, "LOC")]
    assert taken.notices == ["1 label of a whole document was left out.", "1 empty span was left out."]


@pytest.mark.parametrize("raw", ["An  Bo, Huế", None])
def test_training_json(bench, raw):
    tokens = [("An", "B-PER"), ("Bo", "L-PER"), (",", "O")], [("Huế", "U-LOC")]
    sentences = [{"tokens": [{"orth": word, "ner": tag} for word, tag in one]} for one in tokens]
    data = [
        {"id": 7, "paragraphs": [{"raw": raw, "sentences": sentences} if raw else {"sentences": sentences}]}
    ]
    taken = bench.read("a.json", json.dumps(data).encode()).only
    where = [(0, 6), (8, 11)] if raw else [(0, 5), (8, 11)]
    assert (taken.text, taken.title) == (raw or "An Bo , Huế", "7")
    assert [span[:3] for span in taken.spans] == [(*where[0], "PER"), (*where[1], "LOC")]


BAD_JSON = [
    (
        '[["An", {"entities": [[0, 9, "X"]]}]]',
        "document 1: end 9 is after the end of the text (2 characters).",
    ),
    ('[["An", {"entities": [[2, 1, "X"]]}]]', "document 1: 2–1 is no stretch of text."),
    (
        '[["An", {"entities": [[0, 1.5, "X"]]}]]',
        'document 1: an entity is [start, end, label], not [0, 1.5, "X"].',
    ),
    (
        '[["An", {"entities": [[0, 1, ""]]}]]',
        'document 1: "" is no label; a label is 1 to 200 characters on one',
    ),
    ('[["An", {"entities": {}}]]', "document 1: “entities” cannot be {}."),
    ('[["An", {"entities": []}], ["Bo"]]', "document 2: expected: a text and an object with “entities”."),
    ('[["An", {"entities": [', "a.json: not valid JSON (ends too early)."),
    ('[["An", {"entities": [], "entities": []}]]', "a.json: the key “entities” comes twice in one object."),
    ('[["An", {"entities": [NaN]}]]', "a.json: NaN is no number that can be kept."),
    ('[["\\ud800", {"entities": []}]]', "a.json: a text holds U+D800"),
    ("[" * 300 + "]" * 300, "nested more than 200 deep."),
    ('{"a": 1}', "a.json: is no JSON of spaCy: a list of documents was expected."),
    ('[{"paragraphs": 1}]', "document 1: a list “paragraphs” was expected."),
    ('[{"paragraphs": [{"sentences": [{"tokens": [{"ner": "O"}]}]}]}]', "document 1: a token has no “orth”."),
    (
        '[{"paragraphs": [{"raw": "Bo", "sentences": [{"tokens": [{"orth": "An"}]}]}]}]',
        'document 1: the token "An" is not in the text, or not at this place.',
    ),
    (
        '[{"paragraphs": [{"sentences": [{"tokens": [{"orth": "An", "ner": "B-"}]}]}]}]',
        'document 1: "B-" is no tag.',
    ),
]


@pytest.mark.parametrize(("data", "said"), BAD_JSON)
def test_bad_json_is_refused(bench, data, said):
    problems = bench.problems("a.json", data.encode(), format_name="spacy")
    assert said in problems[0]
    assert problems[0].endswith("Nothing was imported.")


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not here")
@pytest.mark.parametrize(
    ("name", "documents", "spans"), [("v2_simple_train.json", 2, 3), ("spancat_train.json", 3, 4)]
)
def test_samples(bench, name, documents, spans):
    taken = bench.read(name, (SAMPLES / name).read_bytes())
    assert (len(taken.documents), sum(len(one.spans) for one in taken.documents)) == (documents, spans)
    assert {one.text[span.start : span.end] for one in taken.documents for span in one.spans} == {
        "Shaka Khan",
        "London",
        "Berlin",
    }
