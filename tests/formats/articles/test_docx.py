"""Word documents: their text, what is said about the rest, and the dangers of archives and XML."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Tin mới</dc:title>'
    "<dc:creator>Lan</dc:creator><dcterms:created>2024-05-10T00:00:00Z</dcterms:created></cp:coreProperties>"
)


def document(body: str, before: str = "") -> str:
    start = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{start}{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def packed(body: str, *, core: str = "", before: str = "", **more: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document(body, before))
        if core:
            archive.writestr("docProps/core.xml", core)
        for name, content in more.items():
            archive.writestr(name, content)
    return stream.getvalue()


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_paragraphs_are_parted_by_line_feeds(bench):
    taken = bench.read(
        "a.docx",
        packed(p(r("Ông "), r("An")) + p() + p(r("về Huế"), "<w:r><w:tab/><w:br/></w:r>"), core=CORE),
    )
    assert taken.only.text == "Ông An\n\nvề Huế\t\n"
    assert taken.only.title == "Tin mới"
    assert taken.only.metadata == {"author": "Lan", "date": "2024-05-10T00:00:00Z"}
    assert taken.notices == []


def test_tracked_insertions_are_kept_and_deletions_dropped_and_both_said(bench):
    body = p(
        r("keep "),
        f"<w:ins>{r('new')}</w:ins>",
        "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>",
        f"<w:moveTo>{r(' here')}</w:moveTo><w:moveFrom>{r('there')}</w:moveFrom>",
    )
    taken = bench.read("a.docx", packed(body))
    assert taken.only.text == "keep new here"
    assert taken.notices == ["2 tracked insertions were taken in.", "2 tracked deletions were left out."]


def test_tables_links_fields_and_content_controls_are_taken_in(bench):
    row = f"<w:tr><w:tc>{p(r('a'))}</w:tc><w:tc>{p(r('b'))}{p(r('c'))}</w:tc></w:tr>"
    body = f"<w:tbl>{row}{row}</w:tbl><w:sdt><w:sdtContent>{p(r('inside'))}</w:sdtContent></w:sdt>" + p(
        f"<w:hyperlink r:id='x' xmlns:r='r'>{r('link')}</w:hyperlink>",
        "<w:r><w:instrText>PAGE</w:instrText></w:r>",
    )
    taken = bench.read("a.docx", packed(body))
    assert taken.only.text == "a\tb\nc\na\tb\nc\ninside\nlink"
    assert taken.notices == ["1 table was taken in, cells parted by tabs."]


def test_text_boxes_come_after_their_paragraph_and_once(bench):
    box = f"<w:txbxContent>{p(r('box'))}</w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="m"><mc:Choice>'
        f"<w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    taken = bench.read("a.docx", packed(p(r("An"), f"<w:r>{both}</w:r>", r(" về")) + p(r("Huế"))))
    assert taken.only.text == "An về\nbox\nHuế"
    assert "1 text box was taken in after its paragraph." in taken.notices


def test_what_is_left_out_is_said(bench):
    marks = "<w:r><w:footnoteReference/><w:commentReference/><w:drawing/><w:sym/></w:r>"
    listed = f"<w:p><w:pPr><w:numPr/></w:pPr>{r('An')}</w:p>"
    taken = bench.read("a.docx", packed(p(r("x"), marks) + listed))
    assert taken.only.text == "x\nAn"
    assert taken.notices == [
        "1 footnote was left out.",
        "1 comment was left out.",
        "1 picture was left out.",
        "1 symbol of a special font was left out.",
        "The automatic number of 1 paragraph was left out.",
    ]


def test_fonts_older_than_unicode_are_said(bench):
    run = '<w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>Céng hßa</w:t></w:r>'
    assert bench.read("a.docx", packed(p(run))).notices == [
        (
            "It uses the fonts .VnTime, whose letters are not Unicode: what is written in them will not read "
            "as Vietnamese. Convert the document to Unicode first."
        )
    ]


BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
FETCH = '<!DOCTYPE w SYSTEM "http://example.org/x.dtd">'


@pytest.mark.parametrize("before", [BOMB, FETCH])
def test_document_type_declarations_are_refused(bench, before):
    assert bench.problems("a.docx", packed(p(r("An")), before=before)) == [
        (
            "a.docx, word/document.xml: contains a document type declaration (DTD), which is not accepted. "
            "Nothing was imported."
        )
    ]


def test_bottomless_nesting_is_refused(bench):
    deep = "<w:sdt>" * 300 + "</w:sdt>" * 300
    assert bench.problems("a.docx", packed(deep)) == [
        "a.docx, word/document.xml: elements are nested more than 200 deep. Nothing was imported."
    ]


def test_broken_xml_is_refused_with_its_place(bench):
    assert bench.problems("a.docx", packed("<w:p>"))[0].startswith(
        "a.docx, word/document.xml, line 1, column "
    )


def test_zip_bombs_are_refused(bench):
    data = packed(p(r("a" * 30_000_000)))
    assert len(data) < 100_000
    assert bench.problems("a.docx", data) == [
        (
            "a.docx: the part word/document.xml unpacks to far more than it may (a “zip bomb”). Nothing was "
            "imported."
        )
    ]


def test_a_header_that_lies_about_its_size_does_not_help(bench):
    data = bytearray(packed(p(r("a" * 30_000_000))))
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    struct.pack_into("<I", data, place + 24, 1000)
    assert bench.problems("a.docx", bytes(data)) == [
        "a.docx: the part word/document.xml is damaged or encrypted. Nothing was imported."
    ]


def test_a_part_that_comes_twice_is_refused(bench):
    stream = io.BytesIO(packed(p(r("An"))))
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", document(p(r("Bo"))))
    assert bench.problems("a.docx", stream.getvalue()) == [
        (
            "a.docx: holds the part word/document.xml twice, so that it is not certain which counts. Nothing "
            "was imported."
        )
    ]


def test_too_many_parts_are_refused(bench):
    data = packed(p(r("An")), **{f"x/{number}": "" for number in range(10_001)})
    assert bench.problems("a.docx", data) == [
        "a.docx: holds 10003 parts, more than the 10000 that are read. Nothing was imported."
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.docx is empty. There is nothing to import."),
        (
            b"An",
            (
                "a.docx: is not a Word document (a .docx file is a ZIP archive, this is not). Nothing was "
                "imported."
            ),
        ),
        (b"PK\x03\x04 and no more", "a.docx: is not a ZIP archive, or a damaged one. Nothing was imported."),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            (
                "a.docx: is an old Word document (.doc) or one with a password. Save it as .docx without a "
                "password and try again. Nothing was imported."
            ),
        ),
        (packed(p()), "a.docx: holds no text. There is nothing to import."),
    ],
)
def test_files_that_are_no_word_document_are_refused(bench, data, said):
    assert bench.problems("a.docx", data) == [said]


def test_an_archive_without_a_document_is_refused(bench):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    assert bench.problems("a.docx", stream.getvalue()) == [
        "a.docx: is not a Word document (it holds no word/document.xml). Nothing was imported."
    ]


@pytest.mark.parametrize("name", ["../../evil", "/etc/evil", "word/../../evil", "C:\\evil", "\\\\host\\x"])
def test_parts_that_point_outside_are_refused(bench, name):
    data = packed(p(r("An")), **{name: "x"})
    assert bench.problems("a.docx", data) == [
        f"a.docx: the part {name} points outside the archive. Nothing was imported."
    ]


def test_links_in_an_archive_are_refused(bench):
    stream = io.BytesIO(packed(p(r("An"))))
    link = zipfile.ZipInfo("word/link.xml")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert bench.problems("a.docx", stream.getvalue()) == [
        "a.docx: the part word/link.xml points outside the archive. Nothing was imported."
    ]
