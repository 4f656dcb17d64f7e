"""Plain text and nothing else: rulers, boundaries, snapping, folding, digests; offsets are code points."""
