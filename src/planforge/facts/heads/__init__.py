"""Which words around a figure name it."""
