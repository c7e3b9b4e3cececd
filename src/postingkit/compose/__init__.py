"""From roles and a template to one neutral document; it never sees an exporter or a file."""

from postingkit.compose.comparison import compose_comparison
from postingkit.compose.labels import languages
from postingkit.compose.posting import compose_posting
from postingkit.compose.wording import template_problems

__all__ = ["compose_comparison", "compose_posting", "languages", "template_problems"]
