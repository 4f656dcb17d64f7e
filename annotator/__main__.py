"""`python -m annotator`, and what the commands of an installation call.

Nothing is imported before the program can be interrupted in peace: Ctrl+C while modules are loaded ends it
without a traceback.
"""

import sys

INTERRUPTED = 130
"""Exit status after Ctrl+C: 128 and the number of the signal, as shells count."""


def main() -> int:
    """Run the program with the words of this process; gives the exit status."""
    try:
        from annotator.entry import main as run

        return run()
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
