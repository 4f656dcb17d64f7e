"""What a person asks of the document list: words of the title, and conditions in words of their own.

A condition is one word, or a word with a text in quotation marks: `#tag`, `label:award`, `text:"thi đua"`,
`is:done`, `has:note`, `by:Lan`, `source=Báo`; a minus before it turns it round. What is none of them is a
word of the title, so that nothing that is typed is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from annotator.text.fold import fold


class About(Enum):
    """What a condition is about; the values are the words before the colon."""

    TEXT = "text"
    LABEL = "label"
    IS = "is"
    HAS = "has"
    BY = "by"
    TAG = "#"
    METADATA = "="


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing a document must fulfil.

    Attributes:
        about: what it is about.
        value: what is asked for, as it was typed.
        name: of the metadata.
        is_not: whether it must not be fulfilled.
    """

    about: About
    value: str
    name: str = ""
    is_not: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """Which documents are wanted: words of the title, and conditions that all hold."""

    words: str
    conditions: tuple[Condition, ...] = ()


_PIECES: Final = re.compile(r'(?:[^\s"]|"[^"]*"?)+')
_WORDS: Final = {
    "text": About.TEXT,
    "chu": About.TEXT,
    "label": About.LABEL,
    "nhan": About.LABEL,
    "is": About.IS,
    "la": About.IS,
    "has": About.HAS,
    "co": About.HAS,
    "by": About.BY,
    "cua": About.BY,
}
"""English and Vietnamese words before the colon, folded."""


def wish_of(search: str) -> Wish:
    """What a search asks for."""
    words: list[str] = []
    conditions: list[Condition] = []
    for piece in _PIECES.findall(search.replace("\0", " ")):
        condition = _condition(piece)
        if condition is None and _is_begun(piece):
            continue  # its text is still to be typed
        if condition is None:
            words.append(piece.replace('"', ""))
        else:
            conditions.append(condition)
    return Wish(" ".join(words), tuple(conditions))


def term(about: About, value: str, name: str = "", *, is_not: bool = False) -> str:
    """A condition as it is typed; quotation marks within a text are left out."""
    told = value.replace('"', "")
    told = f'"{told}"' if not told or re.search(r"\s", told) else told
    quoted = f'"{name}"' if re.search(r"\s", name) else name
    head = {About.TAG: "#", About.METADATA: f"{quoted}="}.get(about, f"{about.value}:")
    return f"{'-' if is_not else ''}{head}{told}"


def in_texts(search: str) -> str:
    """The search with the words of its title looked for in the texts instead, as one text.

    "" where there are no such words, or the texts are looked through for others already.
    """
    wish = wish_of(search)
    if not wish.words or any(each.about is About.TEXT for each in wish.conditions):
        return ""
    told = [term(each.about, each.value, each.name, is_not=each.is_not) for each in wish.conditions]
    return " ".join([*told, term(About.TEXT, wish.words)])


def without_people(search: str) -> str:
    """The search with "…" in place of each person whose work is asked for.

    >>> without_people("báo by:Lan -#tag")
    'báo by:… -#tag'
    """
    wish = wish_of(search)
    if not any(each.about is About.BY for each in wish.conditions):
        return search
    told = (
        term(each.about, "…" if each.about is About.BY else each.value, each.name, is_not=each.is_not)
        for each in wish.conditions
    )
    return " ".join((*([wish.words] if wish.words else ()), *told))


def _is_begun(piece: str) -> bool:
    """Whether a piece is a condition without a text, such as `text:`."""
    head, colon, value = piece.removeprefix("-").partition(":")
    return bool(colon) and fold(head) in _WORDS and not value.replace('"', "").strip()


def _condition(piece: str) -> Condition | None:
    is_not = piece.startswith("-")
    body = piece[1:] if is_not else piece
    if body.startswith("#"):
        tag = body[1:].replace('"', "")
        return Condition(About.TAG, tag, is_not=is_not) if tag else None
    head, colon, value = body.partition(":")
    about = _WORDS.get(fold(head)) if colon else None
    if about is not None:
        told = value.replace('"', "").strip()
        return Condition(about, told, is_not=is_not) if told else None
    name, equals, value = body.partition("=")
    if equals and name.replace('"', "").strip():
        return Condition(About.METADATA, value.replace('"', ""), name.replace('"', ""), is_not)
    return None
