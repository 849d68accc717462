"""Sealed links: what a recipient is sent, and how nobody else can read it."""
