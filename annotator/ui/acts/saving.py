"""What can be done about changes that are not saved, and a copy of all for another place."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import Act, Need
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("file.save_elsewhere", QT_TRANSLATE_NOOP("Actions", "Save a copy elsewhere…"), (),
        QT_TRANSLATE_NOOP("Actions", "the whole library, with what is not saved"), "copy",
        needs=Need.LIBRARY, group=3),
    Act("file.save_again", QT_TRANSLATE_NOOP("Actions", "Try to save again"), (),
        QT_TRANSLATE_NOOP("Actions", "what the disk refused"), "refresh-cw", needs=Need.UNSAVED, group=3),
    Act("file.unsaved", QT_TRANSLATE_NOOP("Actions", "Show what is not saved"), (),
        QT_TRANSLATE_NOOP("Actions", "or hide it again"), "circle-alert", needs=Need.UNSAVED, group=3),
)
# fmt: on
