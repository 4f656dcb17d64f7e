from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.language import chosen_language, persons_language
from annotator.messages import load_catalogue, say
from annotator.settings import PreferencesFile

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "vi_VN"}, "vi"),
        ({"LANG": "vi_VN", "LC_ALL": ""}, "vi"),
        ({"LANG": "fr_FR@euro"}, "en"),
    ],
)
def test_the_first_setting_that_is_set_decides(environ: dict[str, str], language: str) -> None:
    assert chosen_language(None, environ) == language


def test_what_was_asked_for_goes_before_the_system() -> None:
    assert chosen_language("en", {"LANG": "vi_VN"}) == "en"


def test_the_preferences_go_before_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert persons_language() == "en"
    PreferencesFile().change(lambda old: replace(old, language="vi"))
    assert persons_language() == "vi"
    assert persons_language("en") == "en"


def test_catalogues_of_a_folder_are_one(tmp_path: Path) -> None:
    for name, entries in (("a", {"One": "Một"}), ("b", {"{count} span|{count} spans": "{count} nhãn"})):
        (tmp_path / f"{name}.json").write_text(json.dumps(entries), encoding="utf-8")
    catalogue = load_catalogue(tmp_path)
    assert say("One").render(catalogue) == "Một"
    assert say("{count} span|{count} spans", count=2).render(catalogue) == "2 nhãn"
