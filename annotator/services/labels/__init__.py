"""The codebook of a corpus: labels, what is said of them, and the files it comes from and goes to."""
