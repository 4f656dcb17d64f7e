"""Use-cases: what a person can do with a library, without a window. Each that writes returns an Outcome."""
