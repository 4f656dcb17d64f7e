"""Rulers agree with Python's own encoders, whatever the text holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.rulers import Ruler

ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs"]),
        st.sampled_from("e\u0301ế😀👨\u200d👩\r\n\u2028\ufeff\u05d0\x00"),
    ),
    max_size=60,
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def octets(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


@given(ANY_TEXT)
def test_every_position_agrees_with_the_encoders_and_comes_back(text: str) -> None:
    ruler = Ruler(text)
    for position in range(len(text) + 1):
        assert ruler.to_u16(position) == sum(units(c) for c in text[:position])
        assert ruler.to_byte(position) == octets(text[:position])
        assert ruler.from_u16(ruler.to_u16(position)) == position
        assert ruler.from_byte(ruler.to_byte(position)) == position


@given(ANY_TEXT)
def test_positions_inside_a_character_snap_left(text: str) -> None:
    ruler = Ruler(text)
    for to, back in ((ruler.to_u16, ruler.from_u16), (ruler.to_byte, ruler.from_byte)):
        for position in range(len(text)):
            for inside in range(to(position), to(position + 1)):
                assert back(inside) == position


def test_positions_beyond_the_ends_are_the_ends() -> None:
    ruler = Ruler("a😀")
    assert [ruler.to_u16(9), ruler.to_byte(9), ruler.from_u16(99), ruler.from_byte(99)] == [3, 5, 2, 2]
    assert [ruler.to_u16(-1), ruler.to_byte(-1), ruler.from_u16(-1), ruler.from_byte(-1)] == [0, 0, 0, 0]


def test_long_texts_agree_across_the_inner_blocks() -> None:
    text = ("ế😀a\u0301" * 3000)[:9001]
    ruler = Ruler(text)
    for position in (0, 1023, 1024, 1025, 5000, 8191, 8192, 9001):
        assert ruler.to_byte(position) == octets(text[:position])
        assert ruler.from_byte(ruler.to_byte(position)) == position
        assert ruler.to_u16(position) == units(text[:position])
        assert ruler.from_u16(ruler.to_u16(position)) == position
