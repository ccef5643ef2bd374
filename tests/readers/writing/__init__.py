"""Small writers of .docx, web pages and .ofd: what the tests read is made here, by hand."""
