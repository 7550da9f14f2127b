"""What a figure without a name takes over."""
