"""The structures of a UIMA CAS that we write for a document, whether as XMI or as JSON.

Spans are named entities of DKPro Core, as INCEpTION has them; title and uid stand in its document metadata,
and what else we know of the document in entries of a type of our own. Places count UTF-16 units.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.formats.file_names import file_stem
from annotator.formats.jsonl.writer import names_in_files
from annotator.formats.offsets import utf16_places
from annotator.formats.uima.cas import ENTRY, LAYER, METADATUM
from annotator.formats.uima.cas_types import ANNOTATION, DOCUMENT, METADATA
from annotator.formats.uima.layers import ANNOTATOR, LABEL, NAMED_ENTITY, features_of, note_people
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotator.formats.base import Folder, LossReport, OutgoingDocument, OutgoingHead

SOFA: Final = 1
"""The id of the text; structures have those after it, in order."""

_PARTS: Final = say("It is discontinuous; the file marks all from its first to its last word.")

Values = dict[str, str | int]


class Written(NamedTuple):
    """One structure: its type, and its features in order; annotations have `begin` and `end` among them."""

    type: str
    features: Values


def types_of(head: OutgoingHead) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Type -> its supertype and the features of its own, all of them strings."""
    return {
        ENTRY: ("uima.cas.TOP", ("kind", "name", "value")),
        METADATA: (DOCUMENT, ("documentId", "documentTitle")),
        NAMED_ENTITY: (ANNOTATION, features_of(head)),
    }


def write_documents(
    head: OutgoingHead,
    documents: Iterable[OutgoingDocument],
    folder: Folder,
    losses: LossReport,
    suffix: str,
    as_text: Callable[[str, Sequence[Written]], str],
) -> None:
    """Write one file a document.

    Args:
        head: of the export.
        documents: as they come.
        folder: to be filled.
        losses: gets discontinuous spans, which are written as their hulls.
        suffix: of the files.
        as_text: makes the file of a text and its structures.
    """
    losses.note(say("A UIMA CAS has no room for notes, flags and how spans came about; they are not in it."))
    note_people(head, losses)
    names = names_in_files(head)
    for outgoing in documents:
        for span in outgoing.spans:
            if span.parts is not None:
                losses.add(outgoing.document, span, _PARTS)
        structures = [*_structures(outgoing, names, names_spans=len(names) > 1)]
        with folder.file(f"{file_stem(outgoing.document)}{suffix}") as stream:
            stream.write(as_text(outgoing.document.text, structures).encode())


def _structures(
    outgoing: OutgoingDocument, names: Mapping[str, str], *, names_spans: bool
) -> Iterator[Written]:
    document = outgoing.document
    units = utf16_places(document.text)
    yield Written(
        METADATA,
        {
            "begin": 0,
            "end": units[-1],
            "language": "x-unspecified",
            "documentId": document.uid,
            "documentTitle": document.title,
        },
    )
    for span in outgoing.spans:
        values: Values = {"begin": units[span.start], "end": units[span.end]}
        if names_spans:
            values[ANNOTATOR] = names[span.annotator]
        values[LABEL] = span.label
        yield Written(NAMED_ENTITY, values)
    for annotator, status in outgoing.layers:
        yield Written(ENTRY, {"kind": LAYER, "name": names[annotator], "value": status.value})
    for name, value in sorted(document.metadata.items()):
        yield Written(ENTRY, {"kind": METADATUM, "name": name, "value": value})
