"""The small forms of print that all finders share: numbers, periods, days, sentences, phrases, names."""
