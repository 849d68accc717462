"""What one recipient may see of a dossier to the documents that people and programs are sent."""
