"""What the program costs, against floors measured in the same run; `python -m benchmarks` tells."""
