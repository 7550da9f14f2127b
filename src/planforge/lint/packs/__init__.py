"""Rules that are data: an entry of a YAML table is a rule, whether it ships in `data/` or an office adds it."""
