"""The nouns: what a document, a report, a rule, a finding and a result are. Frozen; standard library only."""
