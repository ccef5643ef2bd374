"""Counties, provinces and 200,000 reports, ranked from end to end."""
