"""Proof that a library is sound, and what can be put right or saved where it is not."""
