"""Uid, title and metadata of a document where a format leaves room for one object of the person's own.

Ours is {"uid", "title", ...the metadata}; metadata whose names are taken stand under "metadata". Of foreign
objects every value becomes metadata, as text; only what is a uid as we make them is taken for one, for a
foreign "uid": 12 is seldom the only one of its kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from annotator.formats.wording import shown
from annotator.model.identity import is_uid

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.document import Document

_OURS: Final = frozenset({"uid", "title", "metadata"})


class Told(NamedTuple):
    """What an object says of its document."""

    uid: str | None
    title: str
    metadata: dict[str, str]


def meta_of(document: Document) -> dict[str, Any]:
    """The object that stands for the document's uid, title and metadata."""
    found: dict[str, Any] = {"uid": document.uid}
    if document.title:
        found["title"] = document.title
    if _OURS.isdisjoint(document.metadata):
        found.update(sorted(document.metadata.items()))
    else:
        found["metadata"] = dict(sorted(document.metadata.items()))
    return found


def told_by(meta: Mapping[str, Any]) -> Told:
    """What the object of a file says, ours or a foreign one."""
    rest = dict(meta)
    uid = rest.pop("uid") if isinstance(rest.get("uid"), str) and is_uid(rest["uid"]) else None
    title = rest.pop("title") if isinstance(rest.get("title"), str) else ""
    inner = rest.pop("metadata") if isinstance(rest.get("metadata"), dict) else {}
    return Told(uid, title, as_texts(rest) | as_texts(inner))


def as_texts(values: Mapping[str, Any]) -> dict[str, str]:
    """Values of a JSON object as metadata: texts as they are, nothing for null, the others as JSON text."""
    return {
        key: held if isinstance(held, str) else shown(held, limit=None)
        for key, held in values.items()
        if held is not None
    }
