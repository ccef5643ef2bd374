"""Findings to findings: small functions, each of which does one thing to all findings of a report."""
