"""Statements of one thing that exclude each other, and what may explain them."""
