"""What Qt gets to see has as many UTF-16 units as the stored text, and Qt keeps it as it is."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout

from annotator.ui.editor.display import display_text, has_right_to_left, has_wide, reads_right_to_left

hostile = st.sampled_from("\x00\x07\t\x1b\x7f\x85\xa0\u200b\u2028\u2029\ufeff\ufffe\uffff\ud800\udfffaạ👩")
texts = st.text(st.one_of(st.characters(), hostile), max_size=40)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(texts)
@example("\ufeffab")
@example("\ufffeab")
@example("\ud83d")
def test_every_index_stays_true_and_qt_keeps_the_text(text):
    shown = display_text(text)
    assert len(shown) == len(text)
    assert _units(shown) == _units(text)
    assert QTextLayout(shown).text() == shown


def test_controls_are_shown_as_their_signs():
    assert display_text("a\x00\x1b\x7f\tb") == "a\u2400\u241b\u2421\tb"


def test_clean_text_is_left_alone():
    text = "Đoàn Văn Hùng\u00a0👩🏽\u200d🚀"
    assert display_text(text) is text


def test_scripts_are_told_apart():
    assert has_right_to_left("abc محمد")
    assert has_right_to_left("\u202eabc")
    assert not has_right_to_left("Đoàn 中村 👩")
    assert has_wide("中村")
    assert not has_wide("Đoàn محمد")


def test_a_text_runs_as_its_first_letter_does():
    assert reads_right_to_left("\n12 (محمد) abc")
    assert reads_right_to_left("\u200fabc")
    assert not reads_right_to_left("Đoàn محمد محمد محمد")
    assert not reads_right_to_left("12, 中村 👩")
    assert not reads_right_to_left("\u202e12")
