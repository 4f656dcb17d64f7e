"""Words of one article are found in slices just as in one go."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import Cancelled, UserError
from annotator.services.saving.job import stopped
from annotator.text.matching import Wanted, find_all
from annotator.ui.find import article_search
from annotator.ui.find.article_search import hits_in


@given(st.text("ab ", max_size=60), st.sampled_from(["a", "ab", "aba", "b a"]), st.booleans())
@settings(max_examples=60)
def test_slices_find_what_one_go_finds(text: str, words: str, whole: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(article_search, "SLICE", 7)
        wanted = Wanted(words, words=whole)
        assert hits_in(text, wanted, lambda: None) == (find_all(text, wanted) if text else [])


def test_it_can_be_stopped_between_slices() -> None:
    def check() -> None:
        raise stopped()

    with pytest.raises(Cancelled):
        hits_in("a " * 400_000, Wanted("a"), check)


def test_a_bad_pattern_is_told_in_a_sentence() -> None:
    with pytest.raises(UserError, match="regular expression"):
        hits_in("words", Wanted("(", regex=True), lambda: None)
