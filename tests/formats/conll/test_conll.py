"""CoNLL: what is written comes back to the last character; an oracle of our own reads the tags."""

from __future__ import annotations

import codecs
import unicodedata
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.formats.base import OutgoingSpan, WriteOptions
from annotator.formats.recognition import recognised
from annotator.formats.tagged.tags import SCHEMES, escape_label, unescape_label
from annotator.formats.tagged.tokens import join_syllables, tokeniser
from annotator.model.label import Label
from annotator.text.segment import tokens

GOLDEN = Path(__file__).parents[2] / "data" / "formats"
SAMPLES = Path(__file__).parents[3].parent / "shared" / "samples"
TEXT = "Ủy viên Ban Thường vụ Tỉnh ủy. Ông An về Huế.\n\nBà Lê Thị Na"
LABELS = ("person", "a b%", "chức vụ")

pieces = st.sampled_from(
    [
        *("Ông An", "Huế.", "TP. ", "(1) ", " ", "\n\n", "\r\n", "\t", "#", "_", "-DOCSTART-", "\\n", '"'),
        *(
            "\u2028",
            "\ufeff",
            "😀",
            "👳🏻\u200d♀️",
            "e\u0302\u0301",
            "\u00a0",
            "\u200b",
            "\x1c",
            "\x85",
            "O\tB",
        ),
    ]
)
texts = st.lists(pieces, min_size=1, max_size=14).map("".join).filter(str.strip)


def label_set() -> tuple[Label, ...]:
    return tuple(Label(f"uid {name}", name, "#000000") for name in LABELS)


def decode_tags(tags: list[str]) -> set[tuple[int, int, str]]:
    """(first, last, label) of a column in any scheme: a naive second implementation, one sentence."""
    found = set()
    place = 0
    while place < len(tags):
        letter, _, label = tags[place].partition("-")
        if letter == "O":
            place += 1
            continue
        last = place
        while letter not in "SU" and tags[last][0] not in "EL" and last + 1 < len(tags):
            follower, _, same = tags[last + 1].partition("-")
            if same != label or follower in "OBSU":
                break
            last += 1
        found.add((place, last, unescape_label(label)))
        place = last + 1
    return found


def oracle(data: bytes) -> list[tuple[str, list[tuple[list[str], list[set[tuple[int, int, str]]]]]]]:
    """(uid, [(tokens, chunks of each column) of each sentence]) of a file of ours, without our reader."""
    documents = []
    for block in data.decode().split("\n\n"):
        lines = block.split("\n") if block else []
        names = [line.removeprefix("# newdoc id = ") for line in lines if line.startswith("# newdoc")]
        documents += [(name, []) for name in names]
        rows = [line.split("\t") for line in lines if "\t" in line]
        if rows:
            assert len({len(row) for row in rows}) == 1
            columns = [[row[place] for row in rows] for place in range(1, len(rows[0]))]
            documents[-1][1].append(([row[0] for row in rows], [decode_tags(column) for column in columns]))
    return documents


def places(text: str, sentences: list) -> set[tuple[int, int, str]]:
    """The oracle's chunks as spans of the text: tokens are looked for one after the other."""
    found, end = set(), 0
    for words, columns in sentences:
        where = []
        for word in words:
            start = text.index(word, end)
            assert not text[end:start].strip()
            end = start + len(word)
            where.append((start, end))
        for chunks in columns:
            found |= {(where[first][0], where[last][1], label) for first, last, label in chunks}
    assert not text[end:].strip()
    return found


@st.composite
def marked_texts(draw):
    text = draw(texts)
    spans = set()
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text) - 1))
        spans.add((start, draw(st.integers(start + 1, len(text))), draw(st.sampled_from(LABELS))))
    return text, spans


