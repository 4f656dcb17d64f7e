"""Layers of UIMA and WebAnno files: which of them holds the spans to read, and what the label of a span is.

A file has many layers: words, sentences, parts of speech, named entities, relations, and those of a project
("custom" ones). The person may name one; else the named entities are read, and where there are none, every
layer of spans that is not part of linguistic analysis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.errors import FormatError
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.formats.base import LossReport, Notices, OutgoingHead

NAMED_ENTITY: Final = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
LABEL: Final = "value"
"""The feature that we write a label to."""
ANNOTATOR: Final = "annotator"
"""The feature that says whose span it is, where a file holds the work of several people."""

LABEL_FEATURES: Final = (LABEL, "label", "kind", "category", "identifier")
"""The features that may hold a label, the first that has a value counts."""
_ANALYSIS: Final = "de.tudarmstadt.ukp.dkpro.core.api."
_CUSTOM: Final = "webanno.custom."
_STRUCTURE: Final = frozenset(
    {
        "CASMetadata",
        "Chunk",
        "DocumentAnnotation",
        "DocumentMetaData",
        "Lemma",
        "POS",
        "Paragraph",
        "Sentence",
        "SourceDocumentInformation",
        "Stem",
        "TagDescription",
        "TagsetDescription",
        "Token",
        "Word",
    }
)


def short_name(layer: str) -> str:
    """The last part of a layer's name, as people see it."""
    return layer.rpartition(".")[2]


def label_of(layer: str, features: Mapping[str, str | None]) -> str:
    """The label of a span: the first of its label features that has a value, else the layer's short name."""
    return next((value for name in LABEL_FEATURES if (value := features.get(name))), short_name(layer))


def chosen_layers(spans: Mapping[str, int], wanted: str, file: str) -> frozenset[str]:
    """The layers to read.

    Args:
        spans: every layer of spans that the file names -> how many spans it has.
        wanted: name or short name of a layer, "" for the usual choice.
        file: its name, for messages.

    Raises:
        FormatError: there is no such layer, or the short name is that of several.
    """
    if not wanted:
        if spans.get(NAMED_ENTITY):
            return frozenset({NAMED_ENTITY})
        return frozenset(layer for layer in spans if not is_analysis(layer))
    if wanted in spans:
        return frozenset({wanted})
    found = [layer for layer in spans if short_name(layer) == wanted]
    if len(found) == 1:
        return frozenset(found)
    raise FormatError(
        say(
            "{file}: has no layer of spans “{layer}”, or more than one of that name. It has {known}. Nothing "
            "was imported.",
            file=file,
            layer=wanted,
            known=", ".join(sorted(filter(spans.get, spans)) or sorted(spans)) or "–",
        )
    )


def is_analysis(layer: str) -> bool:
    """Whether the layer is of words, sentences, syntax or the file itself, not of what a project labels."""
    if layer.startswith(_CUSTOM):
        return False
    return short_name(layer) in _STRUCTURE or (layer.startswith(_ANALYSIS) and layer != NAMED_ENTITY)


def tell_layers(spans: Mapping[str, int], notices: Notices) -> None:
    """Say how many spans of which layers were not asked for; `spans` are these, layer -> count."""
    for layer, count in sorted(spans.items()):
        if count:
            notices.add(
                say(
                    "{count} span of the layer {layer} was not read; choose the layer to read it."
                    "|{count} spans of the layer {layer} were not read; choose the layer to read them.",
                    count=count,
                    layer=layer,
                )
            )


def features_of(head: OutgoingHead) -> tuple[str, ...]:
    """The features that spans are written with, by name and in order."""
    return (ANNOTATOR, LABEL) if len(head.annotators) > 1 else (LABEL,)


def note_people(head: OutgoingHead, losses: LossReport) -> None:
    """Say where it stands whose span it is, if there are several people."""
    if len(head.annotators) > 1:
        losses.note(
            say(
                "Whose span it is stands in the feature “{feature}”; INCEpTION reads it only into a layer "
                "that has this feature. Export one person at a time for INCEpTION.",
                feature=ANNOTATOR,
            )
        )
