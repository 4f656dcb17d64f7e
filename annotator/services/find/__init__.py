"""Finding in a corpus, and the same change at many places of it."""
