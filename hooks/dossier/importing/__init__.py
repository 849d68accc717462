"""What people already have to files of `content/`: dossiers, résumés, saved postings."""
