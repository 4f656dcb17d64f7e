"""Names that nobody marked: which ones are stopped at, forwards and backwards."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.gaps import gap_after, gap_before
from annotator.text.words import cuts_word

STANDIN = Path(__file__).parents[1] / "data" / "standin.gold.jsonl"


def _over(spans):
    return lambda start, end: [span for span in spans if span[0] < end and span[1] > start]


def _all(text, spans=()):
    found, place = [], -1
    while (gap := gap_after(text, place, _over(spans))) is not None:
        found.append(text[slice(*gap)])
        place = gap[0]
    return found


def test_names_are_stopped_at_and_sentences_beginnings_are_not() -> None:
    text = (
        "Tại Hội nghị, ông Lê An, Chủ tịch Hội Nông dân tỉnh, trao Bằng khen. Đồng thời nêu “Vì người nghèo”."
    )
    assert _all(text) == ["Lê An", "Chủ tịch Hội Nông dân tỉnh", "Bằng khen", "Vì người nghèo"]


def test_what_is_marked_is_passed_but_a_body_inside_an_office_is_not() -> None:
    text = "Lê An, Ủy viên Ban Thường vụ Tỉnh ủy"
    office, body = text.index("Ủy"), text.index("Ban")
    assert _all(text, [(0, 5, "person"), (office, len(text), "position")]) == [
        "Ban Thường vụ Tỉnh ủy",
        "Tỉnh ủy",
    ]
    marked = [(0, 5, "person"), (office, len(text), "position"), (body, len(text), "organization")]
    assert _all(text, marked) == ["Tỉnh ủy"]
    assert _all(text, [*marked, (text.index("Tỉnh"), len(text), "organization")]) == []


def test_names_passed_by_are_not_stopped_at() -> None:
    text = "ông Lê An gặp bà Mai, rồi Lê An về"
    gap = gap_after(text, 4, _over([]), lambda words: words == "Lê An")
    assert gap is not None
    assert text[slice(*gap)] == "Mai"
    assert gap_after(text, gap[0], _over([]), lambda words: words == "Lê An") is None


def test_every_marked_name_of_an_article_is_come_to() -> None:
    article = json.loads(STANDIN.read_text(encoding="utf-8"))
    text = article["text"]
    gold = sorted((span["start"], -span["end"], span["label"]) for span in article["spans"])
    marked, stops, place = [], 0, -1
    while (gap := gap_after(text, place, _over(marked))) is not None:
        stops += 1
        here = [one for one in gold if one[0] == gap[0] and (one[0], -one[1], one[2]) not in marked]
        marked += [(start, -end, label) for start, end, label in here[:1]]
        place = gap[0] - (len(here) > 1)
    assert len(marked) == len(gold)
    assert stops <= 1.1 * len(gold)


@given(
    st.lists(
        st.sampled_from(["Lê An ", "ông ", "“Ba sạch” ", ". ", "\n", "Sở Nội vụ ", "x", "🇻🇳"]), max_size=40
    )
    .map("".join),
    st.integers(-1, 300),
)  # fmt: skip
def test_there_and_back_again(text, place) -> None:
    forward, back = [], []
    at = -1
    while (gap := gap_after(text, at, _over([]))) is not None:
        forward.append(gap)
        at = gap[0]
    at = len(text) + 1
    while (gap := gap_before(text, at, _over([]))) is not None:
        back.append(gap)
        at = gap[0]
    assert forward == back[::-1]
    assert all(
        start < end and not cuts_word(text, start) and not cuts_word(text, end) for start, end in forward
    )
    first = gap_after(text, place, _over([]))
    assert first == next((gap for gap in forward if gap[0] > place), None)
