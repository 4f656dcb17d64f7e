"""brat standoff: what brat writes is read, what is written brat can read, and comes back as it was.

How brat counts and checks is written down beside `as_brat_reads`, from the rules of its server: a text is
read with line ends of one character, an annotation stands on one line, and the words of a span are those of
its stretches with one blank between them.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import pytest
from hypothesis import given
from outgoing import LAN, MINH, PEOPLE, STRANGE_LABELS, hostile_documents, kept, places

from annotator.errors import FormatError
from annotator.formats.base import (
    IncomingDocument,
    IncomingHead,
    LossReport,
    Notices,
    OutgoingDocument,
    OutgoingHead,
    OutgoingSpan,
    ReadOptions,
    Source,
    WriteOptions,
)
from annotator.formats.brat import reader as brat
from annotator.formats.brat.writer import write_folder
from annotator.formats.registry import is_partner, reader_for
from annotator.model.document import Corpus, Document, Status
from annotator.model.identity import fixed_uid
from annotator.model.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples" / "brat"
TEXT = "Bà Ngô Thị Hà\nvề Tân An 😀 họp."
LABELS = tuple(Label(fixed_uid("label", name), name, "#0283ce") for name in STRANGE_LABELS)
MARK = "\ufeff"


class InMemory:
    """A folder that a writer fills."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.documents: list[str] = []

    @contextlib.contextmanager
    def file(self, name: str, *, holds_documents: bool = True) -> Iterator[BinaryIO]:
        assert name not in self.files
        stream = io.BytesIO()
        yield stream
        self.files[name] = stream.getvalue()
        if holds_documents:
            self.documents.append(name)


def read(
    files: dict[str, bytes], name: str, **options: str
) -> tuple[IncomingHead | None, IncomingDocument, list[str]]:
    notices = Notices()
    with tempfile.TemporaryDirectory() as folder:
        for each, data in files.items():
            Path(folder, each).write_bytes(data)
        source = Source(Path(folder, name), name)
        found = list(brat.read(source, ReadOptions(**options), notices))
    head = found[0] if isinstance(found[0], IncomingHead) else None
    document = found[-1]
    assert isinstance(document, IncomingDocument)
    return head, document, [str(message) for message in notices.messages]


def one(text: str, lines: str, **options: str) -> tuple[IncomingDocument, list[str]]:
    _, document, notices = read({"x.txt": text.encode(), "x.ann": lines.encode()}, "x.ann", **options)
    return document, notices


def problems(text: str, lines: str, **options: str) -> list[str]:
    with pytest.raises(FormatError) as caught:
        one(text, lines, **options)
    return [str(problem) for problem in caught.value.problems]


def written(*documents: OutgoingDocument) -> tuple[InMemory, LossReport]:
    folder, losses = InMemory(), LossReport()
    write_folder(
        OutgoingHead(Corpus("c", "Corpus"), LABELS, PEOPLE), documents, folder, WriteOptions(), losses
    )
    return folder, losses


def outgoing(
    text: str, *spans: OutgoingSpan, title: str = "Thủ tướng Đỗ Mười: “đổi mới”"
) -> OutgoingDocument:
    document = Document(fixed_uid("document", title), "c", title, text, {"source": "Báo Mới"})
    return OutgoingDocument(document, ((LAN.uid, Status.DONE),), spans, Status.DONE)


def span(start: int, end: int, label: str = "person", **more: object) -> OutgoingSpan:
    return OutgoingSpan(start, end, label, LAN.uid, fixed_uid("span", f"{start} {end}"))._replace(**more)


def ours(documents: bytes) -> dict[str, bytes]:
    """A collection whose list of documents is ours, and not sound."""
    listed = b'{"format":"annotator-brat","documents":' + documents + b"}"
    return {"x.ann": b"", "x.txt": b"a", "documents.json": listed}


