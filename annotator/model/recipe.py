"""A recipe: every choice of an export but where it goes; kept in the library by name, and run again.

The same library and the same recipe give the same bytes, so nothing here depends on a machine, a language
or a time.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Final, Literal

from annotator.model.document import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

Layers = Literal["one", "gold", "all"]
People = Literal["", "names", "pseudonyms"]
Together = Literal["text", "source", "date"]

SCHEMES: Final = ("iob1", "iob2", "bioes", "bilou", "io")
TOKENS: Final = ("syllables", "words", "characters")
NESTED: Final = ("outermost", "innermost", "levels", "per-label", "refuse")
EDGES: Final = ("drop", "widen", "narrow")
PEOPLE: Final = ("", "names", "pseudonyms")
TOGETHER: Final[tuple[Together, ...]] = ("text", "source", "date")
PARTS: Final = ("train", "dev", "test")
"""Parts of a split, in the order of its shares."""


@dataclass(frozen=True, slots=True)
class Split:
    """How documents are dealt out to train, dev and test.

    Attributes:
        shares: percentages of the three, which make 100.
        seed: equal seeds deal equal documents out equally.
        together: what keeps documents in one part: "text" (the same or nearly the same), "source", "date"
            (equal metadata of that name).
        stratified: whether each part gets its share of every label, as near as whole groups allow.
    """

    shares: tuple[int, int, int] = (80, 10, 10)
    seed: int = 0
    together: tuple[Together, ...] = ("text",)
    stratified: bool = True


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is exported, and in what form.

    Attributes:
        format: one of `formats.registry.WRITABLE`.
        layers: "one" person's, "gold", or "all" but gold.
        annotator: name or uid of the one person; "" for the only one there is.
        status: only documents of this status; None for all.
        search: only documents that fit these words and conditions, as in the document list; "" for all.
        labels: only spans of these labels, by name; empty for all.
        with_tags: only documents that have one of these tags; empty for all.
        without_tags: no document that has one of these.
        without_flags: no span that has one of these flags.
        people: whether annotators are named or numbered in files: "names", "pseudonyms", or "" for what is
            usual: own JSONL, which is for ourselves and loses nothing, names them, all others number them.
        scheme: of tags, one of `SCHEMES`.
        tokens: what gets a tag, one of `TOKENS`.
        nested: what becomes of spans within spans where a token has one tag, one of `NESTED`.
        edges: what becomes of spans that do not begin and end where tokens do, one of `EDGES`.
        split: None for one part.
        licence: of the data, for its card; "" for none named.
        card: whether README.md and manifest.json stand beside a single file; folders always have them.
    """

    format: str = "jsonl"
    layers: Layers = "one"
    annotator: str = ""
    status: Status | None = None
    labels: tuple[str, ...] = ()
    with_tags: tuple[str, ...] = ()
    without_tags: tuple[str, ...] = ()
    without_flags: tuple[str, ...] = ()
    people: People = ""
    scheme: str = "iob2"
    tokens: str = "syllables"
    nested: str = "outermost"
    edges: str = "drop"
    split: Split | None = None
    licence: str = ""
    card: bool = False
    search: str = ""

    @property
    def names_people(self) -> bool:
        """Whether annotators stand in the files by their names."""
        return self.people == "names" or (not self.people and self.format == "jsonl")


@dataclass(frozen=True, slots=True)
class KeptRecipe:
    """A recipe that a corpus keeps.

    Attributes:
        uid: of the record.
        name: as the person wrote it; unique in the corpus without regard to case.
        recipe: the choices.
        unknown: choices that a newer version of the program kept and this one does not know, as they were.
    """

    uid: str
    name: str
    recipe: Recipe
    unknown: Mapping[str, Any] = field(default_factory=dict)


def dump(recipe: Recipe, unknown: Mapping[str, Any] | None = None) -> str:
    """The recipe as JSON text with sorted keys, only what is not as in `Recipe()`, and what is unknown."""
    usual = asdict(Recipe())
    chosen = {name: value for name, value in asdict(recipe).items() if value != usual[name]}
    if recipe.status is not None:
        chosen["status"] = recipe.status.value
    return json.dumps({**(unknown or {}), **chosen}, ensure_ascii=False, sort_keys=True)


def load(stored: str) -> tuple[Recipe, dict[str, Any]]:
    """The recipe that `dump` wrote, and what of it this version does not know.

    A value that is none of those a choice has is among the unknown, and the choice is as usual.

    Raises:
        ValueError: it is not JSON, or no object.
    """
    found = json.loads(stored)
    if not isinstance(found, dict):
        raise ValueError(stored)  # noqa: TRY004  (bad data, not a bad argument)
    known: dict[str, Any] = {}
    unknown: dict[str, Any] = {}
    for name, value in found.items():
        read = _READERS.get(name)
        kept = None if read is None else read(value)
        (unknown if kept is None else known)[name] = value if kept is None else kept
    return replace(Recipe(), **known), unknown


def _word(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _words(value: object) -> tuple[str, ...] | None:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    return None


def _status(value: object) -> Status | None:
    return Status(value) if value in {each.value for each in Status} else None


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _split(value: object) -> Split | None:
    if not isinstance(value, dict) or set(value) - {each.name for each in fields(Split)}:
        return None
    shares = value.get("shares", [80, 10, 10])
    seed, stratified = value.get("seed", 0), value.get("stratified", True)
    together = _words(value.get("together", ["text"]))
    if (
        not are_shares(shares)
        or type(seed) is not int
        or together is None
        or not set(together) <= set(TOGETHER)
    ):
        return None
    chosen: tuple[Together, ...] = tuple(each for each in TOGETHER if each in together)
    return Split((shares[0], shares[1], shares[2]), seed, chosen, bool(stratified))


def are_shares(value: object) -> bool:
    """Whether these are three whole percentages, none below 0, that make 100."""
    return (
        isinstance(value, list | tuple)
        and len(value) == len(PARTS)
        and all(type(each) is int and each >= 0 for each in value)
        and sum(value) == 100
    )


def _one_of(known: tuple[str, ...]) -> Any:
    return lambda value: value if value in known else None


_READERS: Final[dict[str, Any]] = {
    "format": _word,
    "layers": _one_of(("one", "gold", "all")),
    "annotator": _word,
    "status": _status,
    "search": _word,
    "labels": _words,
    "with_tags": _words,
    "without_tags": _words,
    "without_flags": _words,
    "people": _one_of(PEOPLE),
    "scheme": _one_of(SCHEMES),
    "tokens": _one_of(TOKENS),
    "nested": _one_of(NESTED),
    "edges": _one_of(EDGES),
    "split": _split,
    "licence": _word,
    "card": _truth,
}
