"""Letters of old fonts within a text that is decoded already: any text at all can be read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.decoding.legacy_text import reread

SIGNS = st.text(st.characters(max_codepoint=0x17F) | st.sampled_from("ơưŒœ–—‘’“”€™\u0102")).map(
    lambda text: text.replace("\0", "")
)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
@given(SIGNS, SIGNS)
def test_any_text_can_be_read_again_and_what_is_no_letter_stays(encoding: str, text: str, more: str) -> None:
    reread(text, encoding)
    assert reread("An ", encoding) == "An "
    assert len(reread(f"{text} {more}", encoding)) <= len(text) + len(more) + 1


@pytest.mark.parametrize("text", ["\xfcx\x90", "An \xfc x\x81y", "\x90\xfc", "a\xfc\x90\xfc"])
def test_a_mark_without_its_letter_before_a_byte_that_is_none(text: str) -> None:
    """The byte was found first, and the mark before it was an error of the program then."""
    assert "x" not in text or "x" in reread(text, "vni")
    assert reread(text, "vni").endswith(text[-1])
