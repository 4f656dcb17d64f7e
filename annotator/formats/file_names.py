"""Names of files that hold one document each: its title for people, and its uid."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from annotator.model.document import Document

_LONGEST: Final = 40
_WITHOUT_MARKS: Final = str.maketrans("đĐ", "dd")


def file_stem(document: Document) -> str:
    """The name of a document's file without its suffix: plain letters on every system, never one name twice.

    Its title in ASCII letters and digits, cut, then its uid.
    """
    plain = unicodedata.normalize("NFKD", document.title.translate(_WITHOUT_MARKS))
    words = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[^\x00-\x7f]", "", plain).casefold()).strip("-")
    uid = re.sub(r"[^A-Za-z0-9-]", "_", document.uid)
    return f"{words[:_LONGEST].rstrip('-')}.{uid}" if words else uid
