"""The papers' own arithmetic: stated changes, totals, shares and series against the figures beside them."""
