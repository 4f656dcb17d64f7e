"""What the import page asks of the services, and their answers as it shows them; runs beside the window."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.reading import CHOICES, TEXT_COLUMN, WHOLE, ReadingChoice
from annotator.ui.models.import_model import ImportFile, Reading, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.services.intake.importing import FilePreview, ImportResult
    from annotator.services.library import Library

_SHORT = 40
"""Characters that the texts of a table have on average, unless they are dates, names, numbers."""


class Seen(NamedTuple):
    """What stands under the paths.

    Attributes:
        files: those that can be read, or were named.
        others: names of those in folders that are of another kind.
    """

    files: list[ImportFile]
    others: tuple[str, ...]


def preview_all(
    library: Library,
    paths: Sequence[str],
    corpus: str,
    choices: Mapping[str, ReadingChoice],
    progress: Callable[[int, int], None],
) -> Seen:
    """Every file under the paths with what would become of it; writes nothing.

    Args:
        library: of the desk.
        paths: files or folders.
        corpus: uid, or the name of one to be made.
        choices: by path, what the person chose.
        progress: called with (done, total).
    """
    found = library.importing.preview(paths, corpus, choices=choices, progress=progress)
    others = tuple(PurePath(path).name for path in library.importing.others(paths))
    return Seen([file_of(preview, choices.get(preview.path)) for preview in found], others)


def import_all(
    library: Library,
    paths: Sequence[str],
    corpus: str,
    choices: Mapping[str, ReadingChoice],
    progress: Callable[[int, int], None],
) -> ImportResult:
    """Bring these files in, to be undone as one; the arguments are those of `preview_all`."""
    return library.importing.import_paths(paths, corpus, choices=choices, progress=progress)


def file_of(preview: FilePreview, choice: ReadingChoice | None = None) -> ImportFile:
    """A preview as a line of the list; `choice` when the person has chosen how it is read."""
    name = PurePath(preview.path).name
    verdict = _verdict(preview, choice)
    asked = (
        verdict is Verdict.DOUBTFUL and preview.candidates
    )  # the question says it better than the command line's remedy
    told = (*(() if asked else preview.problems), *preview.notices)
    like = preview.like[0] if preview.like else None
    return ImportFile(
        path=preview.path,
        name=name,
        verdict=verdict,
        title=preview.title,
        format=preview.format,
        encoding=preview.encoding,
        documents=preview.documents,
        spans=preview.spans,
        characters=preview.characters,
        told=told,
        readings=tuple(Reading(one.encoding, one.preview) for one in preview.candidates),
        text=preview.beginning,
        new=preview.new,
        same_as=preview.same_as,
        choice=choice or ReadingChoice(),
        odd=preview.oddities,
        boilerplate=preview.boilerplate,
        boilerplate_lines=preview.boilerplate_lines,
        in_parts=preview.in_parts,
        offers=_offers(preview, choice),
        like=like.title if like else "",
        like_percent=like.percent if like else 0,
        sketch=preview.sketch,
        samples=preview.samples,
        marked=preview.marked,
        is_suspect=preview.is_suspect,
    )


def _offers(preview: FilePreview, choice: ReadingChoice | None) -> Mapping[str, tuple[str, ...]]:
    """What the reader offers, and what may become of spans in parts if there are any, or were at first."""
    has_parts = preview.in_parts or (choice is not None and choice.discontinuous != WHOLE)
    offers = {name: values for name, values in preview.offers.items() if values}
    return offers | ({"discontinuous": CHOICES} if has_parts else {})


def _verdict(preview: FilePreview, choice: ReadingChoice | None) -> Verdict:
    if preview.candidates and (choice is None or choice.encoding is None):
        return Verdict.DOUBTFUL
    if preview.problems and choice is None and _lacks_column(preview):
        return Verdict.DOUBTFUL
    if preview.problems:
        return Verdict.REFUSED
    if preview.documents and preview.known == preview.documents:
        return Verdict.KNOWN
    is_open = choice is None and (preview.boilerplate_lines or preview.in_parts or _lacks_layer(preview))
    is_odd = is_open or preview.like or preview.is_suspect or has_short_texts(preview, choice)
    return Verdict.ODD if is_odd else Verdict.GOOD


def has_short_texts(file: FilePreview | ImportFile, choice: ReadingChoice | None) -> bool:
    """Whether a column was chosen whose texts are too short for articles."""
    return bool(choice and choice.text_column) and file.characters < _SHORT * file.documents


def _lacks_layer(preview: FilePreview) -> bool:
    """Whether the file has layers of spans, and none of those that are usually read."""
    return bool(preview.offers.get("layer")) and not preview.spans


def _lacks_column(preview: FilePreview) -> bool:
    """Whether it is a table of which nobody has said yet which column holds the text."""
    columns = preview.offers.get("text_column", ())
    return bool(columns) and TEXT_COLUMN not in map(str.casefold, columns)
