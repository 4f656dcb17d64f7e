"""Fingerprints: one exact, one for texts that are nearly the same."""

from __future__ import annotations

import hashlib
import unicodedata

import pytest

from annotator.text.digest import fold_sha256, text_sha256


def test_the_digest_is_that_of_the_bytes() -> None:
    assert text_sha256("Hội\r\n") == hashlib.sha256(b"H\xe1\xbb\x99i\r\n").hexdigest()
    assert text_sha256("ộ") != text_sha256(unicodedata.normalize("NFD", "ộ"))


@pytest.mark.parametrize(
    "other", ["Hội  nghị \r\nhọp", "Hội\u00a0nghị\rhọp\n", unicodedata.normalize("NFD", " Hội nghị\n\nhọp")]
)
def test_nearly_the_same_text_has_the_same_folded_digest(other: str) -> None:
    assert fold_sha256(other) == fold_sha256("Hội nghị\nhọp")
    assert text_sha256(other) != text_sha256("Hội nghị\nhọp")


def test_other_words_have_another_folded_digest() -> None:
    assert fold_sha256("Hội nghị\nhọp") != fold_sha256("Hội nghị họp")
    assert fold_sha256("Hoà") != fold_sha256("Hòa")
