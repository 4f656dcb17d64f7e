"""The commands, without a window and without Qt. This module only names them, for the entry."""

from __future__ import annotations

from typing import Final

COMMANDS: Final = (
    "import",
    "export",
    "recipes",
    "corpora",
    "documents",
    "labels",
    "spans",
    "search",
    "stats",
    "agreement",
    "review",
    "package",
    "history",
    "undo",
    "redo",
    "check",
    "backup",
    "backups",
    "restore",
    "self-test",
)
"""Every command, in the order of the help."""
