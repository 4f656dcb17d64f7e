"""Acts of packages, the files with which people exchange work."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import ADDING, Act, Need
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("file.take_in", QT_TRANSLATE_NOOP("Actions", "Take in a package…"), ("Ctrl+I",),
        QT_TRANSLATE_NOOP("Actions", "work that was handed out, sent back, or decided"), "package-open",
        needs=ADDING),
    Act("file.hand_out", QT_TRANSLATE_NOOP("Actions", "Hand out work…"), (),
        QT_TRANSLATE_NOOP("Actions", "documents to people, one package each"), "",
        needs=Need.CORPUS | Need.WRITABLE, group=2),
    Act("file.send_back", QT_TRANSLATE_NOOP("Actions", "Send work back…"), (),
        QT_TRANSLATE_NOOP("Actions", "a person's layers and changes in one package"), "",
        needs=Need.CORPUS, group=2),
    Act("file.send_gold", QT_TRANSLATE_NOOP("Actions", "Send gold back…"), (),
        QT_TRANSLATE_NOOP("Actions", "gold, decisions and comments to those who annotated"), "",
        needs=Need.CORPUS, group=2),
)
# fmt: on
