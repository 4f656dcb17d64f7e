"""What high contrast promises, counted; and that nothing moves where nothing is to move."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from annotator.model.palette import contrast, label_colours, offered_colours
from annotator.ui import theme
from annotator.ui.editor.shine import Shine
from annotator.ui.motion import motion
from annotator.ui.tokens import DARK, DARK_STRONG, LIGHT, LIGHT_STRONG, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

GROUNDS = ("page", "panel", "raised", "sunken", "selected", "hover", "pressed")
both = pytest.mark.parametrize("tokens", [LIGHT_STRONG, DARK_STRONG], ids=["light", "dark"])


@both
def test_words_have_ten_to_one_on_every_ground(tokens: Tokens) -> None:
    pairs = [(ink, ground) for ink in ("text", "text2", "muted") for ground in GROUNDS]
    pairs += [(ink, ground) for ink in ("ok", "warn", "bad") for ground in ("page", "panel", f"{ink}_tint")]
    pairs += [("strong", ground) for ground in ("page", "panel", "raised", "sunken")]
    pairs += [("on", "strong"), ("on", "strong_hover")]
    weak = {pair: contrast(*(getattr(tokens, name) for name in pair)) for pair in pairs}
    assert {pair: value for pair, value in weak.items() if value < 10} == {}


@both
def test_lines_edges_and_the_ring_have_four_and_a_half(tokens: Tokens) -> None:
    pairs = [(line, ground) for line in ("line", "control", "accent", "faint") for ground in GROUNDS]
    weak = {pair: contrast(*(getattr(tokens, name) for name in pair)) for pair in pairs}
    assert {pair: value for pair, value in weak.items() if value < 4.5} == {}


COLOURS = st.one_of(
    st.sampled_from(offered_colours()), st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
)


@given(COLOURS, st.sampled_from([LIGHT_STRONG, DARK_STRONG]))
def test_labels_of_any_colour_have_strong_ink_and_lines(colour: str, tokens: Tokens) -> None:
    made = label_colours(colour, tokens.is_dark, True)
    assert contrast(made.ink, tokens.page) >= 10
    assert contrast(made.line, tokens.page) >= 4.5
    assert contrast(made.solid, made.on_solid) >= 10
    assert min(contrast(tokens.text, tint) for tint in (made.tint, made.tint2, made.tint3)) >= 10


@pytest.fixture
def dressed(qtbot: QtBot) -> Iterator[theme.Theme]:
    yield theme.theme()
    theme.theme().install(theme.Scheme.LIGHT)


def test_contrast_is_chosen_apart_from_light_and_dark(
    dressed: theme.Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    dressed.install(theme.Scheme.DARK, theme.Contrast.MORE)
    assert theme.current() is DARK_STRONG
    dressed.choose(theme.Scheme.LIGHT, theme.Contrast.MORE)
    assert theme.current() is LIGHT_STRONG
    dressed.choose(theme.Scheme.DARK, theme.Contrast.NORMAL)
    assert theme.current() is DARK
    monkeypatch.setattr(theme, "system_wants_contrast", lambda: True)
    dressed.choose(theme.Scheme.LIGHT, theme.Contrast.NORMAL)
    assert theme.current() is LIGHT
    dressed.choose(theme.Scheme.LIGHT)
    assert theme.current() is LIGHT_STRONG


@pytest.fixture
def still(qapp: QApplication) -> Iterator[None]:
    motion().choose("none")
    yield
    motion().choose("system")


def test_nothing_shines_and_no_clock_runs_where_nothing_is_to_move(still: None) -> None:
    shine = Shine()
    shine.light(["a span"])
    assert shine.brightness == {}
    assert not shine._timer.isActive()
    assert QApplication.cursorFlashTime() == 0


def test_a_view_jumps_instead_of_gliding(qtbot: QtBot, still: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from annotator.model.changes import LayerState
    from annotator.ui.editor import page
    from annotator.ui.editor.article_view import ArticleView

    monkeypatch.setattr(page.QGuiApplication, "platformName", lambda: "xcb")
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(600, 200)
    view.show()
    text = "Một dòng.\n" * 60
    view.show_document(text, LayerState.of(len(text), ()), ())
    view._glide_by(40)
    assert not view._glide._timer.isActive()
    assert view.scroll_y() == 40
    motion().choose("full")
    view._glide_by(40)
    assert view._glide._timer.isActive()
    view._glide.stop()


def test_what_qt_moves_comes_back_with_motion(qapp: QApplication) -> None:
    before = QApplication.cursorFlashTime()
    motion().choose("none")
    motion().choose("none")
    motion().choose("full")
    assert QApplication.cursorFlashTime() == before
    assert not motion().is_reduced
    motion().choose("system")


@pytest.mark.parametrize(("told", "is_still"), [("ReducedMotion", True), ("NoPreference", False)])
def test_a_system_that_asks_for_less_motion_is_obeyed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, told: str, is_still: bool
) -> None:
    wish = SimpleNamespace(motionPreference=lambda: SimpleNamespace(name=told))
    monkeypatch.setattr("annotator.ui.motion._accessibility", lambda: wish)
    before = QApplication.cursorFlashTime()
    motion().choose("system")
    assert motion().is_reduced is is_still
    assert (QApplication.cursorFlashTime() == 0) is is_still
    motion().choose("full")
    assert not motion().is_reduced
    assert QApplication.cursorFlashTime() == before
    monkeypatch.setattr("annotator.ui.motion._accessibility", lambda: None)
    motion().choose("system")
    assert not motion().is_reduced
