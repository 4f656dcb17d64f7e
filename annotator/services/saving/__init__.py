"""The way of a change to the disk while a window is open, and what becomes of it when it cannot be saved."""
