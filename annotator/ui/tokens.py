"""The chrome's colours as data: light and dark, each also in high contrast; only here are they named.

In high contrast words have 10:1 on every ground they may stand on; lines, edges and what is disabled 4.5:1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tokens:
    """Chrome colours as "#rrggbb" (or "#aarrggbb" where see-through)."""

    is_dark: bool
    is_strong: bool
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
    is_strong=False,
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
    is_strong=False,
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

LIGHT_STRONG: Final = Tokens(
    is_dark=False,
    is_strong=True,
    page="#ffffff",
    panel="#f7f8fa",
    raised="#ffffff",
    sunken="#e9ecf1",
    line="#58606c",
    control="#4a525e",
    text="#000000",
    text2="#14181f",
    muted="#262c36",
    faint="#545c68",
    accent="#0b3fc4",
    strong="#002a8f",
    strong_hover="#001f6b",
    on="#ffffff",
    selected="#d6e3ff",
    hover="#e9ecf1",
    pressed="#d9dee6",
    selection="#4d0b3fc4",
    ok="#003d1a",
    ok_tint="#e3f4e8",
    warn="#472c00",
    warn_tint="#fbf0d9",
    bad="#6b0d08",
    bad_tint="#fdeceb",
    scrim="#661b1f27",
)

DARK_STRONG: Final = Tokens(
    is_dark=True,
    is_strong=True,
    page="#000000",
    panel="#0b0d11",
    raised="#11141a",
    sunken="#1f242c",
    line="#929cab",
    control="#a3acba",
    text="#ffffff",
    text2="#f1f3f7",
    muted="#dfe4ec",
    faint="#8f99a8",
    accent="#8cc4ff",
    strong="#b7daff",
    strong_hover="#d6eaff",
    on="#000000",
    selected="#14305c",
    hover="#1c2129",
    pressed="#2a313b",
    selection="#6660a5fa",
    ok="#a3f0bd",
    ok_tint="#0d2416",
    warn="#ffd88a",
    warn_tint="#2b1f06",
    bad="#ffc9c4",
    bad_tint="#331412",
    scrim="#a606080b",
)
