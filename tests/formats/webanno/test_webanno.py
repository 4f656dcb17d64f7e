"""WebAnno TSV 3: what INCEpTION writes is read, what we write INCEpTION reads the same."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from layer_bench import LayerBench
from outgoing import LAN, MINH, PEOPLE, hostile_documents, kept, places

from annotator.formats.base import LossReport, OutgoingDocument, OutgoingSpan
from annotator.formats.file_names import file_stem
from annotator.formats.webanno.escapes import (
    escape_text,
    escape_value,
    numbered,
    pieces_of,
    unescape_text,
    unescape_value,
)
from annotator.model.document import Document, Status
from annotator.model.identity import fixed_uid

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples" / "webanno-tsv"
HEAD = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|value\n\n\n"
TEST = "#Text=This is a test .\n"


@pytest.fixture(scope="module")
def tsv(tmp_path_factory: pytest.TempPathFactory) -> LayerBench:
    return LayerBench(tmp_path_factory.mktemp("tsv"), "webanno.reader", "webanno.writer", ".tsv")


def document(
    text: str, *spans: tuple[int, int, str], people: tuple[str, ...] = (LAN.uid,)
) -> OutgoingDocument:
    marked = tuple(
        OutgoingSpan(start, end, label, people[number % len(people)], fixed_uid("span", str(number)))
        for number, (start, end, label) in enumerate(sorted(spans, key=lambda span: (span[0], -span[1])))
    )
    layers = tuple((person, Status.NEW) for person in people)
    return OutgoingDocument(Document(fixed_uid("d", text), "c", "Bài 1", text), layers, marked, Status.NEW)


# read


def test_words_parts_of_words_and_stacks_are_read(tsv):
    """A file as INCEpTION writes one: spans over words and parts of words, stacked ones, empty ones."""
    rows = (
        "#Text=aaaaaa bbbbbb cccccc\n"
        "1-1\t0-6\taaaaaa\t2a[1]|1a[5]\t\n"
        "1-1.1\t3-6\taaa\t9a[7]\t\n"
        "1-2\t7-13\tbbbbbb\t2a[1]|9a[7]\t\n"
        "1-2.1\t7-7\t\t11a[15]|11b[16]\t\n"
        "1-2.2\t9-10\tb\t3a\t\n"
        "1-3\t14-20\tcccccc\t_\t\n"
        "1-3.1\t14-17\tccc\t9a[7]\t\n"
    )
    taken = tsv.read(HEAD + rows)
    assert taken.only.text == "aaaaaa bbbbbb cccccc"
    assert places(taken.only.spans) == Counter([(0, 13, "2a"), (0, 6, "1a"), (3, 17, "9a"), (9, 10, "3a")])
    assert taken.notices == ["2 empty spans were left out."]


def test_sentences_one_character_apart_are_on_two_lines(tsv):
    rows = (
        "#Text=He loves .\n1-1\t0-2\tHe\t*[1]\t\n1-2\t3-8\tloves\t*[1]\t\n1-3\t9-10\t.\t*[1]\t\n\n"
        "#Text=She\\tnot\n2-1\t11-14\tShe\t*[1]\t\n2-2\t15-18\tnot\t_\t\n\n"
        "#Text=Two\n#Text=lines\n3-1\t21-24\tTwo\t_\t\n3-2\t25-30\tlines\tA \\_ \\| \\[b\\] \\* \\->\\\\\t\n"
    )
    only = tsv.read(HEAD + rows).only
    assert only.text == "He loves .\nShe\tnot\n  Two\nlines"
    assert [span[:3] for span in only.spans] == [(0, 14, "Span"), (25, 30, "A _ | [b] * ->\\")]


def test_labels_come_from_the_first_of_the_known_features(tsv):
    head = (
        "#FORMAT=WebAnno TSV 3.2\n"
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n"
        "#T_SP=webanno.custom.PHI|kind\n#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue\n"
        "#T_RL=webanno.custom.Relation|kind|BT_webanno.custom.PHI\n\n\n"
    )
    rows = (
        "#Text=An Bo\n1-1\t0-2\tAn\tQ1\tPER\tNAME\tNN\t_\t_\t\n1-2\t3-5\tBo\tQ2\t*\t_\tNN\tx|y\t1-1|1-2\t\n"
    )
    taken = tsv.read(head + rows)
    assert [span[:3] for span in taken.only.spans] == [(0, 2, "PER"), (3, 5, "Q2")]
    assert taken.notices == [
        (
            "2 spans of the layer de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS were not read; "
            "choose the layer to read them."
        ),
        "1 span of the layer webanno.custom.PHI was not read; choose the layer to read it.",
        "2 relations were left out.",
    ]
    assert [span[:3] for span in tsv.read(head + rows, layer="PHI").only.spans] == [(0, 2, "NAME")]
    assert [span.label for span in tsv.read(head + rows, layer="POS").only.spans] == ["POS", "POS"]
    assert tsv.problems(head + rows, layer="Relation") == [
        (
            "a.tsv: has no layer of spans “Relation”, or more than one of that name. It has "
            "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS, "
            "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity, webanno.custom.PHI. Nothing was "
            "imported."
        )
    ]


def test_links_and_chains_are_counted(tsv):
    head = (
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Simple|\n"
        "#T_SP=webanno.custom.Host|ROLE_webanno.custom.Host:links_webanno.custom.LinkType|webanno.custom.Simple\n"
        "#T_CH=webanno.custom.Link|referenceRelation|referenceType\n\n\n"
    )
    rows = (
        "#Text=This is it\n1-1\t0-4\tThis\t_\tp1;p2\t1-2[1];1-3\t*->1-1\t*[1]\t\n"
        "1-2\t5-7\tis\t*[1]\t_\t_\t*->1-2\t*[1]\t\n1-3\t8-10\tit\t*[1]\t_\t_\t_\t_\t\n"
    )
    taken = tsv.read(head + rows)
    assert [span[:3] for span in taken.only.spans] == [(0, 4, "Host"), (5, 10, "Simple")]
    assert taken.notices == [
        "2 links from spans to others were left out.",
        "2 mentions in chains were left out.",
    ]


def test_hosts_of_links_may_be_stacked_and_cover_several_words(tsv):
    head = (
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=a.Host|ROLE_a.Host:links_a.LinkType|a.Simple\n\n\n#Text=This is it\n"
    )
    rows = (
        "1-1\t0-4\tThis\t*;*[1]|*[2]\t1-2;1-3|1-2\t\n1-2\t5-7\tis\t*;*[1]\t1-2;1-3\t\n1-3\t8-10\tit\t_\t_\t\n"
    )
    assert [span[:3] for span in tsv.read(head + rows).only.spans] == [(0, 7, "Host"), (0, 4, "Host")]


def test_places_in_code_points_are_found_out(tsv):
    units = HEAD + "#Text=I 😊 An\n1-1\t0-1\tI\t_\t\n1-2\t2-4\t😊\t_\t\n1-3\t5-7\tAn\tPER\t\n"
    points = HEAD + "#Text=I 😊 An\n1-1\t0-1\tI\t_\t\n1-2\t2-3\t😊\t_\t\n1-3\t4-6\tAn\tPER\t\n"
    assert [span[:3] for span in tsv.read(units).only.spans] == [(4, 6, "PER")]
    assert tsv.read(units).notices == []
    taken = tsv.read(points)
    assert [span[:3] for span in taken.only.spans] == [(4, 6, "PER")]
    assert taken.notices == ["Places count code points, not UTF-16 units as in WebAnno; so they were read."]


def test_the_first_versions_write_texts_as_java_does(tsv):
    head = "#FORMAT=WebAnno TSV 3.1\n\n\n#Text=\\u0110\\uD83D\\uDE0A \\\\\n"
    data = head + "1-1\t0-1\tĐ\t\n1-2\t1-3\t😊\t\n1-3\t4-5\t\\\t\n"
    assert tsv.read(data).only.text == "Đ😊 \\"


def test_windows_lines_and_a_mark_in_front_do_no_harm(tsv):
    data = ("\ufeff" + HEAD + "#Text=An\n1-1\t0-2\tAn\tPER\t\n").replace("\n", "\r\n")
    assert [span[:3] for span in tsv.read(data).only.spans] == [(0, 2, "PER")]


BAD = [
    (
        "#FORMAT=WebAnno TSV 2\nx",
        (
            "a.tsv, line 1: does not begin with “#FORMAT=WebAnno TSV 3”. Versions 1 and 2 of the format are "
            "not read: export the project as WebAnno TSV 3.3 and try again. Nothing was imported."
        ),
    ),
    (HEAD, "a.tsv: holds no text. Nothing was imported."),
    (
        HEAD + TEST + "1-1\t0-4\tThis\n",
        'a.tsv, line 6: "1-1\\t0-4\\tThis" is no row of a number, a place, words and 1 more cell.',
    ),
    (
        HEAD + TEST + "1-1\t0-x\tThis\t_\t\n",
        'a.tsv, line 6: "1-1\\t0-x\\tThis\\t_\\t" is no row of a number, a place, words and 1 more cell.',
    ),
    (
        HEAD + "1-1\t0-4\tThis\t_\t\n",
        "a.tsv, line 5: stands before the first “#Text=”. Nothing was imported.",
    ),
    (
        HEAD + TEST + "1-1\t0-4\tThat\t_\t\n",
        "a.tsv, line 6: says “That” but the text at 0–4 is “This”. Nothing was imported.",
    ),
    (
        HEAD + TEST + "1-1\t0-99\tThis\t_\t\n",
        "a.tsv, line 6: end 99 is after the end of the text (16 characters). Nothing was imported.",
    ),
    (
        HEAD + TEST + "1-1\t0-4\tThis\t_\t\n1-2\t7-5\tis\tA\t\n",
        "a.tsv, line 7: 7–5 is no stretch of text. Nothing was imported.",
    ),
    (
        HEAD + "#Text=😊 a\n1-1\t0-1\t😊\t_\t\n1-2\t3-4\ta\tA\t\n",
        "a.tsv, line 6: 0–1 begins or ends inside a character. Nothing was imported.",
    ),
    (
        HEAD + "#Text=An\n1-1\t0-2\tAn\tA[1]\t\n\n#Text=Bo\n2-1\t1-3\tBo\tA[1]\t\n",
        "a.tsv, line 8: the sentence begins at 1, but the one above it ends at 2. Nothing was imported.",
    ),
    (
        HEAD + "#Text=An\n1-1\t0-2\tAn\t_\t\n\n#Text=Bo\n2-1\t999999999-999999999\tBo\tA[1]\t\n",
        (
            "a.tsv, line 8: the sentence begins at 999999999, but the one above it ends at 2. Nothing was "
            "imported."
        ),
    ),
    (
        HEAD + "#Text=An Bo\n1-1\t0-2\tAn\tA[1]\t\n1-2\t3-5\tBo\tB[1]\t\n",
        (
            "a.tsv, line 7: the span [1] of the layer webanno.custom.Span is another one than in line 6. "
            "Nothing was imported."
        ),
    ),
    (
        HEAD + f"#Text=An\n1-1\t0-2\tAn\t{'x' * 300}\t\n",
        f'a.tsv, line 6: "{"x" * 39}… can be no name of a label or annotator. Nothing was imported.',
    ),
    (
        HEAD + "#Strange=An\n",
        'a.tsv, line 5: "#Strange=An" is no line of WebAnno TSV 3. Nothing was imported.',
    ),
    (
        "#FORMAT=WebAnno TSV 3.1\n\n\n#Text=\\uD83D\n1-1\t0-1\tx\t\n",
        (
            "a.tsv, line 4: a text holds NUL or half of a surrogate pair, which no text can hold. Nothing "
            "was imported."
        ),
    ),
]


@pytest.mark.parametrize(("data", "said"), BAD, ids=[str(number) for number in range(len(BAD))])
def test_bad_files_are_refused_with_place_and_reason(tsv, data, said):
    assert tsv.problems(data)[0] == said


def test_a_file_that_is_not_utf8_is_refused(tsv):
    assert "not valid utf-8" in tsv.problems((HEAD + "#Text=\xe9\n").encode("latin-1"))[0]


# written


def test_a_written_file_looks_as_inception_writes_it(tsv):
    text = "Bà Đặng 😊 ở Huế.\nÔng An."
    spans = [(0, 7, "person"), (3, 7, "name"), (3, 7, "a|b"), (4, 6, "in"), (8, 9, "mood"), (10, 14, "place")]
    written = tsv.write([document(text, *spans)], (LAN,))
    assert list(written.files) == [f"bai-1.{fixed_uid('d', text)}.tsv"]
    assert written.only == (
        "#FORMAT=WebAnno TSV 3.3\n"
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n\n\n"
        "#Text=Bà Đặng 😊 ở Huế.\n"
        "1-1\t0-2\tBà\tperson[1]\t\n"
        "1-2\t3-7\tĐặng\tperson[1]|name[2]|a\\|b[3]\t\n"
        "1-2.1\t4-6\tặn\tin\t\n"
        "1-3\t8-10\t😊\tmood\t\n"
        "1-4\t11-12\tở\tplace[4]\t\n"
        "1-5\t13-16\tHuế\t_\t\n"
        "1-5.1\t13-15\tHu\tplace[4]\t\n"
        "1-6\t16-17\t.\t_\t\n\n"
        "#Text=Ông An.\n"
        "2-1\t18-21\tÔng\t_\t\n"
        "2-2\t22-24\tAn\t_\t\n"
        "2-3\t24-25\t.\t_\t\n"
    )


@settings(max_examples=200, deadline=None)
@given(document=hostile_documents(people=PEOPLE, parts=True))
@example(document("  \n An ", (0, 2, "person"), (3, 7, "person")))
@example(document("   An. Bo\n\nCy\r\n", (3, 5, "person"), (5, 10, "a_b")))
def test_what_is_written_is_read_again(tsv, document):
    written = tsv.write([document], PEOPLE)
    only = tsv.read_back(written).only
    assert only.text == document.document.text
    hulls = Counter((span.start, span.end, span.label) for span in document.spans)
    assert places(only.spans) == hulls
    in_parts = sum(span.parts is not None for span in document.spans)
    assert kept(document, written.losses).total() == len(document.spans) - in_parts
    names = {LAN.uid: "Lan", MINH.uid: "Minh"}
    assert Counter(span.annotator for span in only.spans) == Counter(
        names[span.annotator] for span in document.spans
    )


@settings(max_examples=150, deadline=None)
@given(document=hostile_documents())
@example(document("   An. Bo\n\nCy\r\n", (3, 5, "person"), (5, 10, "a_b")))
def test_what_is_written_inception_reads_the_same(tsv, document):
    text, spans = as_inception_reads(tsv.write([document], (LAN,)).only)
    units = document.document.text.encode("utf-16-le")
    assert text == units + b"\n\0"  # it ends every text in a line feed
    assert spans == Counter(
        (
            len(document.document.text[: span.start].encode("utf-16-le")) // 2,
            len(document.document.text[: span.end].encode("utf-16-le")) // 2,
        )
        for span in document.spans
    )


def as_inception_reads(data: str) -> tuple[bytes, Counter[tuple[int, int]]]:
    """Text in UTF-16 and places of spans by INCEpTION's rules, written down from its reader's behaviour.

    Lines end at a line feed or a carriage return; texts are collected until the first row, each followed by a
    line feed; a line feed too many is taken back, missing characters are blanks; a row with a number goes on
    with the span of that number.
    """
    text, pending = b"", ""
    found: dict[object, list[int]] = {}
    lines = re.split("\r\n|\n|\r", data.removesuffix("\n"))
    assert lines[2:4] == ["", ""]
    for line in lines[4:]:
        if line.startswith("#Text="):
            pending += unescaped(line.removeprefix("#Text=")) + "\n"
        elif line:
            _, place, _, *cells = line.split("\t")
            begin, end = map(int, place.split("-"))
            if pending:
                text = text[:-2] if len(text) // 2 > begin else text
                text += b" \0" * (begin - len(text) // 2) + pending.encode("utf-16-le")
                assert len(text) // 2 >= begin
                pending = ""
            for piece in re.split(r"(?<!\\)\|", cells[0]) if cells[0] != "_" else ():
                number = re.search(r"(?<!\\)\[(\d+)\]$", piece)
                key: object = number[1] if number else (line, piece)
                found.setdefault(key, [begin, end])[1] = end
    return text, Counter((begin, end) for begin, end in found.values())


def unescaped(line: str) -> str:
    out, rest = "", iter(line)
    for sign in rest:
        out += (
            sign
            if sign != "\\"
            else {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b"}.get(after := next(rest), after)
        )
    return out


signs = st.text(st.sampled_from("\\[]|_->;\t\n*abtn1\r\f\b\x01"), max_size=12)


@given(value=signs, number=st.integers(0, 99))
def test_escapes_are_undone(value, number):
    assert unescape_text(escape_text(value)) == value
    written = escape_value(value)
    assert unescape_value(written) == value
    assert pieces_of(f"{written}|{written}") == [written, written]
    assert numbered(f"{written}[{number}]" if number else written) == (written, number)


@given(titles=st.lists(st.text(max_size=60), min_size=2, max_size=2))
def test_file_names_are_plain_and_different(titles):
    stems = [file_stem(Document(fixed_uid("d", str(n)), "c", title, "x")) for n, title in enumerate(titles)]
    assert all(re.fullmatch(r"([a-z0-9-]{1,40}\.)?[0-9a-f-]{36}", stem) for stem in stems)
    assert stems[0] != stems[1]


def test_what_goes_is_said(tsv):
    span = OutgoingSpan(0, 5, "person", LAN.uid, "s", parts=((0, 1), (3, 5)))
    one = OutgoingDocument(Document("d", "c", "T", "An Bo"), ((LAN.uid, Status.NEW),), (span,), Status.NEW)
    losses = tsv.write([one], PEOPLE).losses
    assert [str(lost.reason) for lost in losses.lost] == [
        "It is discontinuous; the file marks all from its first to its last word."
    ]
    assert "feature “annotator”" in str(losses.notes[1])
    assert isinstance(losses, LossReport)


def test_a_layer_in_which_nothing_was_marked_is_told(tsv):
    document = Document("d", "c", "T", "An Bo")
    span = OutgoingSpan(0, 2, "person", LAN.uid, "s")
    both = tuple((person.uid, Status.DONE) for person in PEOPLE)
    told = "1 layer without spans is not in the file"
    for layers, spans, count in ((both, (span,), 1), (both[:1], (span,), 0), (both[:1], (), 1), ((), (), 0)):
        notes = tsv.write([OutgoingDocument(document, layers, spans, Status.DONE)], PEOPLE).losses.notes
        assert sum(str(note).startswith(told) for note in notes) == count


EXPECTED = {
    "testMultiTokenSpanWithFeatureValue": [(0, 16, "PERSON")],
    "testSentenceWithEmoji": [(10, 11, "Span")],
    "testSingleTokenRelationWithFeatureValue": [],
    "testTokenBoundedStackedSpanWithFeatureValue": [
        (start, end, "NE") for start, end in ((0, 4), (5, 7), (8, 9), (10, 14), (15, 16)) for _ in range(2)
    ],
}


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
@pytest.mark.parametrize("name", EXPECTED)
def test_samples_of_inception(tsv, name):
    only = tsv.read_file(SAMPLES / f"{name}.tsv").only
    assert [span[:3] for span in only.spans] == EXPECTED[name]
