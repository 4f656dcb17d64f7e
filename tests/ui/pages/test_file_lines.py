from __future__ import annotations

import pytest

from annotator.ui.pages.file_lines import FileLines, named


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Sở\tB-person", ["person"]),
        ("person\tO", []),
        ("T1\tperson 0 2\tHà", ["person"]),
        ('{"label":"person","text":"a person"}', ["person"]),
        ("a person walks", []),
        ("x\tB-person\tI-person of note", ["person", "person of note"]),
    ],
)
def test_labels_are_found_where_a_line_names_them_and_not_in_the_text(line, expected):
    assert [name for _start, _end, name in named(line, ["person", "person of note"])] == expected


def test_lines_have_the_marks_of_the_labels_they_name(on_screen, library, corpus):
    labels = [row.label for row in library.labels.list(corpus.uid)]
    lines = FileLines()
    on_screen(lines, 400, 120)
    lines.show_lines(["😀\tB-" + labels[0].name, "b\tO", *["c\tO"] * 40, "the end"], labels)
    assert lines.marks(0) == (labels[0].name,)
    assert lines.marks(1) == ()
    lines.show_first("the end")
    assert lines.firstVisibleBlock().blockNumber() > 20
    assert not lines.grab().isNull()
