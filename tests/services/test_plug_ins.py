"""The worked example of docs/plug-ins.md works: it is taken from the page, and goes out and in again."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.errors import FormatError
from annotator.formats import registry
from annotator.formats.base import Notices, ReadOptions, Source
from annotator.model.recipe import Recipe
from annotator.paths import resource

if TYPE_CHECKING:
    from types import ModuleType

PAGE = Path(__file__).resolve().parents[2] / "docs" / "plug-ins.md"
MODULE, ROW = re.findall(
    r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
)


def loaded(folder: Path, name: str, source: str) -> ModuleType:
    path = folder / f"{name}.py"
    path.write_text(source, encoding="utf-8")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The example, as if its file and its row were in their places."""
    row = loaded(tmp_path, "row", f"from annotator.formats.registry import Format\nROW = {{{ROW}}}\n").ROW
    module = loaded(tmp_path, "marks", MODULE)
    monkeypatch.setitem(sys.modules, "annotator.formats.marks", module)
    monkeypatch.setattr(registry, "FORMATS", {**registry.FORMATS, **row})
    monkeypatch.setattr(registry, "READABLE", (*registry.READABLE, *row))
    monkeypatch.setattr(registry, "WRITABLE", (*registry.WRITABLE, *row))
    return module


@pytest.mark.usefixtures("marks")
def test_the_example_goes_out_and_is_found_again_and_comes_in(library, tmp_path) -> None:
    library.importing.import_paths([str(resource("samples", "sample-corpus.jsonl"))], "Mẫu")
    output = tmp_path / "o.marks"
    result = library.exporting.export("Mẫu", Recipe("marks", layers="all"), str(output))

    assert result.spans_recovered == result.spans_written == result.spans - len(result.lost)
    assert result.spans_written > 100
    report = library.importing.import_paths([str(output)], "Mới", format="marks")
    assert [(file.accepted, file.documents) for file in report.files] == [(True, result.documents)]


@pytest.mark.parametrize(
    "line", ["[]", '["An", [[0, 3, "person"]]]', '["An", [[0, 1]]]', '["", []]', "{", "3"]
)
def test_the_example_refuses_what_is_not_sound(marks, tmp_path, line) -> None:
    path = tmp_path / "a.marks"
    path.write_text(f'["An", []]\n{line}\n', encoding="utf-8")

    with pytest.raises(FormatError, match=r"^a, line 2: .*Nothing was imported\.$"):
        list(marks.read(Source(path, "a"), ReadOptions(), Notices()))


def test_the_page_names_every_field_of_a_format() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert not [name for name in registry.Format.__dataclass_fields__ if f"`{name}`" not in page]
