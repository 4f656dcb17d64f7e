"""spaCy: DocBin, and the JSON of version 2."""
