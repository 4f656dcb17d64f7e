"""UIMA CAS JSON 0.4 written: a folder with one file a document, the type system in each."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from annotator.formats.uima.cas import INITIAL_VIEW
from annotator.formats.uima.cas_types import STRING
from annotator.formats.uima.cas_writer import SOFA, Written, types_of, write_documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.formats.base import Folder, LossReport, OutgoingDocument, OutgoingHead, WriteOptions


def write_folder(
    head: OutgoingHead,
    documents: Iterable[OutgoingDocument],
    folder: Folder,
    options: WriteOptions,  # noqa: ARG001  (the format has no choices)
    losses: LossReport,
) -> None:
    """Write one file a document; discontinuous spans are written as their hulls."""
    types = {name: _type(name, *about) for name, about in types_of(head).items()}
    write_documents(head, documents, folder, losses, ".json", partial(_file, types))


def _type(name: str, parent: str, features: tuple[str, ...]) -> dict[str, Any]:
    ranges = {feature: {"%NAME": feature, "%RANGE": STRING} for feature in features}
    return {"%NAME": name, "%SUPER_TYPE": parent, **ranges}


def _file(types: Mapping[str, Any], text: str, structures: Sequence[Written]) -> str:
    found: list[dict[str, Any]] = [
        {
            "%ID": SOFA,
            "%TYPE": "uima.cas.Sofa",
            "sofaNum": 1,
            "sofaID": INITIAL_VIEW,
            "mimeType": "text",
            "sofaString": text,
        }
    ]
    for number, one in enumerate(structures, SOFA + 1):
        sofa = {"@sofa": SOFA} if "begin" in one.features else {}
        found.append({"%ID": number, "%TYPE": one.type, **sofa, **one.features})
    members = [one["%ID"] for one in found[1:]]
    whole = {
        "%TYPES": types,
        "%FEATURE_STRUCTURES": found,
        "%VIEWS": {INITIAL_VIEW: {"%SOFA": SOFA, "%MEMBERS": members}},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
