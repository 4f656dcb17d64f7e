from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QWidget

from annotator.model.palette import contrast
from annotator.ui import fonts, icons, theme
from annotator.ui.parts.buttons import Button, IconButton
from annotator.ui.parts.key_cap import cap_width, key_text
from annotator.ui.parts.plain_label import ElidedLabel, plain_tip
from annotator.ui.tokens import DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("dress")


@pytest.mark.parametrize(
    ("sequence", "shown"),
    [
        ("Ctrl+K", "Ctrl K"),
        ("Ctrl+Return", "Ctrl ↵"),
        ("Backspace", "⌫"),
        ("Ctrl++", "Ctrl +"),
        ("+", "+"),
        ("Ctrl+Shift+[", "Ctrl Shift ["),
        ("Ctrl+PgDown", "Ctrl PgDn"),
        ("1–5", "1–5"),
        ("Ctrl ↵", "Ctrl ↵"),
    ],
)
def test_keys_are_named_as_on_caps(sequence: str, shown: str) -> None:
    assert key_text(sequence) == shown
    assert key_text(key_text(sequence)) == shown


def test_a_single_letter_gets_a_square_cap() -> None:
    assert cap_width("K") == 18
    assert cap_width("Ctrl K") > 30


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_inks_reach_aa_on_every_ground(tokens: Tokens) -> None:
    for ground in (tokens.page, tokens.panel, tokens.selected, tokens.raised):
        for ink in (tokens.text, tokens.text2, tokens.muted):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(tokens.on, tokens.strong) >= 4.5
    assert contrast(tokens.control, tokens.page) >= 3


def test_the_bundled_fonts_have_vietnamese_and_equal_figures() -> None:
    assert fonts.interface(13, fonts.SEMIBOLD).exactMatch()
    widths = {fonts.width(figure, fonts.interface(13, tabular=True)) for figure in "0123456789"}
    assert len(widths) == 1


def test_icons_are_recoloured_and_sharp() -> None:
    image = icons.pixmap("check", "#ff0000", 16, 2.0)
    assert image.width() == 32
    picture: QImage = image.toImage()
    inks = {
        picture.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if picture.pixelColor(x, y).alpha() > 200
    }
    assert inks == {"#ff0000"}


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon", "#000000")


def test_a_button_keeps_its_word_for_screen_readers_and_finds_room_for_its_cap(qtbot: QtBot) -> None:
    plain, keyed = Button("Export"), Button("Export", key="Ctrl+E")
    qtbot.addWidget(plain)
    qtbot.addWidget(keyed)
    assert keyed.text() == "Export"
    assert keyed.sizeHint().width() > plain.sizeHint().width() + 30


def test_an_icon_button_tells_name_and_key(qtbot: QtBot) -> None:
    button = IconButton("menu")
    qtbot.addWidget(button)
    button.set_name("Menu", "F10")
    assert button.accessibleName() == "Menu"
    assert "F10" in button.toolTip()


def test_tool_tips_never_become_markup() -> None:
    assert plain_tip("<b>&</b>") == "<qt>&lt;b&gt;&amp;&lt;/b&gt;</qt>"


def test_a_cut_label_shows_itself_whole_in_its_tip(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    label = ElidedLabel("Khối thi đua các doanh nghiệp tỉnh Trà Giang", parent=host)
    label.resize(80, 20)
    host.show()
    assert "Trà Giang" in label.toolTip()
    label.resize(800, 20)
    assert label.toolTip() == ""


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_uses_tokens_only(tokens: Tokens) -> None:
    sheet = theme.style_sheet_of(tokens)
    assert "{" in sheet
    assert tokens.strong in sheet
    assert "{page}" not in sheet


def test_ticks_are_painted_in_the_accent(qtbot: QtBot) -> None:
    tick = QCheckBox("Unsure")
    qtbot.addWidget(tick)
    tick.setChecked(True)
    tick.show()
    picture = tick.grab().toImage()
    colours = {picture.pixelColor(x, picture.height() // 2).name() for x in range(4, 14)}
    assert LIGHT.accent in colours


def test_the_scheme_of_the_system_is_followed(qtbot: QtBot) -> None:
    heard: list[Tokens] = []
    theme.theme().changed.connect(heard.append)
    theme.theme().choose(theme.Scheme.DARK)
    theme.theme().choose(theme.Scheme.DARK)
    theme.theme().choose(theme.Scheme.LIGHT)
    theme.theme().changed.disconnect(heard.append)
    assert heard == [DARK, LIGHT]
