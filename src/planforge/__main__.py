"""`python -m planforge`."""

from planforge.cli.main import run

run()
