"""What own JSONL writes it reads back the same, and the same documents give the same bytes."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.base import OutgoingDocument, OutgoingSpan
from annotator.model.document import Annotator, Document, Status
from annotator.model.identity import fixed_uid

LAN = Annotator(fixed_uid("annotator", "Lan"), "Lan")
MINH = Annotator(fixed_uid("annotator", "Minh"), "Minh")
HOSTILE = ("👳🏻‍♀️", "e\u0302\u0301", "\r\n", "\u2028", "\ufeff", "\u00a0", "\x85", '"', "\\", "\\u0000", " :")

words = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=6)
texts = st.lists(st.one_of(words, st.sampled_from(HOSTILE)), min_size=1, max_size=12).map("".join)
texts = texts.filter(lambda text: not text.startswith("\ufeff") and text != "")
labels = st.sampled_from(["person", "award", 'chức vụ "x"', "a\\b"])


@st.composite
def documents(draw):
    text = draw(texts)
    spans = set()
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text) - 1))
        spans.add(
            (
                start,
                draw(st.integers(start + 1, len(text))),
                draw(labels),
                draw(st.sampled_from([LAN.uid, MINH.uid])),
            )
        )
    marked = [
        OutgoingSpan(
            *span,
            fixed_uid("span", f"{text} {span}"),
            draw(words),
            draw(st.sampled_from([(), ("unsure",), ("question", "unsure")])),
            draw(st.sampled_from(["hand", "import", "propagate"])),
            ((span[0], span[0] + 1), (span[1] - 1, span[1]))
            if span[1] - span[0] > 2 and draw(st.booleans())
            else None,
        )
        for span in spans
    ]
    marked.sort(key=lambda span: (span.start, -span.end, span.uid))
    status = draw(st.sampled_from(Status))
    layers = tuple((person.uid, draw(st.sampled_from(Status))) for person in (LAN, MINH))
    metadata = draw(st.dictionaries(words, words, max_size=2))
    document = Document(fixed_uid("document", text), "c", draw(words), text, metadata)
    return OutgoingDocument(document, layers, tuple(marked), status)


@settings(max_examples=150, deadline=None)
@given(document=documents())
def test_write_then_read_gives_the_same(bench, document):
    data, losses = bench.write("jsonl", [document], annotators=(LAN, MINH))
    taken = bench.read("back.jsonl", data)
    names = {LAN.uid: "Lan", MINH.uid: "Minh"}
    assert [span[:9] for span in taken.only.spans] == [
        (*span[:3], names[span.annotator], *span[4:]) for span in document.spans
    ]
    assert (taken.only.text, taken.only.uid, taken.only.title, taken.only.metadata) == (
        document.document.text,
        document.document.uid,
        document.document.title,
        document.document.metadata,
    )
    told = {names[uid]: Status.NEW for uid in {span.annotator for span in document.spans}} | dict(
        taken.only.layers
    )
    assert told == {names[uid]: status for uid, status in document.layers}
    assert (taken.only.status or Status.NEW) is document.status
    assert taken.notices == []
    assert losses.lost == []


def test_every_line_is_what_the_standard_parser_takes_too(bench):
    data, _ = bench.write("jsonl", [bench.document("Ông \u2028 An 😀", (8, 9, "person"))])
    head, body, rest = data.decode().split("\n")
    assert rest == ""
    assert json.loads(head)["format"] == "annotator-jsonl"
    line = json.loads(body)
    assert line["text"] == "Ông \u2028 An 😀"
    assert line["spans"][0]["annotator"] == "Ann"
    assert "status" not in line
    assert "layers" not in line


def test_a_layer_is_named_when_it_is_empty_or_not_new(bench):
    empty, _ = bench.write("jsonl", [bench.document("An")])
    done, _ = bench.write("jsonl", [bench.document("An", (0, 2, "person"), status=Status.DONE)])
    assert json.loads(empty.decode().split("\n")[1])["layers"] == [{"annotator": "Ann", "status": "new"}]
    line = json.loads(done.decode().split("\n")[1])
    assert (line["status"], line["layers"]) == ("done", [{"annotator": "Ann", "status": "done"}])


def test_two_people_of_one_name_are_told_apart_by_uid(bench):
    twin = Annotator(fixed_uid("annotator", "other Ann"), "Ann")
    data, _ = bench.write(
        "jsonl", [bench.document("An", (0, 2, "person"))], annotators=(bench.annotator, twin)
    )
    assert bench.read("a.jsonl", data).only.spans[0].annotator == bench.annotator.uid


def test_nothing_in_it_depends_on_library_or_corpus(bench):
    document = bench.document("An", (0, 2, "person"))
    first, losses = bench.write("jsonl", [document])
    second, _ = bench.write("jsonl", [document])
    assert first == second
    assert b"Corpus" not in first
    assert [str(note) for note in losses.notes] == [
        "Own JSONL does not hold the history, decisions and comments of the library."
    ]
