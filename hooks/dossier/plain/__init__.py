"""What knows nothing of content: problems, YAML, files, dates, folded text, git, images."""
