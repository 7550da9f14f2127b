"""Reviewed files come back: scripted reviews, hostile files, properties."""
