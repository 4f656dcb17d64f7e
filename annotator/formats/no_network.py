"""Loading libraries that look at the network while they are loaded, without letting them."""

from __future__ import annotations

import contextlib
import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def no_look_at_the_network() -> Iterator[None]:
    """Load trafilatura or spaCy in this block.

    A library they load opens a socket to see whether the machine has IPv6; it is told there is none.
    """
    before, socket.has_ipv6 = socket.has_ipv6, False
    try:
        yield
    finally:
        socket.has_ipv6 = before
