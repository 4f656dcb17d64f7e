"""UIMA CAS as XMI and JSON: dkpro-cassis reads what we write and finds the same, and so do we."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from cassis import Cas, TypeSystem, load_cas_from_json, load_cas_from_xmi, load_typesystem
from hypothesis import example, given, settings
from layer_bench import LayerBench, Written
from outgoing import LAN, MINH, PEOPLE, hostile_documents, places

from annotator.formats.base import IncomingLayer, OutgoingDocument, OutgoingSpan
from annotator.formats.recognition import recognised
from annotator.formats.uima.cas_types import types_of_json, types_of_xml
from annotator.formats.uima.layers import NAMED_ENTITY
from annotator.model.document import Document, Status
from annotator.model.identity import fixed_uid

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples"
REFUSED = "Nothing was imported."
NAMES = {LAN.uid: "Lan", MINH.uid: "Minh"}
ILLEGAL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@pytest.fixture(scope="module")
def xmi(tmp_path_factory: pytest.TempPathFactory) -> LayerBench:
    return LayerBench(tmp_path_factory.mktemp("xmi"), "uima.xmi_reader", "uima.xmi_writer", ".xmi")


@pytest.fixture(scope="module")
def cas(tmp_path_factory: pytest.TempPathFactory) -> LayerBench:
    return LayerBench(tmp_path_factory.mktemp("cas"), "uima.json_reader", "uima.json_writer", ".json")


def small(
    text: str, *spans: tuple[int, int, str], metadata: dict[str, str] | None = None
) -> OutgoingDocument:
    marked = tuple(
        OutgoingSpan(*span, LAN.uid, fixed_uid("span", str(number))) for number, span in enumerate(spans)
    )
    layers = ((LAN.uid, Status.DONE), (MINH.uid, Status.IN_PROGRESS))
    document = Document(fixed_uid("d", text), "c", 'Bài "1" <x>', text, metadata or {})
    return OutgoingDocument(document, layers, marked, Status.DONE)


HARD = small("A\x01\x0b\uffff\t\r\n😊 <An>", (0, 4, "person"), (7, 9, "mood"), metadata={"a b": "x\ny"})


# what is written


def as_cassis_reads(written: Written):
    if "TypeSystem.xml" in written.files:
        types = load_typesystem(io.BytesIO(written.files["TypeSystem.xml"]))
        return load_cas_from_xmi(io.BytesIO(written.files[written.of_documents[0]]), typesystem=types)
    return load_cas_from_json(io.BytesIO(written.files[written.of_documents[0]]))


@pytest.mark.parametrize("name", ["xmi", "cas"])
@settings(max_examples=120, deadline=None)
@given(document=hostile_documents(people=PEOPLE, parts=True))
@example(document=HARD)
def test_what_is_written_is_read_again_by_us_and_by_cassis(request, name, document):
    bench = request.getfixturevalue(name)
    written = bench.write([document], PEOPLE)
    only = bench.read_back(written).only
    held = document.document
    assert (only.text, only.uid) == (held.text, held.uid)
    assert places(only.spans) == Counter((span.start, span.end, span.label) for span in document.spans)
    assert Counter(span.annotator for span in only.spans) == Counter(
        NAMES[span.annotator] for span in document.spans
    )
    assert dict(only.layers) == {NAMES[uid]: status for uid, status in document.layers}
    if name == "cas":
        assert (only.title or held.uid, only.metadata) == (held.title or held.uid, held.metadata)

    oracle = as_cassis_reads(written)
    assert oracle.sofa_string == (ILLEGAL.sub(" ", held.text) if name == "xmi" else held.text)
    assert Counter((one.begin, one.end, one.value) for one in oracle.select(NAMED_ENTITY)) == places(
        only.spans
    )
    assert len(written.losses.lost) == sum(span.parts is not None for span in document.spans)


def test_a_written_xmi(xmi):
    written = xmi.write([small("😊 An", (2, 4, 'a"<b'))], (LAN, MINH))
    assert list(written.files) == ["TypeSystem.xml", f"bai-1-x.{fixed_uid('d', '😊 An')}.xmi"]
    lines = written.only.splitlines()
    assert lines[4:7] == [
        ('<ner:NamedEntity xmi:id="3" sofa="1" begin="3" end="5" annotator="Lan" value="a&quot;&lt;b"/>'),
        '<annotator:Entry xmi:id="4" kind="layer" name="Lan" value="done"/>',
        '<annotator:Entry xmi:id="5" kind="layer" name="Minh" value="in-progress"/>',
    ]
    types = types_of_xml(written.files["TypeSystem.xml"], "t")
    assert types is not None
    assert list(types.spans()) == [NAMED_ENTITY]


def test_the_one_person_of_a_file_is_whose_spans_they_are(xmi, cas):
    document = small("An", (0, 2, "person"))
    alone = OutgoingDocument(document.document, ((LAN.uid, Status.DONE),), document.spans, Status.DONE)
    for bench in (xmi, cas):
        written = bench.write([alone], (LAN,))
        assert '"Lan"' not in written.only.partition("Entry")[0]
        only = bench.read_back(written).only
        assert [span.annotator for span in only.spans] == ["Lan"]
        assert only.layers == (IncomingLayer("Lan", Status.DONE),)


def test_control_characters_are_said_to_be_blanks_elsewhere(xmi):
    other = small("B\x01", metadata={"a\x02": "b"})
    notes = [str(note) for note in xmi.write([HARD, other], PEOPLE).losses.notes]
    assert notes[2:] == [
        "XML cannot hold 4 control characters; other programs read blanks there, this one what they are.",
        "XML cannot hold 1 control character of titles and metadata; U+FFFD stands for it.",
    ]


@settings(max_examples=60, deadline=None)
@given(document=hostile_documents())
def test_what_cassis_writes_is_read(xmi, cas, document):
    text = ILLEGAL.sub(" ", document.document.text)
    types = TypeSystem()
    kind = types.create_type("webanno.custom.Name", "uima.tcas.Annotation")
    types.create_feature(kind, "category", "uima.cas.String")
    made = Cas(typesystem=types)
    made.sofa_string, made.sofa_mime = text, "text"
    made.add_all([kind(begin=span.start, end=span.end, category=span.label) for span in document.spans])
    expected = Counter((span.start, span.end, span.label) for span in document.spans)
    by_xmi = xmi.read(made.to_xmi(), beside={"TypeSystem.xml": types.to_xml().encode()}).only
    by_json = cas.read(made.to_json()).only
    assert (by_xmi.text, places(by_xmi.spans)) == (text, expected)
    assert (by_json.text, places(by_json.spans)) == (text, expected)


# what others write

SPACES = (
    'xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
    'xmlns:c="http:///webanno/custom.ecore" xmlns:t="http:///uima/tcas.ecore" '
    'xmlns:i="http:///de/tudarmstadt/ukp/clarin/webanno/api/type.ecore" '
    'xmlns:m="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore"'
)
TYPES = (
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>{}</types>'
    "</typeSystemDescription>"
)


def described(name: str, parent: str, **ranges: str) -> str:
    features = "".join(
        f"<featureDescription><name>{one}</name><rangeTypeName>{kind}</rangeTypeName></featureDescription>"
        for one, kind in ranges.items()
    )
    return (
        f"<typeDescription><name>{name}</name><supertypeName>{parent}</supertypeName>"
        f"<features>{features}</features></typeDescription>"
    )


def file(body: str, text: str = "An Bo", view: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><xmi:XMI {SPACES} xmi:version="2.0"><cas:NULL xmi:id="0"/>'
        f'{body}<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{text}"/>'
        f"{view}</xmi:XMI>"
    )


def test_an_inception_file_gives_title_person_and_counts_what_it_leaves(xmi):
    body = (
        '<m:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="5" documentId="a.txt" documentTitle="Bài"/>'
        '<i:CASMetadata xmi:id="3" sofa="1" begin="0" end="0" username="hoa"/>'
        '<c:PHI xmi:id="4" sofa="1" begin="0" end="2" kind="NAME"/>'
        '<c:PHI xmi:id="5" sofa="1" begin="3" end="5"/>'
        '<c:PHI xmi:id="6" sofa="1" begin="3" end="3"/>'
        '<c:PHI xmi:id="7" sofa="1" begin="0" end="5" kind="DELETED"/>'
        '<c:Rel xmi:id="8" sofa="1" begin="3" end="5" Governor="4" Dependent="5"/>'
        '<c:Chain xmi:id="9" first="10"/><c:Link xmi:id="10" sofa="1" begin="0" end="2" referenceType="x"/>'
        '<c:LinkType xmi:id="11" role="agent" target="4"/>'
    )
    view = '<cas:View sofa="1" members="2 3 4 5 6 8 9 10"/>'
    taken = xmi.read(file(body, view=view))
    assert [span[:4] for span in taken.only.spans] == [(0, 2, "NAME", "hoa"), (3, 5, "PHI", "hoa")]
    assert (taken.only.title, taken.only.uid, taken.only.layers) == (
        "Bài",
        None,
        (IncomingLayer("hoa", Status.NEW),),
    )
    assert taken.notices == [
        "No TypeSystem.xml stands beside the file; features of spans were taken as texts.",
        "1 relation was left out.",
        "1 link from a span to another was left out.",
        "1 mention in a chain was left out.",
        "1 empty span was left out.",
    ]


def test_a_type_system_tells_subtypes_and_references(xmi):
    types = TYPES.format(
        described(
            "webanno.custom.Base", "uima.tcas.Annotation", value="webanno.custom.Tag", kind="uima.cas.String"
        )
        + described("webanno.custom.Sub", "webanno.custom.Base")
        + described("webanno.custom.Tag", "uima.cas.TOP")
        + described("a.Word", "a.Token")
        + described("a.Token", "uima.tcas.Annotation")
    )
    body = (
        '<c:Sub xmi:id="2" sofa="1" begin="0" end="2" value="7" kind="K"/>'
        '<c:Base xmi:id="3" sofa="1" begin="3" end="5" value="7"/>'
        '<x:Word xmlns:x="http:///a.ecore" xmi:id="4" sofa="1" begin="3" end="5"/>'
    )
    beside = {"My_TypeSystem.xml": types.encode(), "other.xml": b"<a/>"}
    taken = xmi.read(file(body), beside=beside)
    assert [span[:3] for span in taken.only.spans] == [(0, 2, "K"), (3, 5, "Base")]
    assert taken.notices == ["1 span of the layer a.Word was not read; choose the layer to read it."]
    only = xmi.read(file(body), layer="Sub", beside=beside).only
    assert [span.label for span in only.spans] == ["K"]
    assert [span.label for span in xmi.read(file(body), layer="a.Token", beside=beside).only.spans] == [
        "Word"
    ]


def test_a_type_that_is_its_own_ancestor_does_no_harm():
    types = types_of_json(
        {"a": {"%SUPER_TYPE": "b"}, "b": {"%SUPER_TYPE": "a"}, "c": 1, "d": {"x": {"%RANGE": 1}}}
    )
    assert types.lineage("a") == ("a", "b")
    assert types.is_text("d", "x")
    assert list(types.spans()) == []


BOMB = '<!DOCTYPE a [<!ENTITY b "c">]>'
BAD_XMI = [
    (
        file("").replace("<xmi", f"{BOMB}<xmi", 1),
        "a.xmi, XML: contains a document type declaration (DTD), which is not accepted.",
    ),
    ("<a/>", "a.xmi: is no XMI of a UIMA CAS (it begins with <a>)."),
    (
        TYPES.format(""),
        (
            "a.xmi: is the type system of XMI files, not an article. Keep it in their folder and import the "
            "XMI files."
        ),
    ),
    ("<a", "a.xmi, XML, line 1, column 0: not well-formed XML."),
    (
        file("", text=""),
        "a.xmi: holds no text (“sofaString”). Texts that stand elsewhere are not fetched.",
    ),
    (
        file('<c:X xmi:id="2" sofa="1" begin="0" end="9"/>'),
        ("a.xmi, X id 2: end 9 is after the end of the text (5 characters); places count UTF-16 units."),
    ),
    (
        file('<c:X xmi:id="2" sofa="1" begin="1" end="2"/>', text="😊"),
        ("a.xmi, X id 2: 1–2 begins or ends inside a character; places count UTF-16 units."),
    ),
    (
        file('<c:X xmi:id="2" sofa="1" begin="1"/>'),
        'a.xmi, X: “end” must be a whole number, not "".',
    ),
    (file('<c:X sofa="1"/>'), 'a.xmi, X: “id” must be a whole number, not "".'),
    (
        file('<c:X xmi:id="2"/><c:Y xmi:id="2"/>'),
        "a.xmi, Y: the id 2 is that of another one, too.",
    ),
    (
        file('<c:X xmi:id="2" sofa="9" begin="0" end="1"/>'),
        'a.xmi, X id 2: belongs to the text "9", and the file has no such text.',
    ),
    (
        file("", view='<cas:View sofa="1" members="7"/>'),
        ("a.xmi: the view _InitialView has a member 7, and nothing in the file has this id."),
    ),
    (
        file('<cas:Sofa xmi:id="3" sofaID="_InitialView" sofaString="b"/>'),
        ("a.xmi: holds the text _InitialView twice, so that it is not certain which counts."),
    ),
    (
        file(f'<c:X xmi:id="2" sofa="1" begin="0" end="2" value="{"x" * 300}"/>'),
        f'a.xmi, X id 2: "{"x" * 39}… can be no name of a label or annotator.',
    ),
]


@pytest.mark.parametrize(("data", "said"), BAD_XMI, ids=[str(number) for number in range(len(BAD_XMI))])
def test_bad_xmi_is_refused_with_place_and_reason(xmi, data, said):
    assert xmi.problems(data)[0] == f"{said} {REFUSED}"


def test_a_type_system_with_a_dtd_is_refused(xmi):
    beside = {"TypeSystem.xml": BOMB.encode() + b"<a/>"}
    assert xmi.problems(file(""), beside=beside)[0].startswith(
        "TypeSystem.xml, XML: contains a document type"
    )


def test_a_type_system_is_known_by_what_it_begins_with():
    assert recognised(TYPES.format("").encode(), ".xml") == "uima-xmi"


def test_a_layer_that_is_not_there_is_refused_with_those_that_are(xmi):
    body = '<c:X xmi:id="2" sofa="1" begin="0" end="2"/>'
    assert xmi.problems(file(body), layer="Y") == [
        (
            "a.xmi: has no layer of spans “Y”, or more than one of that name. It has webanno.custom.X. "
            "Nothing was imported."
        )
    ]


def text_of(number: int = 1) -> str:
    return f'{{"%ID": {number}, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "An Bo"}}'


def whole(*structures: str, views: str = "{}") -> str:
    return f'{{"%TYPES": {{}}, "%FEATURE_STRUCTURES": [{", ".join(structures)}], "%VIEWS": {views}}}'


BAD_JSON = [
    ("{", "a.json: not valid JSON (ends too early)."),
    ('{"a": NaN}', "a.json: NaN is no number that can be kept."),
    ('{"a": 1, "a": 2}', "a.json: the key “a” comes twice in one object."),
    ("[" * 300 + "]" * 300, "a.json: lists or objects are nested more than 200 deep."),
    (
        whole('{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": "\\ud800"}'),
        ("a.json: a text holds U+D800, which no text can hold (NUL or half of a surrogate pair)."),
    ),
    ("[]", "a.json: is no UIMA CAS JSON: it has no list “%FEATURE_STRUCTURES”."),
    (
        whole('{"%ID": "1"}'),
        'a.json, structure 1: {"%ID": "1"} has no “%ID” that is a number, or no “%TYPE”.',
    ),
    (
        whole(text_of(), '{"%ID": 2, "%TYPE": "a.X", "@sofa": 1, "begin": 0, "end": true}'),
        "a.json, a.X: “end” must be a whole number, not true.",
    ),
    (
        whole(text_of(), '{"%ID": 2, "%TYPE": "a.X", "@sofa": 1, "begin": -1, "end": 3}'),
        "a.json, X id 2: -1–3 is no stretch of text; places count UTF-16 units.",
    ),
    (
        whole(text_of(), '{"%ID": 2, "%TYPE": "a.X", "@sofa": [1], "begin": 0, "end": 3}'),
        "a.json, a.X id 2: belongs to the text [1], and the file has no such text.",
    ),
    (
        whole(text_of(), text_of()),
        "a.json, uima.cas.Sofa: the id 1 is that of another one, too.",
    ),
    (
        whole(text_of(), views='{"_InitialView": {"%MEMBERS": [5]}}'),
        "a.json: the view _InitialView has a member 5, and nothing in the file has this id.",
    ),
]


@pytest.mark.parametrize(("data", "said"), BAD_JSON, ids=[str(number) for number in range(len(BAD_JSON))])
def test_bad_json_is_refused_with_place_and_reason(cas, data, said):
    assert cas.problems(data)[0] == f"{said} {REFUSED}"


def test_structures_may_stand_in_an_object_and_further_texts_are_counted(cas):
    data = {
        "%TYPES": {"a.X": {"%NAME": "a.X", "%SUPER_TYPE": "uima.tcas.Annotation"}},
        "%FEATURE_STRUCTURES": {
            "1": {"%TYPE": "uima.cas.Sofa", "sofaID": "other", "sofaString": "Khác"},
            "2": {"%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "😊 An"},
            "3": {"%TYPE": "a.X", "@sofa": 2, "begin": 3, "end": 5, "@value": 4, "category": 7},
            "4": {"%TYPE": "a.X", "@sofa": 1, "begin": 0, "end": 1},
        },
    }
    taken = cas.read(json.dumps(data))
    assert (taken.only.text, [span[:3] for span in taken.only.spans]) == ("😊 An", [(2, 4, "7")])
    assert taken.notices == ["1 further text of the file was left out."]


# samples


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
@pytest.mark.parametrize("path", sorted((SAMPLES / "webanno-tsv").glob("*.tsv")), ids=lambda path: path.stem)
def test_inception_means_the_same_by_tsv_and_xmi(xmi, tmp_path, path):
    tsv = LayerBench(tmp_path, "webanno.reader", "webanno.writer", ".tsv").read_file(path).only
    other = xmi.read_file(path.with_suffix(".xmi")).only
    assert tsv.text == other.text
    assert Counter(span[:2] for span in tsv.spans) == Counter(span[:2] for span in other.spans)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
def test_samples_of_cassis(xmi, cas):
    folder = SAMPLES / "uima-cas"
    plain = xmi.read_file(folder / "small_cas.xmi")
    assert (plain.only.spans, len(plain.notices)) == ((), 2)
    tokens = xmi.read_file(folder / "small_cas.xmi", layer="Token").only
    assert [span[:3] for span in tokens.spans[:2]] == [(0, 3, "Token"), (4, 10, "Token")]
    emoji = cas.read_file(folder / "emoji_cas.json").only
    oracle = load_cas_from_json((folder / "emoji_cas.json").read_text(encoding="utf-8"))
    assert [emoji.text[span.start : span.end] for span in emoji.spans] == [
        one.get_covered_text()
        for one in oracle.select("uima.tcas.Annotation")
        if one.end - one.begin < 38 and "Document" not in one.type.name
    ]
