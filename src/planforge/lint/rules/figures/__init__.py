"""Rules on figures (PF2xx): statements of one thing that cannot all be true, or that are loosely put."""
