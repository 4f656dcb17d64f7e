"""Acts of the figures."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import Act, Need
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("go.figures", QT_TRANSLATE_NOOP("Actions", "Figures"), ("Ctrl+4",),
        QT_TRANSLATE_NOOP("Actions", "progress, strings, work, what is uneven"), "chart-no-axes-column",
        needs=Need.CORPUS),
)
# fmt: on
