"""Find references and directives in prose, and what they point to."""
