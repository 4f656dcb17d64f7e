"""Bytes <-> model: one module a format, pure; no SQL, no Qt, nothing fetched, nothing run."""
