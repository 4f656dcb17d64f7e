"""The article view: text in rails, caret, selection, gestures, and the session that labels with them.

Positions are code points of the stored text everywhere but inside one paragraph's `QTextLayout`.
"""
