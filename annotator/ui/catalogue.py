"""Everything a person can do, as data: menus, tool tips, command palette and key sheet are made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.ui.acts import (
    backups,
    check,
    codebook,
    comfort,
    describing,
    edit_menu,
    editing,
    figures,
    file_menu,
    find,
    go_menu,
    help_menu,
    label_menu,
    packages,
    past,
    people,
    review,
    saving,
    view_menu,
    workflow,
)
from annotator.ui.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.acts.act import Act

MENUS: Final = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("Actions", "&Edit"),
    "label": QT_TRANSLATE_NOOP("Actions", "&Label"),
    "review": QT_TRANSLATE_NOOP("Actions", "&Review"),
    "go": QT_TRANSLATE_NOOP("Actions", "&Go"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
}

_PARTS: Final = (
    workflow,
    file_menu,
    saving,
    packages,
    backups,
    check,
    edit_menu,
    describing,
    label_menu,
    codebook,
    editing,
    find,
    go_menu,
    figures,
    review,
    people,
    view_menu,
    comfort,
    past,
    help_menu,
)
"""The modules that hold acts: those of the frame menu by menu, then a module a part."""


def _in_order() -> tuple[Act, ...]:
    """All acts, menu by menu, in each those of a group together, else as their parts name them."""
    places = {menu: place for place, menu in enumerate(MENUS)}
    acts = [act for part in _PARTS for act in part.ACTS]
    return tuple(sorted(acts, key=lambda act: (places[act.menu], act.group)))


CATALOGUE: Final = _in_order()

UNLISTED: Final = frozenset({"help.keys_article", "help.menu"})
"""Acts that are keys only: neither menus nor palette list them."""


@dataclass(frozen=True, slots=True)
class ArticleKey:
    """A key that the article view answers itself; listed in the key sheet."""

    keys: str
    text: str

    @property
    def cap(self) -> str:
        """The keys as a key cap shows them."""
        return self.keys.replace("Enter", "↵")


ARTICLE_KEYS: Final = (
    ArticleKey("← →", QT_TRANSLATE_NOOP("Actions", "one character")),
    ArticleKey("Ctrl ← →", QT_TRANSLATE_NOOP("Actions", "one word")),
    ArticleKey("Alt ← →", QT_TRANSLATE_NOOP("Actions", "one sentence")),
    ArticleKey("↑ ↓", QT_TRANSLATE_NOOP("Actions", "one line")),
    ArticleKey("Ctrl ↑ ↓", QT_TRANSLATE_NOOP("Actions", "one paragraph")),
    ArticleKey("Home End", QT_TRANSLATE_NOOP("Actions", "the line's ends")),
    ArticleKey("PgUp PgDn", QT_TRANSLATE_NOOP("Actions", "one page")),
    ArticleKey("Ctrl Home End", QT_TRANSLATE_NOOP("Actions", "the text's ends")),
    ArticleKey("Shift", QT_TRANSLATE_NOOP("Actions", "with any of these: select")),
)
