"""What can be set, as data: sections, settings, and the words for each value a setting may have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from annotator.settings import COLUMNS, ZOOM_RANGE, Preferences, choices_of
from annotator.text.fold import fold
from annotator.ui.i18n import QT_TRANSLATE_NOOP, in_all_languages

Value = str | int | bool

SECTIONS: Final = {
    "reading": QT_TRANSLATE_NOOP("Settings", "Reading"),
    "looks": QT_TRANSLATE_NOOP("Settings", "Looks"),
    "language": QT_TRANSLATE_NOOP("Settings", "Language"),
    "labelling": QT_TRANSLATE_NOOP("Settings", "Labelling"),
    "review": QT_TRANSLATE_NOOP("Settings", "Review"),
    "keys": QT_TRANSLATE_NOOP("Settings", "Keys"),
    "files": QT_TRANSLATE_NOOP("Settings", "Files"),
}
"""Section -> its heading, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing a person may prefer.

    Attributes:
        field: name of the preference.
        section: a key of `SECTIONS`.
        text: English source of its name.
        meaning: English source of what it does.
        ways: the values it may have; (False, True) for on and off.
    """

    field: str
    section: str
    text: str
    meaning: str
    ways: tuple[Value, ...]

    @property
    def shipped(self) -> Value:
        """The value everybody begins with."""
        value: Value = getattr(Preferences(), self.field)
        return value


_ON_OFF: Final = (False, True)

# fmt: off
SETTINGS: Final = (
    Setting("reading_font", "reading", QT_TRANSLATE_NOOP("Settings", "Font"),
        QT_TRANSLATE_NOOP("Settings", "The letters of the article"), choices_of("reading_font")),
    Setting("zoom", "reading", QT_TRANSLATE_NOOP("Settings", "Text size"),
        QT_TRANSLATE_NOOP("Settings", "Of the article alone; the column grows with it"),
        tuple(range(ZOOM_RANGE[0], ZOOM_RANGE[1] + 1))),
    Setting("column", "reading", QT_TRANSLATE_NOOP("Settings", "Column width"),
        QT_TRANSLATE_NOOP("Settings", "How long a line may become, at the usual text size"), COLUMNS),
    Setting("line_pitch", "reading", QT_TRANSLATE_NOOP("Settings", "Line spacing"),
        QT_TRANSLATE_NOOP("Settings", "Rails and names under the words always have their room"),
        choices_of("line_pitch")),
    Setting("captions_shown", "reading", QT_TRANSLATE_NOOP("Settings", "Label names under spans"),
        QT_TRANSLATE_NOOP("Settings", "Without them lines stand closer"), _ON_OFF),
    Setting("theme", "looks", QT_TRANSLATE_NOOP("Settings", "Light or dark"),
        QT_TRANSLATE_NOOP("Settings", "Theme of the whole window"), choices_of("theme")),
    Setting("contrast", "looks", QT_TRANSLATE_NOOP("Settings", "Contrast"),
        QT_TRANSLATE_NOOP("Settings", "High: black on white or white on black, lines that are seen"),
        choices_of("contrast")),
    Setting("motion", "looks", QT_TRANSLATE_NOOP("Settings", "Motion"),
        QT_TRANSLATE_NOOP("Settings", "Gliding to a span, new spans that shine, menus that fade"),
        choices_of("motion")),
    Setting("density", "looks", QT_TRANSLATE_NOOP("Settings", "Density"),
        QT_TRANSLATE_NOOP("Settings", "Height of the rows of lists; letters stay as they are"),
        choices_of("density")),
    Setting("language", "language", QT_TRANSLATE_NOOP("Settings", "Language of the window"),
        QT_TRANSLATE_NOOP("Settings", "Articles and labels stay in theirs"), choices_of("language")),
    Setting("exact_selection", "labelling", QT_TRANSLATE_NOOP("Settings", "Exact characters"),
        QT_TRANSLATE_NOOP("Settings", "Selections are not drawn out to whole words; Alt does so once"),
        _ON_OFF),
    Setting("names_shown", "review", QT_TRANSLATE_NOOP("Settings", "Names in Review"),
        QT_TRANSLATE_NOOP("Settings", "Without them people are letters, another order in each document"),
        _ON_OFF),
)
# fmt: on

_VALUES: Final[dict[tuple[str, Value], str]] = {
    ("line_pitch", "close"): QT_TRANSLATE_NOOP("Settings", "Close"),
    ("line_pitch", "normal"): QT_TRANSLATE_NOOP("Settings", "Normal"),
    ("line_pitch", "wide"): QT_TRANSLATE_NOOP("Settings", "Wide"),
    ("line_pitch", "wider"): QT_TRANSLATE_NOOP("Settings", "Very wide"),
    ("theme", "light"): QT_TRANSLATE_NOOP("Settings", "Light"),
    ("theme", "dark"): QT_TRANSLATE_NOOP("Settings", "Dark"),
    ("contrast", "normal"): QT_TRANSLATE_NOOP("Settings", "Normal"),
    ("contrast", "more"): QT_TRANSLATE_NOOP("Settings", "High"),
    ("motion", "full"): QT_TRANSLATE_NOOP("Settings", "Gliding and fading"),
    ("motion", "none"): QT_TRANSLATE_NOOP("Settings", "Nothing moves by itself"),
    ("density", "comfortable"): QT_TRANSLATE_NOOP("Settings", "Comfortable"),
    ("density", "compact"): QT_TRANSLATE_NOOP("Settings", "Compact"),
}
_SYSTEM: Final = QT_TRANSLATE_NOOP("Settings", "As the system")
_ON: Final = QT_TRANSLATE_NOOP("Settings", "On")
_OFF: Final = QT_TRANSLATE_NOOP("Settings", "Off")
_LANGUAGES: Final = {"en": "English", "vi": "Tiếng Việt"}
"""Each in its own words, so that whoever reads only that one finds it."""


def words(source: str) -> str:
    """A source of this module in the language in force."""
    return QCoreApplication.translate("Settings", source)


def value_words(setting: Setting, value: Value) -> str:
    """A value as the page says it, in the language in force."""
    if isinstance(value, bool):
        return words(_ON if value else _OFF)
    if isinstance(value, int):
        return f"{value} px"
    source = _source_of(setting, value)
    return words(source) if source else _LANGUAGES.get(value, value)


def setting_haystack(setting: Setting) -> str:
    """All words of a setting in every language, folded, for the search field."""
    sources = [setting.text, setting.meaning, SECTIONS[setting.section]]
    sources += filter(None, (_source_of(setting, value) for value in setting.ways))
    told = [in_all_languages("Settings", source) for source in sources]
    told += [_LANGUAGES.get(value, value) for value in setting.ways if isinstance(value, str)]
    return folded(" ".join(told))


def folded(typed: str) -> str:
    """Words as they are compared: without case and diacritics."""
    return fold(typed)


def is_found(haystack: str, typed: str) -> bool:
    """Whether every word of what was typed is in a haystack."""
    return all(word in haystack for word in folded(typed).split())


def _source_of(setting: Setting, value: Value) -> str:
    if value == "system":
        return _SYSTEM
    return _VALUES.get((setting.field, value), "")