def as_brat_reads(text: bytes, annotations: bytes) -> list[tuple[str, list[str]]]:
    """(type, words of each stretch) of every span, after the checks that brat's server makes."""
    read_text = io.TextIOWrapper(io.BytesIO(text), "utf-8").read()
    found, ids = [], set()
    for line in annotations.decode().splitlines():
        uid, data, tail = line.split("\t", 2) if line[0] in "T#" else (*line.split("\t", 1), "")
        assert uid not in ids
        ids.add(uid)
        if uid[0] != "T":
            assert data.split()[1] in ids
            continue
        name, where = data.split(" ", 1)
        assert re.fullmatch(r"[a-zA-Z0-9_-]+", name)
        stretches = [tuple(map(int, place.split(" "))) for place in where.split(";")]
        assert all(0 <= start < end <= len(read_text) for start, end in stretches)
        words = [read_text[start:end] for start, end in stretches]
        assert tail == " ".join(words)
        found.append((name, words))
    return found


def test_a_text_with_its_annotations_is_read() -> None:
    document, notices = one(
        TEXT,
        "T1\tPerson 3 13\tNgô Thị Hà\nT2\tPlace 17 23\tTân An\nA1\tMention T1 Name\nA2\tunsure T2\n"
        "#1\tAnnotatorNotes T1\tbà nào?\n#2\tAnnotatorNotes T1\thỏi\tlại\nR1\tIn Arg1:T1 Arg2:T2\t\n"
        "*\tAlias T1 T2\nN1\tReference T1 Wikipedia:1\tHà\nM1\tNegation T2\n",
    )

    assert document.text == TEXT
    assert document.title == "x"
    assert [each[:3] for each in document.spans] == [(3, 13, "Person"), (17, 23, "Place")]
    assert document.spans[0].note == "bà nào?\nhỏi\tlại"
    assert document.spans[1].flags == ("unsure",)
    assert notices == [
        "1 relation was left out.",
        "2 attributes were left out.",
        "1 reference to an entry of a database was left out.",
        "1 group of spans that mean the same was left out.",
    ]


def test_no_annotations_are_an_answer_too() -> None:
    document, notices = one(TEXT, "")

    assert document.spans == ()
    assert notices == []


def test_a_span_in_parts_is_what_the_person_chose() -> None:
    line = "T1\tPerson 0 2;11 13\tBà Hà\n"

    whole, told = one(TEXT, line)

    assert [each.parts for each in whole.spans] == [((0, 2), (11, 13))]
    assert told == ["1 discontinuous span was kept as one span in parts."]
    assert [each[:2] for each in one(TEXT, line, discontinuous="hull")[0].spans] == [(0, 13)]
    assert [each[:2] for each in one(TEXT, line, discontinuous="fragments")[0].spans] == [(0, 2), (11, 13)]
    assert problems(TEXT, line, discontinuous="refuse") == [
        "x.ann, line 1, span T1: the span at 0–13 is in 2 parts. Nothing was imported."
    ]


def test_parts_that_touch_are_one_piece_and_that_is_said() -> None:
    document, told = one(TEXT, "T1\tPerson 3 7;7 13\tNgô Thị Hà\n")

    assert [(each[:2], each.parts) for each in document.spans] == [((3, 13), None)]
    assert told == ["1 span whose parts touch is in one piece now."]


def test_spans_whose_place_cannot_be_checked_are_counted() -> None:
    document, told = one(TEXT, "T1\tPerson 3 13\nT2\tPerson 0 2;11 13\nT3\tPerson 0 2\tBà\n")

    assert len(document.spans) == 3
    assert told[-1] == "2 spans have no words in the file, so that their places could not be checked."


@pytest.mark.parametrize("joint", [" ", "", " ... ", " [...] "])
def test_words_of_parts_are_joined_in_every_way_that_was_ever_used(joint: str) -> None:
    document, _ = one(TEXT, f"T1\tPerson 0 2;11 13\tBà{joint}Hà\n")

    assert document.spans[0].parts == ((0, 2), (11, 13))


def test_what_brat_cuts_at_the_end_of_a_line_is_one_span_again() -> None:
    document, notices = one(TEXT, "T1\tPerson 11 13;14 16\tHà về\n")

    assert document.spans[0][:2] == (11, 16)
    assert document.spans[0].parts is None
    assert notices == ["1 span that the file cuts at the end of a line is in one piece again."]


