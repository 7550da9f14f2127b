"""PF0xx: what reading found wrong: broken YAML, keys and values the format does not have, references."""
