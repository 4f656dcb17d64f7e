"""brat standoff read: a text and, beside it, the file of annotations that is meant by the name.

Labels come in the order of `annotation.conf`, titles and uids from our own `documents.json`, if they are in
the same folder. Spans are checked against the words that their lines give.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from annotator.errors import FormatError
from annotator.formats.base import IncomingDocument, IncomingHead, IncomingSpan, Problems, Source
from annotator.formats.brat.conf import DOCUMENTS, TYPES, documents_in, label_of, labels_in
from annotator.formats.brat.lines import Standoff
from annotator.formats.brat.places import joined, settled_claims
from annotator.formats.decoding.decode import BOM, decode_bytes, is_utf8
from annotator.formats.discontinuous import settled_parts, tell_discontinuous
from annotator.formats.left_out import EMPTY_SPANS, SAID, LeftOut
from annotator.formats.offsets import UnitTally
from annotator.formats.whole_file import read_whole
from annotator.formats.wording import wrong_value
from annotator.messages import Message, say
from annotator.model.identity import is_uid
from annotator.model.label import is_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.formats.base import Incoming, Notices, ReadOptions
    from annotator.formats.brat.lines import TextBound
    from annotator.formats.offsets import Place
    from annotator.model.label import Label
    from annotator.model.span import Parts

_OVERLAPPING: Final = say("its parts overlap, so that it is not certain what it covers")
_TEXT: Final = ".txt"
_GIVEN: Final = ".a1"
"""Of the shared tasks of BioNLP: what was given, beside which ".a2" has what was to be found."""


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The labels of the collection, if it has a list of them, and the text with its spans.

    Raises:
        FormatError: the text is not there, a line is none of brat's, a span is not where it says, ...
        OSError: a file cannot be read.
    """
    pair = _Pair(source, options)
    problems = Problems(source.name)
    standoff = pair.standoff(problems)
    text, has_mark = pair.text()
    spans = _Spans(text, options.discontinuous, problems)
    found = spans.read(standoff, has_mark=has_mark)
    problems.raise_if_any()
    told = pair.told()
    if labels := pair.labels():
        yield IncomingHead(labels=labels)
    yield IncomingDocument(text, told["title"], told["uid"], told["metadata"], found)
    standoff.tell(notices)
    spans.tell(notices)


class _Pair:
    """A file of annotations with the text that belongs to it, and what else stands beside."""

    def __init__(self, source: Source, options: ReadOptions) -> None:
        self._encoding = options.encoding
        self._path = source.path.with_suffix(".ann") if source.path.suffix == _TEXT else source.path
        self._source = source

    def standoff(self, problems: Problems) -> Standoff:
        found = Standoff()
        paths = [self._path]
        if self._path.suffix == _GIVEN and self._path.with_suffix(".a2").is_file():
            paths.append(self._path.with_suffix(".a2"))
        for path in paths:
            text, _ = self._decoded(path)
            found.take(text, problems)
        found.check(problems)
        return found

    def text(self) -> tuple[str, bool]:
        """The text, and whether a byte order mark stands before it."""
        text, has_mark = self._decoded(self._path.with_suffix(_TEXT))
        if not text:
            name = self._name(self._path.with_suffix(_TEXT))
            raise FormatError(say("{file} is empty. There is nothing to import.", file=name))
        return text, has_mark

    def labels(self) -> tuple[Label, ...]:
        """Those that the collection lists."""
        conf = self._path.with_name(TYPES)
        if not conf.is_file():
            return ()
        stamp = conf.stat()
        return _labels_of(conf, self._name(conf), self._encoding, (stamp.st_mtime_ns, stamp.st_size))

    def told(self) -> dict[str, Any]:
        """Title, uid and metadata, as our own list has them; else the file's name for a title."""
        path = self._path.with_name(DOCUMENTS)
        name = self._name(path)
        told = documents_in(path, name).get(self._path.stem)
        if told is None:
            return {"title": self._path.stem, "uid": None, "metadata": {}}
        title, uid, metadata = (
            (told.get(key) for key in ("title", "uid", "metadata")) if isinstance(told, dict) else (0, 0, 0)
        )
        sound = isinstance(metadata, dict) and all(isinstance(value, str) for value in metadata.values())
        for key, value, is_sound in (
            ("title", title, isinstance(title, str)),
            ("uid", uid, isinstance(uid, str) and is_uid(uid)),
            ("metadata", metadata, sound),
        ):
            if not is_sound:
                raise FormatError(
                    say(
                        "{file}, {name}: {problem}. Nothing was imported.",
                        file=name,
                        name=self._path.stem,
                        problem=wrong_value(key, value),
                    )
                )
        return {"title": title, "uid": uid, "metadata": metadata}

    def _decoded(self, path: Path) -> tuple[str, bool]:
        """The text of a file without a byte order mark, and whether there was one; "" for an empty file."""
        name = self._name(path)
        try:
            data = read_whole(Source(path, name))
        except FileNotFoundError as error:
            raise FormatError(
                say(
                    "{file}: {missing} is not beside it, and a text and its annotations belong together. Put "
                    "both into one folder and try again. Nothing was imported.",
                    file=self._source.name,
                    missing=path.name,
                )
            ) from error
        return _as_text(data, self._encoding, name)

    def _name(self, path: Path) -> str:
        shown, own = self._source.name, self._source.path.name
        if shown.endswith(own):
            return shown.removesuffix(own) + path.name  # ten times as quick, and four times a text
        return str(PurePath(shown).with_name(path.name))


