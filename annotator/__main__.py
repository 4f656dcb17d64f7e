"""`python -m annotator` is the same program as the `annotator` command."""

import sys

from annotator.entry import main

if __name__ == "__main__":
    sys.exit(main())
