"""Corpora made: of stock phrases that somebody wrote, and of the reports of a county."""
