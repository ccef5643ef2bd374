"""What a ranking looks like: pages that need nothing else, and a workbook."""
