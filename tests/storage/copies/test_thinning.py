"""Which copies go and which stay: by hours, days, weeks and months that have one, whatever the clock does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.soundness import BackupInfo, Occasion
from annotator.storage.copies import names as backup_names
from annotator.storage.copies import thinning
from annotator.storage.copies.names import Told, name_of, newest_first, read

START = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def _copy(number: int, made: datetime, occasion: Occasion = Occasion.ROUTINE) -> Told:
    time = made.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    info = BackupInfo("", time, 1, 2, 3, f"{number:064x}", number, occasion, number)
    told = read(Path(name_of(info)))
    assert told is not None
    return told


def _follows(newer: Told, older: Told) -> bool:
    """As in one history: what was made later holds what was there."""
    return newer.number > older.number


def _numbers(copies: list[Told]) -> list[int]:
    return sorted(copy.number for copy in copies)


def _after(times: list[datetime]) -> list[Told]:
    """What is left when each copy was made and the folder thinned after it."""
    kept: list[Told] = []
    for number, made in enumerate(times, 1):
        kept = newest_first([*kept, _copy(number, made)])
        gone = thinning.superfluous(kept, lambda _: True, _follows)
        kept = [copy for copy in kept if copy not in gone]
    return kept


def test_a_name_says_all_that_is_listed():
    info = BackupInfo("", "2026-11-23T08:30:00.123Z", 12, 345, 3, "a" * 64, 67, Occasion.IMPORT, 8)
    name = name_of(info)
    told = read(Path(name))
    assert told is not None
    assert name == f"20261123T083000123Z-step67-d12-s345-n8-import-{'a' * 64}.annotator"
    assert (told.time, told.documents, told.spans, told.step) == (info.time, 12, 345, 67)
    assert (told.number, told.occasion, told.sha256) == (8, Occasion.IMPORT, "a" * 64)


def test_names_of_before_and_of_newer_programs_are_read():
    old = read(Path(f"20261123T083000123Z-step6-d1-s3-{'a' * 64}.annotator"))
    newer = read(Path(f"20261123T083000123Z-step6-d1-s3-n4-eclipse-{'a' * 64}.annotator"))
    assert old is not None
    assert newer is not None
    assert (old.number, old.occasion, newer.number, newer.occasion) == (0, None, 4, None)
    assert newest_first([old, newer]) == [newer, old]


@pytest.mark.parametrize("name", ["notes.txt", "20261399T083000123Z-step6-d1-s3-" + "a" * 64 + ".annotator"])
def test_what_is_no_copy_is_none(name):
    assert read(Path(name)) is None


def test_a_day_of_work_leaves_ten_hours_and_the_day():
    times = [START + timedelta(minutes=20 * step) for step in range(3 * 14)]
    kept = _after(times)
    assert len(kept) == 10
    assert max(kept, key=lambda copy: copy.made).made == times[-1]


def test_a_year_of_days_leaves_days_weeks_and_months():
    kept = _after([START + timedelta(days=day) for day in range(365)])
    months = {copy.made.strftime("%Y%m") for copy in kept}
    assert len(months) == 12
    assert 14 <= len(kept) <= 14 + 8 + 12


@pytest.mark.parametrize(
    "jump",
    [
        timedelta(days=-1),
        timedelta(hours=-1),
        timedelta(days=365),
        datetime(1970, 1, 2, tzinfo=UTC) - START,
    ],
    ids=["a day back", "an hour back", "a year on", "1970"],
)
def test_a_clock_that_jumps_takes_no_copy_of_another_hour_with_it(jump):
    before = [START + timedelta(hours=hour) for hour in range(6)]
    after = [before[-1] + jump + timedelta(minutes=minute) for minute in (1, 2, 3)]
    kept = _after([*before, *after])
    assert set(range(1, 7)) <= set(_numbers(kept)), "copies from before the jump are all there"
    assert max(_numbers(kept)) == len(before) + len(after), "and the last one, whatever its time"


@given(st.lists(st.integers(-400 * 24, 400 * 24), min_size=1, max_size=40))
def test_whatever_the_clock_says_the_last_copy_stays_and_few_hours_lose_theirs(hours):
    times = [START + timedelta(hours=hour) for hour in hours]
    kept = _after(times)
    assert len(times) in _numbers(kept)
    assert len(kept) >= min(10, sum(1 for a, b in pairwise(times) if a != b) + 1)


def test_the_last_ten_made_before_something_stay_beside_those_of_routine():
    occasions = (Occasion.IMPORT, Occasion.ASKED, Occasion.ROUTINE)
    copies = [
        _copy(number, START + timedelta(seconds=number), occasions[number % 3]) for number in range(1, 31)
    ]
    kept = thinning.keepers(newest_first(copies))
    before = [copy.number for copy in copies if copy.occasion is not Occasion.ROUTINE]
    assert _numbers(kept) == sorted(before[-10:])


def test_a_spoiled_copy_stands_for_none():
    older, spoiled = _copy(1, START), _copy(2, START + timedelta(minutes=5))
    assert thinning.superfluous([spoiled, older], lambda _: True, _follows) == [older]
    assert thinning.superfluous([spoiled, older], lambda copy: copy != spoiled, _follows) == []


def test_nothing_goes_while_it_is_paused(tmp_path):
    for number in (1, 2, 3):
        (tmp_path / _copy(number, START + timedelta(minutes=number)).file).write_bytes(b"")
    thinning.pause(tmp_path)
    since = thinning.paused_since(tmp_path)
    thinning.pause(tmp_path)
    assert thinning.paused_since(tmp_path) == since
    assert since is not None
    thinning.thin(tmp_path, "", lambda _: True, _follows)
    assert len(backup_names.in_folder(tmp_path)) == 3
    thinning.resume(tmp_path)
    thinning.resume(tmp_path)
    assert thinning.paused_since(tmp_path) is None
    thinning.thin(tmp_path, "", lambda _: True, _follows)
    assert _numbers(backup_names.in_folder(tmp_path)) == [3]


def test_a_mark_that_cannot_be_read_keeps_the_copies(tmp_path):
    thinning.pause(tmp_path)
    (tmp_path / thinning._PAUSED).write_bytes(b"\xff")
    assert thinning.paused_since(tmp_path) is not None


def test_a_folder_that_is_not_there_holds_none(tmp_path):
    assert backup_names.in_folder(tmp_path / "nowhere") == []
    assert thinning.paused_since(tmp_path / "nowhere") is None
