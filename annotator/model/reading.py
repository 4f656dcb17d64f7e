"""How a person wants one file to be read, where the file alone leaves it open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

WHOLE: Final = "whole"
CHOICES: Final = (WHOLE, "hull", "fragments", "refuse")
"""What may become of discontinuous spans."""

TEXT_COLUMN: Final = "text"
"""The column of a table that holds the text if nothing else is said."""

KEEP: Final = "keep"
REMOVE: Final = "remove"
BOILERPLATE: Final = (KEEP, REMOVE)
"""What may become of lines that look like those of a web page around the article."""


@dataclass(frozen=True, slots=True)
class ReadingChoice:
    """The choices for one file, or for all of an import.

    Attributes:
        encoding: of the text, None for a guess.
        discontinuous: what becomes of spans in parts: whole, hull, fragments or refuse.
        layer: of UIMA and WebAnno files: name of the span layer to read; "" for the named entities.
        text_column: of tables: name of the column that holds the text; "" for "text".
        boilerplate: keep or remove lines that look like those of a web page around the article.
    """

    encoding: str | None = None
    discontinuous: str = WHOLE
    layer: str = ""
    text_column: str = ""
    boilerplate: str = KEEP
