"""Files to a library: read, split, parse, hide, validate. The only folder below floor 4 with I/O."""
