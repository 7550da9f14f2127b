"""Checks a plan: the engine, what a rule is, and the rules, one module each."""
