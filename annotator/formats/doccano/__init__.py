"""doccano's JSON."""
