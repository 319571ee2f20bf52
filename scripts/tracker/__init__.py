"""From a partnership board's papers to pages that people correct, and from the pages to a public site."""

VERSION = "0.10.0"
"""The program's version, kept with every reading."""
