"""planforge: write government plans as text, prove their figures, print the official document."""

__version__ = "0.1.0"
