"""Pages: the article without what stands around it; nothing is fetched and nothing is run."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[3].parent / "shared" / "samples" / "vi-html"
FIRST = "Chiều 18-8, Công an tỉnh long trọng tổ chức Lễ kỷ niệm Ngày hội “Toàn dân bảo vệ an ninh Tổ quốc”."
SECOND = "Dự lễ có Trung tướng Đặng Quốc Hiển, Thứ trưởng Bộ Công an; đồng chí Ngô Bá Trường, Bí thư Tỉnh ủy."


def page(*, meta: str = '<meta charset="utf-8">', more: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head>{meta}<title>Lễ kỷ niệm</title>"
        '<meta name="author" content="Minh Quý"><meta property="og:site_name" content="Báo Trà Giang">'
        "<script>var x = 'THỬ MÃ';</script></head><body>"
        '<nav><a href="/">Trang chủ</a><a href="/x">Thể thao</a></nav>'
        f"<article><h1>Lễ kỷ niệm</h1><p>{FIRST}</p><img src='http://example.org/a.png'>"
        f"<p>{SECOND}</p>{more}</article>"
        "<script src='http://example.org/b.js'></script><footer>Bản quyền</footer></body></html>"
    )


def test_the_article_comes_with_title_and_data(bench):
    taken = bench.read("a.html", page().encode())
    assert f"{FIRST}\n{SECOND}" in taken.only.text
    assert taken.only.title == "Lễ kỷ niệm"
    assert taken.only.metadata["author"] == "Minh Quý"
    assert taken.only.metadata["source"] == "Báo Trà Giang"


def test_menu_scripts_and_footer_stay_out_and_that_is_said(bench):
    taken = bench.read("a.html", page().encode())
    for word in ("Thể thao", "THỬ MÃ", "Bản quyền", "example.org"):
        assert word not in taken.only.text
    assert len(taken.notices) == 1
    assert taken.notices[0].endswith("menus, pictures, scripts and related news were left out.")


def test_nothing_is_fetched(bench, monkeypatch):
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    more = (
        "<iframe src='http://example.org/'></iframe><link rel='stylesheet' href='http://example.org/c.css'>"
    )
    assert FIRST in bench.read("a.html", page(more=more).encode()).only.text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_marks_and_utf16_go_before_what_the_page_says(bench, encoding):
    data = page(meta='<meta charset="windows-1252">').encode(encoding)
    assert FIRST in bench.read("a.html", data).only.text


def test_the_charset_of_the_page_is_believed(bench):
    text = page(
        meta='<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', more="<p>café</p>"
    )
    data = text.replace("Đ", "D").encode("cp1252", "xmlcharrefreplace")
    found = bench.read("a.html", data).only.text
    assert "café" in found
    assert "Chiều" in found


def test_a_charset_that_is_wrong_is_refused(bench):
    data = page().encode().replace(b"</article>", b"<p>caf\xe9</p></article>")
    assert bench.problems("a.html", data)[0].startswith("a.html: not valid utf-8 (byte 0xE9 at position ")


def test_a_page_without_an_article_is_refused(bench):
    assert bench.problems("a.html", b"<html><body><script>x</script></body></html>") == [
        (
            "a.html: no article was found in the page. Save its text as a text file and import that. Nothing "
            "was imported."
        )
    ]


def test_bottomless_nesting_is_refused(bench):
    assert bench.problems("a.html", page(more="<div>" * 5000).encode()) == [
        "a.html: its elements are nested more than 200 deep. Nothing was imported."
    ]


def test_an_empty_page_is_refused(bench):
    assert bench.problems("a.html", b"") == ["a.html is empty. There is nothing to import."]


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not here")
@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("own_news_page.html", "gắn Huân chương Bảo vệ Tổ quốc hạng Nhì lên lá cờ", "<o:p>"),
        ("own_news_page_utf16le_bom.html", "Khối thi đua các doanh nghiệp tỉnh Trà Giang", "script"),
    ],
)
def test_sample_pages(bench, name, inside, outside):
    taken = bench.read(name, (SAMPLES / name).read_bytes())
    assert inside in taken.only.text
    assert outside not in taken.only.text
