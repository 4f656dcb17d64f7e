"""The two fingerprints of a text."""

from __future__ import annotations

import hashlib
import unicodedata


def text_sha256(text: str) -> str:
    """SHA-256 of the UTF-8 of the text as stored, nothing normalised: equal means the same text.

    Raises:
        UnicodeEncodeError: the text holds a lone surrogate, which no stored text does.
    """
    return hashlib.sha256(text.encode()).hexdigest()


def fold_sha256(text: str) -> str:
    """SHA-256 of the text in NFC, LF line ends and single blanks: equal means nearly the same text.

    White space around line ends and at both ends of the text does not count, nor do empty lines. Only for
    saying so to a person; nothing is joined by it.

    Raises:
        UnicodeEncodeError: the text holds a lone surrogate, which no stored text does.
    """
    lines = map(_with_single_blanks, unicodedata.normalize("NFC", text).splitlines())
    return hashlib.sha256("\n".join(filter(None, lines)).encode()).hexdigest()


def _with_single_blanks(line: str) -> str:
    """The words of a line, one blank between; most lines are that already, which is quick to see."""
    if line.isprintable() and "  " not in line and line[:1] != " " and line[-1:] != " ":
        return line  # of white space only the blank is printable
    return " ".join(line.split())
