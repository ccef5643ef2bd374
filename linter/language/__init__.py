"""What readers, analysis and checks share about the language of reports: marks, numerals, forms, words."""