@settings(max_examples=200, deadline=None)
@given(
    marked=marked_texts(),
    scheme=st.sampled_from(sorted(SCHEMES)),
    nested=st.sampled_from(["outermost", "innermost", "levels", "per-label"]),
    kind=st.sampled_from(["syllables", "characters"]),
)
def test_what_is_not_lost_comes_back_and_the_text_too(bench, marked, scheme, nested, kind):
    text, spans = marked
    document = bench.document(text, *spans)
    options = WriteOptions(scheme, kind, nested)
    data, losses = bench.write("conll", [document, document], labels=label_set(), options=options)
    lost = [(one.start, one.end, one.label) for one in losses.lost]
    assert len(lost) == 2 * len(set(lost))
    kept = spans - set(lost)
    back = bench.read("back.conll", data, format_name="conll", encoding="utf-8")
    again = bench.read("back.conll", data, format_name="conll")
    assert back.documents == again.documents
    for taken in back.documents:
        assert (taken.text, taken.uid) == (text, document.document.uid)
        read = {span[:3] for span in taken.spans}
        assert kept <= read if scheme == "io" else kept == read
    for uid, sentences in oracle(data):
        assert uid == document.document.uid
        read = places(text, sentences)
        assert kept <= read if scheme == "io" else kept == read


@settings(max_examples=100, deadline=None)
@given(marked=marked_texts())
def test_characters_and_levels_lose_only_what_begins_or_ends_in_white_space(bench, marked):
    text, spans = marked
    options = WriteOptions("bioes", "characters", "levels")
    _, losses = bench.write("conll", [bench.document(text, *spans)], labels=label_set(), options=options)
    assert {(one.start, one.end, one.label) for one in losses.lost} == {
        span for span in spans if text[span[0]].isspace() or text[span[1] - 1].isspace()
    }


