"""Start the annotator from a checkout: the same program as the `annotator` command."""

import sys

from annotator.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