def test_windows_line_ends_count_as_one_or_as_two() -> None:
    text = TEXT.replace("\n", "\r\n")

    as_one, told = one(text, "T1\tPlace 17 23\tTân An\n")
    as_two, nothing = one(text, "T1\tPlace 18 24\tTân An\n")

    assert as_one.spans[0][:2] == as_two.spans[0][:2] == (18, 24)
    assert len(told) == 1
    assert told[0].startswith("Offsets of 1 document count code points, a Windows line end as one;")
    assert nothing == []


def test_a_byte_order_mark_counts_for_brat_and_not_for_others() -> None:
    assert one(MARK + TEXT, "T1\tPerson 4 14\tNgô Thị Hà\n")[0].spans[0][:2] == (3, 13)
    assert one(MARK + TEXT, "T1\tPerson 3 13\tNgô Thị Hà\n")[0].spans[0][:2] == (3, 13)
    assert one(MARK + TEXT, "")[0].text == TEXT


def test_other_units_are_found_out() -> None:
    document, notices = one(TEXT + "Hà", "T1\tPerson 31 33\tHà\n")

    assert document.spans[0][:2] == (30, 32)
    assert notices == ["Offsets of 1 document count UTF-16 units; they were turned into code points."]


def test_empty_spans_are_counted() -> None:
    document, notices = one(TEXT, "T1\tPerson 3 3\t\n")

    assert document.spans == ()
    assert notices == ["1 empty span was left out."]


def test_what_was_given_and_what_was_found_are_read_together() -> None:
    files = {
        "x.txt": TEXT.encode(),
        "x.a1": "T1\tPerson 3 13\tNgô Thị Hà\n".encode(),
        "x.a2": "T2\tGo 14 16\tvề\nE1\tGo:T2 Who:T1\n".encode(),
    }

    _, document, notices = read(files, "x.a1")

    assert [each.label for each in document.spans] == ["Person", "Go"]
    assert notices == ["1 event was left out; the words that name it came in as a span."]


def test_labels_come_in_the_order_of_the_configuration() -> None:
    types = "!Thing\n\tPlace\n\tPerson # who\n-----\nPlace\n<X>=A|B\n"
    conf = f"# news\n[entities]\n{types}[relations]\nIn Arg1:Person\n"
    files = {"x.txt": TEXT.encode(), "x.ann": b"", "annotation.conf": conf.encode()}

    head, _, _ = read(files, "x.ann")

    assert head is not None
    assert [label.name for label in head.labels] == ["Place", "Person"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            "T1\tPerson 3 13\tNgô Thị Bé\n",
            "line 1, span T1: says “Ngô Thị Bé” but the text at 3–13 is “Ngô Thị Hà”",
        ),
        ("T1\tPerson 3 130\tNgô\n", "line 1, span T1: end 130 is after the end of the text (30 characters)"),
        ("T1\tPerson 13 3\tNgô\n", "line 1, span T1: 13–3 is no stretch of text"),
        ("T1 Person 3 6 Ngô\n", "is no line of brat"),
        ("T1\tPerson 3\tNgô\n", 'line 1: "T1\\tPerson 3\\tNgô" is not as brat writes it'),
        ("T1\tPerson 3 x\tNgô\n", "is not as brat writes it; expected: T1⇥Label 0 5⇥words"),
        ("T1\tPerson 3 6;\tNgô\n", "is not as brat writes it"),
        ("T1\tPerson ٣ ٦\tNgô\n", "is not as brat writes it"),
        ("T1\tPerson 3 6;٧ 10\tNgô Thị\n", "is not as brat writes it"),
        ("T1\tPerson 3 10;7 13\tNgô Thị Thị Hà\n", "line 1, span T1: its parts overlap, so that it"),
        (f"T1\tPerson 3 {'9' * 5000}\tNgô\n", "is not as brat writes it"),
        ("T1\tPerson 3 6\tNgô\nT1\tPerson 3 6\tNgô\n", 'line 2: the id "T1" was already used in line 1'),
        ("R1\tIn Arg1:T1 Arg2:T2\t\n", 'line 1: there is no annotation "T1" in the file'),
        ("R1\tIn Arg1:T1\t\n", "expected: R1⇥Type Arg1:T1 Arg2:T2"),
        ("E1\tGo\n", "expected: E1⇥Type:T1 Role:T2"),
        ("E1\tGo:T7\n", 'there is no annotation "T7"'),
        ("A1\tMention T9 Name\n", 'there is no annotation "T9"'),
        ("A1\tMention\n", "expected: A1⇥Name T1 Value"),
        ("N1\tReference T1\n", "expected: N1⇥Reference"),
        ("#1\tAnnotatorNotes T4\tx\n", 'there is no annotation "T4"'),
        ("*\tEquiv\n", "expected: *⇥Equiv T1 T2"),
        ("*\tEquiv T1 T2\n", 'there is no annotation "T1"'),
        ("X1\tPerson 3 6\tNgô\n", "is no line of brat"),
        ("Ngô Thị Hà\n", "is no line of brat"),
        ("T1\tPerson 3 6\tNgô\nT2\tPer", 'line 2: "T2\\tPer" is not as brat writes it'),
        (f"T1\t{'a' * 201} 3 6\tNgô\n", "“label” cannot be"),
    ],
)
def test_what_is_wrong_is_said(lines: str, said: str) -> None:
    found = problems(TEXT, lines)

    assert said in found[0]
    assert found[0].startswith("x.ann, line ")
    assert found[0].endswith("Nothing was imported.")


