"""From a copy back to a library: written under another name, proved, then named. Nothing is overwritten."""

from __future__ import annotations

import contextlib
import os
import secrets
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.storage import backups, leftovers
from annotator.storage.checks import find_problems
from annotator.storage.opening import open_store

if TYPE_CHECKING:
    from annotator.model.soundness import BackupInfo, CheckReport


def restore_library(file: Path, output: Path) -> BackupInfo:
    """The library that `file` holds, as the new file `output`; first written, it draws a new replica uid.

    Everything that a check looks at is looked at before.

    Raises:
        EnvironmentProblem: `file` is no sound library of this version, or `output` could not be written.
    """
    backups.require_unchanged(file)
    unfinished = Path(f"{output}.restoring-{secrets.token_hex(8)}")
    source = open_store(file, writable=False, create=False, program="annotator")
    with contextlib.closing(source), source.reading() as view:
        _require_sound(find_problems(view, source.file), file)
        made = backups.write_copy(view.connection, file, unfinished, shown=output)
    try:
        _name(unfinished, output)
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "The library {path} could not be written ({reason}). Choose another place.",
                path=str(output),
                reason=error.strerror or "?",
            )
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return replace(made, path=str(output))


def _require_sound(report: CheckReport, file: Path) -> None:
    # Counts are made anew from what they count, so a copy is none the worse for wrong ones.
    found = [problem for problem in report.problems if not problem.repairable]
    if found:
        raise EnvironmentProblem(
            say(
                "{path} is not sound, so it was not restored. {first} 'annotator backups' lists the copies "
                "that are.",
                path=str(file),
                first=found[0].message,
            )
        )


def _name(unfinished: Path, output: Path) -> None:
    if not output.exists():
        leftovers.set_aside(output)
    try:
        os.link(unfinished, output)  # unlike a rename it never takes the place of a file
    except FileExistsError:
        raise EnvironmentProblem(
            say("{path} is there already and was not touched. Name a new file.", path=str(output))
        ) from None
    except OSError:  # a file system without links
        unfinished.rename(output)
    backups.flush_folder(output.parent)
