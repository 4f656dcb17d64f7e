"""From a copy back to a library: written under another name, proved, then named. Nothing is overwritten."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.storage import backups
from annotator.storage.opening import open_store

if TYPE_CHECKING:
    from annotator.model.soundness import BackupInfo


def restore_library(file: Path, output: Path) -> BackupInfo:
    """The library that `file` holds, as the new file `output`; first written, it draws a new replica uid.

    Raises:
        EnvironmentProblem: `file` is no sound library of this version, or `output` could not be written.
    """
    unfinished = Path(f"{output}.restoring-{os.getpid()}")
    source = open_store(file, writable=False, create=False, program="annotator")
    with contextlib.closing(source), source.reading() as view:
        made = backups.write_copy(view.connection, file, unfinished)
    try:
        os.link(unfinished, output)  # unlike a rename it never takes the place of a file
        unfinished.unlink()
    except FileExistsError:
        unfinished.unlink()
        raise EnvironmentProblem(
            say("{path} is there already and was not touched. Name a new file.", path=str(output))
        ) from None
    except OSError:  # a file system without links
        unfinished.rename(output)
    backups.flush_folder(output.parent)
    return type(made)(str(output), made.time, made.documents, made.spans, made.size, made.sha256, made.step)
