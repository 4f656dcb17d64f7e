"""Exchanging work by files: handing out, sending back, taking in."""
