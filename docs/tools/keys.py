"""Write the tables of actions into docs/manual/keys.md, out of the catalogue that the window is made of."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.ui.catalogue import CATALOGUE, MENUS
from annotator.ui.fixed_keys import CARET, FIXED_KEYS

if TYPE_CHECKING:
    from annotator.ui.acts.act import Act

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "manual" / "keys.md"
MARK = "<!-- what follows is written by docs/tools/keys.py -->"


def key_words(act: Act) -> str:
    """The keys of an act as one reads them."""
    of_other = next((other.keys for other in CATALOGUE if other.id == act.also), ())
    keys = ", ".join(f"`{key}`" for key in (*act.keys, *of_other))
    keys = keys.replace("Return", "Enter").replace("`Del`", "`Delete`").replace("Pg", "Page")
    return ", ".join(dict.fromkeys(keys.split(", ")))


def act_row(act: Act) -> str:
    """One line of a table."""
    meaning = f" ({act.meaning})" if act.meaning else ""
    return f"| {act.text}{meaning} | {key_words(act)} |"


def tables() -> str:
    """The keys of the caret, then one table for each menu, then the other keys that cannot be changed."""
    lines = ["", "## Caret", "", "| key | goes by |", "|---|---|"]
    lines += [f"| {key.keys} | {key.text} |" for key in FIXED_KEYS[CARET]]
    for menu, acts in groupby(CATALOGUE, key=lambda act: act.menu):
        lines += ["", f"## {MENUS[menu].replace('&', '')}", "", "| action | keys |", "|---|---|"]
        lines += [act_row(act) for act in acts]
    lines += ["", "## Keys that cannot be changed", "", "| where | key | what it does |", "|---|---|---|"]
    for place, keys in FIXED_KEYS.items():
        lines += [f"| {place} | {key.keys} | {key.text} |" for key in keys if place != CARET]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the page's second part anew."""
    head, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    PAGE.write_text(head + MARK + "\n" + tables(), encoding="utf-8")


if __name__ == "__main__":
    main()
