"""The page of all settings: what a person may prefer, keys included, and where the files are."""
