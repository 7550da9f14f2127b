"""PF3xx: a plan beside its predecessor and its superior plan."""
