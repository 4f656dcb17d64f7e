"""What a file leaves open is asked on the import page, answered for it or for all like it, and kept to."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.reading import REMOVE
from annotator.ui.i18n import language
from annotator.ui.models.import_model import Verdict
from annotator.ui.pages.file_text import pieces
from annotator.ui.pages.import_page import ImportPage
from annotator.ui.parts.marked_label import MarkedLabel

BODY = "\n".join(
    f"Câu thứ {n} của bài về phong trào thi đua yêu nước ở Đông Lĩnh năm {n}." for n in range(12)
)
TAIL = "\n>> Xem danh sách\n"
SAID = "Ông An nói rằng phong trào thi đua năm nay thật sôi nổi."


@pytest.fixture
def page(desk, corpus, tmp_path, on_screen):
    page = ImportPage(desk)
    on_screen(page, 1200, 800)
    folder = tmp_path / "files"
    folder.mkdir()

    def look(**files):
        for name, text in files.items():
            (folder / name.replace("_", ".")).write_text(text, encoding="utf-8", newline="")
        page.open_with([str(folder)], corpus.uid, corpus.name)
        return page

    return look


def shown(page):
    return {file.name: file for file in page._model.files}


def texts(library, corpus):
    return [library.documents.open(each.uid).document.text for each in library.documents.listing(corpus.uid)]


def test_website_lines_are_a_question_that_b_answers(page, library, corpus):
    page = page(a_txt=f"Một\n{BODY}{TAIL}")
    assert shown(page)["a.txt"].verdict is Verdict.ODD
    assert page._model.count("look") == 1
    assert page._file_view._boilerplate.isVisible()
    QTest.keyClick(page.view, Qt.Key.Key_B)
    file = shown(page)["a.txt"]
    assert (file.verdict, file.choice.boilerplate, page._model.count("look")) == (Verdict.GOOD, REMOVE, 0)
    assert pieces(file)[-1] == (">> Xem danh sách", True)
    assert page._file_view._boilerplate._one.text() == "Keep it"
    page.add()
    assert texts(library, corpus)[-1] == f"Một\n{BODY}"


def test_shift_b_answers_for_all_and_b_takes_it_back_for_one(page, library, corpus):
    page = page(a_txt=f"Một\n{BODY}{TAIL}", b_txt=f"Hai\n{BODY * 2}{TAIL}", c_txt=f"Ba\n{BODY}")
    assert page._file_view._boilerplate._all.text() == "In all 2 such files"
    QTest.keyClick(page.view, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    assert [file.choice.boilerplate for file in page._model.files] == ["remove", "remove", "keep"]
    QTest.keyClick(page.view, Qt.Key.Key_B)
    assert [file.choice.boilerplate for file in page._model.files] == ["keep", "remove", "keep"]


def test_files_that_are_nearly_the_same_are_named_and_left_out_together(page):
    page = page(a_txt=f"Một\n{BODY}", b_txt=f"Hai\n{BODY}", c_txt=f"Ba\n{BODY}")
    assert [file.like for file in page._model.files] == ["", "a.txt", "a.txt"]
    page.view.go_to(1)
    assert page._file_view._like._sentence.text() == "Nearly the same text as a.txt."
    page._file_view._like.answered.emit(True)
    assert [file.verdict for file in page._model.files] == [
        Verdict.GOOD,
        Verdict.LEFT_OUT,
        Verdict.LEFT_OUT,
    ]


def test_a_text_like_one_of_the_corpus_is_said(page, library, corpus):
    library.documents.add(corpus.uid, "Tin gốc", f"Tin gốc\n{BODY}")
    page = page(a_txt=f"Tin lại\n{BODY}")
    assert "“Tin gốc”, which is in the corpus" in page._file_view._like._sentence.text()
    assert shown(page)["a.txt"].verdict is Verdict.ODD


def test_a_table_without_a_text_column_asks_for_it(page, library, corpus):
    page = page(a_csv=f"id,title,body\n1,Một,{SAID}\n")
    field = page._file_view._choices.field("text_column")
    assert (shown(page)["a.csv"].verdict, field.isVisible(), field.currentIndex()) == (
        Verdict.DOUBTFUL,
        True,
        -1,
    )
    field.setCurrentIndex(field.findData("body"))
    field.activated.emit(field.currentIndex())
    assert shown(page)["a.csv"].verdict is Verdict.GOOD
    page.add()
    assert texts(library, corpus)[-1] == SAID


def test_what_becomes_of_spans_in_parts_is_asked(page, library, corpus):
    page = page(a_txt="Ông An và bà Hà", a_ann="T1\tperson 0 6;10 12\tÔng An bà\n")
    (file,) = page._model.files
    assert (file.in_parts, file.verdict) == (1, Verdict.ODD)
    field = page._file_view._choices.field("discontinuous")
    field.setCurrentIndex(field.findData("fragments"))
    field.activated.emit(field.currentIndex())
    (file,) = page._model.files
    assert (file.spans, file.verdict, field.currentData()) == (2, Verdict.GOOD, "fragments")


def test_what_is_odd_stands_under_the_verdict(page):
    page = page(a_txt=f"Một\u200b\n{BODY}")
    assert "zero width space" in page._file_view._odd.text()
    assert shown(page)["a.txt"].verdict is Verdict.ODD
    assert page._model.count("look") == 1


VNI = "Ñaûng boä tænh toång keát phong traøo thi ñua naêm 2024, bieåu döông"


def test_letters_that_were_read_once_are_read_so_in_all_files(page, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / "files" / name).write_bytes(f"{VNI} {name}".encode("cp1252"))
    page = page()
    assert [file.verdict for file in page._model.files] == [Verdict.DOUBTFUL, Verdict.DOUBTFUL]
    assert page._file_view._for_all.isHidden()
    page._file_view.encoding_chosen.emit("vni")
    assert page._file_view._for_all.text() == "Read all 2 such files so"
    page._file_view._for_all.click()
    assert [(file.encoding, file.documents) for file in page._model.files] == [("vni", 1), ("vni", 1)]


def test_a_choice_is_made_for_all_files_that_leave_it_open(page):
    tables = {f"{name}_csv": f"id,body\n1,{name} {SAID}\n" for name in "ab"}
    page = page(**tables, c_txt="Không hỏi.")
    choices = page._file_view._choices
    choices.field("text_column").setCurrentIndex(1)
    choices._all["text_column"].click()
    assert [file.verdict for file in page._model.files] == [Verdict.GOOD] * 3
    assert [file.choice.text_column for file in page._model.files] == ["body", "body", ""]


def test_the_words_of_the_questions_follow_the_language(page):
    page = page(a_txt=f"Một\u200b\n{BODY}{TAIL}")
    language().choose("vi")
    QApplication.sendEvent(page._file_view, QEvent(QEvent.Type.LanguageChange))
    assert page._file_view._boilerplate._one.text() == "Bỏ các dòng này"
    assert page._file_view._odd.text().startswith("Giữ 1 ký tự không nhìn thấy")


TSV = (
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Danh|value\n#T_SP={}|PosValue\n\n\n"
    "#Text=Ông An\n1-1\t0-3\tÔng\t_\tN\t\n1-2\t4-6\tAn\t{}\tN\t\n"
).format("de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS", "{}")


def test_a_file_with_other_layers_than_the_usual_asks_for_one(page):
    page = page(a_tsv=TSV.format("_"))
    (file,) = page._model.files
    assert (file.verdict, file.spans) == (Verdict.ODD, 0)
    field = page._file_view._choices.field("layer")
    assert [field.itemText(place) for place in range(field.count())] == [
        "the usual one: named entities",
        "POS",
        "Danh",
    ]
    field.setCurrentIndex(1)
    field.activated.emit(1)
    (file,) = page._model.files
    assert (file.verdict, file.spans) == (Verdict.GOOD, 2)


def record(text, *spans):
    found = [{"start": start, "end": end, "label": label} for start, end, label in spans]
    return json.dumps({"text": text, "spans": found}, ensure_ascii=False) + "\n"


def test_spans_are_told_and_drawn_and_documents_turned(page):
    lines = record("Bà Hà <b>nói", (3, 5, "person")) + record(
        "Ông An ở Huế", (4, 6, "person"), (9, 12, "place")
    )
    page = page(a_jsonl=lines)
    view = page._file_view
    assert view._brought.text() == "3 spans, 2 labels: person, place."
    label = view._text.findChild(MarkedLabel)
    assert "&lt;b&gt;" in label.text()
    assert label.accessibleName().endswith("Hà: person")
    QTest.keyClick(page.view, Qt.Key.Key_N)
    assert view._turner._words.text() == "Document 2 of 2"
    shown = [each for each in view._text.findChildren(MarkedLabel) if not each.isHidden()]
    assert shown[0].accessibleName().endswith("An: person; Huế: place")
    QTest.keyClick(page.view, Qt.Key.Key_N)
    assert view._turner._words.text() == "Document 1 of 2"


def test_the_same_text_with_spans_is_not_offered_for_leaving_out(page):
    page = page(a_txt=BODY, b_jsonl=record(BODY, (0, 3, "word")))
    assert [(file.like, file.verdict) for file in page._model.files] == [("", Verdict.GOOD)] * 2
    page.view.go_to(1)
    assert page._file_view._verdict.text() == "The same text as a.txt. Its spans join the text that is there."
    assert not page._file_view._like.isVisible()


def test_every_row_of_a_table_can_be_seen_before_it_comes_in(page):
    page = page(a_csv=f"text,Tiêu đề\n{SAID},Một\nBa {SAID},Hai\n")
    view = page._file_view
    assert view._title.text() == "Một"
    view._turner._on.click()
    assert view._title.text() == "Hai"


def test_a_column_of_short_texts_stays_a_question(page):
    page = page(a_csv=f"ngày,bài\n12/5/2024,{SAID}\n")
    field = page._file_view._choices.field("text_column")
    for name, verdict in (("ngày", Verdict.ODD), ("bài", Verdict.GOOD)):
        field.setCurrentIndex(field.findData(name))
        field.activated.emit(field.currentIndex())
        assert shown(page)["a.csv"].verdict is verdict
