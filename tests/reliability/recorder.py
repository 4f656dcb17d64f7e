"""What a disk may hold after the power went: every file call of a program is written down, then replayed.

`record` runs a program under the library made of `recorder.c`. A `Disk` replays what it did up to any call
and gives what could be found there afterwards, by four models:

- ALL: every call took effect, as after kill -9.
- SYNCED: names are there at once, contents only where they were synced.
- STRICT: names, too, only where their folder was synced.
- MIXED: of what was not synced some calls took effect and some did not, and of a write perhaps some sectors.
"""

from __future__ import annotations

import enum
import os
import shutil
import struct
import subprocess
from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Mapping, Sequence

SOURCE: Final = Path(__file__).with_name("recorder.c")
NO_COMPILER: Final = "without Linux and a C compiler no file calls can be recorded, so no power cut is tried"
_HEAD: Final = struct.Struct("=cQqII")
_SECTOR: Final = 512


class Model(enum.Enum):
    """Which of the calls before the cut count (see the module)."""

    ALL = "all"
    SYNCED = "synced"
    STRICT = "strict"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Call:
    """One recorded call: its kind is the letter that `recorder.c` gives it, `A` for what was told."""

    kind: str
    inode: int
    number: int
    name: str
    rest: bytes


@dataclass(frozen=True, slots=True)
class Recording:
    """What a program did, how it ended, and what it said of errors."""

    calls: Sequence[Call]
    status: int
    errors: str


def build(folder: Path) -> Path | None:
    """The compiled recorder in `folder`; None where there is no compiler or the system is not Linux."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or os.uname().sysname != "Linux":
        return None
    made = folder / "recorder.so"
    if not made.exists():
        subprocess.run(
            [compiler, "-shared", "-fPIC", "-O1", "-o", made, SOURCE, "-ldl", "-lpthread"], check=True
        )
    return made


def record(
    recorder: Path, root: Path, command: Sequence[str], environment: Mapping[str, str], log: Path
) -> Recording:
    """Run a program and write down what it does below `root`; its standard output is what it told."""
    out, into = os.pipe()
    surroundings = {
        **environment,
        "LD_PRELOAD": str(recorder),
        "RECORDER_ROOT": str(root),
        "RECORDER_LOG": str(log),
        "RECORDER_TOLD": str(os.fstat(into).st_ino),
    }
    with subprocess.Popen(command, stdout=into, stderr=subprocess.PIPE, env=surroundings) as child:
        os.close(into)
        with os.fdopen(out, "rb") as told:
            told.read()
        errors = child.communicate()[1]
    return Recording(list(_calls(log.read_bytes())), child.returncode, errors.decode(errors="replace"))


def _calls(data: bytes) -> Iterator[Call]:
    place = 0
    while place < len(data):
        kind, inode, number, first, second = _HEAD.unpack_from(data, place)
        place += _HEAD.size
        name, rest = data[place : place + first], data[place + first : place + first + second]
        place += first + second
        yield Call(kind.decode(), inode, number, os.fsdecode(name), rest)


@dataclass(eq=False, slots=True)
class _File:
    now: bytearray
    synced: bytes
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Writes (place, data) and cuts (size, None) since it was synced."""


@dataclass(eq=False, slots=True)
class _Folder:
    now: dict[str, _File | _Folder] = field(default_factory=dict)
    synced: dict[str, _File | _Folder] = field(default_factory=dict)
    waiting: list[_Naming] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class _Naming:
    """One call that changes names, of one folder or of two at once."""

    parts: list[tuple[_Folder, str, _File | _Folder | None]]


State = dict[str, bytes | None]
"""What lies on a disk: path below the root -> content, None for a folder."""


