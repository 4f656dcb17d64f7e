"""Looks whether Qt can open a window here, before Qt is loaded: it would end without a usable word.

Only the standard library and our errors are needed.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.errors import EnvironmentProblem
from annotator.messages import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BASE_LIBRARIES: Final = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_X11_LIBRARIES: Final = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_WAYLAND_LIBRARIES: Final = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""Shared libraries that Qt's wheels need but do not bring, each with its Debian 12 package.

Source: `readelf -d` of the platform plugins, tried on a bare Debian 12.
"""

_RENAMED_FOR_64_BIT_TIME: Final = ("libglib2.0-0",)
_WINDOWLESS: Final = ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs")


def check_machine(environ: Mapping[str, str], platform: str = sys.platform) -> None:
    """Make sure that Qt can open a window here, without loading it.

    Raises:
        EnvironmentProblem: libraries or a screen are missing; the sentence has the command that helps.
    """
    if not platform.startswith("linux"):
        return
    wanted = environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    _check_libraries(_BASE_LIBRARIES)
    if wanted in _WINDOWLESS:
        return
    has_wayland = bool(environ.get("WAYLAND_DISPLAY")) and not wanted.startswith("xcb")
    has_x11 = bool(environ.get("DISPLAY")) and not wanted.startswith("wayland")
    if not has_wayland and not has_x11:
        raise EnvironmentProblem(
            say(
                "There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. The "
                "commands "
                "work without one; `annotator --help` lists them."
            )
        )
    if has_wayland and not missing_packages(_WAYLAND_LIBRARIES):
        return
    _check_libraries(_X11_LIBRARIES if has_x11 else _WAYLAND_LIBRARIES)
    if has_x11:
        _check_screen(environ["DISPLAY"])


def missing_packages(libraries: Mapping[str, str], release: Path = Path("/etc/os-release")) -> list[str]:
    """The packages of those libraries that the system lacks, by the names they have on this system."""
    lacking = [package for library, package in libraries.items() if not _loads(library)]
    if lacking and _has_64_bit_time_names(release):
        return [name + "t64" if name in _RENAMED_FOR_64_BIT_TIME else name for name in lacking]
    return lacking


def _check_libraries(libraries: Mapping[str, str]) -> None:
    lacking = missing_packages(libraries)
    if lacking:
        raise EnvironmentProblem(_libraries_missing(lacking))


def _libraries_missing(packages: Iterable[str]) -> Message:
    return say(
        "The window needs system libraries that are not installed here; this command installs them: "
        "sudo apt install {packages}",
        packages=" ".join(packages),
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_64_bit_time_names(release: Path) -> bool:
    """Whether packages carry the suffix of the change to 64-bit time: Debian 13, Ubuntu 24.04 and later."""
    try:
        lines = release.read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    facts = {key: value.strip('"') for key, _, value in (line.partition("=") for line in lines)}
    version = facts.get("VERSION_ID", "")
    try:
        number = float(version)
    except ValueError:
        return facts.get("ID") == "debian"  # testing and unstable carry no number
    return number >= (24.04 if "ubuntu" in (facts.get("ID"), facts.get("ID_LIKE")) else 13)


def _check_screen(display: str) -> None:
    """Refuse an X11 screen of this machine that nobody serves: Qt would end the process with a core dump."""
    host, _, number = display.rpartition(":")
    number = number.split(".")[0]
    if host not in ("", "unix") or not number.isdigit():
        return
    import socket  # not needed where there is no X11, and not small

    for address in (f"\0/tmp/.X11-unix/X{number}", f"/tmp/.X11-unix/X{number}"):  # noqa: S108  (X11's own)
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            try:
                probe.connect(address)
            except OSError:
                continue
            return
    raise EnvironmentProblem(
        say(
            "The screen {display} that DISPLAY names does not answer. Set DISPLAY to a screen that is "
            "running, "
            "or use the commands, which need none; `annotator --help` lists them.",
            display=display,
        )
    )