@settings(max_examples=50, deadline=None)
@given(label=st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_labels_are_escaped_reversibly_and_never_hold_white_space(label):
    escaped = escape_label(label)
    assert unescape_label(escaped) == label
    assert len(escaped.split()) == 1
    assert "\t" not in escaped


def test_tokens_are_the_syllables_of_the_text():
    found = tokeniser("syllables")(TEXT, range(len(TEXT) + 1))
    places = list(tokens(TEXT))
    assert found.texts == [TEXT[start:end] for start, end in places]
    assert list(found.firsts) == [start for start, _ in places]
    assert list(found.lasts) == [end for _, end in places]


@pytest.mark.parametrize("text", ["", " \n", " An\u00a0 Bình\x1cĐ/c\x1f\n", "e\u0302\u0301 👳🏻‍♀️ "])
def test_tokens_stand_where_they_are_between_all_white_space(text):
    for kind in ("syllables", "characters"):
        found = tokeniser(kind)(text, range(len(text) + 1))
        assert "".join(found.texts) == "".join(text.split())
        places = zip(found.firsts, found.lasts, strict=True)
        assert [text[start:end] for start, end in places] == found.texts
        assert list(found.firsts.values()) == list(found.lasts.values()) == list(range(len(found.texts)))


def test_words_are_whole_syllables():
    text = "Ủy viên Ban\u00a0Thường vụ, TP.Huế"
    words = ["Ủy viên", "Ban Thường vụ", ",", "TP.Hu", "ế"]
    assert join_syllables(text, words) == [(0, 7), (8, 21), (21, 22), (23, 29)]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_are_found_in_any_normal_form(form):
    text = unicodedata.normalize(form, "Hoà Bình,\thoà  bình")
    places = join_syllables(text, ["Hoà Bình", ",", "hoà bình"])
    assert [text[start:end] for start, end in places] == [
        unicodedata.normalize(form, word) for word in ("Hoà Bình", ",", "hoà  bình")
    ]


def test_a_segmenter_that_rewrites_is_not_followed():
    assert join_syllables("hoà bình", ["hòa bình"]) == [(0, 3), (4, 8)]


@pytest.mark.parametrize("text", ["", " \n\u00a0"])
@pytest.mark.parametrize("kind", ["syllables", "characters"])
def test_a_document_without_tokens_is_a_block_without_rows(bench, text, kind):
    document = bench.document(text)
    written, _ = bench.write("conll", [document], options=WriteOptions(tokens=kind))
    before = "" if not text else " \\n\\u00a0"
    assert written == f'# newdoc id = {document.document.uid}\n# space_before = "{before}"\n\n'.encode()


def test_words_without_the_extra_name_it(bench, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "underthesea", None)
    with pytest.raises(UserError) as caught:
        bench.write("conll", [bench.document(TEXT)], options=WriteOptions(tokens="words"))
    assert str(caught.value) == (
        "Words need the extra “vietnamese”: install it with pip install 'annotator[vietnamese]', or choose "
        "syllables."
    )


def test_words_are_written_and_read_back(bench, monkeypatch):
    def segment(text, *, use_token_normalize):
        assert not use_token_normalize
        return ["Bà", "Lê Thị Na", "về", "quê_nhà"] if text.startswith("B") else [text]

    segmenter = type("Module", (), {"word_tokenize": staticmethod(segment)})
    monkeypatch.setitem(__import__("sys").modules, "underthesea", segmenter)
    document = bench.document("Bà Lê  Thị Na về quê_nhà\n \nHuế", (3, 13, "person"))
    data, losses = bench.write("conll", [document], options=WriteOptions(tokens="words"))
    assert "Lê_Thị_Na\tB-person\n" in data.decode()
    assert "quê_nhà\tO" in data.decode()
    assert losses.lost == []
    taken = bench.read("w.conll", data).only
    assert (taken.text, [span[:3] for span in taken.spans]) == (document.document.text, [(3, 13, "person")])


SEEN = {
    "iob1": ["I-person", "B-person", "I-award", "I-award", "I-award"],
    "iob2": ["B-person", "B-person", "B-award", "I-award", "I-award"],
    "bioes": ["S-person", "S-person", "B-award", "I-award", "E-award"],
    "bilou": ["U-person", "U-person", "B-award", "I-award", "L-award"],
    "io": ["I-person", "I-person", "I-award", "I-award", "I-award"],
}


@pytest.mark.parametrize("scheme", sorted(SEEN))
def test_schemes(bench, scheme):
    document = bench.document("An Bo x y z", (0, 2, "person"), (3, 5, "person"), (6, 11, "award"))
    data, losses = bench.write("conll", [document], options=WriteOptions(scheme))
    assert [line.split("\t")[1] for line in data.decode().split("\n") if "\t" in line] == SEEN[scheme]
    lost = [(one.start, one.end, str(one.reason)) for one in losses.lost]
    reason = "The next words have the same label, and the scheme io cannot part them."
    assert lost == ([(0, 2, reason), (3, 5, reason)] if scheme == "io" else [])


@pytest.mark.parametrize("scheme", ["iob2", "bioes", "bilou"])
def test_seqeval_reads_the_same_entities(bench, scheme):
    marks = [(0, 29, "person"), (35, 37, "award"), (41, 44, "organization")]
    data, losses = bench.write("conll", [bench.document(TEXT, *marks)], options=WriteOptions(scheme))
    assert not losses.lost
    rows = [
        [line.split("\t") for line in block.split("\n") if "\t" in line]
        for block in data.decode().split("\n\n")
    ]
    sentences = [sentence for sentence in rows if sentence]
    labeling = import_module("seqeval.scheme")
    kind = {"iob2": labeling.IOB2, "bioes": labeling.IOBES, "bilou": labeling.BILOU}[scheme]
    found = labeling.Entities([[row[1] for row in sentence] for sentence in sentences], kind)
    words = [
        (" ".join(row[0] for row in sentence[one.start : one.end]), one.tag)
        for sentence, entities in zip(sentences, found.entities, strict=True)
        for one in entities
    ]
    assert words == [
        ("Ủy viên Ban Thường vụ Tỉnh ủy", "person"),
        ("An", "award"),
        ("Huế", "organization"),
    ]


def test_sentences_never_cut_a_span(bench):
    data, _ = bench.write("conll", [bench.document(TEXT)])
    assert data.decode().count("# text = ") == 3
    data, losses = bench.write("conll", [bench.document(TEXT, (8, len(TEXT), "person"))])
    assert data.decode().count("# text = ") == 1
    assert losses.lost == []
    assert bench.read("a.conll", data).only.spans[0][:3] == (8, len(TEXT), "person")


def test_a_discontinuous_span_is_written_whole_and_told(bench):
    span = OutgoingSpan(0, 8, "person", bench.annotator.uid, "u", parts=((0, 2), (6, 8)))
    document = bench.document("An và Bo")
    document = type(document)(document.document, document.layers, (span,), document.status)
    data, losses = bench.write("conll", [document])
    assert bench.read("a.conll", data).only.spans[0][:3] == (0, 8, "person")
    assert [str(one.reason) for one in losses.lost] == [
        "It is discontinuous; the file marks all from its first to its last word."
    ]


def test_spans_that_miss_token_edges_are_lost(bench):
    _, losses = bench.write(
        "conll", [bench.document("Huế đẹp", (0, 2, "award"), (0, 4, "award"), (0, 3, "person"))]
    )
    assert [(one.start, one.end, str(one.reason)) for one in losses.lost] == [
        (0, 4, "It does not begin and end where tokens do."),
        (0, 2, "It does not begin and end where tokens do."),
    ]


MISFITS = [
    ("widen", (1, 6), (0, 7), "It does not begin and end where tokens do, and was widened to 0–7."),
    ("widen", (7, 8), None, "It covers nothing but white space."),
    ("widen", (3, 8), (4, 7), "It does not begin and end where tokens do, and was widened to 4–7."),
    ("narrow", (1, 10), (4, 7), "It does not begin and end where tokens do, and was narrowed to 4–7."),
    ("narrow", (0, 8), (0, 7), "It does not begin and end where tokens do, and was narrowed to 0–7."),
    ("narrow", (5, 9), None, "No token lies whole in it."),
    ("drop", (1, 7), None, "It does not begin and end where tokens do."),
]


@pytest.mark.parametrize("kind", ["syllables", "characters"])
@pytest.mark.parametrize(("edges", "span", "kept", "reason"), MISFITS)
def test_spans_that_miss_token_edges_go_as_was_chosen(bench, edges, span, kept, reason, kind):
    text = "Thủ đô Huế" if kind == "characters" else "Huế đẹp lắm"
    document = bench.document(text, (*span, "person"), (8, 10 + (kind == "syllables"), "award"))
    options = WriteOptions(tokens=kind, edges=edges, nested="levels")
    data, losses = bench.write("conll", [document], options=options)
    if kind == "characters":
        assert all(text[one.start].isspace() or text[one.end - 1].isspace() for one in losses.lost)
        return
    assert [(one.start, one.end, str(one.reason)) for one in losses.lost] == [(*span, reason)]
    read = {found[:3] for found in bench.read("e.conll", data).only.spans}
    assert read == {(8, 11, "award")} | ({(*kept, "person")} if kept else set())


@pytest.mark.parametrize("edges", ["widen", "narrow"])
@settings(max_examples=100, deadline=None)
@given(marked=marked_texts())
def test_a_moved_span_lies_around_or_within_what_was_marked(bench, marked, edges):
    text, spans = marked
    document = bench.document(text, *spans)
    options = WriteOptions(nested="levels", edges=edges)
    data, losses = bench.write("conll", [document], labels=label_set(), options=options)
    read = {span[:3] for span in bench.read("m.conll", data, format_name="conll").only.spans}
    whole = spans - {(one.start, one.end, one.label) for one in losses.lost}
    assert whole <= read
    assert len(losses.lost) == len(spans - whole)
    for start, end, label in read - whole:
        assert any(
            (start <= one[1] and end >= one[0]) and one[2] == label
            if edges == "widen"
            else one[0] <= start < end <= one[1] and one[2] == label
            for one in spans - whole
        )


def test_rows_of_levels_all_have_the_same_width(bench):
    flat = bench.document("An", (0, 2, "person"), number=1)
    nested = bench.document("Bí thư Tỉnh ủy", (0, 14, "position"), (7, 14, "organization"), number=2)
    data, losses = bench.write("conll", [flat, nested], options=WriteOptions(nested="levels"))
    text = data.decode()
    assert text.startswith("# global.columns = FORM NER_1 NER_2\n")
    assert "An\tB-person\tO\n" in text
    assert "Tỉnh\tI-position\tB-organization\n" in text
    assert losses.lost == []


@pytest.mark.parametrize(
    "option",
    [
        WriteOptions("iob3"),
        WriteOptions(tokens="bytes"),
        WriteOptions(nested="all"),
        WriteOptions(edges="cut"),
    ],
)
def test_options_that_do_not_exist_are_refused(bench, option):
    with pytest.raises(UserError, match="there are"):
        bench.write("conll", [bench.document("An")], options=option)


@pytest.mark.parametrize("name", ["iob2", "levels"])
def test_golden_files(bench, name):
    article = TEXT + "\r\nđạt danh hiệu \u201cChiến sĩ thi đua\u201d\u2028 "
    marks = [
        (0, 29, "position"),
        (8, 29, "organization"),
        (22, 29, "organization"),
        (35, 37, "person"),
        (41, 44, "organization"),
    ]
    campaign = article.index("Chiến")
    marks += [(article.index("Lê"), len(TEXT), "person"), (campaign, campaign + 16, "award")]
    document = bench.document(article, *marks)
    options = WriteOptions(nested="levels" if name == "levels" else "outermost")
    data, _ = bench.write("conll", [document, bench.document("Huế", number=2)], options=options)
    assert data == (GOLDEN / f"golden.{name}.conll").read_bytes()
    assert bench.read("g.conll", data).documents[0].text == article


FOREIGN = [
    (b"An\tB-PER\nv\xc3\xa1\tO\n\nHue\tB-LOC\n", ["An vá", "Hue"], [(0, 2, "PER"), (0, 3, "LOC")]),
    (b"An B-PER\r\nBo I-PER\r\n\r\n", ["An Bo"], [(0, 5, "PER")]),
    (
        b"-DOCSTART- -X- O O\n\nU.N. NNP I-NP I-ORG\nEkeus NNP I-NP I-PER\n\nx NN I-NP O\n",
        ["U.N. Ekeus x"],
        [(0, 4, "ORG"), (5, 10, "PER")],
    ),
    (b"1\tAn\tB-PER\tO\n2\tBo\tI-PER\tB-LOC\n", ["An Bo"], [(0, 5, "PER"), (3, 5, "LOC")]),
    (
        b"# newdoc id = x\n# text = AnBo.\nAn\tB-PER\nBo\tB-PER\n.\tO\n\nHue\tO\n",
        ["AnBo. Hue"],
        [(0, 2, "PER"), (2, 4, "PER")],
    ),
    (
        b"An\tU-PER\nBo\tB-PER\nBa\tL-PER\nc\tU-PER\n",
        ["An Bo Ba c"],
        [(0, 2, "PER"), (3, 8, "PER"), (9, 10, "PER")],
    ),
    (b"An\tB_PER\nBo\tI_PER\nx\tO\n", ["An Bo x"], [(0, 5, "PER")]),
    (b"An PER-B\nBo PER-I\nx O\nHue LOC-B\n", ["An Bo x Hue"], [(0, 5, "PER"), (8, 11, "LOC")]),
    (b"An\tPER\nBo\tPER\nx\tO\n", ["An Bo x"], [(0, 5, "PER")]),
    (b"b\xe1\xba\xaft chuy\xe1\xbb\x87n\tB-X\nv\xe1\xbb\x9bi\tO\n", ["bắt chuyện với"], [(0, 10, "X")]),
    (b"An\tNNP\tB-PER\nx NN O\n", ["An x"], [(0, 2, "PER")]),
    (
        b"An|NNP|B-PER Bo|NNP|I-PER ||X|O\n\nHue|N|B-LOC\n",
        ["An Bo |", "Hue"],
        [(0, 5, "PER"), (0, 3, "LOC")],
    ),
    (b"An|B-PER x|O\nHue|B-LOC\n", ["An x", "Hue"], [(0, 2, "PER"), (0, 3, "LOC")]),
    (
        b"a B-OCC\nb I-OCC B-ORG\nc I-OCC I-ORG B-ORG\nd O\n",
        ["a b c d"],
        [(0, 5, "OCC"), (2, 5, "ORG"), (4, 5, "ORG")],
    ),
    (b"An\tB-PER\n \t\nBo\tB-PER\n", ["An", "Bo"], [(0, 2, "PER"), (0, 2, "PER")]),
    (codecs.BOM_UTF8 + b"An\tB-PER\r\n\r\nBo\tO\r\n", ["An", "Bo"], [(0, 2, "PER")]),
]


@pytest.mark.parametrize(("data", "expected", "spans"), FOREIGN)
def test_files_of_others(bench, data, expected, spans):
    taken = bench.read("a.conll", data)
    assert [document.text for document in taken.documents] == expected
    assert [span[:3] for document in taken.documents for span in document.spans] == spans


def test_germeval_names_the_source_of_a_sentence(bench):
    data = b"#\thttp://x.de/?id=1 [2009]\n1\tTroia\tB-OTH\tB-LOC\n2\tTraum\tI-OTH\tO\n"
    taken = bench.read("a.conll", data)
    assert [span[:3] for span in taken.only.spans] == [(0, 11, "OTH"), (0, 5, "LOC")]
    assert taken.only.metadata == {"source": "http://x.de/?id=1 [2009]"}


@pytest.mark.parametrize("text", ["#1 An", "# 1 An\n#\t1", "1. | |", "-DOCSTART-", "a|B b|O"])
@pytest.mark.parametrize("kind", ["syllables", "characters"])
def test_signs_that_mean_something_in_files_are_tokens_all_the_same(bench, text, kind):
    data, _ = bench.write("conll", [bench.document(text)], options=WriteOptions(tokens=kind))
    assert bench.read("a.conll", data).only.text == text
    found, sentence = oracle(data)[0][1][0], text.partition("\n")[0]
    assert "".join(found[0]) == "".join(sentence.split())


def test_a_word_like_the_mark_of_a_document_is_a_word(bench, monkeypatch):
    segmenter = type("Module", (), {"word_tokenize": staticmethod(lambda text, **_: [text])})
    monkeypatch.setitem(__import__("sys").modules, "underthesea", segmenter)
    document = bench.document("-DOCSTART-\nAn", (0, 10, "person"))
    data, losses = bench.write("conll", [document], options=WriteOptions(tokens="words"))
    assert "-DOCSTART-\tB-person" in data.decode()
    taken = bench.read("a.conll", data).only
    assert (taken.text, taken.spans[0][:3], losses.lost) == (document.document.text, (0, 10, "person"), [])


CONLL_U = b"""1-2\tv\xc3\xa1monos\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|X=1
1\tvamos\tir\t_\t_\t_\t_\t_\t_\t_
2\tnos\tnosotros\t_\t_\t_\t_\t_\t_\t_
2.1\tno\tno\t_\t_\t_\t_\t_\t_\t_
3\t,\t,\t_\t_\t_\t_\t_\t_\t_
4\tal mar\tmar\t_\t_\t_\t_\t_\t_\t_
"""


def test_conll_u_comes_in_as_it_was_written_and_without_spans(bench):
    taken = bench.read("a.conllu", CONLL_U)
    assert (taken.only.text, taken.only.spans) == ("vámonos, al mar", ())
    assert (
        taken.notices[0] == "The file is CoNLL-U and has no column of tags: its texts came in without spans."
    )


def test_what_is_made_up_and_what_is_left_out_is_said(bench):
    taken = bench.read("a.conll", b"An NNP I-NP I-PER\nx NN I-NP O\n\nBo NNP I-NP I-PER\n")
    assert taken.notices == [
        "2 columns that are neither token nor tag were left out.",
        "2 sentences have no text but their tokens, which were joined by blanks.",
    ]
    own, _ = bench.write("conll", [bench.document(TEXT)])
    assert bench.read("a.conll", own).notices == []


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"An NNP B-PER\nx NN O\n\ny NN O\n. . O\n", "conll"),
        (b"-DOCSTART- -X- O O\n\nAn NNP I-NP I-PER\nx NN I-NP O\n", "conll"),
        ("# text = Hà Nội\nHà Nội\tB-LOC\nđẹp\tO\n.\tO\n".encode(), "conll"),
        (b"Ban A-B\nKhoa X-Y\nLop O\n", "txt"),
        (b"Nhom mau O\nNhom mau O\nNhom mau O\n", "txt"),
        (b"#\thttp://x.de\n1\tTroia\tB-OTH\tO\n2\tx\tO\tO\n", "conll"),
        (b"An B-PER\n", "txt"),
        (b"# Tieu de\n\nMot bai viet.\nHai dong.\nBa dong O\n", "txt"),
    ],
)
def test_a_text_file_full_of_tags_is_conll(data, found):
    assert (recognised(data, ".txt") or "txt") == found
    assert (recognised(data, ".tsv") or "txt") == found


