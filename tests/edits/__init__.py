"""Seeded edits of the example plans, for tests of what compares, marks and merges versions."""
