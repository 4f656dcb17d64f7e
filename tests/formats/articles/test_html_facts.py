"""Title, author, date, source and address of a page: where it tells them, and never those of other news."""

from __future__ import annotations

from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[3].parent / "shared" / "samples" / "vi-html"
BODY = "".join(
    f"<p>Đoạn {n} của bài về phong trào thi đua yêu nước ở tỉnh Trà Giang năm nay.</p>" for n in range(6)
)
OTHERS = "<div><h3>Các tin khác</h3><ul><li><a href='#'>Hội nghị giao ban</a> (12/05/2020)</li></ul></div>"


def page(head: str = "", above: str = "", title: str = "Lễ kỷ niệm - Báo Trà Giang") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>{above}"
        f"<article><h1>Lễ kỷ niệm</h1>{BODY}</article>{OTHERS}</body></html>"
    ).encode()


def facts(bench, data: bytes):
    taken = bench.read("a.html", data)
    return {**taken.only.metadata, "title": taken.only.title}


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-14T08:15:00+07:00">',
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-14"}</script>',
    ],
)
def test_the_date_that_is_marked_counts(bench, head):
    assert facts(bench, page(head, "<div>01/02/2023</div>"))["date"] == "2024-05-14"


def test_a_line_over_the_article_gives_the_date(bench):
    above = "<div class='x'>Thứ ba, 14/05/2024, 08:15 (GMT+7)</div>"
    assert facts(bench, page(above=above))["date"] == "2024-05-14"


def test_the_date_of_other_news_is_never_taken(bench):
    assert "date" not in facts(bench, page())
    assert "date" not in facts(bench, page(above="<div>45/13/2024</div>"))


def test_the_source_is_the_name_behind_the_title(bench):
    found = facts(bench, page())
    assert (found["title"], found["source"]) == ("Lễ kỷ niệm", "Báo Trà Giang")
    assert "source" not in facts(bench, page(title="Lễ kỷ niệm"))


def test_the_address_is_told_and_its_host_is_a_source(bench):
    head = '<link rel="canonical" href="https://www.baotinh.example/tin/1.html?a=1&amp;b=2">'
    found = facts(bench, page(head, title="Lễ kỷ niệm"))
    assert found["url"] == "https://www.baotinh.example/tin/1.html?a=1&b=2"
    assert found["source"] == "baotinh.example"


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not here")
@pytest.mark.parametrize("name", ["own_news_page.html", "own_news_page_utf16le_bom.html"])
def test_sample_pages(bench, name):
    found = facts(bench, (SAMPLES / name).read_bytes())
    assert (found["date"], found["source"]) == ("2024-05-14", "Cổng thông tin điện tử")
