"""Recipes are kept by name, replaced, renamed, removed, and undone like everything."""

from __future__ import annotations

import pytest

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.recipe import KeptRecipe, Recipe, Split
from annotator.services.export.recipes import ready

FLAT = Recipe("conll", layers="all", labels=("person",), nested="innermost", split=Split(seed=3))


def names(library, corpus):
    return [(each.name, each.recipe) for each in library.recipes.of(corpus)]


def test_they_are_kept_by_name_found_and_undone(library, corpus):
    library.recipes.keep(corpus, "Học máy", FLAT)
    library.recipes.keep(corpus, "Bản sao", Recipe())
    assert names(library, corpus) == [("Bản sao", Recipe()), ("Học máy", FLAT)]
    assert library.recipes.named(corpus, " HỌC máy ").recipe == FLAT
    library.recipes.keep(corpus, "học máy", Recipe(licence="CC BY 4.0"))
    assert library.recipes.keep(corpus, "học máy", Recipe(licence="CC BY 4.0")).step is None
    assert len(names(library, corpus)) == 2
    library.history.undo()
    assert library.recipes.named(corpus, "Học máy").recipe == FLAT
    assert library.checking.check().sound


def test_they_are_renamed_but_never_two_alike(library, corpus):
    uid = library.recipes.keep(corpus, "Học máy", FLAT).value.uid
    library.recipes.keep(corpus, "Bản sao", Recipe())
    assert library.recipes.rename(uid, " Học sâu ").value == KeptRecipe(uid, "Học sâu", FLAT)
    assert library.recipes.rename(uid, "Học sâu").step is None
    with pytest.raises(UserError, match=r"There is a recipe named BẢN sao already\. Choose another name\."):
        library.recipes.rename(uid, "BẢN sao")
    library.history.undo()
    assert [name for name, _ in names(library, corpus)] == ["Bản sao", "Học máy"]


def test_they_are_removed_and_come_back(library, corpus):
    uid = library.recipes.keep(corpus, "Học máy", FLAT).value.uid
    library.recipes.remove(uid)
    assert names(library, corpus) == []
    for act in (lambda: library.recipes.remove(uid), lambda: library.recipes.rename(uid, "x")):
        with pytest.raises(UserError, match=r"That recipe is no longer kept\."):
            act()
    library.history.undo()
    assert names(library, corpus) == [("Học máy", FLAT)]


def test_they_are_neither_filters_nor_of_another_corpus(library, corpus):
    other = library.corpora.create("Khác").value.uid
    library.recipes.keep(corpus, "Học máy", FLAT)
    library.filters.keep(corpus, "Học máy", "#hop", "todo")
    assert names(library, other) == []
    assert len(library.filters.of(corpus)) == len(library.recipes.of(corpus)) == 1
    with pytest.raises(UserError, match=r"no recipe “x” in this corpus\. Its recipes are: Học máy\."):
        library.recipes.named(corpus, "x")
    with pytest.raises(UserError, match="cannot be used as a name"):
        library.recipes.keep(corpus, "  ", FLAT)


def test_what_a_newer_version_chose_is_kept_but_not_run(library, corpus):
    with library.store.saving() as unit:
        home = unit.corpora.named("Báo")
        kept = KeptRecipe("u", "Mới", FLAT, {"shuffled": True})
        unit.recipes.keep(
            home, kept, unit.step("recipe", say("Recipe {name} kept", name="Mới"), corpus_key=home)
        )
        unit.commit()
    assert library.recipes.rename("u", "Mới hơn").value.unknown == {"shuffled": True}
    found = library.recipes.named(corpus, "Mới hơn")
    assert found.unknown == {"shuffled": True}
    with pytest.raises(UserError, match=r"kept by a newer version and has choices .*: shuffled"):
        ready(found)
    assert ready(library.recipes.keep(corpus, "Mới hơn", FLAT).value) == FLAT


def test_a_recipe_goes_with_its_labels(library, corpus):
    labels = {each.label.name: each.label.uid for each in library.labels.list(corpus)}
    wanted = ("person", "award", "campaign")
    library.recipes.keep(corpus, "Học máy", Recipe(labels=wanted))
    library.recipes.keep(corpus, "Tất cả", Recipe())
    library.labels.change(labels["person"], corpus=corpus, name="nhân vật")
    library.labels.merge(labels["award"], labels["campaign"], corpus=corpus)
    library.labels.change(labels["campaign"], corpus=corpus, name="Chiến dịch")
    kept = library.recipes.named(corpus, "Học máy")
    assert kept.recipe.labels == ("nhân vật", "Chiến dịch")
    assert library.recipes.named(corpus, "Tất cả").recipe == Recipe()
    library.recipes.require_labels(corpus, kept)
    library.labels.add(corpus, "Person")
    assert library.recipes.named(corpus, "Học máy").recipe.labels == ("Person", "Chiến dịch")


def test_a_recipe_says_which_of_its_labels_are_gone(library, corpus):
    labels = {each.label.name: each.label.uid for each in library.labels.list(corpus)}
    kept = library.recipes.keep(corpus, "Học máy", Recipe(labels=("award", "person"))).value
    library.labels.remove(labels["award"], corpus=corpus)
    assert library.recipes.named(corpus, "Học máy").recipe.labels == ("award", "person")
    with pytest.raises(UserError, match=r"recipe “Học máy” asks for labels .*: award\. Its labels are: pers"):
        library.recipes.require_labels(corpus, kept)