def _as_text(data: bytes, encoding: str | None, name: str) -> tuple[str, bool]:
    utf8 = encoding is None or is_utf8(encoding)
    try:
        text = data.decode() if utf8 and b"\0" not in data else None
    except UnicodeDecodeError:
        text = None
    if text is None:
        return decode_bytes(data, encoding, name=name).text, False
    return text.removeprefix(BOM), text.startswith(BOM)


@lru_cache(1)
def _labels_of(path: Path, name: str, encoding: str | None, _stamp: tuple[int, int]) -> tuple[Label, ...]:
    """Kept for the next text of the same folder, which asks for the same file."""
    return labels_in(_as_text(read_whole(Source(path, name)), encoding, name)[0])


class _Spans:
    """Puts the spans of one text in their places."""

    def __init__(self, text: str, how: str, problems: Problems) -> None:
        self._text = text
        self._how = how
        self._problems = problems
        self._tally = UnitTally()
        self._came = LeftOut(_CAME)
        self._apart = 0

    def read(self, standoff: Standoff, *, has_mark: bool) -> tuple[IncomingSpan, ...]:
        """The spans of the text; what is wrong with them is noted."""
        lines = [span for span in standoff.spans if any(start != end for start, end in span.parts)]
        self._came.add(EMPTY_SPANS, len(standoff.spans) - len(lines))
        self._came.add("wordless", sum(line.words is None for line in lines))
        settled = settled_claims(self._text, lines, has_mark=has_mark)
        for misfit in settled.misfits:
            self._refuse(lines[misfit.number], misfit.reason)
        if not settled.misfits:
            self._tally.count(settled)
        found = []
        labels = {name: self._label(name, lines) for name in dict.fromkeys(line.label for line in lines)}
        for line, place in zip(lines, settled.places, strict=False):
            note = "\n".join(standoff.notes[line.uid]) if line.uid in standoff.notes else ""
            flags = tuple(sorted(standoff.flags[line.uid])) if line.uid in standoff.flags else ()
            for start, end, parts in (place,) if place.parts is None else self._places(line, place.parts):
                found.append(
                    IncomingSpan(start, end, labels[line.label], None, None, note, flags, parts=parts)
                )
        return tuple(found)

    def _label(self, name: str, lines: list[TextBound]) -> str:
        """The label of a type; the first span of one that can be none is refused."""
        label = label_of(name)
        if not is_name(label):
            first = next(line for line in lines if line.label == name)
            self._refuse(first, wrong_value("label", label))
        return label

    def _places(self, line: TextBound, parts: Parts) -> list[Place]:
        if any(later[0] < earlier[1] for earlier, later in pairwise(sorted(parts))):
            self._refuse(line, _OVERLAPPING)
            return []
        whole, joints = joined(self._text, parts)
        self._came.add("joined", bool(joints))
        self._came.add("touching", whole.parts is None and not joints)
        self._apart += whole.parts is not None
        found = settled_parts(whole, self._how)
        if isinstance(found, Message):
            self._refuse(line, found)
            return []
        return found

    def _refuse(self, line: TextBound, problem: Message) -> None:
        self._problems.add(
            say(
                "{file}, line {line}, span {span}: {problem}. Nothing was imported.",
                file=self._problems.source,
                line=line.line,
                span=line.uid,
                problem=problem,
            )
        )

    def tell(self, notices: Notices) -> None:
        """Say what became of spans that did not come in as they stand."""
        self._tally.tell(notices)
        tell_discontinuous(self._apart, self._how, notices)
        self._came.tell(notices)


_CAME: Final = {
    "joined": say(
        "{count} span that the file cuts at the end of a line is in one piece again."
        "|{count} spans that the file cuts at the ends of lines are in one piece again."
    ),
    "touching": say(
        "{count} span whose parts touch is in one piece now."
        "|{count} spans whose parts touch are in one piece now."
    ),
    "wordless": say(
        "{count} span has no words in the file, so that its place could not be checked."
        "|{count} spans have no words in the file, so that their places could not be checked."
    ),
    EMPTY_SPANS: SAID[EMPTY_SPANS],
}
