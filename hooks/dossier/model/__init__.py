"""What content is: one module a kind of file, in the words that people type."""
