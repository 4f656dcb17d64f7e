"""The six colours of a label, light and dark, from its one stored colour.

Tables for the five standard colours, formulas in OKLCH for all others (lightness and chroma by role, hue from
the label's colour). Conversions after Björn Ottosson, "A perceptual color space for image processing" (2020),
https://bottosson.github.io/posts/oklab/; contrast after WCAG 2.2, "relative luminance" and "contrast ratio".
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from annotator.model.label import STANDARD_COLOURS

LIGHT_PAGE: Final = "#ffffff"
DARK_PAGE: Final = "#14171c"
LEAST_RAIL_CONTRAST: Final = 3.0
"""WCAG 2.2, 1.4.11: graphical objects against what they stand on."""


@dataclass(frozen=True, slots=True)
class LabelColours:
    """One label's colours on one page, each "#rrggbb".

    Attributes:
        tint: band behind the words.
        tint2: band inside a band of the same label.
        tint3: band of the span under the pointer, selected or just made.
        line: rail, dot, tick of the overview.
        ink: the label's name under the words.
        solid: key square, chip.
        on_solid: words on `solid`.
    """

    tint: str
    tint2: str
    tint3: str
    line: str
    ink: str
    solid: str
    on_solid: str


_ON_SOLID: Final = {False: "#ffffff", True: "#0d1420"}

_LIGHT_TABLE: Final = {
    "person": ("#e0f0ff", "#c6e4fe", "#a9d7fe", "#0283ce", "#005486", "#0268a5"),
    "position": ("#fbecd3", "#f7dcaf", "#f2cb88", "#bd8703", "#694902", "#825b02"),
    "organization": ("#def5e1", "#c1edc9", "#a4e3b0", "#057836", "#016129", "#027835"),
    "campaign": ("#fee7ed", "#fed2de", "#ffbbcf", "#c54c79", "#85284d", "#a13760"),
    "award": ("#f2e9ff", "#e8d7fe", "#dec3fe", "#652f94", "#613888", "#7749a4"),
}
_DARK_TABLE: Final = {
    "person": ("#133047", "#144062", "#114b75", "#3b93d5", "#a9d7fe", "#71bfff"),
    "position": ("#3c2a07", "#513802", "#5f4202", "#f0ba59", "#efcb91", "#e0ae57"),
    "organization": ("#17351f", "#1b4827", "#1b552c", "#83dc97", "#a9e1b4", "#7ccd8e"),
    "campaign": ("#44212d", "#5c2b3b", "#6d3046", "#d16e8f", "#ffbbcf", "#f696b4"),
    "award": ("#342644", "#46325c", "#533a6e", "#c49bf3", "#dec3fe", "#c9a3f5"),
}
_STANDARD: Final = {
    (STANDARD_COLOURS[name], is_dark): LabelColours(*row, _ON_SOLID[is_dark])
    for is_dark, table in ((False, _LIGHT_TABLE), (True, _DARK_TABLE))
    for name, row in table.items()
}

# (lightness, chroma) of tint, tint2, tint3, ink, solid.
_LIGHT_ROLES: Final = ((0.948, 0.036), (0.905, 0.066), (0.86, 0.095), (0.43, 0.13), (0.50, 0.145))
_DARK_ROLES: Final = ((0.30, 0.055), (0.36, 0.075), (0.40, 0.090), (0.86, 0.085), (0.78, 0.12))

_FULL_CHROMA: Final = 0.08
"""From this chroma on the tints are as colourful as the standard ones; greys stay grey."""


STRONG_INK: Final = 10.0
"""Contrast of names and key squares where a person asked for more of it."""

STRONG_LINE: Final = 4.5
"""Contrast of rails and dots there."""

# (lightness, chroma) of tint, tint2, tint3 on the black page of high contrast.
_STRONG_DARK_TINTS: Final = ((0.24, 0.055), (0.28, 0.070), (0.32, 0.085))


@lru_cache(maxsize=1024)
def label_colours(colour: str, dark: bool, strong: bool = False) -> LabelColours:
    """The colours of a label whose stored colour is "#rrggbb", on the light or the dark page.

    Args:
        colour: the stored one.
        dark: for the dark page.
        strong: for the pages of high contrast, which are white and black: names have `STRONG_INK`, rails
            `STRONG_LINE`, and words stay as readable on the bands as beside them.

    Raises:
        ValueError: `colour` is not "#rrggbb".
    """
    usual = _usual_colours(colour, dark)
    return _stronger(usual, dark) if strong else usual


def _usual_colours(colour: str, dark: bool) -> LabelColours:
    standard = _STANDARD.get((colour.lower(), dark))
    if standard is not None:
        return standard
    lightness, chroma, hue = to_oklch(colour)
    share = min(1.0, chroma / _FULL_CHROMA)
    roles = _DARK_ROLES if dark else _LIGHT_ROLES
    tint, tint2, tint3, ink, solid = (from_oklch(light, c * share, hue) for light, c in roles)
    line = _dark_line(lightness, chroma, hue) if dark else _light_line(lightness, chroma, hue)
    return LabelColours(tint, tint2, tint3, line, ink, solid, _ON_SOLID[dark])


def _stronger(usual: LabelColours, dark: bool) -> LabelColours:
    page, on_solid = ("#000000", "#000000") if dark else (LIGHT_PAGE, "#ffffff")
    _, chroma, hue = to_oklch(usual.line)
    share = min(1.0, chroma / _FULL_CHROMA)
    tints = [usual.tint, usual.tint2, usual.tint3]
    if dark:
        tints = [from_oklch(light, c * share, hue) for light, c in _STRONG_DARK_TINTS]
    ink = _until(usual.ink, page, STRONG_INK, dark)
    line = _until(usual.line, page, STRONG_LINE, dark)
    solid = _until(usual.solid, on_solid, STRONG_INK, dark)
    tint, tint2, tint3 = tints
    return LabelColours(tint, tint2, tint3, line, ink, solid, on_solid)


def _until(colour: str, ground: str, least: float, lighter: bool) -> str:
    """The colour, made lighter or darker as far as it needs for a contrast on a ground."""
    lightness, chroma, hue = to_oklch(colour)
    while contrast(colour, ground) < least:
        lightness += 0.01 if lighter else -0.01
        colour = from_oklch(lightness, chroma, hue)
    return colour


def offered_colours() -> tuple[str, ...]:
    """Colours to offer for a label: the standard five first, then those told apart best from them.

    Any two are at least 6 CIEDE2000 apart for all eyes on both pages (`colour_vision.apart`, tested).
    Teal of hue 195 and orange of hue 45 are not among them: for red-green blind eyes they fall together with
    the standard green (3.6 and 3.5).
    """
    further = (
        (0.5, 0.0, 0.0),
        (0.66, 0.1, 135.0),
        (0.40, 0.1, 345.0),
        (0.63, 0.1, 180.0),
        (0.55, 0.1, 210.0),
        (0.55, 0.15, 105.0),
    )
    return (*STANDARD_COLOURS.values(), *(from_oklch(*place) for place in further))


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours "#rrggbb", 1 to 21 (WCAG 2.2)."""
    bright, dim = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def to_oklch(colour: str) -> tuple[float, float, float]:
    """Lightness 0-1, chroma and hue in degrees of "#rrggbb"."""
    red, green, blue = linear_rgb(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The "#rrggbb" of that place; a colour outside sRGB loses chroma until it fits."""
    reach = chroma
    while reach > 0 and not _in_gamut(_to_linear(lightness, reach, hue)):
        reach -= 0.002
    return "#" + "".join(f"{_encode(part):02x}" for part in _to_linear(lightness, max(reach, 0.0), hue))


def _light_line(lightness: float, chroma: float, hue: float) -> str:
    line = from_oklch(lightness, chroma, hue)
    while contrast(line, LIGHT_PAGE) < LEAST_RAIL_CONTRAST:
        lightness -= 0.01
        line = from_oklch(lightness, chroma, hue)
    return line


def _dark_line(lightness: float, chroma: float, hue: float) -> str:
    """Dark rails mirror the light ones' lightness, which is what keeps them apart for colour-blind eyes."""
    return from_oklch(min(0.84, max(0.62, 1.25 - lightness)), min(chroma, 0.15), hue)


def linear_rgb(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of "#rrggbb" as amounts of light, 0 to 1.

    Raises:
        ValueError: `colour` is not "#rrggbb".
    """
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(colour)
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return _decode(red), _decode(green), _decode(blue)


def _decode(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encode(part: float) -> int:
    clipped = min(1.0, max(0.0, part))
    curve = clipped * 12.92 if clipped <= 0.0031308 else 1.055 * clipped ** (1 / 2.4) - 0.055
    return round(curve * 255)


def _luminance(colour: str) -> float:
    red, green, blue = linear_rgb(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _to_linear(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _in_gamut(parts: tuple[float, float, float]) -> bool:
    return all(-0.0005 <= part <= 1.0005 for part in parts)
