"""A labeller who is going to be killed.

Usage: soak_child.py LIBRARY FOLDER DOCUMENTS KNOWN SEED ACTIONS

Works in the real window on LIBRARY, of whose deeds the first KNOWN in FOLDER are known to be saved, and
tells "saved N" whenever the status line says that the first N deeds are. After ACTIONS actions it tells
"enough" and goes on until it is killed. What differs between window and ledger is told as "wrong …", and ends
it.
"""

from __future__ import annotations

import faulthandler
import sys
import traceback
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.reliability.soak_articles import title_of
from tests.reliability.soak_hands import Hands, StuckError
from tests.reliability.soak_labeller import Labeller, WrongError
from tests.reliability.soak_ledger import Writing, replayed
from tests.reliability.soak_watch import Watch

_MEMORY_EVERY = 500


def tell(words: str) -> None:
    """Say something to the one who kills."""
    sys.stdout.write(words.replace("\n", " ") + "\n")
    sys.stdout.flush()


def hurry() -> None:
    """Let nothing wait for a pause of the hands that never comes: eight hours are worked in some minutes."""
    from annotator.services.saving import desk
    from annotator.ui import label_place

    desk.PAINT_SECONDS = 0.0
    label_place._BEHIND_THE_PAINT = 0
    label_place._BEHIND_THE_CARET = 0


def main() -> None:
    """Label until killed."""
    faulthandler.enable()
    library, folder = Path(sys.argv[1]), Path(sys.argv[2])
    documents, known, seed, actions = map(int, sys.argv[3:])
    hurry()
    _application = QApplication([])
    titles = [title_of(number) for number in range(documents)]
    deeds = folder / "deeds.jsonl"
    watch = Watch(folder / "times.tsv")
    hands = Hands(library, watch)
    labeller = Labeller(hands, replayed(titles, deeds, known), Writing(deeds), folder, seed)
    told = known
    next_memory, has_enough = 0, False
    try:
        while True:
            labeller.work()
            if hands.is_saved and labeller.writing.count > told:
                told = labeller.writing.count
                tell(f"saved {told}")
            if hands.presses >= next_memory:
                watch.tell_memory()
                next_memory += _MEMORY_EVERY
            if hands.presses >= actions and not has_enough:
                has_enough = True
                watch.tell_memory()
                tell("enough")
    except (WrongError, StuckError) as error:
        tell(f"wrong {error}")
    except Exception:  # noqa: BLE001  (a border: whatever it was is told)
        tell(f"wrong {traceback.format_exc()}")
    sys.exit(3)


if __name__ == "__main__":
    main()