def test_twenty_problems_are_named_and_the_rest_counted() -> None:
    found = problems(TEXT, "nothing\n" * 30)

    assert len(found) == 21
    assert found[20] == "x.ann: 10 more problems were found."


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"x.ann": b""}, "x.ann: x.txt is not beside it, and a text and its annotations belong together."),
        ({"x.ann": b"", "x.txt": b""}, "x.txt is empty."),
        ({"x.ann": b"", "x.txt": b"a\0b"}, "x.txt"),
        ({"x.ann": b"T1\tP 0 1\t\xff\n", "x.txt": b"a"}, "x.ann: not valid UTF-8"),
        (ours(b"[]"), "documents.json: is not as this program wrote it."),
        (ours(b'{"x":1,"x":2}'), "the key “x” comes twice"),
        (ours(b'{"x":{"title":3}}'), "“title” cannot be 3"),
        (ours(b'{"x"'), "not valid JSON"),
    ],
)
def test_files_that_do_not_do_are_refused(files: dict[str, bytes], said: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(files, "x.ann")

    assert said in str(caught.value.message)


@pytest.mark.parametrize("content", [b"[]", b"{", b'{"x": {"title": 3}}', b"\xff"])
def test_a_list_of_documents_of_somebody_else_is_passed_over(content: bytes) -> None:
    _, document, _ = read({"x.ann": b"", "x.txt": b"a", "documents.json": content}, "x.ann")

    assert (document.title, document.uid) == ("x", None)


def test_text_and_configuration_are_no_articles_of_their_own(tmp_path: Path) -> None:
    for name in ("x.txt", "x.ann", "y.txt", "annotation.conf", "visual.conf", "documents.json"):
        (tmp_path / name).write_text("[entities]\n")

    assert [path.name for path in sorted(tmp_path.iterdir()) if is_partner(path)] == [
        "annotation.conf",
        "documents.json",
        "visual.conf",
        "x.txt",
    ]
    assert reader_for(tmp_path / "x.ann")[0] == "brat"


def test_a_written_folder() -> None:
    text = "Bà Hà\r\nvề 😀 Tân An"
    folder, losses = written(
        outgoing(
            text,
            span(3, 9, "chức vụ", note="một\nhai", flags=("unsure",)),
            span(12, 18, "a_b"),
            span(3, 18, "person", parts=((3, 5), (12, 18))),
        )
    )

    name = "00001-thu-tuong-do-muoi-doi-moi"
    assert list(folder.files) == [
        "annotation.conf",
        "visual.conf",
        f"{name}.txt",
        f"{name}.ann",
        "documents.json",
    ]
    assert folder.documents == [f"{name}.ann"]
    assert folder.files[f"{name}.txt"].decode() == text
    assert folder.files[f"{name}.ann"].decode() == (
        "T1\tch_E1_BB_A9c_20v_E1_BB_A5 3 5;6 8\tHà về\n"
        "T2\ta_5Fb 11 17\tTân An\n"
        "T3\tperson 3 5;11 17\tHà Tân An\n"
        "A1\tunsure T1\n"
        "#1\tAnnotatorNotes T1\tmột\n"
        "#2\tAnnotatorNotes T1\thai\n"
    )
    assert b"\nch_E1_BB_A9c_20v_E1_BB_A5\n" in folder.files["annotation.conf"]
    assert "ch_E1_BB_A9c_20v_E1_BB_A5 | chức vụ\n".encode() in folder.files["visual.conf"]
    assert json.loads(folder.files["documents.json"])["documents"][name]["metadata"] == {"source": "Báo Mới"}
    assert losses.lost == []


def test_titles_uids_notes_and_flags_come_back() -> None:
    document = outgoing(TEXT, span(3, 13, note="một\n\nhai", flags=("question", "unsure")), title="Đỗ\tMười")
    folder, _ = written(document)

    head, found, _ = read(folder.files, folder.documents[0])

    assert head is not None
    assert [label.name for label in head.labels] == list(STRANGE_LABELS)
    assert (found.title, found.uid, found.metadata) == (
        "Đỗ\tMười",
        document.document.uid,
        {"source": "Báo Mới"},
    )
    assert found.spans[0].note == "một\n\nhai"
    assert found.spans[0].flags == ("question", "unsure")


def test_what_brat_cannot_mark_is_told_span_by_span() -> None:
    _, losses = written(outgoing("An\n\nHuế", span(2, 4), span(1, 3), span(0, 7, parts=((0, 2), (4, 7)))))

    assert [(each.start, each.end, str(each.reason)) for each in losses.lost] == [
        (2, 4, "It holds nothing but line ends, which brat cannot mark."),
        (1, 3, "It begins, ends or is parted at a line end, which brat cannot mark."),
        (0, 7, "It begins, ends or is parted at a line end, which brat cannot mark."),
    ]


@given(hostile_documents(people=PEOPLE, parts=True, notes=True))
def test_every_document_comes_back_and_brat_can_read_it(document: OutgoingDocument) -> None:
    folder, losses = written(document)
    name = folder.documents[0]

    _, found, _ = read(folder.files, name)
    seen = as_brat_reads(folder.files[name.replace(".ann", ".txt")], folder.files[name])

    assert found.text == document.document.text
    assert not kept(document, losses) - places(found.spans)
    assert len(seen) == len(found.spans)


def test_the_same_documents_give_the_same_bytes() -> None:
    documents = (outgoing(TEXT, span(3, 13)), outgoing("Huế", title=""))

    assert written(*documents)[0].files == written(*documents)[0].files
    assert written(*documents)[0].documents[1] == "00002.ann"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
def test_every_sample_is_read() -> None:
    counts = {}
    for path in sorted(SAMPLES.glob("*.ann")):
        found = list(brat.read(Source(path, path.name), ReadOptions(), Notices()))
        assert isinstance(found[0], IncomingHead)
        assert [label.name for label in found[0].labels] == ["Person", "Organization", "GPE", "Money"]
        document = found[1]
        assert isinstance(document, IncomingDocument)
        counts[path.stem[:3]] = len(document.spans)

    assert counts == {"000": 7, "040": 4, "060": 10, "080": 21, "100": 26, "110": 14}


def test_what_two_people_marked_alike_is_written_once_and_told() -> None:
    twice = (span(0, 2), span(0, 2, annotator=MINH.uid, uid="m"), span(0, 2, "R&D"))
    folder, losses = written(outgoing("An Bo", *twice))
    [lines] = [data.decode() for name, data in folder.files.items() if name.endswith(".ann")]
    assert [line.split("\t")[0] for line in lines.splitlines()] == ["T1", "T2"]
    assert [(one.label, str(one.reason)) for one in losses.lost] == [
        ("person", "Another annotator marked the same, and the file does not name annotators.")
    ]
