"""What the exit status says."""

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Nothing at or above `--fail-on`; something; the tool could not do its work; stopped by the user (128 + SIGINT)."""
