"""What the person prefers and where they were, as two readable files; nothing of a library is in them.

Both files are JSON with a schema `version`. Keys that this program does not know are kept, a value that
makes no sense counts as its default, and a file that is damaged or of a newer version is set aside under
another name, never overwritten. Several running programs may share them: each change is read, made and
written under a lock, so that the one that wrote last does not take back what the other one changed.
"""

from __future__ import annotations

import contextlib
import json
import time
from base64 import b64decode
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from annotator.files import one_at_a_time, write_atomically
from annotator.paths import backup_folder, config_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

VERSION: Final = 1
"""Schema of both files; a higher one is of a newer program."""

ZOOM_RANGE: Final = (12, 28)
"""Smallest and largest size of the article's type in pixels."""

COLUMNS: Final = tuple(range(560, 961, 40))
"""Widths that the article's column may have, in pixels at the usual size of its type."""

RECENT_LIBRARIES: Final = 8
REMEMBERED_PLACES: Final = 200
MOST_WINDOWS: Final = 20
PANELS: Final = ("left", "right")

_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "language": ("system", "en", "vi"),
    "theme": ("system", "light", "dark"),
    "contrast": ("system", "normal", "more"),
    "motion": ("system", "full", "none"),
    "density": ("comfortable", "compact"),
    "reading_font": ("Inter", "Be Vietnam Pro", "Noto Serif"),
    "line_pitch": ("close", "normal", "wide", "wider"),
}
"""What a preference of that name may be, in the order in which the settings page offers it."""


def choices_of(name: str) -> tuple[str, ...]:
    """What the preference of that name may be; it must be one that is chosen out of words."""
    return _CHOICES[name]


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the person prefers, on this machine, in every library.

    Attributes:
        language: "system", "en" or "vi".
        theme: "system", "light" or "dark".
        contrast: "system", "normal", or "more" for colours of high contrast.
        motion: "system", "full", or "none" when nothing is to move by itself.
        zoom: size of the article's type in pixels, within `ZOOM_RANGE`.
        reading_font: family of the article's type.
        column: width of the article's column, out of `COLUMNS`.
        line_pitch: how far apart the article's lines stand: "close", "normal", "wide" or "wider".
        exact_selection: whether selections keep exact characters instead of snapping to words.
        captions_shown: whether spans carry their label's name.
        density: "comfortable" or "compact" rows.
        names_shown: whether review calls people by their names; else by letters.
        panel_widths: pixels by name of a place's panel.
        recent_libraries: paths or URLs, the latest first.
        keys: act id -> its keys, only of acts whose keys are not those it was shipped with.
        backup_folder: where verified copies of libraries go, "" for the usual place.
    """

    language: str = "system"
    theme: str = "system"
    contrast: str = "system"
    motion: str = "system"
    zoom: int = 17
    reading_font: str = "Inter"
    column: int = 720
    line_pitch: str = "normal"
    exact_selection: bool = False
    captions_shown: bool = True
    density: str = "comfortable"
    names_shown: bool = True
    panel_widths: Mapping[str, int] = field(default_factory=dict)
    recent_libraries: tuple[str, ...] = ()
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    backup_folder: str = ""

    def with_recent_library(self, where: str) -> Preferences:
        """These preferences with that library as the latest one."""
        others = tuple(other for other in self.recent_libraries if other != where)
        return replace(self, recent_libraries=(where, *others)[:RECENT_LIBRARIES])


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person was in one library.

    Attributes:
        corpus: uid, or None.
        document: uid, or None.
        caret: code point of the caret.
        anchor: code point where the selection began; the caret's when nothing is selected.
        paragraph: number of the paragraph at the top edge of the view, from 0.
        fraction: how much of that paragraph is above the edge, 0 to 1.
        annotator: uid of the owner of the layer that was open, or None for whichever opens by itself.
        folded: panels ("left", "right") that were folded in the window; None when that was never kept.
    """

    corpus: str | None = None
    document: str | None = None
    caret: int = 0
    anchor: int = 0
    paragraph: int = 0
    fraction: float = 0.0
    annotator: str | None = None
    folded: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class OtherWindow:
    """A window that was open besides the first one.

    Attributes:
        place: where the person was in it.
        geometry: size and place on the screen as the window system keeps them, in Base64.
    """

    place: Place
    geometry: str


class PreferencesFile:
    """The preferences as a file; reading never fails, writing raises OSError."""

    def __init__(self, path: Path | None = None) -> None:
        self._file = _JsonFile(path or config_folder() / "preferences.json")

    @property
    def path(self) -> Path:
        """Where they are, for a person who wants to read them."""
        return self._file.path

    def read(self) -> Preferences:
        """The preferences as they are on the disk now."""
        return _preferences_from(self._file.read())

    def change(self, change: Callable[[Preferences], Preferences]) -> Preferences:
        """The preferences after `change`, which is made on the newest ones and written.

        Raises:
            OSError: they could not be written; the old ones are kept.
        """

        def changed(data: dict[str, Any]) -> dict[str, Any]:
            return {**data, **asdict(change(_preferences_from(data)))}

        return _preferences_from(self._file.change(changed))


def backup_roots() -> tuple[Path, ...]:
    """Folders that hold verified copies of libraries: where new ones go first, then the usual place."""
    usual = backup_folder()
    chosen = PreferencesFile().read().backup_folder
    return (usual,) if chosen in ("", str(usual)) else (Path(chosen), usual)


