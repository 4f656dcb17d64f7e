"""The page of figures: what is labelled, by whom, how evenly, and how long it took."""
