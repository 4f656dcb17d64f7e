"""Which language the sentences below the window are in, without Qt, and its catalogue."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Final

from annotator.messages import load_catalogue
from annotator.paths import resource
from annotator.settings import PreferencesFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.messages import Catalogue

LANGUAGES: Final = ("en", "vi")
"""The languages the program speaks; the first one needs no catalogue."""

_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


def chosen_language(requested: str | None = None, environ: Mapping[str, str] = os.environ) -> str:
    """The requested language, else the one of the system's settings, else English.

    Of LC_ALL, LC_MESSAGES and LANG the first one that is set decides (POSIX, XBD 8.2); a language that the
    program does not speak means English.
    """
    if requested in LANGUAGES:
        return str(requested)
    locale = next((environ[name] for name in _VARIABLES if environ.get(name)), "")
    code = locale.split(".")[0].split("@")[0].split("_")[0].lower()
    return code if code in LANGUAGES else LANGUAGES[0]


def persons_language(requested: str | None = None) -> str:
    """The requested language, else the one of the preferences, else that of the system's settings."""
    return chosen_language(requested or PreferencesFile().read().language)


@cache
def catalogue(language: str) -> Catalogue:
    """English template -> sentence in that language; empty for English and where translations are missing."""
    if language == LANGUAGES[0]:
        return {}
    try:
        return load_catalogue(resource("translations", f"{language}.d"))
    except FileNotFoundError:
        return {}
