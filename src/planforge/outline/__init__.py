"""The untyped document: blocks and texts with their places, the same whatever file they were read from."""
