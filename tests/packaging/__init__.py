"""Tests of what is handed out: the wheel, the set-up of a checkout."""
