"""What was to be reached, and how far it was."""
