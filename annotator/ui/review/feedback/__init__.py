"""My feedback: where gold differs from one's own layer."""
