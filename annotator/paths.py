"""Where things live on this machine; the sole user of platformdirs and finder of the shipped resources."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_APPLICATION = "annotator"


def data_folder() -> Path:
    """Folder of the person's libraries."""
    return Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False))


def config_folder() -> Path:
    """Folder of the preferences."""
    return Path(platformdirs.user_config_dir(_APPLICATION, appauthor=False))


def cache_folder() -> Path:
    """Folder of derived data, deletable at any time."""
    return Path(platformdirs.user_cache_dir(_APPLICATION, appauthor=False))


def log_folder() -> Path:
    """Folder of the log files."""
    return Path(platformdirs.user_log_dir(_APPLICATION, appauthor=False))


def backup_folder() -> Path:
    """Folder of the verified backups: never that of the library, so that a lost folder costs one of both."""
    return Path(platformdirs.user_state_dir(_APPLICATION, appauthor=False)) / "backups"


def preset_folder() -> Path:
    """Folder of the label sets that the person saved to begin other corpora with."""
    return data_folder() / "label-sets"


def default_library() -> str:
    """The library's path or URL when none is named: ANNOTATOR_LIBRARY, else a file in the data folder."""
    return os.environ.get("ANNOTATOR_LIBRARY") or str(data_folder() / "library.annotator")


def resource(*parts: str) -> Path:
    """A shipped file or folder, in a source tree, an installed wheel or a frozen program alike.

    Raises:
        FileNotFoundError: the resource is missing, which means a broken installation.
    """
    package = Path(__file__).resolve().parent
    for root in (package / "_resources", package.parent / "resources"):
        if root.is_dir():
            found = root.joinpath(*parts)
            if found.exists():
                return found
    raise FileNotFoundError(f"the installation lacks the resource {'/'.join(parts)}")
