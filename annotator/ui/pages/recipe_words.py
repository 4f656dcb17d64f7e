"""What the choices of a recipe are called on the screen.

Which formats and options there are, the registry and the model say; one without words here is shown by its
own name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from annotator.ui.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORDS: Final = {
    "jsonl": QT_TRANSLATE_NOOP("RecipeForm", "JSONL (own, keeps everything)"),
    "doccano": QT_TRANSLATE_NOOP("RecipeForm", "doccano (JSON lines)"),
    "prodigy": QT_TRANSLATE_NOOP("RecipeForm", "Prodigy (JSON lines)"),
    "conll": QT_TRANSLATE_NOOP("RecipeForm", "CoNLL (one token a line)"),
    "spacy": QT_TRANSLATE_NOOP("RecipeForm", "spaCy (DocBin)"),
    "huggingface": QT_TRANSLATE_NOOP("RecipeForm", "Hugging Face datasets"),
    "brat": QT_TRANSLATE_NOOP("RecipeForm", "brat (standoff)"),
    "webanno": QT_TRANSLATE_NOOP("RecipeForm", "WebAnno TSV 3"),
    "label-studio": QT_TRANSLATE_NOOP("RecipeForm", "Label Studio (JSON)"),
    "spans-csv": QT_TRANSLATE_NOOP("RecipeForm", "Table of spans (CSV)"),
    "uima-xmi": QT_TRANSLATE_NOOP("RecipeForm", "UIMA CAS (XMI)"),
    "uima-json": QT_TRANSLATE_NOOP("RecipeForm", "UIMA CAS (JSON)"),
    "iob1": "IOB1",
    "iob2": "IOB2",
    "bioes": "BIOES",
    "bilou": "BILOU",
    "io": "IO",
    "syllables": QT_TRANSLATE_NOOP("RecipeForm", "Vietnamese syllables"),
    "words": QT_TRANSLATE_NOOP("RecipeForm", "Vietnamese words"),
    "characters": QT_TRANSLATE_NOOP("RecipeForm", "Characters"),
    "outermost": QT_TRANSLATE_NOOP("RecipeForm", "Keep the outermost"),
    "innermost": QT_TRANSLATE_NOOP("RecipeForm", "Keep the innermost"),
    "levels": QT_TRANSLATE_NOOP("RecipeForm", "Keep all, a column for each level"),
    "per-label": QT_TRANSLATE_NOOP("RecipeForm", "A column for each label"),
    "refuse": QT_TRANSLATE_NOOP("RecipeForm", "Refuse when there are any"),
    "drop": QT_TRANSLATE_NOOP("RecipeForm", "Leave the span out"),
    "widen": QT_TRANSLATE_NOOP("RecipeForm", "Widen it to whole tokens"),
    "narrow": QT_TRANSLATE_NOOP("RecipeForm", "Narrow it to whole tokens"),
    "names": QT_TRANSLATE_NOOP("RecipeForm", "By their names"),
    "pseudonyms": QT_TRANSLATE_NOOP("RecipeForm", "As A1, A2, …"),
    "text": QT_TRANSLATE_NOOP("RecipeForm", "the same text, or nearly"),
    "source": QT_TRANSLATE_NOOP("RecipeForm", "one source"),
    "date": QT_TRANSLATE_NOOP("RecipeForm", "one date"),
    "question": QT_TRANSLATE_NOOP("RecipeForm", "question"),
    "unsure": QT_TRANSLATE_NOOP("RecipeForm", "unsure"),
    "done": QT_TRANSLATE_NOOP("RecipeForm", "Done"),
    "in-progress": QT_TRANSLATE_NOOP("RecipeForm", "In progress"),
    "new": QT_TRANSLATE_NOOP("RecipeForm", "New"),
    "train": QT_TRANSLATE_NOOP("RecipeForm", "train"),
    "dev": QT_TRANSLATE_NOOP("RecipeForm", "dev"),
    "test": QT_TRANSLATE_NOOP("RecipeForm", "test"),
}

_HINTS: Final = {
    "outermost": QT_TRANSLATE_NOOP("RecipeForm", "Spans inside another one are left out and listed."),
    "innermost": QT_TRANSLATE_NOOP("RecipeForm", "Spans that hold another one are left out and listed."),
    "levels": QT_TRANSLATE_NOOP(
        "RecipeForm", "The outermost come first; a span inside another stands one column on."
    ),
    "per-label": QT_TRANSLATE_NOOP(
        "RecipeForm", "Of spans of one label that overlap, one is kept and the others are listed."
    ),
    "refuse": QT_TRANSLATE_NOOP("RecipeForm", "Nothing is written when spans are nested or cross."),
}


def word(value: str) -> str:
    """The words of a value, in the language in force."""
    source = _WORDS.get(value)
    return QCoreApplication.translate("RecipeForm", source) if source else value


def words(values: Iterable[str]) -> list[tuple[str, str]]:
    """(value, its words) of each."""
    return [(value, word(value)) for value in values]


def hint(nested: str) -> str:
    """What a policy for nested spans leaves out."""
    source = _HINTS.get(nested)
    return QCoreApplication.translate("RecipeForm", source) if source else ""
