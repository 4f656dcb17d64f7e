"""Acts of the verified copies."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import Act, Need
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("file.backups", QT_TRANSLATE_NOOP("Actions", "Backups…"), (),
        QT_TRANSLATE_NOOP("Actions", "what differs, restore, bring documents back"), "archive-restore",
        needs=Need.LIBRARY, group=3),
)
# fmt: on
