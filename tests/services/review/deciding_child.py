"""A reviewer that is going to be killed: rules on every cluster, back and forth, and tells each ruling kept.

Usage: deciding_child.py LIBRARY CORPUS
"""

from __future__ import annotations

import itertools
import sys

from annotator.model.review import GoldRange, Ruling, Verdict
from annotator.services.library import open_library


def main() -> None:
    """Rule until killed."""
    with open_library(sys.argv[1]) as library:
        clusters = [each.cluster for each in library.review.clusters(sys.argv[2])]
        for number in itertools.count(1):
            cluster = clusters[number % len(clusters)]
            takes = tuple(GoldRange(*each.place[:3]) for each in cluster.variants)
            reason = f"ruling {number}"
            library.review.decide(Ruling(cluster.document, cluster.uid, Verdict.TAKE, takes, reason=reason))
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
