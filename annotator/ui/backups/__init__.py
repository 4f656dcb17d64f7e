"""The page of the verified copies."""
