"""Files to a library: read, split, parse, hide, validate."""
