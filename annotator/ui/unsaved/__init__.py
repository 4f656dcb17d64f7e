"""What is on the screen and not on the disk: how it is marked, told, kept and brought back."""
