"""What is said of a run that did not come to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

if TYPE_CHECKING:
    from annotator.last_run import Unended


def unended_words(unended: Unended) -> str:
    """That it happened, what is safe, and where one can look."""
    began = QLocale().toString(
        QDateTime.fromString(unended.began, Qt.DateFormat.ISODate).toLocalTime(),
        QLocale.FormatType.ShortFormat,
    )
    if unended.has_crashed:
        happened = QCoreApplication.translate("UnendedWords", "The annotator that was opened at %1 crashed.")
    else:
        happened = QCoreApplication.translate(
            "UnendedWords", "The annotator that was opened at %1 was ended before it could close."
        )
    safe = QCoreApplication.translate(
        "UnendedWords",
        "Everything it said was saved is in the library. Help > Report… shows what is known of it.",
    )
    return f"{happened.replace('%1', began)} {safe}"
