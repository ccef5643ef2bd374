"""Many reports: read and compared with each other, linted, scored, ranked, and shown on pages and in sheets."""
