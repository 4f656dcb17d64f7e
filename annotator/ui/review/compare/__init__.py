"""The comparison of one document's annotators: what they agree on, where they differ, what was ruled."""
