"""What reports share: one method for `check`, `compare` and the ranking. Nothing heavy is imported by itself."""
