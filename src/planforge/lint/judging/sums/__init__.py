"""Totals, with the parts that the document gives for them."""
