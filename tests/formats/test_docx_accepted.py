"""Word documents with all changes accepted, their notes after the text, old fonts read again."""

from __future__ import annotations

import io
import zipfile

import pytest

from annotator.formats.decoding.decode import UndecidedEncodingError
from annotator.formats.decoding.legacy_text import reread

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(body: str, **notes: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        for name, content in notes.items():
            archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{content}</w:{name}>')
    return stream.getvalue()


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, marks: str = "") -> str:
    return f"<w:p><w:pPr><w:rPr>{marks}</w:rPr></w:pPr>{''.join(runs)}</w:p>"


def test_notes_come_after_the_text_in_the_order_they_are_called(bench):
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = p(r("Một"), call.format(3), r(" hai"), call.format(2), '<w:r><w:endnoteReference w:id="2"/></w:r>')
    line = '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
    foot = "".join(f'<w:footnote w:id="{n}">{p(r(f" Chú {n}"))}</w:footnote>' for n in (2, 3))
    end = f'<w:endnote w:id="2">{p(r("Cuối"))}</w:endnote>'
    taken = bench.read("a.docx", packed(body, footnotes=line + foot, endnotes=end))
    assert taken.only.text == "Một hai\nChú 3\nChú 2\nCuối"
    assert taken.notices == ["3 footnotes were taken in after the text."]


def test_a_note_that_is_not_there_is_counted(bench):
    body = p(r("Một"), '<w:r><w:footnoteReference w:id="9"/></w:r>')
    taken = bench.read("a.docx", packed(body, footnotes=""))
    assert (taken.only.text, taken.notices) == ("Một", ["1 footnote was left out."])


def test_tables_within_tables_come_once(bench):
    inner = f"<w:tbl><w:tr><w:tc>{p(r('trong'))}</w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{p(r('ngoài'))}{inner}</w:tc><w:tc>{p(r('bên'))}</w:tc></w:tr></w:tbl>"
    assert bench.read("a.docx", packed(body)).only.text == "ngoài\ntrong\tbên"


def test_rows_and_ends_of_paragraphs_that_were_deleted_are_gone(bench):
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc></w:tr>"
    table = f"<w:tbl>{row.format('<w:del/>', p(r('cũ')))}{row.format('', p(r('mới')))}</w:tbl>"
    body = p(r("Một "), marks="<w:del/>") + p(r("câu."), marks="<w:ins/>") + table
    taken = bench.read("a.docx", packed(body))
    assert taken.only.text == "Một câu.\nmới"
    assert "1 tracked deletion was left out." in taken.notices


def test_a_paragraph_whose_end_was_deleted_may_be_the_last(bench):
    assert bench.read("a.docx", packed(p(r("Một"), marks="<w:del/>"))).only.text == "Một"


OLD = "Céng hßa x· héi chñ nghÜa ViÖt Nam, ®éc lËp tù do h¹nh phóc"


def test_old_fonts_are_a_question_with_its_answers_in_sight(bench):
    with pytest.raises(UndecidedEncodingError) as caught:
        bench.read("a.docx", packed(p(r(OLD))))
    assert [each.encoding for each in caught.value.candidates] == ["tcvn3", "utf-8"]
    assert caught.value.candidates[0].preview.startswith("Cộng hòa xã hội chủ nghĩa")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("tcvn3", "Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập tự do hạnh phúc"), ("utf-8", OLD)],
)
def test_the_answer_is_kept_to(bench, encoding, text):
    assert bench.read("a.docx", packed(p(r(OLD))), encoding=encoding).only.text == text


def test_an_answer_that_does_not_fit_is_refused(bench):
    assert bench.problems("a.docx", packed(p(r(OLD))), encoding="windows-1252") == [
        (
            "a.docx: its letters can be read as tcvn3 or vni, or left as they stand (utf-8), not as "
            "windows-1252. Nothing was imported."
        )
    ]


def test_reading_again_leaves_what_is_no_letter():
    assert reread("“TØnh uû” – 😀 n\u2212íc", "tcvn3") == "“Tỉnh uỷ” – 😀 nước"
    assert reread("Ñaûng boä 😀 tænh", "vni") == "Đảng bộ 😀 tỉnh"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.rtf", rb"{\rtf1\ansi An}", "is a file in Rich Text Format (.rtf). Save it as .docx"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Word document (.doc) or one with a password."),
        ("a", b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Word document (.doc) or one with a password."),
    ],
)
def test_older_documents_are_known_by_their_beginning(bench, name, data, said):
    assert said in bench.problems(name, data)[0]