class Disk:
    """A folder's files as they came to be, call by call."""

    def __init__(self, root: Path) -> None:
        """Begin with what is in `root` now, all of it synced."""
        self._root = str(root)
        self._nodes: dict[int, _File | _Folder] = {}
        self._top = self._taken(root)

    def _taken(self, folder: Path) -> _Folder:
        made = _Folder()
        for entry in folder.iterdir():
            node = self._taken(entry) if entry.is_dir() else _read(entry)
            made.now[entry.name] = node
            self._nodes[entry.stat().st_ino] = node
        made.synced = dict(made.now)
        self._nodes[folder.stat().st_ino] = made
        return made

    def apply(self, call: Call) -> None:
        """Replay one call."""
        match call.kind:
            case "W":
                self._write(call)
            case "T":
                self._cut(call)
            case "F":
                _sync(self._nodes[call.inode])
            case "S":
                for node in self._nodes.values():
                    _sync(node)
            case "C" | "M":
                node = _File(bytearray(), b"") if call.kind == "C" else _Folder()
                self._nodes[call.inode] = node
                self._change((call.name, node))
            case "U":
                self._change((call.name, None))
            case "R":
                self._change((call.name, None), (os.fsdecode(call.rest), self._find(call.name)))
            case "L":
                self._change((os.fsdecode(call.rest), self._find(call.name)))

    def _write(self, call: Call) -> None:
        file = self._nodes[call.inode]
        assert isinstance(file, _File)
        _put(file.now, call.number, call.rest)
        file.waiting.append((call.number, call.rest))

    def _cut(self, call: Call) -> None:
        file = self._nodes[call.inode]
        assert isinstance(file, _File)
        _resize(file.now, call.number)
        file.waiting.append((call.number, None))

    def _change(self, *names: tuple[str, _File | _Folder | None]) -> None:
        naming = _Naming([(*self._place(path), node) for path, node in names])
        for folder, name, node in naming.parts:
            _enter(folder.now, name, node)
            if naming not in folder.waiting:
                folder.waiting.append(naming)

    def _place(self, path: str) -> tuple[_Folder, str]:
        *above, name = path[len(self._root) :].strip("/").split("/")
        folder = self._top
        for part in above:
            found = folder.now[part]
            assert isinstance(found, _Folder)
            folder = found
        return folder, name

    def _find(self, path: str) -> _File | _Folder:
        folder, name = self._place(path)
        return folder.now[name]

    def state(self, model: Model, chance: random.Random | None = None) -> State:
        """What could be found now if the power went here."""
        found: State = {}
        if model is Model.MIXED:
            assert chance is not None
            took = _Chance(chance)
            _gather(self._top, "", found, took.names, took.content)
        elif model is Model.STRICT:
            _gather(self._top, "", found, lambda folder: folder.synced, lambda file: file.synced)
        elif model is Model.SYNCED:
            _gather(self._top, "", found, lambda folder: folder.now, lambda file: file.synced)
        else:
            _gather(self._top, "", found, lambda folder: folder.now, lambda file: bytes(file.now))
        return found


class _Chance:
    """Which of the calls that were not synced took effect in one cut, by lot."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._fates: dict[_Naming, bool] = {}
        self._in_order = chance.random() < 0.5
        self._share = chance.random()
        self._stopped: dict[int, bool] = defaultdict(bool)

    def names(self, folder: _Folder) -> dict[str, _File | _Folder]:
        found = dict(folder.synced)
        for naming in folder.waiting:
            if naming not in self._fates:
                self._fates[naming] = self._takes(id(folder))
            if self._fates[naming]:
                for where, name, node in naming.parts:
                    if where is folder:
                        _enter(found, name, node)
        return found

    def content(self, file: _File) -> bytes:
        found = bytearray(file.synced)
        for number, data in file.waiting:
            if not self._takes(id(file)):
                if data is not None and not self._in_order:
                    self._tear(found, number, data)
            elif data is None:
                _resize(found, number)
            else:
                _put(found, number, data)
        return bytes(found)

    def _takes(self, thing: int) -> bool:
        """Whether a call took effect; in a file system that keeps the order, none after one that did not."""
        if self._in_order and self._stopped[thing]:
            return False
        takes = self._chance.random() < self._share
        self._stopped[thing] = not takes
        return takes

    def _tear(self, content: bytearray, place: int, data: bytes) -> None:
        for begin in range(0, len(data), _SECTOR):
            if self._chance.random() < self._share / 2:
                _put(content, place + begin, data[begin : begin + _SECTOR])


def _gather(
    folder: _Folder,
    path: str,
    into: State,
    names: Callable[[_Folder], dict[str, _File | _Folder]],
    content: Callable[[_File], bytes],
) -> None:
    for name, node in names(folder).items():
        full = f"{path}/{name}" if path else name
        if isinstance(node, _File):
            into[full] = content(node)
        else:
            into[full] = None
            _gather(node, full, into, names, content)


def _read(path: Path) -> _File:
    content = path.read_bytes()
    return _File(bytearray(content), content)


def _sync(node: _File | _Folder) -> None:
    if isinstance(node, _File):
        if node.waiting:
            node.synced, node.waiting = bytes(node.now), []
        return
    for naming in node.waiting:
        for folder, name, other in naming.parts:
            _enter(folder.synced, name, other)
            if folder is not node and naming in folder.waiting:
                folder.waiting.remove(naming)
    node.waiting = []


def _enter(names: dict[str, _File | _Folder], name: str, node: _File | _Folder | None) -> None:
    if node is None:
        names.pop(name, None)
    else:
        names[name] = node


def _put(content: bytearray, place: int, data: bytes) -> None:
    if place > len(content):
        content.extend(bytes(place - len(content)))
    content[place : place + len(data)] = data


def _resize(content: bytearray, size: int) -> None:
    if size < len(content):
        del content[size:]
    else:
        content.extend(bytes(size - len(content)))


def put_down(state: State, folder: Path) -> None:
    """Make a folder that holds what lies on the disk."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path, content in state.items():
        if content is None:
            (folder / path).mkdir(mode=0o700)
        else:
            (folder / path).write_bytes(content)


def digest(state: State) -> bytes:
    """The same for the same state."""
    found = blake2b(digest_size=16)
    for path in sorted(state):
        content = state[path]
        found.update(os.fsencode(path) + (b"/" if content is None else b"\0%d\0" % len(content)))
        found.update(content or b"")
    return found.digest()
