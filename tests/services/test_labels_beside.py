"""Labels that came with a package stand beside the label set: usable, drawn and exported, but on no key."""

from __future__ import annotations

import pytest
from colleagues import mark, uid_of

from annotator.model.label import standard_label_uid
from annotator.model.recipe import Recipe

PERSON = standard_label_uid("person")


@pytest.fixture
def beside(lead, lan, handed_out):
    """The uid of a label that Lan made and used, and that the lead's set does not have."""
    own = lan.library.labels.add(lan.corpus, "địa danh", key="6").value
    mark(lan, handed_out[0], 0, 3, own.uid)
    lead.take(lan.package("return", "Lan"))
    return own.uid


def _state(lead):
    return [
        (each.label.name, each.label.key, each.is_offered) for each in lead.library.labels.list(lead.corpus)
    ]


def test_it_is_behind_the_set_and_on_no_key(lead, beside):
    assert _state(lead)[-1] == ("địa danh", "", False)
    assert all(offered for _, _, offered in _state(lead)[:-1])
    with lead.library.store.reading() as view:
        home = view.corpora.key_of(lead.corpus)
        usable, active = view.labels.usable(home), view.labels.active(home)
    assert [label.uid for key, label in usable.items() if key not in active] == [beside]
    assert list(active) == list(usable)[:-1]


def test_it_can_be_used_and_is_exported(lead, beside, tmp_path):
    mark(lead, lead.documents[1], 0, 2, beside, "Lan")
    lead.library.exporting.export(lead.corpus, Recipe("jsonl"), str(tmp_path / "out.jsonl"))
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8").count("địa danh") >= 2
    opened = lead.library.documents.open(lead.documents[0], uid_of(lead, "Lan"))
    assert opened.labels[-1].uid == beside


def test_a_key_makes_it_one_of_the_set(lead, beside):
    lead.library.labels.change(beside, corpus=lead.corpus, key="đ")
    assert _state(lead)[-1] == ("địa danh", "đ", True)
    lead.library.history.undo()
    lead.library.labels.swap_keys(PERSON, beside, corpus=lead.corpus)
    assert _state(lead)[0][1:] == ("", True)
    assert _state(lead)[-1][2]
    assert lead.problems() == []


def test_put_before_one_of_the_set_it_is_of_the_set(lead, beside):
    lead.library.labels.reorder(lead.corpus, [beside])
    assert _state(lead)[0] == ("địa danh", "", True)
    assert lead.library.labels.reorder(lead.corpus, [beside]).step is None


def test_a_label_set_that_is_saved_has_the_set_alone(lead, beside, tmp_path):
    file = tmp_path / "set.json"
    lead.library.presets.save(lead.corpus, "Bộ", str(file))
    words = file.read_text(encoding="utf-8")
    assert '"person"' in words and "địa danh" not in words
