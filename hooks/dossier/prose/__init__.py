"""Markdown: the references and directives in it, its sections, and changes to its characters."""
