"""The language of the window: Qt's translators, numbers, and the sentences of everything below Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from annotator.language import catalogue
from annotator.paths import resource

if TYPE_CHECKING:
    from annotator.messages import Message


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:  # noqa: N802  (the name the extractor looks for)
    """The source itself, marked for translation later; Qt's own function is typed as giving an object."""
    return source


_LOCALES: Final = {"en": "en_GB", "vi": "vi_VN"}


class Language:
    """The language in force; switching it sends LanguageChange to every widget."""

    def __init__(self) -> None:
        self.code = "en"
        self._translator: QTranslator | None = None

    def choose(self, wanted: str) -> None:
        """Speak "en", "vi", or with "system" what the system speaks (English if that is neither).

        Each window chooses; what is spoken already is not loaded and told to all widgets once more.
        """
        code = system_language() if wanted == "system" else wanted
        if self._translator is not None and code == self.code:
            return
        self.code = code
        QLocale.setDefault(QLocale(_LOCALES[self.code]))
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
        self._translator = _translator_of(self.code)
        if self._translator is not None:
            QCoreApplication.installTranslator(self._translator)


def in_all_languages(context: str, source: str) -> str:
    """The source and its words in every language, so that a search finds it by any of them."""
    kept = _spoken or {code: _translator_of(code) for code in _LOCALES}
    _spoken.update(kept)
    found = [translator.translate(context, source) for translator in kept.values() if translator is not None]
    return " ".join([source, *(words for words in found if words)])


_spoken: dict[str, QTranslator | None] = {}
"""Translators that are only asked, by language; they need not be installed."""


def _translator_of(code: str) -> QTranslator | None:
    try:
        path = resource("translations", f"annotator_{code}.qm")
    except FileNotFoundError:
        return None  # the sources themselves are English
    translator = QTranslator()
    return translator if translator.load(str(path)) else None


def system_language() -> str:
    """The first of our languages among those the system asks for, else English."""
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0].lower()
        if code in _LOCALES:
            return code
    return "en"


_language = Language()


def language() -> Language:
    """The one language of the process."""
    return _language


def sentence(message: Message) -> str:
    """A message of the services in the window's language, its counts with the language's separators."""
    return message.render(catalogue(_language.code), number, in_window=True)


def number(value: int) -> str:
    """A count with the language's separators: "1,170", in Vietnamese "1.170"."""
    return QLocale().toString(value)


def ratio(value: float) -> str:
    """A figure to one place with the language's separator: "4.1", in Vietnamese "4,1"."""
    return QLocale().toString(value, "f", 1)
