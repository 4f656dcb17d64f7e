"""Ways out that errors name: a command on the command line, and where the window does the same."""

from __future__ import annotations

from typing import Final

from annotator.messages import Way, say

RESTORE: Final = Way(
    say("Restore the newest backup with 'annotator backups' and 'annotator restore'."),
    say("Put a backup in its place: File > Backups…"),
)
RESTORE_OR_RESCUE: Final = Way(
    say(
        "Restore the newest backup with 'annotator backups' and 'annotator restore', or save what can be "
        "read with 'annotator check --rescue'."
    ),
    say("A backup can take its place, and what can still be read can be saved as a new library."),
)
RESCUE_OR_MOVE: Final = Way(
    say(
        "Save what is in the file with 'annotator check --rescue', or move the log elsewhere and open the "
        "library again; 'annotator backups' lists its backups."
    ),
    say(
        "Save what can be read of the file, or move the log elsewhere and open the library again; a backup "
        "can take its place, too."
    ),
)
LOOK: Final = Way(
    say("“annotator check” lists all that is wrong, and a backup holds it as it was."),
    say(
        "File > Check the library… lists all that is wrong and puts back what a backup proves; File > "
        "Backups… leads to the backups."
    ),
)
LIST_WRONG: Final = Way(
    say("“annotator check” lists all that is wrong."),
    say("File > Check the library… lists all that is wrong."),
)
LOOK_LATER: Final = Way(
    say("Run “annotator check” when there is time."),
    say("Look at it when there is time: File > Check the library…"),
)
REPAIR: Final = Way(say("Run 'annotator check --repair'."), say("File > Check the library… puts it right."))
CHECK_THERE: Final = Way(
    say("Run 'annotator check' with the version that made it."),
    say("Open it with the version that made it, and look there: File > Check the library…"),
)
LIST_COPIES: Final = Way(
    say("'annotator backups' lists the copies that are sound."),
    say("Choose another one: File > Backups… says which are sound."),
)
WORK_IN_COPY: Final = Way(
    say("To work in it, make a library of it with 'annotator restore'."),
    say("To work in it, make a library of it on the page of backups."),
)
LIST_DIFFERENCES: Final = Way(
    say("`annotator review --corpus NAME` lists those there are."),
    say("The page of differences lists those there are."),
)
