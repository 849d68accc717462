"""What a language model is told of one dossier, and what it may change there."""
