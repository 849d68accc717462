"""What is asked for against what is shown: coverage, postings, gaps, a recipient's part."""