@pytest.mark.parametrize(
    ("tags", "count"),
    [
        ("B-a I-a O B-a B-b", 0),
        ("I-a I-a B-a I-b I-b", 0),
        ("B-a E-a S-a O B-b M-b E-b", 0),
        ("B-a L-a U-a", 0),
        ("I-a O I-b", 0),
        ("a a O b", 0),
        ("O I-a O B-a B-b I-b", 1),
        ("B-a L-a S-b B-a L-a U-a", 1),
        ("B-a O S-b S-b B-c I-c E-c E-c", 2),
    ],
)
def test_tags_of_no_scheme_are_read_and_said(bench, tags, count):
    rows = "".join(f"w{place}\t{tag}\n" for place, tag in enumerate(tags.split()))
    told = [each for each in bench.read("a.conll", rows.encode()).notices if "scheme" in each]
    assert told == ([f"The tags do not follow one scheme: {said(count)}."] if count else [])


def said(count):
    """How many spans were read as best fits."""
    if count == 1:
        return "1 span begins or ends otherwise than the others, and was read as best fits"
    return f"{count} spans begin or end otherwise than the others, and were read as best fits"


@pytest.mark.parametrize("encoding", [None, "utf-8", "utf-16"])
def test_a_file_whose_lines_end_as_on_old_macs(bench, encoding):
    data = "An\tB-PER\rvề\tO\r\rBo\tB-LOC\r".encode(encoding or "utf-8")
    taken = bench.read("a.conll", data, encoding=encoding)
    assert [(one.text, one.spans[0][:3]) for one in taken.documents] == [
        ("An về", (0, 2, "PER")),
        ("Bo", (0, 2, "LOC")),
    ]


