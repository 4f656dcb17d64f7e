"""Our own JSONL: everything of a document in one line."""
