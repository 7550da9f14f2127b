"""Figures that others of the document give by simple arithmetic."""
