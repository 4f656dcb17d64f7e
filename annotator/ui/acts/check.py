"""Acts of the check of the library."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import Act, Need
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("file.check", QT_TRANSLATE_NOOP("Actions", "Check the library…"), (),
        QT_TRANSLATE_NOOP("Actions", "prove that all is as it was saved; repair, save what can be read"),
        "list-checks", needs=Need.LIBRARY, group=3),
)
# fmt: on
