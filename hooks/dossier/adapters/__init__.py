"""What knows an engine: MkDocs, and the plain tree for any other."""
