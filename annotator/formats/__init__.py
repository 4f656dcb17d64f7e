"""Bytes to model values and back, one file a format; pure: no library, no window."""
