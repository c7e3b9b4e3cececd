"""The commands, their options and help; what they do is imported only when one is run."""

from postingkit.cli.commands import boards, checks, postings, projects, templates
from postingkit.cli.commands.group import postingkit

__all__ = ["boards", "checks", "postingkit", "postings", "projects", "templates"]
