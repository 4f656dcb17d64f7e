"""The guideline as a file: HTML as it is, or set in pages as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from annotator.errors import EnvironmentProblem, reason_of
from annotator.files import write_atomically
from annotator.messages import say
from annotator.ui import fonts

if TYPE_CHECKING:
    from pathlib import Path

_HTML: Final = (".html", ".htm")
_MARGIN: Final = 20
_DPI: Final = 96


def write_guideline(path: Path, page: str) -> None:
    """Write the guideline's HTML to a file, as PDF unless its name ends in .html or .htm.

    Raises:
        EnvironmentProblem: it could not be written.
    """
    data = page.encode() if path.suffix.lower() in _HTML else pdf_of(page)
    try:
        write_atomically(path, data)
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "{path} could not be written ({reason}). Choose another place.",
                path=str(path),
                reason=reason_of(error),
            )
        ) from error


def pdf_of(page: str) -> bytes:
    """The HTML set on A4 pages."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setCreator("annotator")
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    document = QTextDocument()
    document.setDefaultFont(fonts.interface(13))
    document.setHtml(page)
    document.setPageSize(writer.pageLayout().paintRectPixels(_DPI).size().toSizeF())
    document.print_(writer)
    del writer
    buffer.close()
    return bytes(kept.data())
