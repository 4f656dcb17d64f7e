"""What is safe after an error, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from annotator.services.desk import SaveState


def safe_words(pending: int, state: SaveState | None) -> str:
    """What is on the disk and what is not.

    Args:
        pending: changes that are not committed yet.
        state: what the desk told last, None while no library is open.
    """
    if not pending:
        return QCoreApplication.translate("SafeWords", "Everything you did is saved.")
    safe = QCoreApplication.translate("SafeWords", "Everything that was said to be saved is safe.")
    if state is not None and state.kind == "failed":
        rest = QCoreApplication.translate(
            "SafeWords",
            "%n change(s) could not be saved so far: they are kept in the window; do not close it before "
            "they are saved or copied.",
            "",
            pending,
        )
    else:
        rest = QCoreApplication.translate(
            "SafeWords", "%n change(s) are on their way to the disk.", "", pending
        )
    return f"{safe} {rest}"
