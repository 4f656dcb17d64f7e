"""Acts of the people."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import Act, Need
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("go.people", QT_TRANSLATE_NOOP("Actions", "People"), (),
        QT_TRANSLATE_NOOP("Actions", "who is at the desk, who is one person with whom"), "users",
        needs=Need.LIBRARY),
)
# fmt: on
