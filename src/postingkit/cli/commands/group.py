"""The command that all others belong to."""

import click

from postingkit import __version__


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: postingkit init my-postings && cd my-postings && postingkit export",
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def postingkit() -> None:
    """Make job postings in Word, PDF, HTML and Markdown from one definition of each role."""
