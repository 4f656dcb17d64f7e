"""The article view: text, bands, rails, caret, gestures, and the session that labels."""
