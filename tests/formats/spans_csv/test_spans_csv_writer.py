"""The table of spans: what a spreadsheet shows is what was marked, and nothing in it is a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from hypothesis import given, settings
from outgoing import PEOPLE, hostile_documents

from annotator.formats.base import OutgoingSpan
from annotator.formats.spans_csv.rows import rows


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_row_a_span_under_a_header_that_excel_reads(bench):
    data, losses = bench.write(
        "spans-csv", [bench.document("Ông An, về", (0, 6, "person")), bench.document("x", number=2)]
    )
    header, row, rest = data.decode().split("\n")
    assert (
        header.replace('"', "") == "\ufeffdocument,title,start,end,label,text,parts,annotator,note,flags,span"
    )
    assert row.split(",")[1:7] == ['"Title 1"', "0", "6", '"person"', '"Ông An"', '""']
    assert rest == ""
    assert [str(note) for note in losses.notes] == [
        "The table holds the words of spans, not the texts; it cannot be imported again.",
        "1 document without spans has no row.",
        "The file does not hold statuses, what the codebook says of labels, guidelines and history.",
    ]


def test_formulas_are_guarded_and_cells_that_differ_stay_different(bench):
    outgoing = bench.document("=An '=An ＋1 'An", (0, 3, "=x"), (4, 8, "'=x"), (9, 11, "a"), (12, 15, "-"))
    data, losses = bench.write("spans-csv", [outgoing])
    found = table(data)
    assert [row["text"] for row in found] == ["'=An", "''=An", "'＋1", "'An"]
    assert [row["label"] for row in found] == ["'=x", "''=x", "a", "'-"]
    assert "6 cells that a spreadsheet would take for formulas begin with an apostrophe." in map(
        str, losses.notes
    )


def test_parts_notes_and_flags_have_columns(bench):
    outgoing = bench.document("Ông Bà An")
    span = OutgoingSpan(0, 9, "person", bench.annotator.uid, "u", "-n", ("unsure",), parts=((0, 3), (7, 9)))
    data, losses = bench.write("spans-csv", [replace(outgoing, spans=(span,))])
    (row,) = table(data)
    assert (row["parts"], row["text"], row["note"], row["flags"], row["span"]) == (
        "0:3 7:9",
        "Ông … An",
        "'-n",
        "unsure",
        "u",
    )
    assert losses.lost == []


def test_uids_that_came_with_a_file_are_guarded_too_and_read_back(bench, tmp_path):
    outgoing = bench.document("An")
    span = OutgoingSpan(0, 2, "person", bench.annotator.uid, "=u")
    document = replace(outgoing.document, uid="=d")
    data, _ = bench.write("spans-csv", [replace(outgoing, document=document, spans=(span,))])
    assert [(row["document"], row["span"]) for row in table(data)] == [("'=d", "'=u")]
    (tmp_path / "a.csv").write_bytes(data)
    assert list(rows(tmp_path / "a.csv")) == [("=u", "=d", 0, 2, "person", "An")]


@settings(max_examples=60, deadline=None)
@given(document=hostile_documents(people=PEOPLE, notes=True))
def test_every_span_has_its_row_and_none_is_a_formula(bench, document):
    data, _ = bench.write("spans-csv", [document], annotators=PEOPLE)
    found = table(data)
    assert [(int(row["start"]), int(row["end"])) for row in found] == [span[:2] for span in document.spans]
    for row, span in zip(found, document.spans, strict=True):
        assert not any(cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) for cell in row.values())
        assert row["text"].removeprefix("'").endswith(document.document.text[span.start + 1 : span.end])
    assert bench.write("spans-csv", [document], annotators=PEOPLE)[0] == data


def test_a_title_is_on_one_line(bench):
    outgoing = bench.document("Ông An", (0, 3, "person"))
    document = replace(outgoing.document, title="Tin\r\nmột\u2028hai")
    data, _ = bench.write("spans-csv", [replace(outgoing, document=document)])
    assert data.count(b"\n") == 2
    assert table(data)[0]["title"] == "Tin một hai"
