"""The domain: frozen values and the rules on them. No input or output, no Qt, no SQL."""
