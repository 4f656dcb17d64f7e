"""The chrome's colours as data, one set for light and one for dark; nothing else names a chrome colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tokens:
    """Chrome colours as "#rrggbb" (or "#aarrggbb" where see-through)."""

    is_dark: bool
    page: str
    panel: str
    raised: str
    sunken: str
    line: str
    control: str
    text: str
    text2: str
    muted: str
    faint: str
    accent: str
    strong: str
    strong_hover: str
    on: str
    selected: str
    hover: str
    pressed: str
    selection: str
    ok: str
    ok_tint: str
    warn: str
    warn_tint: str
    bad: str
    bad_tint: str
    scrim: str


LIGHT: Final = Tokens(
    is_dark=False,
    page="#ffffff",
    panel="#f6f7f9",
    raised="#ffffff",
    sunken="#eceef2",
    line="#e2e5ea",
    control="#7d8796",
    text="#1b1f27",
    text2="#434b58",
    muted="#5c6573",
    faint="#7d8796",
    accent="#2563eb",
    strong="#1d4ed8",
    strong_hover="#1e40af",
    on="#ffffff",
    selected="#e4ecfd",
    hover="#edeff3",
    pressed="#e1e4ea",
    selection="#382563eb",
    ok="#15703a",
    ok_tint="#e3f4e8",
    warn="#835400",
    warn_tint="#fbf0d9",
    bad="#b3261e",
    bad_tint="#fce8e6",
    scrim="#471b1f27",
)

DARK: Final = Tokens(
    is_dark=True,
    page="#14171c",
    panel="#1a1e24",
    raised="#22272f",
    sunken="#262c35",
    line="#2c323b",
    control="#727c8b",
    text="#dde2ea",
    text2="#b9c1cd",
    muted="#99a2b1",
    faint="#727c8b",
    accent="#60a5fa",
    strong="#93c5fd",
    strong_hover="#b4d5fe",
    on="#0d1420",
    selected="#1f304d",
    hover="#232931",
    pressed="#2c333d",
    selection="#4560a5fa",
    ok="#6fcf8e",
    ok_tint="#17301f",
    warn="#e8b45a",
    warn_tint="#382a0d",
    bad="#f28b82",
    bad_tint="#401f1d",
    scrim="#8c06080b",
)
