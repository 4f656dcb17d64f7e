"""Exchange without a server: changes that unite in any order, and the files they travel in. Pure."""
