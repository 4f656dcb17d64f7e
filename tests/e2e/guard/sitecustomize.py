"""Loaded by each Python process of the end-to-end tests: reaching for a network fails there, and is noted."""

import os
import socket
import sys
from pathlib import Path

INTERNET = (-1, socket.AF_INET, socket.AF_INET6)
"""-1 is a socket of the usual kind, which is one of the internet."""
LOG = "ANNOTATOR_TEST_NETWORK_LOG"


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Raise when the audited event is one of the network; sockets within the machine are none."""
    if not event.startswith("socket.") or LOG not in os.environ:
        return
    if event == "socket.__new__":
        reached = arguments[1] in INTERNET
    elif event in {"socket.connect", "socket.bind", "socket.sendto"}:
        reached = isinstance(arguments[1], tuple)
    else:
        reached = event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
    if reached:
        with Path(os.environ[LOG]).open("a", encoding="utf-8") as log:
            log.write(f"{os.getpid()} {event} {arguments}\n")
        raise PermissionError(f"no network in tests: {event}")


if LOG in os.environ:
    sys.addaudithook(refuse_network)
