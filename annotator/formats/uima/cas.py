"""A UIMA CAS as we read it, whether from XMI or JSON: one text, and structures about it.

Places count UTF-16 units. Structures that are in no view are leftovers of what was deleted, and are not read.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.formats.base import IncomingDocument, IncomingLayer, IncomingSpan
from annotator.formats.left_out import CHAINED, EMPTY_SPANS, LINKS, RELATIONS, TEXTS, LeftOut
from annotator.formats.offsets import UTF16, Claim, settle
from annotator.formats.uima.cas_types import DOCUMENT, TypeSystem
from annotator.formats.uima.layers import (
    ANNOTATOR,
    LABEL_FEATURES,
    chosen_layers,
    is_analysis,
    label_of,
    short_name,
    tell_layers,
)
from annotator.formats.wording import quoted
from annotator.messages import say
from annotator.model.document import Status
from annotator.model.identity import is_uid
from annotator.model.label import is_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.formats.base import Notices, Problems, ReadOptions

INITIAL_VIEW: Final = "_InitialView"
ENTRY: Final = "annotator.Entry"
"""Our own type: what else we know of a document, a kind, a name and a value each time."""
LAYER, METADATUM, CHARACTER = "layer", "metadata", "character"
"""Kinds of entries: a layer and its status, a metadatum, a character (code point) that XML cannot hold."""

STAND_IN: Final = " "
"""What stands in an XML text for a character that cannot."""

_PLACE: Final = re.compile(r"[0-9]{1,9}")
_CODE: Final = re.compile(r"00[01][0-9A-F]|FFF[EF]")
_RELATION: Final = frozenset({"Governor", "Dependent"})
_CHAIN: Final = frozenset({"referenceType", "referenceRelation"})
_ABOUT_FILE: Final = frozenset({"CASMetadata", "SourceDocumentInformation", "TagsetDescription"})
READ: Final = frozenset(
    {*LABEL_FEATURES, ANNOTATOR, *_RELATION, *_CHAIN, "target", "name", "username"}
    | {"documentId", "documentTitle"}
)
"""The features that are looked at; `Structure.features` need hold no others."""
_NOT_A_PERSON: Final = "INITIAL_CAS"
_OF_WORDS: Final = frozenset({"Token", "Sentence"})


class Structure(NamedTuple):
    """One feature structure.

    Attributes:
        number: its id in the file.
        type: name of its type.
        begin: of an annotation; None for what is no stretch of text.
        end: of an annotation.
        features: those of `READ`, as text; of those that are references the text is empty.
    """

    number: int
    type: str
    begin: int | None
    end: int | None
    features: Mapping[str, str]


@dataclass(slots=True)
class Cas:
    """What was read of one file.

    Attributes:
        texts: name of a view -> its text.
        members: name of a view -> numbers of the structures in it; a view that says nothing has all.
        structures: all of them, in order.
        views: number of a structure -> name of the view it says it is of.
        types: what is known of them.
    """

    texts: dict[str, str] = field(default_factory=dict)
    members: dict[str, frozenset[int]] = field(default_factory=dict)
    structures: list[Structure] = field(default_factory=list)
    views: dict[int, str] = field(default_factory=dict)
    types: TypeSystem = field(default_factory=TypeSystem)

    def view(self) -> str | None:
        """The view to read: the initial one if it has a text, else the first that has; None without any."""
        return (
            INITIAL_VIEW
            if self.texts.get(INITIAL_VIEW)
            else next((n for n, t in self.texts.items() if t), None)
        )

    def of_view(self, view: str) -> list[Structure]:
        """The structures of a view."""
        inside = self.members.get(view)
        return [
            one
            for one in self.structures
            if (inside is None or one.number in inside) and self.views.get(one.number, view) == view
        ]


def document_of(cas: Cas, options: ReadOptions, problems: Problems, notices: Notices) -> IncomingDocument:
    """The document of a file with what it says of layers, spans and metadata.

    Raises:
        FormatError: no text, no layer as asked for, or places that do not fit.
    """
    view = cas.view()
    if view is None:
        problems.refuse(
            say(
                "{file}: holds no text (“sofaString”). Texts that stand elsewhere are not fetched. Nothing "
                "was imported.",
                file=problems.source,
            )
        )
    left_out = LeftOut()
    left_out.add(TEXTS, sum(map(bool, cas.texts.values())) - 1)
    members = cas.of_view(view)
    marks = _marks(cas, members, left_out)
    notices.offer("layer", sorted({one.type for one in marks}))
    chosen = _chosen(cas.types, marks, options.layer, problems.source, notices)
    about = _About(members)
    text = about.restored(cas.texts[view])
    spans = tuple(_spans(chosen, text, about, left_out, problems))
    problems.raise_if_any()
    left_out.tell(notices)
    return IncomingDocument(text, about.title, about.uid, about.metadata, spans, about.layers(spans))


def _marks(cas: Cas, members: Sequence[Structure], left_out: LeftOut) -> list[Structure]:
    """The spans of all layers; relations, chains and links are counted."""
    found = []
    for one in members:
        if one.features.keys() >= _RELATION:
            left_out.add(RELATIONS)
        elif one.begin is None or _is_about_file(one.type, cas.types):
            continue
        elif _CHAIN & one.features.keys():
            left_out.add(CHAINED)
        else:
            found.append(one)
    left_out.add(LINKS, sum(one.begin is None and "target" in one.features for one in cas.structures))
    return found


def _is_about_file(name: str, types: TypeSystem) -> bool:
    return short_name(name) in _ABOUT_FILE or DOCUMENT in types.lineage(name)


def _chosen(
    types: TypeSystem, marks: Sequence[Structure], wanted: str, file: str, notices: Notices
) -> list[Structure]:
    """The spans of the layers to read, those of their subtypes too; the others are told by layer."""
    lineages = {one.type: types.lineage(one.type) for one in marks}
    counts = Counter(layer for one in marks for layer in lineages[one.type])
    known = {**dict.fromkeys(types.spans(), 0), **counts} if wanted else counts
    layers = chosen_layers(known, wanted, file)
    read = {
        name
        for name, lineage in lineages.items()
        if layers.intersection(lineage) and (wanted or not any(map(is_analysis, lineage)))
    }
    chosen = [one for one in marks if one.type in read]
    others = Counter(one.type for one in marks if one.type not in read)
    tell_layers(
        {name: count for name, count in others.items() if not chosen or short_name(name) not in _OF_WORDS},
        notices,
    )
    return chosen


def _spans(
    marks: Sequence[Structure], text: str, about: _About, left_out: LeftOut, problems: Problems
) -> list[IncomingSpan]:
    solid = [one for one in marks if one.begin != one.end]
    left_out.add(EMPTY_SPANS, len(marks) - len(solid))
    settled = settle(text, [Claim(one.begin or 0, one.end or 0) for one in solid], (UTF16,))
    for misfit in settled.misfits:
        one = solid[misfit.number]
        problems.add(
            say(
                "{file}, {type} id {number}: {problem}; places count UTF-16 units. Nothing was imported.",
                file=problems.source,
                type=short_name(one.type),
                number=one.number,
                problem=misfit.reason,
            )
        )
    found = []
    for one, place in zip(solid, settled.places, strict=bool(settled.places)):
        label, annotator = label_of(one.type, one.features), one.features.get(ANNOTATOR) or about.owner
        for name in (label, annotator):
            if name is not None and not is_name(name):
                problems.add(
                    say(
                        "{file}, {type} id {number}: {name} can be no name of a label or annotator. Nothing "
                        "was imported.",
                        file=problems.source,
                        type=short_name(one.type),
                        number=one.number,
                        name=quoted(name),
                    )
                )
        found.append(IncomingSpan(place.start, place.end, label, annotator))
    return found


class _About:
    """What a file says of its document as a whole.

    Attributes:
        title: "" if it does not say.
        uid: None if it does not say.
        metadata: by name.
        owner: whose spans they are that say nothing themselves; None if nobody is named.
    """

    def __init__(self, members: Sequence[Structure]) -> None:
        self.title = ""
        self.uid: str | None = None
        self.metadata: dict[str, str] = {}
        self.owner: str | None = None
        self._statuses: dict[str, Status] = {}
        self._characters: dict[int, str] = {}
        for one in members:
            if one.type == ENTRY:
                self._take(one.features)
            elif short_name(one.type) == "DocumentMetaData":
                self._take_metadata(one.features)
            elif short_name(one.type) == "CASMetadata":
                user = one.features.get("username") or _NOT_A_PERSON
                self.owner = user if user != _NOT_A_PERSON and is_name(user) else None
        if len(self._statuses) == 1:
            self.owner = next(iter(self._statuses))
        elif self.owner:
            self._statuses[self.owner] = Status.NEW

    def _take(self, entry: Mapping[str, str]) -> None:
        kind, name, value = (entry.get(key, "") for key in ("kind", "name", "value"))
        if kind == LAYER and is_name(name):
            self._statuses[name] = Status(value) if value in {one.value for one in Status} else Status.NEW
        elif kind == METADATUM:
            self.metadata[name] = value
        elif kind == CHARACTER and _PLACE.fullmatch(name) and _CODE.fullmatch(value):
            self._characters[int(name)] = chr(int(value, 16))

    def _take_metadata(self, features: Mapping[str, str]) -> None:
        known = features.get("documentId", "")
        if is_uid(known):
            self.uid, known = known, ""
        self.title = features.get("documentTitle") or known

    def restored(self, text: str) -> str:
        """The text with the characters that could not stand in it."""
        if not self._characters:
            return text
        return "".join(
            self._characters.get(place, sign) if sign == STAND_IN else sign for place, sign in enumerate(text)
        )

    def layers(self, spans: Sequence[IncomingSpan]) -> tuple[IncomingLayer, ...]:
        """Every layer that is named, empty ones too."""
        named = dict.fromkeys(span.annotator for span in spans if span.annotator)
        statuses = {**{name: Status.NEW for name in named if name}, **self._statuses}
        return tuple(IncomingLayer(name, status) for name, status in statuses.items())
