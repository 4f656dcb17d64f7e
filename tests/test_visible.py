"""Words from other people cannot work unseen in our sentences, and are shown with every sign they hold."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.messages import say
from annotator.visible import isolated, visible


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Nguyễn Văn Được & Cộng sự", "Nguyễn Văn Được & Cộng sự"),
        ("invoice\u202etxt.exe", "invoice<U+202E>txt.exe"),
        ("per\u200bson", "per<U+200B>son"),
        ("\ufeffa\u00adb", "<U+FEFF>a<U+00AD>b"),
        ("esc\x1b[31m", "esc<U+001B>[31m"),
        ("one\ntwo\tthree", "one\ntwo\tthree"),
        ("a\u2028b\rc", "a<U+2028>b<U+000D>c"),
        ("a\u200db", "a<U+200D>b"),
        ("👩\u200d🌾 क\u094d\u200dष", "👩\u200d🌾 क\u094d\u200dष"),
        ("half \ud800", "half <U+D800>"),
    ],
)
def test_what_nobody_sees_becomes_its_number(words: str, shown: str) -> None:
    assert visible(words) == shown


@given(st.text())
def test_nothing_that_steers_is_left_and_what_is_seen_stays(words: str) -> None:
    shown = visible(words)
    left = {sign for sign in shown if unicodedata.category(sign) in ("Cc", "Zl", "Zp", "Cs")}
    assert left <= {"\n", "\t"}
    assert not {unicodedata.bidirectional(sign) for sign in shown} & {
        *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    }
    assert visible(shown) == shown


def test_words_from_right_to_left_are_put_apart_and_no_others() -> None:
    assert isolated("Lan") == "Lan"
    assert isolated("שלום") == "\u2068שלום\u2069"
    assert isolated("\u2069שלום") == "\u2068<U+2069>שלום\u2069"
    assert str(say("“{name}” is taken.", name="שלום")) == "“\u2068שלום\u2069” is taken."
    assert str(say("{path}: gone", path="a\u202eb")) == "a<U+202E>b: gone"
