"""Sources to results: what their files, commits and addresses say now."""
