"""What is on, for the ticks in the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui import theme
from annotator.ui.density import COMPACT
from annotator.ui.motion import motion

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


def acts_that_are_on(window: MainWindow) -> set[str]:
    """Ids of the checkable acts that are on now."""
    now, place = window.personal.now, window.place
    chosen = {
        f"view.theme_{now.theme}",
        f"view.language_{now.language}",
        "view.font_" + now.reading_font.lower().replace(" ", "_"),
        *(f"view.{side}_panel" for side in ("left", "right") if place.is_panel_shown(side)),
    }
    switched = {
        "label.exact": now.exact_selection,
        "label.brush": place.session.brush.label is not None,
        "view.captions": now.captions_shown,
        "view.history": place.guest_name == "history",
        "view.compact": now.density == COMPACT,
        "view.high_contrast": theme.current().is_strong,
        "view.less_motion": motion().is_reduced,
        "view.menu_bar": not window.menuBar().isHidden(),
    }
    return chosen | {act for act, is_on in switched.items() if is_on}
