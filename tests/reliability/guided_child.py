"""The process that reads, led by atheris; `guided.py` starts one for each reader.

Nothing of the program may be imported before atheris looks at imports: it would lead nowhere.
"""

from __future__ import annotations

import argparse
import logging
import time
import warnings
from importlib import import_module
from pathlib import Path
from typing import Final

LEADS: Final = (
    "annotator.formats",
    "annotator.text",
    "annotator.archive",
    "annotator.strict_json",
    "annotator.exchange",
    "annotator.services.intake.reading",
    "annotator.services.intake.inspection",
    "annotator.storage.staging",
)
"""What of the program leads the search for files; the libraries that it reads with do not."""
OF_LIBRARIES: Final = ("annotator.services", "annotator.storage")
"""What leads the search for libraries as well."""

LEFT: Final = "left-"
"""How the names of inputs begin at which the process died or that took ten seconds; libFuzzer writes them."""

_MEMORY: Final = 3_000
"""Megabytes, as `fuzzing.MEMORY`: here more ends the process, and the input is kept."""
_DEAF: Final = 120
"""Seconds by the clock after which a process is ended that heard no signal, long after `judging.LONGEST`."""


def main() -> None:
    """Try inputs for one reader until the time is up; libFuzzer ends the process."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.guided_child", description=__doc__)
    parser.add_argument("reader")
    parser.add_argument("folder", type=Path, help="where inputs, counts and findings are written")
    parser.add_argument("work", type=Path, help="an empty folder for what is passing")
    parser.add_argument("seconds", type=int)
    parser.add_argument("number", type=int, help="of this process; what chance does follows from it")
    words = parser.parse_args()
    began = time.monotonic()
    logging.disable()  # of damaged libraries; what is at fault comes as an exception
    warnings.simplefilter("ignore")  # archives with one name twice are what is wanted
    reader, folder, work = words.reader, words.folder, words.work
    atheris = import_module("atheris")
    leads = LEADS + (OF_LIBRARIES if reader == "library" else ())
    with atheris.instrument_imports(include=list(leads)):
        guided = import_module("tests.reliability.guided_inputs")
        inputs = guided.Inputs(reader, work)
        tally = folder / f"tally-{reader}-{words.number}.json"
        judge = guided.Judge(inputs, work, folder / "found", tally)
        for data in inputs.begin():  # readers are imported when they are first asked for
            judge.judge(data)
    corpus = folder / "corpus" / reader
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(inputs.begin()):
        (corpus / f"seed-{number}").write_bytes(data)
    options = {
        "max_total_time": max(1, int(words.seconds - (time.monotonic() - began))),
        "seed": words.number,
        "max_len": inputs.longest(),
        "len_control": 0,  # files cut short at first would be refused, all of them, in their first lines
        "mutate_depth": 1,  # one alteration at a time: of many at once none is read
        "reduce_inputs": 0,
        "timeout": _DEAF,
        "rss_limit_mb": _MEMORY,
        "artifact_prefix": f"{folder}/{LEFT}",
    }
    atheris.Setup(
        ["guided", *(f"-{name}={value}" for name, value in options.items()), str(corpus)],
        judge.judge,
        custom_mutator=lambda data, most, seed: inputs.altered(data, most, seed, atheris.Mutate),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
