"""Plain text and nothing else: rulers, boundaries, snapping, folding, digests. All offsets are code points, half open."""
