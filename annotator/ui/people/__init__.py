"""The people of a library: who they are, who is at the desk, who is one person with whom."""
