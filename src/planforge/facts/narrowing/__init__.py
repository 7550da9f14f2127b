"""Whose a figure is: who acts, and under which heading it stands."""
