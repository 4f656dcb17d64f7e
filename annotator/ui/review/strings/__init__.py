"""Review string by string."""
