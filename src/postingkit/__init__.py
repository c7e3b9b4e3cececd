"""Canonical roles in YAML, exported as job postings in Word, PDF, HTML and Markdown."""

__version__ = "0.1.0"
