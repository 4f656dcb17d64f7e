"""Encodings: what is certain is read, what is not is offered, and nothing is ever replaced."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import FormatError
from annotator.formats.decoding.decode import UndecidedEncodingError, candidates_of, decode_bytes
from annotator.formats.decoding.legacy import LEGACY
from annotator.formats.decoding.vietnamese import vietnamese_share

ARTICLE = (
    "Ông Nguyễn Văn Đức, Ủy viên Ban Thường vụ Tỉnh ủy, tặng Bằng khen cho bà Lê Thị Ánh Nguyệt. "
    "Phong trào “Toàn dân đoàn kết” được phát động từ năm 2019; kỳ này có mười tập thể được khen thưởng."
)
SAMPLES = Path(__file__).parents[3].parent / "shared" / "samples"


def windows_1258(text: str) -> bytes:
    """As Windows writes Vietnamese: vowels with their own mark composed, tones apart."""
    out = []
    for sign in unicodedata.normalize("NFC", text):
        try:
            out.append(sign.encode("cp1258"))
        except UnicodeEncodeError:
            apart = unicodedata.normalize("NFD", sign)
            tone = next(mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323")
            rest = unicodedata.normalize("NFC", apart.replace(tone, ""))
            out.append((rest + tone).encode("cp1258"))
    return b"".join(out)


def encoded(text: str, encoding: str) -> bytes:
    """The text in a legacy encoding, by turning our decoder around."""
    table = {}
    singles = [bytes([one]) for one in range(1, 256)]
    pairs = [bytes([one, two]) for one in range(0x41, 0x100) for two in range(0xC0, 0x100)]
    for data in [*singles, *(pairs if encoding == "vni" else [])]:
        try:
            found = LEGACY[encoding](data)
        except UnicodeDecodeError:
            continue
        if len(found) == 1:
            table.setdefault(found, data)
    return b"".join(table[sign] for sign in text)


def refusal(data: bytes, encoding: str | None = None) -> list[str]:
    with pytest.raises(FormatError) as caught:
        decode_bytes(data, encoding, name="notes.txt")
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_recognised_with_and_without_mark(encoding):
    decoded = decode_bytes(ARTICLE.encode(encoding), name="a.txt")
    assert decoded.text == ARTICLE
    assert decoded.encoding.startswith(encoding[:6].removesuffix("-"))


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip))
def test_utf8_comes_back_to_the_last_character(text):
    assert decode_bytes(("\ufeff" + text).encode(), name="a.txt").text == text


def test_only_one_mark_is_taken_away():
    assert decode_bytes("\ufeff\ufeffAn".encode(), name="a.txt").text == "\ufeffAn"


def test_windows_1258_is_recognised_and_kept_as_decoded():
    data = windows_1258(ARTICLE)
    decoded = decode_bytes(data, name="a.txt")
    assert decoded.encoding == "windows-1258"
    assert decoded.text == data.decode("cp1258")
    assert decoded.text != ARTICLE
    assert unicodedata.normalize("NFC", decoded.text) == ARTICLE


@pytest.mark.parametrize("encoding", sorted(LEGACY))
def test_legacy_encodings_are_offered_with_preview_and_read_when_chosen(encoding):
    text = ARTICLE.replace("“", '"').replace("”", '"').lower()
    data = encoded(text, encoding)
    with pytest.raises(UndecidedEncodingError) as caught:
        decode_bytes(data, name="notes.txt")
    best = caught.value.candidates[0]
    assert best.encoding == encoding
    assert text.startswith(best.preview)
    assert f"It may be {encoding}" in str(caught.value)
    assert str(caught.value).endswith("choose the encoding and try again. Nothing was imported.")
    assert decode_bytes(data, encoding, name="notes.txt").text == text


@pytest.mark.parametrize(
    ("mojibake", "encoding", "text"),
    [
        ("Céng hßa x· héi", "tcvn3", "Cộng hòa xã hội"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "vni", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("ÑOÄC LAÄP – TÖÏ DO", "vni", "ĐỘC LẬP – TỰ DO"),
    ],
)
def test_legacy_examples_seen_in_life(mojibake, encoding, text):
    assert decode_bytes(mojibake.encode("cp1252"), encoding, name="a.txt").text == text


def test_a_mark_without_a_letter_is_refused_with_its_place():
    assert refusal("nø".encode("cp1252"), "vni") == [
        (
            "notes.txt: not valid vni (byte 0xF8 at position 1). Choose another encoding and try again. "
            "Nothing was imported."
        )
    ]


def test_western_text_is_offered_not_guessed():
    data = b"\x93curly quotes\x94 and more words in English"
    with pytest.raises(UndecidedEncodingError) as caught:
        decode_bytes(data, name="notes.txt")
    assert str(caught.value).startswith(
        "notes.txt: not valid UTF-8 (byte 0x93 at position 0). It may be windows-1252"
    )
    first = caught.value.candidates[0]
    assert (first.encoding, first.preview) == ("windows-1252", "“curly quotes” and more words in English")


def test_mixed_encodings_are_refused():
    data = (ARTICLE * 3).encode() + b" Hu\xff\xfe"
    place = len((ARTICLE * 3).encode()) + 3
    assert refusal(data) == [
        (
            f"notes.txt: not valid UTF-8 (byte 0xFF at position {place}), though most of it is: two "
            "encodings are mixed, or the file is damaged there. Mend the file and try again. Nothing was "
            "imported."
        )
    ]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t"])
def test_empty_files_are_refused(data):
    assert refusal(data) == ["notes.txt is empty. There is nothing to import."]


def test_nul_is_refused_with_its_place():
    assert refusal(b"Nguy\0n") == [
        (
            "notes.txt: holds NUL characters (the first is character 4), as binary files do; a text cannot "
            "hold them. Nothing was imported."
        )
    ]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 x", "PDF"),
        (b"\x89PNG\r\n", "PNG"),
        (b"PK\x03\x04..", "ZIP, DOCX, XLSX"),
        (b"\xd0\xcf\x11\xe0", "DOC, XLS"),
    ],
)
def test_binary_files_are_named(data, kind):
    assert refusal(data) == [
        (
            f"notes.txt: is not a text but a binary file ({kind}). Import it under its own format, or save "
            "it as a text file. Nothing was imported."
        )
    ]


def test_control_characters_in_plenty_are_no_text():
    assert refusal(b"\x01\x02\x03ab") == [
        (
            "notes.txt: is not a text but a binary file. Save it as a text file and try again. Nothing was "
            "imported."
        )
    ]


@pytest.mark.parametrize("encoding", ["no-such", "unicode_escape", "idna", "rot13", "hex", "a\0b"])
def test_names_that_are_no_encoding_of_files_are_refused(encoding):
    shown = encoding.replace("\0", "<U+0000>")
    assert refusal(b"An", encoding) == [
        (
            f"“{shown}” is no encoding this program knows. Try utf-8, utf-16, windows-1258, windows-1252, "
            "tcvn3, vni or viscii. Nothing was imported."
        )
    ]


def test_a_chosen_encoding_is_strict():
    assert refusal(b"H\xff", "utf-8") == [
        (
            "notes.txt: not valid utf-8 (byte 0xFF at position 1). Choose another encoding and try again. "
            "Nothing was imported."
        )
    ]


def test_fifty_megabytes_are_read():
    text = "Huế " * 10_000_000
    assert len(decode_bytes(text.encode(), name="big.txt").text) == 40_000_000


@pytest.mark.parametrize("word", ["nghiêng", "Tuyết", "quyền", "ƯỚT", "khuỷu", "oanh", "giêng", "Đắk"])
def test_vietnamese_syllables_are_known(word):
    assert vietnamese_share(word)[0] == (1.0 if not word.isascii() else 0.0)


@pytest.mark.parametrize("word", ["héiß", "Vieät", "quyÒn", "crème", "éléphant"])
def test_mojibake_is_not_vietnamese(word):
    assert vietnamese_share(word) == (0.0, 1)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not here")
def test_samples_of_other_projects():
    folder = SAMPLES / "vi-legacy"
    expected = unicodedata.normalize("NFC", (folder / "uchardet_vi_utf-8.txt").read_text("utf-8"))
    windows = decode_bytes((folder / "uchardet_vi_windows-1258.txt").read_bytes(), name="w")
    assert windows.encoding == "windows-1258"
    assert unicodedata.normalize("NFC", windows.text) == expected
    data = (folder / "uchardet_vi_viscii.txt").read_bytes()
    assert candidates_of(data)[0].encoding == "viscii"
    assert decode_bytes(data, "viscii", name="v").text == expected


@pytest.mark.parametrize("data", [bytes(range(256)), bytes(range(1, 256)), bytes(range(253, -1, -1)) * 9])
def test_all_byte_values_are_no_text_in_any_encoding(data):
    assert refusal(data) == [
        (
            "notes.txt: is not a text but a binary file. Save it as a text file and try again. Nothing was "
            "imported."
        )
    ]


@pytest.mark.parametrize(
    ("data", "place"),
    [(b"a\0b", 1), (b"\xff\0a", 1), (b"\0\xc3a", 0), (ARTICLE.encode() + b"\0\xff", len(ARTICLE.encode()))],
)
def test_nul_is_told_whatever_the_rest_may_be(data, place):
    (told,) = refusal(data)
    assert told.startswith(f"notes.txt: holds NUL characters (the first is character {place})")
