"""What became of a library file that others deleted, replaced or cut short while it was open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator import ways
from annotator.messages import say

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from annotator.messages import Message


def loss_of(path: Path, file: Path, before: os.stat_result) -> Message | None:
    """Why nothing may be written into the library at `path` any more; None when its file is as it was left.

    Args:
        path: the library.
        file: where its bytes are.
        before: what was known of that file when it was last read or written.
    """
    try:
        state = file.stat()
    except OSError:
        return gone(path)
    if not is_same_file(state, before):
        return say(
            "{path} was replaced by another file while it was open. Nothing is written into that other "
            "file; save a copy elsewhere.",
            path=str(path),
        )
    if state.st_size < before.st_size:
        return say(
            "{path} was cut short by another program while it was open, so work in it is lost. Nothing "
            "more is written into it. {way}",
            path=str(path),
            way=ways.RESTORE,
        )
    return None


def gone(path: Path) -> Message:
    """The sentence of a library whose file is not where it was."""
    return say(
        "{path} is no longer there. Put it back, or save a copy elsewhere.",
        path=str(path),
    )


def is_same_file(left: os.stat_result, right: os.stat_result) -> bool:
    """Whether two looks saw one file, whatever its name is now."""
    return (left.st_dev, left.st_ino) == (right.st_dev, right.st_ino)
