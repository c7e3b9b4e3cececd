"""Runs the command line as ``python -m postingkit``; it holds nothing else."""

from postingkit.cli import main

main()
