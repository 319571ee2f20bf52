"""Whose names are not to be shown (rule 7), found in a paper; ``facts.privacy`` takes them out."""
