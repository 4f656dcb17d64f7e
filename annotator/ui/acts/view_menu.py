"""What is shown and how: panels, sizes, light and dark, language."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import Act
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("view.left_panel", QT_TRANSLATE_NOOP("Actions", "Left panel"), ("F9",),
        QT_TRANSLATE_NOOP("Actions", "documents"), "panel-left", checkable=True),
    Act("view.right_panel", QT_TRANSLATE_NOOP("Actions", "Right panel"), ("F8",),
        QT_TRANSLATE_NOOP("Actions", "spans and what is known of them"), "panel-right", checkable=True),
    Act("view.menu_bar", QT_TRANSLATE_NOOP("Actions", "Menu bar"), (), "", "menu", checkable=True),
    Act("view.captions", QT_TRANSLATE_NOOP("Actions", "Label names under spans"), (), "", "eye", group=1,
        checkable=True),
    Act("view.larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+="), "", "zoom-in",
        group=1),
    Act("view.smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",), "", "zoom-out", group=1),
    Act("view.normal_size", QT_TRANSLATE_NOOP("Actions", "Text at 100 %"), ("Ctrl+0",), "", "", group=1),
    Act("view.compact", QT_TRANSLATE_NOOP("Actions", "Compact density"), ("Ctrl+Shift+D",),
        QT_TRANSLATE_NOOP("Actions", "lower rows, more of them in sight"), "list", group=1, checkable=True),
    Act("view.theme_system", QT_TRANSLATE_NOOP("Actions", "Light or dark as the system"), (), "", "contrast",
        group=2, checkable=True),
    Act("view.theme_light", QT_TRANSLATE_NOOP("Actions", "Light"), (), "", "sun", group=2, checkable=True),
    Act("view.theme_dark", QT_TRANSLATE_NOOP("Actions", "Dark"), (), "", "moon", group=2, checkable=True),
    Act("view.font_inter", QT_TRANSLATE_NOOP("Actions", "Article in Inter"), (), "", "", group=3,
        checkable=True),
    Act("view.font_be_vietnam_pro", QT_TRANSLATE_NOOP("Actions", "Article in Be Vietnam Pro"), (), "", "",
        group=3, checkable=True),
    Act("view.font_noto_serif", QT_TRANSLATE_NOOP("Actions", "Article in Noto Serif"), (), "", "", group=3,
        checkable=True),
    Act("view.language_system", QT_TRANSLATE_NOOP("Actions", "Language of the system"), (), "", "languages",
        group=4, checkable=True),
    Act("view.language_en", QT_TRANSLATE_NOOP("Actions", "English"), (), "", "languages", group=4,
        checkable=True),
    Act("view.language_vi", QT_TRANSLATE_NOOP("Actions", "Vietnamese"), (), "", "languages", group=4,
        checkable=True),
)
# fmt: on
