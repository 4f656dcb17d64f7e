"""Card and manifest: what they tell is so, they name every file, and no one who is to stay unnamed."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator import __version__
from annotator.formats.base import OutgoingHead
from annotator.messages import say
from annotator.model.codebook import Guidance
from annotator.model.document import Annotator, Corpus
from annotator.model.label import Label
from annotator.model.recipe import Recipe, Split
from annotator.services.export.cards import CARD, add_cards, explainers, guideline_sha256
from annotator.services.export.facts import ExportFacts, Kind, PartCounts, WrittenPart
from annotator.services.export.folder import MANIFEST
from annotator.services.export.target import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

PERSON = Label("l1", "person", "#aa0000", definition="A human being | with a <name>.\nNo titles.")
AWARD = Label("l2", "# award", "#00aa00")
HEAD = OutgoingHead(
    Corpus("c", "Tin *thi đua*", guidelines="1. Mark whole names.\n\n- No quotes."),
    (PERSON, AWARD),
    (Annotator("a1", "A1"),),
    {"l1": Guidance("l1", use_when="there is a name", avoid_when="")},
)
DATA = b"{}\n"


@dataclass
class Shelf:
    """A target in memory."""

    written: list[Written] = field(default_factory=list)
    bytes_of: dict[str, bytes] = field(default_factory=dict)

    @contextlib.contextmanager
    def beside(self, name: str) -> Iterator[io.BytesIO]:
        stream = io.BytesIO()
        yield stream
        self.put(name, stream.getvalue(), holds_documents=False)

    def put(self, name: str, data: bytes, *, holds_documents: bool = True) -> None:
        self.bytes_of[name] = data
        self.written.append(Written(name, Path(name), hashlib.sha256(data).hexdigest(), holds_documents))


def facts(recipe: Recipe, *, parts: tuple[str, ...] = ("",), lost: int = 0) -> ExportFacts:
    written = tuple(
        WrittenPart(
            PartCounts(name, 2, 5 - lost, {"person": 4, "# award": 1}, 1),
            ((f"{name or 'data'}.jsonl", hashlib.sha256(DATA).hexdigest(), True),),
        )
        for name in parts
    )
    kinds = (Kind(say("It lies within another."), lost),) if lost else ()
    notes = (say("Notes of spans are not in the file."),)
    return ExportFacts(
        recipe=recipe,
        head=HEAD,
        parts=written,
        spans=5 * len(parts),
        spans_recovered=(5 - lost) * len(parts),
        documents_recovered=2 * len(parts),
        lost=kinds,
        notes=notes,
    )


def made(told: ExportFacts, *, in_folder: bool = True) -> Shelf:
    shelf = Shelf()
    for part in told.parts:
        shelf.put(part.files[0][0], DATA)
    add_cards(shelf, told, in_folder=in_folder)
    return shelf


def manifest(shelf: Shelf) -> dict:
    return json.loads(shelf.bytes_of[MANIFEST])


def test_the_manifest_names_every_file_but_itself_with_its_sum() -> None:
    shelf = made(facts(Recipe(split=Split(seed=5)), parts=("train", "dev", "test")))
    named = {file["name"]: file["sha256"] for file in manifest(shelf)["files"]}

    assert set(named) == set(shelf.bytes_of) - {MANIFEST}
    assert all(hashlib.sha256(shelf.bytes_of[name]).hexdigest() == sum_ for name, sum_ in named.items())
    assert manifest(shelf)["files"][0] | {"sha256": ""} == {
        "name": "train.jsonl", "sha256": "", "documents": 2, "spans": 5
    }  # fmt: skip


def test_the_manifest_tells_counts_tool_seed_and_losses() -> None:
    told = manifest(made(facts(Recipe("conll", split=Split(seed=5), licence="CC BY 4.0"), lost=2)))

    assert (told["seed"], told["licence"], told["tool"]["version"]) == (5, "CC BY 4.0", __version__)
    assert (told["documents"], told["spans"], told["spans_written"], told["spans_recovered"]) == (2, 5, 3, 3)
    assert told["lost"] == [{"reason": "It lies within another.", "count": 2}]
    assert told["parts"][0]["labels"] == {"person": 4, "# award": 1}
    assert told["documents_recovered"] == 2
    assert told["agreement"] is None


def test_the_card_says_all_of_it_to_people() -> None:
    page = made(facts(Recipe("conll", licence="CC BY 4.0"), lost=1)).bytes_of[CARD].decode()

    assert page.startswith("# Tin \\*thi đua\\*\n")
    for said in (
        "- Spans: 4 of 5 chosen",
        "- Read back: 2 of 2 texts and 4 of 4 spans were found again in the files, each in its place",
        "- Licence: CC BY 4.0",
        "- Agreement between annotators: not known, for no two people marked",
        "| spans of **person** | 4 |",
        "- A1 (person)",
        "- 1 span: It lies within another.",
        "- Notes of spans are not in the file.",
        "  - Use when: there is a name",
        f"| data.jsonl | {hashlib.sha256(DATA).hexdigest()} |",
    ):
        assert said in page


def test_what_people_wrote_makes_no_markup() -> None:
    page = made(facts(Recipe())).bytes_of[CARD].decode()

    assert "- **person**: A human being \\| with a \\<name\\>. No titles." in page
    assert "> 1\\. Mark whole names.\n>\n> \\- No quotes." in page
    assert "- **\\# award**\n" in page


@pytest.mark.parametrize(
    "recipe", [Recipe("conll", annotator="Lan"), Recipe(annotator="Lan", people="pseudonyms")]
)
def test_who_is_to_stay_unnamed_is_named_nowhere(recipe: Recipe) -> None:
    shelf = made(facts(recipe))
    assert all("Lan" not in data.decode() for data in shelf.bytes_of.values())
    assert manifest(shelf)["recipe"]["annotator"] == "A1"


def test_a_single_file_has_a_card_only_when_it_is_wished() -> None:
    assert set(made(facts(Recipe()), in_folder=False).bytes_of) == {"data.jsonl"}
    assert explainers(Recipe()) == ()
    recipe = Recipe(card=True)
    assert set(made(facts(recipe), in_folder=False).bytes_of) == {"data.jsonl", *explainers(recipe)}


def test_a_card_that_the_format_wrote_itself_stays() -> None:
    shelf = Shelf()
    shelf.put(CARD, b"mine", holds_documents=False)
    add_cards(shelf, facts(Recipe()), in_folder=True)

    assert shelf.bytes_of[CARD] == b"mine"
    assert [file["name"] for file in manifest(shelf)["files"]] == [CARD]


def test_the_guideline_has_another_version_as_soon_as_it_says_something_else() -> None:
    other = OutgoingHead(HEAD.corpus, (PERSON,), (), HEAD.guidance)
    told = OutgoingHead(HEAD.corpus, HEAD.labels, (), {"l1": Guidance("l1", use_when="always")})

    assert len({guideline_sha256(head) for head in (HEAD, other, told)}) == 3
    assert guideline_sha256(HEAD) == guideline_sha256(
        OutgoingHead(HEAD.corpus, HEAD.labels, (), HEAD.guidance)
    )


def test_a_card_names_no_more_files_than_a_person_reads() -> None:
    shelf, told = Shelf(), facts(Recipe("brat"))
    for number in range(60):
        shelf.put(f"{number}.ann", DATA)
    add_cards(shelf, told, in_folder=True)

    assert "And 10 more, which manifest.json names." in shelf.bytes_of[CARD].decode()
    assert len(manifest(shelf)["files"]) == 61
