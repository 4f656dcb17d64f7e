"""PDF files: the text of their pages, its doubts, and files that are none."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from annotator.errors import FormatError

SAMPLE = Path(__file__).parents[3].parent / "shared/samples/vi-legacy/2006-16EZE_TT01.06GopvonDNNVV.pdf"


def made(*pages: str, info: str = "") -> bytes:
    """A PDF file with a line of text for each line of each page, in the letters of windows-1252."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        lines = " T* ".join(f"({line}) Tj" for line in page.split("\n"))
        content = f"BT /F1 12 Tf 14 TL 72 720 Td {lines} ET".encode("cp1252") if page else b""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects.append(f"<< {info} >>".encode())
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\n"
    return (
        data
        + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}startxref\n{len(data)}\n%%EOF\n".encode()
    )


TOLD = (
    "The text of {} was taken in as the file draws it: look whether columns, tables and blanks within words "
    "came out right."
)


def test_pages_follow_each_other_line_by_line(bench):
    taken = bench.read("a.pdf", made("Mot hai\nba", "bon"))
    assert taken.only.text == "Mot hai\nba\nbon"
    assert taken.notices == [TOLD.format("2 pages")]


def test_what_the_file_says_of_itself_is_metadata_where_it_looks_meant(bench):
    info = "/Title (Le ky niem) /Author (Lan) /CreationDate (D:20060301142623+07'00')"
    taken = bench.read("a.pdf", made("Mot", info=info)).only
    assert (taken.title, taken.metadata) == ("Le ky niem", {"author": "Lan", "date": "2006-03-01"})
    for junk in ("Microsoft Word - tin.doc", "tin.docx", "www.luat.example"):
        assert bench.read("a.pdf", made("Mot", info=f"/Title ({junk})")).only.title == ""


def test_pages_without_text_and_broken_words_are_said(bench):
    taken = bench.read("a.pdf", made("thi-\ndua", "", "het"))
    assert taken.only.text == "thi-\ndua\nhet"
    assert taken.notices[1:] == [
        "1 page has no text and was left out: 2.",
        "1 line ends in a hyphen within a word; it was left so.",
    ]


def test_a_file_of_pictures_is_refused_with_what_to_do(bench):
    assert bench.problems("a.pdf", made("", "")) == [
        (
            "a.pdf: has no text layer: its 2 pages are pictures. Recognise the text with another program "
            "first. Nothing was imported."
        )
    ]


def test_a_password_is_said(bench):
    writer, stream = PdfWriter(), io.BytesIO()
    writer.append(PdfReader(io.BytesIO(made("Mot"))))
    writer.encrypt("x", algorithm="RC4-128")
    writer.write(stream)
    assert bench.problems("a.pdf", stream.getvalue()) == [
        "a.pdf: is protected by a password. Save it without one and try again. Nothing was imported."
    ]


@pytest.mark.parametrize(
    "data",
    [b"An", b"%PDF-1.4\n", b"%PDF-1.7 and no more \xff\x00", made("Mot")[:300], b"PK\x03\x04"],
    ids=["text", "head", "rubbish", "cut", "zip"],
)
def test_what_is_no_pdf_file_is_refused(bench, data):
    assert bench.problems("a.pdf", data, format_name="pdf") == [
        "a.pdf: is not a PDF file, or a damaged one. Nothing was imported."
    ]


def test_an_empty_file_is_refused(bench):
    assert bench.problems("a.pdf", b"") == ["a.pdf is empty. There is nothing to import."]


REFUSED = (
    "0.pdf is empty. There is nothing to import.",
    " is not a PDF file, or a damaged one. Nothing was imported.",
)


def test_cut_anywhere_it_is_read_or_refused(bench):
    whole = made("Mot hai", "ba")
    found = set()
    for end in range(0, len(whole), 37):
        try:
            found.add(bench.read(f"{end}.pdf", whole[:end]).only.text)
        except FormatError as refusal:
            found.add(str(refusal.message).split(":")[-1])
    assert found <= {"Mot hai\nba", "Mot hai", "ba", *REFUSED}


@pytest.mark.skipif(not SAMPLE.exists(), reason="the samples are not here")
def test_the_sample_in_an_old_font_reads_as_vietnamese_when_chosen(bench):
    assert "choose the encoding" in bench.problems("s.pdf", SAMPLE.read_bytes())[0]
    text = bench.read("s.pdf", SAMPLE.read_bytes(), encoding="tcvn3").only.text
    assert text.startswith("ngân hàng nhà nước\nviệt nam")
    assert "Hướng dẫn một số nội dung về góp vốn thành lập" in text
