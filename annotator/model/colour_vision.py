"""How far two colours are apart, for eyes with and without colour blindness.

Colour blindness is simulated after Gustavo M. Machado, Manuel M. Oliveira and Leandro A. F. Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, full severity,
on linear sRGB. Distance is CIEDE2000 after Gaurav Sharma, Wencheng Wu and Edul N. Dalal, "The CIEDE2000
Color-Difference Formula: Implementation Notes, Supplementary Test Data, and Mathematical Observations", Color
Research and Application 30(1), 2005, on CIELAB under D65.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from annotator.model.palette import (
    DARK_PAGE,
    LEAST_RAIL_CONTRAST,
    LIGHT_PAGE,
    contrast,
    from_oklch,
    label_colours,
    linear_rgb,
    offered_colours,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

Lab = tuple[float, float, float]

NORMAL: Final = "normal"
_EYES: Final = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
EYES: Final = (NORMAL, *_EYES)
"""Kinds of eyes that colours are told apart by."""

PAGES: Final = {False: LIGHT_PAGE, True: DARK_PAGE}

EASILY_APART: Final = 6.0
"""From this distance on two rails are told apart without looking twice (measured on the offered colours)."""

_MOST: Final = 200
"""Colours in use among which looking for one more that is told apart would take long and find none."""

_XYZ: Final = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Final = (0.95047, 1.0, 1.08883)


@lru_cache(maxsize=4096)
def lab_seen_by(colour: str, eyes: str = NORMAL) -> Lab:
    """CIELAB of "#rrggbb" as eyes of that kind see it.

    Raises:
        ValueError: `colour` is not "#rrggbb".
    """
    red, green, blue = linear_rgb(colour)
    if eyes != NORMAL:
        seen = (r * red + g * green + b * blue for r, g, b in _EYES[eyes])
        red, green, blue = (min(1.0, max(0.0, part)) for part in seen)
    parts = (
        _lab_root((x * red + y * green + z * blue) / white)
        for (x, y, z), white in zip(_XYZ, _WHITE, strict=True)
    )
    x, y, z = parts
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _lab_root(part: float) -> float:
    return math.cbrt(part) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def ciede2000(first: Lab, second: Lab) -> float:
    """Distance of two CIELAB colours; about 1 is just seen side by side, 10 is another colour at a glance."""
    l1, a1, b1 = first
    l2, a2, b2 = second
    mean7 = ((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2) ** 7
    stretch = 1.5 - 0.5 * math.sqrt(mean7 / (mean7 + 25.0**7))
    c1, c2 = math.hypot(a1 * stretch, b1), math.hypot(a2 * stretch, b2)
    h1 = math.degrees(math.atan2(b1, a1 * stretch)) % 360
    h2 = math.degrees(math.atan2(b2, a2 * stretch)) % 360
    turn, mean_hue = _hues(h1, h2, is_grey=c1 * c2 == 0)
    across = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn) / 2)
    return _weighted(l2 - l1, c2 - c1, across, (l1 + l2) / 2, (c1 + c2) / 2, mean_hue)


def _hues(h1: float, h2: float, *, is_grey: bool) -> tuple[float, float]:
    """(difference, mean) of two hues in degrees, the short way round."""
    if is_grey:
        return 0.0, h1 + h2
    turn = (h2 - h1 + 180) % 360 - 180
    if abs(h1 - h2) <= 180:
        return h2 - h1, (h1 + h2) / 2
    return turn, ((h1 + h2 + 360) / 2 if h1 + h2 < 360 else (h1 + h2 - 360) / 2)


def _weighted(light: float, chroma: float, across: float, l_mean: float, c_mean: float, hue: float) -> float:
    def wave(factor: float, shift: float) -> float:
        return math.cos(math.radians(factor * hue + shift))

    t = 1 - 0.17 * wave(1, -30) + 0.24 * wave(2, 0) + 0.32 * wave(3, 6) - 0.20 * wave(4, -63)
    middle = (l_mean - 50) ** 2
    light /= 1 + 0.015 * middle / math.sqrt(20 + middle)
    chroma /= 1 + 0.045 * c_mean
    across /= 1 + 0.015 * c_mean * t
    turned = 30 * math.exp(-(((hue - 275) / 25) ** 2))
    c7 = c_mean**7
    rotation = -math.sin(math.radians(2 * turned)) * 2 * math.sqrt(c7 / (c7 + 25.0**7))
    return math.sqrt(light**2 + chroma**2 + across**2 + rotation * chroma * across)


def apart(first: str, second: str) -> float:
    """How well the rails of two labels are told apart by the eyes and on the page that do it worst.

    Args:
        first: stored colour, "#rrggbb".
        second: likewise.
    """
    return _apart(min(first, second), max(first, second))


@lru_cache(maxsize=1 << 15)
def _apart(first: str, second: str) -> float:
    """As `apart`; kept, for each new label asks again for all colours in use."""
    lines = [(label_colours(first, dark).line, label_colours(second, dark).line) for dark in PAGES]
    return min(
        ciede2000(lab_seen_by(one, eyes), lab_seen_by(other, eyes)) for one, other in lines for eyes in EYES
    )


def apart_from_all(colour: str, used: Iterable[str], least: float = 0.0) -> float:
    """The least of `apart` over all used colours; infinite where there is none.

    Args:
        colour: stored colour, "#rrggbb".
        used: likewise.
        least: once it is less than this, how much less is not worked out.
    """
    worst = math.inf
    for other in used:
        worst = min(worst, apart(colour, other))
        if worst <= least:
            break
    return worst


def most_distinct(candidates: Iterable[str], used: Iterable[str]) -> tuple[str, float]:
    """The candidate that is told apart best from all used ones, the first of equals, and how well."""
    taken = list(dict.fromkeys(used))
    best, distance = "", -1.0
    for colour in candidates:
        found = apart_from_all(colour, taken, max(distance, 0.0))
        if found > distance:
            best, distance = colour, found
    return best, distance


def next_colour(used: Iterable[str]) -> str:
    """The colour for one more label: the one told apart best from those in use.

    Offered colours come first; where none of them keeps far enough from all others, a wider choice is looked
    through. With as many colours in use as nobody tells apart, colours come by turns.
    """
    labels = [colour.lower() for colour in used]
    taken = dict.fromkeys(labels)
    wide = [colour for colour in _wide_choice() if colour not in taken]
    if not wide or len(taken) >= _MOST:
        return _wide_choice()[len(labels) % len(_wide_choice())]
    offered = [colour for colour in offered_colours() if colour not in taken]
    best, distance = most_distinct(offered, taken)
    if distance >= EASILY_APART:
        return best
    wider, further = most_distinct(wide, taken)
    return wider if further > distance else best


@lru_cache(maxsize=1)
def _wide_choice() -> tuple[str, ...]:
    """Colours all round the circle at the lightnesses that rails have, each standing out from the page."""
    made = dict.fromkeys(
        from_oklch(lightness, chroma, hue)
        for lightness in (0.43, 0.50, 0.59, 0.66)
        for chroma in (0.15, 0.1)
        for hue in range(0, 360, 15)
    )
    return tuple(colour for colour in made if contrast(colour, LIGHT_PAGE) >= LEAST_RAIL_CONTRAST)
