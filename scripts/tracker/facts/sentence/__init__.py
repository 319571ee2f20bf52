"""The shallow parse of a sentence: words and their kinds, phrases, clauses, and what each number counts."""
