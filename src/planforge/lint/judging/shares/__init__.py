"""Shares, with the part and the whole that the document gives for them."""