def test_a_large_file_is_read_in_pieces(bench, monkeypatch):
    monkeypatch.setattr("annotator.formats.conll.blocks._PIECE", 7)
    data = "Hà Nội 😀\tB-LOC\r\nx\tO\r\n\t \r\nHuế\tB-LOC\r\n".encode() * 3
    taken = bench.read("a.conll", data)
    assert [one.text for one in taken.documents] == [
        "Hà Nội 😀 x",
        "Huế Hà Nội 😀 x",
        "Huế Hà Nội 😀 x",
        "Huế",
    ]


def test_a_file_in_another_encoding_is_read_when_that_is_chosen(bench):
    data = "Coruña B-LOC\nespañol O\naño O\n".encode("latin-1")
    assert "choose the encoding" in bench.problems("a.conll", data)[0]
    assert bench.read("a.conll", data, encoding="latin-1").only.text == "Coruña español año"


def test_a_foreign_name_of_a_document_becomes_its_title(bench):
    taken = bench.read("a.conll", b"# newdoc id = batch-7\nAn\tO\n")
    assert (taken.only.title, taken.only.uid) == ("batch-7", None)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.conll is empty. There is nothing to import."),
        (
            b"An\tO\nBo\n",
            "a.conll, line 2: 1 column but the other rows have 2. Nothing was imported.",
        ),
        (
            b"An\tO\n\tO\n",
            "a.conll, line 2: the row has no token before its tag. Nothing was imported.",
        ),
        (
            b"An\tB-PER\tB-LOC\nBo\tO\n\tB-PER\n",
            "a.conll, line 3: the row has no token before its tag. Nothing was imported.",
        ),
        (b"An\tB-\n", 'a.conll, line 1: "B-" is no tag. Nothing was imported.'),
        (
            b"An\tNNP\nx\tNN\n",
            "a.conll: no column of tags (O, B-person, I-person, ...) was found. Nothing was imported.",
        ),
        (
            b"An|B-PER x|O\nHue|X|B-LOC Bo\n\nHue|B-LOC Bo\n",
            "a.conll: no column of tags (O, B-person, I-person, ...) was found. Nothing was imported.",
        ),
        (
            b"# text = An Bo\nAn\tB-PER\nBo\tZZ\n",
            (
                'a.conll, line 3: "ZZ" is no such tag as "B-PER" before it: only one of the two has a letter '
                "and a hyphen before its label. Mend the tags and try again. Nothing was imported."
            ),
        ),
        (
            b"An\tPER-B\nBo\tO\n\n" * 200 + b"An\tZZ\nBo\tYY\n",
            (
                'a.conll, line 601: "ZZ" is no such tag as "B-PER" before it: only one of the two has a '
                "letter and a hyphen before its label. Mend the tags and try again. Nothing was imported."
            ),
        ),
        (
            b"# text = xyz\nAn\tO\nBo\tO\n",
            (
                'a.conll, line 2: the token "An" is not in the sentence that “# text” gives, or not at this '
                "place. Nothing was imported."
            ),
        ),
        (
            b"An\tO\nBo\tB-%E2%80%8B\n",
            (
                'a.conll, line 2: "<U+200B>" is no label; a label is 1 to 200 characters on one line. '
                "Nothing was imported."
            ),
        ),
        (
            b"An\tx\ty\n",
            "a.conll: no column of tags (O, B-person, I-person, ...) was found. Nothing was imported.",
        ),
        (
            b"# text = Bo\nAn\tB-PER\n",
            (
                'a.conll, line 2: the token "An" is not in the sentence that “# text” gives, or not at this '
                "place. Nothing was imported."
            ),
        ),
        (
            b'# text_exact = "B\\u0000o"\nAn\tO\n',
            r'a.conll, line 1: "\"B\\u0000o\"" is no JSON string. Nothing was imported.',
        ),
        (b"# text_exact = Bo\nAn\tB-PER\n", 'a.conll, line 1: "Bo" is no JSON string. Nothing was imported.'),
    ],
)
def test_bad_files_are_refused(bench, data, said):
    assert bench.problems("a.conll", data)[0] == said


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not here")
@pytest.mark.parametrize(
    ("name", "documents", "spans"),
    [
        ("conll/ground_truth.txt", 40, 539),
        ("conll/conll2002.conll", 1, 4),
        ("conll/conll2003.conll", 1, 3),
        ("conll/germeval2014_nested.conll", 1, 6),
        ("conllu/multiple_paragraphs.conllu", 1, 0),
        ("conllu/untokenized_text.conllu", 1, 0),
        ("conllu/words_and_tokens.conllu", 1, 0),
        ("doccano/import_iob2.conll", 2, 2),
        ("spacy/ner-sent-per-line.iob", 2, 7),
        ("spacy/ner-token-per-line-conll2003.iob", 1, 7),
        ("spacy/ner-token-per-line.iob", 1, 7),
        ("unicode-hostile/arabic_wojood_sample_val.conll", 158, 470),
        ("vi-treebank/SA-Hotel-50.conllu", 49, 0),
        ("unicode-hostile/wnut17_dev.conll", 1009, 836),
        ("unicode-hostile/chinese_uner_dev.iob2", 17, 753),
    ],
)
def test_samples_of_other_projects(bench, name, documents, spans):
    taken = bench.read("sample.conll", (SAMPLES / name).read_bytes())
    assert (len(taken.documents), sum(len(one.spans) for one in taken.documents)) == (documents, spans)
