"""What the import page asks of the services, and their answers as it shows them; runs beside the window."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from annotator.ui.i18n import sentence
from annotator.ui.models.import_model import ImportFile, Reading, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.services.importing import FilePreview, ImportResult
    from annotator.services.library import Library


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
    encodings: Mapping[str, str],
    progress: Callable[[int, int], None],
) -> Seen:
    """Every file under the paths with what would become of it; writes nothing.

    Args:
        library: of the desk.
        paths: files or folders.
        corpus: uid, or the name of one to be made.
        encodings: by path, what the person chose.
        progress: called with (done, total).
    """
    found = library.importing.preview(paths, corpus, encodings=encodings, progress=progress)
    others = tuple(PurePath(path).name for path in library.importing.others(paths))
    return Seen([file_of(preview, decided=preview.path in encodings) for preview in found], others)


def import_all(
    library: Library,
    paths: Sequence[str],
    corpus: str,
    encodings: Mapping[str, str],
    progress: Callable[[int, int], None],
) -> ImportResult:
    """Bring these files in, to be undone as one; the arguments are those of `preview_all`."""
    return library.importing.import_paths(paths, corpus, encodings=encodings, progress=progress)


def file_of(preview: FilePreview, *, decided: bool = False) -> ImportFile:
    """A preview as a line of the list; `decided` when the person has chosen its encoding."""
    name = PurePath(preview.path).name
    verdict = _verdict(preview, decided=decided)
    asked = verdict is Verdict.DOUBTFUL  # the question says it better than the command line's remedy
    told = (*(() if asked else preview.problems), *preview.notices)
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
        sentences=tuple(sentence(message).replace(preview.path, name) for message in told),
        readings=tuple(Reading(one.encoding, one.preview) for one in preview.candidates),
        text=preview.beginning,
        new=preview.new,
        same_as=preview.same_as,
    )


def _verdict(preview: FilePreview, *, decided: bool) -> Verdict:
    if preview.candidates and not decided:
        return Verdict.DOUBTFUL
    if preview.problems:
        return Verdict.REFUSED
    return Verdict.KNOWN if preview.documents and preview.known == preview.documents else Verdict.GOOD
