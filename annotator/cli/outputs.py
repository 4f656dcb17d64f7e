"""Whether a command may write the file that it was given, looked at before anything is read."""

from __future__ import annotations

import os
from pathlib import Path

from annotator.errors import UserError
from annotator.files import belongs_to_library
from annotator.messages import say


def writable_file(path: str, *, force: bool = False) -> Path:
    """The file to write, if it may be; `force` replaces any but a library and what belongs to one.

    Raises:
        UserError: it is there and is not to be replaced, or it belongs to a library.
    """
    target = Path(path)
    if belongs_to_library(target):
        raise UserError(
            say("{path} belongs to a library, which is never overwritten. Choose another name.", path=path)
        )
    if os.path.lexists(target) and not force:  # unlike `Path.exists`, it takes a name that is too long
        raise UserError(
            say("{path} is there already and was not touched. Name a new file, or use --force.", path=path)
        )
    return target
