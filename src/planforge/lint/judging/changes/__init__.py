"""Stated changes, with the base and the end that the document gives for them, and whether they can be true."""