class PlacesFile:
    """The last place of each library by the library's uid; reading never fails, writing raises OSError."""

    def __init__(self, path: Path | None = None) -> None:
        self._file = _JsonFile(path or config_folder() / "places.json")

    def read(self, library: str) -> Place:
        """Where the person was in the library of that uid; the empty place when it was never open."""
        stored = _mapping(self._file.read().get("libraries")).get(library)
        return _place_from(_mapping(stored))

    def read_others(self, library: str) -> list[OtherWindow]:
        """The windows that were open on that library besides the first one."""
        stored = _mapping(self._file.read().get("libraries")).get(library)
        found = _mapping(stored).get("windows")
        return [
            OtherWindow(_place_from(each), each["geometry"])
            for each in map(_mapping, found if isinstance(found, list) else ())
            if _is_base64(each.get("geometry"))
        ][:MOST_WINDOWS]

    def write(self, library: str, place: Place, others: Sequence[OtherWindow] = ()) -> None:
        """Remember the place, and those of other windows.

        The libraries that were not open for longest are forgotten beyond 200.

        Raises:
            OSError: it could not be written; the old places are kept.
        """

        def changed(data: dict[str, Any]) -> dict[str, Any]:
            libraries = _mapping(data.get("libraries"))
            before = _mapping(libraries.pop(library, None))
            windows = [{**asdict(each.place), "geometry": each.geometry} for each in others]
            libraries[library] = {**before, **asdict(place), "windows": windows}
            kept = list(libraries.items())[-REMEMBERED_PLACES:]
            return {**data, "libraries": dict(kept)}

        self._file.change(changed)


def _preferences_from(data: Mapping[str, Any]) -> Preferences:
    default = Preferences()
    known = {
        each.name: data[each.name]
        for each in fields(Preferences)
        if each.name in data and _fits(each.name, data[each.name], getattr(default, each.name))
    }
    if "recent_libraries" in known:
        known["recent_libraries"] = tuple(known["recent_libraries"])
    known["keys"] = keys_from(data.get("keys"))
    return replace(default, **known)


def keys_from(value: object) -> dict[str, tuple[str, ...]]:
    """Act id -> keys out of a file; entries of another shape are left out."""
    return {act: tuple(keys) for act, keys in _mapping(value).items() if _are_words(keys)}


def _are_words(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


def _fits(name: str, value: object, default: object) -> bool:
    """Whether a value out of a file is one that the preference of that name can have."""
    if name in _CHOICES:
        return isinstance(value, str) and value in _CHOICES[name]
    if name == "column":
        return type(value) is int and value in COLUMNS
    if name == "zoom":
        return type(value) is int and ZOOM_RANGE[0] <= value <= ZOOM_RANGE[1]
    if name == "panel_widths":
        return isinstance(value, dict) and all(type(width) is int and width >= 0 for width in value.values())
    if name == "recent_libraries":
        return _are_words(value)
    if name == "backup_folder":
        return isinstance(value, str) and "\0" not in value and (not value or Path(value).is_absolute())
    return type(value) is type(default)


def _place_from(data: Mapping[str, Any]) -> Place:
    def uid(name: str) -> str | None:
        value = data.get(name)
        return value if isinstance(value, str) else None

    def number(name: str) -> int:
        value = data.get(name)
        return value if type(value) is int and value >= 0 else 0

    fraction = data.get("fraction")
    return Place(
        uid("corpus"),
        uid("document"),
        number("caret"),
        number("anchor"),
        number("paragraph"),
        float(fraction) if isinstance(fraction, int | float) and 0 <= fraction <= 1 else 0.0,
        uid("annotator"),
        _folded_from(data.get("folded")),
    )


def _folded_from(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list | tuple):
        return None
    return tuple(side for side in PANELS if side in value)


def _is_base64(value: object) -> bool:
    """Whether it is text that can be turned back into bytes."""
    if not isinstance(value, str):
        return False
    try:
        b64decode(value, validate=True)
    except ValueError:
        return False
    return True


def _mapping(value: object) -> dict[str, Any]:
    return dict(value) if isinstance(value, dict) else {}


class _JsonFile:
    """One JSON object with a version, read leniently and written whole."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> dict[str, Any]:
        """The object without its version; empty when there is no file or it had to be set aside."""
        try:
            return self._read()
        except OSError:
            return {}

    def _read(self) -> dict[str, Any]:
        try:
            data = json.loads(self.path.read_bytes())
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError):
            return self._set_aside("damaged")
        version = data.pop("version", VERSION) if isinstance(data, dict) else None
        if type(version) is not int:
            return self._set_aside("damaged")
        return cast("dict[str, Any]", data) if version <= VERSION else self._set_aside(f"version-{version}")

    def change(self, change: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
        """Read, change and write while no other process does; gives what was written.

        What cannot be read now is there all the same, so nothing is written over it.

        Raises:
            OSError: the file could not be read, set aside or written; it is as it was.
        """
        with one_at_a_time(self.path):
            data = change(self._read())
            text = json.dumps({"version": VERSION, **data}, ensure_ascii=False, indent=2)
            write_atomically(self.path, text.encode() + b"\n")
        return data

    def _set_aside(self, why: str) -> dict[str, Any]:
        stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime())
        with contextlib.suppress(FileNotFoundError):  # another program was quicker
            self.path.rename(self.path.with_name(f"{self.path.stem}.{why}-{stamp}{self.path.suffix}"))
        return {}
