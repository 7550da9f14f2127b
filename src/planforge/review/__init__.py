"""Two versions of a plan: matched by identity, typed changes, each judged. Merge and redline come later."""
