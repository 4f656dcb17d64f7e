"""The page that kills a copy of the program while it writes, and shows that nothing was lost."""
