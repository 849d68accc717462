"""Text to words and figures: what needs to know a language and its units, and no content."""
