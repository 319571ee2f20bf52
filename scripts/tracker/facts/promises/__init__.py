"""Strategies, priorities, outcomes, commitments and targets, and what is reported about them."""
