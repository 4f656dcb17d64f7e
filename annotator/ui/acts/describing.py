"""Acts on what is said about a document."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import Act, Need
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("edit.describe", QT_TRANSLATE_NOOP("Actions", "Title, tags and metadata…"), ("F4",),
        QT_TRANSLATE_NOOP("Actions", "of the open document; find tags by # in the list"), "tag",
        needs=Need.DOCUMENT | Need.WRITABLE, group=2),
)
# fmt: on
