"""The page of the check: is the library sound, what can be put right, what can still be read."""
