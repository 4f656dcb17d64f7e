"""The person's preferences in force: applied to the application, kept in their file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, Signal

from annotator.errors import EnvironmentProblem, reason_of
from annotator.messages import say
from annotator.paths import config_folder
from annotator.settings import Preferences, PreferencesFile
from annotator.ui import i18n, theme
from annotator.ui.density import density
from annotator.ui.keymap import keymap
from annotator.ui.motion import motion

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QByteArray


class Personal(QObject):
    """Preferences, and the window's geometry beside them.

    Signals:
        changed: the `Preferences` after a change; theme and language are applied already.
        failed: an `EnvironmentProblem`: the change holds for now but could not be kept.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, language: str | None = None) -> None:
        """Read the preferences and apply them.

        Args:
            language: what the command line asked for; it wins until the person chooses another.
        """
        super().__init__()
        self._file = PreferencesFile()
        self._window = QSettings(str(config_folder() / "window.ini"), QSettings.Format.IniFormat)
        self.now: Preferences = self._file.read()
        if language is not None:
            self.now = replace(self.now, language=language)
        theme.theme().install(theme.Scheme(self.now.theme), theme.Contrast(self.now.contrast))
        i18n.language().choose(self.now.language)
        self._apply_quiet_ones()

    def change(self, **fields: Any) -> None:
        """Prefer this from now on."""
        before, self.now = self.now, replace(self.now, **fields)
        if (before.theme, before.contrast) != (self.now.theme, self.now.contrast):
            theme.theme().choose(theme.Scheme(self.now.theme), theme.Contrast(self.now.contrast))
        if before.language != self.now.language:
            i18n.language().choose(self.now.language)
        self._apply_quiet_ones()
        try:
            self._file.change(lambda kept: replace(kept, **fields))
        except OSError as error:
            reason = reason_of(error)
            self.failed.emit(
                EnvironmentProblem(
                    say(
                        "The preferences could not be kept in {path} ({reason}); they "
                        "hold until the program ends.",
                        path=str(self._file.path),
                        reason=reason,
                    )
                )
            )
        self.changed.emit(self.now)

    def _apply_quiet_ones(self) -> None:
        """Put in force what is told only when it is another one than before."""
        density().choose(self.now.density)
        motion().choose(self.now.motion)
        keymap().choose(self.now.keys)

    @property
    def path(self) -> Path:
        """Where the preferences are kept."""
        return self._file.path

    def remember_library(self, where: str) -> None:
        """Put a library first among the recent ones."""
        self.change(recent_libraries=self.now.with_recent_library(where).recent_libraries)

    # Of the window

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window was, or None."""
        kept = self._window.value("geometry")
        return kept or None

    @property
    def is_menu_bar_shown(self) -> bool:
        """Whether the classic menu bar is wanted."""
        return str(self._window.value("menu_bar", "false")) == "true"

    def is_panel_shown(self, side: str) -> bool:
        """Whether the person wants that panel open."""
        return str(self._window.value(f"{side}_panel", "true")) == "true"

    def keep_panel(self, side: str, shown: bool) -> None:
        """Remember whether the person wants that panel."""
        self._window.setValue(f"{side}_panel", "true" if shown else "false")

    def keep_window(self, geometry: QByteArray, *, menu_bar: bool) -> None:
        """Remember where the window is."""
        told = {"geometry": geometry, "menu_bar": "true" if menu_bar else "false"}
        changed = {name: value for name, value in told.items() if self._window.value(name) != value}
        for name, value in changed.items():
            self._window.setValue(name, value)
        if changed:
            self._window.sync()
