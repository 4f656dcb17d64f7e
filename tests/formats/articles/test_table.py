"""Tables of texts as spreadsheets and programs write them; the odd ones refused with row and cause."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from outgoing import hostile_texts

from annotator.formats.articles.table import read
from annotator.formats.base import Notices, ReadOptions, Source
from annotator.formats.registry import reader_for


def texts(taken):
    return [document.text for document in taken.documents]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", "title,text,source\nTin,Ông An,báo\n"),
        ("a.csv", "\ufefftitle;text;source\r\nTin;Ông An;báo\r\n"),
        ("a.csv", "sep=;\r\ntitle;text;source\r\nTin;Ông An;báo\r\n;;\r\n"),
        ("a.csv", '"title","text","source"\r"Tin","Ông An","báo"'),
        ("a.tsv", "title\ttext\tsource\nTin\tÔng An\tbáo\n"),
        ("a.csv", "title|text|source\nTin|Ông An|báo\n"),
        ("a.csv", "TITLE,Text ,source\nTin,Ông An,báo,,\n"),
        ("a.tab", "title\ttext\tsource\nTin\tÔng An\tbáo\n"),
    ],
)
def test_separator_header_and_line_ends_are_found_out(bench, name, data):
    taken = bench.read(name, data.encode())
    assert (taken.only.text, taken.only.title, taken.only.metadata) == ("Ông An", "Tin", {"source": "báo"})
    assert taken.notices == []


def test_cells_keep_every_character(bench):
    taken = bench.read("a.csv", '"text",n\n" a ""b"",\r\nc\u2028\t\'=1 ",1\n'.encode())
    assert texts(taken) == [' a "b",\r\nc\u2028\t\'=1 ']


def test_encodings_of_spreadsheets_are_known_and_said(bench):
    data = "text\ttitle\r\nÔng An về Huế\tTin\r\n".encode("utf-16")
    taken = bench.read("a.csv", data)
    assert texts(taken) == ["Ông An về Huế"]
    assert taken.notices == ["It was read as UTF-16-LE."]


def test_the_column_of_the_text_can_be_chosen(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("id,Nội dung,text\n7,Ông An,x\n", encoding="utf-8")
    assert reader_for(path)[0] == "csv"
    (document,) = read(Source(path, "a.csv"), ReadOptions(text_column="nội dung"), Notices())
    assert (document.text, document.metadata) == ("Ông An", {"id": "7", "text": "x"})


def test_a_table_of_one_column_has_no_separator(bench):
    taken = bench.read("a.csv", "text\nÔng An, về; Huế\nBà Na\n".encode())
    assert texts(taken) == ["Ông An, về; Huế", "Bà Na"]


def test_rows_without_text_are_counted_and_named(bench):
    rows = "".join(f"{'x' if row % 2 else ' '},{row}\n" for row in range(2, 30))
    taken = bench.read("a.csv", f"text,n\n{rows}\n,,\n".encode())
    assert len(taken.documents) == 14
    assert taken.notices == ["14 rows without text were left out: 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, …."]


def test_quotes_of_tables_parted_by_tabs_may_stand_for_themselves(bench):
    taken = bench.read("a.tsv", 'text\tn\n"An" về\t1\nx "y\t2\n'.encode())
    assert texts(taken) == ['"An" về', 'x "y']
    assert taken.notices == ["Quotation marks in it stand for themselves."]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            "body,title\nAn,x\n",
            (
                "a.csv, row 1: there is no column “text”. Choose the column that holds the text; there are "
                '"body", "title". Nothing was imported.'
            ),
        ),
        (
            "text,n\nAn, Lan,1\n",
            "a.csv, row 2: 3 cells but the header has 2 – is a “,” missing its quotes? Nothing was imported.",
        ),
        (
            "text;n\nAn;1\nLan\nvề;2\n",
            (
                "a.csv, row 3: 1 cell but the header has 2 – is a line break missing its quotes? Nothing was "
                "imported."
            ),
        ),
        (
            'text,n\nAn,1\n"Lan,2\nx,3\n',
            "a.csv, row 3: a quotation mark opens a cell and none closes it. Nothing was imported.",
        ),
        (
            'text,n\n"An" Lan,1\n',
            (
                "a.csv, row 2: a quotation mark inside a cell is not doubled, or what follows the cell is no "
                "separator. Nothing was imported."
            ),
        ),
        ("text,n,n\nAn,1,2\n", 'a.csv, row 1: two columns have the name "n". Nothing was imported.'),
        ("text,n\n,1\n", "a.csv: no row has a text. There is nothing to import."),
        ("text,n\n", "a.csv: no row has a text. There is nothing to import."),
        ("", "a.csv is empty. There is nothing to import."),
        (
            "document,title,start,end,label,text\nu,t,0,2,person,An\n",
            (
                "a.csv, row 1: it is a table of spans, as “spans-csv” writes it, and does not hold the "
                "texts. Import an export in another format. Nothing was imported."
            ),
        ),
        (
            '"text,n\nAn,1\n',
            "a.csv, row 1: a quotation mark opens a cell and none closes it. Nothing was imported.",
        ),
    ],
)
def test_a_bad_table_is_refused_with_row_and_cause(bench, data, said):
    assert bench.problems("a.csv", data.encode()) == [said]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.xls"])
def test_workbooks_are_refused_with_what_to_do(bench, name):
    assert bench.problems(name, b"PK\x03\x04 [Content_Types].xml xl/workbook.xml") == [
        (
            f"{name}: is a workbook, not a table of plain text. Save the sheet as “CSV UTF-8” in the "
            "spreadsheet program, and import that. Nothing was imported."
        )
    ]


cells = st.one_of(st.just(""), hostile_texts())
CONTROLS = {chr(number) for number in range(32)} - set("\t\n\x0b\x0c\r\x1b")


def test_a_table_with_more_than_a_tenth_of_control_characters_is_no_text(bench):
    data = '"text","title"\r\n"An","{}"\r\n'
    assert bench.read("a.csv", data.format("\x1f\x08").encode()).only.title == "\x1f\x08"
    assert bench.problems("a.csv", data.format("\x1f\x08\x1c").encode()) == [
        "a.csv: is not a text but a binary file. Save it as a text file and try again. Nothing was imported."
    ]


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.tuples(hostile_texts(), cells, cells), min_size=1, max_size=4),
    separator=st.sampled_from(",;\t|"),
)
def test_what_a_program_writes_is_read_as_it_is(bench, rows, separator):
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerows([("text", "title", "source"), *rows])
    written = stream.getvalue()
    assume(sum(sign in CONTROLS for sign in written) * 10 <= len(written))  # more of them: a binary file
    taken = bench.read("a.csv", written.encode())
    assert [(one.text, one.title, one.metadata.get("source", "")) for one in taken.documents] == rows
